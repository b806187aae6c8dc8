// Package sealed keeps responses so that nobody can read them before the reveal, and nobody can ever tell in which order
// they came. It takes bytes and gives bytes: what a response is, and where a box lies, it does not know.
//
// # Two layers
//
// Inside, each response is sealed to the session's public key (HPKE, RFC 9180, base mode: X25519, HKDF-SHA256,
// ChaCha20-Poly1305) and padded to one slot of 2,048 bytes. The private key lies wrapped under a passphrase (argon2id,
// RFC 9106) and is not needed to put responses in.
//
// Outside, the whole box, its slots with responses and the filler that makes its size constant, is encrypted under an
// outer key (AES-256-GCM) and the responses are shuffled every time that the box is written. The outer key comes from a
// secret of 128 bits that ends with the collecting; from then on no copy of the box can be read, even with the passphrase.
//
// # Invariants
//
// A box of a capacity has one length, whatever is in it. Every value is bound to its place: moved to another session or
// another name it does not open. Parameters read from outside are bounded. All randomness is the system's.
package sealed

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"errors"
)

// The errors of this package.
var (
	// ErrKey says that a passphrase, a code or a key does not open a value, or that the value was changed; which of
	// them cannot be known.
	ErrKey = errors.New("sealed: the key does not open this")
	// ErrForm says that a value is none of this package's, or asks for more work than is reasonable.
	ErrForm = errors.New("sealed: not a value of this form")
	// ErrFull says that every slot of a box holds a response.
	ErrFull = errors.New("sealed: the box is full")
	// ErrTooLong says that a response does not fit a slot.
	ErrTooLong = errors.New("sealed: the response does not fit its slot")
)

// KeySize is the length of a key for Encrypt and Decrypt, in bytes.
const KeySize = 32

// NewKey draws a key for Encrypt and Decrypt.
func NewKey() []byte {
	key := make([]byte, KeySize)
	_, _ = rand.Read(key) // never fails (crypto/rand)
	return key
}

// Place is where a value belongs: which session, and under which name. A value opens at its own place only.
type Place struct {
	Session string
	Name    string
}

func (p Place) bytes() []byte { return []byte("exceed/1\x00" + p.Session + "\x00" + p.Name) }

// Encrypt is plain under a key of KeySize bytes, with a random nonce, bound to its place.
func Encrypt(key, plain []byte, at Place) ([]byte, error) {
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, nil, plain, at.bytes()), nil
}

// Decrypt reads what Encrypt wrote. ErrKey.
func Decrypt(key, value []byte, at Place) ([]byte, error) {
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	plain, err := aead.Open(nil, nil, value, at.bytes())
	if err != nil {
		return nil, ErrKey
	}
	return plain, nil
}

func newAEAD(key []byte) (cipher.AEAD, error) {
	if len(key) != KeySize {
		return nil, ErrForm
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}
