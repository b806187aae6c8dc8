package chart

import (
	"cmp"
	"math"
	"slices"
)

// labelled is a point that wants a label of some size.
type labelled struct {
	at     Point
	radius float64
	w, h   float64
}

// placeLabels finds a place for each label near its point, so that no label overlaps another, a point, or what is
// taken, and none leaves the bounds. Of the places within five lines of text the best is near, off the lines, nearer to
// its own point than to others, and neither it nor another label has a tether across it. Crowded points choose first;
// once all have a place, each looks again. A label that finds no place at all (which takes points far larger than any
// chart's) has ok false.
func placeLabels(points []labelled, bounds Rect, taken, lines []Rect) (places []Rect, ok []bool) {
	l := &labels{points: points, bounds: bounds, lines: lines, places: make([]Rect, len(points)), ok: make([]bool, len(points))}
	l.taken = slices.Clone(taken)
	for _, q := range points {
		l.taken = append(l.taken, q.square())
	}
	order := crowdedFirst(points)
	const looks = 4
	for range looks {
		moved := false
		for _, i := range order {
			before := l.places[i]
			l.place(i)
			moved = moved || l.places[i] != before
		}
		if !moved {
			break
		}
	}
	return l.places, l.ok
}

// labels are points whose labels are being placed.
type labels struct {
	points       []labelled
	bounds       Rect
	taken, lines []Rect
	places       []Rect
	ok           []bool
}

// place gives a label the best place beside the others as they lie now.
func (l *labels) place(i int) {
	q, best, found := l.points[i], math.Inf(1), false
	for _, r := range around(q, 12) {
		if q.gap(r)/q.h >= best || !l.free(i, r) { // cost never falls below the gap
			continue
		}
		if cost := l.cost(i, r, best); cost < best {
			l.places[i], found, best = r, true, cost
		}
	}
	if !found {
		l.places[i], found = anywhere(q, l.bounds, func(r Rect) bool { return l.free(i, r) })
	}
	l.ok[i] = found
}

// free says whether a label can lie there.
func (l *labels) free(i int, r Rect) bool {
	if !r.Inside(l.bounds) || slices.ContainsFunc(l.taken, r.Overlaps) {
		return false
	}
	for j, placed := range l.places {
		if j != i && l.ok[j] && r.Overlaps(placed) {
			return false
		}
	}
	return true
}

// cost is how bad a place is for a label, in lines of text; only roughly so above a limit.
func (l *labels) cost(i int, r Rect, limit float64) float64 {
	q, c := l.points[i], r.Centre()
	cost := q.gap(r) / q.h
	for _, line := range l.lines {
		if r.Overlaps(line) {
			cost += 9
		}
		if crosses(q.at, c, line) {
			cost += 1.5
		}
	}
	if ambiguous(i, l.points, r) {
		cost++
	}
	const through = 14 // a line of one label through another
	from, to, tethered := tether(i, l.points, r)
	for j := range l.points {
		if j == i || cost >= limit {
			continue
		}
		if crosses(q.at, c, l.points[j].square()) {
			cost += 4
		}
		if !l.ok[j] {
			continue
		}
		if tethered && crosses(from, to, l.places[j]) {
			cost += through
		}
		if a, b, ok := tether(j, l.points, l.places[j]); ok && crosses(a, b, r) {
			cost += through
		}
	}
	return cost
}

// crosses says whether the straight line from one point to another meets a rectangle.
func crosses(from, to Point, r Rect) bool {
	enter, leave := 0.0, 1.0
	for _, side := range [2][4]float64{{from.X, to.X, r.X, r.Right()}, {from.Y, to.Y, r.Y, r.Bottom()}} {
		at, d, low, high := side[0], side[1]-side[0], side[2], side[3]
		if d == 0 {
			if at < low || at > high {
				return false
			}
			continue
		}
		a, b := (low-at)/d, (high-at)/d
		enter, leave = max(enter, min(a, b)), min(leave, max(a, b))
	}
	return enter <= leave
}

