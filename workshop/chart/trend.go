package chart

import (
	"exceed/workshop"
)

// Trend shows what is kept and what is exceeded on both sides over the sessions of a series, oldest first, with
// intervals. Where the questions or the customers' evidence changed the line breaks.
func Trend(points []workshop.TrendPoint, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	table := trendTable(points, sheet)
	if len(points) < 2 {
		return p.nothing(w.Say("chart.trend.title_first"), w.Say("chart.trend.first"), table)
	}
	gutter := p.Text * 2
	half := (p.Width - gutter) / 2
	kept := func(t workshop.TrendPoint) workshop.Sides { return t.Kept }
	exceeded := func(t workshop.TrendPoint) workshop.Sides { return t.Exceeded }
	p.trendPanel(points, w.Say("chart.headline.kept"), kept, Rect{0, 0, half, p.Height})
	p.trendPanel(points, w.Say("chart.headline.exceeded"), exceeded, Rect{half + gutter, 0, half, p.Height})
	return p.finish(trendTitle(points, sheet), "", []string{w.Say("chart.note.whiskers"), w.Say("chart.trend.note")}, table)
}

func (p *pen) trendPanel(points []workshop.TrendPoint, head string, of func(workshop.TrendPoint) workshop.Sides, r Rect) {
	w := p.Words
	p.text(r.X, r.Y+p.Text*1.1, head, p.bold(Foreground, Start))
	axis := p.widest(p.note(Muted, End), w.Percent(1, 0)) + p.Text*0.5
	labels := p.Text * 6
	y := scale{0, 1, r.Bottom() - p.Text*1.8, r.Y + p.Text*2.2}
	plot := Rect{r.X + axis, y.to, r.W - axis - labels, y.from - y.to}
	for _, v := range []float64{0, 0.5, 1} {
		p.line(plot.X, y.at(v), plot.Right(), y.at(v), p.hair, Grid)
		p.text(plot.X-p.Text*0.4, y.at(v)+p.small*middle, w.Percent(v, 0), p.note(Muted, End))
	}
	step := plot.W / float64(len(points))
	at := func(i int) float64 { return plot.X + (float64(i)+0.5)*step }
	st := p.note(Muted, Middle)
	every := 1
	for every < len(points) && float64(every)*step < p.width(w.Say("chart.trend.month", "month", "12", "year", "2026"), st)+p.Text*0.4 {
		every++
	}
	for i := len(points) - 1; i >= 0; i -= every {
		d := points[i].Date
		p.text(at(i), y.from+p.Text*1.4, w.Say("chart.trend.month", "month", int(d.Month), "year", d.Year), st)
	}
	for i := 1; i < len(points); i++ {
		if questionsChanged(points[i-1], points[i]) {
			p.dashed(at(i)-step/2, plot.Y, at(i)-step/2, plot.Bottom(), p.hair*1.6, Muted)
		}
	}
	shift := min(step*0.06, p.mark*0.5) // so that whiskers of both sides stay apart
	ours := p.trendLine(points, employees, func(t workshop.TrendPoint) *workshop.Share { s := of(t).Employees; return &s },
		questionsChanged, func(i int) float64 { return at(i) - shift }, y)
	theirs := p.trendLine(points, customers, func(t workshop.TrendPoint) *workshop.Share { return of(t).Customers },
		func(a, b workshop.TrendPoint) bool { return questionsChanged(a, b) || a.Evidence != b.Evidence }, func(i int) float64 { return at(i) + shift }, y)
	last := points[len(points)-1]
	p.trendLabels(plot.Right()+p.Text*0.3, ours, theirs, of(last), last)
}

