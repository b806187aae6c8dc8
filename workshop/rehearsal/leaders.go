package rehearsal

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"exceed/workshop"
)

// teamSees is how often the team sees each behaviour, 0 … 4: too much of what there should be less of, too little of
// the rest. It is the first thing drawn from the leaders' stream.
func teamSees(rnd *rand.Rand) (habits [workshop.BehaviourCount]float64) {
	for i, b := range workshop.Behaviours() {
		habits[i] = 1.4 + 0.5*rnd.NormFloat64()
		if b.LessOf() {
			habits[i] = 2.5 + 0.5*rnd.NormFloat64()
		}
	}
	return habits
}

// Leaders is what the leaders commit: they think of their customers' wishes first, hold the team to be better off than it
// is, and see themselves kinder than the team does.
func (r *Rehearsal) Leaders(themes []workshop.Theme) workshop.Leaders {
	rnd, topics := r.stream(partLeaders), r.scene(themes)
	habits := teamSees(rnd)
	l := workshop.Leaders{
		Standing:   map[workshop.ThemeKey]float64{},
		Behaviours: map[workshop.Behaviour]workshop.Frequency{},
		Committed:  true,
	}
	guess := map[workshop.ThemeKey]float64{}
	for i, t := range topics {
		key := themes[i].Key
		l.Order = append(l.Order, key)
		guess[key] = math.Log(t.customerPull) + 0.3*rnd.NormFloat64()
		l.Standing[key] = onScale(t.employees + 1.5 + 0.4*rnd.NormFloat64())
	}
	slices.SortStableFunc(l.Order, func(a, b workshop.ThemeKey) int { return cmp.Compare(guess[b], guess[a]) })
	for i, b := range workshop.Behaviours() {
		kinder := 1.2 + 0.4*rnd.NormFloat64()
		if b.LessOf() {
			kinder = -kinder
		}
		l.Behaviours[b] = howOften(habits[i] + kinder)
	}
	l.Investment = workshop.Investment{
		Currency:  r.Setup().Currency,
		Employees: workshop.Effort{Hours: float64(20 + 4*rnd.IntN(16)), Money: float64(10_000 * (3 + rnd.IntN(12)))},
		Customers: workshop.Effort{Hours: float64(160 + 8*rnd.IntN(20)), Money: float64(10_000 * (40 + rnd.IntN(60)))},
	}
	return l
}
