package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Modal is a card over the dimmed face. The first control in it gets the focus; Esc (through the window's key handler,
// which asks Open and Close) leaves it.
type Modal struct {
	pop    *widget.PopUp
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
	room := window.Canvas().Size()
	width = min(width, room.Width-2*XL)
	body := container.NewBorder(Inset(0, 0, VStack(M, Heading(title), Rule())), Inset(M, 0, HStack(S, foot...)), nil, nil,
		Inset(M, 0, content))
	floor := canvas.NewRectangle(color.Transparent)
	floor.SetMinSize(fyne.NewSize(width, 0))
	m.pop = widget.NewModalPopUp(container.NewStack(floor, Pad(M, body)), window.Canvas())
	m.pop.Show()
	m.pop.Resize(fyne.NewSize(width, min(m.pop.MinSize().Height, room.Height-XL)))
	window.Canvas().FocusNext()
	return m
}

// Close takes the card away, gives the focus back and calls closed.
func (m *Modal) Close() {
	if m.pop.Hidden {
		return
	}
	m.pop.Hide()
	if m.before != nil {
		m.window.Canvas().Focus(m.before)
	}
	if m.closed != nil {
		m.closed()
	}
}

// Open says whether the card is still there.
func (m *Modal) Open() bool { return !m.pop.Hidden }
