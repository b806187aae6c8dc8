package chart

import (
	"cmp"
	"slices"

	"exceed/workshop"
)

// Mirror shows each theme as a row, employees on the left and customers on the right on the same scale: mean with its
// interval, and how much each side expects of it as a bar beside its name. What our people expect most stands on top.
func Mirror(c *workshop.Comparison, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	themes := byWeight(c.Themes)
	table := mirrorTable(c, themes, sheet)
	if !slices.ContainsFunc(themes, func(t workshop.ThemeFigures) bool {
		return t.Employees.Mean != nil || t.Customers != nil && t.Customers.Mean != nil
	}) {
		return p.nothing(w.Say("chart.mirror.title_unknown"), w.Say("chart.mirror.title_unknown"), table)
	}
	sides := hasCustomers(c)
	name := p.body(Foreground, Middle)
	texts := make([]string, len(themes))
	for i, t := range themes {
		texts[i] = t.Name
	}
	names := min(p.widest(name, texts...), p.Width*0.24) + p.Text*1.4
	bars := min(p.Text*5, p.Width*0.1) // room for the weight bar on each side of the names
	values := p.Text * 3               // room for the means
	middle := p.Width / 2
	if !sides {
		names = max(names, p.width(w.Say("chart.mirror.weight"), p.note(Muted, Middle)))
		middle = p.Width - names/2
	}
	inner := names/2 + bars
	ours := scale{workshop.MinStanding, workshop.MaxStanding, values + p.mark, middle - inner}
	theirs := scale{workshop.MinStanding, workshop.MaxStanding, middle + inner, p.Width - values - p.mark}
	top, bottom := p.Text*2.1, p.Height-p.Text*1.6
	row := (bottom - top) / float64(len(themes))
	p.text(ours.at(0), p.Text*1.1, employeesName(w), style{p.Text, SemiBold, EmployeesInk, Middle})
	p.standingAxis(ours, top, bottom)
	if sides {
		p.text(theirs.at(0), p.Text*1.1, customersName(w, c.Evidence), style{p.Text, SemiBold, CustomersInk, Middle})
		p.standingAxis(theirs, top, bottom)
	}
	p.text(middle, p.Text*1.1, w.Say("chart.mirror.weight"), p.note(Muted, Middle))
	heaviest := 0.01
	for _, t := range themes {
		heaviest = max(heaviest, value(t.Employees.Weight))
		if t.Customers != nil {
			heaviest = max(heaviest, value(t.Customers.Weight))
		}
	}
	for i, t := range themes {
		y := top + (float64(i)+0.5)*row
		if i > 0 {
			p.line(0, y-row/2, p.Width, y-row/2, p.hair/2, Grid)
		}
		p.block(middle, y, names-p.Text*0.4, t.Name, name, linesIn(row, p.Text))
		bar := min(row*0.4, p.Text*0.7)
		if t.Employees.Weight != nil {
			p.weightBar(Box{Fill: EmployeesInk}, middle-names/2, y, -*t.Employees.Weight/heaviest*(bars-p.Text*0.7), bar)
		}
		p.standing(t.Employees, c.Threshold, employees, ours, y, values-p.Text*0.3, End)
		if t.Customers != nil {
			if t.Customers.Weight != nil {
				p.weightBar(Box{Edge: CustomersInk, Width: p.hair * 1.6, Hatched: true}, middle+names/2, y, *t.Customers.Weight/heaviest*(bars-p.Text*0.7), bar)
			}
			p.standing(*t.Customers, c.Threshold, customers, theirs, y, p.Width, End)
		}
	}
	return p.finish(mirrorTitle(c, sheet), Badge(w, c), []string{answered(w, c), w.Say("chart.note.whiskers"), stable(w, c)}, table)
}

func (p *pen) weightBar(b Box, x, y, width, height float64) {
	b.Rect = Rect{min(x, x+width), y - height/2, max(width, -width), height}
	p.fig.Add(b)
}

// standingAxis draws the scale −3 … 3 with what its ends and its middle mean.
func (p *pen) standingAxis(x scale, top, bottom float64) {
	w := p.Words
	for v := workshop.MinStanding; v <= workshop.MaxStanding; v++ {
		width, ink := p.hair/2, Grid
		if v == 0 {
			width, ink = p.hair*1.6, Muted
		}
		p.line(x.at(float64(v)), top, x.at(float64(v)), bottom, width, ink)
	}
	st := p.note(Muted, Middle)
	mid, low, high := w.Say("chart.axis.expected"), w.Say("chart.axis.below"), w.Say("chart.axis.above")
	if room := (x.to-x.from-p.width(mid, st))/2 - p.Text*0.5; p.widest(st, low, high)/2 > room {
		low, high = w.Signed(workshop.MinStanding, 0), w.Signed(workshop.MaxStanding, 0)
	}
	p.ticks(bottom+p.small*1.3, st, []tick{{x.at(0), mid}, {x.from, low}, {x.to, high}})
}

