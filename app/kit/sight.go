package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Holder is a widget with controls of their own inside.
type Holder interface {
	fyne.Widget
	// Holds is what it lays out.
	Holds() fyne.CanvasObject
}

// IntoSight scrolls so far that a control that got the focus can be seen.
func IntoSight(o fyne.CanvasObject) { partIntoSight(o, 0, o.Size().Height) }

// partIntoSight does the same for a part of it, from top to bottom.
func partIntoSight(o fyne.CanvasObject, top, bottom float32) {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(o)
	if canvas == nil {
		return
	}
	root := canvas.Content()
	if over := canvas.Overlays().Top(); over != nil {
		root = over
	}
	scroll, found := scrollRound(root, nil, o)
	if !found || scroll == nil || scroll.Size().Height == 0 {
		return
	}
	at := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y + scroll.Offset.Y
	top, bottom = at+top-L, at+bottom+M
	offset := scroll.Offset
	switch {
	case top < offset.Y:
		offset.Y = max(0, top)
	case bottom > offset.Y+scroll.Size().Height:
		offset.Y = bottom - scroll.Size().Height
	default:
		return
	}
	scroll.ScrollToOffset(offset)
}

// scrollRound is the innermost scroll round an object, nil where there is none; found says whether the object is there.
func scrollRound(in fyne.CanvasObject, round *container.Scroll, o fyne.CanvasObject) (scroll *container.Scroll, found bool) {
	if in == o {
		return round, true
	}
	var inside []fyne.CanvasObject
	switch in := in.(type) {
	case *fyne.Container:
		inside = in.Objects
	case *container.Scroll:
		round, inside = in, []fyne.CanvasObject{in.Content}
	case Holder:
		inside = []fyne.CanvasObject{in.Holds()}
	}
	for _, object := range inside {
		if scroll, found := scrollRound(object, round, o); found {
			return scroll, true
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
