package workshop

import "exceed/workshop/stats"

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
	var out Ratings
	if without != nil {
		out = *without
	}
	weighted := s.weighted
	if normalise(out.Points, s.left, m.points) {
		weighted--
	}
	for i, t := range s.left {
		sum := s.sums[i]
		if standing, ok := out.standing(t); ok {
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

// leaveEachOut shows every visitor the means without each respondent in turn. The means are only lent.
func (s *side) leaveEachOut(visitors ...func(*means)) {
	if !s.hasWeights {
		return // nothing that the visitors want can be made
	}
	m := s.newMeans()
	for r := range s.all {
		s.means(r, m)
		for _, visit := range visitors {
			visit(m)
		}
	}
}

// shares gathers a side's kept = Σ w(t)·share(s ≥ 0) and exceeded = Σ w(t)·share(s > 0) without each respondent.
type shares struct {
	side           *side
	kept, exceeded []float64
}

func newShares(s *side) *shares {
	return &shares{side: s, kept: make([]float64, 0, s.respondents), exceeded: make([]float64, 0, s.respondents)}
}

func (j *shares) leftOut(m *means) {
	j.kept = append(j.kept, weighted(m.weight, m.kept))
	j.exceeded = append(j.exceeded, weighted(m.weight, m.exceeded))
}

// of are both shares of all respondents with their intervals by the jackknife, cut to 0 … 1; nothing where the side has
// no weights.
func (j *shares) of() (kept, exceeded Share) {
	if !j.side.hasWeights {
		return Share{}, Share{}
	}
	full := j.side.full
	return shareOf(weighted(full.weight, full.kept), j.kept), shareOf(weighted(full.weight, full.exceeded), j.exceeded)
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
