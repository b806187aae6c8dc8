package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// row is one item of a list that is one stop of Tab. dress shows how it stands now.
type row interface {
	fyne.Widget
	Theme() fyne.Theme
	dress()
}

// rowsRenderer shows rows in columns as a newspaper does. A refresh dresses them and leaves the words in them as they are.
type rowsRenderer[R row] struct {
	fyne.WidgetRenderer
	rows []R
}

func renderRows[R row](gap float32, rows []R) *rowsRenderer[R] {
	objects := make([]fyne.CanvasObject, len(rows))
	for i, row := range rows {
		objects[i] = row
	}
	r := &rowsRenderer[R]{widget.NewSimpleRenderer(container.New(&newspaper{gap: gap}, objects...)), rows}
	r.Refresh()
	return r
}

// Refresh is Fyne's.
func (r *rowsRenderer[R]) Refresh() {
	for _, row := range r.rows {
		row.dress()
	}
}

// dressRow draws the box round a row: tinted where something is given to it or done with it, ringed where keys reach it.
func dressRow(of row, box *canvas.Rectangle, tinted, ringed bool) {
	th, v := of.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	fill, edge := ColorSurface, ColorLine
	if tinted {
		fill, edge = ColorSoft, theme.ColorNamePrimary
	}
	box.CornerRadius, box.StrokeWidth = 10, 1
	if ringed {
		box.StrokeWidth, edge = 3, theme.ColorNamePrimary
	}
	box.FillColor, box.StrokeColor = th.Color(fill, v), th.Color(edge, v)
	box.Refresh()
}
