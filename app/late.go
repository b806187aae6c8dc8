package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// late is the content of a window that is still to be filled. The driver asks what room it needs when the window is made,
// before it paints: only then is it filled, so that what it shows can be read while the system makes it.
type late struct {
	canvas.Rectangle
	furnish func() // puts other content into the window; called once
	set     bool   // the window has asked as it took this content; the next to ask is the driver
}

// MinSize fills the window where the driver asks.
func (l *late) MinSize() fyne.Size {
	if l.set {
		l.furnish()
	}
	l.set = true
	return l.Rectangle.MinSize()
}
