package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// TestABlankProjectorIsSaidOnEveryFace looks on each face for the button that says so and shows the room again.
func TestABlankProjectorIsSaidOnEveryFace(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := uiIn(t, lang, 12, workshop.FollowUp)
		ui.projector.toggle()
		said := func() (found *kit.Button) {
			walk(ui.shell.top, fyne.Position{}, seen{}, func(s seen) {
				if b, ok := s.object.(*kit.Button); ok && b.Text == ui.Say("projector.blanked") {
					found = b
				}
			})
			return found
		}
		for _, item := range rail() {
			ui.Go(Route{Face: item.face})
			if said() != nil {
				t.Errorf("%s: on %s the projector is said to be blank", lang, item.face)
			}
			ui.runNamed("blank")
			b := said()
			if item.face == FaceReveal { // it has a button of its own
				ui.runNamed("blank")
				continue
			}
			if b == nil {
				t.Fatalf("%s: on %s nothing says that the projector is blank", lang, item.face)
			}
			b.Tapped(nil)
			if ui.projector.blanked || said() != nil {
				t.Errorf("%s: on %s the button does not show the room again", lang, item.face)
			}
		}
		ui.projector.blank()
		ui.projector.toggle() // off
		if said() != nil {
			t.Errorf("%s: without a projector it is said to be blank", lang)
		}
	}
}