// standing draws a side's mean with its interval, and the mean as a number at valueX.
func (p *pen) standing(f workshop.SideFigures, threshold int, who party, x scale, y, valueX float64, align Align) {
	if f.Mean == nil {
		why := suppressed(p.Words, threshold)
		if !f.Suppressed { // an answer agreed aloud that leaves this theme out
			why = p.Words.Say("chart.unsaid")
		}
		p.unknown(x, y, why)
		return
	}
	if f.Interval != nil {
		p.whisker(x.at(f.Interval[0]), x.at(f.Interval[1]), y, who.ink)
	}
	p.dot(who, x.at(*f.Mean), y)
	p.text(valueX, y+p.Text*middle, p.Words.Signed(*f.Mean, 1), style{p.Text, SemiBold, who.ink, align})
}

// unknown says on a row why it has no figure.
func (p *pen) unknown(x scale, y float64, why string) {
	st := p.note(Muted, Middle)
	p.onLines((x.from+x.to)/2, y+p.small*middle, p.fit(why, st, x.to-x.from), st)
}

func mirrorTitle(c *workshop.Comparison, s Sheet) string {
	var below []string
	known := 0
	for _, t := range byWeight(c.Themes) {
		if t.Employees.Mean == nil {
			continue
		}
		known++
		if *t.Employees.Mean < 0 {
			below = append(below, t.Name)
		}
	}
	switch {
	case known == 0:
		return s.Words.Say("chart.mirror.title_unknown")
	case len(below) == 0:
		return s.Words.Say("chart.mirror.title_none")
	}
	return s.Words.Count("chart.mirror.title", len(below), "all", known)
}

func mirrorTable(c *workshop.Comparison, themes []workshop.ThemeFigures, s Sheet) [][]string {
	w := s.Words
	ours, theirs := employeesName(w), customersName(w, c.Evidence)
	column := func(side, key string) string { return OfSide(w, side, w.Say(key)) }
	head := []string{w.Say("chart.table.theme"), column(ours, "chart.table.mean"), column(ours, "chart.table.interval"), column(ours, "chart.table.weight"), column(ours, "chart.table.n")}
	if hasCustomers(c) {
		head = append(head, column(theirs, "chart.table.mean"), column(theirs, "chart.table.interval"), column(theirs, "chart.table.weight"), column(theirs, "chart.table.n"))
	}
	table := [][]string{head}
	cells := func(f workshop.SideFigures) []string {
		if f.Suppressed {
			return []string{suppressed(w, c.Threshold), none, none, none}
		}
		return []string{signed(w, f.Mean), signedInterval(w, f.Interval), percent(w, f.Weight, count(f.N)), number(w, f.N)}
	}
	for _, t := range themes {
		row := append([]string{t.Name}, cells(t.Employees)...)
		if hasCustomers(c) {
			if t.Customers != nil {
				row = append(row, cells(*t.Customers)...)
			} else {
				row = append(row, none, none, none, none)
			}
		}
		table = append(table, row)
	}
	return table
}

// byWeight sorts themes by what our people expect most; those without a weight follow in the session's order.
func byWeight(themes []workshop.ThemeFigures) []workshop.ThemeFigures {
	sorted := slices.Clone(themes)
	slices.SortStableFunc(sorted, func(a, b workshop.ThemeFigures) int {
		return cmp.Compare(weightOr(b, -1), weightOr(a, -1))
	})
	return sorted
}

func weightOr(t workshop.ThemeFigures, missing float64) float64 {
	if t.Employees.Weight == nil {
		return missing
	}
	return *t.Employees.Weight
}

func hasCustomers(c *workshop.Comparison) bool {
	return slices.ContainsFunc(c.Themes, func(t workshop.ThemeFigures) bool { return t.Customers != nil })
}

func value(x *float64) float64 {
	if x == nil {
		return 0
	}
	return *x
}

// linesIn is how many lines of text of that size a row holds, at most two.
func linesIn(row, size float64) int {
	if row >= 2*size*leading {
		return 2
	}
	return 1
}
