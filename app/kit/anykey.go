package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// AnyKey covers a page and answers every key, Tab and the modifiers among them, and every click alike: a key once it is
// let go, for what then gets the focus would hear the rest of the same press.
type AnyKey struct {
	widget.BaseWidget
	OnKey func()

	down bool // a key was pressed here, not before
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

// FocusLost forgets the key that is down.
func (a *AnyKey) FocusLost() { a.down = false }

// TypedRune does nothing: KeyUp answers.
func (a *AnyKey) TypedRune(rune) {}

// TypedKey does nothing: KeyUp answers.
func (a *AnyKey) TypedKey(*fyne.KeyEvent) {}

// KeyDown waits for the key to be let go.
func (a *AnyKey) KeyDown(*fyne.KeyEvent) { a.down = true }

// KeyUp answers.
func (a *AnyKey) KeyUp(*fyne.KeyEvent) {
	if a.down {
		a.down = false
		a.OnKey()
	}
}

// Tapped answers.
func (a *AnyKey) Tapped(*fyne.PointEvent) { a.OnKey() }

// CreateRenderer is Fyne's.
func (a *AnyKey) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
