package app

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// prioritiseFace lays what the numbers suggest beside what the group says: dots, the map of impact and effort, and the
// choice of up to three themes that go on. Route.Part is the theme that the map moves; Route.Step is mapStep for the map alone.
func (ui *UI) prioritiseFace(r Route) fyne.CanvasObject {
	c := ui.Session().Compare()
	themes := inFocusOrder(c)
	chosen := workshop.ThemeKey(r.Part)
	if len(themes) > 0 && workshop.ThemeIndex(ui.Session().Themes, chosen) < 0 {
		chosen = themes[0].Key
	}
	head := ui.pollHead(workshop.DotsPoll, kit.VStack(kit.XS, kit.Title(ui.Say("prioritise.title")), kit.Muted(ui.Say("prioritise.how"))))
	rows := kit.VStack(kit.S)
	ui.addPoll(workshop.DotsPoll, rows)
	top := ui.prioritiseHead(r)
	if len(rows.Objects) > 0 && !ui.largeText() { // nothing parts the names of the columns from the columns
		rows.Add(top)
		top = nil
	}
	most := mostFocus(themes)
	cards := make([]*priorityRow, len(themes))
	for i, t := range themes {
		cards[i] = ui.priorityRow(t, most, t.Key == chosen)
		rows.Add(cards[i])
	}
	list := ui.keep(kit.Scroll(rows))
	for i, t := range themes { // keep begins the list of stops anew
		card := cards[i]
		if card.dots != nil {
			ui.stop(dotsStop(t.Key), card.dots)
		}
		ui.stop(focusStop(t.Key), card.choose)
	}
	body := kit.Border(top, nil, nil, nil, kit.Inset(kit.XS, 0, kit.Flush(list)))
	switch {
	case !ui.largeText():
		pick, impact := ui.impactCard(themes, chosen)
		body = kit.Columns(kit.L, []float32{1.7, 1}, body,
			kit.Border(kit.VStack(kit.XS, kit.Strong(ui.Say("prioritise.map")), pick), nil, nil, nil, kit.Inset(kit.S, 0, impact)))
	case r.Step == mapStep:
		page := container.NewStack()
		scroll := ui.keep(kit.Scroll(page))
		pick, impact := ui.impactCard(themes, chosen)
		page.Add(impact)
		body = kit.Border(kit.Border(nil, nil, ui.prioritiseTabs(r), nil, kit.Inset(0, kit.S, pick)), nil, nil, nil,
			kit.Inset(kit.S, 0, kit.Flush(scroll)))
	}
	return kit.Border(head, ui.focusBar(c), nil, nil, kit.Inset(kit.M, 0, body))
}

// mapStep is the Route.Step that shows the map where large text leaves it no room beside the list.
const mapStep = 1

// prioritiseTabs goes from the list to the map and back.
func (ui *UI) prioritiseTabs(r Route) fyne.CanvasObject {
	tabs := kit.NewChoice([]string{ui.Say("prioritise.order"), ui.Say("prioritise.map")}, r.Step, func(i int) {
		r.Step = i
		ui.Go(r)
		ui.focusChoice()
	})
	tabs.Row = r.Step == mapStep // beside the pick
	return tabs
}

// prioritiseHead names the columns of the list; with large text the first name is one of the tabs.
func (ui *UI) prioritiseHead(r Route) fyne.CanvasObject {
	dots := ui.Say("prioritise.dots")
	if ui.Session().Priorities.Private {
		dots = ui.Say("prioritise.private")
	}
	right := kit.Inset(0, kit.M, kit.HStack(kit.M,
		kit.Least(dotsWidth, 0, kit.Small(dots).Centred().Fit()), kit.Least(chooseWidth*ui.prefs.textScale(), 0, kit.Small(""))))
	if ui.largeText() {
		return kit.Border(nil, nil, nil, kit.Inset(0, kit.M, kit.Border(nil, right, nil, nil)), ui.prioritiseTabs(r))
	}
	return kit.Inset(0, kit.M, kit.Border(nil, nil, nil, right, kit.Small(ui.Say("prioritise.order"))))
}

func dotsStop(key workshop.ThemeKey) string  { return "dots " + string(key) }
func focusStop(key workshop.ThemeKey) string { return "focus " + string(key) }

// inFocusOrder are the themes by their focus rank; those without one come last.
func inFocusOrder(c *workshop.Comparison) []workshop.ThemeFigures {
	themes := slices.Clone(c.Themes)
	rank := func(t workshop.ThemeFigures) int {
		if t.FocusRank == nil {
			return len(themes) + 1
		}
		return *t.FocusRank
	}
	slices.SortStableFunc(themes, func(a, b workshop.ThemeFigures) int { return rank(a) - rank(b) })
	return themes
}

