package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// AnyKey covers a page and answers every key, Tab and the modifiers among them, and every click alike.
type AnyKey struct {
	widget.BaseWidget
	OnKey func()
}

// NewAnyKey makes one.
func NewAnyKey(pressed func()) *AnyKey {
	a := &AnyKey{OnKey: pressed}
	a.ExtendBaseWidget(a)
	return a
}

// AcceptsTab keeps Tab from moving on.
func (a *AnyKey) AcceptsTab() bool { return true }

// FocusGained does nothing.
func (a *AnyKey) FocusGained() {}

// FocusLost does nothing.
func (a *AnyKey) FocusLost() {}

// TypedRune does nothing: its key has already been heard.
func (a *AnyKey) TypedRune(rune) {}

// TypedKey does nothing: KeyDown has already heard it.
func (a *AnyKey) TypedKey(*fyne.KeyEvent) {}

// KeyDown answers.
func (a *AnyKey) KeyDown(*fyne.KeyEvent) { a.OnKey() }

// KeyUp does nothing.
func (a *AnyKey) KeyUp(*fyne.KeyEvent) {}

// Tapped answers.
func (a *AnyKey) Tapped(*fyne.PointEvent) { a.OnKey() }

// CreateRenderer is Fyne's.
func (a *AnyKey) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
