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
	head := ui.pollHead(workshop.PulsePoll, kit.VStack(kit.XS, kit.Title(ui.Say("follow.title")), kit.Muted(ui.Say("follow.how"))))
	page := kit.VStack(kit.M)
	scroll := ui.keep(kit.Scroll(page))
	today := workshop.DateOf(ui.Clock())
	ui.addPoll(workshop.PulsePoll, page)
	if len(s.Plan.Promises) == 0 {
		page.Add(kit.Card(kit.VStack(kit.S, kit.Heading(ui.Say("follow.empty.title")), kit.Body(ui.Say("follow.empty.text")))))
	} else {
		page.Add(ui.reviewTiles(today))
		for _, p := range s.Plan.ForReview(today) {
			page.Add(ui.followRow(p, today))
		}
	}
	next := kit.NewButton(ui.Say("follow.next"), kit.Primary, ui.follow)
	save := kit.Flow(kit.S, ui.exporter(".pdf", ui.Say("follow.save"), kit.Plain, ui.saveReview), ui.exporter(".ics", ui.Say("report.ics"), kit.Plain, ui.saveCalendar))
	foot := kit.Border(nil, nil, nil, container.NewVBox(next), save)
	return kit.Border(head, foot, nil, nil, kit.Inset(kit.M, 0, kit.Flush(scroll)))
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
	s := ui.Session()
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
	if p.Override != "" {
		text.Add(kit.Small(ui.Say("plan.overridden", "why", p.Override)))
	}
	waits := s.Plan.Waits(p)
	if waits {
		text.Add(kit.Problem(ui.whyWaiting(p)))
	}
	if !p.Agreed && !p.Settled() {
		text.Add(kit.HStack(kit.S, kit.Middle(kit.NewBadge(ui.Say("plan.not_agreed"), kit.ColorCustomers)),
			kit.NewButton(ui.Say("follow.agree"), kit.Quiet, func() { ui.agreeTo(p.ID) })))
	}
	if seen := ui.pulseLines(p.ID); seen != nil {
		text.Add(seen)
	}
	mark := func(key string, weight kit.Weight, do func()) *kit.Button {
		return kit.NewButton(ui.Say("follow."+key), weight, do)
	}
	tools := kit.HStack(kit.XS)
	if !p.Settled() {
		first := mark("done", kit.Plain, func() { ui.markPromise(p.ID, workshop.Done, "", workshop.Date{}) })
		if waits {
			first = mark("override", kit.Plain, func() { ui.overridePromise(p) })
		}
		ui.stop(promiseStop(p.ID), first)
		tools.Objects = []fyne.CanvasObject{
			first,
			mark("move", kit.Quiet, func() { ui.movePromise(p) }),
			mark("drop", kit.Quiet, func() { ui.dropPromise(p) }),
		}
	} else {
		again := mark("reopen", kit.Quiet, func() { ui.markPromise(p.ID, workshop.Open, "", workshop.Date{}) })
		ui.stop(promiseStop(p.ID), again)
		tools.Add(again)
	}
	if ui.largeText() {
		text.Add(tools)
		return kit.CardPadded(kit.M, text)
	}
	return kit.CardPadded(kit.M, kit.Border(nil, nil, nil, container.NewVBox(tools), text))
}

// statusBadge is how a promise fares: a word and its colour.
func (ui *UI) statusBadge(p workshop.Promise, today workshop.Date) (string, fyne.ThemeColorName) {
	switch {
	case ui.Session().Plan.Waits(p):
		return ui.Say("plan.waiting"), theme.ColorNameError
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

// changePromise changes something about a promise and shows the face again with the focus on it.
func (ui *UI) changePromise(id int, change func(*workshop.Session) error) {
	if ui.Change("promise_mark", change) {
		ui.refill(promiseStop(id))
	}
}

// markPromise says how a promise fares.
func (ui *UI) markPromise(id int, status workshop.Status, reason string, due workshop.Date) {
	ui.changePromise(id, func(s *workshop.Session) error { return s.MarkPromise(id, status, reason, due) })
}

// agreeTo notes that the owner agrees to the promise as it stands.
func (ui *UI) agreeTo(id int) {
	ui.changePromise(id, func(s *workshop.Session) error { return s.AgreePromise(id, true) })
}

// overridePromise asks why customers come first, so that their promise no longer waits.
func (ui *UI) overridePromise(p workshop.Promise) {
	ui.askReason(ui.Say("follow.override.title"), ui.Say("follow.override"), p, kit.Small(ui.whyWaiting(p)), func(why string) {
		p.Override = why
		ui.changePromise(p.ID, func(s *workshop.Session) error {
			_, err := s.SetPromise(p)
			return err
		})
	})
}

// movePromise asks for the new date and why; the old date stays known.
func (ui *UI) movePromise(p workshop.Promise) {
	due := newDateField(ui, ui.Say("follow.move.due"), workshop.Date{}, workshop.DateOf(ui.Clock()))
	reason := ui.reasonField()
	agreed := kit.NewCheck(ui.Say("follow.move.agreed", "owner", p.Owner), false, nil)
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
			ui.changePromise(p.ID, func(s *workshop.Session) error {
				if err := s.MarkPromise(p.ID, workshop.Moved, cleanText(reason), day); err != nil {
					return err
				}
				return s.AgreePromise(p.ID, agreed.On)
			})
		}
	}
	reason.OnEnter = save
	ui.Form(620, ui.Say("follow.move.title"), kit.VStack(kit.M, kit.Lead(p.What), due.content, reason, agreed),
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("follow.move"), kit.Primary, save))
}

// dropPromise asks why a promise is given up, and says which promises to customers rest on it.
func (ui *UI) dropPromise(p workshop.Promise) {
	plan := ui.Session().Plan
	plan.Promises = slices.Clone(plan.Promises)
	if i := plan.Find(p.ID); i >= 0 {
		plan.Promises[i].Status = workshop.Dropped
	}
	rest := kit.VStack(kit.XS)
	for _, q := range plan.Promises {
		if plan.Waits(q) && !ui.Session().Plan.Waits(q) {
			rest.Add(kit.Problem(ui.Say("follow.drop.rests", "what", q.What)))
		}
	}
	ui.askReason(ui.Say("follow.drop.title"), ui.Say("follow.drop"), p, rest, func(why string) { ui.markPromise(p.ID, workshop.Dropped, why, workshop.Date{}) })
}

// askReason asks for the reason of what is done to a promise.
func (ui *UI) askReason(title, deed string, p workshop.Promise, about fyne.CanvasObject, do func(why string)) {
	reason := ui.reasonField()
	save := func() {
		if cleanText(reason) == "" {
			reason.SetProblem(ui.Say("fate.reason.problem"))
			return
		}
		ui.closeCard()
		do(cleanText(reason))
	}
	reason.OnEnter = save
	ui.Form(620, title, kit.VStack(kit.M, kit.Lead(p.What), about, reason),
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(deed, kit.Primary, save))
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
	started := ui.words.Count("follow.started", len(next.Themes))
	if ui.room.Store().Protected() { // what the new file carries of it is not
		started += " " + ui.Say("follow.open")
	}
	ui.enter(room)
	ui.Notice(started)
}
