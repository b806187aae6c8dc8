package workshop

import (
	"math"

	"exceed/workshop/stats"
)

// means are a side's figures on the themes left, over all of its respondents or all but one.
type means struct {
	weight, standing, kept, exceeded []float64
	points                           []float64 // of the one left out, normalised
}

func (s *side) newMeans() *means {
	n := len(s.left)
	return &means{
		weight: make([]float64, n), standing: make([]float64, n),
		kept: make([]float64, n), exceeded: make([]float64, n), points: make([]float64, n),
	}
}

// means works m out without one respondent; nil leaves out nobody. It takes the one out of the sums, so that a whole
// jackknife is linear. Weights mean nothing where the side has none.
func (s *side) means(without *Ratings, m *means) {
	weighted := s.weighted
	clear(m.points)
	if without != nil && normalise(without.Points, s.left, m.points) {
		weighted--
	}
	for i, t := range s.left {
		sum := s.sums[i]
		if without != nil && without.Standing != nil && !math.IsNaN(without.Standing[t]) {
			standing := without.Standing[t]
			sum.n--
			sum.standing -= standing
			if standing >= 0 {
				sum.kept--
			}
			if standing > 0 {
				sum.exceeded--
			}
		}
		n := float64(sum.n)
		m.weight[i] = (sum.points - m.points[i]) / float64(weighted)
		m.standing[i] = sum.standing / n
		m.kept[i] = float64(sum.kept) / n
		m.exceeded[i] = float64(sum.exceeded) / n
	}
}

// shares are kept = Σ w(t)·share(s ≥ 0) and exceeded = Σ w(t)·share(s > 0) with their jackknife intervals over all of
// the side's respondents, cut to 0 … 1; nothing where the side has no weights.
func (s *side) shares(full *means) (kept, exceeded Share) {
	if !s.hasWeights {
		return Share{}, Share{}
	}
	m := s.newMeans()
	keptWithout, exceededWithout := make([]float64, 0, s.respondents), make([]float64, 0, s.respondents)
	for r := range s.all {
		s.means(r, m)
		keptWithout = append(keptWithout, weighted(m.weight, m.kept))
		exceededWithout = append(exceededWithout, weighted(m.weight, m.exceeded))
	}
	return shareOf(weighted(full.weight, full.kept), keptWithout), shareOf(weighted(full.weight, full.exceeded), exceededWithout)
}

func shareOf(share float64, leftOut []float64) Share {
	interval := Interval(stats.Cut(stats.JackknifeInterval(share, leftOut), 0, 1))
	return Share{Share: &share, Interval: &interval}
}

// weighted is Σ weight·share, at most 1 whatever rounding does.
func weighted(weights, shares []float64) float64 {
	sum := 0.0
	for i, w := range weights {
		sum += w * shares[i]
	}
	return min(sum, 1)
}
