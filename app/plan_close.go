package app

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// closePart closes the workshop: what is still open, the fist of five, and what becomes of what was parked.
func (ui *UI) closePart() fyne.CanvasObject {
	page := kit.VStack(kit.L)
	scroll := ui.keep(kit.Scroll(page))
	ends := container.NewStack()
	refresh := func() {
		ends.Objects = []fyne.CanvasObject{ui.openEndsCard()}
		ends.Refresh()
	}
	refresh()
	page.Add(kit.Columns(kit.L, []float32{1, 1.2}, container.NewVBox(ui.fistCard(refresh)),
		kit.VStack(kit.L, ends, kit.Card(ui.parkedFates(refresh)))))
	return kit.Flush(scroll)
}

// openEndsCard lists what the session has not settled, each with the way there.
func (ui *UI) openEndsCard() fyne.CanvasObject {
	list := kit.VStack(kit.XS, kit.Heading(ui.Say("close.title")))
	ends := ui.Session().OpenEnds()
	if len(ends) == 0 {
		list.Add(done(ui.Say("close.all")))
	}
	for _, e := range ends {
		list.Add(ui.openEnd(e))
	}
	return kit.Card(list)
}

// openEnd is one thing that is not settled; pressing it leads there.
func (ui *UI) openEnd(e workshop.OpenEnd) fyne.CanvasObject {
	icon, ink := theme.RadioButtonIcon(), theme.ColorNameForeground
	if e.Blocks {
		icon, ink = theme.WarningIcon(), theme.ColorNameError
	}
	way := kit.NewIconButton("", theme.NavigateNextIcon(), func() {
		ui.closeCard()
		ui.jump(e)
	})
	return kit.Row(kit.NewIcon(icon, 20*ui.prefs.textScale(), ink), kit.S, kit.Body(ui.words.Count("close."+e.Key, e.Count)), way)
}

// jump shows the place where something can be settled, with the focus on the first of it.
func (ui *UI) jump(e workshop.OpenEnd) {
	at, stop := Route{Face: FacePlan, Part: "promises"}, ""
	switch e.Key {
	case "contract":
		at.Part, stop = "contract", "add"
	case "fist":
		at.Part, stop = "close", "fist 5"
	case "parked":
		at.Part, stop = "close", parkedStop
	case "voices":
		at = Route{Face: FaceVoices}
		for _, v := range slices.Backward(ui.Session().Voices) { // the first is named last
			if !v.Hidden && v.Into == 0 && v.Fate.Kind == workshop.Undecided {
				stop = voiceStop(v.ID)
			}
		}
	case "unexplained", "nothing":
		at = Route{Face: FacePrioritise}
	}
	if len(e.Promises) > 0 {
		stop = promiseStop(e.Promises[0])
	}
	if len(e.Themes) > 0 && at.Face == FacePlan {
		stop = addStop(e.Themes[0], workshop.EmployeeSide)
	}
	ui.Go(at)
	if control := ui.place.stops[stop]; control != nil {
		ui.win.Canvas().Focus(control)
	}
}

// closeSession closes the session, over what is still open only when the facilitator says so, and never over what blocks.
func (ui *UI) closeSession() {
	ends := ui.Session().OpenEnds()
	if len(ends) == 0 {
		ui.MoveTo(workshop.Closed)
		return
	}
	list := kit.VStack(kit.XS)
	for _, e := range ends {
		list.Add(ui.openEnd(e))
	}
	how, buttons := ui.Say("close.over"), []*kit.Button{kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard)}
	if ui.Session().MissingForClose() != nil {
		how = ui.Say("close.blocked")
	} else {
		buttons = append(buttons, kit.NewButton(ui.Say("close.anyway"), kit.Primary, func() {
			ui.closeCard()
			ui.MoveTo(workshop.Closed)
		}))
	}
	ui.Card(680, ui.Say("close.title"), kit.VStack(kit.M, kit.Body(how), list), nil, buttons...)
}

// fistCard counts the hands, and calls changed after each: how many people showed 0 to 5 fingers for "I trust that we keep these promises".
func (ui *UI) fistCard(changed func()) fyne.CanvasObject {
	mean := kit.Strong("")
	say := func() {
		plan := ui.Session().Plan
		m, hands := plan.FistMean()
		switch {
		case hands == 0:
			mean.SetText(ui.Say("fist.none"))
		case plan.Fist[0]+plan.Fist[1]+plan.Fist[2] > 0:
			mean.SetText(ui.words.Count("fist.mean", hands, "mean", ui.words.Number(m, 1)) + " " +
				ui.words.Count("fist.low", plan.Fist[0]+plan.Fist[1]+plan.Fist[2]))
		default:
			mean.SetText(ui.words.Count("fist.mean", hands, "mean", ui.words.Number(m, 1)))
		}
	}
	rows := kit.VStack(kit.XS, kit.Heading(ui.Say("fist.title")), kit.Muted(ui.Say("fist.how")))
	for fingers := 5; fingers >= 0; fingers-- {
		count := kit.NewStepper(ui.Session().Plan.Fist[fingers], func(n int) {
			ui.Change("fist", func(s *workshop.Session) error {
				fist := s.Plan.Fist
				fist[fingers] = n
				return s.SetFist(fist)
			})
			say()
			changed()
		})
		ui.stop(fmt.Sprintf("fist %d", fingers), count)
		rows.Add(kit.Row(nil, kit.S, kit.Body(ui.words.Count("fist.fingers", fingers)), count))
	}
	say()
	rows.Add(mean)
	return kit.Card(rows)
}
