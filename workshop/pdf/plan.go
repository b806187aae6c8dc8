package pdf

import (
	"strings"
	"unicode/utf8"

	"exceed/workshop"
	"exceed/workshop/chart"
)

// plan is the table of all promises by theme.
func (b *book) plan() {
	promises := b.session.Plan.InFocusOrder(b.session.Priorities.Focus)
	finding := b.say("pdf.plan.none")
	if len(promises) > 0 {
		finding = b.words.Count("pdf.plan.title", len(promises))
	}
	var rows []row
	for i, p := range promises {
		if i == 0 || p.Theme != promises[i-1].Theme {
			rows = append(rows, row{group: b.themeName(p.Theme)})
		}
		rows = append(rows, b.promise(p))
	}
	t := b.tabular([]column{
		{head: b.say("pdf.plan.what"), part: 0.47, heavy: true},
		{head: b.say("pdf.plan.owner"), part: 0.21},
		{head: b.say("pdf.plan.due"), fits: true},
		{head: b.say("pdf.plan.measure"), part: 0.32},
		{head: b.say("pdf.plan.cost"), fits: true, align: chart.End},
	}, rows)
	b.section(b.say("pdf.section.plan"), finding, t.start()+2*body.line())
	if len(promises) == 0 {
		b.paragraph(b.say("pdf.plan.none_note"), body, 4)
		b.leftBehind()
		b.openEnds()
		return
	}
	if b.session.Plan.Investment() != (workshop.Investment{}) {
		b.paragraph(b.adds(), body, 8)
	}
	t.set()
	b.leftBehind()
	b.openEnds()
}

// openEnds says what a closed session left open.
func (b *book) openEnds() {
	ends := b.session.OpenEnds()
	if len(ends) == 0 || b.session.State.Index() < workshop.Closed.Index() {
		return
	}
	b.subhead(b.say("pdf.plan.open"), float64(len(ends))*(body.line()+2))
	for _, e := range ends {
		b.paragraph(b.words.Count("close."+e.Key, e.Count), body, 2)
	}
	b.y += 6
}

// leftBehind prints the themes that might have been expected to go on and do not, with what the group says of them.
func (b *book) leftBehind() {
	var rows []row
	for _, l := range b.session.Priorities.LeftBehind(b.figures) {
		var seen []string
		if l.First {
			seen = append(seen, b.say("pdf.behind.first"))
		}
		switch {
		case l.Theme.Splits():
			seen = append(seen, b.say("pdf.behind.divides"))
		case l.Divides:
			seen = append(seen, b.say("prioritise.why.minority"))
		}
		why := l.Reason
		if why == "" {
			why = b.say("pdf.behind.unsaid")
		}
		rows = append(rows, row{cells: []string{l.Theme.Name, orDash(strings.Join(seen, "\n")), why}})
	}
	if len(rows) == 0 {
		return
	}
	t := b.tabular([]column{
		{head: b.say("pdf.behind.theme"), part: 0.22, heavy: true},
		{head: b.say("pdf.behind.seen"), part: 0.34},
		{head: b.say("pdf.behind.why"), part: 0.44},
	}, rows)
	b.subhead(b.say("pdf.behind.title"), t.start())
	t.set()
}

// promise is one promise as a row: beneath its cells its first step, and what else must be known of it.
func (b *book) promise(p workshop.Promise) row {
	cost := b.effort(workshop.Effort{Hours: p.Hours, Money: p.Money})
	r := row{cells: []string{p.What, p.Owner, b.words.Date(p.Due), b.measureOf(p), cost}}
	if p.Side == workshop.CustomerSide {
		r.ink = chart.CustomersInk
	}
	about := b.say("pdf.plan.for_employees")
	if p.Side == workshop.CustomerSide {
		about = b.say("pdf.plan.for_customers")
	}
	about = b.say("pdf.plan.about", "kind", b.say("pdf.kind."+string(p.Kind)), "side", about)
	if !p.Agreed {
		about += " " + b.say("pdf.plan.not_agreed")
	}
	if p.FirstStep != "" {
		about += " " + b.say("pdf.plan.first_step", "step", p.FirstStep)
	}
	r.notes = append(r.notes, about)
	r.notes = append(r.notes, b.fares(p)...)
	return r
}

