package assets

import (
	"testing"
	"unicode/utf8"

	"exceed/workshop"
)

func TestThemes(t *testing.T) {
	themes := Themes()
	want := []workshop.ThemeKey{
		"reliability", "responsiveness", "competence", "listening", "environment", "reward",
		"recognition", "voice", "autonomy", "wellbeing", "communication", "growth",
	}
	if len(themes) != len(want) {
		t.Fatalf("%d themes, want %d", len(themes), len(want))
	}
	if err := workshop.CheckThemes(themes); err != nil {
		t.Fatal(err)
	}
	for i, theme := range themes {
		if theme.Key != want[i] {
			t.Errorf("theme %d is %q, want %q", i, theme.Key, want[i])
		}
		for _, lang := range workshop.Langs() {
			if theme.Name[lang] == "" || utf8.RuneCountInString(theme.Name[lang]) > 24 {
				t.Errorf("%s: name %q in %s must have 1 to 24 characters", theme.Key, theme.Name[lang], lang)
			}
			for _, sentence := range []string{theme.Employees[lang], theme.Customers[lang]} {
				if sentence == "" || utf8.RuneCountInString(sentence) > 110 {
					t.Errorf("%s: %q in %s must have 1 to 110 characters", theme.Key, sentence, lang)
				}
			}
			if theme.Employees[lang] == theme.Customers[lang] {
				t.Errorf("%s: both sides ask the same of the same party in %s", theme.Key, lang)
			}
		}
	}
}

func TestThemesAreTheCallersOwn(t *testing.T) {
	Themes()[0].Name[workshop.English] = "changed"
	if got := Themes()[0].Name[workshop.English]; got != "Reliability" {
		t.Errorf("a caller changed the shipped themes: %q", got)
	}
}
