package identify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as the rules see it: letters without accents, typographic marks as plain ones, any other character
// that is not ASCII as one byte that no rule knows. at is, for each byte and for the end, the place in the real text.
type folded struct {
	text  string
	lower string // the same in lower case
	at    []int
}

const strange = '\x01'

func fold(text string) folded {
	var b strings.Builder
	b.Grow(len(text))
	at := make([]int, 0, len(text)+1)
	write := func(s string, from int) {
		b.WriteString(s)
		for range len(s) {
			at = append(at, from)
		}
	}
	for from, r := range text {
		switch {
		case r < utf8.RuneSelf:
			write(string(r), from)
		case unicode.Is(unicode.Mn, r): // an accent of its own; its letter is there already
		case unicode.IsSpace(r):
			write(" ", from)
		case r == '’' || r == 'ʼ' || r == '‘':
			write("'", from)
		case r == 'œ':
			write("oe", from)
		case r == 'Œ':
			write("Oe", from)
		case r == '–' || r == '—' || r == '‑':
			write("-", from)
		default:
			plain, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
			if plain >= utf8.RuneSelf {
				plain = strange
			}
			write(string(plain), from)
		}
	}
	at = append(at, len(text))
	return folded{b.String(), strings.ToLower(b.String()), at}
}

// span is the place in the real text of a place in the folded one.
func (f folded) span(from, to int) (int, int) { return f.at[from], f.at[to] }
