package workshop

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// testThemes are themes with sentences in English.
func testThemes(n int) []Theme {
	themes := make([]Theme, n)
	for t := range themes {
		themes[t] = Theme{
			Key:       ThemeKey(fmt.Sprintf("theme-%d", t)),
			Name:      Text{English: fmt.Sprintf("Theme %d", t)},
			Employees: Text{English: fmt.Sprintf("Leaders keep promise %d.", t)},
			Customers: Text{English: fmt.Sprintf("We keep promise %d.", t)},
		}
	}
	return themes
}

// randomResponses are people who skew their ten points to a few themes, leave answers out with a probability, and
// answer some themes rarely, so that these fall below the threshold. Few distinct answers make many ties.
func randomResponses(random *rand.Rand, n, themes int, missing float64) []Response {
	rare := random.IntN(themes)
	responses := make([]Response, n)
	for i := range responses {
		r := Response{Ratings: NoRatings(themes)}
		if random.Float64() >= missing {
			for range PointsToSpread {
				r.Points[int(float64(themes)*random.Float64()*random.Float64())]++
			}
		} else if random.IntN(2) == 0 {
			r.Points = nil
		}
		for t := range r.Standing {
			skip := missing
			if t == rare {
				skip = 1 - min(1, 5/float64(n))
			}
			if random.Float64() >= skip {
				r.Standing[t] = float64(random.IntN(13)-6) / 2
				if random.IntN(4) > 0 {
					r.Standing[t] = math.Trunc(r.Standing[t])
				}
			}
		}
		if random.Float64() < missing/2 {
			r.Standing = nil
		}
		for b := range r.Behaviours {
			if random.Float64() >= missing {
				r.Behaviours[b], _ = FrequencyOf(random.IntN(5))
			}
		}
		responses[i] = r
	}
	return responses
}

func ratingsIn(responses []Response) []Ratings {
	ratings := make([]Ratings, len(responses))
	for i, r := range responses {
		ratings[i] = r.Ratings
	}
	return ratings
}

// randomLeaders predict some of the themes.
func randomLeaders(random *rand.Rand, themes []Theme) Leaders {
	l := Leaders{Standing: map[ThemeKey]float64{}, Behaviours: map[Behaviour]Frequency{}}
	for _, t := range random.Perm(len(themes))[:random.IntN(len(themes)+1)] {
		l.Order = append(l.Order, themes[t].Key)
	}
	for _, t := range themes {
		if random.IntN(3) > 0 {
			l.Standing[t.Key] = float64(random.IntN(7) - 3)
		}
	}
	for _, b := range Behaviours() {
		if random.IntN(3) > 0 {
			l.Behaviours[b], _ = FrequencyOf(random.IntN(5))
		}
	}
	l.Investment = Investment{Currency: "KES", Employees: Effort{40, 1000}, Customers: Effort{200, 0}}
	return l
}

// randomSession is a revealed session; without customers where their number is 0.
func randomSession(random *rand.Rand, employees, customers, themes int) *Session {
	s := NewSession("test", Setup{}, testThemes(themes))
	s.Leaders = randomLeaders(random, s.Themes)
	var side *SideTally
	if customers > 0 {
		s.Customers.Evidence = Survey
		side = TallySide(themes, s.Setup.Threshold, ratingsIn(randomResponses(random, customers, themes, 0.15)))
	}
	if err := s.ImportCounted(randomResponses(random, employees, themes, 0.15), side); err != nil {
		panic(err)
	}
	return s
}
