package assets

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"exceed/workshop"
)

func TestWordsSay(t *testing.T) {
	for _, c := range []struct {
		lang workshop.Lang
		say  func(*Words) string
		want string
	}{
		{"en", func(w *Words) string { return w.Date(workshop.Date{Year: 2026, Month: 11, Day: 21}) }, "21 November 2026"},
		{"fr", func(w *Words) string { return w.Date(workshop.Date{Year: 2026, Month: 8, Day: 1}) }, "1er août 2026"},
		{"sw", func(w *Words) string { return w.Date(workshop.Date{}) }, ""},
		{"en", func(w *Words) string { return w.Number(1234.56, 1) }, "1,234.6"},
		{"fr", func(w *Words) string { return w.Number(1234.56, 1) }, "1\u00a0234,6"},
		{"sw", func(w *Words) string { return w.Number(1234, 0) }, "1,234"},
		{"en", func(w *Words) string {
			return w.Ratio(0.0111) + " " + w.Ratio(0.1) + " " + w.Ratio(2.46) + " " + w.Ratio(0)
		}, "0.011 0.1 2.5 0.0"},
		{"en", func(w *Words) string { return w.Signed(0.84, 1) }, "+0.8"},
		{"fr", func(w *Words) string { return w.Signed(-0.84, 1) }, "−0,8"},
		{"en", func(w *Words) string { return w.Signed(-0.04, 1) }, "0.0"},
		{"en", func(w *Words) string { return w.Number(-0.4, 0) }, "0"},
		{"sw", func(w *Words) string { return w.Number(-1.25, 1) }, "−1.3"},
		{"en", func(w *Words) string { return w.Percent(0.125, 12) }, "13%"},
		{"en", func(w *Words) string { return w.Percent(0.1254, 200) }, "12.5%"},
		{"fr", func(w *Words) string { return w.Percent(0.1254, 200) }, "12,5\u00a0%"},
		{"en", func(w *Words) string { return w.Say("no.such.key") }, "⟦no.such.key⟧"},
		{"xx", func(w *Words) string { return w.Month(5) }, "May"},
	} {
		if got := c.say(WordsFor(c.lang)); got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
}

func TestWordsCount(t *testing.T) {
	for lang, want := range map[workshop.Lang]map[int]string{
		"en": {0: "0 minutes", 1: "1 minute", 2: "2 minutes", 1_000_000: "1,000,000 minutes"},
		"fr": {0: "0 minute", 1: "1 minute", 2: "2 minutes", 1_000_000: "1\u00a0000\u00a0000 minutes"},
		"sw": {1: "Dakika 1", 5_000: "Dakika 5,000"},
	} {
		for n, want := range want {
			if got := WordsFor(lang).Count("agenda.minutes", n); got != want {
				t.Errorf("%s, %d: %q, want %q", lang, n, got, want)
			}
		}
	}
}

func TestWordsExplainEveryRefusal(t *testing.T) {
	for _, lang := range Langs() {
		w := WordsFor(lang)
		for _, r := range workshop.Refusals() {
			said := w.Explain(r)
			if strings.Contains(said, "⟦") {
				t.Errorf("%s has no words in %s", r.Code, lang)
			}
			if lang == workshop.English && words(t, lang)["error."+r.Code].forms["other"] != r.Text {
				t.Errorf("%s says %q in words and %q in the domain", r.Code, words(t, lang)["error."+r.Code].forms["other"], r.Text)
			}
		}
	}
	fr := WordsFor(workshop.French)
	for want, err := range map[string]error{
		"Une séance ne peut pas passer de «\u00a0Scellé\u00a0» à «\u00a0Recueillir\u00a0».":                        workshop.ErrIllegalMove.With("from", "sealed", "to", "collect"),
		"Le recueil ne peut pas encore commencer, il manque\u00a0: nom de l’organisation, date de l’atelier.":      workshop.ErrNotReady.With("missing", "organisation, date"),
		"Une promesse dit ce qui est fait, par qui et pour quand\u00a0; il manque\u00a0: pour quand, qui le fait.": workshop.ErrNoPromise.With("missing", "due, owner"),
		"disk on fire": errors.New("disk on fire"),
	} {
		if got := fr.Explain(err); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestWordsOfClosedSets holds every value of a closed set to its words, as their keys are put together in the code.
func TestWordsOfClosedSets(t *testing.T) {
	keys := []string{"state.next", "promise.missing.what", "promise.missing.owner", "promise.missing.due", "undo.move"}
	for _, s := range workshop.States() {
		keys = append(keys, "state."+string(s))
	}
	few := workshop.NewSession("", workshop.Setup{Expected: 1}, nil)
	survey := workshop.NewSession("", workshop.Setup{}, nil)
	survey.Customers.Evidence = workshop.Survey
	missing := workshop.NewSession("", workshop.Setup{}, nil).Missing()
	missing = append(append(missing, few.Missing()...), survey.MissingForReveal()...)
	for _, m := range missing {
		keys = append(keys, "ready."+m)
	}
	all := words(t, workshop.English)
	for _, key := range keys {
		if _, ok := all[key]; !ok {
			t.Errorf("%q has no words", key)
		}
	}
}

func TestWordsAreSafeForConcurrentUse(t *testing.T) {
	w := WordsFor(workshop.French)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if w.Count("agenda.minutes", 2) != "2 minutes" || w.Number(1.5, 1) != "1,5" {
					t.Error("words got mixed up")
					return
				}
			}
		})
	}
	group.Wait()
}
