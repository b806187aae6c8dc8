package pdf

import (
	"slices"

	"exceed/workshop"
	"exceed/workshop/chart"
)

// sessionsAbreast is how many sessions stand beside each other in a table; those of a longer series are parted evenly.
const sessionsAbreast = 4

// sessions prints the figures of every session of a series, a column each: those of the tables that its charts turn into
// on screen.
func (b *book) sessions(points []workshop.TrendPoint) {
	sheet := b.sheet(215)
	sides := turned(chart.Trend(points, sheet).Table)
	foresight := turned(chart.Foresight(points, sheet).Table)
	themes, saying := chart.ThemesSince(points, b.figures, sheet).Table, chart.SayDoSince(points, sheet).Table
	title := b.say("pdf.trend.sessions")
	parts := (len(points) + sessionsAbreast - 1) / sessionsAbreast
	for i := range parts {
		from, to := i*len(points)/parts, (i+1)*len(points)/parts
		first := 0.25 + 0.08*float64(sessionsAbreast-(to-from)) // what fewer sessions leave
		columns := []column{{head: sides[0][0], part: first, heavy: true}}
		for _, date := range sides[0][1+from : 1+to] {
			columns = append(columns, column{head: date, part: (1 - first) / float64(to-from), align: chart.End})
		}
		var rows []row
		add := func(group string, lines [][]string, ink func(line int) chart.Ink) {
			rows = append(rows, row{group: group})
			for k, line := range lines {
				rows = append(rows, row{cells: slices.Concat(line[:1], line[1+from:1+to]), ink: ink(k)})
			}
		}
		plain := func(int) chart.Ink { return chart.None }
		add(b.say("trend.view.sides"), sides[1:], sideInk)
		add(b.say("trend.view.foresight"), foresight[1:3], plain)
		add(b.say("trend.view.themes"), themes[1:], plain)
		add(b.say("trend.view.behaviours"), saying[1:], plain)
		t := b.tabular(columns, rows)
		if i > 0 {
			b.subhead(b.say("pdf.continued", "name", title), t.start())
		} else {
			how := b.say("pdf.trend.sessions_how")
			b.subhead(title, note.height(b.wrap(how, note, b.reading()))+6+t.start())
			b.y += b.lines(b.left(), b.y, b.wrap(how, note, b.reading()), note) + 6
		}
		t.set()
	}
}

// sideInk is that of the side of which a line of both sides' figures speaks: three of our people, then three of customers.
func sideInk(line int) chart.Ink {
	switch line / 3 {
	case 0:
		return chart.EmployeesInk
	case 1:
		return chart.CustomersInk
	}
	return chart.None
}

// turned is a table whose columns are the rows of another one.
func turned(table [][]string) [][]string {
	lines := make([][]string, len(table[0]))
	for _, row := range table {
		for i, cell := range row {
			lines[i] = append(lines[i], cell)
		}
	}
	return lines
}
