package kit

// Digit is the figure of the key that wrote r. French and Belgian keyboards have the figures only with Shift, so that
// what their keys write without it counts as well.
func Digit(r rune) (figure int, is bool) {
	if r >= '0' && r <= '9' {
		return int(r - '0'), true
	}
	switch r {
	case '&':
		return 1, true
	case 'é':
		return 2, true
	case '"':
		return 3, true
	case '\'':
		return 4, true
	case '(':
		return 5, true
	case '-', '§':
		return 6, true
	case 'è':
		return 7, true
	case '_', '!':
		return 8, true
	case 'ç':
		return 9, true
	case 'à':
		return 0, true
	}
	return 0, false
}
