package sealed

import (
	"crypto/hkdf"
	"crypto/hpke"
	"crypto/sha256"
)

// Another laptop can collect for a box: into a box of its own, with the same public key. When it has ended, its secret is
// handed over sealed to the merge key of the first box, which follows from that box's secret. So the handed-over box opens
// as long as the first box collects, and never again once that secret is destroyed.

func (s Secret) mergeKey(session string) (hpke.PrivateKey, error) {
	seed, err := hkdf.Key(sha256.New, s[:], nil, "exceed/merge/1\x00"+session, KeySize)
	if err != nil {
		return nil, err
	}
	defer clear(seed)
	return kem().DeriveKeyPair(seed)
}

func handOverInfo(at Place) []byte { return append([]byte("exceed/hand-over/1\x00"), at.bytes()...) }

// MergeKey is the public key to which other boxes hand over.
func (b *Box) MergeKey() ([]byte, error) {
	key, err := b.secret.mergeKey(b.at.Session)
	if err != nil {
		return nil, err
	}
	return key.PublicKey().Bytes(), nil
}

// HandOver is what lets the box with that merge key, and no other, take this box's responses. ErrForm.
func (b *Box) HandOver(mergeKey []byte) ([]byte, error) {
	to, err := kem().NewPublicKey(mergeKey)
	if err != nil {
		return nil, ErrForm
	}
	return hpke.Seal(to, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), handOverInfo(b.at), b.secret[:])
}

// Merged is a box with the responses of this one and of another, which lay at its place, was handed over, and of which
// Write wrote value. ErrKey, ErrForm; ErrFull where no box holds them all.
func (b *Box) Merged(at Place, handedOver, value []byte) (*Box, error) {
	key, err := b.secret.mergeKey(b.at.Session)
	if err != nil {
		return nil, err
	}
	secret, err := hpke.Open(key, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), handOverInfo(at), handedOver)
	if err != nil || len(secret) != len(Secret{}) {
		return nil, ErrKey
	}
	other, err := OpenBox(at, b.public.Bytes(), Secret(secret), value)
	if err != nil {
		return nil, err
	}
	defer other.Wipe()
	n := b.Len() + other.Len()
	if n > MaxCapacity {
		return nil, ErrFull
	}
	next, err := NewBox(b.at, b.public.Bytes(), b.secret, max(b.Capacity(), CapacityFor(n)))
	if err != nil {
		return nil, err
	}
	for i := range n {
		if i < b.Len() {
			copy(next.slot(i), b.slot(i))
		} else {
			copy(next.slot(i), other.slot(i-b.Len()))
		}
	}
	next.setLen(n)
	return next, nil
}
