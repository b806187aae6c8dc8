package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Stepper is a whole number from 0 to 999 with − and + at its sides, for what is counted aloud. It is one stop of Tab:
// digits type the number, + and − (or up and down) change it by one, Backspace takes the last digit away.
type Stepper struct {
	widget.BaseWidget
	Heard
	Value     int
	OnChanged func(int)

	number     *Text
	less, more *Tile
	frame      *Panel
	focused    bool
}

const maxStep = 999

// NewStepper makes a stepper.
func NewStepper(value int, changed func(int)) *Stepper {
	s := &Stepper{Value: value, OnChanged: changed}
	s.less = stepTile(theme.ContentRemoveIcon(), func() { s.Set(s.Value - 1) })
	s.more = stepTile(theme.ContentAddIcon(), func() { s.Set(s.Value + 1) })
	s.ExtendBaseWidget(s)
	return s
}

// Set puts a number there as the person would; others than 0 to 999 do nothing.
func (s *Stepper) Set(value int) {
	if value < 0 || value > maxStep || value == s.Value {
		return
	}
	s.Value = value
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(value)
	}
}

// Buttons are − and +, for tests that click.
func (s *Stepper) Buttons() (less, more fyne.Tappable) { return s.less, s.more }

// FocusGained shows the focus.
func (s *Stepper) FocusGained() { s.focused = true; s.Refresh(); IntoSight(s) }

// FocusLost hides it.
func (s *Stepper) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune types the number, or changes it by one.
func (s *Stepper) TypedRune(r rune) {
	n, is := Digit(r)
	switch {
	case r == '+':
		s.Set(s.Value + 1)
	case r == '-' || r == '−':
		s.Set(s.Value - 1)
	case is:
		s.Set(s.Value*10 + n)
	}
}

// TypedKey changes the number, and passes on what it does not use.
func (s *Stepper) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyRight:
		s.Set(s.Value + 1)
	case fyne.KeyDown, fyne.KeyLeft:
		s.Set(s.Value - 1)
	case fyne.KeyBackspace, fyne.KeyDelete:
		s.Set(s.Value / 10)
	default:
		Forward(s, e)
	}
}

// stepTile is one of the two tiles that change a number by one.
func stepTile(icon fyne.Resource, tap func()) *Tile {
	t := NewTile("", Plain, tap)
	t.Icon = icon
	return t
}

// CreateRenderer is Fyne's.
func (s *Stepper) CreateRenderer() fyne.WidgetRenderer {
	s.number = Strong("").Centred()
	s.frame = NewPanel(theme.ColorNameFocus, ColorRing, 11)
	row := HStack(0, s.less, Middle(Least(40, 0, s.number)), s.more)
	r := &stepperRenderer{WidgetRenderer: widget.NewSimpleRenderer(container.NewStack(s.frame, Pad(3, row))), stepper: s}
	r.dress()
	return r
}

type stepperRenderer struct {
	fyne.WidgetRenderer
	stepper *Stepper
}

func (r *stepperRenderer) dress() {
	s := r.stepper
	s.number.SetText(strconv.Itoa(s.Value))
	if s.focused {
		s.frame.Show()
	} else {
		s.frame.Hide()
	}
	if s.Value == 0 {
		s.less.Disable()
	} else {
		s.less.Enable()
	}
}

func (r *stepperRenderer) Refresh() {
	was := r.stepper.number.Label.Text
	r.dress()
	if was != r.stepper.number.Label.Text { // it may be wider
		r.WidgetRenderer.Refresh()
	}
}
