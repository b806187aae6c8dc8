package chart

import (
	"cmp"
	"math"
	"slices"

	"exceed/workshop"
)

// scatter is a square of four named fields with labelled points, shared by the map and by impact and effort.
type scatter struct {
	*pen
	data   Rect // where points may lie: between the fields' names
	plot   Rect
	cross  Point   // where the lines between the fields meet
	corner [4]Rect // the fields' names: top left, top right, bottom left, bottom right
}

type scatterPoint struct {
	at     Point
	radius float64
	name   string
	ink    Ink
	hollow bool
}

// scatterOn lays out the four fields; names are by corner, with a few words of explanation each (may be empty).
func (p *pen) scatterOn(left, bottom float64, mid Point, names, subs [4]string) *scatter {
	s := &scatter{pen: p, plot: Rect{left, p.Text * 1.5, p.Width - left - p.Text*0.3, p.Height - bottom - p.Text*1.5}}
	at := Point{s.plot.X + mid.X*s.plot.W, s.plot.Y + mid.Y*s.plot.H}
	p.fill(Rect{s.plot.X, s.plot.Y, at.X - s.plot.X, at.Y - s.plot.Y}, Tint)
	p.fill(Rect{at.X, at.Y, s.plot.Right() - at.X, s.plot.Bottom() - at.Y}, Tint)
	p.fig.Add(Box{Rect: s.plot, Edge: Grid, Width: p.hair})
	p.line(s.plot.X, at.Y, s.plot.Right(), at.Y, p.hair*1.6, Muted)
	p.line(at.X, s.plot.Y, at.X, s.plot.Bottom(), p.hair*1.6, Muted)
	band := p.Text * 1.9
	if subs[0] != "" {
		band += p.Text * 1.15
	}
	s.data = Rect{s.plot.X, s.plot.Y + band, s.plot.W, s.plot.H - 2*band}
	s.cross = at
	inset := p.Text * 0.6
	for i, name := range names {
		x, align := s.plot.X+inset, Start
		if i%2 == 1 {
			x, align = s.plot.Right()-inset, End
		}
		half := s.plot.W/2 - 2*inset
		y := s.plot.Y + inset + p.Text*0.9
		if i >= 2 {
			y = s.plot.Bottom() - inset - p.Text*0.2
			if subs[i] != "" {
				y -= p.Text * 1.15
			}
		}
		head := p.bold(Foreground, align)
		r := p.text(x, y, p.fit(name, head, half), head)
		if subs[i] != "" {
			note := p.shrunk(subs[i], p.note(Muted, align), half)
			sub := p.text(x, y+p.Text*1.15, p.fit(subs[i], note, half), note)
			r = Rect{min(r.X, sub.X), r.Y, max(r.W, sub.W), sub.Bottom() - r.Y}
		}
		s.corner[i] = r
	}
	return s
}

// points draws points with labels that never overlap.
func (s *scatter) points(points []scatterPoint) {
	st := s.body(Foreground, Start)
	wanted := make([]labelled, len(points))
	texts := make([]string, len(points))
	for i, q := range points {
		texts[i] = s.fit(q.name, st, s.plot.W*0.3)
		wanted[i] = labelled{at: q.at, radius: q.radius, w: s.width(texts[i], st) + s.Text*0.2, h: s.Text * 1.2}
	}
	places, ok := placeLabels(wanted, s.plot.Grow(-s.Text*0.2), s.corner[:], []Rect{
		{s.plot.X, s.cross.Y - s.hair, s.plot.W, 2 * s.hair}, {s.cross.X - s.hair, s.plot.Y, 2 * s.hair, s.plot.H},
	})
	for i := range points {
		if from, to, apart := tether(i, wanted, places[i]); ok[i] && apart {
			s.line(from.X, from.Y, to.X, to.Y, s.hair, Muted)
		}
	}
	largest := slices.Clone(points)
	slices.SortStableFunc(largest, func(a, b scatterPoint) int { return cmp.Compare(b.radius, a.radius) })
	for i, q := range largest { // so that no small one hides behind a large one
		if slices.ContainsFunc(largest[:i], func(o scatterPoint) bool {
			return math.Hypot(o.at.X-q.at.X, o.at.Y-q.at.Y) < o.radius+q.radius
		}) {
			s.fig.Add(Mark{Disc, q.at, 2*q.radius + 2*s.stroke, Surface, false})
		}
		s.fig.Add(Mark{Disc, q.at, 2 * q.radius, q.ink, q.hollow})
	}
	for i, q := range points {
		if ok[i] {
			s.text(places[i].X+s.Text*0.1, places[i].Bottom()-below*s.Text, texts[i], style{st.size, st.weight, q.ink, Start})
		}
	}
}

