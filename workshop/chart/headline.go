package chart

import (
	"math"
	"slices"

	"exceed/workshop"
)

// Bain's survey of 362 firms: what share believed that they delivered a superior experience, and what share of their
// customers agreed (Allen, Reichheld, Hamilton & Markey 2005, as the second essay cites it).
const (
	bainBelieved = 0.80
	bainAgreed   = 0.08
)

type headlineRow struct {
	name   string
	who    party
	n      int
	share  workshop.Share
	theirs *float64 // the leaders' prediction
}

// Headline shows how much of what each side expects is kept and exceeded, beside what the leaders predicted, with
// Bain's 80 to 8 as a scale.
func Headline(c *workshop.Comparison, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	n := c.Respondents.Employees
	rows := []headlineRow{
		{w.Say("chart.headline.kept"), employees, n, c.Kept.Employees, c.PredictedKept},
		{w.Say("chart.headline.exceeded"), employees, n, c.Exceeded.Employees, nil},
	}
	if c.Kept.Customers != nil && c.Exceeded.Customers != nil {
		m := count(c.Respondents.Customers)
		rows = append(rows,
			headlineRow{w.Say("chart.headline.kept"), customers, m, *c.Kept.Customers, nil},
			headlineRow{w.Say("chart.headline.exceeded"), customers, m, *c.Exceeded.Customers, nil})
	}
	p.digits = Fewest(c)
	p.headlineRows(c, rows)
	return p.finish(headlineTitle(c, sheet), Badge(w, c), headlineNotes(c, sheet), headlineTable(c, rows, sheet))
}

func (p *pen) headlineRows(c *workshop.Comparison, rows []headlineRow) {
	w := p.Words
	groups := []string{employeesName(w), customersName(w, c.Evidence)}
	name := p.bold(Foreground, Start)
	bain := w.Say("chart.headline.bain")
	left := min(max(p.widest(name, groups...), p.widest(p.body(Muted, Start), bain, rows[0].name, rows[1].name)), p.Width*0.3) + p.Text*2
	x := scale{0, 1, left, p.Width - p.Text*2.2}
	axis := p.Height - p.Text*1.5
	p.percentAxis(x, 0, axis)
	units := float64(len(rows)) + 1 + 0.35*float64(len(rows)/2) // rows, Bain's, and the heads of the groups
	unit := axis / units
	y := 0.0
	var numbers []Rect
	for i, r := range rows {
		if i%2 == 0 {
			y += unit * 0.35
			p.block(0, y+p.Text*0.1, left-p.Text, groups[i/2], style{p.Text, SemiBold, r.who.ink, Start}, 1)
		}
		y += unit
		numbers = append(numbers, p.headlineRow(c, r, x, y-unit*0.36, left))
	}
	if r := rows[0]; r.theirs != nil && r.share.Share != nil {
		p.predicted(*r.theirs, x, unit*(0.35+1-0.36), numbers)
	}
	y = axis - unit*0.36
	p.line(0, axis-unit*0.98, p.Width, axis-unit*0.98, p.hair, Grid)
	p.block(0, y, left-p.Text, bain, p.note(Muted, Start), 2)
	p.line(x.at(bainAgreed), y, x.at(bainBelieved), y, p.hair*1.5, Muted)
	p.fig.Add(Mark{Square, Point{x.at(bainAgreed), y}, p.mark * 0.75, Muted, true}, Mark{Diamond, Point{x.at(bainBelieved), y}, p.mark * 0.75, Muted, false})
	agreed := w.Say("chart.headline.bain_agreed", "share", w.Percent(bainAgreed, 0))
	believed := w.Say("chart.headline.bain_believed", "share", w.Percent(bainBelieved, 0))
	st := p.note(Muted, Start)
	p.onLines(x.at(bainAgreed)-p.mark*0.3, y-p.mark*0.75, agreed, st)
	width := p.width(believed, st)
	at := min(x.at(bainBelieved)-width/2, p.Width-width)
	under := y - p.mark*0.75
	if at < x.at(bainAgreed)+p.width(agreed, st)+p.Text {
		under = y + p.mark*0.75 + p.small*0.75
	}
	p.onLines(at, under, believed, st)
}

// percentAxis draws verticals at each quarter from top to bottom with their labels below.
func (p *pen) percentAxis(x scale, top, bottom float64) {
	for _, v := range []float64{0, 0.25, 0.5, 0.75, 1} {
		p.line(x.at(v), top, x.at(v), bottom, p.hair, Grid)
		p.text(x.at(v), bottom+p.small*1.3, p.Words.Percent(v, 0), p.note(Muted, Middle))
	}
}

