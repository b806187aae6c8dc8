// Package identify looks for what could tell who wrote a text: addresses, telephone numbers, names, roles. It runs on
// the laptop while a person types, knows English, French and Swahili at once, and only ever warns: what it misses is
// caught by the facilitator, who reads every text before it is shown.
package identify

import (
	"regexp"
	"slices"
	"strings"
)

// Kind is what a hint points at.
type Kind string

// The kinds.
const (
	Mail   Kind = "mail"   // e-mail address, web address or @name
	Number Kind = "number" // telephone, staff or identity number
	Name   Kind = "name"   // the name of a person
	Role   Kind = "role"   // what only one person or few can say of themselves
)

// Hint is one passage that could identify somebody.
type Hint struct {
	Kind Kind
	Text string
}

// maxText bounds the work on one text, in bytes.
const maxText = 8192

// Find lists the hints in a text, each kind and passage once, kinds in the order above.
func Find(text string) []Hint {
	if len(text) > maxText {
		text = text[:maxText]
	}
	var hints []Hint
	add := func(kind Kind, passage string) {
		hint := Hint{kind, strings.TrimSpace(passage)}
		if hint.Text != "" && !slices.Contains(hints, hint) {
			hints = append(hints, hint)
		}
	}
	for _, rule := range rules {
		for _, found := range rule.pattern.FindAllStringSubmatch(text, -1) {
			passage := found[len(found)-1]
			if rule.accept == nil || rule.accept(passage) {
				add(rule.kind, passage)
			}
		}
	}
	return hints
}

// rule finds passages; the last group of the pattern is the passage. accept may refuse one.
type rule struct {
	kind    Kind
	pattern *regexp.Regexp
	accept  func(passage string) bool
}

var rules = []rule{
	{Mail, regexp.MustCompile(`(?i)([\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)`), nil},
	{Mail, regexp.MustCompile(`(?i)\b((?:https?://|www\.)\S+)`), nil},
	{Mail, regexp.MustCompile(`(?:^|\s)(@[\p{L}\p{N}_.]{2,})`), nil},
	{Number, regexp.MustCompile(`(\+?\(?\d[\d\s().\-/]{4,}\d)`), func(p string) bool { return digits(p) >= 7 }},
	{Number, regexp.MustCompile(`\b((?:[A-Z]{1,4}[-/]?)?\d{4,})\b`), notYear},
	{Name, titled, nil},
	{Name, fullName, notOrdinary},
	{Name, calledBy, notOrdinaryWord},
	{Role, onlyOne, nil},
	{Role, iAmThe, nil},
	{Role, asThe, nil},
}

func digits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// notYear lets years such as 2026 pass.
func notYear(s string) bool {
	return len(s) != 4 || !strings.HasPrefix(s, "19") && !strings.HasPrefix(s, "20")
}
