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

// rank sorts candidates into the focus order.
func rank(candidates []candidate) {
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(falling(a.focus, b.focus), falling(a.customers, b.customers), falling(a.weight, b.weight), a.theme-b.theme)
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

// oneVoice asks of the employees' side whether one person would change the focus order. The customers' side stays as
// it is whoever is left out, private beliefs too: nothing links an employee's belief to the employee.
type oneVoice struct {
	side      *side
	customers *SideTally
	start     []int       // places among the themes left, as all employees order them: near every other order
	order     []candidate // reused
	first     [3]int      // of all employees
	ranks     []*[2]int
	stable    bool
}

func newOneVoice(s *side, customers *SideTally) *oneVoice {
	v := &oneVoice{side: s, customers: customers, ranks: make([]*[2]int, len(s.themes)), stable: true}
	if !s.hasWeights {
		return v
	}
	v.start = upTo(len(s.left))
	v.sort(s.full)
	v.first = firstThree(v.order)
	for i, c := range v.order {
		v.start[i] = slices.Index(s.left, c.theme)
		v.ranks[c.theme] = &[2]int{len(v.order), 1}
	}
	return v
}

// sort puts the themes left into the focus order that they have with these means.
func (v *oneVoice) sort(m *means) {
	v.order = v.order[:0]
	for _, i := range v.start {
		t := v.side.left[i]
		var there *ThemeTally
		if v.customers != nil {
			there = &v.customers.Themes[t]
		}
		v.order = append(v.order, newCandidate(t, m.weight[i], m.standing[i], there))
	}
	rank(v.order)
}

func (v *oneVoice) leftOut(m *means) {
	v.sort(m)
	for i, c := range v.order {
		seen := v.ranks[c.theme]
		seen[0], seen[1] = min(seen[0], i+1), max(seen[1], i+1)
	}
	v.stable = v.stable && firstThree(v.order) == v.first
}

// of are, for each theme by the session's order, the lowest and the highest focus rank that it takes when any one
// employee is left out (nil where it has no rank), and whether the same three themes come first whoever is left out
// (nil where no theme has a rank).
func (v *oneVoice) of() (ranks []*[2]int, topThreeStable *bool) {
	if len(v.order) == 0 {
		return v.ranks, nil
	}
	return v.ranks, &v.stable
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
