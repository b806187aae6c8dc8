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

// planParts are the pages of the plan face: the promises, the leaders' contract, the close.
func planParts() []string { return []string{"promises", "contract", "close"} }

// planFace is where the group promises: to its own people first, then to customers.
func (ui *UI) planFace(r Route) fyne.CanvasObject {
	parts := planParts()
	at := max(slices.Index(parts, r.Part), 0)
	tabs := kit.NewChoice([]string{ui.Say("plan.part.promises"), ui.Say("plan.part.contract"), ui.Say("plan.part.close")}, at,
		func(i int) {
			ui.Go(Route{Face: FacePlan, Part: parts[i]})
			ui.focusChoice()
		})
	var body fyne.CanvasObject
	switch parts[at] {
	case "contract":
		body = ui.contractPart()
	case "close":
		body = ui.closePart()
	default:
		body = ui.promisesPart()
	}
	head := kit.VStack(kit.S, kit.VStack(kit.XS, kit.Title(ui.Say("plan.title")), kit.Muted(ui.Say("plan.how"))), tabs)
	return kit.Border(head, ui.planFoot(parts, at), nil, nil, kit.Inset(kit.S, 0, body))
}

// planFoot holds the running ratio of investment and the way on: from page to page, then to the report.
func (ui *UI) planFoot(parts []string, at int) fyne.CanvasObject {
	on := kit.NewButton(ui.Say("plan.on"), kit.Primary, func() { ui.Go(Route{Face: FaceReport}) })
	if at < len(parts)-1 {
		on = kit.NewButton(ui.Say("plan.next."+parts[at+1]), kit.Primary, func() { ui.Go(Route{Face: FacePlan, Part: parts[at+1]}) })
	}
	return kit.VStack(kit.S, kit.Rule(), kit.Border(nil, nil, nil, container.NewVBox(on), ui.investmentLine()))
}

// planThemes are the themes that the plan has a section for: those that go on, then others that have promises.
func planThemes(s *workshop.Session) []workshop.ThemeKey {
	keys := slices.Clone(s.Priorities.Focus)
	for _, p := range s.Plan.Promises {
		if !slices.Contains(keys, p.Theme) {
			keys = append(keys, p.Theme)
		}
	}
	return keys
}

// promisesPart has one section a theme, our people's promises on the left and the customers' on the right.
func (ui *UI) promisesPart() fyne.CanvasObject {
	s := ui.Session()
	keys := planThemes(s)
	if len(keys) == 0 {
		return container.NewVBox(kit.Column(720, kit.Card(kit.VStack(kit.M,
			kit.Heading(ui.Say("plan.empty.title")), kit.Body(ui.Say("plan.empty.text")),
			kit.HStack(0, kit.NewButton(ui.Say("plan.empty.do"), kit.Plain, func() { ui.Go(Route{Face: FacePrioritise}) }))))))
	}
	page := kit.VStack(kit.L)
	scroll := ui.keep(kit.Scroll(page))
	for i, key := range keys {
		page.Add(kit.VStack(kit.S, kit.Heading(fmt.Sprintf("%d  %s", i+1, ui.themeName(key))),
			kit.Columns(kit.M, []float32{1, 1},
				container.NewVBox(ui.promiseColumn(key, workshop.EmployeeSide)), container.NewVBox(ui.promiseColumn(key, workshop.CustomerSide)))))
	}
	return kit.Flush(scroll)
}

// promiseColumn lists the promises to one side on a theme, with the way to one more.
func (ui *UI) promiseColumn(key workshop.ThemeKey, side workshop.Side) fyne.CanvasObject {
	s := ui.Session()
	ink := kit.ColorEmployees
	if side == workshop.CustomerSide {
		ink = kit.ColorCustomers
	}
	list := kit.VStack(kit.S, kit.HStack(0, kit.NewBadge(ui.Say("plan.to."+string(side)), ink)))
	for _, p := range s.Plan.Promises {
		if p.Theme == key && p.Side == side {
			list.Add(ui.promiseCard(p))
		}
	}
	blank := workshop.Promise{Theme: key, Side: side, Kind: workshop.Start}
	waits := s.Plan.Waits(blank)
	label := ui.Say("plan.add." + string(side))
	if waits {
		list.Add(kit.Muted(ui.Say("plan.waits")))
		label = ui.Say("plan.add.override")
	}
	add := kit.NewButton(label, kit.Plain, func() { ui.editPromise(blank) })
	if waits {
		add.Weight = kit.Quiet
	}
	ui.stop(addStop(key, side), add)
	list.Add(kit.HStack(0, add))
	return list
}

// promiseCard shows one promise; Edit opens it.
func (ui *UI) promiseCard(p workshop.Promise) fyne.CanvasObject {
	text := kit.VStack(kit.XS, kit.Strong(p.What), kit.Body(p.Owner+" · "+ui.words.Date(p.Due)))
	if measure := ui.measureLine(p); measure != "" {
		text.Add(kit.Small(measure))
	}
	if p.FirstStep != "" {
		text.Add(kit.Small(ui.Say("plan.first_step", "step", p.FirstStep)))
	}
	if cost := ui.effortWords(workshop.Effort{Hours: p.Hours, Money: p.Money}); cost != "" {
		text.Add(kit.Small(cost))
	}
	if p.Override != "" {
		text.Add(kit.Small(ui.Say("plan.overridden", "why", p.Override)))
	}
	badges := kit.Flow(kit.S, kit.NewBadge(ui.Say("kind."+string(p.Kind)), kit.ColorMuted))
	if ui.Session().Plan.Waits(p) {
		text.Add(kit.Small(ui.whyWaiting(p)))
		badges.Add(kit.NewBadge(ui.Say("plan.waiting"), theme.ColorNameError))
	}
	if p.Agreed {
		badges.Add(kit.NewBadge(ui.Say("plan.agreed"), kit.ColorEmployees))
	} else {
		badges.Add(kit.NewBadge(ui.Say("plan.not_agreed"), kit.ColorCustomers))
	}
	text.Add(badges)
	edit := kit.NewButton(ui.Say("button.edit"), kit.Quiet, func() { ui.editPromise(p) })
	ui.stop(promiseStop(p.ID), edit)
	return kit.CardPadded(kit.M, kit.Border(nil, nil, nil, container.NewVBox(edit), text))
}

// whyWaiting says what a promise to customers waits for: that our people are promised something, or again, where that was
// dropped.
func (ui *UI) whyWaiting(p workshop.Promise) string {
	why := ui.Say("plan.waits.reason")
	for _, dropped := range ui.Session().Plan.GivenUp(p.Theme) {
		why = ui.Say("plan.given_up", "what", dropped.What, "why", strings.TrimRight(dropped.Reason, ".")) + " " + why
	}
	return why
}

func addStop(key workshop.ThemeKey, side workshop.Side) string {
	return "add " + string(key) + " " + string(side)
}

func promiseStop(id int) string { return fmt.Sprintf("promise %d", id) }

// measureLine is how one would see that a promise is kept: measure, from, to. Empty where none was named.
func (ui *UI) measureLine(p workshop.Promise) string {
	switch {
	case p.Measure == "":
		return ""
	case p.From == "" && p.To == "":
		return p.Measure
	case p.From == "":
		return ui.Say("plan.measure.to", "measure", p.Measure, "to", p.To)
	case p.To == "":
		return ui.Say("plan.measure.from", "measure", p.Measure, "from", p.From)
	}
	return ui.Say("plan.measure", "measure", p.Measure, "from", p.From, "to", p.To)
}
