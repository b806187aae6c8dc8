package pdf

import "exceed/workshop/chart"

// This file holds the sections that are charts with their findings.

func (b *book) mirror() {
	lay := func(s chart.Sheet) chart.Chart { return chart.Mirror(b.figures, s) }
	height := 60 + 21*float64(len(b.figures.Themes))
	b.picture(b.say("pdf.section.mirror"), height, lay)
	gap := chart.Gap(b.figures, b.sheet(b.column(), height))
	if gap.Instead == "" {
		b.draw(40+16*float64(len(b.figures.Themes)), true, func(s chart.Sheet) chart.Chart { return chart.Gap(b.figures, s) })
	}
}

func (b *book) theMap() {
	b.picture(b.say("pdf.section.map"), 345, func(s chart.Sheet) chart.Chart { return chart.Map(b.figures, s) })
}

func (b *book) splits() {
	height, divided := 150.0, 0
	for _, t := range b.figures.Themes {
		if t.Employees.Split != nil && *t.Employees.Split {
			divided++
		}
	}
	if divided > 3 {
		height = 270
	}
	b.picture(b.say("pdf.section.splits"), height, func(s chart.Sheet) chart.Chart { return chart.Splits(b.figures, s) })
}

func (b *book) behaviours() {
	b.picture(b.say("pdf.section.behaviours"), 310, func(s chart.Sheet) chart.Chart { return chart.Behaviours(b.figures, s) })
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
	b.picture(b.say("pdf.section.trend"), 190, func(s chart.Sheet) chart.Chart { return chart.Trend(points, s) })
}
