package workshop

import "cmp"

// Lang is a language that a person reads Exceed in, as an ISO 639-1 code. The domain knows none by heart: which ship is
// the list of package assets, and a session keeps its language and its sentences also where that one does not ship.
type Lang string

// The languages that code and tests name. English is what stands in where another has no words.
const (
	English Lang = "en"
	French  Lang = "fr"
	Swahili Lang = "sw"
)

// Valid says whether l has the form of a code: two lower-case letters.
func (l Lang) Valid() bool {
	return len(l) == 2 && 'a' <= l[0] && l[0] <= 'z' && 'a' <= l[1] && l[1] <= 'z'
}

// Compare orders languages: English first, the others by their code.
func (l Lang) Compare(other Lang) int {
	switch {
	case l == other:
		return 0
	case l == English:
		return -1
	case other == English:
		return 1
	}
	return cmp.Compare(l, other)
}

// Text is one sentence in one or more languages.
type Text map[Lang]string

// In is the sentence in a language, else in the fallback, else in the first language that has one.
func (t Text) In(l, fallback Lang) string {
	for _, try := range []Lang{l, fallback} {
		if s := t[try]; s != "" {
			return s
		}
	}
	first, found := Lang(""), false
	for other, s := range t {
		if s != "" && (!found || other.Compare(first) < 0) {
			first, found = other, true
		}
	}
	return t[first]
}

// Equal says whether two texts hold the same sentences.
func (t Text) Equal(other Text) bool { return t.within(other) && other.within(t) }

// within says whether the other text has each of the sentences.
func (t Text) within(other Text) bool {
	for l, s := range t {
		if s != other[l] {
			return false
		}
	}
	return true
}