// crowdedFirst orders points by how much crowds them, then as they come.
func crowdedFirst(points []labelled) []int {
	order, crowd := make([]int, len(points)), make([]float64, len(points))
	for i := range points {
		order[i] = i
		for j := range points {
			if i != j {
				d := math.Hypot(points[i].at.X-points[j].at.X, points[i].at.Y-points[j].at.Y)
				crowd[i] += 1 / (d + points[i].h)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(crowd[b], crowd[a]) })
	return order
}

// around are places in so many rings around a point, right and left before above and below, close before far, and those
// in columns beside it.
func around(q labelled, rings int) []Rect {
	var places []Rect
	for ring := range rings {
		gap := q.radius + q.h*(0.15+0.4*float64(ring))
		for _, c := range []Point{
			{gap + q.w/2, 0},
			{-gap - q.w/2, 0},
			{0, -gap - q.h/2},
			{0, gap + q.h/2},
			{gap*0.7 + q.w/2, -gap*0.7 - q.h/2},
			{gap*0.7 + q.w/2, gap*0.7 + q.h/2},
			{-gap*0.7 - q.w/2, -gap*0.7 - q.h/2},
			{-gap*0.7 - q.w/2, gap*0.7 + q.h/2},
			{q.w * 0.4, -gap - q.h/2},
			{-q.w * 0.4, -gap - q.h/2},
			{q.w * 0.4, gap + q.h/2},
			{-q.w * 0.4, gap + q.h/2},
		} {
			places = append(places, Rect{q.at.X + c.X - q.w/2, q.at.Y + c.Y - q.h/2, q.w, q.h})
		}
	}
	for _, gap := range []float64{1.3, 3} { // columns, to which tethers fan out
		x := q.radius + gap*q.h + q.w/2
		for row := -8.0; row <= 8; row++ {
			for _, x := range []float64{x, -x} {
				places = append(places, Rect{q.at.X + x - q.w/2, q.at.Y + row*1.08*q.h - q.h/2, q.w, q.h})
			}
		}
	}
	return places
}

// anywhere is the free place on the whole sheet that is nearest to the point.
func anywhere(q labelled, bounds Rect, free func(Rect) bool) (best Rect, found bool) {
	nearest := math.Inf(1)
	step := q.h / 3
	for y := bounds.Y; y+q.h <= bounds.Bottom(); y += step {
		for x := bounds.X; x+q.w <= bounds.Right(); x += step {
			r := Rect{x, y, q.w, q.h}
			c := r.Centre()
			if d := math.Hypot(c.X-q.at.X, c.Y-q.at.Y); d < nearest && free(r) {
				best, nearest, found = r, d, true
			}
		}
	}
	return best, found
}

// square is the room that a point takes.
func (q labelled) square() Rect {
	return Rect{q.at.X - q.radius, q.at.Y - q.radius, 2 * q.radius, 2 * q.radius}
}

// gap is how far the edge of a point is from a label; 0 or less where it touches.
func (q labelled) gap(label Rect) float64 {
	x := min(max(q.at.X, label.X), label.Right()) - q.at.X
	y := min(max(q.at.Y, label.Y), label.Bottom()) - q.at.Y
	return math.Hypot(x, y) - q.radius
}

// ambiguous says whether a label might be taken for that of another point: one about as near as its own.
func ambiguous(i int, points []labelled, label Rect) bool {
	limit := points[i].gap(label) + 0.4*points[i].h
	for j, q := range points {
		if i != j && q.gap(label) < limit {
			return true
		}
	}
	return false
}

// tether is the line from point i to a label that stands apart from it or nearly as close to another; ok is false where
// the label needs none.
func tether(i int, points []labelled, label Rect) (from, to Point, ok bool) {
	q := points[i]
	to = Point{min(max(q.at.X, label.X), label.Right()), min(max(q.at.Y, label.Y), label.Bottom())}
	d := math.Hypot(to.X-q.at.X, to.Y-q.at.Y)
	if d == 0 || q.gap(label) <= q.h*0.8 && !ambiguous(i, points, label) {
		return Point{}, Point{}, false
	}
	k := q.radius / d
	return Point{q.at.X + (to.X-q.at.X)*k, q.at.Y + (to.Y-q.at.Y)*k}, to, true
}
