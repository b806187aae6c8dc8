package identify

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

// namesTxt are given names and family names, folded, common where the three languages are spoken.
//
//go:embed names.txt
var namesTxt string

// ordinaryTxt are words that are no names though they may have a capital: this program's own vocabulary in its three
// languages, days, months, languages, countries, greetings, products.
//
//go:embed ordinary.txt
var ordinaryTxt string

// wordNames are names that are words too: only a capital within a sentence makes them names.
const wordNames = `baraka bahati bob camille carol claude constance desire dona eva faith fadhili felicite florent france grace graham hope hawa imani innocent issa jean joy juma jordan justine ken kim lea
	lisa mercy max modeste neema olive patience pendo prosper prudence ray rose said saidi sam simba tim tom valentine violet victoria virginia zawadi upendo furaha amani tumaini mark will bill frank rich
	art sue dawn claire aime aimee marine blanche parfait fidele espoir victoire clement ange marie martial leon luc guy remi gilles constant benoit adele robin oscar scott morgan hamisi
	kelly ali issa toure kone awa ella jack jim penelope regine zena zita bahari nina naomi rita lucas rosette colette harry ann ana ida ivy mike uwe kabila karanga masika manuel`

const honorific = `mr|mrs|ms|miss|madam|sir|dr|doctor|prof|pr|professor|rev|reverend|pastor|father|sister|brother|uncle|aunt|` +
	`m|mme|mlle|monsieur|madame|mademoiselle|docteur|professeur|pere|soeur|frere|maman|papa|tonton|tantine|` +
	`bwana|bw|bi|bibi|mzee|ndugu|dada|kaka|mama|baba|mjomba|shangazi|mwalimu|dkt|daktari|mheshimiwa|mchungaji|padre|sista|fundi|` +
	`engineer|injinia|profesa|captain|kapteni|sergeant|inspekta|bishop|askofu|imam|sheikh|shehe|ustadh|coach|kocha|wakili|eveque|abbe|capitaine|maitre|nesi|mpishi`

const called = `boss|manager|supervisor|colleague|director|secretary|chief|leader|named|called|my name is|` +
	`chef|cheffe|collegue|directeur|directrice|responsable|nommee?|appelee?|je m'appelle|` +
	`bosi|meneja|msimamizi|mkurugenzi|mwenzangu|mwenzetu|wangu|wetu|aitwaye|anaitwa|jina langu ni`

// nameRules find names by the word before them. They see capitals.
func nameRules() []rule {
	return []rule{
		{kind: Name, pattern: regexp.MustCompile(`\b((?i:` + honorific + `)\.?\s[A-Z][a-z'-]+(?:\s[A-Z][a-z'-]+)?)`), capitals: true, accept: honoured},
		{kind: Name, pattern: regexp.MustCompile(`\b((?i:mr|mrs|dr|prof|pastor|mme|mlle|bwana|bw|mchungaji|sista|padre|mwalimu)\.?\s[a-z][a-z'-]+)`), capitals: true, accept: func(text string, from, to int) bool {
			_, name, _ := strings.Cut(text[from:to], " ")
			return names()[name] || len(name) > 3 && !isOrdinary(name)
		}},
		{kind: Name, pattern: regexp.MustCompile(`(?:^|[.!?]\s)([A-Z][a-z]{2,}),\s`), capitals: true, accept: func(text string, from, to int) bool {
			return !isOrdinary(strings.ToLower(text[from:to]))
		}},
		{kind: Name, pattern: regexp.MustCompile(`\b([A-Z][a-z]{2,} [A-Z])(?:\.|\s[a-z]|$)`), capitals: true, accept: func(text string, from, to int) bool {
			first := firstWord(text[from:to])
			return names()[first] || !isOrdinary(first)
		}},
		{kind: Name, pattern: regexp.MustCompile(`\b([A-Z][a-z]+)(?i:\s(?:and (?:i|me)|et moi|na mimi|nami))\b`), capitals: true, accept: func(text string, from, to int) bool {
			return !isOrdinary(strings.ToLower(text[from:to]))
		}},
		{kind: Name, pattern: regexp.MustCompile(`\b(?i:` + called + `),?\s([A-Z][a-z]+(?:\s[A-Z][a-z'-]+)?)`), capitals: true, accept: func(text string, from, to int) bool {
			return !isOrdinary(firstWord(text[from:to]))
		}},
	}
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return strings.ToLower(first)
}

