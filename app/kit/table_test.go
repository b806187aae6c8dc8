package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"exceed/assets"
)

// A table that is too narrow for its words shows a list for each row, with every figure beside its head.
func TestATableWithoutRoomIsLists(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewLook(assets.FontRegular(), assets.FontSemiBold(), 1, nil))
	head := []string{"Date", "Responsiveness", "Recognition", "Communication"}
	for _, width := range []float32{600, 250} {
		table := Table([][]string{head, {"November", "12%", "34%", "56%"}, {"December", "65%", "43%", "21%"}})
		window := test.NewTempWindow(t, Scroll(table))
		window.SetPadded(false)
		heads := map[string]int{}
		for range 3 { // what wraps settles
			window.Resize(fyne.NewSize(width, 900))
		}
		for _, o := range test.LaidOutObjects(window.Canvas().Content()) {
			text, ok := o.(*canvas.Text)
			if !ok {
				continue
			}
			heads[text.Text]++
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
			if ink := fyne.MeasureText(text.Text, text.TextSize, text.TextStyle).Width; at.X+ink > width+1 && strings.TrimSpace(text.Text) != "" {
				t.Errorf("%.0f wide: %q reaches %.0f", width, text.Text, at.X+ink)
			}
		}
		if want := map[bool]int{true: 1, false: 2}[width > 500]; heads["Responsiveness"] != want || heads["65%"] != 1 {
			t.Errorf("%.0f wide: %v", width, heads)
		}
	}
}
