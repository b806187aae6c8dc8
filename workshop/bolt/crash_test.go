package bolt

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

func withRename(f func(from, to string) error) Option {
	return func(o *options) { o.system.rename = f }
}

// readOnly lets every opening for writing fail, as for a file that belongs to somebody else.
func readOnly(o *options) {
	o.system.openFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		if flag&os.O_RDWR != 0 {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
		}
		return os.OpenFile(name, flag, mode)
	}
}

func responsesOf(t *testing.T, store *Store, passphrase string, s *workshop.Session) map[string]int {
	t.Helper()
	seen := map[string]int{}
	must(t, store.Reveal(passphrase, func(responses []workshop.Response) (*workshop.Session, error) {
		for _, r := range responses {
			seen[r.Statements[0].Text]++
		}
		next := s.Clone()
		next.State = workshop.Reveal
		return next, nil
	}))
	return seen
}

func TestRevealThatFailsChangesNothing(t *testing.T) {
	fails := true
	keyring := newFakeKeyring()
	store, s, _ := collecting(t, 5, "passphrase", WithKeyring(keyring), withRename(func(from, to string) error {
		if fails && strings.HasSuffix(to, "test.exceed") {
			if _, err := os.Stat(to); err == nil {
				return errors.New("the rename fails")
			}
		}
		return os.Rename(from, to)
	}))
	before := raw(t, store)
	err := store.Reveal("passphrase", count(sealedSession(s)))
	wantErr(t, "reveal", err, workshop.ErrNotSaved)
	wantErr(t, "discard", store.Discard(s), workshop.ErrNotSaved)
	if !bytes.Equal(before, raw(t, store)) {
		t.Error("the file has changed")
	}
	if _, err := os.Stat(spare(store.path)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the new file is left behind")
	}
	if store.Responses() != 5 || !store.Protected() || len(keyring.secrets) != 1 {
		t.Error("the box or its key is gone")
	}
	accept(t, store, 5, 6)
	fails = false
	if seen := responsesOf(t, store, "passphrase", s); len(seen) != 6 {
		t.Errorf("%d came out", len(seen))
	}
}

func sealedSession(s *workshop.Session) *workshop.Session {
	next := s.Clone()
	next.State = workshop.Sealed
	return next
}

// A crash before the rename leaves a new file beside the old; it goes, and everything can be done again.
func TestLeftoverOfACrashGoes(t *testing.T) {
	store, s, resume := collecting(t, 5, "passphrase")
	must(t, store.Close())
	must(t, os.WriteFile(spare(store.path), []byte("half a file"), 0o600))
	store, err := OpenFile(store.path, cheap())
	must(t, err)
	defer store.Close()
	if _, err := os.Stat(spare(store.path)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the leftover is still there")
	}
	must(t, store.Resume(resume))
	if seen := responsesOf(t, store, "passphrase", s); len(seen) != 5 {
		t.Errorf("%d came out", len(seen))
	}
}

func TestResumeCode(t *testing.T) {
	store, s, resume := collecting(t, 3, "passphrase")
	if resume == "" {
		t.Fatal("no code without a keyring")
	}
	store = reopen(t, store)
	if !store.NeedsResume() || store.Responses() != 3 {
		t.Errorf("needs resume: %v, with %d responses", store.NeedsResume(), store.Responses())
	}
	_, err := store.Accept(storetest.NewResponse(3))
	wantErr(t, "accept", err, workshop.ErrNeedResumeCode)
	wantErr(t, "reveal", store.Reveal("passphrase", count(s)), workshop.ErrNeedResumeCode)
	other, _, _ := collecting(t, 0, "passphrase")
	must(t, other.Close())
	for _, wrong := range []string{"", "passphrase", resume[:33], strings.Repeat("0", 28)} {
		wantErr(t, "resume with "+wrong, store.Resume(wrong), workshop.ErrWrongKey)
	}
	must(t, store.Resume(strings.ToLower(strings.ReplaceAll(resume, "-", " "))))
	accept(t, store, 3, 4)
	if seen := responsesOf(t, store, "passphrase", s); len(seen) != 4 {
		t.Errorf("%d came out", len(seen))
	}
}

