package assets

import (
	_ "embed"
	"encoding/json"

	"exceed/workshop"
)

// startersJSON holds what no language changes of the starting points; each language has their texts by the same key.
//
//go:embed starters.json
var startersJSON []byte

// Starter is a starting point for a promise: a deed, its first step and how one would see that it happened. From and To
// show the form of the measure; the group puts its own numbers there.
type Starter struct {
	Theme     workshop.ThemeKey  `json:"theme"`
	Behaviour workshop.Behaviour `json:"behaviour"`
	Side      workshop.Side      `json:"side"`
	Kind      workshop.Kind      `json:"kind"`
	What      workshop.Text      `json:"-"`
	FirstStep workshop.Text      `json:"-"`
	Measure   workshop.Text      `json:"-"`
	From      string             `json:"from"`
	To        string             `json:"to"`
}

// keyedStarter is a starting point as startersJSON has it.
type keyedStarter struct {
	Starter
	Key string `json:"key"`
}

func keyedStarters() (all []keyedStarter) {
	must("starters.json", json.Unmarshal(startersJSON, &all))
	return all
}

func (l *languages) readStarters() []Starter {
	keyed := keyedStarters()
	all := make([]Starter, len(keyed))
	for i, s := range keyed {
		s.What = l.text(func(t texts) string { return t.Starters[s.Key].What })
		s.FirstStep = l.text(func(t texts) string { return t.Starters[s.Key].FirstStep })
		s.Measure = l.text(func(t texts) string { return t.Starters[s.Key].Measure })
		all[i] = s.Starter
	}
	return all
}

// StartersFor are the starting points for a theme, those for our own people first; none for a theme that does not ship.
// Their texts are shared and not to be changed.
func StartersFor(theme workshop.ThemeKey) []Starter {
	return shipped.startersWhere(func(s Starter) bool { return s.Theme != "" && s.Theme == theme })
}

// StartersForBehaviour are the starting points for a leader who wants to change a behaviour. Their texts are shared and
// not to be changed.
func StartersForBehaviour(b workshop.Behaviour) []Starter {
	return shipped.startersWhere(func(s Starter) bool { return s.Behaviour != "" && s.Behaviour == b })
}

func (l *languages) startersWhere(fits func(Starter) bool) []Starter {
	var fitting []Starter
	for _, s := range l.starters() {
		if fits(s) {
			fitting = append(fitting, s)
		}
	}
	return fitting
}
