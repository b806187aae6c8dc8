package app

import (
	"cmp"
	"slices"
	"strconv"

	"exceed/workshop"
	"exceed/workshop/chart"
)

// revealStep is one of the eight things that are revealed. Its words are "reveal.step." and "reveal.ask." + key.
type revealStep struct {
	key string
	lay layChart // nil for the voices
}

// revealSteps lists them in their order.
func revealSteps() []revealStep {
	return []revealStep{
		{"headline", chart.Headline},
		{"mirror", chart.Mirror},
		{"gap", chart.Gap},
		{"map", chart.Map},
		{"behaviours", chart.Behaviours},
		{"splits", chart.Splits},
		{"voices", nil},
		{"investment", func(c *workshop.Comparison, s chart.Sheet) chart.Chart { return chart.Investment(c.Investment, s) }},
	}
}

// tablePart is the Part of a route that shows a step as a table.
const tablePart = "table"

// nextReveal is where a step on (1) or back (−1) leads from a route: the voices take as many steps as they have pages.
// At either end it stays.
func nextReveal(at Route, by, pages int) Route {
	voices := func(step int) bool { return revealSteps()[step].lay == nil }
	if voices(at.Step) {
		if page := min(at.page(), pages-1) + by; page >= 0 && page < pages {
			return at.withPage(page)
		}
	}
	step := at.Step + by
	if step < 0 || step >= len(revealSteps()) {
		return at
	}
	next := Route{Face: FaceReveal, Step: step}
	if voices(step) && by < 0 {
		return next.withPage(max(pages-1, 0))
	}
	return next
}

// page is the page of the voices that a route shows, 0 up.
func (r Route) page() int {
	n, _ := strconv.Atoi(r.Part) // no number is the first page
	return n
}

func (r Route) withPage(page int) Route {
	r.Part = ""
	if page > 0 {
		r.Part = strconv.Itoa(page)
	}
	return r
}

// voiceGroup is what was said on one theme.
type voiceGroup struct {
	theme string // empty for those on no theme
	texts []string
}

// voicePage is as many voices as the room can read at once.
type voicePage []voiceGroup

// The room on a page, on a canvas of 1920 by 1080 (roomFigure writes it), and what lies above a name and a voice.
const (
	voicesWidth  = 1740
	voicesHeight = 700
	nameGap      = 20
	voiceGap     = 14
)

// voicePages shares out the voices that may be shown over pages: by theme in the session's order, those on no theme
// last, then by text. There are none where fewer people answered than words need, whatever the session holds.
func voicePages(s *workshop.Session, lang workshop.Lang, measure chart.Measurer) []voicePage {
	if s.Tally == nil || s.Tally.Employees.Respondents < s.Setup.VoicesThreshold {
		return nil
	}
	place := func(v workshop.Voice) int {
		if i := workshop.ThemeIndex(s.Themes, v.Theme); i >= 0 {
			return i
		}
		return len(s.Themes)
	}
	voices := slices.DeleteFunc(s.VoicesToShow(), func(v workshop.Voice) bool { return v.Into != 0 })
	slices.SortStableFunc(voices, func(a, b workshop.Voice) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Text, b.Text))
	})
	var pages []voicePage
	const nameHeight = nameGap + roomBody*roomLeading
	theme, free := -1, 0.0
	for _, v := range voices {
		at := place(v)
		lines := chart.Wrap(measure, chart.Drawable(measure, v.Text), roomLead, chart.Regular, voicesWidth)
		need := voiceGap + float64(len(lines))*roomLead*roomLeading
		if at != theme {
			need += nameHeight
		}
		if need > free {
			if at == theme { // the name stands on the next page too
				need += nameHeight
			}
			pages = append(pages, nil)
			theme, free = -1, voicesHeight
		}
		page := &pages[len(pages)-1]
		if at != theme {
			group := voiceGroup{}
			if at < len(s.Themes) {
				group.theme = s.Themes[at].Name.In(lang, s.Setup.Language)
			}
			*page = append(*page, group)
		}
		group := &(*page)[len(*page)-1]
		group.texts = append(group.texts, v.Text)
		theme, free = at, free-need
	}
	return pages
}

// count is how many voices a page holds.
func (p voicePage) count() int {
	n := 0
	for _, group := range p {
		n += len(group.texts)
	}
	return n
}
