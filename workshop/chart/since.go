package chart

import (
	"math"

	"exceed/assets"
	"exceed/workshop"
)

// ThemesSince shows each theme's standing for our people in this session beside the one before, and small those before
// that, where the question is the same and the comparison singles nobody out. The last of the points is the session of
// the comparison.
func ThemesSince(points []workshop.TrendPoint, c *workshop.Comparison, sheet Sheet) Chart {
	w := sheet.Words
	s := since{
		points: points, low: workshop.MinStanding, high: workshop.MaxStanding, who: employees,
		head: w.Say("chart.table.theme"), left: w.Say("chart.since.below"), right: w.Say("chart.since.above"),
		notes: []string{w.Say("chart.since.note"), w.Say("chart.since.note_interval"), Refused(w, points)},
	}
	for _, t := range c.Themes {
		row := sinceRow{name: t.Name, interval: t.Employees.Interval}
		for _, p := range points {
			row.values, row.other = append(row.values, p.Means[t.Key]), append(row.other, !p.SameQuestions[t.Key])
		}
		s.rows = append(s.rows, row)
	}
	if len(points) > 1 {
		s.title = w.Say("chart.since.themes_none")
		if row, change, _ := s.most(func(before, now float64) float64 { return math.Abs(now - before) }); row != nil {
			s.title = w.Say("chart.since.themes_same", "date", monthOf(w, points[len(points)-2].Date))
			if math.Abs(change) < 0.05 { // as it is printed
				return s.draw(sheet)
			}
			s.title = w.Say("chart.since.themes", "theme", short(row.name), "change", w.Signed(change, 1), "date", monthOf(w, points[len(points)-2].Date))
		}
	}
	return s.draw(sheet)
}

// SayDoSince shows the say–do gap of each behaviour in this session beside the one before, and small those before that.
func SayDoSince(points []workshop.TrendPoint, sheet Sheet) Chart {
	w := sheet.Words
	s := since{
		points: points, low: -4, high: 4, who: leaders,
		head: w.Say("chart.behaviours.head"), left: w.Say("chart.since.team_kinder"), right: w.Say("chart.since.leaders_kinder"),
		notes: []string{w.Say("chart.since.note"), Refused(w, points)},
	}
	for _, b := range workshop.Behaviours() {
		row := sinceRow{name: BehaviourName(w, b)}
		for _, p := range points {
			row.values, row.other = append(row.values, p.SayDo[b]), append(row.other, false)
		}
		s.rows = append(s.rows, row)
	}
	if len(points) > 1 {
		s.title = w.Say("chart.since.saydo_none")
		switch row, change, closed := s.most(func(before, now float64) float64 { return math.Abs(before) - math.Abs(now) }); {
		case row != nil && closed > 0:
			s.title = w.Say("chart.since.saydo_narrower", "behaviour", short(row.name), "change", w.Signed(change, 1), "date", monthOf(w, points[len(points)-2].Date))
		case row != nil:
			s.title = w.Say("chart.since.saydo_wider", "date", monthOf(w, points[len(points)-2].Date))
		}
	}
	return s.draw(sheet)
}

// since is a chart of rows that compare this session with those before.
type since struct {
	points            []workshop.TrendPoint
	rows              []sinceRow
	low, high         float64
	who               party
	head, left, right string
	title             string
	notes             []string
}

// sinceRow is one question over the sessions, oldest first.
type sinceRow struct {
	name     string
	values   []*float64
	other    []bool             // whether the question was another one
	interval *workshop.Interval // of the last
}

// change is how far the last value lies above the one before; ok is false where they do not compare.
func (r *sinceRow) change() (change float64, ok bool) {
	n := len(r.values)
	if n < 2 || r.values[n-1] == nil || r.values[n-2] == nil {
		return 0, false
	}
	return *r.values[n-1] - *r.values[n-2], true
}

// most is the row in which a measure of the last two values is the largest; nil where none compares.
func (s *since) most(by func(before, now float64) float64) (row *sinceRow, change, measure float64) {
	for i := range s.rows {
		r := &s.rows[i]
		d, ok := r.change()
		if !ok {
			continue
		}
		n := len(r.values)
		if m := by(*r.values[n-2], *r.values[n-1]); row == nil || m > measure {
			row, change, measure = r, d, m
		}
	}
	return row, change, measure
}

// missing says in a word why a row does not compare with a session of the series; a dash where the figure is just not known.
func (s *since) missing(r *sinceRow, session int, w *assets.Words) string {
	switch {
	case r.other[session]:
		return w.Say("chart.since.other_question")
	case s.points[session].RoundedTo.Employees > 0:
		return w.Say("chart.since.refused")
	}
	return none
}

