package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// contractPart is the behaviour contract: what each leader stops or starts.
func (ui *UI) contractPart() fyne.CanvasObject {
	page := kit.VStack(kit.S, kit.Body(ui.Say("contract.how")))
	if hint := ui.widestGap(); hint != "" {
		page.Add(kit.Muted(hint))
	}
	add := kit.NewButton(ui.Say("contract.add"), kit.Plain, func() { ui.editContract(-1) })
	scroll := ui.keep(kit.Scroll(kit.LeftColumn(900, page)))
	ui.stop("add", add)
	for i, line := range ui.Session().Plan.Contract {
		text := kit.VStack(kit.XS, kit.Strong(line.Leader), kit.Body(ui.behaviourDeed(line.Behaviour)))
		if line.Note != "" {
			text.Add(kit.Small(line.Note))
		}
		edit := kit.NewButton(ui.Say("button.edit"), kit.Quiet, func() { ui.editContract(i) })
		remove := kit.NewIconButton("", theme.DeleteIcon(), func() {
			ui.setContract("add", slices.Delete(slices.Clone(ui.Session().Plan.Contract), i, i+1))
		})
		page.Add(kit.CardPadded(kit.M, kit.Border(nil, nil, nil, kit.HStack(0, edit, remove), text)))
	}
	page.Add(kit.HStack(0, add))
	return kit.Flush(scroll)
}

// behaviourDeed is a behaviour as a deed: stop what leaders should do less of, start what they should do more of.
func (ui *UI) behaviourDeed(b workshop.Behaviour) string {
	name := ui.Say("chart.behaviour." + string(b))
	if b.LessOf() {
		return ui.Say("contract.stop", "behaviour", name)
	}
	return ui.Say("contract.start", "behaviour", name)
}

// widestGap names the behaviour on which leaders see themselves kindest, compared with the team; empty where none is
// known.
func (ui *UI) widestGap() string {
	var widest *workshop.BehaviourFigures
	behaviours := ui.Session().Compare().Behaviours
	for i, b := range behaviours {
		if b.SayDoGap != nil && *b.SayDoGap > 0 && (widest == nil || *b.SayDoGap > *widest.SayDoGap) {
			widest = &behaviours[i]
		}
	}
	if widest == nil {
		return ""
	}
	return ui.Say("contract.hint", "behaviour", ui.Say("chart.behaviour."+string(widest.Key)))
}

func (ui *UI) setContract(stop string, lines []workshop.ContractLine) bool {
	ok := ui.Change("contract", func(s *workshop.Session) error { return s.SetContract(lines) })
	if ok {
		ui.refill(stop)
	}
	return ok
}

// editContract opens a line of the contract, a new one for −1.
func (ui *UI) editContract(i int) {
	lines := slices.Clone(ui.Session().Plan.Contract)
	line := workshop.ContractLine{}
	if i >= 0 {
		line = lines[i]
	}
	all := workshop.Behaviours()
	var deeds []string
	for _, b := range all {
		deeds = append(deeds, ui.behaviourDeed(b))
	}
	leader := kit.NewField(ui.Say("contract.leader"), "", line.Leader)
	leader.Max, leader.Clean = workshop.MaxName, cleanLine
	note := kit.NewField(ui.Say("contract.note"), ui.Say("contract.note.hint"), line.Note)
	note.Max, note.Clean = workshop.MaxSentence, cleanLine
	ideas := container.NewStack()
	wrong := kit.Problem("")
	wrong.Hide()
	suggest := func() {
		ideas.Objects = []fyne.CanvasObject{ui.behaviourIdeas(line.Behaviour, note)}
		ideas.Refresh()
	}
	behaviour := kit.NewPick(ui.Say("contract.behaviour"), ui.Say("contract.behaviour.pick"), deeds, line.Behaviour.Index(), func(at int) {
		if at >= 0 {
			line.Behaviour = all[at]
			wrong.Hide()
			suggest()
		}
	})
	save := func() {
		line.Leader, line.Note = strings.TrimSpace(leader.Text()), strings.TrimSpace(note.Text())
		if line.Leader == "" {
			leader.SetProblem(ui.Say("contract.leader.problem"))
			ui.win.Canvas().Focus(leader.Focusable())
			return
		}
		if line.Behaviour.Index() < 0 {
			wrong.SetText(ui.Say("contract.behaviour.problem"))
			wrong.Show()
			return
		}
		if i >= 0 {
			lines[i] = line
		} else {
			lines = append(lines, line)
		}
		ui.closeCard()
		ui.setContract("add", lines)
	}
	leader.OnEnter, note.OnEnter = save, save
	suggest()
	ui.Form(720, ui.Say("contract.add"), kit.VStack(kit.M, leader, behaviour, wrong, ideas, note),
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("button.save"), kit.Primary, save))
}

// behaviourIdeas offers the library's starting points for a behaviour; choosing one fills the note.
func (ui *UI) behaviourIdeas(b workshop.Behaviour, note *kit.Field) fyne.CanvasObject {
	var ideas []string
	for _, s := range assets.StartersForBehaviour(b) {
		ideas = append(ideas, s.What.In(ui.words.Lang(), workshop.English))
	}
	if len(ideas) == 0 {
		return container.NewWithoutLayout()
	}
	return kit.NewPick(ui.Say("promise.starters"), ui.Say("promise.starters.pick"), ideas, -1, func(i int) {
		if i >= 0 {
			note.SetText(ideas[i])
		}
	})
}
