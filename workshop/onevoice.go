package workshop

import (
	"math"
	"slices"
)

// This file answers "would one person change this?" for what a histogram is enough to answer it for. Each occupied place
// of a histogram is the answer of somebody, so that leaving out one answer of each place is leaving out everybody in
// turn. Where a mean or a distance does not follow from the histogram (standings between half steps) nothing can be
// known, and ok is false. As in the jackknife, a theme is not suppressed because one answer fewer is left.

// GapsTurned are the themes, in the session's order, on which leaving out one single answer of either side changes
// whether customers get more of what they expect than our people do (ModellingGap below 0). An answer agreed aloud
// cannot be left out. ok is false where there is no gap at all, too.
func (c *Comparison) GapsTurned() (turned []ThemeFigures, ok bool) {
	for _, t := range c.Themes {
		if t.ModellingGap == nil {
			continue
		}
		team, known := t.Employees.meansWithoutOne()
		if !known {
			return nil, false
		}
		gaps := make([]float64, 0, len(team))
		for _, mean := range team {
			gaps = append(gaps, mean-*t.Customers.Mean)
		}
		if t.Customers.N != nil {
			customers, known := t.Customers.meansWithoutOne()
			if !known {
				return nil, false
			}
			for _, mean := range customers {
				gaps = append(gaps, *t.Employees.Mean-mean)
			}
		}
		below := *t.ModellingGap < -tolerance
		if slices.ContainsFunc(gaps, func(g float64) bool { return (g < -tolerance) != below }) {
			turned = append(turned, t)
		}
		ok = true
	}
	return turned, ok
}

// SplitsTurned are the themes, in the session's order, of which leaving out one single person changes whether they
// divide the team. ok is false where nothing is known of any theme, too.
func (c *Comparison) SplitsTurned() (turned []ThemeFigures, ok bool) {
	for _, t := range c.Themes {
		f := t.Employees
		if f.Split == nil {
			continue
		}
		if _, known := f.meansWithoutOne(); !known || math.Abs(f.Histogram.adm()-*f.ADM) > rounding {
			return nil, false
		}
		for _, h := range f.Histogram.withoutOne() {
			if (h.adm() > splitADM+tolerance) != *f.Split {
				turned = append(turned, t)
				break
			}
		}
		ok = true
	}
	return turned, ok
}

// BehaviourSwing is the most by which leaving out one single person moves the team's mean of any behaviour, in steps
// from 0 up. ok is false where no mean is known.
func (c *Comparison) BehaviourSwing() (swing float64, ok bool) {
	for _, b := range c.Behaviours {
		if b.Mean == nil || b.Histogram == nil || b.N == nil || *b.N < 2 {
			continue
		}
		for value, n := range b.Histogram {
			if n > 0 { // (n·mean − value)/(n − 1) − mean
				swing = max(swing, math.Abs(*b.Mean-float64(value))/float64(*b.N-1))
			}
		}
		ok = true
	}
	return swing, ok
}

// rounding is how far apart the same figure may be by two ways of summing.
const rounding = 1e-9

// meansWithoutOne are the means without each answer in turn, each only once; ok is false where the mean does not follow
// from the histogram.
func (f *SideFigures) meansWithoutOne() (means []float64, ok bool) {
	if f.Histogram == nil || f.Mean == nil || math.Abs(f.Histogram.mean()-*f.Mean) > rounding {
		return nil, false
	}
	for _, h := range f.Histogram.withoutOne() {
		means = append(means, h.mean())
	}
	return means, len(means) > 0
}

// withoutOne are the histograms with one answer less: one for each occupied place, none where less than two answered.
func (h *Histogram) withoutOne() []Histogram {
	if h.count() < 2 {
		return nil
	}
	var all []Histogram
	for i, n := range h {
		if n > 0 {
			less := *h
			less[i]--
			all = append(all, less)
		}
	}
	return all
}

func (h *Histogram) count() int {
	n := 0
	for _, k := range h {
		n += k
	}
	return n
}

// mean is the mean standing; h must not be empty.
func (h *Histogram) mean() float64 { return h.over(func(standing float64) float64 { return standing }) }

// adm is the mean distance of the standings from their mean; h must not be empty.
func (h *Histogram) adm() float64 {
	mean := h.mean()
	return h.over(func(standing float64) float64 { return math.Abs(standing - mean) })
}

// over is the mean of f over all standings.
func (h *Histogram) over(f func(standing float64) float64) float64 {
	sum := 0.0
	for i, n := range h {
		sum += float64(n) * f(MinStanding+float64(i)/2)
	}
	return sum / float64(h.count())
}
