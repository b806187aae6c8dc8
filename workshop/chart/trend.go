package chart

import (
	"slices"

	"exceed/assets"
	"exceed/workshop"
)

// Trend shows what is kept and what is exceeded on both sides over the sessions of a series, oldest first, each at its
// date, with intervals. Where the questions or the customers' evidence changed the line breaks.
func Trend(points []workshop.TrendPoint, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	table := trendTable(points, sheet)
	if len(points) < 2 {
		return p.nothing(w.Say("chart.trend.title_first"), w.Say("chart.trend.first"), table)
	}
	kept := func(t workshop.TrendPoint) workshop.Sides { return t.Kept }
	exceeded := func(t workshop.TrendPoint) workshop.Sides { return t.Exceeded }
	p.besides(points, p.sharesPanel(w.Say("chart.headline.kept"), kept), p.sharesPanel(w.Say("chart.headline.exceeded"), exceeded))
	notes := []string{w.Say("chart.note.whiskers"), w.Say("chart.trend.note"), evidences(w, points), Refused(w, points)}
	return p.finish(trendTitle(points, sheet), "", notes, table)
}

// besides draws two panels beside each other.
func (p *pen) besides(points []workshop.TrendPoint, left, right panel) {
	gutter := p.Text * 1.5
	half := (p.Width - gutter) / 2
	p.timeline(points, left, Rect{0, 0, half, p.Height})
	p.timeline(points, right, Rect{half + gutter, 0, half, p.Height})
}

// sharesPanel has a line for each side.
func (p *pen) sharesPanel(head string, of func(workshop.TrendPoint) workshop.Sides) panel {
	w := p.Words
	grid := make([]gridLine, 0, 3)
	for _, v := range []float64{0, 0.5, 1} {
		grid = append(grid, gridLine{v, w.Percent(v, 0)})
	}
	return panel{head, 0, 1, grid, []track{
		{
			who: employees, breaks: questionsChanged, name: employeesName(w),
			of:      func(t workshop.TrendPoint) *workshop.Share { s := of(t).Employees; return &s },
			rounded: func(t workshop.TrendPoint) float64 { return t.RoundedTo.Employees },
			value:   func(share float64, n workshop.Respondents) string { return w.Percent(share, n.Employees) },
		},
		{
			who: customers, name: w.Say("chart.side.customers"),
			of:      func(t workshop.TrendPoint) *workshop.Share { return of(t).Customers },
			rounded: func(t workshop.TrendPoint) float64 { return t.RoundedTo.Customers },
			breaks:  func(a, b workshop.TrendPoint) bool { return questionsChanged(a, b) || a.Evidence != b.Evidence },
			value:   func(share float64, n workshop.Respondents) string { return w.Percent(share, count(n.Customers)) },
		},
	}}
}

// evidences says where the customers' figures come from, session by session, where that changed.
func evidences(w *assets.Words, points []workshop.TrendPoint) string {
	said, changed := "", false
	for i, t := range points {
		changed = changed || i > 0 && t.Evidence != points[i-1].Evidence
		if said != "" {
			said += ", "
		}
		said += w.Say("chart.trend.evidence_of", "date", monthOf(w, t.Date), "evidence", EvidenceName(w, t.Evidence))
	}
	if !changed {
		return ""
	}
	return w.Say("chart.trend.evidence", "sessions", said)
}

// EvidenceName says in a few words where a customers' side comes from.
func EvidenceName(w *assets.Words, e workshop.Evidence) string {
	if e == workshop.NoEvidence {
		return w.Say("chart.evidence.none")
	}
	return w.Say("chart.evidence." + string(e))
}

// Refused says of which sessions the figures are rounded, or not compared, as they would single somebody out; empty where
// that is nowhere so.
func Refused(w *assets.Words, points []workshop.TrendPoint) string {
	var months []string
	for _, t := range points {
		if t.RoundedTo.Employees > 0 || t.RoundedTo.Customers > 0 {
			months = append(months, monthOf(w, t.Date))
		}
	}
	if months == nil {
		return ""
	}
	return w.Count("chart.trend.refused", len(months), "sessions", names(w, slices.Compact(months)))
}

func monthOf(w *assets.Words, d workshop.Date) string {
	return w.Say("chart.trend.month", "month", int(d.Month), "year", d.Year)
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
	switch {
	case a.RoundedTo.Employees > 0:
		return w.Say("chart.trend.title_rounded", say...)
	case apart:
		return w.Say("chart.trend.title", say...)
	}
	return w.Say("chart.trend.title_chance", say...)
}

func trendTable(points []workshop.TrendPoint, s Sheet) [][]string {
	w := s.Words
	ours, theirs := employeesName(w), w.Say("chart.side.customers")
	kept, exceeded := w.Say("chart.headline.kept"), w.Say("chart.headline.exceeded")
	column := func(side, what string) string { return OfSide(w, side, what) }
	table := [][]string{{
		w.Say("chart.table.date"), column(ours, kept), column(ours, exceeded), column(ours, w.Say("chart.table.n")),
		column(theirs, kept), column(theirs, exceeded), column(theirs, w.Say("chart.table.n")), w.Say("chart.trend.evidence_head"),
		w.Say("chart.trend.questions"),
	}}
	for i, t := range points {
		n, m := t.Respondents.Employees, count(t.Respondents.Customers)
		share := func(s *workshop.Share, n int, rounded float64) string {
			if s == nil {
				return none
			}
			figure := about(w, percent(w, s.Share, n), rounded)
			if s.Interval == nil {
				return figure
			}
			return w.Say("chart.table.with_interval", "figure", figure, "interval", percentInterval(w, s.Interval, n))
		}
		table = append(table, []string{
			w.Date(t.Date), share(&t.Kept.Employees, n, t.RoundedTo.Employees), share(&t.Exceeded.Employees, n, t.RoundedTo.Employees), w.Number(float64(n), 0),
			share(t.Kept.Customers, m, t.RoundedTo.Customers), share(t.Exceeded.Customers, m, t.RoundedTo.Customers), number(w, t.Respondents.Customers),
			EvidenceName(w, t.Evidence), asked(w, points, i),
		})
	}
	return table
}

// asked says whether a session asked the same as the one before it.
func asked(w *assets.Words, points []workshop.TrendPoint, i int) string {
	switch {
	case i == 0:
		return none
	case questionsChanged(points[i-1], points[i]):
		return w.Say("chart.trend.break")
	}
	return w.Say("chart.trend.same")
}

// about is a figure in words that says when it was rounded.
func about(w *assets.Words, figure string, rounded float64) string {
	if rounded == 0 || figure == none {
		return figure
	}
	return w.Say("chart.trend.about", "figure", figure)
}
