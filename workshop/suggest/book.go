package suggest

import (
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"exceed/workshop"
)

//go:embed words.json
var wordsJSON []byte

// What each source teaches about a feature. They were chosen on the tuning statements.
const (
	fromWord     = 1.0 // a word of the list
	fromPhrase   = 2.2 // a phrase of the list, as a whole
	fromPart     = 0.6 // a word of such a phrase, alone
	fromName     = 0.6 // a word of the theme's name
	fromSentence = 0.5 // a word of the theme's sentences
)

// book holds what was learnt, one page a language.
type book struct {
	themes int
	pages  []*page
}

// page is what was learnt in one language. Weights are by theme.
type page struct {
	lang    workshop.Lang
	common  map[string]bool
	weights map[string][]float64 // by stem
	phrases map[string][]phrase  // by first stem
	surface map[string]bool      // every word as it was written, for misspellings
}

type phrase struct {
	rest    []string
	weights []float64
}

func newBook(themes int) *book {
	b := &book{themes: themes}
	common := common()
	for _, lang := range workshop.Langs() {
		b.pages = append(b.pages, &page{
			lang: lang, common: common[lang], weights: map[string][]float64{}, phrases: map[string][]phrase{}, surface: map[string]bool{},
		})
	}
	return b
}

// lists reads the labelled words: by theme, by language, entries parted by commas.
func lists() map[workshop.ThemeKey]map[workshop.Lang]string {
	var lists map[workshop.ThemeKey]map[workshop.Lang]string
	if err := json.Unmarshal(wordsJSON, &lists); err != nil {
		panic("suggest: words.json cannot be read: " + err.Error()) // a test reads it
	}
	return lists
}

func (b *book) learn(themes []workshop.Theme) {
	lists := lists()
	for _, p := range b.pages {
		// The shortest words come first, so that a longer form finds the root that a shorter one left.
		var single []lesson
		var many []lesson
		for i, t := range themes {
			for entry := range strings.SplitSeq(lists[t.Key][p.lang], ",") {
				switch written := words(entry); len(written) {
				case 0:
				case 1:
					single = append(single, lesson{i, written, fromWord})
				default:
					many = append(many, lesson{i, written, fromPhrase})
				}
			}
			said := func(text workshop.Text, weight float64) {
				for _, word := range words(text[p.lang]) {
					if !p.common[fold(word)] {
						single = append(single, lesson{i, []string{word}, weight})
					}
				}
			}
			said(t.Name, fromName)
			said(t.Employees, fromSentence)
			said(t.Customers, fromSentence)
		}
		slices.SortStableFunc(single, lesson.compare)
		slices.SortStableFunc(many, lesson.compare)
		for _, l := range single {
			p.teach(p.keep(l.words[0]), l.theme, b.themes, l.weight)
		}
		for _, l := range many {
			for _, word := range l.words {
				stem := p.keep(word)
				if !p.common[fold(word)] {
					p.teach(stem, l.theme, b.themes, fromPart)
				}
			}
		}
		for _, l := range many {
			p.teachPhrase(l, b.themes)
		}
		for _, stem := range slices.Sorted(maps.Keys(p.weights)) {
			sharpen(p.weights[stem])
		}
	}
}

// lesson says that words speak for a theme.
type lesson struct {
	theme  int
	words  []string
	weight float64
}

func (l lesson) compare(other lesson) int {
	if d := len(l.words[0]) - len(other.words[0]); d != 0 {
		return d
	}
	if d := slices.Compare(l.words, other.words); d != 0 {
		return d
	}
	if l.theme != other.theme {
		return l.theme - other.theme
	}
	return int(1000 * (l.weight - other.weight))
}

// teach keeps the strongest lesson of a theme about a stem: saying a word twice makes it no truer.
func (p *page) teach(stem string, theme, themes int, weight float64) {
	w := p.weights[stem]
	if w == nil {
		w = make([]float64, themes)
		p.weights[stem] = w
	}
	w[theme] = max(w[theme], weight)
}

func (p *page) teachPhrase(l lesson, themes int) {
	var key []string
	for _, word := range l.words {
		key = append(key, p.stem(word))
	}
	list := p.phrases[key[0]]
	i := slices.IndexFunc(list, func(ph phrase) bool { return slices.Equal(ph.rest, key[1:]) })
	if i < 0 {
		list = append(list, phrase{key[1:], make([]float64, themes)})
		i = len(list) - 1
	}
	list[i].weights[l.theme] = l.weight
	p.phrases[key[0]] = list
}

// keep makes a word's stem known, and returns it.
func (p *page) keep(word string) string {
	p.surface[fold(word)] = true
	stem := p.stem(word)
	if p.weights[stem] == nil && !p.common[fold(word)] {
		p.weights[stem] = nil
	}
	return stem
}

// stem is the first of a word's stems that is known, else the likeliest.
func (p *page) stem(word string) string {
	if p.common[fold(word)] {
		return fold(word)
	}
	all := stems(p.lang, word)
	for _, stem := range all {
		if _, known := p.weights[stem]; known {
			return stem
		}
	}
	return all[0]
}

// sharpen lets a feature that many themes share speak softly for each.
func sharpen(weights []float64) {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	if sum == 0 {
		return
	}
	for i, w := range weights {
		weights[i] = w * w / sum
	}
}
