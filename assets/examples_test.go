package assets

import (
	"strings"
	"testing"
	"unicode/utf8"

	"exceed/workshop"
)

func TestExamples(t *testing.T) {
	if len(examples()) != len(Themes()) {
		t.Errorf("examples of %d themes, want %d", len(examples()), len(Themes()))
	}
	for _, lang := range workshop.Langs() {
		seen := map[string]string{}
		for _, theme := range Themes() {
			for _, kind := range workshop.OrganisationKinds() {
				for _, side := range []workshop.Side{workshop.EmployeeSide, workshop.CustomerSide} {
					place := strings.Join([]string{string(theme.Key), string(kind), string(side), string(lang)}, " ")
					text := examples()[theme.Key][kind][side][lang]
					if n := utf8.RuneCountInString(text); n == 0 || n > 90 || !strings.HasSuffix(text, ".") {
						t.Errorf("%s: %q must be one sentence of at most 90 characters", place, text)
					}
					if other, twice := seen[text]; twice {
						t.Errorf("%s and %s say the same: %q", place, other, text)
					}
					seen[text] = place
					if got := Example(kind, theme.Key, side, lang); got != text {
						t.Errorf("%s: Example answers %q, want %q", place, got, text)
					}
				}
			}
		}
	}
	if got := Example(workshop.Public, "own_theme", workshop.EmployeeSide, workshop.English); got != "" {
		t.Errorf("a theme of one's own has the example %q", got)
	}
}
