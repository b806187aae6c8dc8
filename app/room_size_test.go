package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// TestTheRoomSeesNothingCut draws every step of the reveal for old and new projectors, and for the window before it is
// dragged there. Nothing is smaller than 28 pixels of a new one, so that the back row reads it.
func TestTheRoomSeesNothingCut(t *testing.T) {
	long(t)
	for _, lang := range assets.Langs() {
		ui := uiIn(t, lang, 12, workshop.Reveal)
		ui.projector.voices = true
		for _, size := range []fyne.Size{{Width: 960, Height: 540}, {Width: 1024, Height: 768}, {Width: 1920, Height: 1080}} {
			for i, step := range revealSteps() {
				ui.Go(Route{Face: FaceReveal, Step: i})
				for _, shape := range ui.projector.draw(size).Shapes {
					text, ok := shape.(chart.Text)
					if !ok {
						continue
					}
					if strings.HasSuffix(text.Text, "…") {
						t.Errorf("%s, %s on %.0f by %.0f: %q is cut", lang, step.key, size.Width, size.Height, text.Text)
					}
					if text.Size < 28*float64(size.Height)/1080-0.01 {
						t.Errorf("%s, %s: %q is %.1f pixels high", lang, step.key, text.Text, text.Size)
					}
					if box := text.Box(ui.measure); box.X < -1 || box.Right() > float64(size.Width)+1 || box.Y < -1 || box.Bottom() > float64(size.Height)+1 {
						t.Errorf("%s, %s on %.0f by %.0f: %q lies outside", lang, step.key, size.Width, size.Height, text.Text)
					}
				}
			}
		}
	}
}
