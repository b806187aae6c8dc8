package bolt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"

	"exceed/workshop"
	"exceed/workshop/sealed"
	"exceed/workshop/storetest"
)

// raw is the file as it lies on the disk, after the last second write.
func raw(t testing.TB, store *Store) []byte {
	t.Helper()
	store.settle()
	data, err := os.ReadFile(store.path)
	must(t, err)
	return data
}

// boxPages cuts 32 bytes out of every page that is not reachable from the other values and looks random: what any copy of
// the box, live or left over, leaves in the file.
func boxPages(t testing.TB, data []byte) map[string]bool {
	t.Helper()
	im, err := openImage(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	top, err := im.buckets()
	must(t, err)
	for name, b := range top {
		if name != boxValue {
			_, err := im.bucket(b)
			must(t, err)
		}
	}
	pieces := map[string]bool{}
	for id := pageID(2); id < im.end; id++ {
		piece := data[id*pageSize+2000:][:32]
		if !im.seen[id] && distinct(piece) > 20 {
			pieces[string(piece)] = true
		}
	}
	return pieces
}

func distinct(piece []byte) int {
	seen := map[byte]bool{}
	for _, b := range piece {
		seen[b] = true
	}
	return len(seen)
}

// remaining counts the pieces that still lie in a page of the file.
func remaining(pieces map[string]bool, data []byte) int {
	n := 0
	for at := 2000; at+32 <= len(data); at += pageSize {
		if pieces[string(data[at:at+32])] {
			n++
		}
	}
	return n
}

// After each response, nothing is left of the box as it was before, and the file and its box keep their sizes, also when
// settings are saved in between. The control writes once: then the whole box of before is left.
func TestNoOlderBoxRemains(t *testing.T) {
	for _, expected := range []int{12, 100, 300} {
		t.Run(fmt.Sprint(expected), func(t *testing.T) {
			s := storetest.Ready(0)
			s.Setup.Expected = expected
			store, err := CreateAt(t.TempDir()+"/test.exceed", s, cheap())
			must(t, err)
			defer store.Close()
			s.State = workshop.Collect
			_, err = store.Begin(s, "passphrase")
			must(t, err)
			before := raw(t, store)
			size := len(before)
			for i := range 40 {
				if i%4 == 3 {
					s.Parking = append(s.Parking, workshop.ParkedItem{Text: strings.Repeat("Later. ", 30)})
					must(t, store.Save(s))
				}
				older := boxPages(t, raw(t, store))
				if want := sealed.ValueSize(sealed.CapacityFor(expected)) / pageSize; len(older) < want {
					t.Fatalf("the test sees %d pages of the box, want at least %d", len(older), want)
				}
				accept(t, store, i, i+1)
				now := raw(t, store)
				if n := remaining(older, now); n > 0 {
					t.Fatalf("response %d: %d of %d pages of older boxes are left", i+1, n, len(older))
				}
				if len(now) != size {
					t.Fatalf("response %d: the file has %d bytes, had %d", i+1, len(now), size)
				}
				c, err := store.check()
				must(t, err)
				if got := len(c.values[boxValue]); got != sealed.ValueSize(sealed.CapacityFor(expected)) {
					t.Fatalf("response %d: the box has %d bytes", i+1, got)
				}
			}

			older := boxPages(t, raw(t, store))
			must(t, store.putBox(store.box, store.sum))
			if n := remaining(older, raw(t, store)); n < len(older)/3 {
				t.Errorf("control: one write leaves %d of %d pages", n, len(older))
			}
		})
	}
}

// A crash between the two writes of an Accept leaves the box as it was before; taking up collecting removes it.
func TestResumeRemovesWhatACrashLeft(t *testing.T) {
	store, s, resume := collecting(t, 5, "passphrase")
	older := boxPages(t, raw(t, store))
	must(t, store.box.Add([]byte("the last response before the crash")))
	must(t, store.putBox(store.box, store.sum))
	must(t, store.db.Close()) // all that a crash does
	data, err := os.ReadFile(store.path)
	must(t, err)
	if remaining(older, data) == 0 {
		t.Error("control: the crash leaves nothing of the older box")
	}
	again, err := OpenFile(store.path, cheap())
	must(t, err)
	defer again.Close()
	must(t, again.Resume(resume))
	if n := remaining(older, raw(t, again)); n > 0 {
		t.Errorf("%d pages of the older box are left", n)
	}
	if got, err := again.Load(); err != nil || again.Responses() != 6 || got.State != s.State {
		t.Errorf("%d responses, %v", again.Responses(), err)
	}
}

// While people answer, no word of theirs lies in the file. Controls: the plain form of a response holds them, and the
// file of a session without a passphrase holds the voices after the reveal.
func TestNoWordIsReadable(t *testing.T) {
	store, s, _ := collecting(t, 6, "")
	plain, err := storetest.NewResponse(3).Encode(s.Themes)
	must(t, err)
	word := []byte(storetest.Statement(3))
	if !bytes.Contains(plain, word) {
		t.Fatal("control: the plain form does not hold the statement")
	}
	if bytes.Contains(raw(t, store), word[:16]) {
		t.Error("the file holds the beginning of a statement")
	}
	s.State = workshop.Sealed
	must(t, store.Save(s))
	must(t, store.Reveal("", count(s)))
	if !bytes.Contains(raw(t, store), word) {
		t.Error("control: the unlocked file does not hold the voices after the reveal")
	}
}

// count counts for real.
func count(s *workshop.Session) func([]workshop.Response) (*workshop.Session, error) {
	return func(responses []workshop.Response) (*workshop.Session, error) {
		next := s.Clone()
		next.Setup.VoicesThreshold = workshop.MinVoicesThreshold
		return next, next.Count(responses)
	}
}

// After the reveal a protected file holds neither words nor promises in clear, nor a page of the box.
func TestRevealLeavesACleanFile(t *testing.T) {
	store, s, _ := collecting(t, 6, "passphrase")
	box := boxPages(t, raw(t, store))
	s.State = workshop.Sealed
	must(t, store.Save(s))
	must(t, store.Reveal("passphrase", count(s)))
	next, err := store.Load()
	must(t, err)
	next.Plan.Promises = []workshop.Promise{{ID: 1, What: "Answer within a day", Owner: "Amina", Due: next.Setup.Date}}
	must(t, store.Save(next))
	data := raw(t, store)
	for _, secret := range []string{"Statement of person", "Answer within", "Amina", "histogram"} {
		if bytes.Contains(data, []byte(secret)) {
			t.Errorf("the file holds %q", secret)
		}
	}
	if n := remaining(box, data); n > 0 {
		t.Errorf("%d pages of the box are left", n)
	}
}

// What is changed in a revealed session is gone from the file once it is closed; before, it lies in a free page. Words
// that are hidden are gone at once.
func TestNothingRemovedRemains(t *testing.T) {
	s := storetest.Ready(0)
	s.Voices = []workshop.Voice{{ID: 1, Text: "Too telling a voice"}}
	s.Plan.Promises = []workshop.Promise{{ID: 1, What: "A promise in other words"}}
	s.State = workshop.Reveal
	store, err := CreateAt(t.TempDir()+"/test.exceed", s, cheap())
	must(t, err)
	holds := func(text string) bool { return bytes.Contains(raw(t, store), []byte(text)) }
	if !holds("Too telling") {
		t.Fatal("control: the voice is not there before it is hidden")
	}
	s.Voices[0].Text = ""
	must(t, store.Save(s))
	if holds("Too telling") {
		t.Error("the hidden voice is left")
	}
	s.Plan.Promises[0].What = "A promise"
	must(t, store.Save(s))
	if !holds("in other words") {
		t.Error("control: the older promise is not there before closing")
	}
	must(t, store.Close())
	data, err := os.ReadFile(store.path)
	must(t, err)
	if bytes.Contains(data, []byte("in other words")) || !bytes.Contains(data, []byte("A promise")) {
		t.Error("the older promise is left, or the new one is lost")
	}
	before, err := os.Stat(store.path)
	must(t, err)
	store, err = OpenFile(store.path, cheap())
	must(t, err)
	must(t, store.Close())
	after, err := os.Stat(store.path)
	must(t, err)
	if !os.SameFile(before, after) {
		t.Error("a file in which nothing was changed was written anew")
	}
}

// More people than the box has slots: it doubles, nothing is lost, and no older box remains.
func TestBoxDoubles(t *testing.T) {
	store, s, _ := collecting(t, sealed.MinCapacity, "passphrase")
	for i := sealed.MinCapacity; i < sealed.MinCapacity+3; i++ {
		older := boxPages(t, raw(t, store))
		accept(t, store, i, i+1)
		if n := remaining(older, raw(t, store)); n > 0 {
			t.Errorf("response %d: %d pages of older boxes are left", i+1, n)
		}
	}
	s.State = workshop.Sealed
	must(t, store.Save(s))
	must(t, store.Reveal("passphrase", func(responses []workshop.Response) (*workshop.Session, error) {
		if len(responses) != sealed.MinCapacity+3 {
			t.Errorf("%d responses came out", len(responses))
		}
		return count(s)(responses)
	}))
}

// The walk reads what bbolt reads: more buckets, branches and overflowing pages than a session has.
func TestImageReadsWhatBboltWrote(t *testing.T) {
	path := t.TempDir() + "/test.exceed"
	o := newOptions([]Option{cheap()})
	framed := map[string][]byte{}
	for i := range 700 {
		name := fmt.Sprintf("bucket with a long name %d", i)
		framed[name] = frame("id", name, bytes.Repeat(binary.BigEndian.AppendUint32(nil, uint32(i)), i%50*40))
	}
	must(t, create(path, "id", framed, o))
	must(t, install(path, o))
	file, size, err := openFile(path)
	must(t, err)
	defer file.Close()
	im, top, err := openTop(file, size)
	must(t, err)
	if len(top) != len(framed)+1 {
		t.Errorf("%d buckets, want %d", len(top), len(framed)+1)
	}
	for name, want := range framed {
		values, err := im.bucket(top[name])
		must(t, err)
		if !bytes.Equal(values[name], want) {
			t.Errorf("%s is read wrong", name)
		}
	}
	must(t, im.checkFree())
}
