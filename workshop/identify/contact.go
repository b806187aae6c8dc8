package identify

import (
	"regexp"
	"strings"
)

// contactRules find addresses and numbers.
func contactRules() []rule {
	rules := lower(Mail,
		`([a-z0-9][a-z0-9._%+-]*\s?(?:@|\(at\)|\[at\])\s?[a-z0-9-]+(?:\.[a-z0-9-]+)+)`,
		`([a-z0-9][a-z0-9._%+-]*\s(?:at|chez|arobase)\s[a-z0-9-]+(?:\.[a-z]{2,})+)`,
		`\b((?:https?://|www\.)\S+)`,
		`(?:^|[\s(])(@[a-z0-9_.]{2,})`,
		`\b((?:[a-z0-9-]+\.)+[a-z]{2,}/[a-z0-9_.-]\S*)`,
		`\b(?:my|mon)\s(?:insta(?:gram)?|twitter|tiktok|snap(?:chat)?|telegram|skype|facebook|linkedin)(?:\s(?:handle|name|account|compte))?(?:\s?:\s?|\s(?:is|est)\s)([a-z0-9_.]{3,})`,
		`\b(?:insta(?:gram)?|twitter|tiktok|telegram|skype|facebook|linkedin)\s(?:yangu|langu)(?:\sni)?\s?:?\s?([a-z0-9_.]{3,})`)
	number := func(pattern string, accept func(text string, from, to int) bool) {
		rules = append(rules, rule{kind: Number, pattern: regexp.MustCompile(pattern), accept: accept})
	}
	number(`(\+?\(?\d[\d\s().\-/]{4,}\d)`, func(text string, from, to int) bool {
		return digits(text[from:to]) >= 7 && !dates.MatchString(text[from:to]) && !amount(text, from, to)
	})
	number(`\b([a-z]{0,4}[-/]?\d{5,})\b`, func(text string, from, to int) bool {
		return !amount(text, from, to) && !strings.HasSuffix(text[from:to], "00")
	})
	number(`\b((?:ext|extension|poste|laini)\.?(?:\s(?:yangu|number|numero|namba|no|is|est|ni|le|la))*\s?[.:#]?\s?\d{3,5})\b`, nil)
	number(`\b((?:badge|clock|staff|employee|personnel|payroll|matricule|id|identity|employe|carte|mfanyakazi|kitambulisho|namba ya (?:kazi|ajira|malipo))`+
		`(?:\s(?:no|nr|number|num|numero|n|na|namba|ya|is|est|le|ni|card|code|changu|yangu|my|mon))*\s?[.:#o°\x01]*\s?[a-z]{0,4}[-/]?\d{2,})\b`, nil)
	return rules
}

// dates are days and spans of years, which are no telephone numbers.
var dates = regexp.MustCompile(`^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d)$`)

var (
	moneyBefore = regexp.MustCompile(`(?:shilingi|shillings?|sh|ksh|kes|tzs|tsh|ugx|usd|eur|cdf|fc|xaf|xof|rwf|francs?|dollars?|euros?|[$])\.?\s*(?:\S+\s)?$`)
	moneyAfter  = regexp.MustCompile(`^\s*(?:/=|shilingi|shillings?|ksh|kes|tzs|tsh|ugx|usd|eur|cdf|fc|xaf|xof|rwf|francs?|dollars?|euros?|[$%]|\x01)`)
)

// amount says whether a number is one of money.
func amount(text string, from, to int) bool {
	return moneyBefore.MatchString(text[:from]) || moneyAfter.MatchString(text[to:])
}

func digits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}
