package kit

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Sign is the small picture on a step of a Scale.
type Sign int

// The signs.
const (
	NoSign  Sign = iota
	Vessel       // a vessel that is filled up to, below or above a line in its middle
	Counted      // dots, as many as the step's place
)

// Scale is one of a few ordered steps, side by side and equally wide, each with its digit, a sign and a label that may
// wrap. It is one stop of Tab: digits choose directly, arrows move, Backspace and Delete take the choice back, Enter
// goes on. A click on the chosen step takes it back too.
type Scale struct {
	widget.BaseWidget
	Heard
	Labels    []string
	Selected  int // −1 for none
	Sign      Sign
	Low       bool      // less high, for several scales on one page
	OnChanged func(int) // −1 when the choice is taken back
	OnEnter   func()
	OnDigit   func() // after a digit has chosen, so that the next scale can take the focus

	cells   []*scaleCell
	frame   *Panel
	focused bool
	widest  map[float32]float32 // of the labels' words, by text size
}

// NewScale makes a scale.
func NewScale(labels []string, selected int, sign Sign, changed func(int)) *Scale {
	s := &Scale{Labels: labels, Selected: selected, Sign: sign, OnChanged: changed, widest: map[float32]float32{}}
	s.ExtendBaseWidget(s)
	return s
}

// Choose chooses a step as the person would; −1 takes the choice back. Others than those there are do nothing.
func (s *Scale) Choose(i int) {
	if i < -1 || i >= len(s.Labels) || i == s.Selected {
		return
	}
	s.Selected = i
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(i)
	}
}

// FocusGained shows the focus.
func (s *Scale) FocusGained() { s.focused = true; s.Refresh(); IntoSight(s) }

// FocusLost hides it.
func (s *Scale) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune chooses by figure.
func (s *Scale) TypedRune(r rune) {
	n, is := Digit(r)
	if !is || n < 1 || n > len(s.Labels) {
		return
	}
	s.Choose(n - 1)
	if s.OnDigit != nil {
		s.OnDigit()
	}
}

// TypedKey moves by arrows, beginning in the middle, and goes on by Enter.
func (s *Scale) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown, fyne.KeyRight, fyne.KeyUp:
		by := 1
		if e.Name == fyne.KeyLeft || e.Name == fyne.KeyDown {
			by = -1
		}
		if s.Selected < 0 {
			s.Choose(len(s.Labels) / 2)
			return
		}
		s.Choose(max(0, min(s.Selected+by, len(s.Labels)-1)))
	case fyne.KeyBackspace, fyne.KeyDelete:
		s.Choose(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.OnEnter != nil {
			s.OnEnter()
		}
	default:
		Forward(s, e)
	}
}

// Cell is the step at a place, for tests that click.
func (s *Scale) Cell(i int) fyne.Tappable {
	s.MinSize() // makes the cells
	return s.cells[i]
}

// CreateRenderer is Fyne's.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer {
	s.frame = NewRing(12)
	s.frame.Hide()
	objects := make([]fyne.CanvasObject, len(s.Labels))
	s.cells = make([]*scaleCell, len(s.Labels))
	for i := range s.Labels {
		cell := &scaleCell{scale: s, at: i}
		cell.ExtendBaseWidget(cell)
		cell.label = Lead(s.Labels[i]).Centred()
		s.cells[i], objects[i] = cell, cell
	}
	r := &scaleRenderer{
		WidgetRenderer: widget.NewSimpleRenderer(container.NewStack(s.frame, Pad(XS, container.New(&scaleLayout{scale: s}, objects...)))),
		scale:          s, chosen: s.Selected,
	}
	return r
}

type scaleRenderer struct {
	fyne.WidgetRenderer
	scale  *Scale
	chosen int // as it was drawn
}

func (r *scaleRenderer) Refresh() {
	if r.scale.focused {
		r.scale.frame.Show()
	} else {
		r.scale.frame.Hide()
	}
	if r.chosen != r.scale.Selected { // bold words may wrap otherwise
		r.chosen = r.scale.Selected
		r.WidgetRenderer.Refresh()
		return
	}
	for _, cell := range r.scale.cells {
		cell.Refresh()
	}
}

// scaleLayout shares the width out evenly, and takes the largest of three text sizes in which no word is broken.
type scaleLayout struct{ scale *Scale }

const scaleGap = S

