package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/sealed"
)

// damagedHome is a window on a folder with one session, whose file is damaged; team is what its last good copy says.
func damagedHome(t *testing.T, lang workshop.Lang, harm func(path string)) (ui *UI, path, team string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "sessions")
	library := bolt.NewLibrary(folder, bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	s := rehearsed(t, lang, 12, workshop.Reveal).Session().Clone()
	s.Setup.Team = "Team of the copy"
	store, err := library.Create(s)
	if err != nil {
		t.Fatal(err)
	}
	path = store.Path()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	copied := time.Date(2026, time.March, 9, 14, 30, 0, 0, time.Local)
	if err := os.Chtimes(filepath.Join(folder, "snapshots", filepath.Base(path)), copied, copied); err != nil {
		t.Fatal(err)
	}
	harm(path)
	deps := testDeps(t, lang)
	deps.Library = library
	return New(deps), path, s.Setup.Team
}

func zeroed(t *testing.T) func(string) {
	return func(path string) {
		if err := os.WriteFile(path, make([]byte, 40_000), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestHomeBringsBackTheLastGoodCopy(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui, path, team := damagedHome(t, lang, zeroed(t))
		text := said(ui.win.Canvas())
		when := ui.words.Date(workshop.Date{Year: 2026, Month: time.March, Day: 9})
		if !strings.Contains(text, team) || !strings.Contains(text, when) || !strings.Contains(text, "14:30") {
			t.Errorf("%s: home does not say whose copy there is, and from when:\n%s", lang, text)
		}
		tap(t, ui.win.Canvas(), ui.Say("home.restore"))
		if text := said(ui.win.Canvas()); !strings.Contains(text, ui.Say("home.restore.title")) {
			t.Fatalf("%s: it is not asked before the damaged file goes:\n%s", lang, text)
		}
		tap(t, ui.win.Canvas(), ui.Say("home.restore.yes"))
		if ui.Room() == nil || ui.Session().Setup.Team != team || ui.Session().Tally == nil {
			t.Fatalf("%s: the copy is not open", lang)
		}
		if ui.Room().Store().Path() != path {
			t.Errorf("%s: it is at %s, not in its own place", lang, ui.Room().Store().Path())
		}
		ui.Home()
		if text := said(ui.win.Canvas()); strings.Contains(text, ui.Say("home.damaged")) {
			t.Errorf("%s: home still shows the session as damaged", lang)
		}
	}
}

// Damage that home cannot see from a few pages is met on opening, and the copy is offered then.
func TestOpeningADamagedFileOffersItsCopy(t *testing.T) {
	ui, path, team := damagedHome(t, workshop.English, func(path string) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(string(data), `"voices"`)
		if at < 0 {
			t.Fatal("the document has no voices to damage")
		}
		data[at+2] ^= 1
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	})
	if _, err := ui.Library.Open(path); !errors.Is(err, workshop.ErrDamaged) {
		t.Fatalf("control: the file opens: %v", err)
	}
	ui.OpenPath(path)
	tap(t, ui.win.Canvas(), ui.Say("home.restore.yes"))
	if ui.Room() == nil || ui.Session().Setup.Team != team {
		t.Fatal("the copy is not open")
	}
}

// A session whose file has vanished is listed as long as its copy is there; deleting it removes the copy, too.
func TestHomeListsAVanishedSession(t *testing.T) {
	ui, path, team := damagedHome(t, workshop.English, func(path string) {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	})
	if text := said(ui.win.Canvas()); !strings.Contains(text, team) || !strings.Contains(text, ui.Say("home.restore")) {
		t.Fatalf("nothing is offered:\n%s", text)
	}
	if err := ui.Library.Delete(path); err != nil {
		t.Fatal(err)
	}
	ui.Reload()
	if text := said(ui.win.Canvas()); strings.Contains(text, team) {
		t.Errorf("deleted, but listed:\n%s", text)
	}
}
