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

// judged is a set of statements that taught nothing. A fair one must reach the targets alone.
type judged struct {
	name string
	fair bool
	all  []labelled
}

func judges(t testing.TB, lang workshop.Lang) []judged {
	read := func(name string) []labelled { return statements(t, name+"."+string(lang)+".txt") }
	return []judged{
		{"heldout", false, read("heldout")},
		{"rehearsal", false, rehearsed(t, lang)},
		{"fresh-test", false, read("fresh-test")},
		{"last", false, read("last")},
		{"last2", false, read("last2")},
		{"blind-a", true, read("blind-a")},
		{"blind-b", true, read("blind-b")},
	}
}

// TestSuggestionsAreRight prints the accuracy for each set, and fails where a fair set, or all sets together, are below
// the targets. Leave the single statements unseen.
//
// blind-a and blind-b were written by two writers, independently of the lessons and of each other, and were measured
// once the method and the lessons were done; neither has changed since. They gave (first right, among the first three):
//
//	         English    French     Swahili
//	blind-a  81, 97 %   92, 94 %   92, 100 %
//	blind-b  86, 99 %   86, 100 %  94, 99 %
//
// The other sets were measured again and again on the way there, so that their figures flatter, but none was learnt
// from. last (little stories) and last2 (hints, as colleagues text one another) are the hardest: of the hints, half find
// their theme first in English and French, and four in five among the first three.
func TestSuggestionsAreRight(t *testing.T) {
	s := New(assets.Themes())
	for _, lang := range taught() {
		t.Run(string(lang), func(t *testing.T) {
			together := judged{name: "together", fair: true}
			sets := judges(t, lang)
			for _, set := range sets {
				together.all = append(together.all, set.all...)
			}
			for _, set := range append(sets, together) {
				top, three := measure(s, set.all)
				t.Logf("%-10s %3d statements: first right %.1f %%, among the first three %.1f %%", set.name, len(set.all), 100*top, 100*three)
				if set.fair && (top < 0.70 || three < 0.90) {
					t.Errorf("%s: want at least 70 %% and 90 %%", set.name)
				}
			}
		})
	}
}
