package sealed

import (
	"crypto/ecdh"
	"crypto/hpke"
	"encoding/binary"
)

// Sizes of a slot, in bytes: what HPKE adds (the encapsulated key of 32 and the tag of 16) and what a response may take.
const (
	SlotSize    = 2048
	plainSize   = SlotSize - 32 - 16
	MaxResponse = plainSize - slotHeader
	slotHeader  = 3 // kind, length
)

// What a slot holds, once it is opened.
const (
	filler   byte = 0
	response byte = 1
)

func kem() hpke.KEM { return hpke.DHKEM(ecdh.X25519()) }

// NewKeys makes the key pair of a session.
func NewKeys() (public, private []byte, err error) {
	key, err := kem().GenerateKey()
	if err != nil {
		return nil, nil, err
	}
	private, err = key.Bytes()
	return key.PublicKey().Bytes(), private, err
}

// info binds a slot to the session, so that no slot can be moved to another.
func info(session string) []byte { return []byte("exceed/slot/1\x00" + session) }

// sealSlot seals what a slot holds; filler is sealed like a response, so that its bytes look the same.
func sealSlot(public hpke.PublicKey, session string, kind byte, payload []byte) ([]byte, error) {
	if len(payload) > MaxResponse {
		return nil, ErrTooLong
	}
	plain := make([]byte, plainSize)
	plain[0] = kind
	binary.BigEndian.PutUint16(plain[1:], uint16(len(payload)))
	copy(plain[slotHeader:], payload)
	defer clear(plain)
	return hpke.Seal(public, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), info(session), plain)
}

// openSlot is what a slot holds.
func openSlot(private hpke.PrivateKey, session string, slot []byte) (kind byte, payload []byte, err error) {
	plain, err := hpke.Open(private, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), info(session), slot)
	if err != nil {
		return 0, nil, ErrKey
	}
	if len(plain) != plainSize {
		return 0, nil, ErrForm
	}
	n := int(binary.BigEndian.Uint16(plain[1:]))
	if n > MaxResponse {
		return 0, nil, ErrForm
	}
	return plain[0], plain[slotHeader : slotHeader+n], nil
}
