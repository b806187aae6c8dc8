package app

import (
	"strings"

	"exceed/app/kit"
)

// help shows what this face is for, and every key that works on it.
func (ui *UI) help() {
	rows := kit.VStack(kit.S)
	rows.Add(kit.Lead(ui.Say("help." + string(ui.route.Face))))
	rows.Add(kit.Rule())
	for _, alone := range []bool{true, false} { // the keys of this face first: they need no Ctrl
		for _, c := range commands() {
			if c.key == "" || (c.mod == 0) != alone || !c.can(ui) {
				continue
			}
			rows.Add(kit.Border(nil, nil, kit.Least(150, 0, kit.Strong(c.keyText()).Fit()), nil, kit.Body(c.name(ui))))
		}
	}
	scroll := kit.ScrollOf(420, rows)
	ui.Card(640, ui.Say("help.title"), scroll, nil, kit.NewButton(ui.Say("button.close"), kit.Primary, ui.closeCard))
}

// palette finds a command by its name.
func (ui *UI) palette() {
	list := kit.VStack(2)
	field := kit.NewField(ui.Say("palette.find"), "", "")
	var first func()
	fill := func(text string) {
		list.Objects, first = nil, nil
		for _, c := range commands() {
			name := c.name(ui)
			if !c.can(ui) || c.id == "palette" || !strings.Contains(strings.ToLower(name), strings.ToLower(strings.TrimSpace(text))) {
				continue
			}
			do := func() {
				ui.closeCard()
				c.do(ui)
			}
			if first == nil {
				first = do
			}
			if c.key != "" {
				name += "   " + c.keyText()
			}
			b := kit.NewButton(name, kit.Quiet, do)
			b.Left = true
			list.Add(b)
		}
		list.Refresh()
	}
	field.OnChanged = fill
	field.OnEnter = func() {
		if first != nil {
			first()
		}
	}
	fill("")
	scroll := kit.ScrollOf(360, list)
	ui.Card(560, ui.Say("palette.title"), kit.Border(field, nil, nil, nil, kit.Inset(kit.S, 0, scroll)), nil,
		kit.NewButton(ui.Say("button.close"), kit.Plain, ui.closeCard))
}
