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

// remarks sets the section in two columns of about the same height. A text may go on in the second column, with two
// lines at least on each side.
func (b *book) remarks(items []remark) {
	width := (b.column() - 2*gutter) / 2
	type line struct {
		text   string
		st     style
		before float64 // space above it
		breaks bool    // the second column may start with it
	}
	var lines []line
	total := 0.0
	for i, r := range items {
		for k, text := range b.wrap(r.head, bold, width) {
			lines = append(lines, line{text, bold, 0, k == 0})
			if i > 0 && k == 0 {
				lines[len(lines)-1].before = 10
			}
		}
		wrapped := b.wrap(r.text, body, width)
		for k, text := range wrapped {
			lines = append(lines, line{text, body, 0, k >= 2 && k <= len(wrapped)-2})
		}
	}
	for _, l := range lines {
		total += l.before + l.st.line()
	}
	from, height, sum := 0, total, 0.0
	for i, l := range lines {
		if tall := max(sum, total-sum-l.before); l.breaks && tall < height {
			from, height = i, tall
		}
		sum += l.before + l.st.line()
	}
	b.section(b.say("pdf.section.method"), b.say("pdf.method.title"), height)
	x, y := b.left(), b.y
	for i, l := range lines {
		if i > 0 {
			y += l.before
		}
		if i == from && i > 0 {
			x, y = x+width+2*gutter, b.y
		}
		b.text(x, y, l.text, l.st)
		y += l.st.line()
	}
	b.y += height
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
