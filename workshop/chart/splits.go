package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"exceed/workshop"
)

// maxSplits is how many histograms a splits chart shows.
const maxSplits = 6

// Splits shows the histograms of the themes on which the team's views are widest, those on which it splits first and in
// its own ink.
func Splits(c *workshop.Comparison, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	themes := slices.DeleteFunc(slices.Clone(c.Themes), func(t workshop.ThemeFigures) bool {
		return t.Employees.Histogram == nil || t.Employees.ADM == nil
	})
	slices.SortStableFunc(themes, func(a, b workshop.ThemeFigures) int { return cmp.Compare(*b.Employees.ADM, *a.Employees.ADM) })
	table := splitsTable(themes, sheet)
	var split []string
	for _, t := range themes {
		if isSplit(t) {
			split = append(split, t.Name)
		}
	}
	if len(themes) == 0 {
		return p.nothing(w.Say("chart.splits.title_unknown"), w.Say("chart.splits.title_unknown"), table)
	}
	shown := themes[:min(len(themes), max(3, min(len(split), maxSplits)))]
	columns := min(len(shown), 3)
	rows := (len(shown) + columns - 1) / columns
	gutter := p.Text * 2
	w0, h0 := (p.Width-gutter*float64(columns-1))/float64(columns), (p.Height-gutter*0.6*float64(rows-1))/float64(rows)
	most := 1
	for _, t := range shown {
		most = max(most, slices.Max(bars(*t.Employees.Histogram)))
	}
	for i, t := range shown {
		p.histogram(t, most, Rect{float64(i%columns) * (w0 + gutter), float64(i/columns) * (h0 + gutter*0.6), w0, h0})
	}
	title := w.Say("chart.splits.title_none", "theme", short(themes[0].Name))
	if *themes[0].Employees.ADM == 0 {
		title = w.Say("chart.splits.title_same")
	}
	if len(split) > 0 {
		title = w.Say("chart.splits.title", "themes", names(w, split))
	}
	return p.finish(title, "", []string{answered(w, c), splitsTurned(w, c), w.Say("chart.splits.note")}, table)
}

// histogram draws one theme's standings as bars with their counts; most people a bar fill its height.
func (p *pen) histogram(t workshop.ThemeFigures, most int, r Rect) {
	w := p.Words
	n := w.Say("chart.splits.n", "n", count(t.Employees.N))
	note := p.note(Muted, End)
	width := r.W - p.width(n, note) - p.Text*0.6
	head := p.shrunk(t.Name, style{p.Text, SemiBold, Foreground, Start}, width)
	p.text(r.X, r.Y+p.Text*1.05, p.fit(t.Name, head, width), head)
	p.text(r.Right(), r.Y+p.Text*1.05, n, note)
	bins := bars(*t.Employees.Histogram)
	base, top := r.Bottom()-p.Text*1.6, r.Y+p.Text*2.9
	step := r.W / float64(len(bins))
	for i, count := range bins {
		x := r.X + (float64(i)+0.5)*step
		if count == 0 {
			continue
		}
		h := max(base-top, p.Text) * float64(count) / float64(most)
		bar := Box{Rect: Rect{x - step*0.38, base - h, step * 0.76, h}, Fill: EmployeesInk}
		if !isSplit(t) {
			bar.Fill, bar.Edge, bar.Width = Tint, EmployeesInk, p.hair*1.6
		}
		p.fig.Add(bar)
		if len(bins) == 7 {
			p.text(x, base-h-p.small*0.35, w.Number(float64(count), 0), p.note(Muted, Middle))
		}
	}
	p.line(r.X, base, r.Right(), base, p.hair*1.6, Muted)
	zero := r.X + r.W/2
	p.line(zero, base, zero, base+p.Text*0.3, p.hair*1.6, Muted)
	small := style{p.small * 0.94, Regular, Muted, Start}
	low, high := w.Say("chart.axis.below"), w.Say("chart.axis.above")
	y := base + p.Text*1.25
	mid := w.Say("chart.axis.expected")
	if (r.W-p.width(mid, small))/2-p.Text*0.4 > p.widest(small, low, high) {
		p.text(zero, y, mid, style{small.size, small.weight, small.ink, Middle})
	}
	if p.width(low, small)+p.width(high, small) < r.W-p.Text {
		p.text(r.X, y, low, small)
		small.align = End
		p.text(r.Right(), y, high, small)
		return
	}
	p.text(r.X, y, w.Signed(workshop.MinStanding, 0), small)
	small.align = End
	p.text(r.Right(), y, w.Signed(workshop.MaxStanding, 0), small)
}

// bars are the seven whole standings, or all thirteen half steps where any half was given.
func bars(h workshop.Histogram) []int {
	var whole []int
	for i, n := range h {
		if i%2 == 1 && n > 0 {
			return h[:]
		}
		if i%2 == 0 {
			whole = append(whole, n)
		}
	}
	return whole
}

func isSplit(t workshop.ThemeFigures) bool { return t.Employees.Split != nil && *t.Employees.Split }

func splitsTable(themes []workshop.ThemeFigures, s Sheet) [][]string {
	w := s.Words
	head := []string{w.Say("chart.table.theme")}
	for v := workshop.MinStanding; v <= workshop.MaxStanding; v++ {
		head = append(head, w.Signed(float64(v), 0))
	}
	table := [][]string{append(head, w.Say("chart.splits.adm"))}
	for _, t := range themes {
		row := []string{t.Name}
		for i, n := range t.Employees.Histogram {
			half := 0
			if i+1 < len(t.Employees.Histogram) {
				half = t.Employees.Histogram[i+1]
			}
			if i%2 == 0 {
				cell := fmt.Sprint(n)
				if half > 0 {
					cell += fmt.Sprintf(" (½: %d)", half)
				}
				row = append(row, cell)
			}
		}
		table = append(table, append(row, w.Number(math.Round(*t.Employees.ADM*10)/10, 1)))
	}
	return table
}
