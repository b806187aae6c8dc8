package chart

import (
	"slices"
	"time"

	"exceed/workshop"
)

// reviewDays are the days after a session on which its promises are looked at again.
var reviewDays = [3]int{30, 60, 90}

// ReviewDates are the days of the three reviews of a session.
func ReviewDates(session workshop.Date) [3]workshop.Date {
	var dates [3]workshop.Date
	for i, n := range reviewDays {
		dates[i] = session.AddDays(n)
	}
	return dates
}

// Reviews shows the 30, 60 and 90 days after the session on one line, each promise at its date: a row for each where
// there is room, else stacked with its number in the order in which the promises come. Its figure is no higher than it
// needs.
func Reviews(session workshop.Date, promises []workshop.Promise, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	due, numbers := slices.Clone(promises), make(map[int]int, len(promises))
	for i, q := range promises {
		numbers[q.ID] = i + 1
	}
	slices.SortStableFunc(due, func(a, b workshop.Promise) int { return a.Due.Time().Compare(b.Due.Time()) })
	day := func(d workshop.Date) float64 { return d.Time().Sub(session.Time()).Hours() / (24 * time.Hour).Hours() }
	last := 100.0
	table := [][]string{{w.Say("chart.reviews.what"), w.Say("chart.reviews.owner"), w.Say("chart.reviews.due"), w.Say("chart.reviews.status")}}
	for _, q := range due {
		last = max(last, min(day(q.Due), 366))
		table = append(table, []string{q.What, q.Owner, w.Date(q.Due), StatusName(w, q.Status)})
	}
	if len(due) == 0 {
		return p.nothing(w.Say("pdf.plan.none"), w.Say("pdf.plan.none"), table)
	}
	const foot = 4.8 // below the line: the days and their dates
	room := p.Height - p.Text*foot
	row := room / float64(len(due))
	listed := row >= p.Text*1.45
	y, top, left := room, room-p.Text*0.5, p.Text*3
	if listed {
		row = min(row, p.Text*3)
		y, top, left = row*float64(len(due))+p.Text*0.6, 0, p.Width*0.45
	}
	x := scale{0, last, left, p.Width - p.Text*3}
	at := func(q workshop.Promise) float64 { return x.at(day(q.Due)) }
	p.line(x.from, y, x.to, y, p.hair*2, Muted)
	p.reviewDay(x.at(0), top, y, w.Say("chart.reviews.session"))
	dates := []string{w.Date(session)}
	for i, d := range ReviewDates(session) {
		p.reviewDay(x.at(float64(reviewDays[i])), top, y, w.Count("chart.reviews.days", reviewDays[i]))
		dates = append(dates, w.Date(d))
	}
	each := x.at(float64(reviewDays[0])) - x.at(0)
	for i, lines := range p.alike(dates, min(each-p.Text*0.5, 2*x.from)) {
		for k, line := range lines {
			p.text(x.at(0)+float64(i)*each, y+p.Text*2.9+float64(k)*p.small*1.15, line, p.note(Muted, Middle))
		}
	}
	notes := []string{w.Say("chart.reviews.note")}
	if listed {
		p.promiseRows(due, at, x, row)
	} else {
		notes = append(notes, w.Say("chart.reviews.numbered"))
		p.promiseStacks(due, numbers, at, y)
	}
	p.fig.Height = y + p.Text*foot
	return p.finish(reviewsTitle(due, sheet), "", notes, table)
}

// reviewsTitle says how many promises are kept, or when the first is due.
func reviewsTitle(due []workshop.Promise, s Sheet) string {
	done := 0
	for _, q := range due {
		if q.Status == workshop.Done {
			done++
		}
	}
	if done > 0 {
		return s.Words.Count("chart.reviews.title_done", done, "all", len(due))
	}
	return s.Words.Count("chart.reviews.title", len(due), "first", s.Words.Date(due[0].Due))
}

// reviewDay draws a day from the top to the line at y and names it below.
func (p *pen) reviewDay(x, top, y float64, name string) {
	p.line(x, top, x, y, p.hair, Grid)
	p.line(x, y-p.Text*0.4, x, y+p.Text*0.4, p.stroke, Foreground)
	p.text(x, y+p.Text*1.7, name, p.bold(Foreground, Middle))
}

// alike sets small texts that stand beside each other each on one line, or where that does not fit a width each on two; none
// where that does not either.
func (p *pen) alike(texts []string, width float64) [][]string {
	set := make([][]string, len(texts))
	if p.widest(p.note(Muted, Middle), texts...) <= width {
		for i, text := range texts {
			set[i] = []string{text}
		}
		return set
	}
	for i, text := range texts {
		set[i] = Wrap(p.Measure, text, p.small, Regular, min(width, p.width(text, p.note(Muted, Middle))*0.99))
		if len(set[i]) > 2 {
			return nil
		}
	}
	return set
}

// promiseRows writes each promise on a row, in two lines where it needs them, its mark at its date, and the owners where
// all their names are short.
func (p *pen) promiseRows(due []workshop.Promise, at func(workshop.Promise) float64, x scale, row float64) {
	owner := p.note(Muted, End)
	right := x.from - p.Text*2.6
	names := 0.0
	whats := make([]string, len(due))
	for i, q := range due {
		names, whats[i] = max(names, p.width(q.Owner, owner)+p.Text), q.What
	}
	if names > right*0.3 {
		names = 0
	}
	what := p.whole(whats, right-names, row)
	for i, q := range due {
		y := (float64(i) + 0.5) * row
		if names > 0 {
			p.text(right, y+p.small*middle, q.Owner, owner)
		}
		p.block(0, y, right-names, q.What, what, linesIn(row, what.size))
		p.line(x.from, y, at(q), y, p.hair, Grid)
		p.promise(q.Status, Point{at(q), y})
	}
}

// promiseStacks stacks the marks of promises with about the same date, each with its number at its right; those beyond
// the sheet are left to the table.
func (p *pen) promiseStacks(due []workshop.Promise, numbers map[int]int, at func(workshop.Promise) float64, y float64) {
	st := style{p.small * 0.9, Regular, Foreground, Start}
	width := p.mark*1.4 + p.width(p.Words.Number(float64(len(due)), 0), st)
	step := max(p.mark*1.35, st.size*1.1)
	most := max(int((y-p.Text)/step), 1)
	column, height := -2*width, 0
	for _, q := range due {
		if x := at(q); x-column > width {
			column, height = x, 0
		} else if height == most {
			column, height = column+width, 0
		}
		if column <= p.Width-width {
			mark := Point{column, y - p.Text*0.9 - float64(height)*step}
			p.promise(q.Status, mark)
			p.text(mark.X+p.mark*0.7, mark.Y+st.size*middle, p.Words.Number(float64(numbers[q.ID]), 0), st)
		}
		height++
	}
}

// promise draws a promise: hollow while open, filled once done, a diamond where moved, a cross where dropped.
func (p *pen) promise(s workshop.Status, at Point) {
	switch s {
	case workshop.Done:
		p.fig.Add(Mark{Disc, at, p.mark, GoodInk, false})
	case workshop.Moved:
		p.fig.Add(Mark{Diamond, at, p.mark, WarnInk, true})
	case workshop.Dropped:
		r := p.mark * 0.35
		p.line(at.X-r, at.Y-r, at.X+r, at.Y+r, p.stroke, Muted)
		p.line(at.X-r, at.Y+r, at.X+r, at.Y-r, p.stroke, Muted)
	default:
		p.fig.Add(Mark{Disc, at, p.mark, EmployeesInk, true})
	}
}
