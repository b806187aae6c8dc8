package chart

import (
	"sort"
	"strings"
	"unicode"
)

// missing is drawn in place of a rune that the family lacks.
const missing = '□'

// Drawable is text with everything in it that paper can draw: runes that the family lacks become □, controls and
// invisible format runes go, white space becomes a plain space (no-break spaces stay).
func Drawable(m Measurer, text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || unicode.Is(unicode.Variation_Selector, r):
			return -1
		case r <= 0xFFFF && m.Has(r):
			return r
		}
		return missing
	}, text)
}

const ellipsis = "…"

// Fit is text cut to a width, with … where something is missing.
func Fit(m Measurer, text string, size float64, weight Weight, width float64) string {
	if m.Width(text, size, weight) <= width {
		return text
	}
	runes := []rune(text)
	n := sort.Search(len(runes), func(n int) bool { return m.Width(string(runes[:n+1])+ellipsis, size, weight) > width })
	return strings.TrimRight(string(runes[:n]), " ,;:") + ellipsis
}

// Balance is Wrap with lines about equally long, for headings.
func Balance(m Measurer, text string, size float64, weight Weight, width float64) []string {
	lines := Wrap(m, text, size, weight, width)
	low, high := width/2, width
	for high-low > size/2 && len(lines) > 1 {
		mid := (low + high) / 2
		if narrower := Wrap(m, text, size, weight, mid); len(narrower) == len(lines) {
			lines, high = narrower, mid
		} else {
			low = mid
		}
	}
	return lines
}

// Wrap breaks text into lines of at most width, at spaces, and within a word that is wider than a line. A last line that
// is very short takes words along from the line above.
func Wrap(m Measurer, text string, size float64, weight Weight, width float64) []string {
	words := breakable(m, text, size, weight, width)
	if len(words) == 0 {
		return nil
	}
	space := m.Width(" ", size, weight)
	var lines [][]string
	left := 0.0
	for _, word := range words {
		w := m.Width(word, size, weight)
		if len(lines) > 0 && w+space <= left {
			lines[len(lines)-1] = append(lines[len(lines)-1], word)
			left -= w + space
			continue
		}
		lines = append(lines, []string{word})
		left = width - w
	}
	for n := len(lines); n > 1 && len(lines[n-2]) > 3 && m.Width(strings.Join(lines[n-1], " "), size, weight) < width/5; {
		before := lines[n-2]
		last := len(before) - 1
		lines[n-2], lines[n-1] = before[:last:last], append([]string{before[last]}, lines[n-1]...)
	}
	joined := make([]string, len(lines))
	for i, line := range lines {
		joined[i] = strings.Join(line, " ")
	}
	return joined
}

// WrapFit is Wrap to at most so many lines, the last one cut with … where more follows.
func WrapFit(m Measurer, text string, size float64, weight Weight, width float64, most int) []string {
	lines := Wrap(m, text, size, weight, width)
	if len(lines) <= most {
		return lines
	}
	rest := strings.Join(lines[most-1:], " ")
	return append(lines[:most-1:most-1], Fit(m, rest, size, weight, width))
}

// breakable are the words of text, those wider than a line in pieces.
func breakable(m Measurer, text string, size float64, weight Weight, width float64) []string {
	var words []string
	isBreak := func(r rune) bool { return r != '\u00a0' && r != '\u202f' && unicode.IsSpace(r) }
	for _, word := range strings.FieldsFunc(text, isBreak) {
		for m.Width(word, size, weight) > width {
			runes := []rune(word)
			n := sort.Search(len(runes), func(n int) bool { return m.Width(string(runes[:n+1]), size, weight) > width })
			if n == 0 {
				break
			}
			words = append(words, string(runes[:n]))
			word = string(runes[n:])
		}
		words = append(words, word)
	}
	return words
}
