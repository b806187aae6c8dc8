package app

import (
	"time"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/workshop"
)

// agendaCard shows how long each step took or may take and when the workshop will end, and changes it on the fly: minutes
// more or less, a step left out, or the overrun taken from the steps that are still to come.
func (ui *UI) agendaCard() {
	stands, rows := kit.Lead(""), kit.VStack(kit.XS)
	catchUp := kit.NewButton("", kit.Plain, nil)
	say := func() {
		s := ui.Session()
		stands.SetText(ui.agendaStands())
		behind := int(s.Agenda.Behind(s.State, ui.pace.used()).Round(time.Minute) / time.Minute)
		catchUp.SetText(ui.words.Count("agenda.catch_up", max(behind, 1)))
		catchUp.Hidden = behind <= 0 || s.Agenda.Clone().CatchUp(s.State, 1) == 0
		catchUp.Refresh()
		ui.shell.tick()
	}
	var fill func()
	change := func(f func(a workshop.Agenda, now workshop.State)) bool {
		return ui.Change("agenda", func(s *workshop.Session) error { f(s.Agenda, s.State); return nil })
	}
	put := func() {
		rows.Objects = nil
		for i, step := range ui.Session().Agenda {
			rows.Add(ui.agendaRow(step, func(n int) {
				if change(func(a workshop.Agenda, _ workshop.State) {
					if ui.pace.waits { // it is still the plan itself
						a[i].Minutes = max(1, n)
						return
					}
					a.Set(step.State, n)
				}) {
					say()
				}
			}, func(skip bool) {
				if change(func(a workshop.Agenda, _ workshop.State) { a.Skip(step.State, skip) }) {
					fill()
				}
			}))
		}
		rows.Refresh()
		say()
	}
	fill = func() { ui.stay(rows, put) }
	catchUp.OnTap = func() {
		behind := ui.Session().Agenda.Behind(ui.Session().State, ui.pace.used())
		if change(func(a workshop.Agenda, now workshop.State) {
			a.CatchUp(now, int(behind.Round(time.Minute)/time.Minute))
		}) {
			fill()
		}
	}
	buttons := []*kit.Button{catchUp}
	if ui.pace.waits {
		buttons = append(buttons, kit.NewButton(ui.Say("agenda.start"), kit.Plain, func() {
			ui.pace.start()
			ui.closeCard()
			ui.shell.tick()
		}))
	}
	fill()
	page := kit.VStack(kit.M, stands, rows, kit.Small(ui.Say("agenda.kept")))
	ui.Card(820, ui.Say("agenda.title"), page, nil, append(buttons, kit.NewButton(ui.Say("button.close"), kit.Primary, ui.closeCard))...)
}

// agendaStands says whether the workshop is ahead or behind, and when it ends.
func (ui *UI) agendaStands() string {
	s := ui.Session()
	if ui.pace.waits {
		return ui.Say("agenda.waits")
	}
	if _, ok := s.Agenda.Step(s.State); !ok {
		return ui.Say("agenda.over")
	}
	used := ui.pace.used()
	end := ui.Clock().Add(s.Agenda.Remaining(s.State, used)).Format("15:04")
	switch behind := int(s.Agenda.Behind(s.State, used).Round(time.Minute) / time.Minute); {
	case behind > 0:
		return ui.words.Count("agenda.behind", behind, "time", end)
	case behind < 0:
		return ui.words.Count("agenda.ahead", -behind, "time", end)
	}
	return ui.Say("agenda.on_time", "time", end)
}

// agendaRow is a step: what is over with the minutes that it took, what is to come with those that it may take.
func (ui *UI) agendaRow(step workshop.Step, set func(int), skip func(bool)) fyne.CanvasObject {
	s := ui.Session()
	name := kit.Body(ui.stateWords(step.State))
	d := step.State.Index() - s.State.Index()
	if d == 0 {
		name = kit.Strong(ui.stateWords(step.State))
	}
	_, used, _ := ui.pace.step(s)
	about := ""
	switch {
	case step.Skipped:
		about = ui.Say("agenda.skipped")
	case d < 0 && step.Took > 0:
		about = ui.Say("agenda.took", "took", step.Took, "plan", step.Plan())
	case d == 0 && !ui.pace.waits:
		about = ui.Say("agenda.so_far", "took", int(used/time.Minute), "plan", step.Plan())
	default:
		about = ui.Say("agenda.planned", "plan", step.Plan())
	}
	tools := kit.HStack(kit.S)
	if d >= 0 && !step.Skipped {
		tools.Add(kit.NewStepper(step.Minutes, set))
		tools.Add(kit.Middle(kit.Muted(ui.Say("agenda.unit")).Fit()))
	}
	if d > 0 {
		key := "agenda.skip"
		if step.Skipped {
			key = "agenda.unskip"
		}
		tools.Add(kit.Middle(kit.NewButton(ui.Say(key), kit.Quiet, func() { skip(!step.Skipped) })))
	}
	above := kit.XS
	if len(tools.Objects) > 0 {
		above = 14
	}
	return kit.Columns(kit.M, []float32{1, 1.7, 1.7}, kit.Inset(above, 0, name), kit.Inset(above, 0, kit.Muted(about)), tools)
}
