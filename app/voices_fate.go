package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/workshop"
)

// cardKey is a sign by which the voice whose card has the focus is dealt with; its words are those of the command.
type cardKey struct {
	id   string
	sign rune // a capital or a figure
	do   func(*UI, int)
}

// cardKeys are the signs: letters for its place on the board, and for its fate the figure that the open card offers it by.
func cardKeys() []cardKey {
	keys := []cardKey{{"take_suggestion", 'A', (*UI).takeSuggestion}, {"hide_voice", 'H', (*UI).hideVoice}}
	for i, kind := range fateKinds() {
		keys = append(keys, cardKey{"fate_" + string(kind), rune('1' + i), func(ui *UI, id int) { ui.decideVoice(id, kind) }})
	}
	return keys
}

// cardCommands list them for help and palette. The card hears them itself, as signs: keyboards differ in the names of the keys.
func cardCommands() []command {
	var table []command
	for _, k := range cardKeys() {
		table = append(table, command{id: k.id, key: fyne.KeyName(k.sign), when: in(FaceVoices), do: func(ui *UI) {
			if card, ok := ui.win.Canvas().Focused().(*voiceCard); ok {
				k.do(ui, card.voice.ID)
			}
		}})
	}
	return table
}

// decideVoice gives a voice its fate, and goes on to the next one that has none. A decline asks for its reason first.
func (ui *UI) decideVoice(id int, kind workshop.FateKind) {
	v, _ := ui.Session().Voice(id)
	fate := v.Fate
	if fate.Kind != kind {
		fate = workshop.Fate{Kind: kind} // a reason is that of one fate
	}
	if fate.Check() == nil {
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
	ui.Form(620, ui.fateName(kind), kit.VStack(kit.M, kit.Lead(v.Text), reason),
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
