package bolt

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// scene is one thing that a store does, on a disk that fails while it is done.
type scene struct {
	// setup makes the session and says what the file holds before and after.
	setup func(t testing.TB, l *Library) (path string, s *workshop.Session, n note)
	// do does it, in a store that is open and resumed; open is false for what the library does.
	do     func(l *Library, store *Store, path string, s *workshop.Session) error
	open   bool
	begins bool
	ladder []migration
}

// settled is a session with n responses in a library, closed.
func settled(t testing.TB, l *Library, n int) (path string, s *workshop.Session, code string) {
	t.Helper()
	s = storetest.Ready(0)
	s.Setup.Team = "save 0"
	store, err := l.Create(s)
	must(t, err)
	if n >= 0 {
		s.State = workshop.Collect
		code, err = store.Begin(s, playPassphrase)
		must(t, err)
		for i := range n {
			_, err := store.Accept(storetest.NewResponse(i))
			must(t, err)
		}
	}
	must(t, store.Close())
	return store.Path(), s, code
}

func scenes() map[string]scene {
	prepared := func(to string) func(testing.TB, *Library) (string, *workshop.Session, note) {
		return func(t testing.TB, l *Library) (string, *workshop.Session, note) {
			path, s, _ := settled(t, l, -1)
			return path, s, note{Old: "prepare “save 0”", New: to}
		}
	}
	boxed := func(n int, to string) func(testing.TB, *Library) (string, *workshop.Session, note) {
		return func(t testing.TB, l *Library) (string, *workshop.Session, note) {
			path, s, code := settled(t, l, n)
			return path, s, note{Old: "collect “save 0”" + people("box", 0, n), New: to, Code: code}
		}
	}
	shown := func(t testing.TB, l *Library) (string, *workshop.Session, note) {
		s := storetest.Ready(0)
		s.Setup.Team = "save 0"
		s.State = workshop.Reveal
		for i := range 5 {
			s.Voices = append(s.Voices, workshop.Voice{ID: i + 1, Text: storetest.Statement(i)})
		}
		store, err := l.Create(s)
		must(t, err)
		must(t, store.Close())
		old := "reveal “save 0”" + people("voices", 0, 5)
		return store.Path(), s, note{Old: old, New: old}
	}
	accept := func(i int) func(*Library, *Store, string, *workshop.Session) error {
		return func(_ *Library, store *Store, _ string, _ *workshop.Session) error {
			_, err := store.Accept(storetest.NewResponse(i))
			store.settle()
			return err
		}
	}
	save := func(_ *Library, store *Store, _ string, s *workshop.Session) error {
		next := s.Clone()
		next.Setup.Team = "save 1"
		return store.Save(next)
	}
	return map[string]scene{
		"create": {
			setup: func(t testing.TB, l *Library) (string, *workshop.Session, note) {
				s := storetest.Ready(0)
				s.Setup.Team = "save 0"
				return filepath.Join(l.folder, fileName(s)), s, note{Old: "none", New: "prepare “save 0”"}
			},
			do: func(l *Library, _ *Store, _ string, s *workshop.Session) error {
				store, err := l.Create(s)
				if err != nil {
					return err
				}
				return store.Close()
			},
		},
		"save": {open: true, setup: prepared("prepare “save 1”"), do: save},
		"start": {open: true, begins: true, setup: prepared("collect “save 0” box"), do: func(_ *Library, store *Store, _ string, s *workshop.Session) error {
			next := s.Clone()
			next.State = workshop.Collect
			_, err := store.Begin(next, playPassphrase)
			return err
		}},
		"accept":  {open: true, setup: boxed(4, "collect “save 0”"+people("box", 0, 5)), do: accept(4)},
		"enlarge": {open: true, setup: boxed(64, "collect “save 0”"+people("box", 0, 65)), do: accept(64)},
		"reveal": {open: true, setup: boxed(5, "reveal “save 0”"+people("voices", 0, 5)), do: func(_ *Library, store *Store, _ string, s *workshop.Session) error {
			return store.Reveal(playPassphrase, withVoices(s))
		}},
		"discard": {open: true, setup: boxed(3, "prepare “save 0”"), do: func(_ *Library, store *Store, _ string, s *workshop.Session) error {
			next := s.Clone()
			next.State = workshop.Prepare
			return store.Discard(next)
		}},
		"remove words": {open: true, do: func(_ *Library, store *Store, _ string, s *workshop.Session) error {
			next := s.Clone()
			next.Voices = next.Voices[:4]
			return store.Save(next)
		}, setup: func(t testing.TB, l *Library) (string, *workshop.Session, note) {
			path, s, n := shown(t, l)
			n.New = "reveal “save 0”" + people("voices", 0, 4)
			return path, s, n
		}},
		"compact and snapshot": {setup: func(t testing.TB, l *Library) (string, *workshop.Session, note) {
			path, s, n := shown(t, l)
			n.New = strings.Replace(n.New, "save 0", "save 1", 1)
			return path, s, n
		}, do: func(l *Library, _ *Store, path string, s *workshop.Session) error {
			store, err := l.Open(path)
			if err != nil {
				return err
			}
			next := s.Clone()
			next.Setup.Team = "save 1"
			return errors.Join(store.Save(next), store.Close())
		}},
		"restore": {setup: func(t testing.TB, l *Library) (string, *workshop.Session, note) {
			path, s, n := shown(t, l)
			must(t, os.Remove(path))
			n.Old = "none"
			return path, s, n
		}, do: func(l *Library, _ *Store, path string, _ *workshop.Session) error { return l.Restore(path) }},
		"delete": {setup: prepared("none"), do: func(l *Library, _ *Store, path string, _ *workshop.Session) error { return l.Delete(path) }},
		"migrate": {ladder: oneStep(), setup: prepared("prepare “save 0”"), do: func(l *Library, _ *Store, path string, _ *workshop.Session) error {
			store, err := l.Open(path)
			if err != nil {
				return err
			}
			return store.Close()
		}},
	}
}

