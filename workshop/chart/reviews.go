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
// there is room, else stacked.
func Reviews(session workshop.Date, promises []workshop.Promise, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	due := slices.Clone(promises)
	slices.SortStableFunc(due, func(a, b workshop.Promise) int { return a.Due.Time().Compare(b.Due.Time()) })
	day := func(d workshop.Date) float64 { return d.Time().Sub(session.Time()).Hours() / (24 * time.Hour).Hours() }
	last, done := 100.0, 0
	table := [][]string{{w.Say("chart.reviews.what"), w.Say("chart.reviews.owner"), w.Say("chart.reviews.due"), w.Say("chart.reviews.status")}}
	for _, q := range due {
		last = max(last, min(day(q.Due), 366))
		if q.Status == workshop.Done {
			done++
		}
		table = append(table, []string{q.What, q.Owner, w.Date(q.Due), StatusName(w, q.Status)})
	}
	room := p.Height - p.Text*4.8
	listed := float64(len(due))*p.Text*1.45 <= room
	left := p.Text * 3
	if listed {
		left = p.Width*0.36 + p.Text*3
	}
	x := scale{0, last, left, p.Width - p.Text*3}
	at := func(q workshop.Promise) float64 { return x.at(day(q.Due)) }
	y := room
	if listed {
		y = min(room, float64(len(due))*p.Text*2+p.Text)
	}
	p.line(x.from, y, x.to, y, p.hair*2, Muted)
	top := y - p.Text*0.5
	if listed {
		top = 0
	}
	each := x.at(float64(reviewDays[0])) - x.at(0) - p.Text*0.5
	p.reviewDay(x.at(0), top, y, each, w.Say("chart.reviews.session"), w.Date(session))
	for i, d := range ReviewDates(session) {
		p.reviewDay(x.at(float64(reviewDays[i])), top, y, each, w.Count("chart.reviews.days", reviewDays[i]), w.Date(d))
	}
	if listed {
		p.promiseRows(due, at, x, (y-p.Text*0.6)/float64(max(len(due), 1)))
	} else {
		p.promiseStacks(due, at, y)
	}
	title := w.Count("chart.reviews.title", len(promises))
	if done > 0 {
		title = w.Count("chart.reviews.title_done", done, "all", len(promises))
	}
	return p.finish(title, "", []string{w.Say("chart.reviews.note")}, table)
}

// reviewDay draws a day from the top to the line at y and names it below, with its date where that fits the width.
func (p *pen) reviewDay(x, top, y, width float64, name, date string) {
	p.line(x, top, x, y, p.hair, Grid)
	p.line(x, y-p.Text*0.4, x, y+p.Text*0.4, p.stroke, Foreground)
	p.text(x, y+p.Text*1.7, name, p.bold(Foreground, Middle))
	lines := Wrap(p.Measure, date, p.small, Regular, min(p.Text*6, width))
	if len(lines) > 2 {
		return
	}
	for i, line := range lines {
		p.text(x, y+p.Text*2.9+float64(i)*p.small*1.15, line, p.note(Muted, Middle))
	}
}

// promiseRows writes each promise on a row, its mark at its date, and the owners where all their names are short.
func (p *pen) promiseRows(due []workshop.Promise, at func(workshop.Promise) float64, x scale, row float64) {
	what, owner := p.body(Foreground, Start), p.note(Muted, End)
	right := x.from - p.Text*3
	names := 0.0
	for _, q := range due {
		names = max(names, p.width(q.Owner, owner)+p.Text)
	}
	if names > p.Text*7 {
		names = 0
	}
	for i, q := range due {
		y := (float64(i) + 0.5) * row
		if names > 0 {
			p.text(right, y+p.small*middle, q.Owner, owner)
		}
		p.text(0, y+p.Text*middle, p.fit(q.What, what, right-names), what)
		p.line(x.from, y, at(q), y, p.hair, Grid)
		p.promise(q.Status, Point{at(q), y})
	}
}

// promiseStacks stacks the marks of promises with about the same date; those beyond the sheet are left to the table.
func (p *pen) promiseStacks(due []workshop.Promise, at func(workshop.Promise) float64, y float64) {
	step := p.mark * 1.35
	most := max(int((y-p.Text)/step), 1)
	column, height := -2*step, 0
	for _, q := range due {
		if x := at(q); x-column > step {
			column, height = x, 0
		} else if height == most {
			column, height = column+step, 0
		}
		if column <= p.Width-p.mark {
			p.promise(q.Status, Point{column, y - p.Text*0.9 - float64(height)*step})
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
