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

// Inside are the objects that an object lays out, in the order in which the focus goes through them.
func Inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case Holder:
		return []fyne.CanvasObject{o.Holds()}
	}
	return nil
}
