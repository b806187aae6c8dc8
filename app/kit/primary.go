package kit

import "fyne.io/fyne/v2"

// PrimaryIn is the button that leads on from what is shown: the last primary one in it that can be seen and pressed; nil
// where there is none.
func PrimaryIn(o fyne.CanvasObject) *Button {
	if o == nil || !o.Visible() {
		return nil
	}
	if b, ok := o.(*Button); ok && b.Weight == Primary && !b.Disabled() {
		return b
	}
	var found *Button
	for _, object := range Inside(o) {
		if b := PrimaryIn(object); b != nil {
			found = b
		}
	}
	return found
}
