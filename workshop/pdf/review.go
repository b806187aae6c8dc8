package pdf

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"exceed/workshop"
	"exceed/workshop/chart"
)

// WriteReview writes the review of a session's promises as they stand on a day, to be signed. It writes once and whole, or
// not at all. Errors as Pages.
func WriteReview(w io.Writer, s *workshop.Session, day workshop.Date, o Options) error {
	return write(w, s, o, document{"pdf.review.document", day}, func(o Options) ([]*Page, error) { return ReviewPages(s, day, o) })
}

// ReviewPages lays the review out. Errors as Pages.
func ReviewPages(s *workshop.Session, day workshop.Date, o Options) ([]*Page, error) {
	return lay(s, o, func(b *book) { b.review(day) })
}

func (b *book) review(day workshop.Date) {
	plan := &b.session.Plan
	n := plan.Progress(workshop.Date{}, day)
	b.y = headRoom - 8
	b.page().Bookmarks = append(b.page().Bookmarks, Bookmark{Title: b.say("pdf.review.name"), Y: 0})
	b.fit(b.left(), b.y, b.column(), b.name(), bold)
	b.y += body.line()
	b.fit(b.left(), b.y, b.column(), b.words.Count("pdf.review.kicker", day.DaysSince(b.session.Setup.Date),
		"day", b.words.Date(day), "date", b.words.Date(b.session.Setup.Date)), note)
	b.y += note.line() + 12
	finding := b.say("pdf.plan.none")
	if n.All > 0 {
		finding = b.words.Count("pdf.review.title", n.All, "done", n.Done)
	}
	lines := chart.Balance(b.measure, chart.Drawable(b.measure, finding), title.size, title.weight, b.column())
	b.y += b.lines(b.left(), b.y, lines, title) + 10
	if n.All > 0 {
		b.numerals([]numeral{
			{figure: strconv.Itoa(n.Done), says: b.say("pdf.review.done"), ink: chart.GoodInk},
			{figure: strconv.Itoa(n.Late), says: b.say("pdf.review.late"), ink: chart.WarnInk},
			{figure: strconv.Itoa(n.Open + n.Moved - n.Late), says: b.say("pdf.review.open"), ink: chart.EmployeesInk},
			{figure: strconv.Itoa(n.Dropped), says: b.say("pdf.review.dropped"), ink: chart.Muted},
		})
		b.y += 12
		b.reviewTable(day)
		b.pulse()
		b.invested()
	}
	b.nextReviews(day)
	b.signOff()
}

// reviewTable lists the promises by how they stand, with every reason that was given.
func (b *book) reviewTable(day workshop.Date) {
	var rows []row
	promises := b.session.Plan.ForReview(day)
	for i, p := range promises {
		if stand := p.Stands(day); i == 0 || stand != promises[i-1].Stands(day) {
			rows = append(rows, row{group: b.say("pdf.review." + string(stand))})
		}
		rows = append(rows, b.reviewed(p, day))
	}
	t := b.tabular([]column{
		{head: b.say("pdf.plan.what"), part: 0.45, heavy: true},
		{head: b.say("pdf.plan.owner"), part: 0.15},
		{head: b.say("pdf.plan.due"), part: 0.2},
		{head: b.say("pdf.review.stands"), part: 0.2, align: chart.End},
	}, rows)
	t.set()
}

// reviewed is one promise as a row of the review.
func (b *book) reviewed(p workshop.Promise, day workshop.Date) row {
	stands := b.say("pdf.review." + string(p.Stands(day)))
	switch days := p.Due.DaysSince(day); {
	case p.Settled():
	case days < 0:
		stands = b.words.Count("pdf.review.days_late", -days)
	default:
		stands = b.words.Count("pdf.review.in_days", days)
	}
	r := row{cells: []string{p.What, p.Owner, b.words.Date(p.Due), stands}}
	about := b.say("pdf.plan.for_employees")
	if p.Side == workshop.CustomerSide {
		r.ink, about = chart.CustomersInk, b.say("pdf.plan.for_customers")
	}
	about = b.say("pdf.plan.about", "kind", b.themeName(p.Theme), "side", about)
	if p.Measure != "" {
		about += " " + b.say("pdf.review.measure", "measure", b.measureOf(p))
	}
	r.notes = append(r.notes, about)
	if p.Status != workshop.Done { // its heading says so
		r.notes = append(r.notes, b.fares(p)...)
	}
	if !p.Agreed && !p.Settled() {
		r.notes = append(r.notes, b.say("pdf.plan.not_agreed"))
	}
	return r
}

