package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// pickList is what a pick folds out over everything else. Arrows, Home and End move, Enter and Space choose; Esc and a
// click elsewhere close it, Tab closes it and goes on from the pick.
type pickList struct {
	widget.BaseWidget
	of     *pickSelect
	canvas fyne.Canvas
	at     int // −1 before anything is marked
	tiles  []*Tile
	scroll *container.Scroll
	shift  bool
}

// foldOut shows the list of a pick.
func foldOut(of *pickSelect, over fyne.Canvas) {
	l := &pickList{of: of, canvas: over, at: of.SelectedIndex()}
	box := VStack(0)
	for i, text := range of.Options {
		tile := NewTile(text, Quiet, func() { l.choose(i) })
		tile.Left, tile.On = true, i == l.at
		l.tiles = append(l.tiles, tile)
		box.Add(tile)
	}
	l.scroll = container.NewVScroll(Pad(XS, box))
	l.ExtendBaseWidget(l)
	over.Overlays().Add(l)
	over.Focus(l)
	l.mark(l.at)
}

// Hide closes the list; the pick has the focus again.
func (l *pickList) Hide() {
	l.canvas.Overlays().Remove(l)
	l.BaseWidget.Hide()
	l.canvas.Focus(l.of)
}

func (l *pickList) choose(i int) {
	l.Hide()
	l.of.SetSelectedIndex(i)
}

// mark marks an option and scrolls to it.
func (l *pickList) mark(at int) {
	if at < 0 || at >= len(l.tiles) {
		return
	}
	for i, tile := range l.tiles {
		if on := i == at; on != tile.On {
			tile.On = on
			tile.Refresh()
		}
	}
	l.at = at
	top := l.tiles[at].Position().Y
	bottom := top + l.tiles[at].Size().Height + 2*XS
	l.scroll.ScrollToOffset(fyne.NewPos(0, max(min(l.scroll.Offset.Y, top), bottom-l.scroll.Size().Height)))
}

// Tapped closes the list: the click was beside it.
func (l *pickList) Tapped(*fyne.PointEvent) { l.Hide() }

// TypedKey moves, chooses and closes.
func (l *pickList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		l.mark(l.at + 1)
	case fyne.KeyUp:
		l.mark(l.at - 1)
	case fyne.KeyHome:
		l.mark(0)
	case fyne.KeyEnd:
		l.mark(len(l.tiles) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.at >= 0 {
			l.choose(l.at)
		}
	case fyne.KeyEscape:
		l.Hide()
	case fyne.KeyTab:
		l.Hide()
		if l.shift {
			l.canvas.FocusPrevious()
		} else {
			l.canvas.FocusNext()
		}
	}
}

// AcceptsTab says that Tab is a key like others here.
func (l *pickList) AcceptsTab() bool { return true }

// TypedRune does nothing.
func (l *pickList) TypedRune(rune) {}

// FocusGained does nothing.
func (l *pickList) FocusGained() {}

// FocusLost does nothing.
func (l *pickList) FocusLost() {}

// KeyDown is heard by the pick.
func (l *pickList) KeyDown(e *fyne.KeyEvent) {
	l.of.KeyDown(e)
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		l.shift = true
	}
}

// KeyUp ends KeyDown.
func (l *pickList) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		l.shift = false
	}
}

// CreateRenderer is Fyne's.
func (l *pickList) CreateRenderer() fyne.WidgetRenderer {
	list := container.NewStack(NewPanel(theme.ColorNameMenuBackground, ColorLine, 8), l.scroll)
	return widget.NewSimpleRenderer(container.New(belowPick{l}, list))
}

// belowPick puts a list below its pick, or above where there is more room, as high as it fits into the window.
type belowPick struct{ list *pickList }

func (b belowPick) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	of := b.list.of
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(of)
	needs := b.list.scroll.Content.MinSize()
	width := min(max(of.Size().Width, needs.Width), size.Width)
	above, below := at.Y, size.Height-at.Y-of.Size().Height
	y, height := at.Y+of.Size().Height, min(needs.Height, below)
	if needs.Height > below && above > below {
		height = min(needs.Height, above)
		y = at.Y - height
	}
	objects[0].Move(fyne.NewPos(max(0, min(at.X, size.Width-width)), y))
	objects[0].Resize(fyne.NewSize(width, height))
}

func (belowPick) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
