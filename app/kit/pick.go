package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Pick is one of many options, folded away, under a label.
type Pick struct {
	widget.BaseWidget
	OnChanged func(int)

	label   string
	options []string
	choose  *pickSelect
}

// NewPick makes a pick; selected −1 shows the place holder.
func NewPick(label, placeHolder string, options []string, selected int, changed func(int)) *Pick {
	p := &Pick{label: label, options: options, OnChanged: changed}
	p.choose = &pickSelect{pick: p}
	p.choose.ExtendBaseWidget(p.choose)
	p.choose.Options = options
	p.choose.PlaceHolder = placeHolder
	if selected >= 0 && selected < len(options) {
		p.choose.Selected = options[selected]
	}
	p.choose.OnChanged = func(string) {
		if p.OnChanged != nil {
			p.OnChanged(p.choose.SelectedIndex())
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

// Hear has f called at each key.
func (p *Pick) Hear(f func()) { p.choose.Hear(f) }

// Label is what stands above the pick.
func (p *Pick) Label() string { return p.label }

// Options are what there is to choose from.
func (p *Pick) Options() []string { return p.options }

// Selected is the place of the chosen option, −1 for none.
func (p *Pick) Selected() int { return p.choose.SelectedIndex() }

// Focusable is what takes the focus.
func (p *Pick) Focusable() fyne.Focusable { return p.choose }

// Choose chooses as the person would.
func (p *Pick) Choose(i int) { p.choose.SetSelectedIndex(i) }

// CreateRenderer is Fyne's.
func (p *Pick) CreateRenderer() fyne.WidgetRenderer {
	name := Strong(p.label)
	if p.label == "" {
		name.Hide()
	}
	return widget.NewSimpleRenderer(container.NewStack(VStack(6, name,
		container.NewStack(p.choose, NewPanel(NoFill, theme.ColorNameInputBorder, 8)))))
}

type pickSelect struct {
	widget.Select
	Heard
	pick *Pick
}

// MinSize is as high as a field.
func (s *pickSelect) MinSize() fyne.Size {
	th := s.Theme()
	line := fyne.MeasureText("M", th.Size(theme.SizeNameText), fyne.TextStyle{}).Height
	return fyne.NewSize(s.Select.MinSize().Width, max(line+2*th.Size(theme.SizeNameInnerPadding), Target))
}

// FocusGained shows the focus.
func (s *pickSelect) FocusGained() {
	s.Select.FocusGained()
	IntoSight(s.pick)
}

// Tapped folds the list out.
func (s *pickSelect) Tapped(*fyne.PointEvent) {
	if !s.Disabled() {
		takeFocus(s)
		s.fold()
	}
}

// TypedKey folds the list out on Space, Enter, Up and Down, steps on Left and Right, and passes on what it does not know.
func (s *pickSelect) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		s.fold()
	case fyne.KeyLeft, fyne.KeyRight:
		s.Select.TypedKey(e)
	default:
		Forward(s, e)
	}
}

func (s *pickSelect) fold() {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(s); canvas != nil && len(s.Options) > 0 {
		foldOut(s, canvas)
	}
}
