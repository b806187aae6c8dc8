package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Check is something that is so or not so, under a sentence that wraps. It is a stop of Tab; Space, Enter or a click
// anywhere on it turn it over.
type Check struct {
	widget.BaseWidget
	Heard
	On        bool
	OnChanged func(bool)

	text    string
	mark    *widget.Icon
	frame   *Panel
	focused bool
}

// NewCheck makes a check.
func NewCheck(text string, on bool, changed func(bool)) *Check {
	c := &Check{text: text, On: on, OnChanged: changed}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped turns it over.
func (c *Check) Tapped(*fyne.PointEvent) {
	c.On = !c.On
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(c.On)
	}
}

// Cursor is the hand.
func (c *Check) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows the focus.
func (c *Check) FocusGained() { c.focused = true; c.Refresh(); IntoSight(c) }

// FocusLost hides it.
func (c *Check) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune passes letters on to the window.
func (c *Check) TypedRune(r rune) {
	if r != ' ' {
		ForwardRune(c, r)
	}
}

// TypedKey turns it over on Space and Enter.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		Forward(c, e)
	}
}

// CreateRenderer is Fyne's.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	c.mark = widget.NewIcon(nil)
	c.frame = NewRing(8)
	row := Row(Least(markSize, markSize, c.mark), S, Body(c.text), nil)
	r := &checkRenderer{WidgetRenderer: widget.NewSimpleRenderer(container.NewStack(c.frame, Pad(S, row))), check: c}
	r.dress()
	return r
}

const markSize = 28

type checkRenderer struct {
	fyne.WidgetRenderer
	check *Check
}

func (r *checkRenderer) dress() {
	c := r.check
	mark := inked(c.Theme(), theme.CheckButtonIcon(), theme.ColorNameForeground, markSize)
	if c.On {
		mark = inked(c.Theme(), theme.CheckButtonCheckedIcon(), theme.ColorNamePrimary, markSize)
	}
	if mark != c.mark.Resource {
		c.mark.SetResource(mark)
	}
	if c.focused {
		c.frame.Show()
	} else {
		c.frame.Hide()
	}
}

func (r *checkRenderer) Refresh() {
	r.dress()
	canvas.Refresh(r.check)
}
