package chart

import (
	"cmp"
	"math"
	"slices"

	"exceed/workshop"
)

// Gap shows the modelling gap of each theme with its interval, the largest first: where customers get more of what they
// expect than our own people do.
func Gap(c *workshop.Comparison, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	themes := slices.DeleteFunc(slices.Clone(c.Themes), func(t workshop.ThemeFigures) bool { return t.ModellingGap == nil })
	slices.SortStableFunc(themes, func(a, b workshop.ThemeFigures) int { return cmp.Compare(*a.ModellingGap, *b.ModellingGap) })
	table := [][]string{{w.Say("chart.table.theme"), w.Say("chart.table.gap"), w.Say("chart.table.interval")}}
	var texts []string
	low, high := -1.0, 1.0
	for _, t := range themes {
		table = append(table, []string{t.Name, signed(w, t.ModellingGap), signedInterval(w, t.ModellingGapInterval)})
		texts = append(texts, t.Name)
		low, high = min(low, *t.ModellingGap), max(high, *t.ModellingGap)
		if i := t.ModellingGapInterval; i != nil {
			low, high = min(low, i[0]), max(high, i[1])
		}
	}
	if len(themes) == 0 {
		return p.nothing(w.Say("chart.gap.title_unknown"), w.Say("chart.gap.unknown"), table)
	}
	low, high = math.Floor(low*2)/2, math.Ceil(high*2)/2
	left := min(p.widest(p.body(Foreground, Start), texts...), p.Width*0.32) + p.Text*1.2
	values := p.Text * 3
	x := scale{low, high, left + p.mark, p.Width - values - p.mark}
	top, bottom := p.Text*2, p.Height-p.Text*1.7
	row := (bottom - top) / float64(len(themes))
	p.fill(Rect{x.from, top, x.at(0) - x.from, bottom - top}, Tint)
	var labels []tick
	for v := math.Ceil(low); v <= high; v++ {
		p.line(x.at(v), top, x.at(v), bottom, p.hair/2, Grid)
		labels = append(labels, tick{x.at(v), w.Signed(v, 0)})
	}
	p.ticks(bottom+p.small*1.3, p.note(Muted, Middle), labels)
	p.line(x.at(0), top, x.at(0), bottom, p.hair*1.6, Muted)
	gutter := p.Text * 0.6
	p.gapEnd(x.at(0)-gutter, x.at(0)-gutter, w.Say("chart.gap.customers_more"), End)
	p.gapEnd(x.at(0)+gutter, p.Width-x.at(0)-gutter, w.Say("chart.gap.employees_more"), Start)
	for i, t := range themes {
		y := top + (float64(i)+0.5)*row
		p.block(0, y, left-p.Text*0.8, t.Name, p.body(Foreground, Start), linesIn(row, p.Text))
		ink := Foreground
		iv := t.ModellingGapInterval
		if iv == nil || iv[0] < 0 && iv[1] > 0 {
			ink = Muted // too close to call
		}
		if iv != nil {
			p.whisker(x.at(iv[0]), x.at(iv[1]), y, ink)
		}
		p.fig.Add(Mark{Disc, Point{x.at(*t.ModellingGap), y}, p.mark, ink, ink == Muted})
		p.text(p.Width, y+p.Text*middle, w.Signed(*t.ModellingGap, 1), style{p.Text, SemiBold, ink, End})
	}
	return p.finish(gapTitle(themes, sheet), Badge(w, c), []string{answered(w, c), gapsTurned(w, c), w.Say("chart.gap.note")}, table)
}

// gapEnd writes what one side of the line means, in two lines where it does not fit one.
func (p *pen) gapEnd(x, width float64, text string, align Align) {
	st := p.note(Muted, align)
	lines := WrapFit(p.Measure, Drawable(p.Measure, text), st.size, st.weight, width, 2)
	if len(lines) == 1 {
		p.text(x, p.Text*1.3, lines[0], st)
		return
	}
	for i, line := range lines {
		p.text(x, p.Text*(0.85+0.86*float64(i)), line, st)
	}
}

func gapTitle(themes []workshop.ThemeFigures, s Sheet) string {
	first := themes[0]
	switch i := first.ModellingGapInterval; {
	case *first.ModellingGap >= 0:
		return s.Words.Say("chart.gap.title_none")
	case i != nil && i[1] < 0:
		return s.Words.Say("chart.gap.title", "theme", short(first.Name))
	}
	return s.Words.Say("chart.gap.title_perhaps", "theme", short(first.Name))
}
