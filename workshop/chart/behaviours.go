package chart

import (
	"cmp"
	"math"
	"slices"

	"exceed/workshop"
)

// Behaviours shows how often leaders show the nine behaviours, as the team sees it beside the leaders' own view. In
// both groups, less of and more of, the widest say–do gap stands first.
func Behaviours(c *workshop.Comparison, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	rows := slices.Clone(c.Behaviours)
	slices.SortStableFunc(rows, func(a, b workshop.BehaviourFigures) int {
		if a.LessOf != b.LessOf {
			if a.LessOf {
				return -1
			}
			return 1
		}
		return cmp.Compare(gapOr(b, -9), gapOr(a, -9))
	})
	table := behavioursTable(c, rows, sheet)
	if len(rows) == 0 {
		return p.nothing(w.Say("chart.behaviours.title_unknown"), w.Say("chart.behaviours.title_unknown"), table)
	}
	texts := []string{w.Say("chart.behaviours.less"), w.Say("chart.behaviours.more")}
	for _, b := range rows {
		texts = append(texts, BehaviourName(w, b.Key))
	}
	left := min(p.widest(p.body(Foreground, Start), texts...), p.Width*0.42) + p.Text*1.4
	right := max(p.width(w.Say("chart.behaviours.gap"), p.note(Muted, End)), p.Text*3) + p.Text*1.6
	x := scale{0, 4, left + p.mark, p.Width - right - p.mark}
	top := p.Text * 2
	group := min(p.Text*2.2, (p.Height-top)/(float64(len(rows))+2))
	st, heights := p.rows(texts[2:], left-p.Text, p.Height-top-2*group)
	var labels []tick
	for _, v := range [5]int{0, 4, 2, 1, 3} {
		at := x.at(float64(v))
		p.line(at, top, at, p.Height, p.hair/2, Grid)
		labels = append(labels, tick{at, w.Say(frequencies[v])})
	}
	p.ticks(p.Text*1.3, p.note(Muted, Middle), labels)
	p.text(p.Width, p.Text*1.3, w.Say("chart.behaviours.gap"), p.note(Muted, End))
	y, direct := top, true
	for i, b := range rows {
		if i == 0 || b.LessOf != rows[i-1].LessOf {
			name := texts[1]
			if b.LessOf {
				name = texts[0]
			}
			p.text(0, y+group*0.6+p.Text*middle, name, p.bold(Foreground, Start))
			y += group
		}
		unit := heights[i]
		mid := y + unit/2
		p.line(0, y, p.Width, y, p.hair/2, Grid)
		p.block(0, mid, left-p.Text, BehaviourName(w, b.Key), st, linesIn(unit, st.size))
		direct = p.behaviour(b, c.Threshold, x, mid, unit, direct)
		y += unit
	}
	notes := []string{answered(w, c), swing(w, c), w.Say("chart.behaviours.note")}
	return p.finish(behavioursTitle(rows, sheet), "", notes, table)
}

// whole is the largest style, down to two thirds of ordinary text, in which each text fits its row without being cut.
func (p *pen) whole(texts []string, width, row float64) style {
	st := p.body(Foreground, Start)
	for ; st.size > p.Text*0.66; st.size -= p.Text * 0.04 {
		if slices.Max(p.lines(texts, width, st)) <= linesIn(row, st.size) {
			break
		}
	}
	return st
}

// lines are how many each text takes.
func (p *pen) lines(texts []string, width float64, st style) []int {
	lines := make([]int, len(texts))
	for i, text := range texts {
		lines[i] = len(Wrap(p.Measure, text, st.size, st.weight, width))
	}
	return lines
}

// rows is whole where rows that need two lines may be higher than the others, so that all can be read; heights are theirs.
func (p *pen) rows(texts []string, width, height float64) (st style, heights []float64) {
	each := height / float64(len(texts))
	heights = slices.Repeat([]float64{each}, len(texts))
	for st = p.body(Foreground, Start); st.size > p.Text*0.66; st.size -= p.Text * 0.04 {
		lines, sum := p.lines(texts, width, st), 0.0
		if slices.Max(lines) <= linesIn(each, st.size) {
			break
		}
		for _, n := range lines {
			sum += float64(n) * st.size * leading
		}
		if slices.Max(lines) == 2 && sum <= height {
			for i, n := range lines {
				heights[i] = float64(n)*st.size*leading + (height-sum)/float64(len(texts))
			}
			break
		}
	}
	return st, heights
}

