package suggest

// misspelt is what a word counts that is known but for one letter.
const misspelt = 0.7

// leastGuess is the length of the shortest word, in bytes, that is taken for a misspelt one.
const leastGuess = 6

// near is a known word that differs from a word by one letter more, less or other, or by two letters that changed
// places; the first in the alphabet where several do.
func (p *page) near(word string) (near string, ok bool) {
	if len(word) < leastGuess {
		return "", false
	}
	for known := range p.surface {
		if oneApart(word, known) && (!ok || known < near) {
			near, ok = known, true
		}
	}
	return near, ok
}

// oneApart compares bytes: words are folded before, and hold hardly anything else.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || len(a) < leastGuess-1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) {
		return true
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
