package suggest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
)

func TestSuggestsNothingWhereNothingFits(t *testing.T) {
	s := New(assets.Themes())
	for _, text := range []string{"", "…", "12 34", "xyzzy qwrtp", "🙂", "the of and"} {
		if got := s.Themes(text); got != nil {
			t.Errorf("%q: suggested %v", text, got)
		}
	}
}

func TestKnowsACoachsOwnThemeByItsSentences(t *testing.T) {
	own := workshop.Theme{
		Key:       "parking",
		Name:      workshop.Text{workshop.English: "Bicycles", workshop.French: "Vélos", workshop.Swahili: "Baiskeli"},
		Employees: workshop.Text{workshop.English: "Our bicycles stand dry behind the gate.", workshop.French: "Nos vélos sont au sec derrière le portail."},
		Customers: workshop.Text{workshop.English: "Customers’ bicycles stand dry behind the gate."},
	}
	s := New(append(assets.Themes(), own))
	for _, text := range []string{"Where can I leave my bicycle?", "un abri pour les vélos", "baiskeli yangu inalowa", "the gate is locked, and my bicycle outside"} {
		if got := s.Themes(text); len(got) == 0 || got[0] != own.Key {
			t.Errorf("%q: suggested %v, want %s first", text, got, own.Key)
		}
	}
	if alone := New([]workshop.Theme{own}).Themes("My salary is late"); alone != nil {
		t.Errorf("%v suggested for a theme that the session does not have", alone)
	}
}

func TestForgivesMissingAccentsAndOneWrongLetter(t *testing.T) {
	s := New(assets.Themes())
	for text, want := range map[string]workshop.ThemeKey{
		"remuneration": "reward", "rémunération": "reward", "felicitations": "recognition",
		"overtmie": "reward", "recogniton": "recognition", "mshahra": "reward", "RECONNAISSANCE": "recognition",
	} {
		if got := s.Themes(text); len(got) == 0 || got[0] != want {
			t.Errorf("%q: suggested %v, want %s first", text, got, want)
		}
	}
}

func TestSuggestsTheSameEachTime(t *testing.T) {
	a, b := New(assets.Themes()), New(assets.Themes())
	for _, lang := range taught() {
		for _, l := range statements(t, "heldout."+string(lang)+".txt") {
			if x, y := a.Themes(l.text), b.Themes(l.text); !slices.Equal(x, y) || len(x) > MaxThemes {
				t.Fatalf("%q: %v, then %v", l.text, x, y)
			}
		}
	}
}

func TestACancelledFillEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := workshop.NewSession("1", workshop.Setup{}, assets.Themes())
	s.Voices = []workshop.Voice{{ID: 1, Text: "Our wages are too low"}}
	if err := Fill(ctx, s); !errors.Is(err, context.Canceled) || s.Voices[0].Suggested != nil {
		t.Errorf("%v, suggested %v", err, s.Voices[0].Suggested)
	}
}

func TestFillsEveryVoice(t *testing.T) {
	s := workshop.NewSession("1", workshop.Setup{}, assets.Themes())
	s.Voices = []workshop.Voice{
		{ID: 1, Text: "Our wages are too low", Suggested: []workshop.ThemeKey{"voice"}},
		{ID: 2, Text: "?", Suggested: []workshop.ThemeKey{"voice"}},
	}
	if err := Fill(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	if got := s.Voices[0].Suggested; len(got) == 0 || got[0] != "reward" {
		t.Errorf("suggested %v, want reward first", got)
	}
	if got := s.Voices[1].Suggested; got != nil {
		t.Errorf("kept %v, want nothing", got)
	}
}

// The words and sentences speak of the themes that ship, in every language, and teach nothing about others.
func TestReadsWordsAndSentences(t *testing.T) {
	lists, themes := lists(), assets.Themes()
	if len(lists) != len(themes) {
		t.Errorf("%d lists for %d themes", len(lists), len(themes))
	}
	for _, lang := range taught() {
		count := map[workshop.ThemeKey]int{}
		for key := range sentences(lang) {
			count[key]++
		}
		if len(count) != len(themes) {
			t.Errorf("%s: sentences for %d themes of %d", lang, len(count), len(themes))
		}
		for _, theme := range themes {
			if n := strings.Count(lists[theme.Key][lang], ","); n < 40 || count[theme.Key] < 250 {
				t.Errorf("%s/%s: only %d entries and %d sentences", theme.Key, lang, n+1, count[theme.Key])
			}
		}
	}
}

// What judges must not teach.
func TestKeepsTestsOutOfTheLessons(t *testing.T) {
	for _, lang := range taught() {
		taught := map[string]bool{}
		for _, text := range sentences(lang) {
			taught[strings.Join(words(text), " ")] = true
		}
		for _, set := range judges(t, lang) {
			for _, l := range set.all {
				if taught[strings.Join(words(l.text), " ")] {
					t.Errorf("%s/%s: %q is a lesson too", set.name, lang, l.text)
				}
			}
		}
	}
}

func FuzzThemes(f *testing.F) {
	s := New(assets.Themes())
	f.Add("Nobody listens, personne n’écoute, hawasikilizi")
	f.Fuzz(func(t *testing.T, text string) {
		if got := s.Themes(text); len(got) > MaxThemes {
			t.Errorf("%d themes", len(got))
		}
	})
}

func BenchmarkLearnShipped(b *testing.B) {
	for b.Loop() {
		learnShipped()
	}
}

func BenchmarkNew(b *testing.B) {
	themes := assets.Themes()
	New(themes) // what ships is learnt once
	for b.Loop() {
		New(themes)
	}
}

func BenchmarkThemes(b *testing.B) {
	s := New(assets.Themes())
	for _, lang := range taught() {
		b.Run(string(lang), func(b *testing.B) {
			all := statements(b, "heldout."+string(lang)+".txt")
			for i := 0; b.Loop(); i++ {
				s.Themes(all[i%len(all)].text)
			}
		})
	}
}
