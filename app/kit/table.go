package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Table is a head and rows of short texts. The first column takes the width that the others leave and wraps; the others
// stand at their right edge, as figures do. Rows shorter than the head end empty. It is as high as its rows; put it into
// a Scroll.
func Table(rows [][]string) *fyne.Container {
	if len(rows) == 0 {
		return container.NewWithoutLayout()
	}
	t := &tableLayout{columns: len(rows[0])}
	var cells []fyne.CanvasObject
	for i, row := range rows {
		for column := range t.columns {
			text := ""
			if column < len(row) {
				text = row[column]
			}
			cell := Body(text)
			if i == 0 {
				cell = Strong(text)
			}
			if t.columns > 6 { // a wide table is set smaller
				cell.Label.SizeName = SizeSmall
			}
			if column > 0 {
				cell.Label.Alignment = fyne.TextAlignTrailing
			}
			cells = append(cells, cell)
		}
		cells = append(cells, Rule())
	}
	return container.New(t, cells...)
}

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
	least, wish := make([]float32, t.columns), make([]float32, t.columns)
	free, wishes := width-tableGap*float32(t.columns-1), float32(0)
	for column := range t.columns {
		for i := column; i < len(cells); i += t.columns + 1 {
			text := cells[i].(*Text)
			for _, word := range strings.Split(text.Label.Text, " ") {
				least[column] = max(least[column], natural(text, word))
			}
			if i >= t.columns { // a head may wrap
				wish[column] = max(wish[column], natural(text, text.Label.Text))
			}
		}
		wish[column] = max(wish[column]-least[column], 0)
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
	least := float32(60 * t.columns)
	return fyne.NewSize(least, t.place(cells, max(t.width, least)))
}
