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
// taken, and none leaves the bounds. Of the places within five lines of text the best is near, off the lines and on the
// point's side of them, nearer to its own point than to others, and needs no tether across others. Crowded points choose
// first. A label that finds no place at all (which takes points far larger than any chart's) has ok false.
func placeLabels(points []labelled, bounds Rect, taken, lines []Rect) (places []Rect, ok []bool) {
	places, ok = make([]Rect, len(points)), make([]bool, len(points))
	taken = slices.Clone(taken)
	for _, q := range points {
		taken = append(taken, q.square())
	}
	free := func(r Rect) bool {
		return r.Inside(bounds) && !slices.ContainsFunc(taken, r.Overlaps)
	}
	for _, i := range crowdedFirst(points) {
		q, best := points[i], math.Inf(1)
		for _, r := range around(q, 12) {
			if !free(r) {
				continue
			}
			cost := q.gap(r) / q.h
			c := r.Centre()
			for _, line := range lines {
				if r.Overlaps(line) {
					cost += 6
				}
				if crosses(q.at, c, line) {
					cost += 1.5
				}
			}
			if ambiguous(i, points, r) {
				cost++
			}
			for j, placed := range places {
				if i == j {
					continue
				}
				if crosses(q.at, c, points[j].square()) {
					cost += 4
				}
				if ok[j] && (crosses(q.at, c, placed) || crosses(points[j].at, placed.Centre(), r)) {
					cost += 4
				}
			}
			if cost < best {
				places[i], ok[i], best = r, true, cost
			}
		}
		if !ok[i] {
			places[i], ok[i] = anywhere(q, bounds, free)
		}
		if ok[i] {
			taken = append(taken, places[i])
		}
	}
	return places, ok
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

// around are places in so many rings around a point, right and left before above and below, close before far.
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
