package bolt

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

func TestRefusedFiles(t *testing.T) {
	folder := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		must(t, os.WriteFile(path, data, 0o600))
		return path
	}
	good, _, _ := collecting(t, 3, "")
	must(t, good.Close())
	data, err := os.ReadFile(good.path)
	must(t, err)
	other := filepath.Join(folder, "other.db")
	db, err := bbolt.Open(other, 0o600, &bbolt.Options{PageSize: pageSize})
	must(t, err)
	must(t, db.Update(func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("theirs")); return err }))
	must(t, db.Close())
	before, err := os.ReadFile(other)
	must(t, err)

	noMeta := bytes.Clone(data)
	clear(noMeta[pageHeader+8 : pageHeader+metaSize])
	clear(noMeta[pageSize+pageHeader+8 : pageSize+pageHeader+metaSize])
	for _, c := range []struct {
		name string
		path string
		want error
	}{
		{"zero bytes", file("zero.exceed", nil), workshop.ErrForeign},
		{"a text", file("text.exceed", []byte("Dear team")), workshop.ErrForeign},
		{"a long text", file("long.exceed", bytes.Repeat([]byte("Dear team "), 10_000)), workshop.ErrForeign},
		{"another bbolt file", other, workshop.ErrForeign},
		{"a folder", folder, workshop.ErrForeign},
		{"nothing", filepath.Join(folder, "none.exceed"), workshop.ErrNotFound},
		{"cut to two pages", file("two.exceed", data[:2*pageSize]), workshop.ErrDamaged},
		{"cut in half", file("half.exceed", data[:len(data)/2]), workshop.ErrDamaged},
		{"cut inside the first page", file("first.exceed", data[:200]), workshop.ErrDamaged},
		{"no whole meta page", file("meta.exceed", noMeta), workshop.ErrDamaged},
	} {
		begun := time.Now()
		_, err := OpenFile(c.path, cheap())
		wantErr(t, c.name, err, c.want)
		if took := time.Since(begun); took > 2*time.Second {
			t.Errorf("%s: refused after %v", c.name, took)
		}
		if sum := Summarise(c.path); c.name != "cut in half" && !errors.Is(sum.Problem, c.want) {
			t.Errorf("%s: listed with problem %v, want %v", c.name, sum.Problem, c.want)
		}
	}
	if after, err := os.ReadFile(other); err != nil || !bytes.Equal(before, after) {
		t.Error("a foreign file was changed")
	}
}

// A value of one session, or of an earlier state, put into another file is noticed.
func TestValuesBelongTogether(t *testing.T) {
	a, sa, _ := collecting(t, 2, "")
	must(t, a.Close())
	old, err := readContents(a.path, 1)
	must(t, err)
	a, err = OpenFile(a.path, cheap())
	must(t, err)
	sa.Setup.Team = "Renamed"
	must(t, a.Save(sa))
	must(t, a.Close())
	swap := func(name string, framed []byte) error {
		path := filepath.Join(t.TempDir(), "copy.exceed")
		data, err := os.ReadFile(a.path)
		must(t, err)
		must(t, os.WriteFile(path, data, 0o600))
		db, err := bbolt.Open(path, 0o600, nil)
		must(t, err)
		must(t, db.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte(name)).Put([]byte(name), framed) }))
		must(t, db.Close())
		_, err = OpenFile(path, cheap())
		return err
	}
	now, err := readContents(a.path, 1)
	must(t, err)
	if err := swap(documentName, frame(old.id, documentName, now.values[documentName])); err != nil {
		t.Errorf("control: the same value again: %v", err)
	}
	wantErr(t, "an earlier document", swap(documentName, frame(old.id, documentName, old.values[documentName])), workshop.ErrDamaged)
	wantErr(t, "another session's document", swap(documentName, frame("ffff", documentName, now.values[documentName])), workshop.ErrDamaged)
	wantErr(t, "another value", swap(documentName, frame(old.id, summaryValue, now.values[summaryValue])), workshop.ErrDamaged)
}