// trendLine draws one side and answers where its last point stands, nil where it has none.
func (p *pen) trendLine(points []workshop.TrendPoint, who party, of func(workshop.TrendPoint) *workshop.Share,
	breaks func(a, b workshop.TrendPoint) bool, at func(int) float64, y scale,
) *float64 {
	var path []Point
	flush := func() {
		if len(path) > 1 {
			p.fig.Add(Path{Points: path, Width: p.stroke, Ink: who.ink, Dashed: who.hollow})
		}
		path = nil
	}
	var last *float64
	for i, t := range points {
		s := of(t)
		if i > 0 && breaks(points[i-1], t) || s == nil || s.Share == nil {
			flush()
		}
		if s == nil || s.Share == nil {
			continue
		}
		path = append(path, Point{at(i), y.at(*s.Share)})
		if i == len(points)-1 {
			v := y.at(*s.Share)
			last = &v
		}
	}
	flush()
	for i, t := range points {
		s := of(t)
		if s == nil || s.Share == nil {
			continue
		}
		if v := s.Interval; v != nil {
			p.line(at(i), y.at(v[0]), at(i), y.at(v[1]), p.stroke*0.6, who.ink)
		}
		p.dot(who, at(i), y.at(*s.Share))
	}
	return last
}

// trendLabels writes the last shares beside the lines, apart from each other.
func (p *pen) trendLabels(x float64, ours, theirs *float64, sides workshop.Sides, last workshop.TrendPoint) {
	if ours != nil && theirs != nil {
		least := p.Text * 2.3
		if d := *theirs - *ours; d >= 0 && d < least {
			*ours, *theirs = *ours-(least-d)/2, *theirs+(least-d)/2
		} else if d < 0 && -d < least {
			*ours, *theirs = *ours+(least+d)/2, *theirs-(least+d)/2
		}
	}
	w := p.Words
	if ours != nil {
		p.trendLabel(x, *ours, w.Percent(*sides.Employees.Share, last.Respondents.Employees), employeesName(w), EmployeesInk)
	}
	if theirs != nil {
		p.trendLabel(x, *theirs, w.Percent(*sides.Customers.Share, count(last.Respondents.Customers)), w.Say("chart.side.customers"), CustomersInk)
	}
}

func (p *pen) trendLabel(x, y float64, share, name string, ink Ink) {
	p.text(x, y, share, style{p.Text, SemiBold, ink, Start})
	note := p.note(ink, Start)
	p.text(x, y+p.Text*1.05, p.fit(name, note, p.Text*5.6), note)
}

// questionsChanged says whether the answers of two sessions that follow each other rest on different questions.
func questionsChanged(a, b workshop.TrendPoint) bool {
	for key, same := range b.SameQuestions {
		if a.SameQuestions[key] != same {
			return true
		}
	}
	return false
}

func trendTitle(points []workshop.TrendPoint, s Sheet) string {
	w := s.Words
	a, b := points[len(points)-2], points[len(points)-1]
	from, to := a.Kept.Employees, b.Kept.Employees
	if from.Share == nil || to.Share == nil {
		return w.Say("chart.trend.title_unknown")
	}
	if questionsChanged(a, b) {
		return w.Say("chart.trend.title_broken")
	}
	say := []any{"from", w.Percent(*from.Share, a.Respondents.Employees), "to", w.Percent(*to.Share, b.Respondents.Employees)}
	apart := from.Interval != nil && to.Interval != nil && (from.Interval[1] < to.Interval[0] || to.Interval[1] < from.Interval[0])
	if apart {
		return w.Say("chart.trend.title", say...)
	}
	return w.Say("chart.trend.title_chance", say...)
}

func trendTable(points []workshop.TrendPoint, s Sheet) [][]string {
	w := s.Words
	ours, theirs := employeesName(w), w.Say("chart.side.customers")
	kept, exceeded := w.Say("chart.headline.kept"), w.Say("chart.headline.exceeded")
	column := func(side, what string) string { return w.Say("chart.table.row", "side", side, "what", what) }
	table := [][]string{{w.Say("chart.table.date"), column(ours, kept), column(ours, exceeded), column(theirs, kept), column(theirs, exceeded), w.Say("chart.table.n")}}
	for _, t := range points {
		share := func(s *workshop.Share, n int) string {
			if s == nil {
				return none
			}
			return percent(w, s.Share, n)
		}
		n, m := t.Respondents.Employees, count(t.Respondents.Customers)
		table = append(table, []string{
			w.Date(t.Date), share(&t.Kept.Employees, n), share(&t.Exceeded.Employees, n),
			share(t.Kept.Customers, m), share(t.Exceeded.Customers, m), w.Number(float64(n), 0),
		})
	}
	return table
}
