package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Leading puts a text and what belongs to it in one row. Where the row is too short for all, the text is cut with an
// ellipsis, never the rest.
func Leading(gap float32, text *Text, rest ...fyne.CanvasObject) *fyne.Container {
	return container.New(leadingLayout{gap, text.Fit()}, append([]fyne.CanvasObject{text}, rest...)...)
}

type leadingLayout struct {
	gap  float32
	text *Text
}

// leastLeading is what is always left for the text.
const leastLeading float32 = 80

func (l leadingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Width
	for _, o := range objects[1:] {
		room -= o.MinSize().Width + l.gap
	}
	x := float32(0)
	width := natural(l.text, l.text.text)
	l.cut(width > max(room, leastLeading))
	for i, o := range objects {
		least := o.MinSize()
		if i == 0 {
			least.Width = max(min(width, room), leastLeading)
		}
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		o.Resize(least)
		x += least.Width + l.gap
	}
}

// cut lets the text end in an ellipsis only where it must: to find the place takes long.
func (l leadingLayout) cut(yes bool) {
	how := fyne.TextTruncateOff
	if yes {
		how = fyne.TextTruncateEllipsis
	}
	if label := l.text.Label; label.Truncation != how {
		label.Truncation = how
		label.Refresh()
	}
}

func (l leadingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(leastLeading, objects[0].MinSize().Height)
	for _, o := range objects[1:] {
		least := o.MinSize()
		size.Width += l.gap + least.Width
		size.Height = max(size.Height, least.Height)
	}
	return size
}
