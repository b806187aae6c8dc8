package stats

import "math"

// Spread gathers how far values lie from their mean, which is known beforehand; each closer to it than 8.
type Spread struct {
	mean     float64
	n        int
	squares  Sum
	absolute Sum
}

// Around is an empty Spread around a mean.
func Around(mean float64) Spread { return Spread{mean: mean} }

// Add adds a value.
func (s *Spread) Add(x float64) {
	d := x - s.mean
	s.n++
	s.squares.Add(d * d)
	s.absolute.Add(math.Abs(d))
}

// SD is the standard deviation with n − 1; NaN for fewer than two values.
func (s *Spread) SD() float64 {
	if s.n < 2 {
		return math.NaN()
	}
	return math.Sqrt(s.squares.Float() / float64(s.n-1))
}

// ADM is the mean absolute deviation from the mean (Burke & Dunlap 2002); NaN without values.
func (s *Spread) ADM() float64 { return s.absolute.Float() / float64(s.n) }

// RWG is the within-group agreement of one item on a scale of that many answers: 1 − sd²/σ²_EU with the variance of
// answers at random, σ²_EU = (answers² − 1)/12 (James, Demaree & Wolf 1984). 1 is full agreement; below 0 people
// disagree more than chance would.
func RWG(sd float64, answers int) float64 {
	random := float64(answers*answers-1) / 12
	return 1 - sd*sd/random
}