// mostFocus is the largest focus value, which fills the bar.
func mostFocus(themes []workshop.ThemeFigures) float64 {
	most := 0.0
	for _, t := range themes {
		if t.Focus != nil {
			most = max(most, *t.Focus)
		}
	}
	return most
}

// changePriorities changes the group's choices and shows the face again with the focus on a control.
func (ui *UI) changePriorities(what, stop string, change func(*workshop.Priorities) error) bool {
	ok := ui.Change(what, func(s *workshop.Session) error {
		if err := change(&s.Priorities); err != nil {
			return err
		}
		return s.SetPriorities(s.Priorities)
	})
	if ok {
		ui.refill(stop)
	}
	return ok
}

// focusBar shows what goes on, in order, and leads to the plan.
func (ui *UI) focusBar(c *workshop.Comparison) fyne.CanvasObject {
	focus := ui.Session().Priorities.Focus
	slots := kit.Flow(kit.S)
	for i, key := range focus {
		up := kit.NewIconButton("", theme.NavigateBackIcon(), func() {
			ui.changePriorities("focus", focusStop(key), func(p *workshop.Priorities) error { p.Promote(key); return nil })
		})
		slot := kit.HStack(kit.XS, kit.Inset(10, kit.S, kit.Strong(fmt.Sprintf("%d  %s", i+1, ui.themeName(key))).Fit()))
		if i > 0 {
			slot.Objects = append([]fyne.CanvasObject{up}, slot.Objects...)
		}
		slot.Add(kit.NewIconButton("", theme.CancelIcon(), func() { ui.toggleFocus(key) }))
		slots.Add(container.NewStack(kit.NewPanel(kit.ColorSoft, kit.ColorSoft, 10), slot))
	}
	if len(focus) == 0 {
		slots.Add(kit.Inset(12, 0, kit.Muted(ui.words.Count("prioritise.none", workshop.MaxFocus)).Fit()))
	}
	on := kit.NewButton(ui.Say("prioritise.on"), kit.Primary, func() { ui.toPlan(c) })
	return kit.Border(nil, nil, nil, container.NewVBox(on), slots)
}

// toggleFocus lets a theme go on, or takes it back.
func (ui *UI) toggleFocus(key workshop.ThemeKey) {
	ui.changePriorities("focus", focusStop(key), func(p *workshop.Priorities) error { return p.Toggle(key) })
}

// toPlan goes on to the plan, once something goes on and the group has said a word about what it passes over.
func (ui *UI) toPlan(c *workshop.Comparison) {
	p := ui.Session().Priorities
	if len(p.Focus) == 0 {
		ui.Problem(ui.words.Count("prioritise.none", workshop.MaxFocus))
		return
	}
	if open := p.Unexplained(c); len(open) > 0 {
		ui.askWhy(open)
		return
	}
	if ui.Session().State == workshop.Prioritise {
		ui.MoveTo(workshop.Planning)
		return
	}
	ui.Go(Route{Face: FacePlan})
}

// whyNamed says why a theme that does not go on needs a word.
func (ui *UI) whyNamed(t workshop.ThemeFigures) string {
	switch {
	case t.Splits():
		return ui.Say("prioritise.why.split")
	case t.Divides():
		return ui.Say("prioritise.why.minority")
	}
	return ui.Say("prioritise.why.first")
}

// askWhy asks for the word that themes need which split the team, or come first in the numbers, and do not go on.
func (ui *UI) askWhy(open []workshop.ThemeFigures) {
	page := kit.VStack(kit.M, kit.Body(ui.words.Count("prioritise.why.how", len(open))))
	fields := make([]*kit.Field, len(open))
	for i, t := range open {
		fields[i] = kit.NewField(ui.themeName(t.Key), ui.whyNamed(t), "")
		fields[i].Max, fields[i].Clean = workshop.MaxSentence, cleanLine
		page.Add(fields[i])
	}
	save := func() {
		words := map[workshop.ThemeKey]string{}
		for i, t := range open {
			text := strings.TrimSpace(fields[i].Text())
			if text == "" {
				fields[i].SetProblem(ui.Say("fate.reason.problem"))
				ui.win.Canvas().Focus(fields[i].Focusable())
				return
			}
			words[t.Key] = text
		}
		ui.closeCard()
		if ui.changePriorities("dropped", "", func(p *workshop.Priorities) error {
			if p.Dropped == nil {
				p.Dropped = map[workshop.ThemeKey]string{}
			}
			for key, text := range words {
				p.Dropped[key] = text
			}
			return nil
		}) {
			ui.toPlan(ui.Session().Compare())
		}
	}
	for i, field := range fields {
		field.OnEnter = save
		if i+1 < len(fields) {
			field.OnEnter = func() { ui.win.Canvas().Focus(fields[i+1].Focusable()) }
		}
	}
	ui.Form(680, ui.Say("prioritise.why.title"), page,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("prioritise.on"), kit.Primary, save))
}
