package app

import (
	"fyne.io/fyne/v2"
)

// listen connects the table of commands with the window: combinations as shortcuts, keys alone through the canvas.
func (ui *UI) listen() {
	canvas := ui.win.Canvas()
	for _, c := range commands() {
		if s := c.shortcut(); s != nil {
			canvas.AddShortcut(s, func(fyne.Shortcut) { ui.run(c) })
		}
		for _, s := range c.alike() {
			canvas.AddShortcut(s, func(fyne.Shortcut) { ui.run(c) })
		}
	}
	// The driver reads Ctrl+Z and Ctrl+Y as these, and gives them to a field that is typed into first.
	canvas.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { ui.runNamed("undo") })
	canvas.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { ui.runNamed("redo") })
	canvas.SetOnTypedKey(ui.typedKey)
	ui.win.SetMainMenu(ui.menu())
}

// run runs a command where it may. What a card asks is answered first, so that nothing typed there is lost.
func (ui *UI) run(c command) {
	if c.can(ui) && (!ui.hasCard() || c.onCard()) {
		c.do(ui)
	}
}

// typedKey runs the command of a key alone: not those of the menu without a key, which is also the name of keys that Fyne
// does not know (figures of the keypad, ² and ù). In the kiosk only the kiosk hears keys.
func (ui *UI) typedKey(e *fyne.KeyEvent) {
	if ui.kiosk != nil {
		ui.kiosk.typedKey(e)
		return
	}
	card := ui.hasCard() // the face behind a card stays as it is
	for _, c := range commands() {
		behind := c.menu == "" && c.key != fyne.KeyEscape
		if c.mod == 0 && c.key != "" && c.key == e.Name && !(card && behind) && c.can(ui) {
			c.do(ui)
			return
		}
	}
	if card {
		switch e.Name {
		case fyne.KeyDown:
			ui.modal.Scroll(1)
		case fyne.KeyUp:
			ui.modal.Scroll(-1)
		}
		return
	}
	switch e.Name {
	case fyne.KeyDown:
		if ui.scrollFace(1) {
			return
		}
	case fyne.KeyUp:
		if ui.scrollFace(-1) {
			return
		}
	}
	if ui.route.Face == FaceReveal { // arrows as well as the clicker's keys
		switch e.Name {
		case fyne.KeyRight, fyne.KeyDown:
			ui.revealStep(1)
		case fyne.KeyLeft, fyne.KeyUp:
			ui.revealStep(-1)
		}
	}
}
