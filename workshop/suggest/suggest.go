// Package suggest proposes themes for what people wrote, on the laptop, in English, French and Swahili at once: which
// language a statement is in is deliberately kept nowhere, so each statement is read in all three. There are lessons in
// no other language: what is suggested for a statement in one is chance.
//
// A statement becomes features: words, English and French stems (Snowball, github.com/kljensen/snowball), pairs of words,
// and pieces of four or five letters. The pieces forgive misspellings and missing accents, and find the roots of
// Swahili, for which no kept-up stemmer exists. How much a feature speaks for a theme is learnt by logistic regression
// from the labelled words and sentences beside this file, and from the sentences of the session's own themes. A theme
// that a coach wrote is known by its sentences alone.
//
// The same statement and the same themes always give the same suggestions. On statements written
// independently of the lessons (testdata/blind-*), the first suggestion was right for 83 % in English, 89 % in French
// and 93 % in Swahili, and one of the first three for at least 97 %; mere hints (testdata/last2.*) do worse.
// accuracy_test.go has the figures.
package suggest

import (
	"cmp"
	"context"
	"slices"

	"exceed/workshop"
)

// MaxThemes is how many themes are suggested at most.
const MaxThemes = 3

// Suggester suggests themes of one session. It never changes once made, so that several goroutines may use it.
type Suggester struct {
	themes []workshop.ThemeKey
	model  *model
}

// New learns what speaks for each theme. The first call takes about a second; keep what it returns.
func New(themes []workshop.Theme) *Suggester {
	s := &Suggester{model: learn(themes)}
	for _, t := range themes {
		s.themes = append(s.themes, t.Key)
	}
	return s
}

// Ready learns what ships, so that the first New is quick too; whoever is going to need one can call it beside other work.
func Ready() { shipped() }

// Fill suggests themes for every voice of a session; what was suggested before is replaced. Whoever reveals a session
// calls it on what was counted, before that is kept. Once the context is over, its error; the voices that are left have
// none then.
func Fill(ctx context.Context, session *workshop.Session) error {
	if len(session.Voices) == 0 {
		return nil
	}
	s := New(session.Themes)
	for i := range session.Voices {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		session.Voices[i].Suggested = s.Themes(session.Voices[i].Text)
	}
	return nil
}

// leastEvidence is what the first word, and again the second, must bring at least before any theme is suggested.
const leastEvidence = 8

// Themes are the themes that a statement fits, best first, at most MaxThemes; nil where none does.
func (s *Suggester) Themes(text string) []workshop.ThemeKey {
	marks, weight := s.model.read(text)
	scores := s.model.scores(marks)
	order := make([]int, len(scores))
	mean := float32(0)
	for i := range order {
		order[i] = i
		mean += scores[i] / float32(len(scores))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	if len(order) == 0 || (scores[order[0]]-mean)*weight < leastEvidence*float32(min(2, len(words(text)))) {
		return nil
	}
	var fit []workshop.ThemeKey
	for _, t := range order[:min(MaxThemes, len(order))] {
		if scores[t] > mean {
			fit = append(fit, s.themes[t])
		}
	}
	return fit
}
