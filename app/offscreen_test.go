package app

import (
	"image"
	"image/draw"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
)

// TestTextEndsWithItsScroll draws a field across the edge of a scroll: what is below the edge looks the same whatever stands
// in the field, and the field is there again afterwards.
func TestTextEndsWithItsScroll(t *testing.T) {
	ui := uiIn(t, workshop.English, 5, workshop.Prepare)
	const edge, width, height = 100, 300, 200
	below := func(text string) []byte {
		field := kit.NewField("", "", text)
		scroll := container.NewVScroll(kit.VStack(0, kit.Least(0, edge-20, container.NewStack()), field))
		win := newOffscreen(ui.App, fyne.NewSize(width, height))
		win.SetContent(container.NewBorder(kit.Least(0, edge, scroll), nil, nil, nil))
		picture := win.picture()
		if entry := field.Focusable().(fyne.CanvasObject); !entry.Visible() {
			t.Error("the field stays hidden")
		}
		part := image.NewNRGBA(image.Rect(0, edge, width, height))
		draw.Draw(part, part.Rect, picture, part.Rect.Min, draw.Src)
		return part.Pix
	}
	if !slices.Equal(below("Every question"), below("")) {
		t.Error("text is drawn below the edge of its scroll")
	}
}
