package suggest

import (
	"slices"
	"strings"
)

// Swahili puts most of a verb's grammar before its root: (negation) subject, tense, relative, object. Each slot may be
// empty. Nouns carry one class prefix, which the first slot holds too.
var swahiliSlots = [][]string{
	{
		"ni", "u", "a", "tu", "m", "wa", "i", "li", "ya", "ki", "vi", "zi", "ku", "pa", "hu", "si", "ha", "hatu", "ham", "hawa", "hau", "hai", "hali", "haya", "haki", "havi", "hazi", "haku",
		"ma", "mi", "mw", "mu", "ch", "vy", "w", "n", "asi", "tusi", "msi", "nisi", "wasi", "isi",
	},
	{"na", "li", "ta", "me", "ki", "ka", "nge", "ja", "taka", "sipo", "po"},
	{"ye", "o", "cho", "vyo", "lo", "po", "yo", "zo"},
	{"ni", "ku", "m", "mw", "tu", "wa", "i", "li", "ya", "ki", "vi", "zi", "u", "ji"},
}

// leastRoot is the length of the shortest root, with its final vowel.
const leastRoot = 3

// swahiliRoots are the roots that a word may have, each once, from the least stripped to the most. Which of them is
// right only a list of words can tell.
func swahiliRoots(word string) []string {
	var found []string
	var strip func(rest string, slot int)
	strip = func(rest string, slot int) {
		for _, root := range swahiliEnds(rest) {
			if !slices.Contains(found, root) {
				found = append(found, root)
			}
		}
		for s := slot; s < len(swahiliSlots); s++ {
			if s > slot && slot == 0 {
				break // nothing but the first slot begins a word
			}
			for _, prefix := range swahiliSlots[s] {
				if tail, ok := strings.CutPrefix(rest, prefix); ok && len(tail) >= leastRoot {
					strip(tail, s+1)
				}
			}
		}
	}
	strip(word, 0)
	slices.SortStableFunc(found, func(a, b string) int { return len(b) - len(a) })
	return found
}

// swahiliEnds strips what follows a root: the plural -ni, the passive -w-, the applied -i- or -e-, the
// stative -ik-, the causative -ish-, the reciprocal -an-, the final vowel.
func swahiliEnds(word string) []string {
	ends := []string{cutVowel(word)}
	add := func(end string) {
		if len(end) >= leastRoot-1 && !slices.Contains(ends, end) {
			ends = append(ends, end)
		}
	}
	if rest, ok := strings.CutSuffix(word, "ni"); ok && len(rest) >= leastRoot {
		add(cutVowel(rest))
	}
	for i := 0; i < len(ends); i++ {
		for _, suffix := range []string{"w", "iw", "ew", "liw", "lew", "i", "e", "ik", "ek", "ish", "esh", "an"} {
			if rest, ok := strings.CutSuffix(ends[i], suffix); ok && len(rest) >= leastRoot {
				add(rest)
			}
		}
	}
	return ends
}

func cutVowel(word string) string {
	if n := len(word); n >= leastRoot && strings.ContainsRune("aeiou", rune(word[n-1])) {
		return word[:n-1]
	}
	return word
}
