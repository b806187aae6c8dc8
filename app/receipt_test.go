package app

import (
	"path/filepath"
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/receipt"
)

// filed is a rehearsed session in a file of its own, open in a window.
func filed(t *testing.T, lang workshop.Lang, state workshop.State) (ui *UI, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "session.exceed")
	session, err := rehearsed(t, lang, 12, state).Store().Load() // as it is kept: without hidden words
	if err != nil {
		t.Fatal(err)
	}
	store, err := bolt.CreateAt(path, session)
	if err != nil {
		t.Fatal(err)
	}
	room, err := workshop.Enter(store)
	if err != nil {
		t.Fatal(err)
	}
	ui = testUI(t, lang)
	ui.enter(room)
	t.Cleanup(ui.leaveRoom)
	return ui, path
}

func TestReceiptShowsWhatWasVerified(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui, path := filed(t, lang, workshop.Planning)
		ui.Go(Route{Face: FaceReceipt})
		text := said(ui.win.Canvas())
		want, err := receipt.Of(t.Context(), path, "", ui.words)
		if err != nil || len(want.Findings) < 4 || !want.OK {
			t.Fatalf("%+v, %v", want, err)
		}
		for _, f := range want.Findings {
			if !strings.Contains(text, f.Text) {
				t.Errorf("%s: %q is not on the face", lang, f.Text)
			}
		}
		if !strings.Contains(text, ui.Say("receipt.sound")) || strings.Contains(text, "⟦") {
			t.Errorf("%s: the face says %q", lang, text)
		}
	}
}

func TestReceiptNamesWhatShouldNotBe(t *testing.T) {
	ui, _ := filed(t, workshop.English, workshop.Reveal)
	if !ui.Change("voices", func(s *workshop.Session) error {
		s.Tally.Employees.Themes[0].N = 2 // below the threshold
		return nil
	}) {
		t.Fatal("the session cannot be changed")
	}
	ui.Go(Route{Face: FaceReceipt})
	text := said(ui.win.Canvas())
	if !strings.Contains(text, ui.Say("receipt.fault")) || !strings.Contains(text, ui.Say("check.small_cells", "threshold", 5, "voices", 8)) {
		t.Errorf("the face says %q", text)
	}
}

func TestReceiptOfASessionInMemory(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	ui.Go(Route{Face: FaceReceipt})
	if !strings.Contains(said(ui.win.Canvas()), ui.Say("receipt.memory")) {
		t.Error("a session without a file is not called so")
	}
}
