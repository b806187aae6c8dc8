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

// typedKey runs the command of a key alone. In the kiosk only the kiosk hears keys.
func (ui *UI) typedKey(e *fyne.KeyEvent) {
	if ui.kiosk != nil {
		ui.kiosk.typedKey(e)
		return
	}
	card := ui.hasCard() // the face behind a card stays as it is
	for _, c := range commands() {
		behind := c.menu == "" && c.key != fyne.KeyEscape
		if c.mod == 0 && c.key == e.Name && !(card && behind) && c.can(ui) {
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

// menu is the window's menu bar, from the table.
func (ui *UI) menu() *fyne.MainMenu {
	var menus []*fyne.Menu
	ui.items = nil
	for _, name := range []string{"file", "edit", "view", "go", "help"} {
		menu := ui.menuOf(name)
		if name == "view" {
			languages := fyne.NewMenuItem(ui.Say("menu.language"), nil)
			languages.ChildMenu = ui.menuOf("language")
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), languages)
		}
		menus = append(menus, menu)
	}
	return fyne.NewMainMenu(menus...)
}

// menuOf is one of the menus.
func (ui *UI) menuOf(name string) *fyne.Menu {
	menu := fyne.NewMenu(ui.Say("menu." + name))
	for _, c := range commands() {
		if c.menu != name {
			continue
		}
		item := fyne.NewMenuItem(c.name(ui), func() { ui.run(c) })
		item.Shortcut, item.Disabled = c.menuKey(), !c.can(ui)
		menu.Items = append(menu.Items, item)
		ui.items = append(ui.items, menuItem{item, c})
	}
	return menu
}

// menuItem is a command in the menu bar.
type menuItem struct {
	item    *fyne.MenuItem
	command command
}

// freshMenu brings the menu bar up to date: what undo takes back, and what cannot be done now.
func (ui *UI) freshMenu() {
	menu, changed := ui.win.MainMenu(), false
	if menu == nil {
		return // the kiosk has none
	}
	for _, m := range ui.items {
		if name, off := m.command.name(ui), !m.command.can(ui); name != m.item.Label || off != m.item.Disabled {
			m.item.Label, m.item.Disabled, changed = name, off, true
		}
	}
	if changed {
		ui.win.SetMainMenu(menu)
	}
}
