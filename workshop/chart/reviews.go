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

// Reviews shows the 30, 60 and 90 days after the session on one line, each promise at its date.
func Reviews(session workshop.Date, promises []workshop.Promise, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	due := slices.Clone(promises)
	slices.SortStableFunc(due, func(a, b workshop.Promise) int { return a.Due.Time().Compare(b.Due.Time()) })
	day := func(d workshop.Date) float64 { return d.Time().Sub(session.Time()).Hours() / (24 * time.Hour).Hours() }
	last := 100.0
	done := 0
	table := [][]string{{w.Say("chart.reviews.what"), w.Say("chart.reviews.owner"), w.Say("chart.reviews.due"), w.Say("chart.reviews.status")}}
	for _, q := range due {
		last = max(last, min(day(q.Due), 366))
		if q.Status == workshop.Done {
			done++
		}
		table = append(table, []string{q.What, q.Owner, w.Date(q.Due), StatusName(w, q.Status)})
	}
	ends := p.Text * 3
	x := scale{0, last, ends, p.Width - ends}
	y := p.Height - p.Text*4.8
	p.line(x.from, y, x.to, y, p.hair*2, Muted)
	p.reviewDay(x.at(0), y, w.Say("chart.reviews.session"), w.Date(session))
	for i, d := range ReviewDates(session) {
		p.reviewDay(x.at(float64(reviewDays[i])), y, w.Count("chart.reviews.days", reviewDays[i]), w.Date(d))
	}
	p.promiseMarks(due, func(q workshop.Promise) float64 { return x.at(day(q.Due)) }, y)
	title := w.Count("chart.reviews.title", len(promises))
	if done > 0 {
		title = w.Count("chart.reviews.title_done", done, "all", len(promises))
	}
	return p.finish(title, "", []string{w.Say("chart.reviews.note")}, table)
}

func (p *pen) reviewDay(x, y float64, name, date string) {
	p.line(x, y-p.Text*0.5, x, y+p.Text*0.5, p.stroke, Foreground)
	p.text(x, y+p.Text*1.9, name, p.bold(Foreground, Middle))
	lines := Wrap(p.Measure, date, p.small, Regular, p.Text*7)
	for i, line := range lines[:min(len(lines), 2)] {
		p.text(x, y+p.Text*3.1+float64(i)*p.small*1.15, line, p.note(Muted, Middle))
	}
}

// promiseMarks stacks the promises' marks over their dates: hollow while open, filled once done, a diamond where moved, a cross where dropped.
func (p *pen) promiseMarks(due []workshop.Promise, at func(workshop.Promise) float64, y float64) {
	size := p.mark
	var columns []float64 // the x of each column
	var heights []int
	for _, q := range due {
		x := at(q)
		if n := len(columns); n == 0 || x-columns[n-1] > size*1.3 {
			columns, heights = append(columns, x), append(heights, 0)
		}
		n := len(columns) - 1
		most := max(int((y-p.Text)/(size*1.35)), 1)
		column, row := heights[n]/most, heights[n]%most
		place := Point{columns[n] + float64(column)*size*1.35, y - p.Text*0.9 - float64(row)*size*1.35}
		heights[n]++
		if place.X > p.Width-size/2 || place.Y < size/2 {
			continue // the table has them all
		}
		switch q.Status {
		case workshop.Done:
			p.fig.Add(Mark{Disc, place, size, GoodInk, false})
		case workshop.Moved:
			p.fig.Add(Mark{Diamond, place, size, WarnInk, true})
		case workshop.Dropped:
			r := size * 0.35
			p.line(place.X-r, place.Y-r, place.X+r, place.Y+r, p.stroke, Muted)
			p.line(place.X-r, place.Y+r, place.X+r, place.Y-r, p.stroke, Muted)
		default:
			p.fig.Add(Mark{Disc, place, size, EmployeesInk, true})
		}
	}
}
