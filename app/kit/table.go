package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Table is a head and rows of short texts. The first column takes the width that the others leave and wraps; the others
// stand at their right edge, as figures do. Rows shorter than the head end empty. Where not even the longest words fit
// beside each other, each row becomes a list: its first text, and below it the others with their heads. A table is as
// high as its rows; put it into a Scroll.
func Table(rows [][]string) fyne.CanvasObject {
	if len(rows) == 0 {
		return container.NewWithoutLayout()
	}
	t := &table{rows: rows}
	t.ExtendBaseWidget(t)
	return t
}

type table struct {
	widget.BaseWidget
	rows [][]string
}

// cell is the text of a row in a column; empty where the row has none.
func (t *table) cell(row, column int) string {
	if column < len(t.rows[row]) {
		return t.rows[row][column]
	}
	return ""
}

// CreateRenderer is Fyne's.
func (t *table) CreateRenderer() fyne.WidgetRenderer {
	r := &tableRenderer{table: t, layout: &tableLayout{columns: len(t.rows[0])}}
	r.grid = container.New(r.layout, t.cells()...)
	r.shown = r.grid
	return r
}

func (t *table) cells() (cells []fyne.CanvasObject) {
	columns := len(t.rows[0])
	for row := range t.rows {
		for column := range columns {
			cell := Body(t.cell(row, column))
			if row == 0 {
				cell = Strong(t.cell(row, column))
			}
			if columns > 6 { // a wide table is set smaller
				cell.Label.SizeName = SizeSmall
			}
			if column > 0 {
				cell.Label.Alignment = fyne.TextAlignTrailing
			}
			cells = append(cells, cell)
		}
		cells = append(cells, Rule())
	}
	return cells
}

// list is the table with a list in place of each row.
func (t *table) list() *fyne.Container {
	list := VStack(S)
	for row := range t.rows[1:] {
		list.Add(Strong(t.cell(row+1, 0)))
		for column := range t.rows[0][1:] {
			figure := Body(t.cell(row+1, column+1))
			figure.Label.Alignment = fyne.TextAlignTrailing
			list.Add(Columns(M, []float32{3, 2}, Muted(t.cell(0, column+1)), figure))
		}
		list.Add(Rule())
	}
	return list
}

// tableRenderer shows the grid where there is room for it, else the list.
type tableRenderer struct {
	table  *table
	layout *tableLayout
	grid   *fyne.Container
	lists  *fyne.Container // nil until it is needed
	shown  *fyne.Container
}

// Layout is Fyne's.
func (r *tableRenderer) Layout(size fyne.Size) {
	r.shown = r.grid
	if r.layout.least(r.grid.Objects) > size.Width {
		if r.lists == nil {
			r.lists = r.table.list()
		}
		r.shown = r.lists
	}
	r.shown.Resize(size)
}

// MinSize is Fyne's.
func (r *tableRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.shown.MinSize().Height) }

// Objects is Fyne's.
func (r *tableRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.shown} }

// Refresh is Fyne's.
func (r *tableRenderer) Refresh() { r.shown.Refresh() }

// Destroy is Fyne's.
func (r *tableRenderer) Destroy() {}

// tableLayout lays out rows of so many cells, each row followed by a line across.
type tableLayout struct {
	columns int
	width   float32 // of the last Layout; MinSize needs it for the heights of what wraps
}

// tableGap is the space between two columns, and the height of a row beyond its text.
const tableGap float32 = 14

// widths shares a width out. A column needs at least its longest word; it would like its figures on one line. What is
// over goes to the first column; where there is not enough for all wishes, each column gets a part of its own.
func (t *tableLayout) widths(cells []fyne.CanvasObject, width float32) []float32 {
	least, wish := t.needs(cells)
	free, wishes := width-tableGap*float32(t.columns-1), float32(0)
	for column := range least {
		wishes += wish[column]
		free -= least[column]
	}
	for column := range least {
		if wishes > 0 {
			least[column] += max(min(free/wishes, 1), 0) * wish[column]
		}
	}
	least[0] += max(free-wishes, 0)
	return least
}

// least is the width below which a word would be broken.
func (t *tableLayout) least(cells []fyne.CanvasObject) float32 {
	sum := tableGap * float32(t.columns-1)
	least, _ := t.needs(cells)
	for _, width := range least {
		sum += width
	}
	return sum
}

// needs are the width of each column's longest word, and what more it would take to have its figures on one line.
func (t *tableLayout) needs(cells []fyne.CanvasObject) (least, wish []float32) {
	least, wish = make([]float32, t.columns), make([]float32, t.columns)
	for column := range t.columns {
		for i := column; i < len(cells); i += t.columns + 1 {
			text := cells[i].(*Text)
			for _, word := range strings.Split(text.text, " ") {
				least[column] = max(least[column], natural(text, word))
			}
			if i >= t.columns { // a head may wrap
				wish[column] = max(wish[column], natural(text, text.text))
			}
		}
		wish[column] = max(wish[column]-least[column], 0)
	}
	return least, wish
}

// natural is the width of some words of a cell on one line, and a little for rounding.
func natural(cell *Text, words string) float32 {
	label := cell.Label
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, label.Theme().Size(label.SizeName), label.TextStyle, nil)
	return size.Width + 4
}

func (t *tableLayout) place(cells []fyne.CanvasObject, width float32) float32 {
	widths := t.widths(cells, width)
	y := float32(0)
	for at := 0; at < len(cells); at += t.columns + 1 {
		x, height := float32(0), float32(0)
		for column := range t.columns {
			cell := cells[at+column]
			cell.Resize(fyne.NewSize(widths[column], cell.Size().Height))
			height = max(height, cell.MinSize().Height)
		}
		for column := range t.columns {
			cells[at+column].Move(fyne.NewPos(x, y+tableGap/4))
			cells[at+column].Resize(fyne.NewSize(widths[column], height))
			x += widths[column] + tableGap
		}
		y += height + tableGap/2
		rule := cells[at+t.columns]
		rule.Move(fyne.NewPos(0, y))
		rule.Resize(fyne.NewSize(width, rule.MinSize().Height))
		y += rule.MinSize().Height
	}
	return y
}

// Layout is Fyne's.
func (t *tableLayout) Layout(cells []fyne.CanvasObject, size fyne.Size) {
	t.width = size.Width
	t.place(cells, size.Width)
}

// MinSize is Fyne's.
func (t *tableLayout) MinSize(cells []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, t.place(cells, max(t.width, t.least(cells))))
}
