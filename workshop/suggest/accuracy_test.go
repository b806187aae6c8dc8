package suggest

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
)

// labelled is a statement with the theme that it was written for.
type labelled struct {
	theme workshop.ThemeKey
	text  string
}

// statements reads a file of testdata: "# theme" before the statements of that theme, one a line.
func statements(t testing.TB, name string) []labelled {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []labelled
	var theme workshop.ThemeKey
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if key, ok := strings.CutPrefix(lines.Text(), "# "); ok {
			theme = workshop.ThemeKey(key)
		} else {
			all = append(all, labelled{theme, lines.Text()})
		}
	}
	return all
}

// rehearsed are what simulated people say, a set that was written by others for another end.
func rehearsed(t testing.TB, lang workshop.Lang) []labelled {
	t.Helper()
	data, err := os.ReadFile("../rehearsal/voices.json")
	if err != nil {
		t.Fatal(err)
	}
	var sayings []struct {
		Theme workshop.ThemeKey
		Text  workshop.Text
	}
	if err := json.Unmarshal(data, &sayings); err != nil {
		t.Fatal(err)
	}
	var all []labelled
	for _, s := range sayings {
		if s.Theme != "" {
			all = append(all, labelled{s.Theme, s.Text[lang]})
		}
	}
	return all
}

// measure counts how often the first suggestion is right, and how often one of the first three.
func measure(s *Suggester, all []labelled) (top, three float64) {
	for _, l := range all {
		got := s.Themes(l.text)
		at := slices.Index(got, l.theme)
		if at == 0 {
			top++
		}
		if at >= 0 {
			three++
		}
	}
	return top / float64(len(all)), three / float64(len(all))
}

// judged is a set of statements that taught nothing, and the least that is expected of it.
type judged struct {
	name       string
	all        []labelled
	top, three float64
}

func judges(t testing.TB, lang workshop.Lang) []judged {
	read := func(name string) []labelled { return statements(t, name+"."+string(lang)+".txt") }
	return []judged{
		{"fresh-test", read("fresh-test"), 0.70, 0.90},
		{"heldout", read("heldout"), 0.70, 0.90},
		{"rehearsal", rehearsed(t, lang), 0.70, 0.90},
		{"last", read("last"), 0, 0},
	}
}

// TestSuggestionsAreRight prints the accuracy and fails below the targets. Leave the single statements unseen.
func TestSuggestionsAreRight(t *testing.T) {
	s := New(assets.Themes())
	for _, lang := range workshop.Langs() {
		for _, set := range judges(t, lang) {
			t.Run(set.name+"/"+string(lang), func(t *testing.T) {
				top, three := measure(s, set.all)
				t.Logf("%d statements: first right %.1f %%, among the first three %.1f %%", len(set.all), 100*top, 100*three)
				if top < set.top || three < set.three {
					t.Errorf("want at least %.0f %% and %.0f %%", 100*set.top, 100*set.three)
				}
			})
		}
	}
}
