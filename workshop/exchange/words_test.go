package exchange_test

import (
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/exchange"
)

func TestRefusalsHaveWords(t *testing.T) {
	for _, lang := range assets.Langs() {
		words := assets.WordsFor(lang)
		for _, r := range exchange.Refusals() {
			text := words.Explain(r)
			if strings.Contains(text, "⟦") || lang == workshop.English && strings.Count(text, "<no value>") != strings.Count(r.Text, "{{") {
				t.Errorf("%s: %s says %q", lang, r.Code, text)
			}
		}
	}
	for _, r := range exchange.Refusals() {
		filled := workshop.Refusal{Code: r.Code, Text: r.Text, Args: map[string]any{}}
		for _, name := range []string{
			"line", "place", "problem", "found", "name", "want", "limit", "row", "column", "megabytes", "rows", "columns",
		} {
			filled.Args[name] = name
		}
		if said := assets.WordsFor(workshop.English).Explain(&filled); said != filled.Error() {
			t.Errorf("%s differs:\n%s\n%s", r.Code, said, filled.Error())
		}
	}
}
