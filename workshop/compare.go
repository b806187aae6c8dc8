package workshop

import (
	"math"

	"exceed/workshop/stats"
)

// splitADM is Burke & Dunlap's (2002) printed cut-off for 7 answers: above it a theme splits the people.
const splitADM = 1.2

// standingAnswers is how many answers a standing has, for rwg.
const standingAnswers = MaxStanding - MinStanding + 1

// Compare makes every figure of a revealed session from its tally; before the reveal there is none and it returns nil.
func (s *Session) Compare() *Comparison {
	if s.Tally == nil {
		return nil
	}
	tally := s.Tally
	c := &Comparison{
		Threshold:      tally.Threshold,
		Respondents:    Respondents{Employees: tally.Employees.Respondents},
		Evidence:       tally.Evidence,
		Kept:           Sides{Employees: tally.Employees.Kept},
		Exceeded:       Sides{Employees: tally.Employees.Exceeded},
		Investment:     InvestmentFigures{Investment: s.Leaders.Investment},
		TopThreeStable: tally.TopThreeStable,
	}
	if customers := tally.Customers; customers != nil {
		c.DifferenceScore = customers.Difference
		c.Kept.Customers, c.Exceeded.Customers = &customers.Kept, &customers.Exceeded
		if !customers.Agreed {
			c.Respondents.Customers = &customers.Respondents
		}
	}
	c.Investment.HoursRatio, c.Investment.MoneyRatio = s.Leaders.Investment.Ratios()
	c.Themes = s.compareThemes()
	c.Order = s.compareOrders()
	c.PredictedKept = s.predictedKept()
	if c.PredictedKept != nil {
		c.PerceptionGap = new(*c.PredictedKept - *c.Kept.Employees.Share)
	}
	c.Behaviours = s.compareBehaviours()
	return c
}

func (s *Session) compareThemes() []ThemeFigures {
	themes := make([]ThemeFigures, len(s.Themes))
	var order []candidate
	for t, theme := range s.Themes {
		f := &themes[t]
		f.Key, f.Name = theme.Key, theme.Name.In(s.Setup.Language, English)
		team := &s.Tally.Employees.Themes[t]
		f.Employees = team.figures(s.Tally.Employees.Agreed)
		var customers *ThemeTally
		if s.Tally.Customers != nil {
			customers = &s.Tally.Customers.Themes[t]
			there := customers.figures(s.Tally.Customers.Agreed)
			f.Customers = &there
			f.between(team, customers)
		}
		if team.Weight != nil && team.Mean != nil {
			candidate := newCandidate(t, *team.Weight, *team.Mean, customers)
			f.Focus = &candidate.focus
			order = append(order, candidate)
		}
		f.OneVoice = s.Tally.OneVoice[t]
		if standing, ok := s.Leaders.Standing[theme.Key]; ok {
			f.LeadersStanding = &standing
		}
	}
	rank(order)
	for i, c := range order {
		themes[c.theme].FocusRank = new(i + 1)
	}
	for i, key := range s.Leaders.Order {
		if t := ThemeIndex(s.Themes, key); t >= 0 {
			themes[t].LeadersRank = new(i + 1)
		}
	}
	return themes
}

// figures are what may be shown of a side's theme. An agreed answer has a weight, a mean and where it lies; nothing
// that counts people.
func (t *ThemeTally) figures(agreed bool) SideFigures {
	f := SideFigures{Suppressed: t.Suppressed, Weight: t.Weight, Mean: t.Mean}
	switch {
	case t.Suppressed || t.Mean == nil:
		return f
	case agreed:
		f.Below, f.AsExpected, f.Above = oneIf(*t.Mean < 0), oneIf(*t.Mean == 0), oneIf(*t.Mean > 0)
		f.Kept = oneIf(*t.Mean >= 0)
		return f
	}
	n, kept := float64(t.N), t.AsExpected+t.Above
	f.N, f.Histogram = &t.N, &t.Histogram
	f.Below, f.AsExpected, f.Above = new(float64(t.Below)/n), new(float64(t.AsExpected)/n), new(float64(t.Above)/n)
	f.Kept, f.KeptInterval = new(float64(kept)/n), new(Interval(stats.WilsonInterval(kept, t.N)))
	f.ADM, f.Split = t.ADM, new(*t.ADM > splitADM+tolerance)
	if t.SD != nil {
		f.RWG = new(stats.RWG(*t.SD, standingAnswers))
		f.Interval = new(Interval(stats.Cut(stats.MeanInterval(*t.Mean, *t.SD, t.N), MinStanding, MaxStanding)))
	}
	return f
}

