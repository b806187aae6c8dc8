package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// TestRoomTableHeadsUseTheRoomThereIs: a head is not stacked word by word beside a column that is half empty.
func TestRoomTableHeadsUseTheRoomThereIs(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := uiIn(t, lang, 12, workshop.Reveal)
		s, words := ui.Session(), assets.WordsFor(lang)
		sheet := ui.chartSheet(words, fyne.NewSize(1920, 1080), 0)
		for at, step := range revealSteps() {
			if step.key != "behaviours" && step.key != "map" {
				continue
			}
			c := projectorContent(s, roomView{route: Route{Face: FaceReveal, Step: at, Part: tablePart}, measure: ui.measure}, words)
			heads := map[float64]int{} // the lines of each head, by its edge
			for _, shape := range roomFigure(c, s.Compare(), sheet).Shapes {
				if text, is := shape.(chart.Text); is && text.Weight == chart.SemiBold && text.Align == chart.End {
					heads[text.At.X]++
				}
			}
			for _, lines := range heads {
				if lines > 1 {
					t.Errorf("%s, %s: a head takes %d lines", lang, step.key, lines)
				}
			}
		}
	}
}
