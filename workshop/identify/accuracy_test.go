package identify

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"exceed/workshop"
)

// labelled is a statement, and the place in it that tells who wrote it; start = end where nothing does.
type labelled struct {
	text       string
	start, end int
}

// statements reads a file of testdata: "+ text with [what tells]" or "- text", one a line.
func statements(t testing.TB, name string) (telling, harmless []labelled) {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		sign, text, _ := strings.Cut(lines.Text(), " ")
		if sign == "-" {
			harmless = append(harmless, labelled{text: text})
			continue
		}
		before, rest, open := strings.Cut(text, "[")
		passage, after, closed := strings.Cut(rest, "]")
		if sign != "+" || !open || !closed {
			t.Fatalf("%s: %q has no passage", name, text)
		}
		telling = append(telling, labelled{before + passage + after, len(before), len(before) + len(passage)})
	}
	return telling, harmless
}

// found says whether a hint lies on the passage that tells.
func (l labelled) found() bool {
	for _, h := range Find(l.text) {
		if h.Start < l.end && l.start < h.End {
			return true
		}
	}
	return false
}

// TestWarnsOfWhatTells prints what is found and what is warned of for nothing, and fails beyond the targets: at least
// 95 % found, fewer than 10 % false alarms. Set EXCEED_MISSES to a subtest's name to see what went wrong; leave the
// held-out ones unseen.
//
// One mind wrote rules and statements, so the held-out figures flatter. Before it had been looked at, the second set
// (hard on purpose) gave 73, 85 and 65 % found and 27, 15 and 23 % false alarms in en, fr and sw; after mending, the
// third gave 94, 94 and 89 % found and 6 % false alarms in each.
func TestWarnsOfWhatTells(t *testing.T) {
	for _, set := range []string{"heldout", "second", "third", "tuning"} {
		for _, lang := range workshop.Langs() {
			t.Run(set+"/"+string(lang), func(t *testing.T) {
				telling, harmless := statements(t, set+"."+string(lang)+".txt")
				found, alarms := 0, 0
				show := os.Getenv("EXCEED_MISSES") == t.Name()
				for _, l := range telling {
					if l.found() {
						found++
					} else if show {
						t.Logf("missed: %s (%v)", l.text, Find(l.text))
					}
				}
				for _, l := range harmless {
					if hints := Find(l.text); len(hints) > 0 {
						alarms++
						if show {
							t.Logf("false alarm: %s (%v)", l.text, hints)
						}
					}
				}
				t.Logf("%d of %d found (%.1f %%), %d of %d false alarms (%.1f %%)", found, len(telling), percent(found, len(telling)),
					alarms, len(harmless), percent(alarms, len(harmless)))
				if percent(found, len(telling)) < 95 || percent(alarms, len(harmless)) >= 10 {
					t.Error("want at least 95 % found and fewer than 10 % false alarms")
				}
			})
		}
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(of) }

func BenchmarkFind(b *testing.B) {
	for _, lang := range workshop.Langs() {
		b.Run(string(lang), func(b *testing.B) {
			telling, harmless := statements(b, "tuning."+string(lang)+".txt")
			all := append(telling, harmless...)
			for i := 0; b.Loop(); i++ {
				Find(all[i%len(all)].text)
			}
		})
	}
}
