package chart

import (
	"math/rand/v2"
	"testing"
)

// TestLabelsNeverOverlap scatters 4 to 16 points with labels as long as the map allows, also all on one spot.
func TestLabelsNeverOverlap(t *testing.T) {
	all, crossed := 0, 0
	for seed := range uint64(400) {
		random := rand.New(rand.NewPCG(seed, 9))
		sheets := []Rect{{0, 0, 460, 330}, {0, 0, 900, 420}, {20, 10, 1700, 700}, {0, 0, 270, 160}}
		texts := []float64{9.5, 20, 30, 8}
		k := random.IntN(len(sheets))
		sheet, text := sheets[k], texts[k]
		n := 4 + random.IntN(13)
		spread := []float64{0, 0.05, 0.5, 1}[random.IntN(4)]
		points := make([]labelled, n)
		for i := range points {
			r := text * (0.3 + random.Float64())
			at := Point{
				sheet.X + sheet.W*(0.5+(random.Float64()-0.5)*spread),
				sheet.Y + sheet.H*(0.5+(random.Float64()-0.5)*spread),
			}
			at.X, at.Y = min(max(at.X, sheet.X+r), sheet.Right()-r), min(max(at.Y, sheet.Y+r), sheet.Bottom()-r)
			points[i] = labelled{at: at, radius: r, w: min(text*(2+10*random.Float64()), sheet.W*0.3), h: text * 1.2}
		}
		corner := Rect{sheet.X, sheet.Y, sheet.W * 0.3, text * 2.4}
		places, ok := placeLabels(points, sheet, []Rect{corner}, []Rect{{sheet.X, sheet.Y + sheet.H/2, sheet.W, 1}})
		for i, r := range places {
			from, to, tethered := tether(i, points, r)
			for j, other := range places {
				if i != j && tethered && crosses(from, to, other) {
					crossed++
				}
			}
			all++
			if !ok[i] {
				t.Fatalf("seed %d: label %d of %d has no place on %v", seed, i, n, sheet)
			}
			if !r.Inside(sheet.Grow(0.001)) {
				t.Errorf("seed %d: label %d leaves the sheet: %v", seed, i, r)
			}
			if r.Overlaps(corner) {
				t.Errorf("seed %d: label %d covers what is taken", seed, i)
			}
			for j := range i {
				if r.Overlaps(places[j]) {
					t.Errorf("seed %d: labels %d and %d overlap", seed, i, j)
				}
			}
			for j, q := range points {
				if r.Overlaps(Rect{q.at.X - q.radius, q.at.Y - q.radius, 2 * q.radius, 2 * q.radius}) {
					t.Errorf("seed %d: label %d covers point %d", seed, i, j)
				}
			}
		}
	}
	if crossed > all/50 { // some sheets are too small for as many labels on one spot
		t.Errorf("%d of %d labels have the line of another across them", crossed, all)
	}
}
