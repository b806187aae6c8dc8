package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/sealed"
	"exceed/workshop/storetest"

	"fyne.io/fyne/v2/test"
)

// press presses the button with a text, wherever it lies in the window.
func press(t *testing.T, ui *UI, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(ui.win.Canvas().Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text == text && b.Visible() {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("there is no button %q", text)
}

// A collector file opens on its one face, is filled by the kiosk, finished, and merged on the first laptop.
func TestCollectorFile(t *testing.T) {
	deps := testDeps(t, workshop.English)
	folder := t.TempDir()
	library := bolt.NewLibrary(filepath.Join(folder, "sessions"), bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	deps.Library = library
	main, err := library.Create(storetest.Ready(0))
	if err != nil {
		t.Fatal(err)
	}
	room, err := workshop.Enter(main)
	if err != nil {
		t.Fatal(err)
	}
	ui := New(deps)
	ui.enter(room)
	if canMerge(ui) {
		t.Error("a session in prepare can merge")
	}
	if _, err := room.Begin("correct horse"); err != nil {
		t.Fatal(err)
	}
	if !canLend(ui) || !canMerge(ui) {
		t.Error("a collecting session can neither lend nor merge")
	}
	path := filepath.Join(folder, "collector.exceed")
	if err := main.(workshop.Collector).MakeCollector(t.Context(), path); err != nil {
		t.Fatal(err)
	}

	other := New(deps)
	other.OpenPath(path)
	if !other.collects() || other.route.Face != FaceCollect || canMerge(other) || canLend(other) || inSession(other) {
		t.Fatalf("a collector file opens on %s", other.route.Face)
	}
	for _, face := range []Face{FacePrepare, FaceCustomers, FaceLeaders, FaceSealed} {
		other.Go(Route{Face: face})
		if other.route.Face != FaceCollect {
			t.Errorf("a collector file leads to %s", face)
		}
	}
	if _, err := other.room.Begin(""); err != nil {
		t.Fatal(err)
	}
	if _, err := other.room.Accept(storetest.NewResponse(1)); err != nil {
		t.Fatal(err)
	}
	other.Reload()
	if _, err := room.Merge(t.Context(), path); err == nil {
		t.Error("a collector that still collects was merged")
	}
	if !other.try(other.room.Move(workshop.Sealed)) {
		t.Fatal("the collector cannot be finished")
	}
	other.Reload()
	press(t, other, other.Say("collector.close"))
	if other.room != nil {
		t.Error("the collector file is still open")
	}
	if count, err := room.Merge(t.Context(), path); err != nil || count != 1 {
		t.Errorf("%d answers, %v", count, err)
	}
	ui.Home()
}

// A copy is refused while there is a box, also on a way back to prepare, and holds no hidden words.
func TestSaveCopy(t *testing.T) {
	folder := t.TempDir()
	library := bolt.NewLibrary(folder, bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	s := storetest.Ready(0)
	store, err := library.Create(s)
	if err != nil {
		t.Fatal(err)
	}
	room, err := workshop.Enter(store)
	if err != nil {
		t.Fatal(err)
	}
	defer room.Close()
	if _, err := room.Begin(""); err != nil {
		t.Fatal(err)
	}
	if err := room.Move(workshop.Prepare); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "copy")
	if err := saveCopy(t.Context(), room, path); err == nil {
		t.Error("a session with a box was copied")
	}

	played := rehearsed(t, workshop.English, 12, workshop.Reveal)
	hidden := played.Session().Voices[0].Text
	if err := played.Change("voice_hide", func(s *workshop.Session) error { return s.HideVoice(1, true) }); err != nil {
		t.Fatal(err)
	}
	if err := saveCopy(t.Context(), played, path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), hidden) || !strings.Contains(string(data), played.Session().Voices[1].Text) {
		t.Error("the copy holds the hidden words, or not the others")
	}
}
