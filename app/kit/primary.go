package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// PrimaryIn is the button that leads on from what is shown: the last primary one in it that can be seen and pressed; nil
// where there is none.
func PrimaryIn(o fyne.CanvasObject) *Button {
	if o == nil || !o.Visible() {
		return nil
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *Button:
		if o.Weight == Primary && !o.Disabled() {
			return o
		}
	case *fyne.Container:
		inside = o.Objects
	case *container.Scroll:
		inside = []fyne.CanvasObject{o.Content}
	case Holder:
		inside = []fyne.CanvasObject{o.Holds()}
	}
	var found *Button
	for _, object := range inside {
		if b := PrimaryIn(object); b != nil {
			found = b
		}
	}
	return found
}
