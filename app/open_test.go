package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/sealed"
)

// TestWhatDoesNotOpenLeavesTheSessionOpen tries in each way to open what is no session, on a page in the middle of another.
func TestWhatDoesNotOpenLeavesTheSessionOpen(t *testing.T) {
	deps := testDeps(t, workshop.English)
	folder := t.TempDir()
	deps.Library = bolt.NewLibrary(folder, bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	ui := New(deps)
	session := rehearsed(t, workshop.English, 12, workshop.Planning).Session().Clone()
	session.ID = must(ui.newID()) // the locked one has that of every rehearsal
	ui.create(session)
	stands := Route{Face: FacePlan, Part: "contract"}
	ui.Go(stands)
	room := ui.room

	write := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	text := write("notes.exceed", "a shopping list")
	zeros := write("zeros.exceed", strings.Repeat("\x00", 40_000))
	data := write("data.json", "{")
	gone := filepath.Join(folder, "gone.exceed")
	link := filepath.Join(folder, "link.exceed")
	if err := os.Symlink(room.Store().Path(), link); err != nil {
		t.Fatal(err)
	}
	locked := lockedTeam(t, ui)
	cancelled := func(context.Context, int, workshop.Lang, workshop.State) (*workshop.Room, error) {
		return nil, context.Canceled
	}
	for name, try := range map[string]struct {
		open  func()
		quiet bool // nothing is said of it
	}{
		"a text file":              {open: func() { ui.OpenPath(text) }},
		"a damaged file":           {open: func() { ui.OpenPath(zeros) }},
		"a file that is gone":      {open: func() { ui.OpenPath(gone) }},
		"a dropped file":           {open: func() { ui.drop([]fyne.URI{storage.NewFileURI(text)}) }},
		"data that cannot be read": {open: func() { ui.importPath(data) }},
		"dropped data":             {open: func() { ui.drop([]fyne.URI{storage.NewFileURI(data)}) }},
		"its own file":             {open: func() { ui.OpenPath(room.Store().Path()) }, quiet: true},
		"a link to its own file":   {open: func() { ui.OpenPath(link) }, quiet: true},
		"a locked file, and then not": {quiet: true, open: func() {
			ui.OpenPath(locked)
			tap(t, ui.win.Canvas(), ui.Say("button.cancel"))
		}},
		"a rehearsal that is stopped": {quiet: true, open: func() {
			ui.Rehearse = cancelled
			ui.rehearse()
			tap(t, ui.win.Canvas(), ui.Say("rehearse.start"))
		}},
	} {
		try.open()
		if ui.room != room || ui.route != stands || ui.hasCard() {
			t.Fatalf("%s: the session is open: %v, on %v", name, ui.room == room, ui.route)
		}
		if said := len(ui.shell.notes.Objects) > 0; said == try.quiet {
			t.Errorf("%s: a message is shown: %v", name, said)
		}
		if ui.shell.clear(); !ui.setSetup(func(u *workshop.Setup) { u.Facilitator = name }) {
			t.Errorf("%s: the session cannot be changed any more", name)
		}
	}
}

func TestAnotherSessionClosesTheOneThatWasOpen(t *testing.T) {
	deps := testDeps(t, workshop.English)
	deps.Library = bolt.NewLibrary(t.TempDir(), bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	ui := New(deps)
	ui.newSession()
	first := ui.room.Store().Path()
	ui.newSession()
	second := ui.room.Store().Path()
	for _, path := range []string{first, second} { // each of them is free to be opened again
		if ui.OpenPath(path); ui.room == nil || ui.room.Store().Path() != path || ui.route.Face != FacePrepare {
			t.Fatalf("the face is %s", ui.route.Face)
		}
	}
}