// pulse is what the latest pulse says of each promise, beside the one before it; nothing where none was counted.
func (b *book) pulse() {
	pulses := b.session.Pulses()
	if len(pulses) == 0 {
		return
	}
	said := func(c workshop.PollCount, ok bool, of func(workshop.PollCount) int) string {
		if !ok || c.Suppressed {
			return "–"
		}
		return b.say("pdf.review.of", "n", of(c), "all", c.N())
	}
	seen := func(c workshop.PollCount) int { return c.Seen }
	var rows []row
	for _, p := range b.session.Plan.ForReview(pulses[0].Opened) {
		c, asked := pulses[0].OfPromise(p.ID)
		if !asked {
			continue
		}
		r := row{cells: []string{
			p.What, said(c, true, seen), said(c, true, func(c workshop.PollCount) int { return c.Partly }),
			said(c, true, func(c workshop.PollCount) int { return c.NotYet }),
		}}
		if len(pulses) > 1 {
			before, ok := pulses[1].OfPromise(p.ID)
			r.cells = append(r.cells, said(before, ok, seen))
		}
		if c.Suppressed {
			r.notes = []string{b.say("pdf.review.pulse_few", "n", b.session.Setup.Threshold)}
		}
		rows = append(rows, r)
	}
	columns := []column{
		{head: b.say("pdf.plan.what"), part: 0.44, heavy: true},
		{head: b.say("pdf.review.seen"), part: 0.13, align: chart.End},
		{head: b.say("pdf.review.partly"), part: 0.13, align: chart.End},
		{head: b.say("pdf.review.not_yet"), part: 0.13, align: chart.End},
	}
	if len(pulses) > 1 {
		columns = append(columns, column{head: b.say("pdf.review.seen_before", "date", together(b.words.Date(pulses[1].Opened))), part: 0.17, align: chart.End})
	} else {
		columns[0].part += 0.17
	}
	t := b.tabular(columns, rows)
	b.section(b.say("pdf.review.pulse"), b.words.Count("pdf.review.pulse_title", pulses[0].Responses, "date", b.words.Date(pulses[0].Opened)), t.start())
	t.set()
}

// invested is what the promises were to cost each side, and what became of that; nothing where they cost nothing.
func (b *book) invested() {
	plan := &b.session.Plan
	of := func(stands ...workshop.Status) workshop.Investment {
		return plan.InvestmentOf(func(p workshop.Promise) bool { return slices.Contains(stands, p.Status) })
	}
	all := of(workshop.Open, workshop.Moved, workshop.Done, workshop.Dropped)
	if all == (workshop.Investment{}) {
		return
	}
	done, open, dropped := of(workshop.Done), of(workshop.Open, workshop.Moved), of(workshop.Dropped)
	before := b.figures.Investment.Investment
	side := func(name string, ink chart.Ink, of func(workshop.Investment) workshop.Effort) row {
		r := row{ink: ink, cells: []string{name}}
		for _, v := range []workshop.Investment{all, done, open, dropped, before} {
			r.cells = append(r.cells, orDash(b.effort(of(v))))
		}
		return r
	}
	t := b.tabular([]column{
		{head: b.say("pdf.review.for"), part: 0.2, heavy: true},
		{head: b.say("pdf.review.promised"), part: 0.16, align: chart.End},
		{head: b.say("pdf.review.done"), part: 0.16, align: chart.End},
		{head: b.say("pdf.review.to_come"), part: 0.16, align: chart.End},
		{head: b.say("pdf.review.dropped"), part: 0.16, align: chart.End},
		{head: b.say("pdf.review.before"), part: 0.16, align: chart.End},
	}, []row{
		side(b.say("chart.side.employees"), chart.EmployeesInk, func(v workshop.Investment) workshop.Effort { return v.Employees }),
		side(b.say("chart.side.customers"), chart.CustomersInk, func(v workshop.Investment) workshop.Effort { return v.Customers }),
	})
	b.section(b.say("pdf.review.investment"), b.investedFinding(all, done), t.start())
	t.set()
}

// investedFinding says how much of the promised time is spent, on each side where it was promised any.
func (b *book) investedFinding(all, done workshop.Investment) string {
	return b.say("pdf.review.investment_title",
		"done", b.words.Number(done.Employees.Hours, 0), "all", b.words.Number(all.Employees.Hours, 0),
		"customers_done", b.words.Number(done.Customers.Hours, 0), "customers_all", b.words.Number(all.Customers.Hours, 0))
}

// nextReviews says when to meet again: the review days that are still to come.
func (b *book) nextReviews(day workshop.Date) {
	var days []string
	for _, d := range chart.ReviewDates(b.session.Setup.Date) {
		if day.Before(d) {
			days = append(days, b.words.Date(d))
		}
	}
	text := b.say("pdf.review.next_session")
	if len(days) > 0 {
		text = b.say("pdf.review.next_days", "days", strings.Join(days, " · "))
	}
	b.subhead(b.say("pdf.review.next"), body.line()+signHeight)
	b.paragraph(text, body, 4)
}
