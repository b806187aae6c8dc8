package app

import (
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// roomContent is what the projector shows, as plain values: nothing that could be typed into, nothing of one person.
type roomContent struct {
	blank bool

	above  string     // the session's name, small
	title  string     // the finding, the question, or what this is about
	number string     // one large number, empty for none
	text   string     // what explains title and number
	items  []roomItem // things in their order
	more   string     // how many items there was no room for
	notes  string     // n, evidence and uncertainty

	lay   layChart // a chart; nil for none
	table bool     // the chart's figures as a table

	voices voicePage
}

// roomItem is one line of a list: what, and less loud below it who and when.
type roomItem struct{ what, below string }

// roomView is what decides on the projector's content besides the session.
type roomView struct {
	route     Route // where the facilitator's window is
	last      Route // the step of the reveal that was shown last; no Face before the first
	responses int
	blanked   bool
	voices    bool // the facilitator has read the voices and released them
	trend     bool // the facilitator has released the trend
	measure   chart.Measurer
}

// maxItems is how many promises or themes the room can read at once.
const maxItems = 5

// projectorContent is what the room may see of a session. A step of the reveal is there only while the facilitator is
// on it, and stays until the next; after the reveal only where the facilitator goes back to it.
func projectorContent(s *workshop.Session, view roomView, words *assets.Words) roomContent {
	if view.blanked {
		return roomContent{blank: true}
	}
	c := roomContent{above: roomName(s, words)}
	if s.State.Revealed() && view.route.Face == FaceReveal {
		return c.step(s, view.route, view, words)
	}
	if s.State.Revealed() && view.route.Face == FaceTrend && view.trend {
		trend := trendViews()[view.route.Step]
		c.lay = func(_ *workshop.Comparison, sheet chart.Sheet) chart.Chart { return trend.lay(s, sheet) }
		c.table = view.route.Part == tablePart
		return c
	}
	switch s.State {
	case workshop.Collect:
		c.count(view.responses, s.Setup.Expected, words)
	case workshop.Sealed:
		c.title = words.Say("projector.sealed")
		c.number = words.Number(float64(view.responses), 0)
		c.text = words.Count("projector.sealed_label", view.responses)
		c.items = []roomItem{{what: words.Say("projector.sealed_text")}}
	case workshop.Reveal:
		if view.last.Face == FaceReveal {
			return c.step(s, view.last, view, words)
		}
		c.title, c.text = words.Say("projector.reveal"), words.Say("projector.thesis")
	case workshop.Prioritise:
		c.focus(s, words)
	case workshop.Planning:
		c.title = words.Say("projector.plan")
		c.promises(s, maxItems, words)
	case workshop.Closed:
		c.title = words.Say("projector.closed")
		c.promises(s, workshop.MaxFocus, words)
		c.more = ""
	case workshop.FollowUp:
		c.followUp(s, words)
	default:
		c.title = words.Say("projector.thesis")
		c.promise(s, words)
	}
	return c
}

// roomName is the session's name, and that it is a rehearsal.
func roomName(s *workshop.Session, words *assets.Words) string {
	name := s.Setup.Organisation
	if s.Setup.Team != "" {
		if name != "" {
			name += " · "
		}
		name += s.Setup.Team
	}
	if s.Rehearsal {
		name = joinDots(name, words.Say("projector.rehearsal"))
	}
	return name
}

// promise is what participants are promised.
func (c *roomContent) promise(s *workshop.Session, words *assets.Words) {
	c.text = words.Say("projector.promise")
	c.items = []roomItem{
		{what: words.Say("projector.promise.nobody")},
		{what: words.Say("projector.promise.threshold", "scores", s.Setup.Threshold, "words", s.Setup.VoicesThreshold)},
		{what: words.Say("projector.promise.limits")},
	}
}

// count is how many people have answered, and never what.
func (c *roomContent) count(n, expected int, words *assets.Words) {
	c.number = words.Number(float64(n), 0)
	if expected > 0 {
		c.number = words.Say("projector.count", "n", n, "expected", expected)
	}
	c.text = words.Count("projector.count_label", max(n, expected))
	c.items = []roomItem{{what: words.Say("projector.promise.nobody")}, {what: words.Say("projector.promise.limits")}}
}

// step is one step of the reveal.
func (c roomContent) step(s *workshop.Session, at Route, view roomView, words *assets.Words) roomContent {
	comparison := s.Compare()
	if comparison == nil {
		return c
	}
	step := revealSteps()[at.Step]
	if step.lay != nil {
		c.lay, c.table = step.lay, at.Part == tablePart
		return c
	}
	pages := voicePages(s, s.Setup.Language, view.measure)
	c.title = words.Say("reveal.step.voices")
	switch {
	case len(pages) == 0:
		c.text = words.Say("reveal.voices.title_none")
	case !view.voices:
		c.text = words.Say("projector.voices_wait")
	default:
		c.voices = pages[min(at.page(), len(pages)-1)]
		c.notes = words.Say("reveal.voices.note")
	}
	return c
}

func (c *roomContent) focus(s *workshop.Session, words *assets.Words) {
	c.title = words.Say("projector.focus")
	if len(s.Priorities.Focus) == 0 {
		c.text = words.Say("projector.focus_empty")
		return
	}
	c.title = words.Say("projector.focus_done")
	for _, key := range s.Priorities.Focus {
		if theme, ok := s.Theme(key); ok {
			lang := words.Lang()
			c.items = append(c.items, roomItem{theme.Name.In(lang, s.Setup.Language), theme.Employees.In(lang, s.Setup.Language)})
		}
	}
}

// promises are the plan's, in the order of focus, dropped ones left out.
func (c *roomContent) promises(s *workshop.Session, most int, words *assets.Words) {
	for _, p := range s.Plan.InFocusOrder(s.Priorities.Focus) {
		if p.Status != workshop.Dropped {
			c.items = append(c.items, roomItem{p.What, words.Say("projector.who_when", "owner", p.Owner, "due", words.Date(p.Due))})
		}
	}
	if len(c.items) == 0 {
		c.text = words.Say("projector.plan_empty")
	}
	if left := len(c.items) - most; left > 0 {
		c.items = c.items[:most]
		c.more = words.Count("projector.more", left)
	}
}

func (c *roomContent) followUp(s *workshop.Session, words *assets.Words) {
	done, all := 0, 0
	for _, p := range s.Plan.Promises {
		if p.Status == workshop.Dropped {
			continue
		}
		all++
		if p.Status == workshop.Done {
			done++
		}
	}
	c.title = words.Count("projector.followup", done, "all", all)
	c.promises(s, maxItems, words)
}
