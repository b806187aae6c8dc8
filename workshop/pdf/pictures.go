package pdf

import "exceed/workshop/chart"

// This file holds the sections that are charts with their findings.

func (b *book) mirror() {
	themes := float64(len(b.figures.Themes))
	b.elastic(b.say("pdf.section.mirror"), 60+21*themes, func(height float64) chart.Chart { return chart.Mirror(b.figures, b.sheet(height)) })
	b.under(50+16*themes, func(height float64) chart.Chart { return chart.Gap(b.figures, b.sheet(height)) })
}

func (b *book) theMap() {
	b.elastic(b.say("pdf.section.map"), 345, func(height float64) chart.Chart { return chart.Map(b.figures, b.sheet(height)) })
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
	b.elastic(b.say("pdf.section.splits"), height, func(height float64) chart.Chart { return chart.Splits(b.figures, b.sheet(height)) })
}

func (b *book) behaviours() {
	b.elastic(b.say("pdf.section.behaviours"), 310, func(height float64) chart.Chart { return chart.Behaviours(b.figures, b.sheet(height)) })
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
		{head: b.say("pdf.contract.change"), fits: true},
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
	b.elastic(b.say("pdf.section.trend"), 215, func(height float64) chart.Chart { return chart.Trend(points, b.sheet(height)) })
	themes := float64(len(b.figures.Themes))
	b.under(30+17*themes, func(height float64) chart.Chart { return chart.ThemesSince(points, b.figures, b.sheet(height)) })
	b.under(170, func(height float64) chart.Chart { return chart.Foresight(points, b.sheet(height)) })
	b.under(190, func(height float64) chart.Chart { return chart.SayDoSince(points, b.sheet(height)) })
	b.sessions(points)
}
