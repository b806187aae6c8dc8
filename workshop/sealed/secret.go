package sealed

import (
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strings"
)

// Secret is what the outer key of a box is made from: 128 bits, so that a person can write it down.
type Secret [16]byte

// NewSecret draws a secret.
func NewSecret() (s Secret) {
	_, _ = rand.Read(s[:]) // never fails (crypto/rand)
	return s
}

func (s Secret) outerKey(session string) []byte {
	key, err := hkdf.Key(sha256.New, s[:], nil, "exceed/outer/1\x00"+session, KeySize)
	if err != nil {
		panic("sealed: " + err.Error()) // only for lengths that HKDF cannot give
	}
	return key
}

// A code has 28 letters and digits of Crockford's base 32, which has no I, L, O or U: 128 bits of the secret and 12 of its
// SHA-256, so that a slip of the pen is noticed.
const (
	codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	codeLength   = 28
	codeGroup    = 4
)

// Code is the secret as a person writes it: seven groups of four, like 7K2M-….
func (s Secret) Code() string {
	check := sha256.Sum256(s[:])
	bits := slices.Concat(s[:], []byte{check[0], check[1] & 0xf0})
	text := base32.NewEncoding(codeAlphabet).WithPadding(base32.NoPadding).EncodeToString(bits)[:codeLength]
	return grouped(text)
}

func grouped(text string) string {
	groups := make([]string, 0, codeLength/codeGroup)
	for ; text != ""; text = text[codeGroup:] {
		groups = append(groups, text[:codeGroup])
	}
	return strings.Join(groups, "-")
}

// ParseCode reads a code in any case, with or without spaces and hyphens, O for 0, I and L for 1. ErrForm.
func ParseCode(code string) (Secret, error) {
	text := strings.NewReplacer(" ", "", "-", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(code))
	if len(text) != codeLength {
		return Secret{}, ErrForm
	}
	bits, err := base32.NewEncoding(codeAlphabet).WithPadding(base32.NoPadding).DecodeString(text + "0")
	if err != nil {
		return Secret{}, ErrForm
	}
	s := Secret(bits[:16])
	if s.Code() != grouped(text) {
		return Secret{}, ErrForm
	}
	return s, nil
}
