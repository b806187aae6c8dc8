package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// fateKinds are the fates in the order in which they are offered.
func fateKinds() []workshop.FateKind {
	return []workshop.FateKind{workshop.ActedOn, workshop.Parked, workshop.Declined}
}

// fateName is a fate in words.
func (ui *UI) fateName(kind workshop.FateKind) string { return ui.Say("fate." + string(kind)) }

// fateInk is the colour of a fate's badge.
func fateInk(kind workshop.FateKind) fyne.ThemeColorName {
	switch kind {
	case workshop.ActedOn:
		return theme.ColorNameSuccess
	case workshop.Declined:
		return theme.ColorNameError
	}
	return kit.ColorMuted
}

// fateEditor chooses what becomes of something that was said. set keeps each change at once and says whether it was
// taken; a decline is kept only with its reason. choice is its control.
func (ui *UI) fateEditor(label string, fate workshop.Fate, set func(workshop.Fate) bool) (editor fyne.CanvasObject, choice *kit.Choice) {
	var names []string
	for _, kind := range fateKinds() {
		names = append(names, ui.fateName(kind))
	}
	reason := kit.NewField("", "", fate.Reason)
	reason.SetPlaceHolder(ui.Say("fate.reason"))
	reason.Max, reason.Clean = workshop.MaxSentence, cleanLine
	kept := fate
	apply := func() {
		fate.Reason = strings.TrimSpace(reason.Text())
		if fate.Check() != nil {
			reason.SetProblem(ui.Say("fate.reason.problem"))
			return
		}
		reason.SetProblem("")
		if fate != kept && set(fate) {
			kept = fate
		}
	}
	choice = kit.NewChoice(names, slices.Index(fateKinds(), fate.Kind), func(i int) {
		fate.Kind = fateKinds()[i]
		apply()
	})
	reason.OnDone = func(string) {
		if fate.Kind != workshop.Undecided {
			apply()
		}
	}
	return kit.VStack(kit.S, kit.Strong(label), choice, reason), choice
}
