package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// IntoSight scrolls so far that a control that got the focus can be seen, and again when what scrolls grows or shrinks
// while the control has the focus, as where a hint appears above it.
func IntoSight(o fyne.CanvasObject) {
	partIntoSight(o, func() (top, bottom float32) { return 0, o.Size().Height })
}

// IntoSightOn does the same on a canvas that has not drawn the control yet: the driver does not know it before.
func IntoSightOn(canvas fyne.Canvas, o fyne.CanvasObject) {
	switch inner := o.(type) { // with the words that belong to it
	case *entry:
		o = inner.field
	case *pickSelect:
		o = inner.pick
	}
	intoSight(canvas, o, func() (top, bottom float32) { return 0, o.Size().Height })
}

// partIntoSight does the same for a part of it, from top to bottom.
func partIntoSight(o fyne.CanvasObject, part func() (top, bottom float32)) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(o); canvas != nil {
		intoSight(canvas, o, part)
	}
}

func intoSight(canvas fyne.Canvas, o fyne.CanvasObject, part func() (top, bottom float32)) {
	root := canvas.Content()
	if over := canvas.Overlays().Top(); over != nil {
		root = over
	}
	focused := canvas.Focused()
	grown := func() {
		if focused != nil && canvas.Focused() == focused {
			intoSight(canvas, o, part)
		}
	}
	for i := 0; ; i++ { // the innermost first; to scroll that moves the object in those round it
		_, round, _ := scrollsRound(root, o)
		if i >= len(round) {
			return
		}
		scroll := round[i].scroll
		if w := watchOf(scroll); w != nil {
			w.grown = grown
		}
		if scroll.Size().Height == 0 {
			continue
		}
		top, bottom := part()
		top, bottom = round[i].at+top-L, round[i].at+bottom+M
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

// round is a scroll round an object, which lies at a height of its content.
type round struct {
	scroll *container.Scroll
	at     float32
}

// scrollsRound are the scrolls round an object, the innermost first, and its height in what they are looked for in; found
// says whether it is there.
func scrollsRound(in, o fyne.CanvasObject) (y float32, scrolls []round, found bool) {
	if in == o {
		return 0, nil, true
	}
	scroll, _ := in.(*container.Scroll)
	for _, object := range Inside(in) {
		y, scrolls, found := scrollsRound(object, o)
		if !found {
			continue
		}
		if scroll != nil {
			scrolls = append(scrolls, round{scroll, y})
		}
		return object.Position().Y + y, scrolls, true
	}
	return 0, nil, false
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
