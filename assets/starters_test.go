package assets

import (
	"testing"

	"exceed/workshop"
)

func TestStarters(t *testing.T) {
	for _, theme := range Themes() {
		starters := StartersFor(theme.Key)
		if len(starters) != 3 {
			t.Errorf("%s has %d starting points, want 3", theme.Key, len(starters))
		}
		sides := map[workshop.Side]int{}
		for _, s := range starters {
			checkStarter(t, s)
			sides[s.Side]++
		}
		if sides[workshop.EmployeeSide] != 2 || sides[workshop.CustomerSide] != 1 {
			t.Errorf("%s: sides %v, want two for employees and one for customers", theme.Key, sides)
		}
	}
	for _, b := range workshop.Behaviours() {
		starters := StartersForBehaviour(b)
		if len(starters) != 2 {
			t.Errorf("%s has %d starting points, want 2", b, len(starters))
		}
		for _, s := range starters {
			checkStarter(t, s)
		}
	}
	if StartersFor("") != nil || StartersFor("own_theme") != nil || StartersForBehaviour("") != nil {
		t.Error("there are starting points for what does not ship")
	}
}

// checkStarter makes the promise of a starting point, so that it holds every rule that promises hold.
func checkStarter(t *testing.T, s Starter) {
	t.Helper()
	themes := Themes()
	theme := s.Theme
	if theme == "" {
		theme = themes[0].Key
	}
	for _, lang := range Langs() {
		p := workshop.Promise{
			Theme: theme, Side: s.Side, Kind: s.Kind, What: s.What[lang], FirstStep: s.FirstStep[lang],
			Measure: s.Measure[lang], From: s.From, To: s.To, Owner: "owner", Due: workshop.Date{Year: 2026, Month: 11, Day: 21},
		}
		if err := p.Check("promise", themes); err != nil {
			t.Errorf("%q in %s: %v", s.What[workshop.English], lang, err)
		}
	}
	if s.From == "" || s.From == s.To {
		t.Errorf("%q goes from %q to %q", s.What[workshop.English], s.From, s.To)
	}
}
