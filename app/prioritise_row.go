package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
	"exceed/workshop"
)

// priorityRow is one theme: what the numbers say of it, its dots, and whether it goes on.
type priorityRow struct {
	widget.BaseWidget
	content fyne.CanvasObject
	dots    *kit.Stepper // nil while the dots are private
	choose  *kit.Button
	tap     func()
}

// Tapped makes the theme the one that the map moves.
func (p *priorityRow) Tapped(*fyne.PointEvent) { p.tap() }

// Holds is for scrolling its controls into sight.
func (p *priorityRow) Holds() fyne.CanvasObject { return p.content }

// CreateRenderer is Fyne's.
func (p *priorityRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.content)
}

// dotsWidth is the width of a theme's dots.
const dotsWidth float32 = 134

// chooseWidth is the width of the buttons that choose, so that they stand below each other.
const chooseWidth float32 = 136

func (ui *UI) priorityRow(t workshop.ThemeFigures, most float64, onMap bool) *priorityRow {
	row := &priorityRow{tap: func() { ui.chooseForMap(t.Key) }}
	p := ui.Session().Priorities
	var dots fyne.CanvasObject
	if ui.dotsArePrivate() {
		dots = kit.Least(dotsWidth, 0, kit.Heading(ui.words.Number(float64(p.Dots[t.Key]), 0)).Centred().Fit())
	} else {
		row.dots = ui.dotsStepper(t.Key)
		dots = row.dots
	}
	place := slices.Index(p.Focus, t.Key)
	label := ui.Say("prioritise.choose")
	if place >= 0 {
		label = ui.Say("prioritise.place", "n", place+1)
	}
	row.choose = kit.NewButton(label, kit.Plain, func() { ui.toggleFocus(t.Key) })
	row.choose.On = place >= 0
	right := kit.HStack(kit.M, kit.Middle(dots), kit.Middle(kit.Least(chooseWidth*ui.prefs.textScale(), 0, row.choose)))
	line := kit.ColorLine
	if onMap {
		line = kit.ColorEmployees
	}
	number := kit.Heading("–")
	if t.FocusRank != nil {
		number = kit.Heading(ui.words.Number(float64(*t.FocusRank), 0))
	}
	row.content = container.NewStack(kit.NewPanel(kit.ColorSurface, line, 12), kit.Inset(10, kit.M,
		kit.Border(nil, nil, container.NewVBox(kit.Least(36*ui.prefs.textScale(), 0, number)), right, kit.Inset(0, kit.S, ui.priorityFigures(t, most)))))
	row.ExtendBaseWidget(row)
	return row
}

// dotsStepper counts a theme's dots aloud.
func (ui *UI) dotsStepper(key workshop.ThemeKey) *kit.Stepper {
	return kit.NewStepper(ui.Session().Priorities.Dots[key], func(n int) {
		ui.Change("dots", func(s *workshop.Session) error { // no refill: the same number is changed again at once
			if s.Priorities.Dots == nil {
				s.Priorities.Dots = map[workshop.ThemeKey]int{}
			}
			s.Priorities.Dots[key] = n
			return s.SetPriorities(s.Priorities)
		})
	})
}

// priorityFigures says of a theme how much it matters, in which field it lies and how firm that is.
func (ui *UI) priorityFigures(t workshop.ThemeFigures, most float64) fyne.CanvasObject {
	text := kit.VStack(kit.XS, kit.Strong(ui.themeName(t.Key)))
	if t.Focus == nil {
		text.Add(kit.Small(ui.Say("chart.suppressed", "n", ui.Session().Tally.Threshold)))
		return text
	}
	share := 0.0
	if most > 0 {
		share = *t.Focus / most
	}
	text.Add(kit.NewBar(share, kit.ColorEmployees))
	about := ui.oneVoice(t)
	if t.Field != nil {
		field := ui.Say("field." + string(*t.Field))
		if t.Clear != nil && !*t.Clear {
			field = ui.Say("chart.map.close")
		}
		about = field + " · " + about
	}
	text.Add(kit.Small(about))
	if t.Divides() {
		text.Add(kit.HStack(0, kit.NewBadge(ui.Say("prioritise.split"), theme.ColorNameWarning)))
	}
	if why := ui.Session().Priorities.Dropped[t.Key]; why != "" && !slices.Contains(ui.Session().Priorities.Focus, t.Key) {
		text.Add(kit.Small(ui.Say("prioritise.dropped", "why", why)))
	}
	return text
}

// oneVoice says whether one person more or less would change a theme's place.
func (ui *UI) oneVoice(t workshop.ThemeFigures) string {
	switch {
	case *t.Focus == 0:
		return ui.Say("prioritise.nothing_below")
	case t.OneVoice == nil:
		return ""
	case t.OneVoice[0] == t.OneVoice[1]:
		return ui.Say("prioritise.firm")
	}
	return ui.Say("prioritise.range", "from", t.OneVoice[0], "to", t.OneVoice[1])
}
