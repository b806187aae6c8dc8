package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
)

// This file walks over what a window shows, as it is laid out, without making anything anew.

// rect is a part of a window.
type rect struct{ x, y, right, bottom float32 }

func rectOf(at fyne.Position, size fyne.Size) rect {
	return rect{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (r rect) empty() bool { return r.x >= r.right || r.y >= r.bottom }

func (r rect) cut(by rect) rect {
	return rect{max(r.x, by.x), max(r.y, by.y), min(r.right, by.right), min(r.bottom, by.bottom)}
}

// grown is the part with so much more (or less) on each side.
func (r rect) grown(x, y float32) rect { return rect{r.x - x, r.y - y, r.right + x, r.bottom + y} }

func (r rect) within(other rect) bool {
	return r.x >= other.x && r.y >= other.y && r.right <= other.right && r.bottom <= other.bottom
}

// seen is one object of a window: where it is, and what it is part of.
type seen struct {
	object  fyne.CanvasObject
	area    rect                // where it was put
	clip    rect                // what the window and the scrolls round it let be seen
	scroll  *container.Scroll   // the innermost round it; nil for none
	widget  fyne.CanvasObject   // the innermost widget of the program's own that it is in, or itself
	control fyne.CanvasObject   // the innermost control that it is part of, or itself; nil for none
	path    []fyne.CanvasObject // the controls round it, outermost first
	card    bool                // it is part of a card over the face
}

// walkCanvas looks at every visible object of the top layer: of the card where one lies over the face, else of the face.
func walkCanvas(c fyne.Canvas, look func(seen)) {
	root, over := c.Content(), c.Overlays().Top()
	if over != nil {
		root = over
	}
	walk(root, fyne.Position{}, seen{clip: rectOf(fyne.Position{}, c.Size()), card: over != nil}, look)
}

func walk(o fyne.CanvasObject, origin fyne.Position, in seen, look func(seen)) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	in.object, in.area = o, rectOf(at, o.Size())
	if isControl(o) {
		in.control = o
		in.path = append(in.path[:len(in.path):len(in.path)], o)
	}
	switch o := o.(type) {
	case *fyne.Container:
		look(in)
		for _, inside := range o.Objects {
			walk(inside, at, in, look)
		}
	case *container.Scroll:
		look(in)
		in.scroll, in.clip = o, in.clip.cut(in.area)
		walk(o.Content, at, in, look)
	case fyne.Widget:
		if ownWidget(o) {
			in.widget = o
		}
		look(in)
		for _, inside := range test.WidgetRenderer(o).Objects() {
			walk(inside, at, in, look)
		}
	default:
		look(in)
	}
}

// ownWidget says whether a widget has a frame of its own that text must stay in; labels take any room.
func ownWidget(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *widget.Label, *widget.RichText, *widget.PopUp:
		return false
	}
	return true
}

// isControl says whether a person can press or type into an object.
func isControl(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *widget.PopUp, *kit.AnyKey, *widget.Label, *container.Scroll:
		return false
	}
	if _, ok := o.(fyne.Focusable); ok {
		return true
	}
	_, ok := o.(fyne.Tappable)
	return ok
}

// ink is where a text has letters, which may be more than the place that it got.
func ink(text *canvas.Text, area rect) rect {
	size := text.MinSize()
	switch text.Alignment {
	case fyne.TextAlignCenter:
		area.x += (area.right - area.x - size.Width) / 2
	case fyne.TextAlignTrailing:
		area.x = area.right - size.Width
	}
	area.right, area.bottom = area.x+size.Width, area.y+size.Height
	return area
}
