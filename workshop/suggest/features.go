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

// spelling is a word in the forms that make features.
type spelling struct{ word, english, french, edged string }

func spell(word string) spelling {
	plain := fold(word)
	return spelling{"w" + plain, "e" + english.Stem(plain, false), "f" + fold(french.Stem(word, false)), "^" + plain + "$"}
}

// features calls yield with every feature of a text, some more than once. Which language the text is in is not asked.
func features(text string, spell func(word string) spelling, yield func(feature string, loud float32)) {
	last, lastButOne := "", ""
	for _, word := range words(text) {
		s := spell(word)
		yield(s.word, wordLoud)
		yield(s.english, stemLoud)
		yield(s.french, stemLoud)
		plain := s.word[1:]
		start := plain[:min(len(plain), beginning)]
		if last != "" {
			yield("p"+last+" "+start, pairLoud)
		}
		if lastButOne != "" {
			yield("l"+lastButOne+" "+start, leapLoud)
		}
		last, lastButOne = start, last
		for n := shortestPiece; n <= longestPiece; n++ {
			for i := 0; i+n <= len(s.edged); i++ {
				yield(s.edged[i:i+n], pieceLoud)
			}
		}
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
	spelt := map[string]spelling{} // texts share most of their words
	once := func(word string) spelling {
		s, known := spelt[word]
		if !known {
			s = spell(word)
			spelt[word] = s
		}
		return s
	}
	texts := make([][]mark, len(lessons))
	last := make([]int, len(l.seen)) // the text that had the feature last, from 1 up
	var marks []mark
	for i, lesson := range lessons {
		marks = marks[:0]
		features(lesson.text, once, func(feature string, loud float32) {
			n, known := l.number[feature]
			if !known {
				n = int32(len(l.seen))
				l.number[feature] = n
				l.seen, last = append(l.seen, 0), append(last, 0)
			}
			if last[n] != i+1 {
				last[n] = i + 1
				l.seen[n]++
				marks = append(marks, mark{n, loud})
			}
		})
		l.texts++
		texts[i] = slices.Clone(marks)
	}
	return texts
}

// read is a text in the features that are known, and how much it weighs before all texts are made equally loud. What
// is not known quietens the rest.
func (l *lexicon) read(text string) (marks []mark, weight float32) {
	strange := float32(0)
	features(text, spell, func(feature string, loud float32) {
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
	return loud * loud
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }
