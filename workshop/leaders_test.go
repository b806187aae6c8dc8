package workshop

import (
	"errors"
	"math"
	"testing"
)

func TestLeadersCheck(t *testing.T) {
	themes := testThemes(3)
	good := Leaders{
		Order: []ThemeKey{"theme-2", "theme-0"}, Standing: map[ThemeKey]float64{"theme-1": -3, "theme-2": 3},
		Behaviours: map[Behaviour]Frequency{Coaches: Always, Listens: NotSaid}, Investment: Investment{Employees: Effort{Hours: 1}},
	}
	accepting := &Session{State: Collect, Themes: themes}
	if err := accepting.SetLeaders(good); err != nil || len(accepting.Leaders.Order) != 2 {
		t.Fatalf("a sound prediction: %v, %+v", err, accepting.Leaders)
	}
	for name, l := range map[string]Leaders{
		"an unknown theme in order": {Order: []ThemeKey{"elsewhere"}},
		"a theme twice":             {Order: []ThemeKey{"theme-0", "theme-0"}},
		"an unknown theme":          {Standing: map[ThemeKey]float64{"elsewhere": 1}},
		"a standing too low":        {Standing: map[ThemeKey]float64{"theme-0": -3.5}},
		"no standing":               {Standing: map[ThemeKey]float64{"theme-0": math.NaN()}},
		"an unknown behaviour":      {Behaviours: map[Behaviour]Frequency{"sings": Often}},
		"an unknown frequency":      {Behaviours: map[Behaviour]Frequency{Coaches: Always + 1}},
		"hours below 0":             {Investment: Investment{Employees: Effort{Hours: -1}}},
		"endless money":             {Investment: Investment{Customers: Effort{Money: math.Inf(1)}}},
		"no money":                  {Investment: Investment{Customers: Effort{Money: math.NaN()}}},
	} {
		s := &Session{State: Collect, Themes: themes}
		if err := s.SetLeaders(l); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRatios(t *testing.T) {
	hours, money := Investment{Employees: Effort{Hours: 40, Money: 10}, Customers: Effort{Hours: 160}}.Ratios()
	isNear(t, "hours", hours, .25)
	if money != nil {
		t.Errorf("over zero: %v", *money)
	}
}

func TestFrequencies(t *testing.T) {
	for value, want := range []Frequency{Never, Seldom, Sometimes, Often, Always} {
		f, ok := FrequencyOf(value)
		back, said := f.Value()
		if f != want || !ok || back != value || !said {
			t.Errorf("%d is %v and comes back as %d", value, f, back)
		}
	}
	for _, value := range []int{-1, 5} {
		if _, ok := FrequencyOf(value); ok {
			t.Errorf("%d is a frequency", value)
		}
	}
	for _, f := range []Frequency{NotSaid, Always + 1} {
		if _, ok := f.Value(); ok {
			t.Errorf("frequency %d has a value", f)
		}
	}
}

func TestBehaviours(t *testing.T) {
	less := 0
	for i, b := range Behaviours() {
		if b.Index() != i {
			t.Errorf("%s stands at %d, not %d", b, b.Index(), i)
		}
		if b.LessOf() {
			less++
		}
	}
	if less != 4 || !AssumesMotives.LessOf() || Coaches.LessOf() || Behaviour("sings").LessOf() {
		t.Errorf("%d behaviours to do less of", less)
	}
}