// Map shows customers' standing by employees' standing in four named fields, points as large as both sides together
// expect of the theme. What is too close to call is drawn hollow.
func Map(c *workshop.Comparison, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	var known []workshop.ThemeFigures
	reach := 1.0
	for _, t := range c.Themes {
		if t.Field != nil && t.Employees.Mean != nil && t.Customers != nil && t.Customers.Mean != nil {
			known = append(known, t)
			reach = max(reach, math.Abs(*t.Employees.Mean), math.Abs(*t.Customers.Mean))
		}
	}
	table := mapTable(known, sheet)
	if len(known) == 0 {
		return p.nothing(w.Say("chart.map.title_unknown"), w.Say("chart.map.unknown"), table)
	}
	reach = min(math.Ceil(reach*2+0.2)/2, workshop.MaxStanding)
	corners := [4]workshop.Field{workshop.AtOurExpense, workshop.KeepExceeding, workshop.ModelFirst, workshop.CarryOver}
	var heads, subs [4]string
	for i, f := range corners {
		heads[i], subs[i] = FieldName(w, f), w.Say("chart.field_note."+string(f))
	}
	s := p.scatterOn(p.width(w.Signed(-reach, tickDecimals(reach)), p.note(Muted, End))+p.Text*0.5, p.Text*1.7, Point{0.5, 0.5}, heads, subs)
	x := scale{-reach, reach, s.plot.X, s.plot.Right()}
	y := scale{-reach, reach, s.data.Bottom() - p.Text*0.4, s.data.Y + p.Text*0.4}
	s.mapAxes(c, x, y, reach)
	var points []scatterPoint
	unclear := 0
	for _, t := range known {
		hollow := t.Clear == nil || !*t.Clear
		ink := Foreground
		if hollow {
			unclear++
			ink = Muted
		}
		shared := (value(t.Employees.Weight) + value(t.Customers.Weight)) / 2
		radius := p.Text * (0.3 + 1.6*math.Sqrt(shared)*0.8)
		at := Point{
			min(max(x.at(*t.Employees.Mean), s.plot.X+radius), s.plot.Right()-radius),
			min(max(y.at(*t.Customers.Mean), s.plot.Y+radius), s.plot.Bottom()-radius),
		}
		points = append(points, scatterPoint{at, radius, t.Name, ink, hollow})
	}
	s.points(points)
	notes := []string{answered(w, c), w.Say("chart.map.note")}
	if unclear > 0 {
		notes = append(notes, w.Count("chart.map.unclear", unclear, "all", len(known)))
	}
	return p.finish(mapTitle(known, sheet), Badge(w, c), append(notes, stable(w, c)), table)
}

// mapAxes names both axes and their ends below the plot and along its left edge.
func (s *scatter) mapAxes(c *workshop.Comparison, x, y scale, reach float64) {
	w := s.Words
	below := s.plot.Bottom() + s.small*1.3
	for _, v := range []float64{-reach, 0, reach} {
		s.text(s.plot.X-s.Text*0.3, y.at(v)+s.small*middle, w.Signed(v, tickDecimals(v)), s.note(CustomersInk, End))
	}
	s.text(x.from, below, w.Signed(-reach, tickDecimals(reach)), s.note(EmployeesInk, Start))
	s.text(x.at(0), below, w.Say("chart.map.right", "side", employeesName(w)), s.note(EmployeesInk, Middle))
	s.text(x.to, below, w.Signed(reach, tickDecimals(reach)), s.note(EmployeesInk, End))
	s.text(0, s.Text, w.Say("chart.map.up", "side", customersName(w, c.Evidence)), s.note(CustomersInk, Start))
}

func tickDecimals(v float64) int {
	if v == math.Trunc(v) {
		return 0
	}
	return 1
}

// mapTitle names the themes that lie clearly in the first field that holds any, in the order of what to do first.
func mapTitle(known []workshop.ThemeFigures, s Sheet) string {
	for _, f := range []workshop.Field{workshop.ModelFirst, workshop.AtOurExpense, workshop.CarryOver, workshop.KeepExceeding} {
		var in []string
		for _, t := range byWeight(known) {
			if *t.Field == f && t.Clear != nil && *t.Clear {
				in = append(in, t.Name)
			}
		}
		if len(in) > 0 {
			return s.Words.Say("chart.map.title", "field", FieldName(s.Words, f), "themes", names(s.Words, in))
		}
	}
	return s.Words.Say("chart.map.title_unclear")
}

func mapTable(known []workshop.ThemeFigures, s Sheet) [][]string {
	w := s.Words
	table := [][]string{{w.Say("chart.table.theme"), employeesName(w), w.Say("chart.side.customers"), w.Say("chart.table.field")}}
	for _, t := range known {
		field := FieldName(w, *t.Field)
		if t.Clear == nil || !*t.Clear {
			field = w.Say("chart.map.close")
		}
		table = append(table, []string{t.Name, signed(w, t.Employees.Mean), signed(w, t.Customers.Mean), field})
	}
	return table
}