// Layout is Fyne's.
func (l *scaleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - scaleGap*float32(len(objects)-1)) / float32(len(objects))
	text := l.fit(width - 2*XS - 2)
	for i, o := range objects {
		label := l.scale.cells[i].label
		if label.Label.SizeName != text {
			label.Label.SizeName = text
			label.Label.Refresh()
		}
		label.Resize(fyne.NewSize(width-2*XS, label.Size().Height)) // wrapped text knows its height only once it has a width
		o.Move(fyne.NewPos(float32(i)*(width+scaleGap), 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
}

func (l *scaleLayout) fit(width float32) fyne.ThemeSizeName {
	for _, name := range []fyne.ThemeSizeName{SizeLead, SizeBody} {
		if l.widest(name) <= width {
			return name
		}
	}
	return SizeSmall
}

// widest is the width of the longest word of the labels.
func (l *scaleLayout) widest(name fyne.ThemeSizeName) float32 {
	size := l.scale.Theme().Size(name)
	widest, known := l.scale.widest[size]
	if known {
		return widest
	}
	for _, label := range l.scale.Labels {
		for _, word := range strings.Fields(label) {
			widest = max(widest, fyne.MeasureText(word, size, fyne.TextStyle{Bold: true}).Width)
		}
	}
	l.scale.widest[size] = widest
	return widest
}

// MinSize is Fyne's.
func (l *scaleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(float32(len(objects))*l.widest(SizeSmall), 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// scaleCell is one step of a scale.
type scaleCell struct {
	widget.BaseWidget
	scale   *Scale
	at      int
	label   *Text
	hovered bool
}

// Tapped chooses the step, or takes it back.
func (c *scaleCell) Tapped(*fyne.PointEvent) {
	takeFocus(c.scale)
	if c.scale.Selected == c.at {
		c.scale.Choose(-1)
		return
	}
	c.scale.Choose(c.at)
}

func (c *scaleCell) MouseIn(*desktop.MouseEvent)    { c.hovered = true; c.Refresh() }
func (c *scaleCell) MouseMoved(*desktop.MouseEvent) {}
func (c *scaleCell) MouseOut()                      { c.hovered = false; c.Refresh() }
func (c *scaleCell) Cursor() desktop.Cursor         { return desktop.PointerCursor }

func (c *scaleCell) CreateRenderer() fyne.WidgetRenderer {
	box := canvas.NewRectangle(color.Transparent)
	c.label.Label.TextStyle.Bold = c.scale.Selected == c.at
	digit := Muted(strconv.Itoa(c.at + 1)).Centred()
	sign := newSignPicture(c.scale.Sign, c.at, len(c.scale.Labels))
	column := VStack(XS)
	if sign != nil {
		column.Add(container.NewCenter(sign))
	}
	column.Add(c.label)
	content := Inset(S, XS, Border(nil, digit, nil, nil, column))
	least := float32(150)
	if c.scale.Low {
		least = 64
	}
	r := &scaleCellRenderer{
		WidgetRenderer: widget.NewSimpleRenderer(container.NewStack(box, Least(0, least, content))),
		cell:           c, box: box, label: c.label, sign: sign,
	}
	r.dress()
	return r
}

type scaleCellRenderer struct {
	fyne.WidgetRenderer
	cell  *scaleCell
	box   *canvas.Rectangle
	label *Text
	sign  *signPicture
}

func (r *scaleCellRenderer) dress() {
	th, v := r.cell.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	on := r.cell.scale.Selected == r.cell.at
	fill, line, width := th.Color(ColorSurface, v), th.Color(theme.ColorNameInputBorder, v), float32(1)
	if on {
		fill, line, width = th.Color(ColorSoft, v), th.Color(theme.ColorNamePrimary, v), 3
	}
	if r.cell.hovered {
		fill = over(fill, th.Color(theme.ColorNameHover, v))
	}
	r.box.CornerRadius, r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth = 10, fill, line, width
	if r.sign != nil {
		r.sign.on = on
	}
}

func (r *scaleCellRenderer) Refresh() {
	r.dress()
	r.box.Refresh()
	if on := r.cell.scale.Selected == r.cell.at; on != r.label.Label.TextStyle.Bold {
		r.label.Label.TextStyle.Bold = on
		r.label.Label.Refresh()
	}
	if r.sign != nil {
		r.sign.Refresh()
	}
}
