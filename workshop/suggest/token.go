package suggest

import (
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"golang.org/x/text/unicode/norm"

	"exceed/workshop"
)

// words are the words of a text in lower case, as they were written; an apostrophe parts two words.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r)
	})
}

// fold takes the accents off: people leave them out when they type.
func fold(word string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(word) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'œ':
			b.WriteString("oe")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// stems are what a word may stand for in a language, the likeliest first, without accents.
func stems(lang workshop.Lang, word string) []string {
	switch lang {
	case workshop.English:
		return []string{english.Stem(word, false)}
	case workshop.French:
		stem := fold(french.Stem(word, false))
		if plain := fold(french.Stem(fold(word), false)); plain != stem {
			return []string{stem, plain}
		}
		return []string{stem}
	default:
		return swahiliRoots(fold(word))
	}
}