// honoured refuses a title before an ordinary word, such as "Mama Mzazi", and a lone m or pr that is no title.
func honoured(text string, from, to int) bool {
	title, name, _ := strings.Cut(text[from:to], " ")
	if word := firstWord(name); isOrdinary(word) && !names()[word] {
		return false
	}
	return len(title) > 2 || title != strings.ToLower(title)
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

var (
	names    = sync.OnceValue(func() map[string]bool { return wordSet(namesTxt + " " + wordNames) })
	doubtful = sync.OnceValue(func() map[string]bool { return wordSet(wordNames) })
	job      = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:` + jobs + `)s?$`) })
	ordinary = sync.OnceValue(func() map[string]bool { return wordSet(ordinaryTxt) })
)

// isOrdinary says whether a word is one of the list, also in the plural or with an ending that names seldom have.
func isOrdinary(word string) bool {
	if ordinary()[word] || towns()[word] || len(word) < 3 {
		return true
	}
	if first, rest, two := strings.Cut(word, "-"); two { // such as wi-fi
		return isOrdinary(first) && isOrdinary(rest)
	}
	if rest, ok := strings.CutPrefix(word, "wa"); ok && (ordinary()["m"+rest] || ordinary()["mw"+rest] || job().MatchString("m"+rest)) {
		return true // the plural of people
	}
	if job().MatchString(word) {
		return true
	}
	for _, suffix := range []string{"s", "es", "d", "ed", "ly", "ing", "ni", "e"} {
		if rest, ok := strings.CutSuffix(word, suffix); ok && ordinary()[rest] {
			return true
		}
	}
	for _, suffix := range []string{"tion", "sion", "ment", "ness", "ship", "ing", "ity", "ite", "ance", "ence", "isme", "ism", "eur", "euse", "aire", "ique", "logy", "logie", "eni"} {
		if len(word) > len(suffix)+2 && strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

// token is one word of a folded text.
type token struct {
	from, to int
	word     string // in lower case
	capital  bool   // a capital, then small letters
	begins   bool   // the first of a sentence
}

var tokenPattern = regexp.MustCompile(`[A-Za-z]+(?:-[A-Za-z]+)*`)

func tokens(f folded) []token {
	var all []token
	end := 0
	for _, at := range tokenPattern.FindAllStringIndex(f.text, -1) {
		written := f.text[at[0]:at[1]]
		gap := f.text[end:at[0]]
		all = append(all, token{
			from: at[0], to: at[1], word: f.lower[at[0]:at[1]],
			capital: len(written) > 1 && written[0] <= 'Z' && written[1] >= 'a',
			begins:  len(all) == 0 || strings.ContainsAny(gap, ".!?:;\n\x01*\"“«()"),
		})
		end = at[1]
	}
	return all
}

// findNames finds names by their own looks: those of the list, and what has a capital within a sentence and is no
// ordinary word.
func findNames(f folded, add func(from, to int)) {
	all := tokens(f)
	shouted := capitalised(all)
	name := make([]bool, len(all))
	for i, t := range all {
		known := isName(t.word)
		if !known && !t.capital {
			continue
		}
		word := isOrdinary(t.word)
		switch {
		case known && !doubtful()[t.word] && (t.capital || !word):
			name[i] = true
		case known && t.capital && !t.begins:
			name[i] = !shouted
		case t.capital && !t.begins && !word && !shouted:
			name[i] = true
		case t.capital && i+1 < len(all) && joined(f, t, all[i+1]) && (known || !word) && !(doubtful()[t.word] && being.MatchString(all[i+1].word)) && doesSomething(t.word, all[i+1].word):
			name[i] = true
		}
	}
	for i, t := range all { // two in a row hold each other up
		beside := i > 0 && name[i-1] && joined(f, all[i-1], t) || i+1 < len(all) && name[i+1] && joined(f, t, all[i+1])
		if beside && t.capital && (names()[t.word] || !isOrdinary(t.word)) {
			name[i] = true
		}
	}
	for i := 0; i < len(all); i++ {
		if !name[i] {
			continue
		}
		last := i
		for last+1 < len(all) && name[last+1] && joined(f, all[last], all[last+1]) {
			last++
		}
		add(all[i].from, all[last].to)
		i = last
	}
}

// isName knows double names too, such as Jean-Luc.
func isName(word string) bool {
	first, second, two := strings.Cut(word, "-")
	return names()[word] || two && names()[first] && names()[second]
}

// verbs of a third person, each after a name more often than after any other word that begins a sentence without an
// article.
var verbs = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:is|was|has|had|does|did|gets|got|took|takes|told|tells|said|says|makes|never|always|keeps|knows|deserves|wants|thinks|shouts|yells|bullies|promised|left|works|worked|decides|reads|talks|helps|helped|gave|gives|cancels|interrupts|ignores|cries|cried|leaves|` +
		`est|etait|avait|recoit|prend|fait|veut|doit|merite|decide|annule|arrive|crie|travaille|sait|parle|aide|donne|coupe|repond|lit|harcele|dit|pleure|ignore|` +
		`a(?:na|li|me|ta|ki|ka|nge)[a-z]{2,}|ha(?:ku|ja|ta|na|wezi|si|jui|jibu|onekani)[a-z]*)$`)
})

// doesSomething says whether a sentence that begins with a capital word and a second one has a person as its subject.
// In Swahili the words for people that begin with m do what names do.
func doesSomething(word, next string) bool {
	return verbs().MatchString(next) && (names()[word] || !mPerson.MatchString(word) || next[0] != 'a' && next[0] != 'h')
}

// being is said of hope and joy as well as of Hope and Joy.
var being = regexp.MustCompile(`^(?:is|was|has|had|makes|gives|deserves|est|etait|fait|donne|merite)$`)

var mPerson = regexp.MustCompile(`^(?:mw|m[^aeiou]|wa)`)

// joined says whether nothing but a space stands between two words.
func joined(f folded, a, b token) bool {
	return strings.TrimSpace(f.text[a.to:b.from]) == "" && a.to < b.from
}

// capitalised says whether a text gives most words a capital, so that one tells nothing.
func capitalised(all []token) bool {
	capitals, long := 0, 0
	for _, t := range all {
		if len(t.word) > 3 {
			long++
			if t.capital {
				capitals++
			}
		}
	}
	return long >= 3 && capitals*3 > long*2
}
