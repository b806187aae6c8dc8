package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// followUpFace says how each promise fares, and leads to the next session with the same questions.
func (ui *UI) followUpFace(Route) fyne.CanvasObject {
	s := ui.Session()
	head := kit.VStack(kit.XS, kit.Title(ui.Say("follow.title")), kit.Muted(ui.Say("follow.how")))
	page := kit.VStack(kit.M)
	scroll := ui.keep(kit.Scroll(page))
	today := workshop.DateOf(ui.Clock())
	if len(s.Plan.Promises) == 0 {
		page.Add(kit.Card(kit.VStack(kit.S, kit.Heading(ui.Say("follow.empty.title")), kit.Body(ui.Say("follow.empty.text")))))
	} else {
		page.Add(ui.reviewTiles(today))
		promises := slices.Clone(s.Plan.Promises)
		slices.SortStableFunc(promises, func(a, b workshop.Promise) int {
			if d := statusOrder(a.Status) - statusOrder(b.Status); d != 0 {
				return d
			}
			return a.Due.Time().Compare(b.Due.Time())
		})
		for _, p := range promises {
			page.Add(ui.followRow(p, today))
		}
	}
	next := kit.NewButton(ui.Say("follow.next"), kit.Primary, ui.follow)
	foot := kit.Border(nil, nil, nil, container.NewVBox(next), kit.Inset(12, 0, kit.Small(ui.Say("follow.next.how"))))
	return kit.Border(head, foot, nil, nil, kit.Inset(kit.M, 0, kit.Flush(scroll)))
}

// statusOrder puts what still has to be done before what is settled.
func statusOrder(status workshop.Status) int {
	switch status {
	case workshop.Done:
		return 1
	case workshop.Dropped:
		return 2
	}
	return 0
}

// reviewTiles sum up the promises that were first due by each review day.
func (ui *UI) reviewTiles(today workshop.Date) fyne.CanvasObject {
	s := ui.Session()
	tiles := make([]fyne.CanvasObject, 0, len(reviewDays()))
	weights := make([]float32, 0, len(reviewDays()))
	for _, days := range reviewDays() {
		day := s.Setup.Date.AddDays(days)
		n := s.Plan.Progress(day, today)
		tile := kit.VStack(kit.S, kit.Strong(ui.words.Count("chart.reviews.days", days)), kit.Small(ui.words.Date(day)))
		if n.All == 0 {
			tile.Add(kit.Body(ui.Say("follow.review.none")))
		} else {
			tile.Add(kit.NewBar(float64(n.Done)/float64(n.All), theme.ColorNameSuccess))
			tile.Add(kit.Body(ui.words.Count("follow.review.done", n.Done, "all", n.All)))
		}
		if n.Late > 0 {
			tile.Add(kit.HStack(0, kit.NewBadge(ui.words.Count("follow.late", n.Late), theme.ColorNameError)))
		}
		tiles, weights = append(tiles, kit.CardPadded(kit.M, tile)), append(weights, 1)
	}
	return kit.Columns(kit.M, weights, tiles...)
}

// followRow is one promise with what can be said of it.
func (ui *UI) followRow(p workshop.Promise, today workshop.Date) fyne.CanvasObject {
	text := kit.VStack(kit.XS, kit.Strong(p.What), kit.Small(p.Owner+" · "+ui.themeName(p.Theme)+" · "+ui.Say("side."+string(p.Side))))
	due := ui.Say("follow.due", "date", ui.words.Date(p.Due))
	if !p.MovedFrom.IsZero() {
		due = ui.Say("follow.moved", "date", ui.words.Date(p.Due), "from", ui.words.Date(p.MovedFrom))
	}
	status, ink := ui.statusBadge(p, today)
	text.Add(kit.Border(nil, nil, container.NewVBox(kit.NewBadge(status, ink)), nil, kit.Inset(2, kit.S, kit.Body(due))))
	if measure := ui.measureLine(p); measure != "" {
		text.Add(kit.Small(measure))
	}
	if p.Reason != "" {
		text.Add(kit.Small(ui.Say("follow.reason", "why", p.Reason)))
	}
	mark := func(key string, weight kit.Weight, do func()) *kit.Button {
		return kit.NewButton(ui.Say("follow."+key), weight, do)
	}
	tools := kit.HStack(kit.XS)
	if p.Status == workshop.Open || p.Status == workshop.Moved {
		done := mark("done", kit.Plain, func() { ui.markPromise(p.ID, workshop.Done, "", workshop.Date{}) })
		ui.stop(promiseStop(p.ID), done)
		tools.Objects = []fyne.CanvasObject{
			done,
			mark("move", kit.Quiet, func() { ui.movePromise(p) }),
			mark("drop", kit.Quiet, func() { ui.dropPromise(p) }),
		}
	} else {
		again := mark("reopen", kit.Quiet, func() { ui.markPromise(p.ID, workshop.Open, "", workshop.Date{}) })
		ui.stop(promiseStop(p.ID), again)
		tools.Add(again)
	}
	return kit.CardPadded(kit.M, kit.Border(nil, nil, nil, container.NewVBox(tools), text))
}

