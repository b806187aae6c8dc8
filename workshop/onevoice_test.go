package workshop

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// TestOneVoiceIsThatOfTheResponses compares what the histograms say with counting anew without each person in turn.
func TestOneVoiceIsThatOfTheResponses(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 14))
	gaps, splits := 0, 0
	for round := range 60 {
		const themes = 5
		people := make([]Response, 6+round%9)
		customers := make([]Ratings, 6+round%7)
		fill := func(r *Ratings) {
			*r = NoRatings(themes)
			for i := range themes {
				r.Points[i] = 2
				r.Standing[i] = float64(random.IntN(7)) - 3
				if i == 1 && random.IntN(2) == 0 {
					r.Standing[i] = math.NaN()
				}
			}
		}
		for i := range people {
			fill(&people[i].Ratings)
			for b := range people[i].Behaviours {
				people[i].Behaviours[b], _ = FrequencyOf(random.IntN(5))
			}
		}
		for i := range customers {
			fill(&customers[i])
		}
		s := NewSession("1", Setup{Threshold: 3}, fiveThemes())
		compare := func(people []Response, customers []Ratings) *Comparison {
			s.Tally = NewTally(themes, 3, people, TallySide(themes, 3, customers), Survey)
			return s.Compare()
		}
		full := compare(people, customers)
		gapTurned, splitTurned, swing := map[ThemeKey]bool{}, map[ThemeKey]bool{}, 0.0
		visit := func(c *Comparison) {
			for i, f := range c.Themes {
				before := full.Themes[i]
				if f.ModellingGap != nil && before.ModellingGap != nil && (*f.ModellingGap < -tolerance) != (*before.ModellingGap < -tolerance) {
					gapTurned[f.Key] = true
				}
				if f.Employees.Split != nil && before.Employees.Split != nil && *f.Employees.Split != *before.Employees.Split {
					splitTurned[f.Key] = true
				}
			}
			for i, b := range c.Behaviours {
				if b.Mean != nil && full.Behaviours[i].Mean != nil {
					swing = max(swing, math.Abs(*b.Mean-*full.Behaviours[i].Mean))
				}
			}
		}
		for i := range people {
			visit(compare(append(append([]Response{}, people[:i]...), people[i+1:]...), customers))
		}
		for i := range customers {
			visit(compare(people, append(append([]Ratings{}, customers[:i]...), customers[i+1:]...)))
		}
		check := func(what string, got []ThemeFigures, ok bool, want map[ThemeKey]bool) {
			for _, f := range got {
				// A theme at the threshold is suppressed with one answer less; the histogram still answers.
				atThreshold := *f.Employees.N == 3 || f.Customers.N != nil && *f.Customers.N == 3
				if !want[f.Key] && !atThreshold {
					t.Errorf("round %d: the histogram says that one person changes the %s of %s; nobody does", round, what, f.Key)
				}
				delete(want, f.Key)
			}
			if !ok || len(want) > 0 {
				t.Errorf("round %d: the %s of %v change; not said (%v)", round, what, want, ok)
			}
		}
		got, ok := full.GapsTurned()
		gaps += len(got)
		check("gap", got, ok, gapTurned)
		got, ok = full.SplitsTurned()
		splits += len(got)
		check("split", got, ok, splitTurned)
		if got, ok := full.BehaviourSwing(); !ok || math.Abs(got-swing) > rounding {
			t.Errorf("round %d: one person moves a behaviour by %g, said %g", round, swing, got)
		}
	}
	if gaps == 0 || splits == 0 {
		t.Errorf("no case turned: %d gaps, %d splits", gaps, splits)
	}
}

func TestOneVoiceIsUnknownBetweenHalfSteps(t *testing.T) {
	people := make([]Response, 6)
	for i := range people {
		people[i].Ratings = NoRatings(5)
		people[i].Standing[0] = 0.3 * float64(i)
	}
	s := NewSession("1", Setup{Threshold: 3}, fiveThemes())
	s.Tally = NewTally(5, 3, people, nil, NoEvidence)
	c := s.Compare()
	if _, ok := c.SplitsTurned(); ok {
		t.Error("splits are answered from a histogram that lacks the standings")
	}
	if _, ok := c.GapsTurned(); ok {
		t.Error("gaps are answered without a customer side")
	}
	if _, ok := c.BehaviourSwing(); ok {
		t.Error("behaviours are answered though nobody said any")
	}
}

func fiveThemes() []Theme {
	themes := make([]Theme, 5)
	for i := range themes {
		themes[i].Key = ThemeKey(fmt.Sprint("t", i))
	}
	return themes
}
