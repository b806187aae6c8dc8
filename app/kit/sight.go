package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Holder is a widget with controls of their own inside.
type Holder interface {
	fyne.Widget
	// Holds is what it lays out.
	Holds() fyne.CanvasObject
}

// IntoSight scrolls so far that a control that got the focus can be seen, and again when what scrolls grows or shrinks
// while the control has the focus, as where a hint appears above it.
func IntoSight(o fyne.CanvasObject) {
	partIntoSight(o, func() (top, bottom float32) { return 0, o.Size().Height })
}

// partIntoSight does the same for a part of it, from top to bottom.
func partIntoSight(o fyne.CanvasObject, part func() (top, bottom float32)) {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(o)
	if canvas == nil {
		return
	}
	root := canvas.Content()
	if over := canvas.Overlays().Top(); over != nil {
		root = over
	}
	scrolls, _ := scrollsRound(root, nil, o)
	for i := len(scrolls) - 1; i >= 0; i-- { // the innermost first
		scroll := scrolls[i]
		if w := watchOf(scroll); w != nil {
			focused := canvas.Focused()
			w.grown = func() {
				if focused != nil && canvas.Focused() == focused {
					partIntoSight(o, part)
				}
			}
		}
		if scroll.Size().Height == 0 {
			continue
		}
		top, bottom := part()
		at := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y + scroll.Offset.Y
		top, bottom = at+top-L, at+bottom+M
		offset := scroll.Offset
		switch {
		case top < offset.Y:
			offset.Y = max(0, top)
		case bottom > offset.Y+scroll.Size().Height:
			offset.Y = bottom - scroll.Size().Height
		default:
			continue
		}
		scroll.ScrollToOffset(offset)
	}
}

// watched is the layout of what scrolls: it tells when the height is another.
type watched struct {
	of     fyne.Layout
	height float32
	grown  func() // may be nil
}

// watch makes a scroll's content from a layout.
func watch(l fyne.Layout, content fyne.CanvasObject) *fyne.Container {
	return build(&watched{of: l}, content)
}

func (w *watched) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w.of.Layout(objects, size)
	if size.Height != w.height {
		w.height = size.Height
		if w.grown != nil {
			w.grown()
		}
	}
}

func (w *watched) MinSize(objects []fyne.CanvasObject) fyne.Size { return w.of.MinSize(objects) }

// watchOf is what tells of a scroll's height; nil where nothing does.
func watchOf(scroll *container.Scroll) *watched {
	if content, ok := scroll.Content.(*fyne.Container); ok {
		if l, ok := content.Layout.(sized); ok {
			w, _ := l.of.(*watched)
			return w
		}
	}
	return nil
}

// scrollsRound are the scrolls round an object, the innermost last; found says whether the object is there.
func scrollsRound(in fyne.CanvasObject, round []*container.Scroll, o fyne.CanvasObject) (scrolls []*container.Scroll, found bool) {
	if in == o {
		return round, true
	}
	var inside []fyne.CanvasObject
	switch in := in.(type) {
	case *fyne.Container:
		inside = in.Objects
	case *container.Scroll:
		round, inside = append(slices.Clip(round), in), []fyne.CanvasObject{in.Content}
	case Holder:
		inside = []fyne.CanvasObject{in.Holds()}
	}
	for _, object := range inside {
		if scrolls, found := scrollsRound(object, round, o); found {
			return scrolls, true
		}
	}
	return nil, false
}

// ScrollBy scrolls most of a page down (1) or up (−1), and says whether there was more to see.
func ScrollBy(scroll *container.Scroll, by float32) bool {
	height := scroll.Size().Height
	if height <= 0 {
		return false
	}
	most := max(0, scroll.Content.Size().Height-height)
	to := max(0, min(scroll.Offset.Y+by*0.8*height, most))
	if to == scroll.Offset.Y {
		return false
	}
	scroll.ScrollToOffset(fyne.NewPos(scroll.Offset.X, to))
	return true
}
