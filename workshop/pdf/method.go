package pdf

import (
	"exceed/workshop"
	"exceed/workshop/chart"
)

// method says in plain words how the figures came about and what protects those who answered.
func (b *book) method() {
	c, w := b.figures, b.words
	var items []remark
	say := func(head, text string) { items = append(items, remark{head, text}) }
	people := w.Count("pdf.method.people", c.Respondents.Employees, "threshold", c.Threshold)
	if n := b.session.Tally; n != nil && n.CountedOnly > 0 {
		people += " " + w.Count("pdf.method.counted_only", n.CountedOnly)
	}
	say(b.say("pdf.method.who"), people)
	evidence := b.say("pdf.method.evidence_none")
	if c.Evidence != workshop.NoEvidence {
		evidence = chart.Badge(w, c)
		switch c.Evidence {
		case workshop.Survey:
			evidence += " " + b.say("pdf.method.evidence_survey")
		default:
			evidence += " " + b.say("pdf.method.evidence_belief")
		}
	}
	say(b.say("pdf.method.evidence"), evidence)
	say(b.say("pdf.method.questions"), b.say("pdf.method.questions_text"))
	say(b.say("pdf.method.figures"), b.say("pdf.method.figures_text"))
	say(b.say("pdf.method.chance"), b.say("pdf.method.chance_text"))
	say(b.say("pdf.method.privacy"), b.say("pdf.method.privacy_text", "threshold", c.Threshold, "voices", b.session.Setup.VoicesThreshold))
	if mark := b.mark(); mark != "" {
		say(mark, b.say(b.markText()))
	}
	b.remarks(items)
}

// remark is a short text under a heading.
type remark struct{ head, text string }

// remarks sets the section in two columns of about the same height.
func (b *book) remarks(items []remark) {
	width := (b.column() - 2*gutter) / 2
	heading := bold
	height := func(r remark) float64 {
		return heading.height(b.wrap(r.head, heading, width)) + body.height(b.wrap(r.text, body, width)) + 10
	}
	total := 0.0
	for _, r := range items {
		total += height(r)
	}
	first, left := 0, 0.0
	for first < len(items) && left+height(items[first])/2 < total/2 {
		left += height(items[first])
		first++
	}
	b.section(b.say("pdf.section.method"), b.say("pdf.method.title"), max(left, total-left))
	set := func(x float64, items []remark) {
		y := b.y
		for _, r := range items {
			y += b.lines(x, y, b.wrap(r.head, heading, width), heading)
			y += b.lines(x, y, b.wrap(r.text, body, width), body) + 10
		}
	}
	set(b.left(), items[:first])
	set(b.left()+width+2*gutter, items[first:])
	b.y += max(left, total-left)
}

func (b *book) markText() string {
	switch {
	case b.session.Rehearsal:
		return "pdf.method.rehearsal"
	case b.session.Imported:
		return "pdf.method.imported"
	}
	return "pdf.method.unlocked"
}
