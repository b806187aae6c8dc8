package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Heard makes a control say that a key was pressed while it had the focus, whatever the key and whatever the control
// does with it.
type Heard struct{ pressed func() }

// Hear has f called at each key.
func (h *Heard) Hear(f func()) { h.pressed = f }

// KeyDown says so.
func (h *Heard) KeyDown(*fyne.KeyEvent) {
	if h.pressed != nil {
		h.pressed()
	}
}

// KeyUp does nothing.
func (h *Heard) KeyUp(*fyne.KeyEvent) {}

// Hear has f called at each key that is pressed in a control inside.
func Hear(inside fyne.CanvasObject, f func()) {
	switch o := inside.(type) {
	case interface{ Hear(func()) }:
		o.Hear(f)
	case *fyne.Container:
		for _, object := range o.Objects {
			Hear(object, f)
		}
	case *container.Scroll:
		Hear(o.Content, f)
	case Holder:
		Hear(o.Holds(), f)
	}
}
