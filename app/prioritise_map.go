package app

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
	"exceed/workshop"
)

// chooseForMap makes a theme the one that the map moves.
func (ui *UI) chooseForMap(key workshop.ThemeKey) {
	ui.route.Part = string(key)
	if ui.largeText() {
		ui.route.Step = mapStep
	}
	ui.place.route = ui.route // the same face, as far scrolled
	ui.refill("map")
}

// impactCard is the map of impact and effort, and the pick of what it moves.
func (ui *UI) impactCard(themes []workshop.ThemeFigures, chosen workshop.ThemeKey) (pick *kit.Pick, impact fyne.CanvasObject) {
	m := &impactMap{chosen: chosen, placed: ui.Session().Priorities.Map}
	at := 0
	var names []string
	for i, t := range themes {
		m.themes = append(m.themes, mapTheme{t.Key, ui.themeName(t.Key)})
		names = append(names, ui.themeName(t.Key))
		if t.Key == chosen {
			at = i
		}
	}
	m.corners = [4]string{ui.Say("chart.impact.quick"), ui.Say("chart.impact.big"), ui.Say("chart.impact.small"), ui.Say("chart.impact.leave")}
	m.axes = [2]string{ui.Say("chart.impact.up"), ui.Say("chart.impact.right")}
	m.placeAt = func(key workshop.ThemeKey, at *workshop.Placement) {
		ui.Change("map", func(s *workshop.Session) error {
			if s.Priorities.Map == nil {
				s.Priorities.Map = map[workshop.ThemeKey]workshop.Placement{}
			}
			if at == nil {
				delete(s.Priorities.Map, key)
			} else {
				s.Priorities.Map[key] = *at
			}
			return s.SetPriorities(s.Priorities)
		})
		m.placed = ui.Session().Priorities.Map
		m.Refresh()
	}
	m.choose = ui.chooseForMap
	m.ExtendBaseWidget(m)
	ui.stop("map", m)
	pick = kit.NewPick("", "", names, at, func(i int) { ui.chooseForMap(themes[i].Key) })
	return pick, kit.Border(nil, kit.Small(ui.Say("prioritise.map.how")), nil, nil, m)
}

type mapTheme struct {
	key  workshop.ThemeKey
	name string
}

// impactMap places themes by effort (to the right) and impact (upwards). It is one stop of Tab: arrows move the chosen
// theme, Delete takes it off the map; a click puts it there, and points can be dragged.
type impactMap struct {
	widget.BaseWidget
	themes  []mapTheme // in the order of their numbers
	chosen  workshop.ThemeKey
	placed  map[workshop.ThemeKey]workshop.Placement
	corners [4]string // what lies at the top left, top right, bottom left, bottom right
	axes    [2]string // upwards, to the right
	placeAt func(workshop.ThemeKey, *workshop.Placement)
	choose  func(workshop.ThemeKey)

	dragged workshop.ThemeKey
	at      workshop.Placement // of what is dragged
	focused bool
}

// nudge is how far an arrow key moves a theme.
const nudge = 0.05

// mapInset keeps the points, and their numbers, inside the frame.
const mapInset float32 = 18

// placement is where a point of the widget lies on the map.
func (m *impactMap) placement(p fyne.Position) workshop.Placement {
	size := m.Size().SubtractWidthHeight(2*mapInset, 2*mapInset)
	cut := func(x float32) float64 { return float64(max(0, min(x, 1))) }
	return workshop.Placement{Effort: cut((p.X - mapInset) / size.Width), Impact: 1 - cut((p.Y-mapInset)/size.Height)}
}

// position is the inverse of placement.
func (m *impactMap) position(at workshop.Placement) fyne.Position {
	size := m.Size().SubtractWidthHeight(2*mapInset, 2*mapInset)
	return fyne.NewPos(mapInset+float32(at.Effort)*size.Width, mapInset+float32(1-at.Impact)*size.Height)
}

// under is the theme whose point lies there; the chosen one comes first.
func (m *impactMap) under(p fyne.Position) (key workshop.ThemeKey, ok bool) {
	for _, t := range m.themes {
		at, placed := m.placed[t.key]
		if d := m.position(at).Subtract(p); placed && d.X*d.X+d.Y*d.Y <= mapInset*mapInset {
			key, ok = t.key, true
			if t.key == m.chosen {
				return key, true
			}
		}
	}
	return key, ok
}

// Tapped chooses the theme whose point was hit, else puts the chosen theme there.
func (m *impactMap) Tapped(e *fyne.PointEvent) {
	if key, ok := m.under(e.Position); ok {
		m.choose(key)
		return
	}
	at := m.placement(e.Position)
	m.placeAt(m.chosen, &at)
}

// Dragged moves the point that was under the pointer at first.
func (m *impactMap) Dragged(e *fyne.DragEvent) {
	if m.dragged == "" {
		key, ok := m.under(e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY))
		if !ok {
			return
		}
		m.dragged, m.chosen = key, key
	}
	m.at = m.placement(e.Position)
	m.Refresh()
}

