package rehearsal

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"exceed/assets"
	"exceed/workshop"
)

// promises are three to six, the first on each focus theme to our own people, made from starting points; owners are
// roles, and dates follow the session's.
func (r *Rehearsal) promises(s *workshop.Session) []workshop.Promise {
	rnd := r.stream(partPlan)
	var first, more []workshop.Promise
	for _, theme := range s.Priorities.Focus {
		starters := startersFor(rnd, theme)
		rnd.Shuffle(len(starters), func(i, j int) { starters[i], starters[j] = starters[j], starters[i] })
		begun := false
		for _, st := range starters {
			p := r.promise(rnd, s.Setup.Date, theme, st)
			if !begun && st.Side == workshop.EmployeeSide {
				first, begun = append(first, p), true
			} else {
				more = append(more, p)
			}
		}
	}
	rnd.Shuffle(len(more), func(i, j int) { more[i], more[j] = more[j], more[i] })
	extra := max(3-len(first), rnd.IntN(4))
	return append(first, more[:min(extra, len(more))]...)
}

// startersFor are a theme's starting points; a theme of the coach's own borrows those of two behaviours.
func startersFor(rnd *rand.Rand, theme workshop.ThemeKey) []assets.Starter {
	if starters := assets.StartersFor(theme); len(starters) > 0 {
		return starters
	}
	all := workshop.Behaviours()
	i := rnd.IntN(len(all))
	return append(assets.StartersForBehaviour(all[i]), assets.StartersForBehaviour(all[(i+1)%len(all)])...)
}

func (r *Rehearsal) promise(rnd *rand.Rand, from workshop.Date, theme workshop.ThemeKey, st assets.Starter) workshop.Promise {
	owners, days, money := lines().Owners, [...]int{21, 30, 45, 60, 90}, [...]float64{0, 0, 2_000, 5_000, 15_000, 40_000}
	return workshop.Promise{
		Theme:     theme,
		Side:      st.Side,
		Kind:      st.Kind,
		What:      r.say(st.What),
		Owner:     r.say(owners[rnd.IntN(len(owners))]),
		Due:       from.AddDays(days[rnd.IntN(len(days))]),
		Measure:   r.say(st.Measure),
		From:      st.From,
		To:        st.To,
		FirstStep: r.say(st.FirstStep),
		Hours:     float64(2 + 2*rnd.IntN(12)),
		Money:     money[rnd.IntN(len(money))],
		Agreed:    true,
	}
}

// contract is one line each for two leaders, on the behaviours in which they see themselves most unlike the team does;
// where that is not known, on the first of the nine.
func (r *Rehearsal) contract(s *workshop.Session) []workshop.ContractLine {
	figures := slices.Clone(s.Compare().Behaviours)
	gap := func(b workshop.BehaviourFigures) float64 {
		if b.SayDoGap == nil {
			return math.Inf(-1)
		}
		return *b.SayDoGap
	}
	slices.SortStableFunc(figures, func(a, b workshop.BehaviourFigures) int { return cmp.Compare(gap(b), gap(a)) })
	var contract []workshop.ContractLine
	for i, b := range figures[:2] {
		note := assets.StartersForBehaviour(b.Key)[0].What
		contract = append(contract, workshop.ContractLine{Leader: r.say(lines().Owners[i]), Behaviour: b.Key, Note: r.say(note)})
	}
	return contract
}

// fist is how many hands show 0 … 5 fingers for the plan.
func (r *Rehearsal) fist() (fist [6]int) {
	rnd := r.stream(partFist)
	for fingers, hands := range spread(rnd, r.participants, []float64{0, 0.2, 0.6, 3, 6, 4}) {
		fist[fingers] = int(hands)
	}
	return fist
}
