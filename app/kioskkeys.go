package app

import (
	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

// typedKey hears keys that no control used. Esc asks to leave. Where the page has only buttons, arrows go from one to
// the next; else keys go to the page's main control where a click has taken the focus off it, or where a button has it.
func (k *kiosk) typedKey(e *fyne.KeyEvent) {
	if k.page == nil || k.nested {
		return
	}
	if k.awake != nil {
		k.awake()
		return
	}
	k.touch()
	if e.Name == fyne.KeyEscape {
		if k.ui.hidPopUp() {
			return
		}
		if k.page.escape != nil {
			k.page.escape()
			return
		}
		k.escape()
		return
	}
	window := k.ui.win.Canvas()
	focused := window.Focused()
	_, onButton := focused.(*kit.Button)
	if _, only := k.page.main.(*kit.Button); only && onButton {
		switch e.Name {
		case fyne.KeyUp, fyne.KeyLeft:
			window.FocusPrevious()
		case fyne.KeyDown, fyne.KeyRight:
			window.FocusNext()
		}
	}
	if k.page.main == nil || focused == k.page.main || focused != nil && !onButton {
		return
	}
	k.nested = true
	defer func() { k.nested = false }()
	if focused == nil {
		window.Focus(k.page.main)
	}
	k.page.main.TypedKey(e)
}

// typedRune passes letters and digits that no control used on to the page's main control.
func (k *kiosk) typedRune(r rune) {
	if k.page == nil || k.page.main == nil {
		return
	}
	if k.awake != nil {
		k.awake()
		return
	}
	k.touch()
	if _, isButton := k.page.main.(*kit.Button); isButton {
		return
	}
	if k.ui.win.Canvas().Focused() == nil {
		k.ui.win.Canvas().Focus(k.page.main)
	}
	k.page.main.TypedRune(r)
}
