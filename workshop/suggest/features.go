package suggest

import (
	"math"
	"slices"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
)

// How loud each kind of feature speaks, before rare ones are made louder than frequent ones.
const (
	wordLoud  = 1.0 // a word, without accents
	stemLoud  = 0.5 // its English and its French stem
	pairLoud  = 1.2 // the beginnings of two words in a row
	leapLoud  = 0.8 // the beginnings of two words with one between them
	pieceLoud = 0.5 // four or five letters in a row: misspellings and unseen forms share most of them
)

const (
	shortestPiece, longestPiece = 4, 5
	beginning                   = 5 // bytes of a word that make a pair, so that its endings do not matter
)

// features calls yield with every feature of a text, some more than once. Which language the text is in is not asked.
func features(text string, yield func(feature string, loud float32)) {
	all := words(text)
	for _, word := range all {
		wordFeatures(word, yield)
	}
	pairFeatures(all, yield)
}

func wordFeatures(word string, yield func(feature string, loud float32)) {
	plain := fold(word)
	yield("w"+plain, wordLoud)
	yield("e"+english.Stem(plain, false), stemLoud)
	yield("f"+fold(french.Stem(word, false)), stemLoud)
	edged := "^" + plain + "$"
	for n := shortestPiece; n <= longestPiece; n++ {
		for i := 0; i+n <= len(edged); i++ {
			yield(edged[i:i+n], pieceLoud)
		}
	}
}

func pairFeatures(words []string, yield func(feature string, loud float32)) {
	last, lastButOne := "", ""
	for _, word := range words {
		plain := fold(word)
		start := plain[:min(len(plain), beginning)]
		if last != "" {
			yield("p"+last+" "+start, pairLoud)
		}
		if lastButOne != "" {
			yield("l"+lastButOne+" "+start, leapLoud)
		}
		last, lastButOne = start, last
	}
}

// mark is a feature in a text, by its number, and how loud it is there.
type mark struct {
	feature int32
	loud    float32
}

// lexicon numbers the features that were learnt, and remembers how many texts had each.
type lexicon struct {
	number map[string]int32
	seen   []float32
	texts  float32
}

// meet numbers the features of texts to learn from, each once a text.
func (l *lexicon) meet(lessons []lesson) [][]mark {
	last := make([]int, len(l.seen)) // the text that had the feature last, from 1 up
	numbered := func(feature string, loud float32) mark {
		n, known := l.number[feature]
		if !known {
			n = int32(len(l.seen))
			l.number[feature] = n
			l.seen, last = append(l.seen, 0), append(last, 0)
		}
		return mark{n, loud}
	}
	met := map[string][]mark{} // texts share most of their words
	texts := make([][]mark, len(lessons))
	var marks []mark
	for i, lesson := range lessons {
		marks = marks[:0]
		note := func(m mark) {
			if last[m.feature] != i+1 {
				last[m.feature] = i + 1
				l.seen[m.feature]++
				marks = append(marks, m)
			}
		}
		all := words(lesson.text)
		for _, word := range all {
			if _, known := met[word]; !known {
				wordFeatures(word, func(feature string, loud float32) { met[word] = append(met[word], numbered(feature, loud)) })
			}
			for _, m := range met[word] {
				note(m)
			}
		}
		pairFeatures(all, func(feature string, loud float32) { note(numbered(feature, loud)) })
		l.texts++
		texts[i] = slices.Clone(marks)
	}
	return texts
}

// read is a text in the features that are known, and how much it weighs before all texts are made equally loud. What
// is not known quietens the rest.
func (l *lexicon) read(text string) (marks []mark, weight float32) {
	strange := float32(0)
	features(text, func(feature string, loud float32) {
		n, known := l.number[feature]
		switch {
		case !known:
			strange += l.square(loud, 1)
		case !slices.ContainsFunc(marks, func(m mark) bool { return m.feature == n }):
			marks = append(marks, mark{n, loud})
		}
	})
	return marks, l.balance(marks, strange)
}

// balance makes rare features louder (by the logarithm of how rare, Spärck Jones 1972), and all texts equally loud,
// long ones and short ones. It returns by how much they were made quieter.
func (l *lexicon) balance(marks []mark, strange float32) (weight float32) {
	sum := strange
	for i, m := range marks {
		square := l.square(m.loud, l.seen[m.feature])
		marks[i].loud = root(square)
		sum += square
	}
	weight = root(sum)
	for i := range marks {
		marks[i].loud /= weight
	}
	return weight
}

func (l *lexicon) square(loud, seen float32) float32 {
	loud *= float32(math.Log1p(float64(l.texts / seen)))
	return float32(loud * loud) // rounded, on every processor
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }
