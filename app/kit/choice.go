package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Choice is one of a few options, all of them in sight, as buttons in a row or below each other. It is one stop of Tab:
// arrows move the choice, digits 1 to 9 choose directly, Enter goes on.
type Choice struct {
	widget.BaseWidget
	Heard
	Options   []string
	Selected  int  // −1 for none
	Down      bool // below each other
	Row       bool // in one row that does not wrap
	Numbered  bool // shows the digit before each option
	Large     bool
	OnChanged func(int)
	OnEnter   func()

	tiles   []*Tile
	frame   *Panel
	focused bool
}

// NewChoice makes a choice with nothing (−1) or one option chosen.
func NewChoice(options []string, selected int, changed func(int)) *Choice {
	c := &Choice{Options: options, Selected: selected, OnChanged: changed}
	c.ExtendBaseWidget(c)
	return c
}

// Choose chooses an option as if the person had done it; others than those there are do nothing.
func (c *Choice) Choose(i int) {
	if i < 0 || i >= len(c.Options) || i == c.Selected {
		return
	}
	c.Selected = i
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(i)
	}
}

// FocusGained shows the focus.
func (c *Choice) FocusGained() { c.focused = true; c.Refresh(); IntoSight(c) }

// FocusLost hides it.
func (c *Choice) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune chooses by figure.
func (c *Choice) TypedRune(r rune) {
	if n, is := Digit(r); is {
		c.Choose(n - 1)
	}
}

// TypedKey moves by arrows and goes on by Enter; Space chooses the first where none is chosen.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.Choose(max(c.Selected-1, 0))
	case fyne.KeyRight, fyne.KeyDown:
		c.Choose(min(c.Selected+1, len(c.Options)-1))
	case fyne.KeySpace:
		if c.Selected < 0 {
			c.Choose(0)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.OnEnter != nil {
			c.OnEnter()
		}
	default:
		Forward(c, e)
	}
}

// CreateRenderer is Fyne's.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.frame = NewRing(12)
	c.frame.Hide()
	objects := make([]fyne.CanvasObject, len(c.Options))
	c.tiles = make([]*Tile, len(c.Options))
	for i, text := range c.Options {
		if c.Numbered {
			text = string(rune('1'+i)) + "   " + text
		}
		c.tiles[i] = NewTile(text, Plain, func() { c.Choose(i) })
		c.tiles[i].Large, c.tiles[i].Left = c.Large, c.Down
		objects[i] = c.tiles[i]
	}
	var box fyne.CanvasObject
	switch {
	case c.Down:
		box = VStack(S, objects...)
	case c.Row:
		box = HStack(S, objects...)
	default:
		box = Flow(S, objects...)
	}
	r := &choiceRenderer{WidgetRenderer: widget.NewSimpleRenderer(container.New(ringedLayout{c}, c.frame, box)), choice: c}
	r.dress()
	return r
}

// ringedLayout lays the ring around the options, which may end before the room does, and the options over it.
type ringedLayout struct{ choice *Choice }

// choiceRing is how far the ring stands off.
const choiceRing float32 = 6

func (l ringedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[1].Resize(size)
	end := float32(0)
	for _, t := range l.choice.tiles {
		end = max(end, t.Position().X+t.Size().Width)
	}
	objects[0].Move(fyne.NewPos(-choiceRing, -choiceRing))
	objects[0].Resize(fyne.NewSize(end+2*choiceRing, size.Height+2*choiceRing))
}

func (ringedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

type choiceRenderer struct {
	fyne.WidgetRenderer
	choice *Choice
}

func (r *choiceRenderer) dress() {
	for i, t := range r.choice.tiles {
		t.On = i == r.choice.Selected
		t.Refresh()
	}
	if r.choice.focused {
		r.choice.frame.Show()
	} else {
		r.choice.frame.Hide()
	}
}

func (r *choiceRenderer) Refresh() {
	r.dress()
	r.WidgetRenderer.Refresh()
}
