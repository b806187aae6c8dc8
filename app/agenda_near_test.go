package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// TestTheMinutesStandBesideTheirStep measures the way of the eye from a step's name to its field.
func TestTheMinutesStandBesideTheirStep(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := uiIn(t, lang, 12, workshop.Prepare)
		ui.win.Resize(fyne.NewSize(1920, 1080))
		ui.Go(Route{Face: FacePrepare, Part: "agenda"})
		settle(ui.win.Canvas().(software.WindowlessCanvas))
		names := map[string]bool{}
		for _, step := range ui.Session().Agenda {
			names[ui.stateWords(step.State)] = true
		}
		var fields, texts []seen
		walk(ui.shell.face, fyne.Position{}, seen{}, func(s seen) {
			switch o := s.object.(type) {
			case *kit.Field:
				fields = append(fields, s)
			case *canvas.Text:
				if names[o.Text] {
					texts = append(texts, s)
				}
			}
		})
		if len(fields) != len(names) || len(texts) != len(names) {
			t.Fatalf("%s: %d fields and %d names", lang, len(fields), len(texts))
		}
		for i, f := range fields {
			if far := f.area.x - ink(texts[i].object.(*canvas.Text), texts[i].area).x; far > 260 {
				t.Errorf("%s: the field of %q stands %.0f from it", lang, texts[i].object.(*canvas.Text).Text, far)
			}
		}
	}
}
