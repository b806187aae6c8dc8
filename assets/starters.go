package assets

import (
	_ "embed"
	"sync"

	"exceed/workshop"
)

//go:embed starters.json
var startersJSON []byte

// Starter is a starting point for a promise: a deed, its first step and how one would see that it happened. From and To
// show the form of the measure; the group puts its own numbers there.
type Starter struct {
	Theme     workshop.ThemeKey  `json:"theme,omitempty"`
	Behaviour workshop.Behaviour `json:"behaviour,omitempty"`
	Side      workshop.Side      `json:"side"`
	Kind      workshop.Kind      `json:"kind"`
	What      workshop.Text      `json:"what"`
	FirstStep workshop.Text      `json:"first_step"`
	Measure   workshop.Text      `json:"measure"`
	From      string             `json:"from"`
	To        string             `json:"to"`
}

var starters = sync.OnceValue(func() []Starter {
	var all []Starter
	mustRead("starters.json", startersJSON, &all)
	return all
})

// StartersFor are the starting points for a theme, those for our own people first; none for a theme that does not ship.
// Their texts are shared and not to be changed.
func StartersFor(theme workshop.ThemeKey) []Starter {
	return startersWhere(func(s Starter) bool { return s.Theme != "" && s.Theme == theme })
}

// StartersForBehaviour are the starting points for a leader who wants to change a behaviour. Their texts are shared and
// not to be changed.
func StartersForBehaviour(b workshop.Behaviour) []Starter {
	return startersWhere(func(s Starter) bool { return s.Behaviour != "" && s.Behaviour == b })
}

func startersWhere(fits func(Starter) bool) []Starter {
	var fitting []Starter
	for _, s := range starters() {
		if fits(s) {
			fitting = append(fitting, s)
		}
	}
	return fitting
}
