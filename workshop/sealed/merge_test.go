package sealed

import (
	"errors"
	"fmt"
	"testing"
)

// another is a box of the same session on another laptop, with n responses, and what it hands over.
func another(t *testing.T, public, mergeKey []byte, n int) (at Place, handedOver, value []byte) {
	t.Helper()
	at = Place{place.Session, "box of another laptop"}
	b, err := NewBox(at, public, NewSecret(), CapacityFor(n))
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := b.Add(fmt.Appendf(nil, "another %d", i)); err != nil {
			t.Fatal(err)
		}
	}
	handedOver, err = b.HandOver(mergeKey)
	if err != nil {
		t.Fatal(err)
	}
	return at, handedOver, b.Write(nil)
}

func TestMerged(t *testing.T) {
	for _, more := range []int{0, 3, MinCapacity, MinCapacity + 1} {
		b, public, private, secret := filledBox(t, 5)
		mergeKey, err := b.MergeKey()
		if err != nil {
			t.Fatal(err)
		}
		next, err := b.Merged(another(t, public, mergeKey, more))
		if err != nil {
			t.Fatal(err)
		}
		b.Wipe()
		if next.Capacity() != CapacityFor(5+more) {
			t.Errorf("%d more: capacity %d", more, next.Capacity())
		}
		next, err = OpenBox(place, public, secret, next.Write(nil))
		if err != nil {
			t.Fatal(err)
		}
		payloads, err := next.Unseal(private)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, p := range payloads {
			seen[string(p)] = true
		}
		if len(payloads) != 5+more || len(seen) != 5+more || !seen["response 4"] || more > 0 && !seen["another 0"] {
			t.Errorf("%d more: %q", more, payloads)
		}
	}
}

func TestMergedRefuses(t *testing.T) {
	b, public, _, _ := filledBox(t, 1)
	mergeKey, err := b.MergeKey()
	if err != nil {
		t.Fatal(err)
	}
	at, handedOver, value := another(t, public, mergeKey, 2)
	elsewhere := Place{"ffff", at.Name}
	foreign, _, _, _ := filledBox(t, 1) // the same session's id, another secret: as after the first was destroyed
	flipped := append([]byte(nil), value...)
	flipped[100] ^= 1
	for name, try := range map[string]func() (*Box, error){
		"another box":   func() (*Box, error) { return foreign.Merged(at, handedOver, value) },
		"another place": func() (*Box, error) { return b.Merged(elsewhere, handedOver, value) },
		"flipped":       func() (*Box, error) { return b.Merged(at, handedOver, flipped) },
		"nothing":       func() (*Box, error) { return b.Merged(at, nil, value) },
	} {
		if _, err := try(); !errors.Is(err, ErrKey) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := b.HandOver([]byte("no key")); !errors.Is(err, ErrForm) {
		t.Errorf("no key: %v", err)
	}
	if b.Len() != 1 {
		t.Error("a refused merge changed the box")
	}
}
