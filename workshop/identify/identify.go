// Package identify looks for what could tell who wrote a text: addresses, telephone numbers, names, roles, places in
// the organisation, events of a life. It runs on the laptop while a person types, knows English, French and Swahili at
// once, and only ever warns: what it misses is caught by the facilitator, who reads every text before it is shown.
//
// Of a text in another language only warnings of addresses and numbers are to be relied on: capitals that it writes within
// a sentence look like names.
//
// The rules see a text without accents (folded.go), so they hold no accents themselves. Files in testdata hold labelled
// statements: seen.* were looked at while the rules were written; heldout.* and fresh-test.* were measured again and
// again, but never looked at; last.* was written when all was done, and changed nothing.
package identify

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Kind is what a hint points at.
type Kind string

// The kinds.
const (
	Mail   Kind = "mail"   // e-mail address, web address or @name
	Number Kind = "number" // telephone, staff or identity number
	Name   Kind = "name"   // the name of a person
	Role   Kind = "role"   // what only one person or few can say of themselves: a job, "as the only …"
	Place  Kind = "place"  // where in the organisation somebody works: a named branch, a numbered room, a department
	Event  Kind = "event"  // what happened in one person's life: a leave, a death, a birth, the year of joining
)

// Hint is one passage that could identify somebody: Text is text[Start:End].
type Hint struct {
	Kind       Kind
	Text       string
	Start, End int // in bytes
}

// maxText bounds the work on one text, in bytes.
const maxText = 8192

// Find lists the hints in a text, each kind and passage once, kinds in the order above. A passage inside another one of
// its kind is left out.
func Find(text string) []Hint {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	f := fold(text)
	var hints []Hint
	add := func(kind Kind, from, to int) {
		start, end := f.span(from, to)
		hint := Hint{kind, text[start:end], start, end}
		if trimmed := strings.TrimSpace(hint.Text); trimmed != hint.Text {
			start += strings.Index(hint.Text, trimmed)
			hint = Hint{kind, trimmed, start, start + len(trimmed)}
		}
		if hint.Text == "" || slices.ContainsFunc(hints, hint.within) {
			return
		}
		hints = slices.DeleteFunc(hints, func(other Hint) bool { return other.within(hint) })
		hints = append(hints, hint)
	}
	for _, r := range rules() {
		if !r.mayMatch(f.lower) {
			continue
		}
		seen := f.lower
		if r.capitals {
			seen = f.text
		}
		for _, found := range r.pattern.FindAllStringSubmatchIndex(seen, -1) {
			from, to := found[len(found)-2], found[len(found)-1]
			if from >= 0 && (r.accept == nil || r.accept(seen, from, to)) {
				add(r.kind, from, to)
			}
		}
	}
	findNames(f, func(from, to int) { add(Name, from, to) })
	slices.SortStableFunc(hints, func(a, b Hint) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds(), a.Kind), slices.Index(kinds(), b.Kind)), cmp.Compare(a.Start, b.Start))
	})
	return hints
}

func kinds() []Kind { return []Kind{Mail, Number, Name, Role, Place, Event} }

// within says whether a hint says nothing more than another one of its kind.
func (h Hint) within(other Hint) bool {
	return h.Kind == other.Kind && (h.Text == other.Text || other.Start <= h.Start && h.End <= other.End)
}

// rule finds passages; the last group of the pattern is the passage. It sees the folded text in lower case, or with
// its capitals. accept may refuse a passage.
type rule struct {
	kind     Kind
	pattern  *regexp.Regexp
	capitals bool
	accept   func(text string, from, to int) bool
	needs    []string // see needs
}

var rules = sync.OnceValue(func() []rule {
	all := slices.Concat(contactRules(), nameRules(), roleRules(), postRules(), originRules(), placeRules(), eventRules())
	for i, r := range all {
		all[i].needs = needs(r.pattern.String())
	}
	return all
})

func lower(kind Kind, patterns ...string) []rule {
	var rules []rule
	for _, p := range patterns {
		rules = append(rules, rule{kind: kind, pattern: regexp.MustCompile(p)})
	}
	return rules
}
