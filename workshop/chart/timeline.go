package chart

import (
	"slices"

	"exceed/workshop"
)

// This file draws the sessions of a series over time, each at its date.

// track is one line of a panel: what one group's figure was in each session.
type track struct {
	who     party
	of      func(workshop.TrendPoint) *workshop.Share          // nil, or without a share, where it is not known
	rounded func(workshop.TrendPoint) float64                  // to which steps; 0 where it is whole
	breaks  func(before, after workshop.TrendPoint) bool       // whether two sessions do not compare
	value   func(share float64, n workshop.Respondents) string // the last share in words
	name    string                                             // stands below it
}

// panel is one chart over time with its axis.
type panel struct {
	head      string
	low, high float64
	grid      []gridLine
	tracks    []track
}

// gridLine is a value of the axis with its label.
type gridLine struct {
	at   float64
	text string
}

func (p *pen) timeline(points []workshop.TrendPoint, of panel, r Rect) {
	p.text(r.X, r.Y+p.Text*1.1, p.fit(of.head, p.bold(Foreground, Start), r.W), p.bold(Foreground, Start))
	axis, labels := 0.0, 0.0
	for _, g := range of.grid {
		axis = max(axis, p.width(g.text, p.note(Muted, End))+p.Text*0.5)
	}
	for _, t := range of.tracks {
		labels = max(labels, p.width(t.name, p.note(Muted, Start)))
	}
	labels = min(max(labels, p.Text*3), p.Text*6) + p.Text
	y := scale{of.low, of.high, r.Bottom() - p.Text*3.2, r.Y + p.Text*3.6}
	plot := Rect{r.X + axis, y.to, r.W - axis - labels, y.from - y.to}
	for _, g := range of.grid {
		p.line(plot.X, y.at(g.at), plot.Right(), y.at(g.at), p.hair, Grid)
		p.text(plot.X-p.Text*0.4, y.at(g.at)+p.small*middle, g.text, p.note(Muted, End))
	}
	at := p.dates(points, plot)
	p.dateLabels(points, at, Rect{r.X, y.from, r.W, p.Text * 3.2})
	p.breaks(points, at, Rect{plot.X, plot.Y, r.Right() - plot.X, plot.H})
	ends := make([]*float64, len(of.tracks))
	for i, t := range of.tracks {
		shift := p.mark * 0.55 * (float64(i) - float64(len(of.tracks)-1)/2) // so that whiskers stay apart
		ends[i] = p.track(points, t, func(i int) float64 { return at[i] + shift }, y)
	}
	p.endLabels(plot.Right()+p.Text*0.4, r.Right(), of.tracks, ends, points[len(points)-1])
}

// dates are the places of the sessions in a plot by their dates, oldest first. Those whose dates lie too close stand as
// close as their marks allow.
func (p *pen) dates(points []workshop.TrendPoint, plot Rect) []float64 {
	inset := min(p.Text*2.2, plot.W/4)
	first, last := points[0].Date.Time(), points[len(points)-1].Date.Time()
	from, to := plot.X+inset, plot.Right()-inset
	apart := min(p.mark*2.2, (to-from)/float64(max(len(points)-1, 1)))
	at := make([]float64, len(points))
	for i, t := range points {
		part := 0.5
		if span := last.Sub(first); span > 0 {
			part = float64(t.Date.Time().Sub(first)) / float64(span)
		}
		at[i] = from + min(max(part, 0), 1)*(to-from)
		if i > 0 {
			at[i] = max(at[i], at[i-1]+apart)
		}
	}
	limit := to
	for i := len(at) - 1; i >= 0; i-- {
		at[i] = min(at[i], limit)
		limit = at[i] - apart
	}
	return at
}

