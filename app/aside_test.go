package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/sealed"
	"exceed/workshop/storetest"
)

// What waits for a disk is done aside, and whoever cancels finds everything as it was.

// cheap is a window on a library in a folder, whose passphrases cost nothing.
func cheap(t *testing.T) (ui *UI, folder string) {
	t.Helper()
	folder = t.TempDir()
	deps := testDeps(t, workshop.English)
	deps.Library = bolt.NewLibrary(filepath.Join(folder, "sessions"), bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	deps.SaveCopy = saveCopy
	return New(deps), folder
}

// choosePath fills in the card that asks for a file.
func choosePath(t *testing.T, ui *UI, path string) {
	t.Helper()
	fill(t, ui.win.Canvas(), ui.Say("file.path"), path)
	tap(t, ui.win.Canvas(), ui.Say("button.ok"))
}

// aside begins work that lasts, cancels it or not, and lets it end.
func aside(t *testing.T, ui *UI, begin func(), cancels bool) {
	t.Helper()
	wait, finish := slowly(ui)
	begin()
	wait()
	if cancels {
		tap(t, ui.win.Canvas(), ui.Say("button.cancel"))
	}
	finish()
	ui.Worker, ui.Timer = atOnce, never
	if ui.held || ui.win.Canvas().Overlays().Top() != nil {
		t.Errorf("cancelled %v: the window is still held", cancels)
	}
}

func TestASessionIsOpenedAside(t *testing.T) {
	ui, _ := cheap(t)
	store, err := ui.Library.Create(storetest.Ready(0))
	if err != nil {
		t.Fatal(err)
	}
	path := store.Path()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	for _, cancels := range []bool{true, false} { // what was left open could not be opened again
		aside(t, ui, func() { ui.OpenPath(path) }, cancels)
		if open := ui.room != nil; open == cancels || strings.Contains(said(ui.win.Canvas()), "context") {
			t.Errorf("cancelled %v, and the session is open: %v", cancels, open)
		}
	}
	ui.Home()
}

func TestDataIsImportedAside(t *testing.T) {
	for _, cancels := range []bool{true, false} {
		ui, folder := cheap(t)
		path := filepath.Join(folder, "data.json")
		data := `{"format": "exceed-data/1", "session": {"date": "2026-11-21"}, "employees": [{}, {}, {}, {}, {}]}`
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		aside(t, ui, func() { ui.OpenPath(path) }, cancels)
		list, err := ui.Library.Sessions()
		if err != nil || (len(list) == 0) != cancels || (ui.room == nil) != cancels {
			t.Errorf("cancelled %v: %d sessions, %v", cancels, len(list), err)
		}
		ui.Home()
	}
}

func TestACopyIsWrittenAside(t *testing.T) {
	for _, cancels := range []bool{true, false} {
		ui, folder := cheap(t)
		ui.newSession()
		path := filepath.Join(folder, "copy", "copy.exceed")
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		aside(t, ui, func() {
			ui.saveCopy()
			choosePath(t, ui, path)
		}, cancels)
		files, err := os.ReadDir(filepath.Dir(path))
		if err != nil || (len(files) == 0) != cancels {
			t.Errorf("cancelled %v: the folder holds %v, %v", cancels, files, err)
		}
		if copied := strings.Contains(said(ui.win.Canvas()), ui.Say("file.copied", "path", path)); copied == cancels {
			t.Errorf("cancelled %v: copied is said %v", cancels, copied)
		}
		ui.Home()
	}
}

func TestACollectorFileIsMadeAndMergedAside(t *testing.T) {
	for _, cancels := range []bool{true, false} {
		ui, folder := cheap(t)
		room := opened(t, ui, storetest.Ready(0)).room
		ui.begin("")
		ui.held = false // the resume code has been written down
		ui.win.Canvas().Overlays().Remove(ui.win.Canvas().Overlays().Top())
		path := filepath.Join(folder, "collector.exceed")
		lend := func() {
			ui.makeCollector()
			tap(t, ui.win.Canvas(), ui.Say("collector.make"))
			choosePath(t, ui, path)
		}
		aside(t, ui, lend, cancels)
		if _, err := os.Stat(path); (err == nil) == cancels {
			t.Errorf("cancelled %v: the collector file: %v", cancels, err)
		}
		if cancels {
			lend()
		}
		other, err := ui.Library.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		collector, err := workshop.Enter(other)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := collector.Begin(""); err != nil {
			t.Fatal(err)
		}
		if _, err := collector.Accept(storetest.NewResponse(1)); err != nil {
			t.Fatal(err)
		}
		if err := collector.Move(workshop.Sealed); err != nil {
			t.Fatal(err)
		}
		if err := collector.Close(); err != nil {
			t.Fatal(err)
		}
		aside(t, ui, func() {
			ui.mergeCollector()
			choosePath(t, ui, path)
		}, cancels)
		if n := room.Responses(); (n == 0) != cancels {
			t.Errorf("cancelled %v: %d answers were taken in", cancels, n)
		}
		ui.Home()
	}
}
