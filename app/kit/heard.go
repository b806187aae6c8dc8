package kit

import "fyne.io/fyne/v2"

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
	if o, ok := inside.(interface{ Hear(func()) }); ok {
		o.Hear(f)
		return
	}
	for _, object := range Inside(inside) {
		Hear(object, f)
	}
}
