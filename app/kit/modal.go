package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// Modal is a card over the dimmed face. The first control in it gets the focus; Esc (through the window's key handler,
// which asks Open and Close) leaves it. Content that is too high for the window scrolls between title and buttons.
type Modal struct {
	over   *fyne.Container // nil once it is closed
	window fyne.Window
	before fyne.Focusable
	closed func()
}

// ShowModal opens a card with a title, content and, at its foot, buttons from left to right, the main one last. width is
// the card's, at most the window's. closed may be nil.
func ShowModal(window fyne.Window, width float32, title string, content fyne.CanvasObject, closed func(), buttons ...*Button) *Modal {
	m := &Modal{window: window, before: window.Canvas().Focused(), closed: closed}
	foot := []fyne.CanvasObject{layout.NewSpacer()}
	for _, b := range buttons {
		foot = append(foot, b)
	}
	inside := watch(layout.NewCustomPaddedLayout(ringRoom, ringRoom, ringRoom, barRoom), content)
	scroll := container.New(fullHeight{inside}, container.NewVScroll(inside))
	body := Border(VStack(M, Heading(title), Rule()), Inset(M, 0, HStack(S, foot...)), nil, nil,
		container.New(layout.NewCustomPaddedLayout(M-ringRoom, -ringRoom, -ringRoom, -barRoom), scroll))
	card := container.NewStack(NewPanel(theme.ColorNameOverlayBackground, ColorLine, 12), Pad(L, body))
	m.over = container.New(cardLayout{width}, canvas.NewRectangle(color.NRGBA{A: 110}), card)
	window.Canvas().Overlays().Add(m.over)
	window.Canvas().FocusNext()
	return m
}

// barRoom is what a scroll's bar needs beside its content.
const barRoom float32 = 12

// Shield lets nothing in the window be pressed or typed until it is removed, and cannot be seen.
func Shield(window fyne.Window) (remove func()) {
	over := container.NewStack()
	window.Canvas().Overlays().Add(over)
	return func() { window.Canvas().Overlays().Remove(over) }
}

// Close takes the card away, gives the focus back and calls closed.
func (m *Modal) Close() {
	if m.over == nil {
		return
	}
	m.window.Canvas().Overlays().Remove(m.over)
	m.over = nil
	if m.before != nil {
		m.window.Canvas().Focus(m.before)
	}
	if m.closed != nil {
		m.closed()
	}
}

// Top says whether nothing lies over the card.
func (m *Modal) Top() bool { return m.over != nil && m.window.Canvas().Overlays().Top() == m.over }

// Open says whether the card is still there.
func (m *Modal) Open() bool { return m.over != nil }

// Scroll scrolls what is too high for the card, the innermost first, as ScrollBy does.
func (m *Modal) Scroll(by float32) bool { return m.over != nil && scrollIn(m.over, by) }

func scrollIn(o fyne.CanvasObject, by float32) bool {
	switch o := o.(type) {
	case *fyne.Container:
		for _, inside := range o.Objects {
			if scrollIn(inside, by) {
				return true
			}
		}
	case *container.Scroll:
		return scrollIn(o.Content, by) || ScrollBy(o, by)
	}
	return false
}

// cardLayout lays its first object over the whole window, and the second, the card, in the middle of it.
type cardLayout struct{ width float32 }

func (l cardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	card := objects[1]
	width := min(l.width, size.Width-2*XL)
	card.Resize(fyne.NewSize(width, card.Size().Height)) // wrapped text knows its height only once it has a width
	height := min(card.MinSize().Height, size.Height-XL)
	card.Move(fyne.NewPos((size.Width-width)/2, (size.Height-height)/2))
	card.Resize(fyne.NewSize(width, height))
}

func (cardLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// fullHeight wants all the room that a scroll's content needs, and lives with less.
type fullHeight struct{ content fyne.CanvasObject }

func (fullHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l fullHeight) MinSize([]fyne.CanvasObject) fyne.Size { return l.content.MinSize() }
