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

// judged is a set of statements that taught nothing.
type judged struct {
	name string
	all  []labelled
}

func judges(t testing.TB, lang workshop.Lang) []judged {
	read := func(name string) []labelled { return statements(t, name+"."+string(lang)+".txt") }
	return []judged{
		{"heldout", read("heldout")},
		{"rehearsal", rehearsed(t, lang)},
		{"fresh-test", read("fresh-test")},
		{"last", read("last")},
		{"last2", read("last2")},
	}
}

// TestSuggestionsAreRight prints the accuracy for each set and fails where that of all of them together is below the
// targets. Leave the single statements unseen.
//
// The sets differ in how hard they are: heldout names its themes, last tells little stories, last2 is how colleagues text
// one another. Only the first measurement of a set is a fair one. When last was new it gave 60 and 88 % (first right,
// among the first three) in English, 50 and 80 % in French, 75 and 88 % in Swahili; stories among the lessons have since
// moved it by up to three statements either way. When last2 was new, after those stories, it gave 35 and 67 % in English, 33
// and 73 % in French, 58 and 81 % in Swahili. So expect the targets to be met where a statement says what it is about,
// and to be missed by far where it only hints.
func TestSuggestionsAreRight(t *testing.T) {
	s := New(assets.Themes())
	for _, lang := range workshop.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			var all []labelled
			for _, set := range judges(t, lang) {
				top, three := measure(s, set.all)
				t.Logf("%-10s %3d statements: first right %.1f %%, among the first three %.1f %%", set.name, len(set.all), 100*top, 100*three)
				all = append(all, set.all...)
			}
			top, three := measure(s, all)
			t.Logf("together   %3d statements: first right %.1f %%, among the first three %.1f %%", len(all), 100*top, 100*three)
			if top < 0.70 || three < 0.90 {
				t.Error("want at least 70 % and 90 %")
			}
		})
	}
}
