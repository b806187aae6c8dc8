package sealed

import (
	"bytes"
	"crypto/cipher"
	"crypto/hpke"
	crand "crypto/rand"
	"encoding/binary"
	"math/rand/v2"
)

// Capacities of a box, in slots. A box has MinCapacity·2ⁱ slots.
const (
	MinCapacity = 64
	MaxCapacity = 4096
)

// CapacityFor is the smallest capacity that holds n responses, MaxCapacity where none does.
func CapacityFor(n int) int {
	c := MinCapacity
	for c < n && c < MaxCapacity {
		c *= 2
	}
	return c
}

const (
	boxVersion = 1
	boxHeader  = 16 // version (1), zero (3), capacity (4), responses (4), zero (4)
	outerNonce = 12
	outerTag   = 16
)

// ValueSize is the length of a box value of that capacity, in bytes.
func ValueSize(capacity int) int { return outerNonce + boxHeader + capacity*SlotSize + outerTag }

// ValueLength says whether a box value can have that length: there is one for each capacity.
func ValueLength(n int) bool {
	for c := MinCapacity; c <= MaxCapacity; c *= 2 {
		if n == ValueSize(c) {
			return true
		}
	}
	return false
}

// Box is the responses of one session while it collects. It can count them but not read them. It holds the outer key
// until Wipe.
type Box struct {
	at     Place
	public hpke.PublicKey
	secret Secret
	outer  cipher.AEAD
	// plain is the header and the slots: those with responses first, in an order that every Write draws anew, then
	// filler. Who holds the outer key can thus tell how many responses there are, but not which came when.
	plain []byte
	last  int // the slot that TakeBack empties, −1 for none
}

// NewBox is an empty box for the session's public key, with a capacity as CapacityFor gives it.
func NewBox(at Place, public []byte, secret Secret, capacity int) (*Box, error) {
	if capacity != CapacityFor(capacity) {
		return nil, ErrForm
	}
	b, err := newBox(at, public, secret)
	if err != nil {
		return nil, err
	}
	b.plain = make([]byte, boxHeader, boxHeader+capacity*SlotSize)
	b.plain[0] = boxVersion
	return b, b.fill(capacity)
}

func newBox(at Place, public []byte, secret Secret) (*Box, error) {
	key, err := kem().NewPublicKey(public)
	if err != nil {
		return nil, ErrForm
	}
	outer, err := newAEAD(secret.outerKey(at.Session))
	if err != nil {
		return nil, err
	}
	return &Box{at: at, public: key, secret: secret, outer: outer, last: -1}, nil
}

// fill appends filler up to a capacity.
func (b *Box) fill(capacity int) error {
	for b.Capacity() < capacity {
		slot, err := sealSlot(b.public, b.at.Session, filler, nil)
		if err != nil {
			return err
		}
		b.plain = append(b.plain, slot...)
	}
	binary.BigEndian.PutUint32(b.plain[4:], uint32(capacity))
	return nil
}

// OpenBox reads what Write wrote. ErrKey where the secret is wrong or the value was changed; ErrForm.
func OpenBox(at Place, public []byte, secret Secret, value []byte) (*Box, error) {
	b, err := newBox(at, public, secret)
	if err != nil {
		return nil, err
	}
	b.plain, err = b.outer.Open(nil, nil, value, at.bytes())
	if err != nil {
		return nil, ErrKey
	}
	if len(b.plain) < boxHeader || b.plain[0] != boxVersion {
		return nil, ErrForm
	}
	capacity := int(binary.BigEndian.Uint32(b.plain[4:]))
	if capacity > MaxCapacity || capacity != CapacityFor(capacity) || len(value) != ValueSize(capacity) || b.Len() > capacity {
		return nil, ErrForm
	}
	return b, nil
}

// Len is the number of responses.
func (b *Box) Len() int { return int(binary.BigEndian.Uint32(b.plain[8:])) }

