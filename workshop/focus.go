package workshop

import (
	"cmp"
	"slices"
)

// tolerance is how far apart two figures may be and still be equal: rounding must not order what is tied.
const tolerance = 1e-12

// candidate is a theme in the focus order: one on which the employees have a mean and a weight.
type candidate struct {
	theme     int     // its place in the session
	focus     float64 // f = ½(w_e + w_c)·max(0, −m_e)
	customers float64 // ½(w_e + w_c)·max(0, −m_c); 0 where the customers' mean is unknown
	weight    float64 // w_e
}

// newCandidate takes the customers' side of the theme, nil or without figures where there is none. Without the
// customers' weight the employees' stands alone.
func newCandidate(theme int, weight, mean float64, customers *ThemeTally) candidate {
	c := candidate{theme: theme, weight: weight}
	shared := weight
	if customers != nil && customers.Weight != nil {
		shared = (weight + *customers.Weight) / 2
	}
	c.focus = shared * max(0, -mean)
	if customers != nil && customers.Mean != nil {
		c.customers = shared * max(0, -*customers.Mean)
	}
	return c
}

// rank sorts candidates from the session's order into the focus order.
func rank(candidates []candidate) {
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(falling(a.focus, b.focus), falling(a.customers, b.customers), falling(a.weight, b.weight))
	})
}

func falling(a, b float64) int {
	switch {
	case a > b+tolerance:
		return -1
	case b > a+tolerance:
		return 1
	}
	return 0
}

// candidates are the themes left of the employees' side with these means, in focus order, written over c.
func (s *side) candidates(c []candidate, m *means, customers *SideTally) []candidate {
	c = c[:0]
	for i, t := range s.left {
		var there *ThemeTally
		if customers != nil {
			there = &customers.Themes[t]
		}
		c = append(c, newCandidate(t, m.weight[i], m.standing[i], there))
	}
	rank(c)
	return c
}

// oneVoice asks of the employees' side whether one person would change the focus order: for each theme, by the session's
// order, the lowest and the highest focus rank that it takes when any one employee is left out (nil where it has no
// rank), and whether the same three themes come first whoever is left out (nil where no theme has a rank). The
// customers' side stays as it is, private beliefs too: nothing links an employee's belief to the employee.
func (s *side) oneVoice(customers *SideTally) (ranks []*[2]int, topThreeStable *bool) {
	ranks = make([]*[2]int, len(s.themes))
	if !s.hasWeights {
		return ranks, nil
	}
	m := s.newMeans()
	s.means(nil, m)
	order := s.candidates(nil, m, customers)
	first := firstThree(order)
	for _, c := range order {
		ranks[c.theme] = &[2]int{len(order), 1}
	}
	stable := true
	for r := range s.all {
		s.means(r, m)
		order = s.candidates(order, m, customers)
		for i, c := range order {
			seen := ranks[c.theme]
			seen[0], seen[1] = min(seen[0], i+1), max(seen[1], i+1)
		}
		stable = stable && firstThree(order) == first
	}
	return ranks, &stable
}

// firstThree is the set of the first three themes, in the session's order; −1 fills it up.
func firstThree(order []candidate) [3]int {
	first := [3]int{-1, -1, -1}
	for i := range min(3, len(order)) {
		first[i] = order[i].theme
	}
	slices.Sort(first[:])
	return first
}
