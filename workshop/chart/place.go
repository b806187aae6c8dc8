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
// taken, and none leaves the bounds. It keeps off the lines where there is room within five lines of text. Crowded points
// choose first. A label that finds no place at all (which takes points far larger than any chart's) has ok false.
func placeLabels(points []labelled, bounds Rect, taken, lines []Rect) (places []Rect, ok []bool) {
	places, ok = make([]Rect, len(points)), make([]bool, len(points))
	taken = slices.Clone(taken)
	for _, q := range points {
		taken = append(taken, Rect{q.at.X - q.radius, q.at.Y - q.radius, 2 * q.radius, 2 * q.radius})
	}
	free := func(r Rect) bool {
		return r.Inside(bounds) && !slices.ContainsFunc(taken, r.Overlaps)
	}
	for _, i := range crowdedFirst(points) {
		clear := func(r Rect) bool { return free(r) && !slices.ContainsFunc(lines, r.Overlaps) }
		if r, found := near(points[i], 12, clear); found {
			places[i], ok[i] = r, true
		} else if r, found := near(points[i], 12, free); found {
			places[i], ok[i] = r, true
		} else if r, found := anywhere(points[i], bounds, free); found {
			places[i], ok[i] = r, true
		}
		if ok[i] {
			taken = append(taken, places[i])
		}
	}
	return places, ok
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

// near tries places in so many rings around a point, right and left before above and below, close before far.
func near(q labelled, rings int, free func(Rect) bool) (Rect, bool) {
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
			r := Rect{q.at.X + c.X - q.w/2, q.at.Y + c.Y - q.h/2, q.w, q.h}
			if free(r) {
				return r, true
			}
		}
	}
	return Rect{}, false
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

// tether is the line from a point to a label that stands apart from it; ok is false for one that stands close.
func tether(q labelled, label Rect) (from, to Point, ok bool) {
	to = Point{min(max(q.at.X, label.X), label.Right()), min(max(q.at.Y, label.Y), label.Bottom())}
	d := math.Hypot(to.X-q.at.X, to.Y-q.at.Y)
	if d <= q.radius+q.h*0.8 {
		return Point{}, Point{}, false
	}
	k := q.radius / d
	return Point{q.at.X + (to.X-q.at.X)*k, q.at.Y + (to.Y-q.at.Y)*k}, to, true
}
