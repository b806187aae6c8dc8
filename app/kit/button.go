package kit

import "fyne.io/fyne/v2"

// Button is a tile that is a stop of Tab. Enter and Space press it.
type Button struct {
	Tile
	Heard
}

// NewButton makes a button.
func NewButton(text string, weight Weight, tap func()) *Button {
	b := &Button{Tile: Tile{Text: text, Weight: weight, OnTap: tap}}
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton makes a quiet button with an icon before its text, which may be empty.
func NewIconButton(text string, icon fyne.Resource, tap func()) *Button {
	b := NewButton(text, Quiet, tap)
	b.Icon = icon
	return b
}

// TypedKey presses the button on Enter and Space.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	default:
		Forward(b, e)
	}
}

// TypedRune passes letters on to the window.
func (b *Button) TypedRune(r rune) { ForwardRune(b, r) }

// FocusGained shows the focus.
func (b *Button) FocusGained() { b.focused = true; b.Refresh(); IntoSight(b) }

// FocusLost hides the focus.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }
