package app

import (
	"testing"

	"exceed/assets"
	"exceed/workshop"
)

// A voice that its writer gave no theme shows what its words suggest; A takes it and goes on to the next.
func TestOneKeyTakesTheSuggestedTheme(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := uiIn(t, lang, 12, workshop.Reveal)
		if !ui.Change("voice_move", func(s *workshop.Session) error {
			for i := range s.Voices {
				s.Voices[i].Theme, s.Voices[i].Into, s.Voices[i].Hidden = "", 0, false
			}
			return nil
		}) {
			t.Fatal("the voices cannot be taken out of their themes")
		}
		ui.Go(Route{Face: FaceVoices})
		var waiting []workshop.Voice
		for _, v := range ui.Session().Voices {
			if len(v.Suggested) > 0 {
				waiting = append(waiting, v)
			}
		}
		if len(waiting) < 5 {
			t.Fatalf("%s: suggestions for only %d of %d voices", lang, len(waiting), len(ui.Session().Voices))
		}
		ui.win.Canvas().Focus(ui.place.stops[voiceStop(waiting[0].ID)])
		for _, want := range waiting {
			card, ok := ui.win.Canvas().Focused().(*voiceCard)
			if !ok || card.voice.ID != want.ID {
				t.Fatalf("%s: focus on %v, want voice %d", lang, ui.win.Canvas().Focused(), want.ID)
			}
			card.TypedRune('a')
			if got, _ := ui.Session().Voice(want.ID); got.Theme != want.Suggested[0] {
				t.Errorf("%s: %q under %q, want %q", lang, got.Text, got.Theme, want.Suggested[0])
			}
		}
		if !ui.try(ui.room.Undo()) {
			t.Fatal("no way back")
		}
		last := waiting[len(waiting)-1]
		if got, _ := ui.Session().Voice(last.ID); got.Theme != "" {
			t.Errorf("%s: undo leaves %q under %q", lang, got.Text, got.Theme)
		}
	}
}
