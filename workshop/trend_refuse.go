package workshop

import (
	"math"
	"slices"
)

// This file refuses what a comparison of two sessions of one team would tell about one person.
//
// Eight people answer this year, nine the next, and everybody knows who is new. Nine times the new mean less eight times
// the old one is the newcomer's answer, where the others answer as before; soon after the first session many do, and on a
// question on which the team is of one mind they do after a year. Whoever left is singled out in the same way. So two
// sessions are near each other on a side where the numbers of those who answered differ by 1 … k−1, k the larger of
// both thresholds, and then the older one gives up for good, in the file too, whatever rests on a single question: the
// means of the themes and the say–do gaps. What mixes a session's answers (kept, exceeded, the perception gap, the order)
// is rounded to steps no finer than one person's part of the whole, 1/n, without its interval, so that a person more or
// less is lost in the rounding. Where k or more came or left, a subtraction gives the mean of at least k people, which
// the threshold allows; where as many answered as before, it gives everybody's change of mind together, or how far those
// who came stand from those who left, and nobody's answer. That is why only means outlive a session in its series, never a
// histogram, which would show both. Sessions are taken newest first: the newest is whole, and an older one gives up
// where it is near any newer one that is still whole. Not in this rule's power: reports that were printed, and old files
// that somebody kept; whoever has both can subtract by hand.

// RoundedTo says to which steps what is left of a session in its series was rounded, by side; 0 where it is whole.
type RoundedTo struct {
	Employees float64 `json:"employees"`
	Customers float64 `json:"customers"`
}

// keepApart are the points of a series, oldest first, of which none singles anybody out beside another. Doing it again
// changes nothing.
func keepApart(points []EarlierPoint) []EarlierPoint {
	points = slices.Clone(points)
	for i := len(points) - 2; i >= 0; i-- {
		p := &points[i]
		for _, newer := range points[i+1:] {
			k := max(p.threshold(), newer.threshold())
			if p.RoundedTo.Employees == 0 && newer.RoundedTo.Employees == 0 && near(p.Respondents.Employees, newer.Respondents.Employees, k) {
				p.roundEmployees()
			}
			n, m := p.Respondents.Customers, newer.Respondents.Customers
			if n != nil && m != nil && p.RoundedTo.Customers == 0 && newer.RoundedTo.Customers == 0 && near(*n, *m, k) {
				p.roundCustomers()
			}
		}
	}
	return points
}

// WillRound says whether, once n people's answers are revealed, the session before this one is to be compared by rounded
// shares only. What customers believe is not counted before the reveal; of them only a survey's number is known.
func (s *Session) WillRound(n int) bool {
	last := len(s.Earlier)
	if last == 0 {
		return false
	}
	p := EarlierPoint{Threshold: s.Setup.Threshold, Respondents: Respondents{Employees: n}}
	if survey := s.Customers.Survey; s.Customers.Evidence == Survey && survey != nil {
		p.Respondents.Customers = &survey.Respondents
	}
	return keepApart(append(s.Earlier[:last:last], p))[last-1].RoundedTo != RoundedTo{}
}

// near says whether so few came or left that their answers could be told.
func near(n, m, k int) bool {
	d := max(n-m, m-n)
	return d >= 1 && d < k
}

func (p *EarlierPoint) threshold() int {
	if p.Threshold == 0 {
		return DefaultThreshold
	}
	return p.Threshold
}

func (p *EarlierPoint) roundEmployees() {
	step := roundingStep(p.Respondents.Employees)
	p.RoundedTo.Employees = step
	p.Kept.Employees, p.Exceeded.Employees = p.Kept.Employees.rounded(step), p.Exceeded.Employees.rounded(step)
	p.PerceptionGap, p.LeadersOrder = roundTo(p.PerceptionGap, step), roundTo(p.LeadersOrder, step)
	p.SayDo = nil
	p.Means = slices.Clone(p.Means)
	for i := range p.Means {
		p.Means[i].Employees = nil
	}
}

func (p *EarlierPoint) roundCustomers() {
	step := roundingStep(*p.Respondents.Customers)
	p.RoundedTo.Customers = step
	for _, sides := range []*Sides{&p.Kept, &p.Exceeded} {
		if sides.Customers != nil {
			rounded := sides.Customers.rounded(step)
			sides.Customers = &rounded
		}
	}
	p.Means = slices.Clone(p.Means)
	for i := range p.Means {
		p.Means[i].Customers = nil
	}
}

// rounded is a share to steps, without its interval.
func (s Share) rounded(step float64) Share { return Share{Share: roundTo(s.Share, step)} }

// roundingStep is the finest of a few plain steps that is no finer than one of n people.
func roundingStep(n int) float64 {
	for _, parts := range []int{100, 50, 20, 10, 5, 2} {
		if n >= parts {
			return 1 / float64(parts)
		}
	}
	return 1
}

func roundTo(x *float64, step float64) *float64 {
	if x == nil {
		return nil
	}
	parts := math.Round(1 / step)
	return new(math.Round(*x*parts)/parts + 0) // and not −0
}