// Damage of every kind is refused, or does not matter: the session that comes out is the one that went in, or the one
// before the last save, which a torn meta page brings back. Nothing crashes or hangs.
func TestDamagedFiles(t *testing.T) {
	found := damageFiles(t, 300, rand.New(rand.NewPCG(7, 7)))
	t.Logf("%+v", found)
	if found.refused < found.files/4 || found.refused == found.files {
		t.Errorf("%d of %d refused: the test does no harm, or refuses everything", found.refused, found.files)
	}
}

func page(data []byte, i int) []byte { return data[i*pageSize:][:pageSize] }

func TestMigrationLadder(t *testing.T) {
	store, s, _ := collecting(t, 2, "")
	must(t, store.Close())
	ladder := func(steps ...migration) Option { return func(o *options) { o.ladder = steps } }
	rename := func(tx *bbolt.Tx, id string) error { // a document that once lay under another name
		b := tx.Bucket([]byte(documentName))
		value, err := unframe(id, documentName, b.Get([]byte(documentName)))
		if err != nil {
			return err
		}
		return b.Put([]byte(documentName), frame(id, documentName, bytes.ReplaceAll(value, []byte("Riverside"), []byte("Lakeside"))))
	}
	fails := func(*bbolt.Tx, string) error { return errors.New("broken step") }

	_, err := OpenFile(store.path, cheap(), ladder(rename, fails))
	wantErr(t, "a ladder that breaks", err, workshop.ErrNotSaved)
	store, err = OpenFile(store.path, cheap())
	must(t, err) // nothing was changed
	wantOrganisation(t, store, s.Setup.Organisation)

	store = reopen(t, store, ladder(rename))
	wantOrganisation(t, store, "Lakeside Clinics")
	must(t, store.Close())
	_, err = OpenFile(store.path, cheap())
	wantErr(t, "version 2 in a program that knows 1", err, workshop.ErrNewer)
	var refusal *workshop.Refusal
	if errors.As(err, &refusal) && refusal.Args["version"] != uint32(2) {
		t.Errorf("the message names version %v", refusal.Args["version"])
	}
	wantErr(t, "its summary", Summarise(store.path).Problem, workshop.ErrNewer)
	store, err = OpenFile(store.path, cheap(), ladder(rename))
	must(t, err) // climbing is done once
	wantOrganisation(t, store, "Lakeside Clinics")
	must(t, store.Close())
}

func wantOrganisation(t *testing.T, store *Store, want string) {
	t.Helper()
	s, err := store.Load()
	must(t, err)
	if s.Setup.Organisation != want {
		t.Errorf("organisation %q, want %q", s.Setup.Organisation, want)
	}
}

func TestLibraryListsDamagedFiles(t *testing.T) {
	folder := t.TempDir()
	l := NewLibrary(folder, cheap())
	for i := range 3 {
		store, err := l.Create(storetest.Ready(i))
		must(t, err)
		must(t, store.Close())
	}
	must(t, os.WriteFile(filepath.Join(folder, "zero.exceed"), nil, 0o600))
	must(t, os.WriteFile(filepath.Join(folder, "notes.txt"), []byte("x"), 0o600))
	must(t, os.WriteFile(filepath.Join(folder, "half.exceed.new"), []byte("x"), 0o600))
	list, err := l.Sessions()
	must(t, err)
	problems := 0
	for _, sum := range list {
		if sum.Problem != nil {
			problems++
			wantErr(t, sum.Path, sum.Problem, workshop.ErrForeign)
		}
	}
	if len(list) != 4 || problems != 1 {
		t.Errorf("%d listed, %d with a problem", len(list), problems)
	}
	must(t, l.Delete(filepath.Join(folder, "zero.exceed")))
	wantErr(t, "deleting what is no session", l.Delete(filepath.Join(folder, "notes.txt")), workshop.ErrForeign)
	if _, err := os.Stat(filepath.Join(folder, "notes.txt")); err != nil {
		t.Error("it deleted a file that is none of its own")
	}
}