// Capacity is the number of slots.
func (b *Box) Capacity() int { return (len(b.plain) - boxHeader) / SlotSize }

func (b *Box) slot(i int) []byte { return b.plain[boxHeader+i*SlotSize:][:SlotSize] }

// Add seals one response more. ErrFull, ErrTooLong.
func (b *Box) Add(payload []byte) error {
	n := b.Len()
	if n == b.Capacity() {
		return ErrFull
	}
	slot, err := sealSlot(b.public, b.at.Session, response, payload)
	if err != nil {
		return err
	}
	copy(b.slot(n), slot)
	b.setLen(n + 1)
	b.last = n
	return nil
}

// TakeBack takes the response that was added last out again: once, and only if it could not be kept.
func (b *Box) TakeBack() error {
	if b.last < 0 {
		return ErrForm
	}
	slot, err := sealSlot(b.public, b.at.Session, filler, nil)
	if err != nil {
		return err
	}
	n := b.Len() - 1
	copy(b.slot(b.last), b.slot(n))
	copy(b.slot(n), slot)
	b.setLen(n)
	b.last = -1
	return nil
}

// Keep forgets which response was added last.
func (b *Box) Keep() { b.last = -1 }

func (b *Box) setLen(n int) { binary.BigEndian.PutUint32(b.plain[8:], uint32(n)) }

// Doubled is a copy of the box with twice the capacity. ErrFull at MaxCapacity.
func (b *Box) Doubled() (*Box, error) {
	if b.Capacity() >= MaxCapacity {
		return nil, ErrFull
	}
	next := *b
	next.last = -1
	next.plain = append(make([]byte, 0, boxHeader+2*b.Capacity()*SlotSize), b.plain...)
	return &next, next.fill(2 * b.Capacity())
}

// Write shuffles the responses and appends the box, encrypted anew, to dst. Two writes of one box have nothing in
// common but their length.
func (b *Box) Write(dst []byte) []byte {
	var spare [SlotSize]byte
	shuffle(b.Len(), func(i, j int) {
		copy(spare[:], b.slot(i))
		copy(b.slot(i), b.slot(j))
		copy(b.slot(j), spare[:])
		switch b.last {
		case i:
			b.last = j
		case j:
			b.last = i
		}
	})
	return b.outer.Seal(dst, nil, b.plain, b.at.bytes())
}

// Unseal opens the responses with the private key, in random order. A slot that does not open is left out: as the box is
// authentic, it can only have come with a merged box that somebody forged. ErrKey, ErrForm.
func (b *Box) Unseal(private []byte) ([][]byte, error) {
	key, err := kem().NewPrivateKey(private)
	if err != nil {
		return nil, ErrForm
	}
	if !bytes.Equal(key.PublicKey().Bytes(), b.public.Bytes()) {
		return nil, ErrKey
	}
	payloads := make([][]byte, 0, b.Len())
	for i := range b.Len() {
		if kind, payload, err := openSlot(key, b.at.Session, b.slot(i)); err == nil && kind == response {
			payloads = append(payloads, payload)
		}
	}
	shuffle(len(payloads), func(i, j int) { payloads[i], payloads[j] = payloads[j], payloads[i] })
	return payloads, nil
}

// Wipe clears the box from memory; it cannot be used any more.
func (b *Box) Wipe() {
	clear(b.plain[:cap(b.plain)])
	b.plain, b.secret, b.outer, b.last = make([]byte, boxHeader), Secret{}, nil, -1
}

// shuffle draws one of all orders of n things, each as likely as any other, from the system's randomness.
func shuffle(n int, swap func(i, j int)) { rand.New(systemRandom{}).Shuffle(n, swap) }

type systemRandom struct{}

func (systemRandom) Uint64() uint64 {
	var b [8]byte
	_, _ = crand.Read(b[:]) // never fails (crypto/rand)
	return binary.NativeEndian.Uint64(b[:])
}
