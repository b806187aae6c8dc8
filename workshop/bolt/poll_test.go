package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// polling is the room of a session, in a library, whose pulse n people have answered.
func polling(t testing.TB, n int, passphrase string, list ...Option) (r *workshop.Room, l *Library, resume string) {
	t.Helper()
	l = NewLibrary(filepath.Join(t.TempDir(), "sessions"), append(list, cheap())...)
	s := storetest.Ready(0)
	store, err := l.Create(s)
	must(t, err)
	t.Cleanup(func() { store.Close() })
	r, err = workshop.Enter(store)
	must(t, err)
	_, err = r.Begin(passphrase)
	must(t, err)
	for i := range 5 {
		_, err := r.Accept(storetest.NewResponse(i))
		must(t, err)
	}
	must(t, r.Move(workshop.Sealed))
	must(t, r.Reveal(passphrase, func(s *workshop.Session) {
		s.Plan.Promises = []workshop.Promise{{
			ID: 7, Theme: "voice", Side: workshop.EmployeeSide, Kind: workshop.Start, What: "Answer Amina within a day", Owner: "Tomasz",
			Due: s.Setup.Date.AddDays(30),
		}}
	}))
	for _, to := range []workshop.State{workshop.Prioritise, workshop.Planning, workshop.Closed} {
		must(t, r.Move(to))
	}
	resume, err = r.OpenPoll(storetest.PollID(0), workshop.PulsePoll, workshop.Date{Year: 2026, Month: 5, Day: 1}, passphrase)
	must(t, err)
	for range n {
		_, err := r.AcceptBallot(workshop.Ballot{int(workshop.Partly)})
		must(t, err)
	}
	return r, l, resume
}

func enterAgain(t testing.TB, l *Library, path, passphrase, resume string) *workshop.Room {
	t.Helper()
	store, err := l.Open(path)
	must(t, err)
	t.Cleanup(func() { store.Close() })
	must(t, store.Unlock(passphrase))
	r, err := workshop.Enter(store)
	must(t, err)
	if box, err := r.Poll(); err == nil && box.NeedsResume() {
		must(t, box.Resume(resume))
	}
	return r
}

func filesBelow(t testing.TB, folder string) (names []string) {
	t.Helper()
	must(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, strings.TrimPrefix(path, folder+string(filepath.Separator)))
		}
		return err
	}))
	return names
}

// The box of a poll lies beside the session: no word of it in clear, of one length, no session to home or to Open, and in
// no snapshot. It goes with the count, and with the session.
func TestPollsFile(t *testing.T) {
	keyring := newFakeKeyring()
	r, l, resume := polling(t, 0, "passphrase", WithKeyring(keyring))
	path := r.Store().Path()
	if resume != "" || len(keyring.secrets) != 1 || keyring.secrets[storetest.PollID(0)] == "" {
		t.Errorf("resume %q, keyring %v", resume, keyring.secrets)
	}
	var size int64
	for i := range 6 {
		_, err := r.AcceptBallot(workshop.Ballot{int(workshop.Partly)})
		must(t, err)
		info, err := os.Stat(pollPath(path))
		must(t, err)
		if i > 0 && info.Size() != size {
			t.Errorf("the file grew from %d to %d", size, info.Size())
		}
		size = info.Size()
	}
	must(t, r.Store().Close())
	file, err := os.ReadFile(pollPath(path))
	must(t, err)
	for _, word := range []string{"Amina", "Tomasz", "Riverside", "Front desk", "2026"} {
		if bytes.Contains(file, []byte(word)) {
			t.Errorf("the file holds %q", word)
		}
	}
	list, err := l.Sessions()
	must(t, err)
	if len(list) != 1 || list[0].Path != path {
		t.Errorf("listed: %+v", list)
	}
	_, err = l.Open(pollPath(path))
	wantErr(t, "opening the box of a poll", err, workshop.ErrForeign)
	wantErr(t, "deleting the box of a poll", l.Delete(pollPath(path)), workshop.ErrForeign)
	names := filesBelow(t, l.folder)
	if len(names) != 3 || !strings.HasPrefix(names[2], snapshotFolder) { // the session, its poll, its snapshot
		t.Errorf("files: %q", names)
	}

	r = enterAgain(t, l, path, "passphrase", "")
	must(t, r.CountPoll("passphrase"))
	if c, _ := r.Session().Pulses()[0].OfPromise(7); c.Partly != 6 {
		t.Errorf("counted %+v", c)
	}
	if _, err := os.Stat(pollPath(path)); !errors.Is(err, fs.ErrNotExist) || len(keyring.secrets) != 0 {
		t.Errorf("left: %v, keyring %v", err, keyring.secrets)
	}
	_, err = r.OpenPoll(storetest.PollID(1), workshop.PulsePoll, workshop.Date{}, "passphrase")
	must(t, err)
	must(t, r.Store().Close())
	must(t, l.Delete(path))
	if names := filesBelow(t, l.folder); len(names) != 0 || len(keyring.secrets) != 0 {
		t.Errorf("left after deleting: %q, keyring %v", names, keyring.secrets)
	}
}

