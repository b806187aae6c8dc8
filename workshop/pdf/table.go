package pdf

import (
	"strings"

	"exceed/workshop/chart"
)

// column is a column of a table: its head, and its width as a part of what those leave that fit their text. These take
// no more than a quarter of the table each.
type column struct {
	head  string
	part  float64
	fits  bool
	align chart.Align
	heavy bool
}

// row is a row of a table: a cell for each column, and notes below them over the whole width. A row with a group is a
// heading over all columns instead. Boxes to tick are drawn in that many of the last columns.
type row struct {
	group string
	ink   chart.Ink // of the first cell, where it is not the foreground
	cells []string  // a line break starts a new line
	notes []string
	boxes int
	most  int // lines that a cell may take, 0 for all of them
}

const (
	cellPad   = 4.5
	cellSpace = 10.0
)

var groupStyle = style{bodySize, chart.SemiBold, chart.EmployeesInk, chart.Start}

// tabular is a table to be set in a book. Its heads are repeated on each page, with the group that goes on there. A row
// stays whole, a group's heading stays with its first row, and neither the first row of a table nor the last one of a group
// or of the table stands alone on a page.
type tabular struct {
	*book
	columns []column
	rows    []row
	widths  []float64
}

func (b *book) tabular(columns []column, rows []row) tabular {
	t := tabular{b, columns, rows, make([]float64, len(columns))}
	left, parts := b.column(), 0.0
	for i, c := range columns {
		parts += c.part
		if c.fits {
			t.widths[i] = min(t.natural(i)+cellSpace+0.5, b.column()/4)
			left -= t.widths[i]
		}
	}
	for i, c := range columns {
		if !c.fits {
			t.widths[i] = left * c.part / parts
		}
	}
	return t
}

// natural is the width of a column's widest line.
func (t tabular) natural(i int) float64 {
	wide := func(text string, st style) float64 {
		return t.measure.Width(chart.Drawable(t.measure, text), st.size, st.weight)
	}
	width := wide(t.columns[i].head, label)
	for _, r := range t.rows {
		if i < len(r.cells) {
			for part := range strings.SplitSeq(r.cells[i], "\n") {
				width = max(width, wide(part, t.cellStyle(i)))
			}
		}
	}
	return width
}

// start is the room that the heads take with the first two rows (all three of three), which must not be parted; a group’s
// heading is one.
func (t tabular) start() float64 {
	h := t.headsHeight()
	first := 2
	if len(t.rows) == 3 {
		first = 3
	}
	for _, r := range t.rows[:min(len(t.rows), first)] {
		h += t.height(r)
	}
	return min(h, (t.bottom()-headRoom)*0.6)
}

func (t tabular) set() {
	t.need(t.start())
	t.heads()
	var group row
	name := ""
	for i, r := range t.rows {
		if t.y+t.block(i) > t.bottom() && t.y > headRoom+t.headsHeight() {
			t.turn()
			t.heads()
			if r.group == "" && group.group != "" {
				group.group = t.say("pdf.continued", "name", name)
				t.row(group)
			}
		}
		if r.group != "" {
			group, name = r, r.group
		}
		t.row(r)
	}
	t.y += 8
}

// block is the height of a row with those after it that must stay with it.
func (t tabular) block(i int) float64 {
	h := t.height(t.rows[i])
	for ; i+1 < len(t.rows) && (t.rows[i].group != "" || t.ends(i+1)); i++ {
		h += t.height(t.rows[i+1])
	}
	return h
}

// ends says whether a row is the last one under its heading, or of the table.
func (t tabular) ends(i int) bool {
	return t.rows[i].group == "" && (i+1 == len(t.rows) || t.rows[i+1].group != "")
}

// place is where a column stands.
func (t tabular) place(i int) (x, width float64) {
	x = t.left()
	for _, w := range t.widths[:i] {
		x += w
	}
	width = t.widths[i]
	if i < len(t.columns)-1 {
		width -= cellSpace
	}
	return x, width
}

func (t tabular) cellStyle(i int) style {
	st := style{noteSize + 0.5, chart.Regular, chart.Foreground, t.columns[i].align}
	if t.columns[i].heavy {
		st.weight = chart.SemiBold
	}
	return st
}

// cell is the text of a cell in lines.
func (t tabular) cell(r row, i int) []string {
	_, w := t.place(i)
	st := t.cellStyle(i)
	if r.most > 0 {
		return chart.WrapFit(t.measure, chart.Drawable(t.measure, r.cells[i]), st.size, st.weight, w, r.most)
	}
	var lines []string
	for part := range strings.SplitSeq(r.cells[i], "\n") {
		lines = append(lines, t.wrap(part, st, w)...)
	}
	return lines
}

func (t tabular) headsHeight() float64 {
	height := 0.0
	for i, c := range t.columns {
		_, w := t.place(i)
		height = max(height, label.height(t.wrap(c.head, label, w)))
	}
	return height + cellPad/2
}

func (t tabular) heads() {
	height := t.headsHeight()
	for i, c := range t.columns {
		x, w := t.place(i)
		lines := t.wrap(c.head, label, w)
		t.lines(anchor(x, w, c.align), t.y+height-cellPad/2-label.height(lines), lines, label.to(c.align))
	}
	t.y += height
	t.rule(t.y, chart.Foreground)
}

func (t tabular) height(r row) float64 {
	if r.group != "" {
		return groupStyle.height(t.wrap(r.group, groupStyle, t.column())) + 3*cellPad
	}
	h := 0.0
	for i := range r.cells {
		h = max(h, t.cellStyle(i).height(t.cell(r, i)))
	}
	for _, n := range r.notes {
		h += note.height(t.wrap(n, note, t.reading())) + 1
	}
	return h + 2*cellPad
}

func (t tabular) row(r row) {
	if r.group != "" {
		t.y += 2 * cellPad
		t.y += t.lines(t.left(), t.y, t.wrap(r.group, groupStyle, t.column()), groupStyle) + cellPad
		t.rule(t.y, chart.Grid)
		return
	}
	h := 0.0
	for i := range r.cells {
		x, w := t.place(i)
		st := t.cellStyle(i)
		if i == 0 && r.ink != chart.None {
			st.ink = r.ink
		}
		h = max(h, t.lines(anchor(x, w, st.align), t.y+cellPad, t.cell(r, i), st))
	}
	for i := len(t.columns) - r.boxes; i < len(t.columns); i++ {
		x, w := t.place(i)
		t.add(chart.Box{Rect: chart.Rect{X: anchor(x, w, t.columns[i].align) - 5, Y: t.y + cellPad + 0.5, W: 10, H: 10}, Edge: chart.Muted, Width: 0.75})
	}
	t.y += cellPad + h
	for _, n := range r.notes {
		t.y += t.lines(t.left(), t.y+1, t.wrap(n, note, t.reading()), note) + 1
	}
	t.y += cellPad
	t.rule(t.y, chart.Grid)
}

// anchor is where text of that alignment stands in a cell.
func anchor(x, width float64, align chart.Align) float64 {
	switch align {
	case chart.Middle:
		return x + width/2
	case chart.End:
		return x + width
	}
	return x
}
