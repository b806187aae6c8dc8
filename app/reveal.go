package app

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// revealFace is what the facilitator sees of one step of the reveal: the strip of all steps, the finding, its figure as
// a chart or as a table, what is to be known about it, and what the room sees.
func (ui *UI) revealFace(r Route) fyne.CanvasObject {
	s := ui.Session()
	c := s.Compare()
	if c == nil {
		return kit.VStack(kit.M, kit.Title(ui.Say("face.reveal")), kit.Muted(ui.Say("reveal.nothing")))
	}
	step := revealSteps()[r.Step]
	head, foot := ui.revealStrip(r), ui.revealFoot(r, step)
	if step.lay == nil {
		return kit.Border(head, foot, nil, nil, kit.Inset(kit.M, 0, ui.revealVoices(r)))
	}
	said := step.lay(c, ui.chartSheet(ui.words, fyne.NewSize(1000, 500), ui.textSize()))
	body := ui.chartOrTable(r, said, func(sheet chart.Sheet) chart.Chart { return step.lay(c, sheet) })
	notes := kit.VStack(kit.XS,
		kit.Body(strings.TrimSpace(said.Badge+" "+said.Note)),
		kit.Muted(ui.Say("reveal.ask."+step.key)))
	gap := kit.M
	if ui.largeText() { // the chart comes first, the notes scroll after it
		gap, body = kit.S, kit.VStack(kit.S, body, notes)
	} else {
		foot = kit.VStack(kit.M, notes, foot)
	}
	scroll := ui.keep(kit.Scroll(body))
	return kit.Border(kit.VStack(gap, head, kit.Heading(said.Title)), foot, nil, nil, kit.Inset(gap, 0, kit.Flush(scroll)))
}

// revealStrip shows the eight steps and leads to each. With large text only the present one keeps its name, so that the
// chart keeps its room.
func (ui *UI) revealStrip(r Route) fyne.CanvasObject {
	names := make([]string, 0, len(revealSteps()))
	for i, step := range revealSteps() {
		name := fmt.Sprintf("%d  %s", i+1, ui.Say("reveal.step."+step.key))
		if ui.prefs.textScale() > 1.25 && i != r.Step {
			name = strconv.Itoa(i + 1)
		}
		names = append(names, name)
	}
	return kit.NewChoice(names, r.Step, func(step int) {
		ui.Go(Route{Face: FaceReveal, Step: step})
		ui.focusChoice()
	})
}

// revealFoot says what the room sees and leads on.
func (ui *UI) revealFoot(r Route, step revealStep) fyne.CanvasObject {
	tools := kit.Flow(kit.S)
	if step.lay != nil {
		tools.Add(ui.turnButton(r))
	}
	tools.Add(kit.NewButton(ui.Say("reveal.projector"), kit.Plain, ui.projector.toggle))
	if ui.projector.window != nil {
		label := ui.Say("reveal.blank")
		if ui.projector.blanked {
			label = ui.Say("reveal.unblank")
		}
		tools.Add(kit.NewButton(label, kit.Plain, ui.projector.blank))
	}
	tools.Add(ui.roomBadge(step.lay != nil || ui.projector.voices))

	back := kit.NewButton(ui.Say("reveal.previous"), kit.Plain, func() { ui.revealStep(-1) })
	if r.Step == 0 {
		back.Disable()
	}
	on := kit.NewButton(ui.Say("reveal.next"), kit.Primary, func() {
		ui.revealStep(1)
		ui.focusPrimary()
	})
	if r.Step == len(revealSteps())-1 {
		on = kit.NewButton(ui.Say("reveal.go_on"), kit.Primary, ui.leaveReveal)
	}
	return kit.Border(nil, nil, nil, container.NewVBox(kit.HStack(kit.S, back, on)), tools)
}

// roomInk is the colour of what the room sees.
func roomInk(room string) fyne.ThemeColorName {
	switch room {
	case "shown":
		return kit.ColorEmployees
	case "off":
		return kit.ColorMuted
	}
	return kit.ColorCustomers
}

// revealStep goes so many steps on (1) or back (−1). A page of voices that the room does not see yet is read to its end first.
func (ui *UI) revealStep(by int) {
	if by > 0 && revealSteps()[ui.route.Step].lay == nil && !ui.projector.voices && ui.scrollFace(1) {
		return
	}
	next := nextReveal(ui.route, by, len(voicePages(ui.Session(), ui.words.Lang(), ui.measure)))
	if next != ui.route {
		ui.Go(next)
	}
}

// turnTable turns the chart of the reveal's step or of the trend into a table and back.
func (ui *UI) turnTable() {
	r := ui.route
	if r.Face == FaceReveal && revealSteps()[r.Step].lay == nil {
		return
	}
	if r.Part == tablePart {
		r.Part = ""
	} else {
		r.Part = tablePart
	}
	ui.Go(r)
}

// leaveReveal goes on to the priorities.
func (ui *UI) leaveReveal() {
	if ui.Session().State == workshop.Reveal {
		ui.MoveTo(workshop.Prioritise)
		return
	}
	ui.Go(Route{Face: FacePrioritise})
}

// focusPrimary gives the focus to the face's main button, so that whoever pressed it by key can press it again.
func (ui *UI) focusPrimary() {
	if b := findPrimary(ui.shell.face); b != nil {
		ui.win.Canvas().Focus(b)
	}
}

func findPrimary(o fyne.CanvasObject) *kit.Button {
	switch o := o.(type) {
	case *kit.Button:
		if o.Weight == kit.Primary {
			return o
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			if b := findPrimary(child); b != nil {
				return b
			}
		}
	}
	return nil
}
