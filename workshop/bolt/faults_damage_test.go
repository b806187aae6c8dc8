package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"exceed/workshop"
)

// harms are ways to damage a file, by accident and on purpose.
func harms(random *rand.Rand) map[string]func(d []byte) []byte {
	anyPage := func(d []byte) []byte { return page(d, random.IntN(len(d)/pageSize)) }
	// aim changes a word of the head of a page, where a flip hurts most.
	aim := func(d []byte) {
		at := random.IntN(len(d)/pageSize)*pageSize + random.IntN(24)*4
		order.PutUint32(d[at:], []uint32{0, 1, 2, 16, 0xffff, 0xffffffff, random.Uint32(), random.Uint32N(64)}[random.IntN(8)])
	}
	resign := func(d []byte) {
		for i := range 2 {
			m := page(d, i)[pageHeader:]
			order.PutUint64(m[56:], checksum(m[:56]))
		}
	}
	return map[string]func(d []byte) []byte{
		"a bit":      func(d []byte) []byte { d[random.IntN(len(d))] ^= 1 << random.IntN(8); return d },
		"cut":        func(d []byte) []byte { return d[:random.IntN(len(d))] },
		"zero page":  func(d []byte) []byte { clear(anyPage(d)); return d },
		"zero bytes": func(d []byte) []byte { return d[:0] },
		"all zero":   func(d []byte) []byte { clear(d); return d },
		"other magic": func(d []byte) []byte {
			d[pageHeader+random.IntN(4)]++
			d[pageSize+pageHeader+random.IntN(4)]++
			return d
		},
		"copied page": func(d []byte) []byte { copy(anyPage(d), anyPage(d)); return d },
		"swapped pages": func(d []byte) []byte {
			a, b := anyPage(d), anyPage(d)
			held := bytes.Clone(a)
			copy(a, b)
			copy(b, held)
			return d
		},
		"repeated tail": func(d []byte) []byte { return append(d, d[random.IntN(len(d)):]...) },
		"header byte": func(d []byte) []byte {
			d[random.IntN(len(d)/pageSize)*pageSize+random.IntN(96)] = byte(random.Uint32())
			return d
		},
		"header words": func(d []byte) []byte {
			for range 1 + random.IntN(4) {
				aim(d)
			}
			return d
		},
		"signed header words": func(d []byte) []byte {
			for range 1 + random.IntN(3) {
				aim(d)
			}
			resign(d)
			return d
		},
		"signed meta": func(d []byte) []byte {
			for i := range 2 {
				m := page(d, i)[pageHeader:]
				order.PutUint64(m[[]int{16, 32, 40, 48}[random.IntN(4)]:], []uint64{0, 1, random.Uint64N(150), random.Uint64(), 1<<64 - 1}[random.IntN(5)])
			}
			resign(d)
			return d
		},
		"another page size": func(d []byte) []byte { // bbolt follows it where we would not
			i := random.IntN(2)
			m := page(d, i)[pageHeader:]
			order.PutUint32(m[8:], 1<<(9+random.IntN(8)))
			order.PutUint64(m[48:], order.Uint64(m[48:])+uint64(random.IntN(3)))
			resign(d)
			return d
		},
		"a planted meta page": func(d []byte) []byte {
			m := bytes.Clone(page(d, 0)[:pageHeader+metaSize])
			order.PutUint32(m[pageHeader+8:], 1024)
			order.PutUint64(m[pageHeader+56:], checksum(m[pageHeader:pageHeader+56]))
			clear(d[:pageHeader+metaSize])
			copy(d[1024:], m)
			return d
		},
	}
}

// damaging counts what came of damaged files.
type damaging struct{ files, refused, wrong, crashed, hung int }

// damageFiles opens so many damaged files: bbolt must be kept from whatever it would crash or hang on, and what opens must
// hold what one of the last two saves left. A crash past recover ends this process, and with it the test.
func damageFiles(t testing.TB, files int, random *rand.Rand) (found damaging) {
	t.Helper()
	store, s, code := collecting(t, 5, "")
	must(t, store.Close())
	store, err := OpenFile(store.path, cheap())
	must(t, err)
	must(t, store.Resume(code))
	s.Setup.Team = "Renamed"
	must(t, store.Save(s))
	must(t, store.Close())
	data, err := os.ReadFile(store.path)
	must(t, err)
	right := []string{"collect “Renamed”" + people("box", 0, 5), "collect “Front desk 0”" + people("box", 0, 5)}
	list := harms(random)
	j := newJudge("")
	path := filepath.Join(t.TempDir(), "damaged.exceed")
	for found.files < files {
		for name, harm := range list {
			found.files++
			must(t, os.WriteFile(path, harm(bytes.Clone(data)), 0o600))
			outcome := make(chan error, 1)
			go func() { outcome <- useDamaged(path, code, j, right) }()
			select {
			case err := <-outcome:
				switch {
				case err == nil:
				case errors.Is(err, workshop.ErrDamaged), errors.Is(err, workshop.ErrForeign), errors.Is(err, workshop.ErrNewer):
					found.refused++
				default:
					found.wrong++
					t.Errorf("%s: %v", name, err)
				}
			case <-time.After(20 * time.Second): // this machine may be busy
				found.hung++
				t.Fatalf("%s: it hangs", name)
			}
		}
	}
	return found
}

// useDamaged opens a file, saves, closes and opens it again. A refusal comes back as it is.
func useDamaged(path, code string, j *judge, right []string) error {
	Summarise(path)
	store, err := OpenFile(path, cheap())
	if err != nil {
		return err
	}
	defer store.Close()
	file, size, err := openFile(path)
	if err != nil {
		return fmt.Errorf("read again: %v", err)
	}
	defer file.Close()
	line, err := j.readAt(file, size, code)
	if err != nil || line != right[0] && line != right[1] {
		return fmt.Errorf("holds %s (%v)", line, err)
	}
	s, err := store.Load()
	if err == nil {
		s.Setup.Team = "Saved again"
		err = store.Save(s)
	}
	if err != nil {
		return fmt.Errorf("opened, but not saved: %v (%v)", err, errors.Unwrap(err))
	}
	if err := store.Close(); err != nil {
		return fmt.Errorf("opened, but not closed: %v", err)
	}
	again, err := OpenFile(path, cheap())
	if err != nil {
		return fmt.Errorf("saved, but not opened again: %v", err)
	}
	defer again.Close()
	if s, err = again.Load(); err != nil || s.Setup.Team != "Saved again" {
		return fmt.Errorf("saved, but it holds %v (%v)", s, err)
	}
	return nil
}
