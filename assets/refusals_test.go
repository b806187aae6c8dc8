package assets

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"exceed/workshop"
)

// wordsOf are the sentences of a language without plural forms.
func wordsOf(t *testing.T, lang workshop.Lang) map[string]string {
	said := map[string]string{}
	for key, e := range words(t, lang) {
		if !e.plural {
			said[key] = e.forms["other"]
		}
	}
	return said
}

var place = regexp.MustCompile(`{{\.\w+}}`)

func placesIn(sentence string) []string {
	return slices.Compact(slices.Sorted(slices.Values(place.FindAllString(sentence, -1))))
}

// Every refusal has its words; the English ones are the domain's own, and no language loses a place.
func TestRefusalsHaveTheirWords(t *testing.T) {
	for _, lang := range Langs() {
		words := wordsOf(t, lang)
		for _, r := range workshop.Refusals() {
			sentence := words["error."+r.Code]
			switch {
			case sentence == "":
				t.Errorf("%s: error.%s is missing", lang, r.Code)
			case lang == workshop.English && sentence != r.Text:
				t.Errorf("error.%s says %q, the domain says %q", r.Code, sentence, r.Text)
			case !slices.Equal(placesIn(sentence), placesIn(r.Text)):
				t.Errorf("%s: error.%s has the places %v, not %v", lang, r.Code, placesIn(sentence), placesIn(r.Text))
			}
		}
	}
}

func TestRefusalsAreListedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range workshop.Refusals() {
		if seen[r.Code] || r.Code == "" || !strings.HasSuffix(r.Text, ".") {
			t.Errorf("refusal %q: %q", r.Code, r.Text)
		}
		seen[r.Code] = true
	}
}

// A refusal that was filled in is explained with nothing left open.
func TestExplainFillsThePlaces(t *testing.T) {
	err := fmt.Errorf("while revealing: %w", workshop.ErrBelowThreshold.With("count", 4, "threshold", 5))
	for _, lang := range Langs() {
		got := WordsFor(lang).Explain(err)
		if strings.Contains(got, "{{") || strings.Contains(got, "no value") || !strings.Contains(got, "4") || !strings.Contains(got, "5") {
			t.Errorf("%s: %q", lang, got)
		}
	}
	plain := fmt.Errorf("something else")
	if got := WordsFor(workshop.French).Explain(plain); got != "something else" {
		t.Errorf("an error without words is explained as %q", got)
	}
}

// Everything that the domain names has its name in every language.
func TestNamesOfTheDomain(t *testing.T) {
	var keys []string
	for _, s := range workshop.States() {
		keys = append(keys, "state."+string(s))
	}
	for _, k := range workshop.Kinds() {
		keys = append(keys, "kind."+string(k))
	}
	for _, k := range workshop.OrganisationKinds() {
		keys = append(keys, "organisation."+string(k))
	}
	for _, b := range workshop.Behaviours() {
		keys = append(keys, "behaviour."+string(b))
	}
	for _, e := range []workshop.Evidence{workshop.Survey, workshop.PrivateBelief, workshop.GroupBelief} {
		keys = append(keys, "evidence."+string(e))
	}
	for _, f := range []workshop.Field{workshop.ModelFirst, workshop.AtOurExpense, workshop.CarryOver, workshop.KeepExceeding} {
		keys = append(keys, "field."+string(f))
	}
	for _, f := range []workshop.FateKind{workshop.ActedOn, workshop.Parked, workshop.Declined} {
		keys = append(keys, "fate."+string(f))
	}
	for _, s := range []workshop.Status{workshop.Done, workshop.Moved, workshop.Dropped} {
		keys = append(keys, "status."+string(s))
	}
	for _, s := range []workshop.Side{workshop.EmployeeSide, workshop.CustomerSide} {
		keys = append(keys, "side."+string(s))
	}
	for standing := workshop.MinStanding; standing <= workshop.MaxStanding; standing++ {
		keys = append(keys, fmt.Sprintf("standing.%d", standing))
	}
	for value := range 5 {
		keys = append(keys, fmt.Sprintf("frequency.%d", value))
	}
	empty := &workshop.Session{}
	for _, key := range append(empty.Missing(), empty.MissingForReveal()...) {
		keys = append(keys, "ready."+key)
	}
	keys = append(keys, "ready.expected_threshold", "ready.customers_answers")
	for _, lang := range Langs() {
		words := wordsOf(t, lang)
		for _, key := range keys {
			if strings.TrimSpace(words[key]) == "" {
				t.Errorf("%s: %s is missing", lang, key)
			}
		}
	}
}
