package kit

import "fyne.io/fyne/v2"

// Forward hands a key that a focused widget does not use to the handler of its window, so that Esc, F1, F5, F11 and the
// clicker work wherever the focus is.
func Forward(from fyne.CanvasObject, e *fyne.KeyEvent) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(from)
	if canvas == nil {
		return
	}
	if handle := canvas.OnTypedKey(); handle != nil {
		handle(e)
	}
}

// ForwardRune does the same for a letter.
func ForwardRune(from fyne.CanvasObject, r rune) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(from)
	if canvas == nil {
		return
	}
	if handle := canvas.OnTypedRune(); handle != nil {
		handle(r)
	}
}

// ForwardShortcut does the same for a combination of keys.
func ForwardShortcut(from fyne.CanvasObject, shortcut fyne.Shortcut) {
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(from).(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}

// takeFocus gives a widget the focus, as after a click on one of its parts, which takes none itself.
func takeFocus(w interface {
	fyne.CanvasObject
	fyne.Focusable
},
) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(w); canvas != nil {
		canvas.Focus(w)
	}
}
