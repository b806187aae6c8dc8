package app

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// menuItem is a command in the menu bar, with its name as it stands there.
type menuItem struct {
	item    *fyne.MenuItem
	command command
	name    string
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
	ui.nameItems()
	return fyne.NewMainMenu(menus...)
}

// menuOf is one of the menus, without the names.
func (ui *UI) menuOf(name string) *fyne.Menu {
	menu := fyne.NewMenu(ui.Say("menu." + name))
	for _, c := range commands() {
		if c.menu != name {
			continue
		}
		item := fyne.NewMenuItem("", func() { ui.run(c) })
		item.Shortcut = c.menuKey()
		menu.Items = append(menu.Items, item)
		ui.items = append(ui.items, menuItem{item: item, command: c})
	}
	return menu
}

// freshMenu brings the menu bar up to date: what undo takes back, and what cannot be done now.
func (ui *UI) freshMenu() {
	menu := ui.win.MainMenu()
	if menu == nil {
		return // the kiosk has none
	}
	if ui.nameItems() {
		ui.win.SetMainMenu(menu)
	}
}

// nameItems gives the items of the menu bar their names and says which cannot be chosen; changed is whether any is otherwise
// than before.
func (ui *UI) nameItems() (changed bool) {
	for i := range ui.items {
		m := &ui.items[i]
		if name, off := m.command.name(ui), !m.command.can(ui); name != m.name || off != m.item.Disabled {
			m.name, m.item.Disabled, changed = name, off, true
		}
	}
	if changed {
		for at := 0; at < len(ui.items); {
			end := at + 1
			for end < len(ui.items) && ui.items[end].command.menu == ui.items[at].command.menu {
				end++
			}
			ui.label(ui.items[at:end])
			at = end
		}
	}
	return changed
}

// nativeMenu says whether the system paints the menu bar, its keys too.
const nativeMenu = runtime.GOOS == "darwin"

// label writes the names of one menu, each with its key at the right edge. Fyne would paint the keys in a fifth of the text's
// ink, which many cannot read; as part of the name they have all of it.
func (ui *UI) label(items []menuItem) {
	size := ui.App.Settings().Theme().Size(theme.SizeNameText)
	wide := func(text string) float32 { return fyne.MeasureText(text, size, fyne.TextStyle{}).Width }
	const between, hair = "      ", "\u200a"
	var most float32
	for _, m := range items {
		if m.command.key != "" {
			most = max(most, wide(m.name+between+m.command.keyText()))
		}
	}
	space, thin := wide("n n")-wide("nn"), wide("n"+hair+"n")-wide("nn")
	for _, m := range items {
		m.item.Label = m.name
		if m.command.key == "" || nativeMenu {
			continue
		}
		room := most - wide(m.name) - wide(m.command.keyText())
		spaces := int(room / space)
		hairs := int((room-float32(spaces)*space)/thin + 0.5)
		m.item.Label += strings.Repeat(" ", spaces) + strings.Repeat(hair, hairs) + m.command.keyText()
	}
}

// menuKey is what the menu bar runs the command by: its combination, or, where the system paints the menu, its key alone too;
// nil for none.
func (c command) menuKey() fyne.Shortcut {
	if c.key == "" {
		return nil
	}
	key := c.combination()
	if nativeMenu {
		return key
	}
	return unpainted{key}
}

// unpainted is a combination of keys that a menu runs and does not show.
type unpainted struct{ fyne.Shortcut }