// A file that only has the name of a poll's box, or is damaged, stops neither dropping the poll nor deleting the session.
func TestDamagedPoll(t *testing.T) {
	r, l, _ := polling(t, 5, "")
	path := r.Store().Path()
	must(t, r.Store().Close())
	must(t, os.WriteFile(pollPath(path), []byte("not a box at all"), 0o600))
	r = enterAgain(t, l, path, "", "")
	wantErr(t, "counting a damaged box", r.CountPoll(""), workshop.ErrForeign)
	must(t, r.DropPoll())
	if _, err := os.Stat(pollPath(path)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("left: %v", err)
	}
}

// A keyring that does not answer at the count: the ballots are gone all the same, and the secret follows.
func TestCountPollWithoutKeyring(t *testing.T) {
	keyring := newFakeKeyring()
	r, l, _ := polling(t, 5, "passphrase", WithKeyring(keyring))
	path := r.Store().Path()
	keyring.fails = true
	wantErr(t, "count", r.CountPoll("passphrase"), workshop.ErrUnconfirmed)
	if len(r.Session().Pulses()) != 1 {
		t.Error("the count is lost")
	}
	in, err := Inspect(pollPath(path))
	must(t, err)
	if in.BoxBytes != 0 || in.BoxKeys {
		t.Errorf("left: %+v", in)
	}
	must(t, r.Store().Close())
	keyring.fails = false
	r = enterAgain(t, l, path, "passphrase", "")
	if _, err := os.Stat(pollPath(path)); !errors.Is(err, fs.ErrNotExist) || len(keyring.secrets) != 0 || len(r.Session().Pulses()) != 1 {
		t.Errorf("left: %v, keyring %v", err, keyring.secrets)
	}
}

// failAt lets the n-th change of files fail, and all that follow as long as it is down; 0 for none.
type failAt struct{ n, done int }

var errDown = errors.New("the disk is down")

func (f *failAt) step() error {
	if f.done++; f.n > 0 && f.done >= f.n {
		return errDown
	}
	return nil
}

func (f *failAt) option(o *options) {
	real := realSystem()
	o.system.update = func(db *bbolt.DB, do func(*bbolt.Tx) error) error {
		if err := f.step(); err != nil {
			return err
		}
		return real.update(db, do)
	}
	o.system.rename = func(from, to string) error {
		if err := f.step(); err != nil {
			return err
		}
		return real.rename(from, to)
	}
	o.system.remove = func(name string) error {
		if err := f.step(); err != nil {
			return err
		}
		return real.remove(name)
	}
	o.system.syncFolder = func(name string) error {
		if err := f.step(); err != nil {
			return err
		}
		return real.syncFolder(name)
	}
}

// The disk dies at every change that opening, dropping and counting a poll make, and the program with it. On the next
// opening either the poll is open and can be counted, or it is over and nothing of its box is left: never twice, never lost.
func TestPollOnADyingDisk(t *testing.T) {
	opened := func(r *workshop.Room) bool {
		_, open := r.Session().OpenedPoll()
		return open
	}
	for name, do := range map[string]func(*workshop.Room) error{
		"count": func(r *workshop.Room) error { return r.CountPoll("passphrase") },
		"drop":  (*workshop.Room).DropPoll,
		"open": func(r *workshop.Room) error {
			_, err := r.OpenPoll(storetest.PollID(1), workshop.PulsePoll, workshop.Date{}, "passphrase")
			return err
		},
	} {
		for n, past := 1, false; !past; n++ {
			t.Run(fmt.Sprintf("%s/%d", name, n), func(t *testing.T) {
				down := &failAt{}
				keyring := newFakeKeyring()
				r, l, _ := polling(t, 5, "passphrase", WithKeyring(keyring), down.option)
				path := r.Store().Path()
				if name == "open" {
					must(t, r.CountPoll("passphrase"))
				}
				store := r.Store().(*Store)
				if store.poll != nil {
					store.poll.settle()
				}
				*down = failAt{n: n}
				err := do(r)
				past = down.done < n
				if past && err != nil {
					t.Fatalf("nothing failed, but: %v", err)
				}
				store.Close() // fails, as in a process that dies; it only gives the locks free
				if store.db != nil {
					_ = guard(store.db.Close)
				}
				if store.poll != nil && store.poll.db != nil {
					_ = guard(store.poll.db.Close)
				}
				down.n = 0

				kept := opened(r)
				r = enterAgain(t, l, path, "passphrase", "")
				if kept != opened(r) && !errors.Is(err, workshop.ErrUnconfirmed) {
					t.Errorf("open in memory %v, on disk %v after %v", kept, opened(r), err)
				}
				if opened(r) && name != "open" {
					must(t, r.CountPoll("passphrase"))
					if c, _ := r.Session().Pulses()[0].OfPromise(7); c.Partly != 5 {
						t.Errorf("counted %+v", c)
					}
				}
				if opened(r) {
					return
				}
				if _, err := os.Stat(pollPath(path)); !errors.Is(err, fs.ErrNotExist) || len(keyring.secrets) != 0 {
					t.Errorf("left: %v, keyring %v", err, keyring.secrets)
				}
				if got := len(r.Session().Pulses()); name == "count" && got != 1 || name == "drop" && got > 1 {
					t.Errorf("%d counted", got)
				}
			})
		}
	}
}
