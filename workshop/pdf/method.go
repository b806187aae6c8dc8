package pdf

import (
	"exceed/workshop"
	"exceed/workshop/chart"
)

// method says in plain words how the figures came about and what protects those who answered.
func (b *book) method() {
	c, w := b.figures, b.words
	b.section(b.say("pdf.section.method"), b.say("pdf.method.title"), 90)
	say := func(head, text string) {
		lines := b.wrap(text, body, b.column())
		b.subhead(head, body.height(lines))
		b.paragraph(text, body, 2)
	}
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