// staged is a scene as its setup leaves it, in a folder to be copied.
type staged struct {
	folder, name string
	s            *workshop.Session
	n            note
}

// failures counts what came of them.
type failures struct {
	trials, lost, unreadable int
	misled                   int // people who were told something else than what to do
	complaints               []string
}

// failScene lets the first-th operation of a scene fail, and the second-th of its recovery: in the same store, or after a
// crash in a new one. past says that the scene has fewer operations than first.
func (f *failures) failScene(d mounted, name string, sc scene, stage staged, harm failing, first, second int, crash bool) (past bool) {
	t := d.t
	f.trials++
	folder, err := os.MkdirTemp(d.folder, "library")
	must(t, err)
	defer func() { must(t, os.RemoveAll(folder)) }()
	must(t, os.CopyFS(folder, os.DirFS(stage.folder)))
	path, s, n := filepath.Join(folder, stage.name), stage.s, stage.n
	l := NewLibrary(folder, cheap(), withLadder(sc.ladder))
	j := newJudge(playPassphrase)
	j.ladder = oneStep()
	what := fmt.Sprintf("%s, operation %d, then %d (crash %v)", name, first, second, crash)
	blame := func(counter *int, format string, args ...any) {
		*counter++
		if len(f.complaints) < 20 {
			f.complaints = append(f.complaints, what+": "+fmt.Sprintf(format, args...))
		}
	}
	look := func() string {
		data, err := os.ReadFile(path)
		if err != nil && !os.IsNotExist(err) {
			blame(&f.unreadable, "%v", err)
		}
		line, err := j.read(data, n.Code)
		switch {
		case err != nil && sc.begins && strings.Contains(err.Error(), "no secret"):
			return n.New // its code is in memory only
		case err != nil:
			blame(&f.unreadable, "%v", err)
		case line != n.Old && line != n.New:
			blame(&f.lost, "the file holds %s, want %s or %s", line, n.Old, n.New)
		}
		return line
	}
	var store *Store
	open := func() error {
		if !sc.open || store != nil {
			return nil
		}
		opened, err := l.Open(path)
		if err != nil {
			return err
		}
		store = opened.(*Store)
		if store.NeedsResume() && !sc.begins {
			return store.Resume(n.Code)
		}
		return nil
	}
	drop := func() { // as if the process had died
		if store == nil {
			return
		}
		store.settle()
		if store.db != nil {
			_ = guard(store.db.Close)
		}
		store.closed, store = true, nil
	}
	defer drop()
	attempt := func() error {
		if err := open(); err != nil {
			return err
		}
		if crash && look() == n.New { // it had reached the disk, although nobody was told
			return nil
		}
		if sc.begins && store.NeedsResume() { // begun before a crash; nobody knows the code
			return nil
		}
		return sc.do(l, store, path, s)
	}
	must(t, open())
	if harm.lasting {
		d.tell("dead %d %d", harm.errno, first)
	} else {
		d.tell("fail %d %d 0", harm.errno, first)
	}
	err = attempt()
	past = d.count() < first
	if harm.lasting && !workshop.Kept(err) && !errors.Is(err, harm.want) {
		blame(&f.misled, "says %v, want %v", err, harm.want)
	}
	if line := look(); err == nil && line != n.New {
		blame(&f.lost, "acknowledged, but the file holds %s", line)
	}
	d.tell("fail %d %d 0", harm.errno, second)
	for try := 0; try < 3; try++ {
		if crash {
			drop()
		}
		if err == nil && !crash {
			break
		}
		if err = attempt(); done(err) {
			break
		}
		look()
		d.tell("fail 0 0 0")
	}
	d.tell("fail 0 0 0")
	if !done(err) {
		blame(&f.lost, "it does not recover: %v (%v)", err, errors.Unwrap(err))
	}
	if line := look(); line != n.New {
		blame(&f.lost, "after the recovery the file holds %s, want %s", line, n.New)
	}
	return past
}

// done says whether a second attempt found nothing left to do.
func done(err error) bool {
	for _, known := range []error{workshop.ErrAlreadyRevealed, workshop.ErrExists, workshop.ErrNotFound} {
		if errors.Is(err, known) {
			return true
		}
	}
	return err == nil
}

// failing is how a disk fails: once, or from then on; and what a person must be told.
type failing struct {
	errno   syscall.Errno
	lasting bool
	want    error
}

// failEverything lets each step-th operation of every scene fail, and for each of them every stride-th of the recovery:
// other ones each time.
func failEverything(t testing.TB, harm failing, step, stride int) (f failures) {
	t.Helper()
	const longest = 24 // operations of a recovery
	d := mountDisk(t)
	for name, sc := range scenes() {
		stage := staged{folder: t.TempDir()}
		var path string
		path, stage.s, stage.n = sc.setup(t, NewLibrary(stage.folder, cheap()))
		stage.name = filepath.Base(path)
		for first, past := 1, false; !past; first += step {
			seconds := []int{0}
			for second := 1 + first%stride; second <= longest; second += stride {
				seconds = append(seconds, second)
			}
			for _, second := range seconds {
				past = f.failScene(d, name, sc, stage, harm, first, second, true)
				past = f.failScene(d, name, sc, stage, harm, first, second, false) && past
				if past {
					break
				}
			}
		}
	}
	return f
}
