package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"exceed/assets"
	"exceed/workshop"
)

// command is one thing the window can do. The table of them drives menu, keys and help.
type command struct {
	id   string // its words are "command." + id, but for those of languages and fates; see name
	menu string // the menu it stands in, "menu." + menu; "language" is one inside another; empty for none
	key  fyne.KeyName
	mod  fyne.KeyModifier // 0: the key alone, while no text is being typed
	when func(*UI) bool   // nil: always
	do   func(*UI)
}

const ctrl = fyne.KeyModifierShortcutDefault

func inRoom(ui *UI) bool { return ui.room != nil && ui.kiosk == nil }

// inSession is inRoom, but for a collector file.
func inSession(ui *UI) bool { return inRoom(ui) && !ui.collects() }

func notKiosk(ui *UI) bool { return ui.kiosk == nil }

func in(face Face) func(*UI) bool {
	return func(ui *UI) bool { return inRoom(ui) && ui.route.Face == face }
}

// commands is the table.
func commands() []command {
	table := []command{
		{"new", "file", fyne.KeyN, ctrl, notKiosk, (*UI).newSession},
		{"rehearse", "file", fyne.KeyR, ctrl, notKiosk, (*UI).rehearse},
		{"open", "file", fyne.KeyO, ctrl, notKiosk, (*UI).openFile},
		{"recent", "file", fyne.KeyO, ctrl | fyne.KeyModifierShift, notKiosk, (*UI).recentCard},
		{"import", "file", fyne.KeyI, ctrl, notKiosk, (*UI).importFile},
		{"save_copy", "file", fyne.KeyS, ctrl, inSession, (*UI).saveCopy},
		{"collector_make", "file", "", 0, canLend, (*UI).makeCollector},
		{"collector_merge", "file", "", 0, canMerge, (*UI).mergeCollector},
		{"report", "file", fyne.KeyP, ctrl, func(ui *UI) bool { return inRoom(ui) && ui.Session().State.Revealed() }, func(ui *UI) { ui.Go(Route{Face: FaceReport}) }},
		{"home", "file", fyne.KeyH, ctrl | fyne.KeyModifierShift, inRoom, (*UI).Home},

		{"undo", "edit", fyne.KeyZ, ctrl, canUndo, (*UI).undo},
		{"redo", "edit", fyne.KeyZ, ctrl | fyne.KeyModifierShift, canRedo, (*UI).redo},
		{"park", "edit", fyne.KeyK, ctrl, inSession, func(ui *UI) { ui.over(ui.parkingLot) }},

		{"palette", "view", fyne.KeyK, ctrl | fyne.KeyModifierShift, notKiosk, (*UI).palette},
		{"projector", "view", fyne.KeyF5, 0, inSession, func(ui *UI) { ui.projector.toggle() }},
		{"larger", "view", fyne.KeyEqual, ctrl, nil, func(ui *UI) { ui.scaleText(1) }},
		{"smaller", "view", fyne.KeyMinus, ctrl, nil, func(ui *UI) { ui.scaleText(-1) }},
		{"variant", "view", fyne.KeyD, ctrl | fyne.KeyModifierShift, notKiosk, (*UI).nextVariant},
		{"next_language", "language", fyne.KeyL, ctrl | fyne.KeyModifierShift, notKiosk, (*UI).nextLanguage},
		{"fullscreen", "view", fyne.KeyF11, 0, notKiosk, func(ui *UI) { ui.fillScreen(!ui.win.FullScreen()) }},
		{"agenda", "view", fyne.KeyT, ctrl | fyne.KeyModifierShift, inSession, (*UI).agendaCard},
		{"add_time", "view", fyne.KeyT, ctrl, inSession, func(ui *UI) { ui.addTime(5) }},

		{"help", "help", fyne.KeyF1, 0, notKiosk, func(ui *UI) { ui.over(ui.help) }},
		{"receipt", "help", "", 0, inRoom, func(ui *UI) { ui.Go(Route{Face: FaceReceipt}) }},

		{"back", "", fyne.KeyEscape, 0, notKiosk, (*UI).escape},
		{"next_step", "", fyne.KeyPageDown, 0, in(FaceReveal), func(ui *UI) { ui.revealStep(1) }},
		{"previous_step", "", fyne.KeyPageUp, 0, in(FaceReveal), func(ui *UI) { ui.revealStep(-1) }},
		{"blank", "", fyne.KeyB, 0, func(ui *UI) bool { return in(FaceReveal)(ui) || inRoom(ui) && ui.projector.window != nil }, func(ui *UI) { ui.projector.blank() }},
		{"first_card", "", fyne.KeyC, 0, in(FaceVoices), func(ui *UI) { ui.focusOn(firstStop) }},
		{"table", "", fyne.KeyT, 0, func(ui *UI) bool { return in(FaceReveal)(ui) || in(FaceTrend)(ui) }, (*UI).turnTable},
	}
	table = append(table, cardCommands()...)
	table = append(table, command{"main", "go", fyne.KeyReturn, ctrl, notKiosk, (*UI).pressMain})
	steps, sides := 0, 0
	for _, item := range rail() { // a step has the number that the rail gives it; the faces beside the steps count on their own
		count, mod := &steps, ctrl
		if item.side {
			count, mod = &sides, ctrl|fyne.KeyModifierShift
		}
		*count++
		table = append(table, command{
			id: "go_" + string(item.face), menu: "go", key: fyne.KeyName(rune('0' + *count)), mod: mod,
			when: func(ui *UI) bool { return inRoom(ui) && ui.reaches(item.face) },
			do:   func(ui *UI) { ui.Visit(item.face) },
		})
	}
	for _, l := range assets.Langs() {
		table = append(table, command{
			id: "language_" + string(l), menu: "language",
			when: func(ui *UI) bool { return notKiosk(ui) && ui.words.Lang() != l },
			do:   func(ui *UI) { ui.SetLanguage(l) },
		})
	}
	return table
}