// DragEnd keeps where the point was moved to.
func (m *impactMap) DragEnd() {
	if m.dragged == "" {
		return
	}
	key, at := m.dragged, m.at
	m.dragged = ""
	m.placeAt(key, &at)
}

// Cursor is a cross.
func (m *impactMap) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// FocusGained shows the focus.
func (m *impactMap) FocusGained() { m.focused = true; m.Refresh(); kit.IntoSight(m) }

// FocusLost hides it.
func (m *impactMap) FocusLost() { m.focused = false; m.Refresh() }

// TypedRune passes letters on.
func (m *impactMap) TypedRune(r rune) { kit.ForwardRune(m, r) }

// TypedKey moves the chosen theme; one that is not on the map yet appears in its middle.
func (m *impactMap) TypedKey(e *fyne.KeyEvent) {
	at, placed := m.placed[m.chosen]
	if !placed {
		at = workshop.Placement{Impact: 0.5, Effort: 0.5}
	}
	switch e.Name {
	case fyne.KeyUp:
		at.Impact += nudge
	case fyne.KeyDown:
		at.Impact -= nudge
	case fyne.KeyRight:
		at.Effort += nudge
	case fyne.KeyLeft:
		at.Effort -= nudge
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
	case fyne.KeyDelete, fyne.KeyBackspace:
		m.placeAt(m.chosen, nil)
		return
	default:
		kit.Forward(m, e)
		return
	}
	at.Impact, at.Effort = max(0, min(at.Impact, 1)), max(0, min(at.Effort, 1))
	m.placeAt(m.chosen, &at)
}

// CreateRenderer is Fyne's.
func (m *impactMap) CreateRenderer() fyne.WidgetRenderer {
	r := &impactRenderer{m: m}
	r.frame = canvas.NewRectangle(color.Transparent)
	r.lines = [2]*canvas.Line{canvas.NewLine(color.Black), canvas.NewLine(color.Black)}
	for i := range r.corners {
		r.corners[i] = canvas.NewText(m.corners[i], color.Black)
	}
	for i := range r.axes {
		r.axes[i] = canvas.NewText(m.axes[i], color.Black)
	}
	for range m.themes {
		r.points = append(r.points, mapPoint{canvas.NewCircle(color.Black), canvas.NewText("", color.Black), canvas.NewText("", color.Black)})
	}
	r.Refresh()
	return r
}

type mapPoint struct {
	disc         *canvas.Circle
	number, name *canvas.Text
}

type impactRenderer struct {
	m       *impactMap
	frame   *canvas.Rectangle
	lines   [2]*canvas.Line
	corners [4]*canvas.Text
	axes    [2]*canvas.Text
	points  []mapPoint
}

func (r *impactRenderer) Destroy() {}

func (r *impactRenderer) MinSize() fyne.Size { return fyne.NewSize(280, 220) }

func (r *impactRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.frame, r.lines[0], r.lines[1]}
	for _, c := range r.corners {
		objects = append(objects, c)
	}
	for _, a := range r.axes {
		objects = append(objects, a)
	}
	for _, p := range r.points {
		objects = append(objects, p.disc, p.number, p.name)
	}
	return objects
}

// centre is where a theme's point stands; ok is false for a theme that is not on the map.
func (m *impactMap) centre(key workshop.ThemeKey) (p fyne.Position, ok bool) {
	if m.dragged == key {
		return m.position(m.at), true
	}
	at, ok := m.placed[key]
	return m.position(at), ok
}

func (r *impactRenderer) Refresh() {
	th, v := r.m.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	of := func(name fyne.ThemeColorName) color.Color { return th.Color(name, v) }
	small := th.Size(kit.SizeSmall)
	r.frame.FillColor, r.frame.StrokeColor = of(kit.ColorSurface), of(kit.ColorLine)
	r.frame.CornerRadius, r.frame.StrokeWidth = 12, 1
	if r.m.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = of(theme.ColorNamePrimary), 2
	}
	for _, l := range r.lines {
		l.StrokeColor, l.StrokeWidth = of(kit.ColorLine), 1
	}
	for _, c := range r.corners {
		c.TextSize, c.Color, c.TextStyle.Bold = small, of(kit.ColorMuted), true
	}
	for _, a := range r.axes {
		a.TextSize, a.Color = small, of(kit.ColorMuted)
	}
	for i, t := range r.m.themes {
		p := r.points[i]
		p.disc.FillColor, p.number.Color, p.disc.StrokeColor, p.disc.StrokeWidth = of(kit.ColorSoft), of(theme.ColorNamePrimary), of(theme.ColorNamePrimary), 1
		p.name.Color = of(theme.ColorNameForeground)
		if t.key == r.m.chosen {
			p.disc.FillColor, p.number.Color = of(theme.ColorNamePrimary), of(theme.ColorNameForegroundOnPrimary)
		}
		p.number.Text, p.number.TextSize, p.number.TextStyle.Bold = strconv.Itoa(i+1), small, true
		p.name.Text, p.name.TextSize = t.name, small
		p.name.TextStyle.Bold = t.key == r.m.chosen
	}
	r.Layout(r.m.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
