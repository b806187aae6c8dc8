package bolt

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// row is a line of the table.
type row struct {
	fault                    string
	trials, lost, unreadable int
	target                   string
}

// TestFaults is the campaign against lost and unreadable sessions. EXCEED_FAULTS=full runs the whole of it and prints its
// table (make faults); without, a short form runs with all other tests.
func TestFaults(t *testing.T) {
	full := os.Getenv("EXCEED_FAULTS") == "full"
	size := func(small, large int) int {
		if full {
			return large
		}
		return small
	}
	var table []row
	run := func(fault, target string, f func(t *testing.T) (trials, lost, unreadable int)) {
		t.Run(fault, func(t *testing.T) {
			begun := time.Now()
			trials, lost, unreadable := f(t)
			table = append(table, row{fault, trials, lost, unreadable, target})
			t.Logf("%d trials in %v", trials, time.Since(begun).Round(time.Millisecond))
			if lost > 0 || unreadable > 0 {
				t.Errorf("%d lost and %d unreadable of %d", lost, unreadable, trials)
			}
		})
	}
	run("killed while collecting (kill -9)", "≥ 3,000", func(t *testing.T) (int, int, int) {
		kills := size(6, 3000)
		lost, unreadable, accepted := killWhileCollecting(t, kills)
		if accepted == 0 {
			t.Error("every process was killed before the first response")
		}
		return kills, lost, unreadable
	})
	run("power cut (images of prefixes and subsets)", "≥ 100,000", func(t *testing.T) (int, int, int) {
		var found powerCuts
		for name, play := range plays() {
			if !full && strings.HasPrefix(name, "more") {
				continue
			}
			found.add(cutPower(t, recordPlay(t, play), size(3, 72), size(100, 50), rand.New(rand.NewPCG(1, 1))))
		}
		for _, c := range found.complaints {
			t.Log(c)
		}
		t.Logf("%d images were opened by bbolt and used", found.opened)
		return found.images, found.lost, found.unreadable
	})
	disks := func(harm failing, step, stride int) func(t *testing.T) (int, int, int) {
		return func(t *testing.T) (int, int, int) {
			f := failEverything(t, harm, step, stride)
			for _, c := range f.complaints {
				t.Log(c)
			}
			if f.misled > 0 {
				t.Errorf("%d messages do not say what to do", f.misled)
			}
			return f.trials, f.lost, f.unreadable
		}
	}
	if full {
		run("one write, sync, rename or delete fails, and one of the recovery", "every one", disks(failing{errno: syscall.EIO}, 1, 6))
	} else {
		run("one write, sync, rename or delete fails", "every one", disks(failing{errno: syscall.EIO}, 9, 25))
	}
	if full {
		run("disk full from an operation on", "every one", disks(failing{syscall.ENOSPC, true, workshop.ErrDiskFull}, 1, 25))
		run("disk fails from an operation on", "every one", disks(failing{syscall.EIO, true, workshop.ErrNotSaved}, 1, 25))
		run("disk turns read-only at an operation", "every one", disks(failing{syscall.EROFS, true, workshop.ErrReadOnly}, 1, 25))
	}
	run("damaged and hostile files", "≥ 10,000", func(t *testing.T) (int, int, int) {
		found := damageFiles(t, size(90, 10_500), rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1)))
		t.Logf("%+v", found)
		return found.files, found.wrong, found.crashed + found.hung
	})
	run("two instances (told in ≤ 2 s)", "≤ 2 s", twoInstances)
	run("clock ten years off", "nothing by time", clockOff)
	run("files of released versions", "all open", releasedVersions)
	if full {
		fmt.Printf("\n%-68s %8s %6s %11s  %s\n", "fault", "trials", "lost", "unreadable", "target")
		for _, r := range table {
			fmt.Printf("%-68s %8d %6d %11d  %s\n", r.fault, r.trials, r.lost, r.unreadable, r.target)
		}
	}
}

func twoInstances(t *testing.T) (trials, lost, unreadable int) {
	store, _, _ := collecting(t, 3, "")
	begun := time.Now()
	_, err := OpenFile(store.path, cheap())
	if !errors.Is(err, workshop.ErrInUse) || time.Since(begun) > 2*time.Second {
		t.Errorf("told %v after %v", err, time.Since(begun))
		lost++
	}
	accept(t, store, 3, 5)
	return 1, lost, 0
}

// clockOff sets the times of files ten years back and ahead: what is listed, opened and copied is the same.
func clockOff(t *testing.T) (trials, lost, unreadable int) {
	l := NewLibrary(t.TempDir(), cheap())
	for i := range 3 {
		store, err := l.Create(storetest.Ready(i))
		must(t, err)
		must(t, store.Close())
	}
	before, err := l.Sessions()
	must(t, err)
	for i, sum := range before {
		at := time.Now().AddDate(10*(i%3-1), 0, 0)
		must(t, os.Chtimes(sum.Path, at, at))
		must(t, os.Chtimes(snapshotPath(sum.Path), at.AddDate(-10, 0, 0), at.AddDate(-10, 0, 0)))
	}
	after, err := l.Sessions()
	must(t, err)
	for i := range before {
		trials++
		if after[i].Path != before[i].Path {
			lost++
		}
		store, err := l.Open(after[i].Path)
		if err != nil {
			unreadable++
			continue
		}
		s, err := store.Load()
		must(t, err)
		s.Setup.Team = "saved in another time"
		must(t, store.Save(s))
		must(t, store.Close())
		if !snapshotHas(t, store.Path(), "saved in another time") {
			lost++
		}
	}
	return trials, lost, unreadable
}

// releasedVersions opens the committed files of every version of the layout: testdata/version-N-….exceed.
func releasedVersions(t *testing.T) (trials, lost, unreadable int) {
	files, err := filepath.Glob("testdata/version-*.exceed")
	must(t, err)
	if want := int(newest(migrations())); len(files) < want {
		t.Errorf("%d files for %d versions", len(files), want)
	}
	for _, file := range files {
		trials++
		data, err := os.ReadFile(file)
		must(t, err)
		path := filepath.Join(t.TempDir(), filepath.Base(file))
		must(t, os.WriteFile(path, data, 0o600))
		store, err := OpenFile(path, cheap())
		if err != nil {
			t.Log(err)
			unreadable++
			continue
		}
		if store.Locked() {
			must(t, store.Unlock(playPassphrase))
		}
		s, err := store.Load()
		if err != nil || s.Setup.Organisation != "Riverside Clinics" || len(s.Voices) != 5 {
			lost++
		}
		must(t, store.Close())
	}
	return trials, lost, unreadable
}
