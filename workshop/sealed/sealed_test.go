package sealed

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

var (
	cheap = Cost{Time: 1, Memory: 64, Threads: 1}
	place = Place{Session: "0123456789abcdef0123456789abcdef", Name: "box"}
)

func TestEncryptIsBoundToItsPlace(t *testing.T) {
	key := bytes.Repeat([]byte{7}, KeySize)
	value, err := Encrypt(key, []byte("the document"), place)
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := Decrypt(key, value, place); err != nil || string(plain) != "the document" {
		t.Fatalf("got %q, %v", plain, err)
	}
	flipped := slices.Clone(value)
	flipped[len(flipped)/2] ^= 1
	for name, try := range map[string]func() ([]byte, error){
		"another session": func() ([]byte, error) { return Decrypt(key, value, Place{"ffff", place.Name}) },
		"another name":    func() ([]byte, error) { return Decrypt(key, value, Place{place.Session, "document"}) },
		"another key":     func() ([]byte, error) { return Decrypt(bytes.Repeat([]byte{8}, KeySize), value, place) },
		"a flipped bit":   func() ([]byte, error) { return Decrypt(key, flipped, place) },
		"cut short":       func() ([]byte, error) { return Decrypt(key, value[:10], place) },
	} {
		if plain, err := try(); !errors.Is(err, ErrKey) {
			t.Errorf("%s: got %q, %v", name, plain, err)
		}
	}
	if _, err := Encrypt([]byte("short"), nil, place); !errors.Is(err, ErrForm) {
		t.Errorf("a short key: %v", err)
	}
}

