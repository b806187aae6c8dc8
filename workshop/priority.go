package workshop

import (
	"slices"
	"strings"
)

// MaxFocus is how many themes go on to the plan.
const MaxFocus = 3

// Placement is where the group puts a theme on the map of impact and effort, each 0 … 1.
type Placement struct {
	Impact float64 `json:"impact"`
	Effort float64 `json:"effort"`
}

// Priorities are what the group chose from what the numbers suggested.
type Priorities struct {
	Dots    map[ThemeKey]int       `json:"dots,omitempty"`         // counted aloud, or given privately
	Private bool                   `json:"private_dots,omitempty"` // the dots are those of a counted poll
	Map     map[ThemeKey]Placement `json:"map,omitempty"`
	Focus   []ThemeKey             `json:"focus,omitempty"`   // at most MaxFocus, first things first
	Dropped map[ThemeKey]string    `json:"dropped,omitempty"` // why a theme that divides the team, or that the numbers put first, does not go on
}

// Toggle adds a theme to the focus, in last place, or takes it out again. ErrTooManyFocus.
func (p *Priorities) Toggle(key ThemeKey) error {
	if i := slices.Index(p.Focus, key); i >= 0 {
		p.Focus = slices.Delete(p.Focus, i, i+1)
		return nil
	}
	if len(p.Focus) >= MaxFocus {
		return ErrTooManyFocus
	}
	p.Focus = append(p.Focus, key)
	return nil
}

// Promote puts a focus theme one place further to the front; the first stays where it is.
func (p *Priorities) Promote(key ThemeKey) {
	if i := slices.Index(p.Focus, key); i > 0 {
		p.Focus[i-1], p.Focus[i] = p.Focus[i], p.Focus[i-1]
	}
}

// strongMinority is the share of people below what they expect that a mean at or above it must not hide.
const strongMinority = 1.0 / 3

// Divides says whether the team splits on the theme, or a third of it or more stand below what they expect though the
// mean does not: their theme has no focus value, and nobody would speak of it.
func (t ThemeFigures) Divides() bool {
	e := t.Employees
	return t.Splits() || e.Mean != nil && e.Below != nil && *e.Mean >= 0 && *e.Below >= strongMinority-tolerance
}

// Splits says whether the team splits on the theme, as the reveal calls it.
func (t ThemeFigures) Splits() bool { return t.Employees.Split != nil && *t.Employees.Split }

// LeftBehind is a theme that does not go on though it might have been expected to.
type LeftBehind struct {
	Theme   ThemeFigures
	First   bool   // the numbers put it first
	Divides bool   // it divides the team, or the mean hides a strong minority
	Reason  string // in the group's words; empty where nobody has said why
}

// LeftBehind are the themes that divide the team, that come first in the numbers, or of which somebody said why they do
// not go on, in the session's order. There are none while no theme goes on.
func (p *Priorities) LeftBehind(c *Comparison) []LeftBehind {
	if len(p.Focus) == 0 {
		return nil
	}
	return p.leftBehind(c)
}

func (p *Priorities) leftBehind(c *Comparison) []LeftBehind {
	var behind []LeftBehind
	for _, t := range c.Themes {
		l := LeftBehind{
			Theme:   t,
			First:   t.FocusRank != nil && *t.FocusRank == 1 && *t.Focus > tolerance,
			Divides: t.Divides(),
			Reason:  strings.TrimSpace(p.Dropped[t.Key]),
		}
		if (l.First || l.Divides || l.Reason != "") && !slices.Contains(p.Focus, t.Key) {
			behind = append(behind, l)
		}
	}
	return behind
}

// Unexplained are the themes that do not go on, though they divide the team or come first in the numbers, and of which
// nobody has said why.
func (p *Priorities) Unexplained(c *Comparison) []ThemeFigures {
	var open []ThemeFigures
	for _, l := range p.leftBehind(c) {
		if l.Reason == "" {
			open = append(open, l.Theme)
		}
	}
	return open
}