// measureOf is how one sees that a promise is kept: the measure, from what to what.
func (b *book) measureOf(p workshop.Promise) string {
	if p.From == "" && p.To == "" {
		return p.Measure
	}
	change := together(b.say("chart.range", "from", orDash(p.From), "to", orDash(p.To)))
	if p.Measure == "" {
		return change
	}
	return b.say("pdf.plan.change", "measure", p.Measure, "change", change)
}

// together keeps a short text on one line.
func together(text string) string {
	const short = 20
	if utf8.RuneCountInString(text) > short {
		return text
	}
	return strings.ReplaceAll(text, " ", "\u00a0")
}

// effort is hours and money on a line each; empty where there are none.
func (b *book) effort(e workshop.Effort) string {
	var lines []string
	if e.Hours > 0 {
		lines = append(lines, b.say("pdf.plan.hours", "hours", b.words.Number(e.Hours, 0)))
	}
	if e.Money > 0 {
		lines = append(lines, b.amount(e.Money))
	}
	return strings.Join(lines, "\n")
}

// fares is what must be said of how a promise stands, a line each: why it waits, comes first, was moved or dropped.
func (b *book) fares(p workshop.Promise) []string {
	var lines []string
	if b.session.Plan.Waits(p) {
		lines = append(lines, b.say("pdf.plan.waits"))
		for _, dropped := range b.session.Plan.GivenUp(p.Theme) {
			lines = append(lines, b.say("pdf.plan.given_up", "what", dropped.What, "reason", dropped.Reason))
		}
	}
	if p.Override != "" {
		lines = append(lines, b.say("pdf.plan.override", "reason", p.Override))
	}
	switch p.Status {
	case workshop.Done:
		lines = append(lines, b.say("pdf.plan.done"))
	case workshop.Moved:
		lines = append(lines, b.say("pdf.plan.moved", "date", b.words.Date(p.MovedFrom), "reason", p.Reason))
	case workshop.Dropped:
		lines = append(lines, b.say("pdf.plan.dropped", "reason", p.Reason))
	}
	return lines
}

// reviews is the page that comes back to the table after 30, 60 and 90 days; none without promises.
func (b *book) reviews() {
	promises := b.session.Plan.InFocusOrder(b.session.Priorities.Focus)
	if len(promises) == 0 {
		return
	}
	height := 55 + 30*float64(len(promises))
	numbered := len(promises) > 12
	if numbered {
		height = 130
	}
	b.picture(b.say("pdf.section.reviews"), chart.Reviews(b.session.Setup.Date, promises, b.sheet(height)))
	columns := []column{
		{head: b.say("pdf.plan.what"), part: 0.75, heavy: true},
		{head: b.say("pdf.plan.owner"), part: 0.25},
	}
	for _, d := range chart.ReviewDates(b.session.Setup.Date) {
		columns = append(columns, column{head: b.words.Date(d), fits: true, align: chart.Middle})
	}
	rows := make([]row, len(promises))
	for i, p := range promises {
		what := p.What
		if numbered { // as the picture has no room for words
			what = b.words.Number(float64(i+1), 0) + ". " + what
		}
		rows[i] = row{cells: []string{what, p.Owner, "", "", ""}, boxes: 3}
	}
	t := b.tabular(columns, rows)
	b.need(40 + t.start())
	b.paragraph(b.say("pdf.reviews.how"), body, 6)
	t.set()
}

// themeName is a theme in the language of the PDF.
func (b *book) themeName(key workshop.ThemeKey) string {
	t, ok := b.session.Theme(key)
	if !ok {
		return ""
	}
	return t.Name.In(b.words.Lang(), b.session.Setup.Language)
}

func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}
