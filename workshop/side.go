package workshop

import (
	"iter"
	"math"

	"exceed/workshop/stats"
)

// side is one side's answers while they are at hand, with the sums that a jackknife takes one respondent out of.
//
// It decides once, on all responses, which themes are suppressed: those with fewer standings than the threshold. Nothing
// of them is kept, and the weights are taken over the themes left: each respondent's points are divided by their sum
// there, and a respondent who gave none there does not count for the weights. Where fewer respondents than the
// threshold gave points the side has no weights, and nothing that needs them.
type side struct {
	all         iter.Seq[*Ratings]
	respondents int
	weighted    int  // respondents with points on the themes left
	hasWeights  bool // weighted reaches the threshold
	themes      []ThemeTally
	left        []int       // the themes that are not suppressed, in the session's order
	sums        []themeSums // of the themes left
	full        *means      // over all respondents
}

type themeSums struct {
	n, kept, exceeded int
	standing, points  float64 // points normalised
}

func newSide(themes, threshold int, all iter.Seq[*Ratings]) *side {
	s := &side{all: all, themes: make([]ThemeTally, themes)}
	standings := s.countStandings()
	for t := range s.themes {
		if s.themes[t].N < threshold {
			s.themes[t] = ThemeTally{Suppressed: true}
			continue
		}
		s.left = append(s.left, t)
		s.sums = append(s.sums, themeSums{
			n: s.themes[t].N, kept: s.themes[t].AsExpected + s.themes[t].Above, exceeded: s.themes[t].Above,
			standing: standings[t].Float(),
		})
	}
	s.addPointsAndSpread()
	s.hasWeights = s.weighted >= threshold
	s.full = s.newMeans()
	s.means(nil, s.full)
	return s
}

// countStandings fills the counts of every theme and returns the sums of the standings.
func (s *side) countStandings() []stats.Sum {
	sums := make([]stats.Sum, len(s.themes))
	for r := range s.all {
		s.respondents++
		for t, standing := range r.Standing {
			if math.IsNaN(standing) {
				continue
			}
			theme := &s.themes[t]
			theme.N++
			switch {
			case standing < 0:
				theme.Below++
			case standing > 0:
				theme.Above++
			default:
				theme.AsExpected++
			}
			theme.Histogram[int(2*(standing-MinStanding)+0.5)]++ // the nearest half step
			sums[t].Add(standing)
		}
	}
	return sums
}

// addPointsAndSpread sums the normalised points on the themes left, and finds how far their standings lie apart.
func (s *side) addPointsAndSpread() {
	sums, points := make([]stats.Sum, len(s.left)), make([]float64, len(s.left))
	spreads := make([]stats.Spread, len(s.left))
	for i, sum := range s.sums {
		spreads[i] = stats.Around(sum.standing / float64(sum.n))
	}
	for r := range s.all {
		for i, t := range s.left {
			if standing, ok := r.standing(t); ok {
				spreads[i].Add(standing)
			}
		}
		if !normalise(r.Points, s.left, points) {
			continue
		}
		s.weighted++
		for i, p := range points {
			sums[i].Add(p)
		}
	}
	for i, t := range s.left {
		s.sums[i].points = sums[i].Float()
		sd, adm := spreads[i].SD(), spreads[i].ADM() // n is at least MinThreshold
		s.themes[t].SD, s.themes[t].ADM = &sd, &adm
	}
}

// tally is what may be kept of the side.
func (s *side) tally(kept *shares) *SideTally {
	for i, t := range s.left {
		s.themes[t].Mean = &s.full.standing[i]
		if s.hasWeights {
			s.themes[t].Weight = &s.full.weight[i]
		}
	}
	out := &SideTally{Respondents: s.respondents, Themes: s.themes}
	out.Kept, out.Exceeded = kept.of()
	return out
}

// normalise writes the points of the themes left, divided by their sum, and says whether there were any.
func normalise(points []float64, left []int, into []float64) bool {
	clear(into)
	if points == nil {
		return false
	}
	sum := 0.0
	for i, t := range left {
		into[i] = points[t]
		sum += points[t]
	}
	if math.IsInf(sum, 1) { // numbers so large that only their proportions can be added
		sum = 0
		for i := range into {
			into[i] = math.Ldexp(into[i], -64)
			sum += into[i]
		}
	}
	if sum == 0 {
		return false
	}
	for i := range into {
		into[i] /= sum
	}
	return true
}

// each goes through n respondents' ratings, wherever they lie.
func each(n int, at func(i int) *Ratings) iter.Seq[*Ratings] {
	return func(yield func(*Ratings) bool) {
		for i := range n {
			if !yield(at(i)) {
				return
			}
		}
	}
}

// upTo is 0, 1, … n − 1.
func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}