// between fills the figures that need both sides' means.
func (f *ThemeFigures) between(team, customers *ThemeTally) {
	if team.Mean == nil || customers.Mean == nil {
		return
	}
	f.ModellingGap = new(*team.Mean - *customers.Mean)
	if team.SD != nil && customers.SD != nil {
		f.ModellingGapInterval = new(Interval(stats.WelchInterval(
			*team.Mean, *team.SD, team.N, *customers.Mean, *customers.SD, customers.N)))
	}
	f.Field = new(fieldOf(*team.Mean, *customers.Mean))
	f.Clear = new(f.Employees.Interval.clear() && f.Customers.Interval.clear())
}

func fieldOf(employees, customers float64) Field {
	switch {
	case employees < 0 && customers < 0:
		return ModelFirst
	case employees < 0:
		return AtOurExpense
	case customers < 0:
		return CarryOver
	}
	return KeepExceeding
}

// clear says whether there is an interval and 0 does not lie strictly inside.
func (v *Interval) clear() bool { return v != nil && (v[0] >= 0 || v[1] <= 0) }

// compareOrders compares the orders of the themes that have both weights, or that the leaders ordered and have w_e.
func (s *Session) compareOrders() Orders {
	var orders Orders
	var employees, other []float64
	if s.Tally.Customers != nil {
		for t, team := range s.Tally.Employees.Themes {
			if there := s.Tally.Customers.Themes[t]; team.Weight != nil && there.Weight != nil {
				employees, other = append(employees, *team.Weight), append(other, *there.Weight)
			}
		}
		orders.EmployeesCustomers = rankOrder(employees, other)
	}
	employees, other = nil, nil
	for i, key := range s.Leaders.Order {
		if t := ThemeIndex(s.Themes, key); t >= 0 && s.Tally.Employees.Themes[t].Weight != nil {
			employees, other = append(employees, *s.Tally.Employees.Themes[t].Weight), append(other, float64(-i))
		}
	}
	orders.LeadersEmployees = rankOrder(employees, other)
	return orders
}

func rankOrder(x, y []float64) *RankOrder {
	if len(x) == 0 {
		return nil
	}
	k := stats.KendallTauB(x, y, tolerance)
	order := &RankOrder{Concordant: k.Concordant, Discordant: k.Discordant, Tied: k.Tied, Pairs: k.Pairs}
	if !math.IsNaN(k.TauB) {
		order.TauB = &k.TauB
	}
	return order
}

// predictedKept is Σ w_e(t)·[leaders' standing ≥ 0]: a theme on which they predicted nothing adds nothing. nil where they
// predicted no standing at all, or where kept is not known.
func (s *Session) predictedKept() *float64 {
	if len(s.Leaders.Standing) == 0 || s.Tally.Employees.Kept.Share == nil {
		return nil
	}
	sum := 0.0
	for t, theme := range s.Themes {
		standing, ok := s.Leaders.Standing[theme.Key]
		if w := s.Tally.Employees.Themes[t].Weight; w != nil && ok && standing >= 0 {
			sum += *w
		}
	}
	return new(min(sum, 1))
}

// compareBehaviours turns the say-do gap so that positive always means that leaders see themselves kinder than the team does.
func (s *Session) compareBehaviours() []BehaviourFigures {
	figures := make([]BehaviourFigures, 0, BehaviourCount)
	for i, key := range Behaviours() {
		tally := &s.Tally.Behaviours[i]
		f := BehaviourFigures{Key: key, LessOf: key.LessOf(), Suppressed: tally.Suppressed}
		leaders, said := s.Leaders.Behaviours[key].Value()
		if said {
			f.Leaders = &leaders
		}
		if !tally.Suppressed {
			f.N, f.Histogram, f.Mean = &tally.N, &tally.Histogram, new(tally.mean())
		}
		if said && f.Mean != nil {
			gap := float64(leaders) - *f.Mean
			if f.LessOf {
				gap = 0 - gap // and not −0
			}
			f.SayDoGap = &gap
		}
		figures = append(figures, f)
	}
	return figures
}

// mean is the mean frequency, 0 never … 4 always.
func (b *BehaviourTally) mean() float64 {
	sum := 0
	for value, n := range b.Histogram {
		sum += value * n
	}
	return float64(sum) / float64(b.N)
}

func oneIf(yes bool) *float64 {
	if yes {
		return new(1.0)
	}
	return new(0.0)
}