// The file never holds the code, nor the secret that the keyring holds; from the reveal on nobody holds it.
func TestKeyringHoldsTheSecret(t *testing.T) {
	keyring := newFakeKeyring()
	store, s, resume := collecting(t, 3, "passphrase", WithKeyring(keyring))
	code := keyring.secrets[s.ID]
	if resume != "" || code == "" {
		t.Fatalf("resume %q, keyring %q", resume, code)
	}
	store = reopen(t, store, WithKeyring(keyring))
	if store.NeedsResume() {
		t.Fatal("needs resume with a keyring")
	}
	accept(t, store, 3, 5)
	for _, form := range []string{code, strings.ReplaceAll(code, "-", "")} {
		if bytes.Contains(raw(t, store), []byte(form)) {
			t.Error("the file holds the code")
		}
	}

	keyring.fails = true // it sleeps while the file is opened: the empty code asks it again
	store = reopen(t, store, WithKeyring(keyring))
	wantErr(t, "resume without the keyring", store.Resume(""), workshop.ErrWrongKey)
	keyring.fails = false
	must(t, store.Resume(""))

	keyring.fails = true // and while the session is revealed: the next opening deletes the secret
	if seen := responsesOf(t, store, "passphrase", s); len(seen) != 5 {
		t.Errorf("%d came out", len(seen))
	}
	if len(keyring.secrets) != 1 {
		t.Fatal("the test's keyring forgot while it failed")
	}
	keyring.fails = false
	store = reopen(t, store, WithKeyring(keyring))
	if len(keyring.secrets) != 0 || store.keys.Forget {
		t.Error("the secret outlives the reveal")
	}

	another, _, _ := collecting(t, 1, "passphrase", WithKeyring(keyring))
	must(t, another.Close())
	must(t, NewLibrary(t.TempDir(), cheap(), WithKeyring(keyring)).Delete(another.path))
	if len(keyring.secrets) != 0 {
		t.Error("the secret outlives deletion")
	}
}

func TestReadOnlyFile(t *testing.T) {
	store, s, _ := collecting(t, 2, "")
	must(t, store.Close())
	store, err := OpenFile(store.path, cheap(), readOnly)
	must(t, err)
	defer store.Close()
	got, err := store.Load()
	must(t, err)
	if got.Setup.Team != s.Setup.Team {
		t.Errorf("read %+v", got)
	}
	before := raw(t, store)
	wantErr(t, "save", store.Save(s), workshop.ErrReadOnly)
	wantErr(t, "discard", store.Discard(s), workshop.ErrReadOnly)
	if !bytes.Equal(before, raw(t, store)) {
		t.Error("a read-only file was changed")
	}
	_, err = CreateAt(filepath.Join(t.TempDir(), "new.exceed"), s, cheap(), readOnly)
	wantErr(t, "create", err, workshop.ErrReadOnly)
	_, err = CreateAt(filepath.Join(t.TempDir(), "no folder", "new.exceed"), s, cheap())
	wantErr(t, "create in no folder", err, workshop.ErrNotSaved)
	_, err = CreateAt(store.path, s, cheap())
	wantErr(t, "create over another", err, workshop.ErrExists)
}

// A write that fails thanks nobody and loses nobody, and the next one works.
func TestAcceptThatFails(t *testing.T) {
	broken := false
	store, s, _ := collecting(t, 3, "passphrase", func(o *options) {
		o.system.openFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
			if broken {
				flag = flag&^os.O_RDWR | os.O_RDONLY // then every write fails
			}
			return os.OpenFile(name, flag, mode)
		}
	})
	store.settle()
	broken = true
	store.reopen()
	for range 3 {
		n, err := store.Accept(storetest.NewResponse(3))
		if err == nil || n != 3 || store.Responses() != 3 {
			t.Fatalf("accepted %d: %v", n, err)
		}
	}
	wantErr(t, "save", store.Save(s), workshop.ErrNotSaved)
	broken = false
	store.reopen()
	accept(t, store, 4, 6)
	seen := responsesOf(t, store, "passphrase", s)
	if len(seen) != 5 || seen[storetest.Statement(3)] != 0 {
		t.Errorf("came out: %v", seen)
	}
}