// dateLabels write month and number of answers below the sessions, the last first; one that finds no room is left out.
func (p *pen) dateLabels(points []workshop.TrendPoint, at []float64, r Rect) {
	w, st := p.Words, p.note(Muted, Middle)
	var taken []Rect
	for i := len(points) - 1; i >= 0; i-- {
		d := points[i].Date
		month := w.Say("chart.trend.month", "month", int(d.Month), "year", d.Year)
		answers := w.Count("chart.trend.answers", points[i].Respondents.Employees)
		width := p.widest(st, month, answers)
		x := min(max(at[i], r.X+width/2), r.Right()-width/2)
		room := Rect{x - width/2 - p.Text*0.3, r.Y, width + p.Text*0.6, 1}
		if slices.ContainsFunc(taken, room.Overlaps) {
			continue
		}
		taken = append(taken, room)
		p.text(x, r.Y+p.Text*1.4, month, st)
		p.text(x, r.Y+p.Text*1.4+p.small*leading, answers, st)
	}
}

// breaks draws a line between two sessions whose questions differ, and says so above it where there is room.
func (p *pen) breaks(points []workshop.TrendPoint, at []float64, r Rect) {
	st, text := p.note(Muted, Start), p.Words.Say("chart.trend.break")
	free := r.X
	for i := 1; i < len(points); i++ {
		if !questionsChanged(points[i-1], points[i]) {
			continue
		}
		x := (at[i-1] + at[i]) / 2
		p.dashed(x, r.Y-p.Text*0.2, x, r.Bottom(), p.hair*1.6, Muted)
		width := p.width(text, st)
		if left := max(min(x-width/2, r.Right()-width), free); left+width <= r.Right() && left < x {
			p.text(left, r.Y-p.Text*0.6, text, st)
			free = left + width + p.Text*0.5
		}
	}
}

// track draws one line and answers where its last point stands, nil where it has none. A figure that was rounded is drawn
// as the range that it may lie in, and no line leads through it.
func (p *pen) track(points []workshop.TrendPoint, of track, at func(int) float64, y scale) *float64 {
	var path []Point
	flush := func() {
		if len(path) > 1 {
			p.fig.Add(Path{Points: path, Width: p.stroke, Ink: of.who.ink, Dashed: of.who.hollow})
		}
		path = nil
	}
	var last *float64
	for i, t := range points {
		s := of.of(t)
		known := s != nil && s.Share != nil
		if !known || of.rounded(t) > 0 || i > 0 && of.breaks(points[i-1], t) {
			flush()
		}
		if !known {
			continue
		}
		if of.rounded(t) == 0 {
			path = append(path, Point{at(i), y.at(*s.Share)})
		}
		if i == len(points)-1 {
			v := y.at(*s.Share)
			last = &v
		}
	}
	flush()
	for i, t := range points {
		s := of.of(t)
		if s == nil || s.Share == nil {
			continue
		}
		if step := of.rounded(t); step > 0 {
			top, bottom := y.at(*s.Share+step/2), y.at(*s.Share-step/2)
			p.fig.Add(Box{Rect: Rect{at(i) - p.mark/2, top, p.mark, bottom - top}, Edge: of.who.ink, Width: p.hair * 1.6, Hatched: true})
			continue
		}
		if v := s.Interval; v != nil {
			p.line(at(i), y.at(v[0]), at(i), y.at(v[1]), p.stroke*0.6, of.who.ink)
		}
		p.dot(of.who, at(i), y.at(*s.Share))
	}
	return last
}

// endLabels writes the last shares beside the lines, apart from each other.
func (p *pen) endLabels(x, right float64, tracks []track, ends []*float64, last workshop.TrendPoint) {
	least := p.Text * 2.3
	if len(ends) == 2 && ends[0] != nil && ends[1] != nil {
		upper, lower := ends[0], ends[1]
		if *upper > *lower {
			upper, lower = lower, upper
		}
		if d := *lower - *upper; d < least {
			*upper, *lower = *upper-(least-d)/2, *lower+(least-d)/2
		}
	}
	for i, t := range tracks {
		if ends[i] == nil {
			continue
		}
		p.text(x, *ends[i], t.value(*t.of(last).Share, last.Respondents), style{p.Text, SemiBold, t.who.ink, Start})
		note := p.note(t.who.ink, Start)
		p.text(x, *ends[i]+p.Text*1.05, p.fit(t.name, note, right-x), note)
	}
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
