package pdf

import "exceed/workshop/chart"

// column is a column of a table: its head, and its width as a part of the book's column.
type column struct {
	head  string
	part  float64
	align chart.Align
	heavy bool
}

// row is a row of a table: a cell for each column, and lines below them over the whole width. A group is one heading
// over all columns. Boxes are drawn in the last columns for a pen to tick.
type row struct {
	group string
	ink   chart.Ink
	cells []string
	notes []string
	boxes int
}

const (
	cellPad   = 4.5
	cellSpace = 10.0
)

// table sets rows under heads that are repeated on each page. A row stays whole, and a group's heading stays with its
// first row.
func (b *book) table(columns []column, rows []row) {
	t := tabular{b, columns}
	t.heads(b.firstRows(t, rows))
	for i, r := range rows {
		h := t.height(r)
		if r.group != "" && i+1 < len(rows) {
			h += t.height(rows[i+1])
		}
		if b.y+h > b.bottom() {
			b.turn()
			t.heads(0)
		}
		t.row(r)
	}
	b.y += 8
}

// firstRows is the room that the first rows take which must not be parted from the heads.
func (b *book) firstRows(t tabular, rows []row) float64 {
	h := 0.0
	for _, r := range rows {
		h += t.height(r)
		if r.group == "" {
			break
		}
	}
	return h
}

type tabular struct {
	*book
	columns []column
}

func (t tabular) x(i int) (x, width float64) {
	x = t.left()
	for _, c := range t.columns[:i] {
		x += c.part * t.column()
	}
	width = t.columns[i].part * t.column()
	if i < len(t.columns)-1 {
		width -= cellSpace
	}
	return x, width
}

func (t tabular) cell(i int) style {
	st := style{noteSize + 0.5, chart.Regular, chart.Foreground, t.columns[i].align}
	if t.columns[i].heavy {
		st.weight = chart.SemiBold
	}
	return st
}

func (t tabular) heads(follows float64) {
	height := 0.0
	heads := make([][]string, len(t.columns))
	for i, c := range t.columns {
		_, w := t.x(i)
		heads[i] = t.wrap(c.head, label, w)
		height = max(height, label.height(heads[i]))
	}
	t.need(height + cellPad + follows)
	for i, lines := range heads {
		x, w := t.x(i)
		t.lines(anchor(x, w, t.columns[i].align), t.y+height-label.height(lines), lines, label.to(t.columns[i].align))
	}
	t.y += height + cellPad/2
	t.rule(t.y, chart.Foreground)
}

var groupStyle = style{bodySize, chart.SemiBold, chart.EmployeesInk, chart.Start}

func (t tabular) height(r row) float64 {
	if r.group != "" {
		return groupStyle.height(t.wrap(r.group, groupStyle, t.column())) + 3*cellPad
	}
	h := 0.0
	for i, text := range r.cells {
		_, w := t.x(i)
		h = max(h, t.cell(i).height(t.wrap(text, t.cell(i), w)))
	}
	for _, n := range r.notes {
		h += note.height(t.wrap(n, note, t.column())) + 1
	}
	return h + 2*cellPad
}

func (t tabular) row(r row) {
	if r.group != "" {
		lines := t.wrap(r.group, groupStyle, t.column())
		t.y += 2 * cellPad
		t.y += t.lines(t.left(), t.y, lines, groupStyle) + cellPad
		t.rule(t.y, chart.Grid)
		return
	}
	h := 0.0
	for i, text := range r.cells {
		x, w := t.x(i)
		st := t.cell(i)
		if i == 0 && r.ink != chart.None {
			st.ink = r.ink
		}
		h = max(h, t.lines(anchor(x, w, st.align), t.y+cellPad, t.wrap(text, st, w), st))
	}
	for i := range r.boxes {
		x, w := t.x(len(t.columns) - r.boxes + i)
		t.add(chart.Box{Rect: chart.Rect{X: anchor(x, w, t.columns[len(t.columns)-r.boxes+i].align) - 5, Y: t.y + cellPad + 0.5, W: 10, H: 10}, Edge: chart.Muted, Width: 0.75})
	}
	t.y += cellPad + h
	for _, n := range r.notes {
		lines := t.wrap(n, note, t.column())
		t.y += t.lines(t.left(), t.y+1, lines, note) + 1
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
