package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"exceed/app/figure"
	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// layChart lays one chart of a comparison out on a sheet.
type layChart func(*workshop.Comparison, chart.Sheet) chart.Chart

// newMeasurer reads the fonts that ship; a test reads them too.
func newMeasurer() chart.Measurer {
	fonts, err := chart.NewFonts(assets.FontRegular(), assets.FontSemiBold())
	if err != nil {
		panic("app: the fonts cannot be read: " + err.Error())
	}
	return fonts
}

// chartSheet is what charts are laid out on, for a reader of words and with text of that size.
func (ui *UI) chartSheet(words *assets.Words, size fyne.Size, text float32) chart.Sheet {
	return chart.Sheet{
		Words: words, Measure: ui.measure,
		Width: float64(size.Width), Height: float64(size.Height), Text: float64(text),
	}
}

// figure shows a chart in all the room it gets, with text of the window's size.
func (ui *UI) figure(lay func(chart.Sheet) chart.Chart) *figure.Figure {
	text := ui.textSize()
	f := figure.New(func(size fyne.Size) chart.Figure {
		size.Width -= text / 3 // hinted glyphs run a little wider than measured
		return lay(ui.chartSheet(ui.words, size, text)).Figure
	})
	f.SetMinSize(fyne.NewSize(30*text, 16*text))
	return f
}

// chartOrTable shows a chart as the route wants it.
func (ui *UI) chartOrTable(r Route, said chart.Chart, lay func(chart.Sheet) chart.Chart) fyne.CanvasObject {
	if r.Part == tablePart {
		return kit.Table(ui.drawable(said.Table))
	}
	return ui.figure(lay)
}

// turnButton turns the chart of a route into its table, and back.
func (ui *UI) turnButton(r Route) *kit.Button {
	label := ui.Say("reveal.as_table")
	if r.Part == tablePart {
		label = ui.Say("reveal.as_chart")
	}
	return kit.NewButton(label, kit.Plain, ui.turnTable)
}

// roomBadge says what the room sees of the face, in line with the buttons beside it.
func (ui *UI) roomBadge(released bool) fyne.CanvasObject {
	room := ui.projector.sees(released)
	return container.New(layout.NewCustomPaddedLayout(10, 0, 0, 0), kit.NewBadge(ui.Say("reveal.room."+room), roomInk(room)))
}

// textSize is the size of plain text as the person chose it.
func (ui *UI) textSize() float32 { return ui.App.Settings().Theme().Size(kit.SizeBody) }

// drawable is a chart's table with only what the fonts can draw.
func (ui *UI) drawable(rows [][]string) [][]string {
	table := make([][]string, len(rows))
	for i, row := range rows {
		for _, text := range row {
			table[i] = append(table[i], chart.Drawable(ui.measure, text))
		}
	}
	return table
}
