package chart

import (
	"cmp"
	"slices"

	"exceed/assets"
	"exceed/workshop"
)

// Portfolio shows what is kept and what is exceeded in each of an organisation's teams, on both sides and with intervals,
// a row a team in the order in which they come.
func Portfolio(teams []workshop.TeamFigures, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	table := portfolioTable(teams, sheet)
	known := slices.ContainsFunc(teams, func(t workshop.TeamFigures) bool { return t.Kept.Employees.Share != nil })
	if !known {
		return p.nothing(w.Say("chart.portfolio.title_unknown"), w.Say("chart.portfolio.unknown"), table)
	}
	texts := make([]string, len(teams))
	for i, t := range teams {
		texts[i] = t.Team
	}
	left := min(p.widest(p.body(Foreground, Start), texts...), p.Width*0.26) + p.Text
	answers := p.width(w.Say("chart.table.n"), p.note(Muted, End)) + p.Text
	edge := p.width(w.Percent(1, 0), p.note(Muted, Middle))/2 + p.mark // half of a label of the axis
	gutter := 2 * edge
	width := (p.Width - left - answers - gutter - 2*edge) / 2
	top, bottom := p.Text*3.4, p.Height-p.Text*0.4
	row := (bottom - top) / float64(max(len(teams), 1))
	st := p.whole(texts, left-p.Text, row)
	p.text(left+answers-p.Text*0.6, p.Text*2.8, w.Say("chart.table.n"), p.note(Muted, End))
	for i, t := range teams {
		y := top + (float64(i)+0.5)*row
		p.line(0, y-row/2, p.Width, y-row/2, p.hair/2, Grid)
		p.block(0, y, left-p.Text, t.Team, st, linesIn(row, st.size))
		p.text(left+answers-p.Text*0.6, y+p.small*middle, w.Number(float64(t.Respondents.Employees), 0), p.note(Muted, End))
	}
	for i, panel := range []struct {
		head string
		of   func(workshop.TeamFigures) workshop.Sides
	}{
		{w.Say("chart.headline.kept"), func(t workshop.TeamFigures) workshop.Sides { return t.Kept }},
		{w.Say("chart.headline.exceeded"), func(t workshop.TeamFigures) workshop.Sides { return t.Exceeded }},
	} {
		from := left + answers + edge + float64(i)*(width+gutter)
		x := scale{0, 1, from, from + width}
		p.text(from, p.Text*1.1, p.fit(panel.head, p.bold(Foreground, Start), width), p.bold(Foreground, Start))
		for _, v := range []float64{0, 0.5, 1} {
			p.line(x.at(v), top, x.at(v), bottom, p.hair/2, Grid)
			p.text(x.at(v), p.Text*2.8, w.Percent(v, 0), p.note(Muted, Middle))
		}
		for k, t := range teams {
			p.teamMarks(t, panel.of(t), x, top+(float64(k)+0.5)*row, row)
		}
	}
	return p.finish(portfolioTitle(teams, sheet), "", []string{w.Say("chart.note.whiskers"), w.Say("chart.portfolio.note")}, table)
}

// teamMarks draws one team's figures on one panel: our people above the middle of the row, customers below.
func (p *pen) teamMarks(t workshop.TeamFigures, of workshop.Sides, x scale, y, row float64) {
	if of.Employees.Share == nil {
		why := p.note(Muted, Middle)
		p.text((x.from+x.to)/2, y+p.small*middle, p.fit(p.Words.Say("chart.suppressed", "n", t.Threshold), why, x.to-x.from), why)
		return
	}
	shift := min(row*0.2, p.mark*0.6)
	if of.Customers == nil || of.Customers.Share == nil {
		shift = 0
	} else {
		p.teamMark(customers, *of.Customers, x, y+shift)
	}
	p.teamMark(employees, of.Employees, x, y-shift)
}

func (p *pen) teamMark(who party, s workshop.Share, x scale, y float64) {
	if s.Interval != nil {
		p.line(x.at(s.Interval[0]), y, x.at(s.Interval[1]), y, p.stroke*0.6, who.ink)
	}
	p.dot(who, x.at(*s.Share), y)
}

// portfolioTitle says how far apart the teams lie, and whether chance alone could put them there: it could while one
// value lies in all intervals.
func portfolioTitle(teams []workshop.TeamFigures, s Sheet) string {
	w := s.Words
	byKept := func(a, b workshop.TeamFigures) int {
		return cmp.Compare(*a.Kept.Employees.Share, *b.Kept.Employees.Share)
	}
	known := slices.DeleteFunc(slices.Clone(teams), func(t workshop.TeamFigures) bool { return t.Kept.Employees.Share == nil })
	low, high := slices.MinFunc(known, byKept), slices.MaxFunc(known, byKept)
	if len(known) == 1 {
		return w.Say("chart.portfolio.title_one", "team", short(low.Team), "kept", w.Percent(*low.Kept.Employees.Share, low.Respondents.Employees))
	}
	from, to := 0.0, 1.0
	for _, t := range known {
		if i := t.Kept.Employees.Interval; i != nil {
			from, to = max(from, i[0]), min(to, i[1])
		}
	}
	say := []any{"from", w.Percent(*low.Kept.Employees.Share, low.Respondents.Employees), "to", w.Percent(*high.Kept.Employees.Share, high.Respondents.Employees)}
	if from <= to {
		return w.Count("chart.portfolio.title_chance", len(known), say...)
	}
	return w.Count("chart.portfolio.title", len(known), say...)
}

func portfolioTable(teams []workshop.TeamFigures, s Sheet) [][]string {
	w := s.Words
	column := func(side, what string) string { return OfSide(w, side, what) }
	ours, theirs := employeesName(w), w.Say("chart.side.customers")
	kept, exceeded := w.Say("chart.headline.kept"), w.Say("chart.headline.exceeded")
	table := [][]string{{
		w.Say("chart.portfolio.team"), w.Say("chart.table.date"), w.Say("chart.table.n"), column(ours, kept), column(ours, exceeded),
		column(theirs, kept), column(theirs, exceeded), w.Say("chart.foresight.gap"), w.Say("chart.portfolio.focus"), w.Say("chart.portfolio.promises"),
	}}
	for _, t := range teams {
		n, m := t.Respondents.Employees, count(t.Respondents.Customers)
		of := func(s *workshop.Share) string {
			if s == nil {
				return none
			}
			return percent(w, s.Share, m)
		}
		gap, focus := none, none
		if t.PerceptionGap != nil {
			gap = PointsText(w, *t.PerceptionGap)
		}
		if t.TopFocus != nil {
			focus = t.TopFocus.Name.In(w.Lang(), workshop.English)
		}
		table = append(table, []string{
			t.Team, monthOf(w, t.Date), w.Number(float64(n), 0), percent(w, t.Kept.Employees.Share, n), percent(w, t.Exceeded.Employees.Share, n),
			of(t.Kept.Customers), of(t.Exceeded.Customers), gap, focus, PromisesText(w, t.Promises),
		})
	}
	return table
}

// PointsText is a difference of two shares in points.
func PointsText(w *assets.Words, gap float64) string {
	return w.Say("chart.foresight.points", "n", w.Signed(gap*100, 0))
}

// PromisesText says how many promises are kept, and how many are late.
func PromisesText(w *assets.Words, n workshop.Progress) string {
	if n.All == 0 {
		return none
	}
	text := w.Say("chart.portfolio.kept_of", "done", n.Done, "all", n.All)
	if n.Late > 0 {
		text += ", " + w.Count("follow.late", n.Late)
	}
	return text
}
