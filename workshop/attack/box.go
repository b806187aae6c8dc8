package attack

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/hpke"
	"crypto/sha256"
	"encoding/binary"

	"exceed/workshop/sealed"
)

// Keys is everything that ever opened a session's box, in the hands of an attacker.
type Keys struct {
	Session string
	Secret  sealed.Secret // of the outer layer: the resume code
	Private []byte        // of the inner layer, out of its wrapping
}

// How a box lies in a file: the tag of the value, the nonce of the outer layer, and under it a header and the slots.
const (
	valueTag   = 32
	outerNonce = 12
	boxHeader  = 16
	slotHeader = 3
)

// OuterKey is the key that package sealed makes of a secret.
func (k Keys) OuterKey() ([]byte, error) {
	return hkdf.Key(sha256.New, k.Secret[:], nil, "exceed/outer/1\x00"+k.Session, sealed.KeySize)
}

// Open reads what it can of a box value, whole or in pieces, as it lies in a file: the outer layer without its tag, so that
// a damaged end does not matter, and every slot that opens. It returns the payloads in the order of their slots.
func (k Keys) Open(framed []byte) ([][]byte, error) {
	if len(framed) < valueTag+outerNonce+boxHeader {
		return nil, nil
	}
	key, err := k.OuterKey()
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	counter := make([]byte, 16)
	copy(counter, framed[valueTag:][:outerNonce])
	counter[15] = 2 // GCM counts from 2 over the text
	plain := append([]byte(nil), framed[valueTag+outerNonce:]...)
	cipher.NewCTR(block, counter).XORKeyStream(plain, plain)
	slots := plain[boxHeader:]
	if n := int(binary.BigEndian.Uint32(plain[8:])); n >= 0 && n <= sealed.MaxCapacity { // responses come first
		slots = slots[:min(len(slots), n*sealed.SlotSize)]
	}
	return k.Slots(slots)
}

// Slots reads every slot that opens, of slots that lie side by side.
func (k Keys) Slots(slots []byte) (payloads [][]byte, err error) {
	private, err := hpke.DHKEM(ecdh.X25519()).NewPrivateKey(k.Private)
	if err != nil {
		return nil, err
	}
	for ; len(slots) >= sealed.SlotSize; slots = slots[sealed.SlotSize:] {
		plain, err := hpke.Open(private, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), []byte("exceed/slot/1\x00"+k.Session), slots[:sealed.SlotSize])
		if err == nil && plain[0] == 1 {
			payloads = append(payloads, plain[slotHeader:][:binary.BigEndian.Uint16(plain[1:])])
		}
	}
	return payloads, nil
}