// frequencies are the keys of never … always.
var frequencies = [5]string{"chart.frequency.0", "chart.frequency.1", "chart.frequency.2", "chart.frequency.3", "chart.frequency.4"}

// behaviour draws one row; direct says that team and leaders are still to be named on it, and the answer whether they
// still are.
func (p *pen) behaviour(b workshop.BehaviourFigures, threshold int, x scale, y, unit float64, direct bool) bool {
	w := p.Words
	if b.Mean == nil {
		p.text(p.Width, y+p.small*middle, none, p.note(Muted, End))
		why, mid := suppressed(w, threshold), (x.from+x.to)/2
		if b.Leaders != nil {
			them := x.at(float64(*b.Leaders))
			p.dot(leaders, them, y)
			if beside := p.mark + p.width(why, p.note(Muted, Middle))/2; math.Abs(them-mid) < beside {
				mid = them + math.Copysign(beside, mid-them)
			}
		}
		p.onLines(mid, y+p.small*middle, why, p.note(Muted, Middle))
		return direct
	}
	at, apart := x.at(*b.Mean), 0.0
	if b.Leaders != nil {
		them := x.at(float64(*b.Leaders))
		p.line(at, y, them, y, p.stroke, Grid)
		if math.Abs(at-them) < p.mark {
			apart = p.mark * 0.4 // so that neither mark hides the other
		}
		p.dot(leaders, them, y+apart)
	}
	p.dot(employees, at, y-apart)
	if b.SayDoGap != nil {
		ink := Foreground
		if *b.SayDoGap >= 1 {
			ink = WarnInk
		}
		p.text(p.Width, y+p.Text*middle, w.Signed(*b.SayDoGap, 1), style{p.Text, SemiBold, ink, End})
	}
	if !direct || b.Leaders == nil {
		return direct
	}
	team, them := w.Say("chart.behaviours.team"), w.Say("chart.behaviours.leaders")
	a, l := x.at(*b.Mean), x.at(float64(*b.Leaders))
	st := style{p.small, SemiBold, EmployeesInk, Start}
	gap := p.mark
	aLeft := a < l
	room := func(at float64, text string, toLeft bool) bool {
		if toLeft {
			return at-gap-p.width(text, st) > x.from-p.mark
		}
		return at+gap+p.width(text, st) < x.to+p.mark
	}
	if a == l || !room(a, team, aLeft) || !room(l, them, !aLeft) {
		return true
	}
	name := func(at float64, text string, toLeft bool, ink Ink) {
		st.ink, st.align = ink, Start
		if toLeft {
			st.align, at = End, at-2*gap
		}
		p.text(at+gap, y+p.small*middle, text, st)
	}
	name(a, team, aLeft, EmployeesInk)
	name(l, them, !aLeft, LeadersInk)
	return false
}

func behavioursTitle(rows []workshop.BehaviourFigures, s Sheet) string {
	w := s.Words
	var widest *workshop.BehaviourFigures
	known := false
	for i, b := range rows {
		known = known || b.Mean != nil
		if b.SayDoGap != nil && (widest == nil || *b.SayDoGap > *widest.SayDoGap) {
			widest = &rows[i]
		}
	}
	switch {
	case !known:
		return w.Say("chart.behaviours.title_unknown")
	case widest == nil:
		return w.Say("chart.behaviours.title_team")
	case *widest.SayDoGap < 0.5:
		return w.Say("chart.behaviours.title_same")
	}
	return w.Say("chart.behaviours.title", "behaviour", BehaviourName(w, widest.Key))
}

func behavioursTable(c *workshop.Comparison, rows []workshop.BehaviourFigures, s Sheet) [][]string {
	w := s.Words
	table := [][]string{{w.Say("chart.behaviours.head"), w.Say("chart.behaviours.team"), w.Say("chart.behaviours.leaders"), w.Say("chart.behaviours.gap"), w.Say("chart.table.n")}}
	for _, b := range rows {
		team, them := none, none
		switch {
		case b.Suppressed:
			team = suppressed(w, c.Threshold)
		case b.Mean != nil:
			team = w.Number(*b.Mean, 1)
		}
		if b.Leaders != nil {
			them = w.Say(frequencies[min(max(*b.Leaders, 0), 4)])
		}
		table = append(table, []string{BehaviourName(w, b.Key), team, them, signed(w, b.SayDoGap), number(w, b.N)})
	}
	return table
}

func gapOr(b workshop.BehaviourFigures, missing float64) float64 {
	if b.SayDoGap == nil {
		return missing
	}
	return *b.SayDoGap
}
