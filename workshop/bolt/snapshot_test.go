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

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// inLibrary is a session in a library of its own.
func inLibrary(t *testing.T, s *workshop.Session, list ...Option) (*Library, *Store) {
	t.Helper()
	l := NewLibrary(t.TempDir(), append(list, cheap())...)
	store, err := l.Create(s)
	must(t, err)
	t.Cleanup(func() { store.Close() })
	return l, store.(*Store)
}

func openIn(t *testing.T, l *Library, path string) *Store {
	t.Helper()
	store, err := l.Open(path)
	must(t, err)
	t.Cleanup(func() { store.Close() })
	return store.(*Store)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// snapshotHas says whether the copy of a session holds a text.
func snapshotHas(t *testing.T, path, text string) bool {
	t.Helper()
	data, err := os.ReadFile(snapshotPath(path))
	must(t, err)
	return bytes.Contains(data, []byte(text))
}

func TestSnapshotsFollowTheSession(t *testing.T) {
	s := storetest.Ready(0)
	_, store := inLibrary(t, s)
	for i := range savesPerSnapshot {
		s.Setup.Team = fmt.Sprint("team after save ", i)
		must(t, store.Save(s))
	}
	if !snapshotHas(t, store.path, s.Setup.Team) {
		t.Errorf("no snapshot after %d saves", savesPerSnapshot)
	}
	s.Setup.Team = "team at the close"
	must(t, store.Save(s))
	must(t, store.Close())
	if !snapshotHas(t, store.path, s.Setup.Team) {
		t.Error("no snapshot after a clean close")
	}
	if exists(spare(snapshotPath(store.path))) {
		t.Error("the snapshot's spare is left")
	}
}

// While there is a box, no copy of it is made: neither when settings are saved, nor at closing, nor on the way back to
// Prepare. What was copied before stays as it was. The reveal brings the next copy.
func TestNoSnapshotOfABox(t *testing.T) {
	s := storetest.Ready(0)
	l, store := inLibrary(t, s)
	must(t, store.Close())
	before, err := os.ReadFile(snapshotPath(store.path))
	must(t, err)
	unchanged := func(when string) {
		t.Helper()
		now, err := os.ReadFile(snapshotPath(store.path))
		must(t, err)
		if !bytes.Equal(before, now) {
			t.Errorf("the copy changed %s", when)
		}
	}
	store = openIn(t, l, store.path)
	s.State = workshop.Collect
	resume, err := store.Begin(s, "passphrase")
	must(t, err)
	for i := range 2 * savesPerSnapshot {
		accept(t, store, i, i+1)
		must(t, store.Save(s))
	}
	unchanged("while collecting")
	must(t, store.Close())
	unchanged("at closing")
	store = openIn(t, l, store.path)
	must(t, store.Resume(resume))
	s.State = workshop.Prepare
	must(t, store.Save(s))
	must(t, store.Close())
	unchanged("on the way back")
	store = openIn(t, l, store.path)
	must(t, store.Resume(resume))
	responsesOf(t, store, "passphrase", s)
	in, err := Inspect(snapshotPath(store.path))
	must(t, err)
	if in.State != workshop.Reveal || in.BoxKeys || in.BoxBytes > 0 || !in.Locked() {
		t.Errorf("after the reveal the copy is %+v", in)
	}
}

// What is removed from a session is gone from its copy as well.
func TestSnapshotForgets(t *testing.T) {
	s := storetest.Ready(0)
	s.State = workshop.Reveal
	s.Voices = []workshop.Voice{{ID: 1, Text: "Too telling a voice"}}
	l, store := inLibrary(t, s)
	must(t, store.Close())
	if !snapshotHas(t, store.path, "Too telling") {
		t.Fatal("control: the voice was never in the copy")
	}
	store = openIn(t, l, store.path)
	s.Voices[0].Text = "redacted"
	must(t, store.Save(s))
	must(t, store.Close())
	if snapshotHas(t, store.path, "Too telling") {
		t.Error("the copy still holds what was removed")
	}
	must(t, l.Delete(store.path))
	entries, err := os.ReadDir(filepath.Join(l.folder, snapshotFolder))
	must(t, err)
	if len(entries) != 0 {
		t.Errorf("%v outlives its session", entries)
	}
}

func TestNoSnapshotsElsewhere(t *testing.T) {
	l := NewLibrary(t.TempDir(), cheap())
	path := filepath.Join(t.TempDir(), "on-a-stick.exceed")
	store, err := CreateAt(path, storetest.Ready(0), cheap())
	must(t, err)
	must(t, store.Close())
	must(t, openIn(t, l, path).Close())
	if exists(filepath.Dir(snapshotPath(path))) {
		t.Error("a folder that is not the library's has got snapshots")
	}
	wantErr(t, "restore", l.Restore(path), workshop.ErrNotFound)
}

func TestRestore(t *testing.T) {
	keyring := newFakeKeyring()
	s := storetest.Ready(0)
	l, store := inLibrary(t, s, WithKeyring(keyring))
	path := store.path
	must(t, store.Close())
	wantErr(t, "restore of a sound file", l.Restore(path), workshop.ErrExists)
	store = openIn(t, l, path)
	s.State = workshop.Collect
	_, err := store.Begin(s, "passphrase")
	must(t, err)
	accept(t, store, 0, 3)
	store.settle()

	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	must(t, err)
	sound, err := os.ReadFile(path)
	must(t, err)
	_, err = f.WriteAt(make([]byte, 8*pageSize), 0)
	must(t, err)
	wantErr(t, "restore of a file that another has open", l.Restore(path), workshop.ErrInUse)
	_, err = f.WriteAt(sound[:8*pageSize], 0)
	must(t, err)
	must(t, store.Close())

	for name, harm := range map[string]func(){
		"zeros":     func() { must(t, os.WriteFile(path, make([]byte, 100_000), 0o600)) },
		"no bytes":  func() { must(t, os.WriteFile(path, nil, 0o600)) },
		"cut short": func() { must(t, os.Truncate(path, 3*pageSize)) },
		"gone":      func() { must(t, os.Remove(path)) },
	} {
		t.Run(name, func(t *testing.T) {
			harm()
			list, err := l.Sessions()
			must(t, err)
			if len(list) != 1 || list[0].Problem == nil || list[0].Snapshot.IsZero() || list[0].Team != s.Setup.Team {
				t.Fatalf("listed: %+v", list)
			}
			must(t, l.Restore(path))
			store := openIn(t, l, path)
			got, err := store.Load()
			must(t, err)
			if got.State != workshop.Prepare || got.Setup.Team != s.Setup.Team {
				t.Errorf("came back in %s: %+v", got.State, got.Setup)
			}
			if len(keyring.secrets) != 0 {
				t.Error("the secret of the damaged box is still there")
			}
			must(t, store.Close())
		})
	}
	must(t, os.WriteFile(snapshotPath(path), make([]byte, 50_000), 0o600))
	must(t, os.WriteFile(path, nil, 0o600))
	if err := l.Restore(path); err == nil || !strings.Contains(err.Error(), snapshotFolder) {
		t.Errorf("restore from a damaged copy: %v", err)
	}
	list, err := l.Sessions()
	must(t, err)
	if len(list) != 1 || !list[0].Snapshot.IsZero() {
		t.Errorf("a copy that is damaged itself is offered: %+v", list)
	}
}

// A session that was moved to another name in the same folder is listed once.
func TestRenamedSessionIsListedOnce(t *testing.T) {
	l, store := inLibrary(t, storetest.Ready(0))
	must(t, store.Close())
	must(t, os.Rename(store.path, filepath.Join(l.folder, "renamed.exceed")))
	list, err := l.Sessions()
	must(t, err)
	if len(list) != 1 || list[0].Problem != nil {
		t.Errorf("listed: %+v", list)
	}
}