// A Begin that fails leaves no box, no key and no secret behind, and can be done again.
func TestBeginThatFails(t *testing.T) {
	keyring, writes := newFakeKeyring(), true
	s := storetest.Ready(0)
	store, err := CreateAt(filepath.Join(t.TempDir(), "test.exceed"), s, cheap(), WithKeyring(keyring), func(o *options) {
		o.system.openFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
			if !writes {
				flag = flag&^os.O_RDWR | os.O_RDONLY
			}
			return os.OpenFile(name, flag, mode)
		}
	})
	must(t, err)
	defer store.Close()
	next := s.Clone()
	next.State = workshop.Collect
	writes = false
	store.reopen()
	_, err = store.Begin(next, "passphrase")
	wantErr(t, "begin", err, workshop.ErrNotSaved)
	if store.Responses() != 0 || store.NeedsResume() || store.Protected() || len(keyring.secrets) != 0 {
		t.Error("something was begun")
	}
	got, err := store.Load()
	must(t, err)
	if got.State != workshop.Prepare {
		t.Errorf("the session is in %s", got.State)
	}
	writes = true
	store.reopen()
	_, err = store.Begin(next, "another passphrase")
	must(t, err)
	accept(t, store, 0, 5)
	if seen := responsesOf(t, store, "another passphrase", next); len(seen) != 5 {
		t.Errorf("%d came out", len(seen))
	}
}

// child runs a test of this binary in a process of its own, in a role that its environment names.
func child(role, folder string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], "-test.run=^TestChild$")
	cmd.Env = append(os.Environ(), "EXCEED_CHILD="+role, "EXCEED_FOLDER="+folder)
	return cmd
}

// TestChild is what a killed process does: it makes sessions, or accepts responses, and says so.
func TestChild(t *testing.T) {
	folder := os.Getenv("EXCEED_FOLDER")
	switch os.Getenv("EXCEED_CHILD") {
	case "":
		t.Skip("only in a process of its own")
	case "create":
		for i := 0; ; i++ {
			store, err := NewLibrary(folder, cheap()).Create(storetest.Ready(i))
			must(t, err)
			fmt.Println("done", i, "-")
			must(t, store.Close())
		}
	case "go on":
		goOnCollecting(t, folder)
	case "accept":
		s := storetest.Ready(0)
		store, err := CreateAt(filepath.Join(folder, "test.exceed"), s, cheap())
		must(t, err)
		s.State = workshop.Collect
		resume, err := store.Begin(s, "passphrase")
		must(t, err)
		fmt.Println("done", 0, resume)
		for i := range 400 {
			n, err := store.Accept(storetest.NewResponse(i))
			must(t, err)
			fmt.Println("done", n, resume)
		}
	}
}

// kill starts a child, kills it after a random time, and returns what it said last.
func kill(t *testing.T, role, folder string) (done int, word string) {
	t.Helper()
	cmd := child(role, folder)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	lines := bufio.NewScanner(out)
	var timer *time.Timer
	done = -1
	for lines.Scan() {
		if timer == nil {
			timer = time.AfterFunc(time.Duration(rand.IntN(60_000))*time.Microsecond, func() { cmd.Process.Kill() })
		}
		_, _ = fmt.Sscanf(lines.Text(), "done %d %s", &done, &word)
	}
	_ = cmd.Wait() // it was killed
	return done, word
}

func TestKilledWhileCollecting(t *testing.T) {
	kills := 12
	if testing.Short() {
		kills = 3
	}
	acknowledged := 0
	defer func() {
		if acknowledged == 0 {
			t.Error("every process was killed before the first response")
		}
	}()
	for range kills {
		folder := t.TempDir()
		done, resume := kill(t, "accept", folder)
		acknowledged += done
		store, err := OpenFile(filepath.Join(folder, "test.exceed"), cheap())
		must(t, err)
		must(t, store.Resume(resume))
		n := store.Responses()
		if n < done || n > done+1 {
			t.Errorf("%d responses, %d were acknowledged", n, done)
		}
		session, err := store.Load()
		must(t, err)
		seen := responsesOf(t, store, "passphrase", session)
		for i := range done {
			if seen[storetest.Statement(i)] != 1 {
				t.Errorf("response %d of %d is there %d times", i+1, done, seen[storetest.Statement(i)])
			}
		}
		must(t, store.Close())
	}
}

func TestKilledWhileCreating(t *testing.T) {
	kills := 8
	if testing.Short() {
		kills = 2
	}
	for range kills {
		folder := t.TempDir()
		done, _ := kill(t, "create", folder)
		l := NewLibrary(folder, cheap())
		list, err := l.Sessions()
		must(t, err)
		if len(list) < done+1 {
			t.Errorf("%d sessions, %d were made", len(list), done+1)
		}
		for _, sum := range list {
			store, err := l.Open(sum.Path)
			must(t, err)
			must(t, store.Close())
		}
	}
}