// can says whether a command may run now.
func (c command) can(ui *UI) bool { return !ui.held && (c.when == nil || c.when(ui)) }

// onCard says whether a command runs while a card is open: one that changes how the window looks, lies over the card, or
// answers it.
func (c command) onCard() bool {
	switch c.id {
	case "palette", "agenda":
		return false
	case "park", "help", "back", "main":
		return true
	}
	return c.menu == "view" || c.menu == "language"
}

// shortcut is the command's key combination; nil for a key alone.
func (c command) shortcut() fyne.Shortcut {
	if c.key == "" || c.mod == 0 {
		return nil
	}
	return c.combination()
}

// combination is its key with what is held down with it, if anything.
func (c command) combination() *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}
}

// alike are further combinations for the command: what keyboards send for the same sign with Shift, where it has a key of
// its own, or from the numeric keypad.
func (c command) alike() []fyne.Shortcut {
	const shift = ctrl | fyne.KeyModifierShift
	switch c.id {
	case "larger":
		return []fyne.Shortcut{
			&desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: shift},
			&desktop.CustomShortcut{KeyName: fyne.KeyPlus, Modifier: ctrl},
			&desktop.CustomShortcut{KeyName: fyne.KeyPlus, Modifier: shift},
		}
	case "smaller":
		return []fyne.Shortcut{&desktop.CustomShortcut{KeyName: fyne.KeyMinus, Modifier: shift}}
	}
	return nil
}

// keyText is the key as it is printed on help and menus.
func (c command) keyText() string {
	text := ""
	if c.mod&ctrl != 0 {
		text += "Ctrl+"
	}
	if c.mod&fyne.KeyModifierShift != 0 {
		text += "Shift+"
	}
	names := map[fyne.KeyName]string{fyne.KeyEscape: "Esc", fyne.KeyPageDown: "PgDn", fyne.KeyPageUp: "PgUp", fyne.KeyEqual: "+", fyne.KeyMinus: "−", fyne.KeyReturn: "Enter"}
	if name, ok := names[c.key]; ok {
		return text + name
	}
	return text + string(c.key)
}

// name is what the command is called now: undo and redo say what they would take back or do again.
func (c command) name(ui *UI) string {
	if ui.room != nil {
		switch what, undo := ui.room.CanUndo(); {
		case c.id == "undo" && undo:
			return ui.Say("command.undo_what", "what", ui.Say("undo."+what))
		case c.id == "redo":
			if what, redo := ui.room.CanRedo(); redo {
				return ui.Say("command.redo_what", "what", ui.Say("undo."+what))
			}
		}
	}
	if kind, fate := strings.CutPrefix(c.id, "fate_"); fate {
		return ui.Say("fate.voice") + " " + ui.fateName(workshop.FateKind(kind))
	}
	if lang, ok := strings.CutPrefix(c.id, "language_"); ok {
		return ui.Say("command.language", "language", assets.LanguageName(workshop.Lang(lang)))
	}
	return ui.Say("command." + c.id)
}

func canUndo(ui *UI) bool {
	if !inRoom(ui) {
		return false
	}
	_, ok := ui.room.CanUndo()
	return ok
}

func canRedo(ui *UI) bool {
	if !inRoom(ui) {
		return false
	}
	_, ok := ui.room.CanRedo()
	return ok
}

func (ui *UI) undo() { ui.travel(canUndo, func() error { return ui.room.Undo() }) }

func (ui *UI) redo() { ui.travel(canRedo, func() error { return ui.room.Redo() }) }

// travel takes a change back or does it again, and leaves the focus where it was; the clock goes along where that leads to
// another state.
func (ui *UI) travel(can func(*UI) bool, way func() error) {
	at, state := ui.stands(), ui.Session().State
	ui.win.Canvas().Unfocus() // what was typed is kept: that is a change, too
	if can(ui) && ui.try(way()) {
		if ui.Session().State != state {
			ui.pace.resume(ui.Session())
		}
		ui.showState(at)
		return
	}
	ui.standAt(at)
}

// showState shows the present face again, or that of the state where the present one is no longer there.
func (ui *UI) showState(at standing) {
	if !ui.reaches(ui.route.Face) {
		ui.route = Route{Face: faceOf(ui.Session().State)}
	}
	ui.refillAt("", at)
}

// escape closes a list that is folded out, else the card, else a message, else leaves full screen, else goes back.
func (ui *UI) escape() {
	switch {
	case ui.hidPopUp():
	case ui.escapedCard():
	case ui.shell.cleared():
	case ui.win.FullScreen():
		ui.fillScreen(false)
	default:
		ui.Back()
	}
}

// stateWords is the name of a state.
func (ui *UI) stateWords(state workshop.State) string { return ui.Say("state." + string(state)) }
