package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
)

// TestARowHasOneMiddle lays rows out whose text has one line and several, in two sizes of text.
func TestARowHasOneMiddle(t *testing.T) {
	a := test.NewTempApp(t)
	for _, scale := range []float32{1, 1.5, 2} {
		a.Settings().SetTheme(kit.NewLook(assets.FontRegular(), assets.FontSemiBold(), scale, nil))
		for text, lines := range map[string]float32{"Short": 1, "One that is long enough to take several lines in a narrow row": 2} {
			sign := kit.NewIcon(theme.ConfirmIcon(), 20*scale, theme.ColorNameSuccess)
			words := kit.Body(text)
			button := kit.NewIconButton("", theme.CancelIcon(), nil)
			row := kit.Row(sign, kit.S, words, button)
			row.Resize(fyne.NewSize(260*scale, 200))
			row.Resize(fyne.NewSize(260*scale, row.MinSize().Height))
			line := fyne.MeasureText("x", words.Theme().Size(kit.SizeBody), fyne.TextStyle{}).Height
			middle := words.Position().Y + line/2
			for _, o := range []fyne.CanvasObject{sign, button} {
				if at := o.Position().Y + o.Size().Height/2; at-middle > 0.01 || middle-at > 0.01 {
					t.Errorf("%v: %q has the middle of its first line at %v, and %T at %v", scale, text, middle, o, at)
				}
			}
			if label := words.Label; label.Wrapping != fyne.TextWrapWord || words.MinSize().Height < lines*line-0.01 {
				t.Errorf("%v: %q has a height of %v", scale, text, words.MinSize().Height)
			}
			if below := words.Position().Y + words.MinSize().Height; below > row.MinSize().Height+0.01 {
				t.Errorf("%v: %q ends at %v of %v", scale, text, below, row.MinSize().Height)
			}
		}
	}
}
