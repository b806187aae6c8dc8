package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/workshop"
)

// fateCommands are the keys that say what becomes of the voice whose card has the focus: the figures of the fates as an open
// card offers them. The card hears them itself, as letters: French keyboards have no other name for these keys.
func fateCommands() []command {
	var table []command
	for i, kind := range fateKinds() {
		table = append(table, command{
			id: "fate_" + string(kind), key: fyne.KeyName(rune('1' + i)), when: in(FaceVoices),
			do: func(ui *UI) {
				if card, ok := ui.win.Canvas().Focused().(*voiceCard); ok {
					ui.decideVoice(card.voice.ID, kind)
				}
			},
		})
	}
	return table
}

// isFate says whether a key is one of them.
func isFate(key fyne.KeyName) bool {
	return slices.ContainsFunc(fateCommands(), func(c command) bool { return c.key == key })
}

// decideVoice gives a voice its fate, and goes on to the next one that has none. A decline asks for its reason first.
func (ui *UI) decideVoice(id int, kind workshop.FateKind) {
	v, _ := ui.Session().Voice(id)
	fate := v.Fate
	if fate.Kind = kind; fate.Check() == nil {
		ui.setFate(id, fate)
		return
	}
	reason := kit.NewField("", "", "")
	reason.SetPlaceHolder(ui.Say("fate.reason"))
	reason.Max, reason.Clean = workshop.MaxSentence, cleanLine
	decide := func() {
		if fate.Reason = strings.TrimSpace(reason.Text()); fate.Check() != nil {
			reason.SetProblem(ui.Say("fate.reason.problem"))
			return
		}
		ui.closeCard()
		ui.setFate(id, fate)
	}
	reason.OnEnter = decide
	ui.Card(620, ui.fateName(kind), kit.VStack(kit.M, kit.Lead(v.Text), reason), nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("button.save"), kit.Primary, decide))
}

func (ui *UI) setFate(id int, fate workshop.Fate) {
	next := ui.nextUndecided(id)
	if ui.Change("voice_fate", func(s *workshop.Session) error {
		return s.ChangeVoice(id, func(v *workshop.Voice) { v.Fate = fate })
	}) {
		ui.refill(voiceStop(next))
	}
}

// nextUndecided is the voice after one, as the board shows them, of which nothing has become yet, else the first such; the
// voice itself where there is no other.
func (ui *UI) nextUndecided(id int) int {
	next, passed := id, false
	for _, v := range ui.onShow() {
		switch {
		case v.ID == id:
			passed = true
		case v.Fate.Kind != workshop.Undecided:
		case passed:
			return v.ID
		case next == id:
			next = v.ID
		}
	}
	return next
}

// onShow are the voices of the part of the board that is shown, theme by theme.
func (ui *UI) onShow() []workshop.Voice {
	s := ui.Session()
	shown := slices.DeleteFunc(slices.Clone(s.Voices), func(v workshop.Voice) bool {
		return v.Hidden || v.Into != 0 || ui.route.Part != "" && ui.route.Part != partOf(v.Theme)
	})
	slices.SortStableFunc(shown, func(a, b workshop.Voice) int {
		return workshop.ThemeIndex(s.Themes, a.Theme) - workshop.ThemeIndex(s.Themes, b.Theme) // not grouped is −1
	})
	return shown
}
