package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"exceed/assets"
)

// A field shows from the start what it was made with, before anybody has clicked into it.
func TestFieldShowsItsText(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewLook(assets.FontRegular(), assets.FontSemiBold(), 1, nil))
	const said = "Somebody answers."
	for name, field := range map[string]*Field{"field": NewField("", "", said), "area": NewArea("", "", said, 2)} {
		window := test.NewTempWindow(t, VStack(0, field))
		window.Resize(fyne.NewSize(400, 300))
		if shown := drawn(field); !slices.Contains(shown, said) {
			t.Errorf("the %s shows %q", name, shown)
		}
	}
}

// The wheel turns the page also while a field is under the pointer.
func TestTheWheelScrollsOverAField(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewLook(assets.FontRegular(), assets.FontSemiBold(), 1, nil))
	field := NewField("", "", "Somebody")
	scroll := container.NewVScroll(VStack(0, field, Least(0, 900, container.NewStack())))
	window := test.NewTempWindow(t, scroll)
	window.Resize(fyne.NewSize(400, 300))
	test.Scroll(window.Canvas(), fyne.NewPos(100, 30), 0, -50)
	if scroll.Offset.Y != 50 {
		t.Errorf("the page stands at %v", scroll.Offset.Y)
	}
}

// drawn are the texts as they stand: unlike test.LaidOutObjects, nothing is laid out anew, which would mend them.
func drawn(o fyne.CanvasObject) (texts []string) {
	inside := Inside(o)
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case fyne.Widget:
		if len(inside) == 0 {
			inside = test.WidgetRenderer(o).Objects()
		}
	}
	for _, o := range inside {
		texts = append(texts, drawn(o)...)
	}
	return texts
}
