package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Row puts a text between what belongs to it, each of which may be nil: a sign before it and controls behind it. All have
// their middle on that of the text's first line.
func Row(before fyne.CanvasObject, gap float32, text *Text, after fyne.CanvasObject) *fyne.Container {
	l := &rowLayout{before: before, gap: gap, text: text, after: after}
	objects := make([]fyne.CanvasObject, 0, 3)
	for _, o := range []fyne.CanvasObject{before, text, after} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return build(l, objects...)
}

// Marked is a paragraph with an icon beside its first line.
func Marked(icon fyne.Resource, ink fyne.ThemeColorName, text *Text) *fyne.Container {
	return Row(NewIcon(icon, text.Theme().Size(theme.SizeNameInlineIcon), ink), S, text, nil)
}

type rowLayout struct {
	before, after fyne.CanvasObject
	gap           float32
	text          *Text
}

// middle is how far below the top the middle of the first line is.
func (l *rowLayout) middle() float32 {
	high := l.text.lineHeight()
	for _, o := range []fyne.CanvasObject{l.before, l.after} {
		if o != nil {
			high = max(high, o.MinSize().Height)
		}
	}
	return high / 2
}

func (l *rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	middle, left, right := l.middle(), float32(0), size.Width
	put := func(o fyne.CanvasObject, x float32, least fyne.Size) {
		o.Move(fyne.NewPos(x, middle-least.Height/2))
		o.Resize(least)
	}
	if l.before != nil {
		least := l.before.MinSize()
		put(l.before, 0, least)
		left = least.Width + l.gap
	}
	if l.after != nil {
		least := l.after.MinSize()
		put(l.after, right-least.Width, least)
		right -= least.Width + l.gap
	}
	top := middle - l.text.lineHeight()/2
	l.text.Move(fyne.NewPos(left, top))
	l.text.Resize(fyne.NewSize(right-left, size.Height-top))
}

func (l *rowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	middle, text := l.middle(), l.text.MinSize()
	size := fyne.NewSize(text.Width, max(2*middle, middle-l.text.lineHeight()/2+text.Height))
	for _, o := range []fyne.CanvasObject{l.before, l.after} {
		if o != nil {
			size.Width += l.gap + o.MinSize().Width
		}
	}
	return size
}
