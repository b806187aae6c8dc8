package identify

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
// 95 % found, fewer than 10 % false alarms. Of last.* it only prints. Set EXCEED_MISSES to a subtest's name to see what
// went wrong; leave all but seen.* unseen.
func TestWarnsOfWhatTells(t *testing.T) {
	for _, set := range []string{"fresh-test", "heldout", "seen", "last"} {
		for _, lang := range taught(t) {
			t.Run(set+"/"+lang, func(t *testing.T) {
				telling, harmless := statements(t, set+"."+lang+".txt")
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
				if set != "last" && (percent(found, len(telling)) < 95 || percent(alarms, len(harmless)) >= 10) {
					t.Error("want at least 95 % found and fewer than 10 % false alarms")
				}
			})
		}
	}
}

// taught are the languages that the rules know, each with statements to try.
func taught(t testing.TB) (langs []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "seen.*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no statements to try: ", err)
	}
	for _, name := range files {
		langs = append(langs, strings.Split(filepath.Base(name), ".")[1])
	}
	return langs
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(of) }

// BenchmarkFind takes 120 statements, the board of a large team; BenchmarkTyping what a full field holds at each key.
func BenchmarkFind(b *testing.B) {
	for _, lang := range taught(b) {
		b.Run(lang, func(b *testing.B) {
			telling, harmless := statements(b, "seen."+lang+".txt")
			all := append(harmless, telling...)[:120]
			for b.Loop() {
				for _, l := range all {
					Find(l.text)
				}
			}
		})
	}
}

func BenchmarkTyping(b *testing.B) {
	_, harmless := statements(b, "seen.fr.txt")
	var text string
	for _, l := range harmless[:12] {
		text += l.text + " "
	}
	text = text[:280]
	for b.Loop() {
		Find(text)
	}
}
