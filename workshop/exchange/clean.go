package exchange

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxMarks is how many combining marks and joiners one base may carry.
const MaxMarks = 4

// bytesPerRune bounds how much of a text is looked at for each character that may stay, so that a huge paste costs no
// more than a long one.
const bytesPerRune = 16

// Clean is what may stay of a text that a person typed or pasted: valid UTF-8 in NFC, at most maxRunes characters, no
// control characters but newline, no invisible format characters (bidi overrides, tags) but the two joiners, and at
// most MaxMarks marks on a base. Other line ends become newlines, tabs spaces. Cleaning twice changes nothing more.
func Clean(text string, maxRunes int) string {
	if limit := max(maxRunes, 0) * bytesPerRune; len(text) > limit {
		for limit > 0 && !utf8.RuneStart(text[limit]) {
			limit--
		}
		text = text[:limit]
	}
	return firstRunes(capMarks(norm.NFC.String(allowed(text))), maxRunes)
}

// allowed drops the characters that may not enter, whatever stands around them.
func allowed(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(text))
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD"): // a byte that is no UTF-8
		case r == '\r', r == '\u2028', r == '\u2029':
			b.WriteByte('\n')
		case r == '\t':
			b.WriteByte(' ')
		case r == '\n', isJoiner(r):
			b.WriteRune(r)
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Noncharacter_Code_Point):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isJoiner says whether r is the zero-width joiner or non-joiner, which some scripts and pictograms are spelt with.
func isJoiner(r rune) bool { return r == '\u200C' || r == '\u200D' }

// capMarks drops the marks and joiners beyond MaxMarks on each base; what composes with the character before it, such as
// a loose Korean vowel, counts as a mark. A text in NFC stays in NFC: what is kept of the marks still keeps the
// neighbours from composing, and no run of them grows so long that NFC would part it.
func capMarks(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	marks := 0
	for i, r := range text {
		if isJoiner(r) || unicode.Is(unicode.M, r) || !norm.NFC.PropertiesString(text[i:]).BoundaryBefore() {
			if marks++; marks > MaxMarks {
				continue
			}
		} else {
			marks = 0
		}
		b.WriteRune(r)
	}
	return b.String()
}

// firstRunes is the text up to its first n characters.
func firstRunes(text string, n int) string {
	if n <= 0 {
		return ""
	}
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}