// statusBadge is how a promise fares: a word and its colour.
func (ui *UI) statusBadge(p workshop.Promise, today workshop.Date) (string, fyne.ThemeColorName) {
	switch {
	case p.Late(today):
		return ui.Say("follow.status.late"), theme.ColorNameError
	case p.Status == workshop.Done:
		return ui.Say("status.done"), theme.ColorNameSuccess
	case p.Status == workshop.Moved:
		return ui.Say("status.moved"), kit.ColorCustomers
	case p.Status == workshop.Dropped:
		return ui.Say("status.dropped"), kit.ColorMuted
	}
	return ui.Say("status.open"), kit.ColorEmployees
}

// markPromise says how a promise fares.
func (ui *UI) markPromise(id int, status workshop.Status, reason string, due workshop.Date) bool {
	ok := ui.Change("promise_mark", func(s *workshop.Session) error { return s.MarkPromise(id, status, reason, due) })
	if ok {
		ui.refill(promiseStop(id))
	}
	return ok
}

// movePromise asks for the new date and why; the old date stays known.
func (ui *UI) movePromise(p workshop.Promise) {
	due := newDateField(ui, ui.Say("follow.move.due"), workshop.Date{}, workshop.DateOf(ui.Clock()))
	reason := ui.reasonField()
	save := func() {
		day, ok := due.date()
		switch {
		case !ok:
			due.field.SetProblem(ui.Say("date.problem"))
		case day.IsZero() || day == p.Due:
			due.field.SetProblem(ui.Say("follow.move.problem"))
		case cleanText(reason) == "":
			reason.SetProblem(ui.Say("fate.reason.problem"))
		default:
			ui.closeCard()
			ui.markPromise(p.ID, workshop.Moved, cleanText(reason), day)
		}
	}
	reason.OnEnter = save
	ui.Card(620, ui.Say("follow.move.title"), kit.VStack(kit.M, kit.Lead(p.What), due.content, reason), nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("follow.move"), kit.Primary, save))
}

// dropPromise asks why a promise is given up.
func (ui *UI) dropPromise(p workshop.Promise) {
	reason := ui.reasonField()
	save := func() {
		if cleanText(reason) == "" {
			reason.SetProblem(ui.Say("fate.reason.problem"))
			return
		}
		ui.closeCard()
		ui.markPromise(p.ID, workshop.Dropped, cleanText(reason), workshop.Date{})
	}
	reason.OnEnter = save
	ui.Card(620, ui.Say("follow.drop.title"), kit.VStack(kit.M, kit.Lead(p.What), reason), nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("follow.drop"), kit.Primary, save))
}

func (ui *UI) reasonField() *kit.Field {
	f := kit.NewField(ui.Say("fate.reason"), ui.Say("follow.reason.hint"), "")
	f.Max, f.Clean = workshop.MaxSentence, cleanLine
	return f
}

// follow starts the next session of the series, with the same questions, today, and opens it.
func (ui *UI) follow() {
	id, err := ui.newID()
	if !ui.try(err) {
		return
	}
	next, err := ui.Session().Follow(id, workshop.DateOf(ui.Clock()))
	if !ui.try(err) {
		return
	}
	store, err := ui.Library.Create(next)
	if !ui.try(err) {
		return
	}
	room, err := workshop.Enter(store)
	if !ui.try(err) {
		return
	}
	ui.enter(room)
	ui.Notice(ui.words.Count("follow.started", len(next.Themes)))
}
