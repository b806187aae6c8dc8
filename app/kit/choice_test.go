package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"exceed/assets"
)

func TestTheRingEndsWithTheOptions(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewLook(assets.FontRegular(), assets.FontSemiBold(), 1, nil))
	c := NewChoice([]string{"yes", "no"}, 0, nil)
	test.NewTempWindow(t, c).Resize(fyne.NewSize(900, 200))
	last := c.tiles[1]
	want := last.Position().X + last.Size().Width + 2*choiceRing
	if got := c.frame.Size().Width; got != want || c.Size().Width < 800 {
		t.Errorf("the ring of a choice %g wide is %g wide, want %g", c.Size().Width, got, want)
	}
}
