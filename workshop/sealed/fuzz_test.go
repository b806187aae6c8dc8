package sealed

import (
	"bytes"
	"testing"
)

var fuzzPlace = Place{Session: "0a1b2c3d", Name: "box"}

// FuzzBox feeds what lies behind the outer layer, as somebody with the secret could forge it, and the value itself.
func FuzzBox(f *testing.F) {
	public, private, err := NewKeys()
	if err != nil {
		f.Fatal(err)
	}
	secret := Secret{1, 2, 3}
	box, err := NewBox(fuzzPlace, public, secret, MinCapacity)
	if err != nil {
		f.Fatal(err)
	}
	if err := box.Add([]byte("a response")); err != nil {
		f.Fatal(err)
	}
	f.Add(box.plain[:boxHeader+SlotSize], true)
	f.Add(box.Write(nil)[:200], false)
	f.Add([]byte{}, true)
	f.Add([]byte{1, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 65}, true)
	outer, err := newAEAD(secret.outerKey(fuzzPlace.Session))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, value []byte, forged bool) {
		if forged {
			value = outer.Seal(nil, nil, value, fuzzPlace.bytes())
		}
		opened, err := OpenBox(fuzzPlace, public, secret, value)
		if err != nil {
			return
		}
		if opened.Len() > opened.Capacity() {
			t.Errorf("%d responses in %d slots", opened.Len(), opened.Capacity())
		}
		_, _ = opened.Unseal(private)
	})
}

// FuzzWrapped feeds wrapped keys. What it asks for in work is bounded.
func FuzzWrapped(f *testing.F) {
	cheap := Cost{Time: 1, Memory: 8, Threads: 1}
	wrapped, err := Wrap([]byte("a key of some length"), "passphrase", cheap, fuzzPlace)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(wrapped)
	f.Add(wrapped[:wrapHeader])
	f.Add([]byte{1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, value []byte) {
		if len(value) > 9 && (value[4] > 2 || value[6]|value[7] != 0 || value[9] > 2) {
			return // it may be within the bounds, but would be slow
		}
		secret, err := Unwrap(value, "passphrase", fuzzPlace)
		if err == nil && !bytes.Equal(value, wrapped) && string(secret) != "a key of some length" {
			t.Errorf("a forged key opens: %q", secret)
		}
	})
}

// FuzzCode feeds resume codes as people may type them.
func FuzzCode(f *testing.F) {
	f.Add(Secret{}.Code())
	f.Add(Secret{0xff, 1: 7, 15: 9}.Code())
	f.Add("0000-0000-0000-0000-0000-0000-0000")
	f.Add("oil")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ParseCode(text)
		if err != nil {
			return
		}
		if again, err := ParseCode(s.Code()); err != nil || again != s {
			t.Errorf("%q is read as %x, and its code as %x (%v)", text, s, again, err)
		}
	})
}
