package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"exceed/assets"
)

// A no-break space stays between what it holds together, at every width, and the text is given back as it was set.
func TestNoBreakSpacesHold(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewLook(assets.FontRegular(), assets.FontSemiBold(), 1, nil))
	said := "Choisissez «\u00a0montrer mes mots\u00a0»\u202f; ou bien\u00a0: gardez-les.\nPourquoi\u00a0? Parce que\u00a0!"
	text := Body("")
	window := test.NewTempWindow(t, VStack(0, text))
	window.SetPadded(false)
	for width := float32(110); width < 500; width += 7 {
		window.Resize(fyne.NewSize(width, 600))
		text.SetText("Autre")
		text.SetText(said)
		var lines []string
		for _, o := range test.LaidOutObjects(window.Canvas().Content()) {
			if line, ok := o.(*canvas.Text); ok {
				lines = append(lines, line.Text)
				if ink := fyne.MeasureText(line.Text, line.TextSize, line.TextStyle).Width; ink > width+1 {
					t.Errorf("%.0f wide: %q is %.0f", width, line.Text, ink)
				}
			}
		}
		for i, line := range lines {
			if line != strings.TrimSpace(line) || strings.ContainsAny(line[:1], "»;:?!") || strings.HasSuffix(line, "«") {
				t.Errorf("%.0f wide: line %d of %q", width, i, lines)
			}
		}
		if text.Text() != said {
			t.Errorf("it says %q", text.Text())
		}
	}
}
