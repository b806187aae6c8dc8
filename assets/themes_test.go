package assets

import (
	"testing"

	"exceed/workshop"
)

func TestThemes(t *testing.T) {
	themes := Themes()
	if len(themes) != 12 {
		t.Errorf("%d themes, want 12", len(themes))
	}
	if err := workshop.CheckThemes(themes); err != nil {
		t.Fatal(err)
	}
	for _, theme := range themes {
		for _, lang := range Langs() {
			if theme.Name[lang] == "" || theme.Employees[lang] == "" || theme.Customers[lang] == "" {
				t.Errorf("%s says nothing in %s", theme.Key, lang)
			}
		}
	}
	if got := themes[11].Customers[workshop.French]; got != shipped.files["fr"].texts().Themes["growth"].Customers {
		t.Errorf("customers of growth in French: %q", got)
	}
}

func TestThemesAreTheCallersOwn(t *testing.T) {
	Themes()[0].Name[workshop.English] = "changed"
	if got := Themes()[0].Name[workshop.English]; got != "Reliability" {
		t.Errorf("a caller changed the shipped themes: %q", got)
	}
}
