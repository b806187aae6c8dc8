package identify

import (
	"regexp/syntax"
	"strings"
)

// needs are strings of which a text in lower case must hold at least one for a pattern to match; nil where none can be
// named. Looking for them first spares most texts most patterns, which is what makes Find fast enough to type by.
func needs(pattern string) []string {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	return required(parsed)
}

func required(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(re.Rune))}
	case syntax.OpCharClass:
		return few(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			one := required(sub)
			if one == nil {
				return nil
			}
			all = append(all, one...)
		}
		return all
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if one := required(sub); telling(one) > telling(best) {
				best = one
			}
		}
		return best
	}
	return nil
}

// telling is how seldom a text holds one of some strings by chance: the length of the shortest, less a little for each.
func telling(strs []string) float64 {
	if len(strs) == 0 {
		return 0
	}
	shortest := len(strs[0])
	for _, s := range strs {
		shortest = min(shortest, len(s))
	}
	return float64(shortest) - float64(len(strs))/1000
}

// few are the characters of a small class, such as the digits.
func few(ranges []rune) []string {
	var all []string
	for i := 0; i < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if len(all) == 12 {
				return nil
			}
			all = append(all, strings.ToLower(string(r)))
		}
	}
	return all
}

// mayMatch says whether a text in lower case holds what the rule's pattern needs.
func (r rule) mayMatch(lower string) bool {
	if r.needs == nil {
		return true
	}
	for _, s := range r.needs {
		if strings.Contains(lower, s) {
			return true
		}
	}
	return false
}
