package chart

import (
	"math"

	"exceed/workshop"
)

// Foresight shows over the sessions of a series how well leaders foresaw their team: what they predicted as kept less
// what is kept, and how the order that they predicted agrees with the team's (Kendall's τ-b).
func Foresight(points []workshop.TrendPoint, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	table := [][]string{{w.Say("chart.table.date"), w.Say("chart.foresight.gap"), w.Say("chart.foresight.order"), w.Say("chart.table.n"), w.Say("chart.trend.questions")}}
	low, high, known := 0.0, 0.25, 0
	for i, t := range points {
		gap, order := none, none
		if g := t.PerceptionGap; g != nil {
			low, high = min(low, *g), max(high, *g)
			gap = about(w, PointsText(w, *g), t.RoundedTo.Employees)
			known++
		}
		if t.LeadersOrder != nil {
			order = about(w, w.Signed(*t.LeadersOrder, 1), t.RoundedTo.Employees)
			known++
		}
		table = append(table, []string{w.Date(t.Date), gap, order, w.Number(float64(t.Respondents.Employees), 0), asked(w, points, i)})
	}
	switch {
	case len(points) < 2:
		return p.nothing(w.Say("chart.trend.title_first"), w.Say("chart.trend.first"), table)
	case known == 0:
		return p.nothing(w.Say("chart.foresight.title_unknown"), w.Say("chart.foresight.unknown"), table)
	}
	low, high = math.Floor(low*4)/4, math.Ceil(high*4)/4
	one := func(head, name string, low, high, each, unit float64, of func(workshop.TrendPoint) *float64, say func(float64) string) panel {
		var grid []gridLine
		for v := low; v <= high+each/2; v += each {
			grid = append(grid, gridLine{v, w.Signed(v*unit, 0)})
		}
		return panel{head, low, high, grid, []track{{
			who: leaders, name: name, breaks: questionsChanged,
			of:      func(t workshop.TrendPoint) *workshop.Share { return &workshop.Share{Share: of(t)} },
			rounded: func(t workshop.TrendPoint) float64 { return t.RoundedTo.Employees },
			value:   func(x float64, _ workshop.Respondents) string { return say(x) },
		}}}
	}
	p.besides(points,
		one(w.Say("chart.foresight.gap"), w.Say("chart.foresight.gap_unit"), low, high, 0.25, 100,
			func(t workshop.TrendPoint) *float64 { return t.PerceptionGap }, func(x float64) string { return w.Signed(x*100, 0) }),
		one(w.Say("chart.foresight.order"), w.Say("chart.foresight.order_unit"), -1, 1, 1, 1,
			func(t workshop.TrendPoint) *float64 { return t.LeadersOrder }, func(x float64) string { return w.Signed(x, 1) }))
	return p.finish(foresightTitle(points, sheet), "", []string{w.Say("chart.foresight.note"), w.Say("chart.trend.note"), Refused(w, points)}, table)
}

func foresightTitle(points []workshop.TrendPoint, s Sheet) string {
	w := s.Words
	a, b := points[len(points)-2], points[len(points)-1]
	switch {
	case b.PerceptionGap == nil:
		return w.Say("chart.foresight.title_unknown")
	case a.PerceptionGap == nil || questionsChanged(a, b):
		return w.Say("chart.foresight.title_now", "now", w.Signed(*b.PerceptionGap*100, 0))
	}
	return w.Say("chart.foresight.title", "then", about(w, w.Signed(*a.PerceptionGap*100, 0), a.RoundedTo.Employees), "now", w.Signed(*b.PerceptionGap*100, 0))
}
