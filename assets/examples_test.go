package assets

import (
	"testing"

	"exceed/workshop"
)

func TestExamples(t *testing.T) {
	for _, lang := range append(Langs(), "xx") {
		for _, theme := range Themes() {
			for _, kind := range workshop.OrganisationKinds() {
				for _, side := range []workshop.Side{workshop.EmployeeSide, workshop.CustomerSide} {
					want := shipped.files[Spoken(lang)].texts().Examples[theme.Key][kind][side]
					if got := Example(kind, theme.Key, side, lang); got != want || got == "" {
						t.Errorf("%s %s %s in %s: %q, want %q", theme.Key, kind, side, lang, got, want)
					}
				}
			}
		}
	}
	if got := Example(workshop.Public, "own_theme", workshop.EmployeeSide, workshop.English); got != "" {
		t.Errorf("a theme of one's own has the example %q", got)
	}
}