func TestWrap(t *testing.T) {
	value, err := Wrap([]byte("private key"), "caf\u00e9", cheap, place)
	if err != nil {
		t.Fatal(err)
	}
	for _, same := range []string{"caf\u00e9", "cafe\u0301"} {
		if secret, err := Unwrap(value, same, place); err != nil || string(secret) != "private key" {
			t.Errorf("%+q: got %q, %v", same, secret, err)
		}
	}
	for _, wrong := range []string{"", "cafe", "Caf\u00e9", "caf\u00e9 "} {
		if _, err := Unwrap(value, wrong, place); !errors.Is(err, ErrKey) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	if _, err := Unwrap(value, "caf\u00e9", Place{place.Session, "other"}); !errors.Is(err, ErrKey) {
		t.Errorf("another place: %v", err)
	}
}

func TestUnwrapBoundsTheWorkThatAFileMayAskFor(t *testing.T) {
	value, err := Wrap([]byte("x"), "p", cheap, place)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(v []byte){
		"version":       func(v []byte) { v[0] = 9 },
		"no pass":       func(v []byte) { copy(v[1:], []byte{0, 0, 0, 0}) },
		"4 billion":     func(v []byte) { copy(v[1:], []byte{255, 255, 255, 255}) },
		"4 TiB":         func(v []byte) { copy(v[5:], []byte{255, 255, 255, 255}) },
		"512 MiB":       func(v []byte) { copy(v[5:], []byte{0, 8, 0, 0}) },
		"no lane":       func(v []byte) { v[9] = 0 },
		"too many lane": func(v []byte) { v[9] = 255 },
	} {
		hostile := slices.Clone(value)
		change(hostile)
		if _, err := Unwrap(hostile, "p", place); !errors.Is(err, ErrForm) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Unwrap(value[:wrapHeader-1], "p", place); !errors.Is(err, ErrForm) {
		t.Errorf("cut short: %v", err)
	}
	cheaper := slices.Clone(value)
	cheaper[8]-- // still reasonable, but not what it was wrapped with
	if _, err := Unwrap(cheaper, "p", place); !errors.Is(err, ErrKey) {
		t.Errorf("changed cost: %v", err)
	}
}

func TestDefaultCostIsReasonable(t *testing.T) {
	if c := DefaultCost(); !c.reasonable() || c.Memory < 64*1024 {
		t.Errorf("%+v", c)
	}
}

func TestCode(t *testing.T) {
	for range 200 {
		s := NewSecret()
		code := s.Code()
		if len(strings.Split(code, "-")) != 7 || len(code) != 34 {
			t.Fatalf("%q has another form", code)
		}
		sloppy := strings.NewReplacer("0", "o", "1", "l", "-", " ").Replace(strings.ToLower(code))
		for _, text := range []string{code, sloppy, strings.ReplaceAll(code, "1", "I")} {
			if got, err := ParseCode(text); err != nil || got != s {
				t.Fatalf("%q: %v", text, err)
			}
		}
	}
}

func TestCodeNoticesASlip(t *testing.T) {
	code := NewSecret().Code()
	missed := 0
	for i := range code {
		if code[i] == '-' {
			continue
		}
		for _, other := range codeAlphabet {
			slip := code[:i] + string(other) + code[i+1:]
			if _, err := ParseCode(slip); slip != code && err == nil {
				missed++
			}
		}
	}
	// 868 slips, each noticed but for a chance of 2⁻¹²; more than 5 missed has a chance below 1 in 100 million.
	if missed > 5 {
		t.Errorf("%d of 868 slips were missed", missed)
	}
	for _, bad := range []string{"", "7K2M", strings.Repeat("U", 28), strings.Repeat("é", 28)} {
		if _, err := ParseCode(bad); !errors.Is(err, ErrForm) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func filledBox(t testing.TB, n int) (b *Box, public, private []byte, secret Secret) {
	t.Helper()
	public, private, err := NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	secret = NewSecret()
	b, err = NewBox(place, public, secret, MinCapacity)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := b.Add(fmt.Appendf(nil, "response %d", i)); err != nil {
			t.Fatal(err)
		}
	}
	return b, public, private, secret
}

func TestBoxKeepsEveryResponse(t *testing.T) {
	for _, n := range []int{0, 1, 5, MinCapacity} {
		b, public, private, secret := filledBox(t, n)
		value := b.Write(nil)
		if len(value) != ValueSize(MinCapacity) {
			t.Fatalf("n=%d: %d bytes, want %d", n, len(value), ValueSize(MinCapacity))
		}
		opened, err := OpenBox(place, public, secret, value)
		if err != nil || opened.Len() != n || opened.Capacity() != MinCapacity {
			t.Fatalf("n=%d: %v", n, err)
		}
		payloads, err := opened.Unseal(private)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, p := range payloads {
			seen[string(p)] = true
		}
		for i := range n {
			if !seen[fmt.Sprintf("response %d", i)] {
				t.Errorf("n=%d: response %d is lost", n, i)
			}
		}
		if len(payloads) != n {
			t.Errorf("n=%d: %d came out", n, len(payloads))
		}
	}
}

func TestBoxFullAndDoubled(t *testing.T) {
	b, public, private, secret := filledBox(t, MinCapacity)
	if err := b.Add([]byte("one more")); !errors.Is(err, ErrFull) {
		t.Fatalf("full box: %v", err)
	}
	b, err := b.Doubled()
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Add([]byte("one more")); err != nil {
		t.Fatal(err)
	}
	value := b.Write(nil)
	if len(value) != ValueSize(2*MinCapacity) {
		t.Errorf("%d bytes, want %d", len(value), ValueSize(2*MinCapacity))
	}
	opened, err := OpenBox(place, public, secret, value)
	if err != nil {
		t.Fatal(err)
	}
	payloads, err := opened.Unseal(private)
	if err != nil || len(payloads) != MinCapacity+1 {
		t.Errorf("%d responses, %v", len(payloads), err)
	}
}

func TestBoxLimits(t *testing.T) {
	b, public, private, secret := filledBox(t, 0)
	if err := b.Add(make([]byte, MaxResponse+1)); !errors.Is(err, ErrTooLong) {
		t.Errorf("too long: %v", err)
	}
	if err := b.Add(bytes.Repeat([]byte{0xff}, MaxResponse)); err != nil {
		t.Fatal(err)
	}
	if payloads, err := b.Unseal(private); err != nil || len(payloads[0]) != MaxResponse {
		t.Errorf("the longest response: %v", err)
	}
	for _, capacity := range []int{0, 1, 63, 65, 2 * MaxCapacity} {
		if _, err := NewBox(place, public, secret, capacity); !errors.Is(err, ErrForm) {
			t.Errorf("capacity %d: %v", capacity, err)
		}
	}
	for n, want := range map[int]int{0: 64, 64: 64, 65: 128, 4096: 4096, 5000: 4096} {
		if got := CapacityFor(n); got != want {
			t.Errorf("CapacityFor(%d) = %d, want %d", n, got, want)
		}
	}
}

func TestBoxOpensWithItsSecretAtItsPlaceOnly(t *testing.T) {
	b, public, _, secret := filledBox(t, 3)
	value := b.Write(nil)
	if _, err := OpenBox(place, public, NewSecret(), value); !errors.Is(err, ErrKey) {
		t.Errorf("another secret: %v", err)
	}
	if _, err := OpenBox(Place{"ffff", "box"}, public, secret, value); !errors.Is(err, ErrKey) {
		t.Errorf("another session: %v", err)
	}
	for _, at := range []int{0, outerNonce, len(value) / 2, len(value) - 1} {
		flipped := slices.Clone(value)
		flipped[at] ^= 1
		if _, err := OpenBox(place, public, secret, flipped); !errors.Is(err, ErrKey) {
			t.Errorf("flipped at %d: %v", at, err)
		}
	}
	_, other, err := NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Unseal(other); !errors.Is(err, ErrKey) {
		t.Errorf("another private key: %v", err)
	}
	b.Wipe()
	if b.Len() != 0 || b.outer != nil {
		t.Error("Wipe left something")
	}
}

// Two values of one box share no block of 16 bytes, and fillers look like responses: no slot is like another.
func TestBoxValuesHaveNothingInCommon(t *testing.T) {
	b, _, _, _ := filledBox(t, 5)
	blocks := map[string]bool{}
	for range 4 {
		value := b.Write(nil)
		for i := 0; i+16 <= len(value); i += 16 {
			block := string(value[i : i+16])
			if blocks[block] {
				t.Fatal("a block came twice")
			}
			blocks[block] = true
		}
	}
	for i := range b.Capacity() {
		for j := range i {
			if bytes.Equal(b.slot(i)[:32], b.slot(j)[:32]) {
				t.Fatalf("slots %d and %d begin alike", j, i)
			}
		}
	}
}

// The place of the last response in the written box is uniform: chi-squared over 5 places and 5,000 writes, against
// 27.9, which chance exceeds once in 80,000 (4 degrees of freedom). Without the shuffle it always lies last: the control.
func TestWriteShuffles(t *testing.T) {
	b, _, private, _ := filledBox(t, 5)
	placeOfLast := func() int {
		key, err := kem().NewPrivateKey(private)
		if err != nil {
			t.Fatal(err)
		}
		for i := range b.Len() {
			if _, payload, err := openSlot(key, b.at.Session, b.slot(i)); err == nil && string(payload) == "response 4" {
				return i
			}
		}
		t.Fatal("the last response is lost")
		return -1
	}
	if got := placeOfLast(); got != 4 {
		t.Fatalf("before any write the last response lies at %d", got)
	}
	const writes = 5000
	last := slices.Clone(b.slot(4))
	var counts [5]int
	for range writes {
		b.Write(nil)
		for i := range counts {
			if bytes.Equal(b.slot(i), last) {
				counts[i]++
			}
		}
	}
	chi := 0.0
	for _, n := range counts {
		d := float64(n) - writes/5
		chi += d * d / (writes / 5)
	}
	if chi > 27.9 {
		t.Errorf("chi-squared %.1f of %v", chi, counts)
	}
}

func TestTakeBack(t *testing.T) {
	for range 20 {
		b, _, private, _ := filledBox(t, 6)
		for range 3 {
			b.Write(nil)
		}
		if err := b.TakeBack(); err != nil {
			t.Fatal(err)
		}
		if err := b.TakeBack(); err == nil {
			t.Fatal("took back twice")
		}
		payloads, err := b.Unseal(private)
		if err != nil || len(payloads) != 5 {
			t.Fatalf("%d responses, %v", len(payloads), err)
		}
		for _, p := range payloads {
			if string(p) == "response 5" {
				t.Fatal("another one was taken back")
			}
		}
	}
	b, _, _, _ := filledBox(t, 2)
	b.Keep()
	if err := b.TakeBack(); err == nil {
		t.Error("what is kept was taken back")
	}
}

func BenchmarkAdd(b *testing.B) {
	box, _, _, _ := filledBox(b, 10)
	payload := make([]byte, 300)
	for b.Loop() {
		if err := box.Add(payload); err != nil {
			b.Fatal(err)
		}
		if err := box.TakeBack(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	box, _, _, _ := filledBox(b, 40)
	var buffer []byte
	for b.Loop() {
		buffer = box.Write(buffer[:0])
	}
}

func BenchmarkUnwrapDefaultCost(b *testing.B) {
	value, err := Wrap([]byte("x"), "p", DefaultCost(), place)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Unwrap(value, "p", place); err != nil {
			b.Fatal(err)
		}
	}
}