// last is what is said of a row's change since the session before.
func (s *since) last(r *sinceRow, w *assets.Words) (said string, known bool) {
	if d, ok := r.change(); ok {
		return w.Signed(d, 1), true
	}
	if len(s.points) < 2 {
		return none, false
	}
	return s.missing(r, len(s.points)-2, w), false
}

func (s *since) table(sheet Sheet) [][]string {
	w := sheet.Words
	head := []string{s.head}
	for _, p := range s.points {
		head = append(head, monthOf(w, p.Date))
	}
	table := [][]string{append(head, w.Say("chart.since.change"))}
	for i := range s.rows {
		r := &s.rows[i]
		row := []string{r.name}
		for k, v := range r.values {
			if v == nil {
				row = append(row, s.missing(r, k, w))
				continue
			}
			row = append(row, w.Signed(*v, 1))
		}
		last, _ := s.last(r, w)
		table = append(table, append(row, last))
	}
	return table
}

func (s *since) draw(sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	table := s.table(sheet)
	if len(s.points) < 2 {
		return p.nothing(w.Say("chart.trend.title_first"), w.Say("chart.trend.first"), table)
	}
	texts := make([]string, len(s.rows))
	for i, r := range s.rows {
		texts[i] = r.name
	}
	left := min(p.widest(p.body(Foreground, Start), texts...), p.Width*0.36) + p.Text*1.2
	heads := [2]string{w.Say("chart.since.now"), w.Say("chart.since.change")}
	change := min(p.widest(p.note(Muted, End), heads[1], w.Say("chart.since.refused"), w.Say("chart.since.other_question")), p.Width*0.22) + p.Text*0.8
	now := p.width(heads[0], p.note(Muted, End)) + p.Text*2.2
	x := scale{s.low, s.high, left + p.mark, p.Width - change - now - p.mark}
	top := p.Text * 2
	row := (p.Height - top) / float64(len(s.rows))
	for v := s.low; v <= s.high; v++ {
		p.line(x.at(v), top, x.at(v), p.Height, p.hair/2, Grid)
	}
	p.line(x.at(0), top, x.at(0), p.Height, p.hair*1.6, Muted)
	half, gutter := x.at(0)-x.from, p.Text*0.6
	p.gapEnd(x.at(0)-gutter, half, s.left, End)
	p.gapEnd(x.at(0)+gutter, half, s.right, Start)
	p.text(p.Width-change, p.Text*1.3, heads[0], p.note(Muted, End))
	p.text(p.Width, p.Text*1.3, p.fit(heads[1], p.note(Muted, End), change), p.note(Muted, End))
	st := p.whole(texts, left-p.Text, row)
	for i := range s.rows {
		r, y := &s.rows[i], top+(float64(i)+0.5)*row
		p.line(0, top+float64(i)*row, p.Width, top+float64(i)*row, p.hair/2, Grid)
		p.block(0, y, left-p.Text, r.name, st, linesIn(row, st.size))
		p.sinceMarks(s, r, x, y)
		if v := r.values[len(r.values)-1]; v != nil {
			p.text(p.Width-change, y+p.Text*middle, w.Signed(*v, 1), p.bold(s.who.ink, End))
		} else {
			p.text(p.Width-change, y+p.Text*middle, none, p.note(Muted, End))
		}
		switch last, known := s.last(r, w); {
		case known:
			p.text(p.Width, y+p.Text*middle, last, p.bold(Foreground, End))
		case last != none:
			p.text(p.Width, y+p.small*middle, p.fit(last, p.note(Muted, End), change-p.Text*0.4), p.note(Muted, End))
		}
	}
	return p.finish(s.title, "", s.notes, table)
}

// sinceMarks draws a row's values: the last filled, the one before hollow with a line between, older ones small.
func (p *pen) sinceMarks(s *since, r *sinceRow, x scale, y float64) {
	n := len(r.values)
	last, before := r.values[n-1], r.values[n-2]
	for _, v := range r.values[:n-2] {
		if v != nil {
			p.fig.Add(Mark{Kind: Disc, At: Point{x.at(*v), y}, Size: p.mark * 0.5, Ink: Muted})
		}
	}
	if r.interval != nil {
		p.line(x.at(r.interval[0]), y, x.at(r.interval[1]), y, p.hair*1.4, s.who.ink)
	}
	if last != nil && before != nil {
		p.line(x.at(*before), y, x.at(*last), y, p.stroke, s.who.ink)
	}
	if before != nil {
		p.fig.Add(Mark{Kind: s.who.kind, At: Point{x.at(*before), y}, Size: p.mark, Ink: s.who.ink, Hollow: true})
	}
	if last != nil {
		p.fig.Add(Mark{Kind: s.who.kind, At: Point{x.at(*last), y}, Size: p.mark, Ink: s.who.ink})
	}
}
