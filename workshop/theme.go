package workshop

import (
	"fmt"
	"slices"
)

// ThemeKey names a theme in files and exports: 1 to 40 of a–z, 0–9, _ and -.
type ThemeKey string

// Valid says whether the key has its form.
func (k ThemeKey) Valid() bool {
	if len(k) == 0 || len(k) > 40 {
		return false
	}
	for _, c := range k {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '-' {
			return false
		}
	}
	return true
}

// Theme is one mirrored pair of sentences.
type Theme struct {
	Key       ThemeKey `json:"key"`
	Name      Text     `json:"name"`
	Employees Text     `json:"employees"` // what our people expect of us
	Customers Text     `json:"customers"` // what customers expect of us
}

// SameQuestion says whether both sentences are unchanged, so that years compare.
func (t Theme) SameQuestion(other Theme) bool {
	return t.Key == other.Key && t.Employees.Equal(other.Employees) && t.Customers.Equal(other.Customers)
}

// How many themes a session that collects may have.
const (
	MinThemes = 4
	MaxThemes = 16
)

// Lengths of texts, in characters.
const (
	MaxName      = 120
	MaxSentence  = 280
	MaxStatement = 280
	// MaxStatementBytes keeps three statements inside one slot of the box.
	MaxStatementBytes = 560
	MaxStatements     = 3
)

// CheckThemes refuses keys that are malformed or double, and themes without name or sentences; it does not count them.
func CheckThemes(themes []Theme) error {
	seen := map[ThemeKey]bool{}
	for i, t := range themes {
		place := fmt.Sprintf("themes[%d]", i)
		switch {
		case !t.Key.Valid():
			return invalid(place+".key", "%q must be 1 to 40 of a-z, 0-9, _ and -", string(t.Key))
		case seen[t.Key]:
			return invalid(place+".key", "%q is there twice", string(t.Key))
		case t.Name.In(English, English) == "":
			return invalid(place+".name", "is empty")
		case t.Employees.In(English, English) == "":
			return invalid(place+".employees", "is empty")
		case t.Customers.In(English, English) == "":
			return invalid(place+".customers", "is empty")
		}
		seen[t.Key] = true
	}
	return nil
}

// ThemeIndex is the place of a key among themes, −1 where it is none.
func ThemeIndex(themes []Theme, key ThemeKey) int {
	return slices.IndexFunc(themes, func(t Theme) bool { return t.Key == key })
}
