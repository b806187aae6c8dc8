package pdf

import (
	"exceed/workshop"
	"exceed/workshop/chart"
)

// This file holds the sections that are charts with their findings.

func (b *book) mirror() {
	lay := func(s chart.Sheet) chart.Chart { return chart.Mirror(b.figures, s) }
	height := 60 + 21*float64(len(b.figures.Themes))
	b.section(b.say("pdf.section.mirror"), lay(b.sheet(b.column(), height)).Title, height+40)
	b.draw(height, false, lay)
	if b.figures.Evidence != workshop.NoEvidence {
		b.draw(40+16*float64(len(b.figures.Themes)), true, func(s chart.Sheet) chart.Chart { return chart.Gap(b.figures, s) })
	}
}

func (b *book) theMap() {
	lay := func(s chart.Sheet) chart.Chart { return chart.Map(b.figures, s) }
	height := 120.0
	for _, t := range b.figures.Themes {
		if t.Field != nil {
			height = 345
		}
	}
	b.section(b.say("pdf.section.map"), lay(b.sheet(b.column(), height)).Title, height+40)
	b.draw(height, false, lay)
}

func (b *book) splits() {
	lay := func(s chart.Sheet) chart.Chart { return chart.Splits(b.figures, s) }
	height, divided := 150.0, 0
	for _, t := range b.figures.Themes {
		if t.Employees.Split != nil && *t.Employees.Split {
			divided++
		}
	}
	if divided > 3 {
		height = 270
	}
	b.section(b.say("pdf.section.splits"), lay(b.sheet(b.column(), height)).Title, height+30)
	b.draw(height, false, lay)
}

func (b *book) behaviours() {
	lay := func(s chart.Sheet) chart.Chart { return chart.Behaviours(b.figures, s) }
	const height = 300
	b.section(b.say("pdf.section.behaviours"), lay(b.sheet(b.column(), height)).Title, height+30)
	b.draw(height, false, lay)
	b.contract()
}

// contract is which of the nine behaviours each leader stops or starts.
func (b *book) contract() {
	lines := b.session.Plan.Contract
	if len(lines) == 0 {
		return
	}
	rows := make([]row, len(lines))
	for i, l := range lines {
		key := b.say("pdf.contract.more")
		if l.Behaviour.LessOf() {
			key = b.say("pdf.contract.less")
		}
		rows[i] = row{cells: []string{l.Leader, key, chart.BehaviourName(b.words, l.Behaviour), l.Note}}
	}
	t := b.tabular([]column{
		{head: b.say("pdf.contract.leader"), part: 0.2, heavy: true},
		{head: b.say("pdf.contract.change"), part: 0.14},
		{head: b.say("pdf.contract.behaviour"), part: 0.3},
		{head: b.say("pdf.contract.note"), part: 0.36},
	}, rows)
	b.subhead(b.say("pdf.contract.title"), t.start())
	t.set()
}

// trend is printed only where there is an earlier session.
func (b *book) trend() {
	points := b.session.Trend()
	if len(points) < 2 {
		return
	}
	lay := func(s chart.Sheet) chart.Chart { return chart.Trend(points, s) }
	const height = 190
	b.section(b.say("pdf.section.trend"), lay(b.sheet(b.column(), height)).Title, height+30)
	b.draw(height, false, lay)
}
