// Package suggest proposes themes for what people wrote, on the laptop, in English, French and Swahili at once: which
// language a statement is in is deliberately kept nowhere, so each statement is read in all three.
//
// A statement becomes features: stems of words, and phrases. How much a feature speaks for a theme is learnt from two
// sources: the theme's own sentences, and, for the themes that ship, the labelled words and phrases of words.json.
// English and French are stemmed by Snowball (github.com/kljensen/snowball); for Swahili no kept-up stemmer exists, so
// swahili.go strips the affixes of verbs and nouns itself. A theme that a coach wrote is known by its sentences alone.
//
// The same statement and the same themes always give the same suggestions. Files in testdata hold labelled statements:
// tuning.* were looked at while the words and weights were chosen, heldout.* never. second.* and third.* were
// written after them, judged them once unseen (see accuracy_test.go) and then helped to widen the list.
package suggest

import (
	"cmp"
	"slices"

	"exceed/workshop"
)

// MaxThemes is how many themes are suggested at most.
const MaxThemes = 3

// Suggester suggests themes of one session. It never changes once made, so that several goroutines may use it.
type Suggester struct {
	themes []workshop.ThemeKey
	book   *book
}

// New learns what speaks for each theme. It takes up to a tenth of a second; keep what it returns.
func New(themes []workshop.Theme) *Suggester {
	s := &Suggester{book: newBook(len(themes))}
	for _, t := range themes {
		s.themes = append(s.themes, t.Key)
	}
	s.book.learn(themes)
	return s
}

// Fill suggests themes for every voice of a session; what was suggested before is replaced. Whoever reveals a session
// calls it on what was counted, before that is kept.
func Fill(session *workshop.Session) {
	if len(session.Voices) == 0 {
		return
	}
	s := New(session.Themes)
	for i := range session.Voices {
		session.Voices[i].Suggested = s.Themes(session.Voices[i].Text)
	}
}

// leastScore is what a theme needs to be suggested at all, and leastShare what it needs of the best one's
// score to be suggested beside it.
const (
	leastScore = 0.05
	leastShare = 0.1
)

// Themes are the themes that a statement fits, best first, at most MaxThemes; nil where none does.
func (s *Suggester) Themes(text string) []workshop.ThemeKey {
	scores := s.book.score(text)
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	var fit []workshop.ThemeKey
	for _, t := range order {
		if len(fit) == MaxThemes || scores[t] < leastScore || scores[t] < leastShare*scores[order[0]] {
			break
		}
		fit = append(fit, s.themes[t])
	}
	return fit
}