// headlineRow draws one row and answers the area of its number.
func (p *pen) headlineRow(c *workshop.Comparison, r headlineRow, x scale, y, left float64) Rect {
	w := p.Words
	p.block(p.Text*0.8, y, left-p.Text*1.4, r.name, p.body(Foreground, Start), 1)
	if r.share.Share == nil {
		p.block(x.from+p.Text*0.5, y, x.to-x.from, UnknownShare(w, c, r.who == customers), p.note(Muted, Start), 1)
		return Rect{}
	}
	at := x.at(*r.share.Share)
	if r.theirs != nil {
		them := x.at(*r.theirs)
		p.dashed(at, y, them, y, p.stroke, LeadersInk)
		p.dot(leaders, them, y)
	}
	if i := r.share.Interval; i != nil {
		p.whisker(x.at(i[0]), x.at(i[1]), y, r.who.ink)
	}
	p.dot(r.who, at, y)
	label, st := w.Percent(*r.share.Share, p.digits), style{p.large, SemiBold, r.who.ink, Middle}
	return p.onLines(at, y-p.mark*0.95, label, st)
}

// predicted names the leaders' mark in the row at y: below it or above, else beside the numbers that are there, smaller
// where that is not enough, and away from the mark only where nothing else is left. Where there is no room at all, the
// title says it alone.
func (p *pen) predicted(share float64, x scale, y float64, numbers []Rect) {
	label := p.Words.Say("chart.headline.predicted", "share", p.Words.Percent(share, p.digits))
	below, above := y+p.mark*0.8+p.Text, y-p.mark*1.1
	for _, atMark := range []bool{true, false} {
		for _, size := range []float64{1, 0.9, 0.8} {
			st := style{p.Text * size, SemiBold, LeadersInk, Middle}
			half := p.width(label, st) / 2
			inside := func(at, y float64) Point { return Point{min(max(at, x.from+half), p.Width-half), y} }
			places := []Point{inside(x.at(share), below), inside(x.at(share), above)}
			for _, n := range numbers {
				right, left := n.Right()+half+p.Text*0.3, n.X-half-p.Text*0.3
				places = append(places, inside(right, below), inside(left, below), inside(right, above), inside(left, above))
			}
			for _, place := range places {
				box := Rect{place.X - half, place.Y - st.size*0.76, 2 * half, st.size * 0.98}
				touches := math.Abs(place.X-x.at(share)) <= half+p.mark
				if touches == atMark && !slices.ContainsFunc(numbers, box.Overlaps) {
					p.onLines(place.X, place.Y, label, st)
					return
				}
			}
		}
	}
}

func headlineTitle(c *workshop.Comparison, s Sheet) string {
	w, n := s.Words, Fewest(c)
	switch kept := c.Kept.Employees.Share; {
	case kept == nil:
		return w.Say("chart.headline.title_unknown")
	case c.PredictedKept != nil:
		return w.Say("chart.headline.title", "kept", w.Percent(*kept, n), "predicted", w.Percent(*c.PredictedKept, n))
	default:
		return w.Say("chart.headline.title_alone", "kept", w.Percent(*kept, n), "exceeded", percent(w, c.Exceeded.Employees.Share, n))
	}
}

func headlineNotes(c *workshop.Comparison, s Sheet) []string {
	w, n := s.Words, c.Respondents.Employees
	notes := []string{answered(w, c)}
	if c.Kept.Employees.Interval != nil {
		i := c.Kept.Employees.Interval
		notes = append(notes, w.Say("chart.headline.interval", "from", w.Percent(i[0], Fewest(c)), "to", w.Percent(i[1], Fewest(c))))
	}
	if c.Kept.Employees.Share != nil && n > 0 {
		notes = append(notes, w.Count("chart.headline.one_person", int(math.Ceil(100/float64(n)))))
	}
	return notes
}

func headlineTable(c *workshop.Comparison, rows []headlineRow, s Sheet) [][]string {
	w := s.Words
	table := [][]string{{"", w.Say("chart.table.share"), w.Say("chart.table.interval"), w.Say("chart.table.n")}}
	for i, r := range rows {
		side := employeesName(w)
		if i >= 2 {
			side = customersName(w, c.Evidence)
		}
		n := none
		if r.n > 0 {
			n = w.Number(float64(r.n), 0)
		}
		table = append(table, []string{OfSide(w, side, r.name), percent(w, r.share.Share, Fewest(c)), percentInterval(w, r.share.Interval, Fewest(c)), n})
	}
	if c.PredictedKept != nil {
		table = append(table, []string{w.Say("chart.headline.predicted_row"), percent(w, c.PredictedKept, Fewest(c)), none, none})
	}
	return append(table,
		[]string{w.Say("chart.headline.bain_believed_row"), w.Percent(bainBelieved, 0), none, none},
		[]string{w.Say("chart.headline.bain_agreed_row"), w.Percent(bainAgreed, 0), none, none})
}
