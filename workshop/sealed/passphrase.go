package sealed

import (
	"crypto/rand"
	"encoding/binary"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// Cost is what trying one passphrase costs (argon2id, RFC 9106).
type Cost struct {
	Time    uint32 // passes, 1 … 16
	Memory  uint32 // KiB, 8 … 262,144
	Threads uint8  // lanes, 1 … 16
}

// DefaultCost is the second recommendation of RFC 9106, section 4: 3 passes, 64 MiB, 4 lanes.
func DefaultCost() Cost { return Cost{Time: 3, Memory: 64 * 1024, Threads: 4} }

func (c Cost) reasonable() bool {
	return c.Time >= 1 && c.Time <= 16 && c.Memory >= 8 && c.Memory <= 256*1024 && c.Threads >= 1 && c.Threads <= 16
}

const (
	wrapVersion = 1
	wrapHeader  = 1 + 4 + 4 + 1 + saltSize // version, time, memory, threads, salt
	saltSize    = 16
)

// Wrap is a secret under a passphrase, bound to its place. The cost is written with it.
func Wrap(secret []byte, passphrase string, cost Cost, at Place) ([]byte, error) {
	if !cost.reasonable() {
		return nil, ErrForm
	}
	header := make([]byte, wrapHeader)
	header[0] = wrapVersion
	binary.BigEndian.PutUint32(header[1:], cost.Time)
	binary.BigEndian.PutUint32(header[5:], cost.Memory)
	header[9] = cost.Threads
	_, _ = rand.Read(header[10:]) // never fails (crypto/rand)
	key := stretch(passphrase, header, cost)
	defer clear(key)
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	return aead.Seal(header, nil, secret, append(at.bytes(), header...)), nil
}

// Unwrap reads what Wrap wrote. Every passphrase costs the same work. ErrKey, ErrForm.
func Unwrap(value []byte, passphrase string, at Place) ([]byte, error) {
	if len(value) < wrapHeader || value[0] != wrapVersion {
		return nil, ErrForm
	}
	header := value[:wrapHeader:wrapHeader]
	cost := Cost{
		Time:    binary.BigEndian.Uint32(header[1:]),
		Memory:  binary.BigEndian.Uint32(header[5:]),
		Threads: header[9],
	}
	if !cost.reasonable() {
		return nil, ErrForm
	}
	key := stretch(passphrase, header, cost)
	defer clear(key)
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	secret, err := aead.Open(nil, nil, value[wrapHeader:], append(at.bytes(), header...))
	if err != nil {
		return nil, ErrKey
	}
	return secret, nil
}

// stretch makes the key of a passphrase. Keyboards compose letters differently, so the passphrase is taken in NFC.
func stretch(passphrase string, header []byte, cost Cost) []byte {
	return argon2.IDKey(norm.NFC.Bytes([]byte(passphrase)), header[10:], cost.Time, cost.Memory, cost.Threads, KeySize)
}
