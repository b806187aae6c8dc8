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
	Dots    map[ThemeKey]int       `json:"dots,omitempty"` // counted aloud
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

// Unexplained are the themes that do not go on, though they divide the team or come first in the numbers, and of which
// nobody has said why.
func (p *Priorities) Unexplained(c *Comparison) []ThemeFigures {
	var open []ThemeFigures
	for _, t := range c.Themes {
		first := t.FocusRank != nil && *t.FocusRank == 1 && *t.Focus > tolerance
		split := t.Employees.Split != nil && *t.Employees.Split
		if (first || split) && !slices.Contains(p.Focus, t.Key) && strings.TrimSpace(p.Dropped[t.Key]) == "" {
			open = append(open, t)
		}
	}
	return open
}
