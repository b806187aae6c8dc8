package rehearsal

import (
	"maps"
	"slices"
	"testing"
	"unicode/utf8"

	"exceed/assets"
	"exceed/workshop"
)

// spoken are the languages of the simulated people.
func spoken() []workshop.Lang {
	return slices.SortedFunc(maps.Keys(lines().Team), workshop.Lang.Compare)
}

func TestCorpus(t *testing.T) {
	sayings, perTheme, identifying := corpus(), map[workshop.ThemeKey]int{}, 0
	if len(sayings) < 60 {
		t.Errorf("%d sayings, want at least 60", len(sayings))
	}
	for _, said := range sayings {
		perTheme[said.Theme]++
		if said.Identifies {
			identifying++
		}
	}
	for _, theme := range assets.Themes() {
		if perTheme[theme.Key] < 5 {
			t.Errorf("%s has %d sayings, want at least 5", theme.Key, perTheme[theme.Key])
		}
		delete(perTheme, theme.Key)
	}
	delete(perTheme, "")
	if len(perTheme) > 0 {
		t.Errorf("sayings on unknown themes: %v", perTheme)
	}
	if identifying < 3 {
		t.Errorf("%d sayings tell their writer, want at least 3", identifying)
	}
	for _, lang := range spoken() {
		short, long, seen := 0, 0, map[string]bool{}
		for _, said := range sayings {
			text := said.Text[lang]
			if err := (workshop.Statement{Text: text}).Check("saying"); err != nil {
				t.Errorf("%q in %s: %v", said.Text[workshop.English], lang, err)
			}
			if len(text) > workshop.MaxStatementBytes {
				t.Errorf("%q in %s takes %d bytes", text, lang, len(text))
			}
			if seen[text] {
				t.Errorf("%q is there twice in %s", text, lang)
			}
			seen[text] = true
			switch n := utf8.RuneCountInString(text); {
			case n <= 30:
				short++
			case n >= 220:
				long++
			}
		}
		if short < 5 || long < 4 {
			t.Errorf("%s: %d short and %d long sayings; screens need both", lang, short, long)
		}
	}
}

func TestScriptSpeaksEachLanguage(t *testing.T) {
	s := lines()
	texts := append([]workshop.Text{s.Team, s.Currency, s.Split, s.LeftOut, s.Moved}, s.Owners...)
	texts = append(append(texts, s.Parking...), s.Declined...)
	for _, text := range texts {
		for _, lang := range spoken() {
			if text[lang] == "" || utf8.RuneCountInString(text[lang]) > workshop.MaxName {
				t.Errorf("%q in %s must have 1 to %d characters", text[workshop.English], lang, workshop.MaxName)
			}
		}
	}
	if len(s.Owners) < 3 || len(s.Parking) < 2 || len(s.Declined) < 1 {
		t.Errorf("the script is thin: %d owners, %d parked items, %d reasons", len(s.Owners), len(s.Parking), len(s.Declined))
	}
}
