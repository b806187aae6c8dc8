package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Weight says how much a button asks for attention.
type Weight int

// The weights.
const (
	Plain   Weight = iota // a surface with a border
	Primary               // the one thing to do next
	Quiet                 // text only
	Danger                // cannot be undone
)

// Target is the least height of anything that is clicked.
const Target float32 = 44

// Tile is what a button looks like and does under the mouse; it takes no focus, for groups that are one stop of Tab.
type Tile struct {
	widget.DisableableWidget
	Text   string
	Icon   fyne.Resource // nil for none
	Weight Weight
	Large  bool                // 64 high with larger text, for the kiosk
	On     bool                // drawn as chosen, for toggles
	Left   bool                // text at the left edge
	Ink    fyne.ThemeColorName // of the text, where it says how something stands; "" for that of the weight
	OnTap  func()

	focused, hovered bool
}

// NewTile makes a tile.
func NewTile(text string, weight Weight, tap func()) *Tile {
	t := &Tile{Text: text, Weight: weight, OnTap: tap}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped presses the tile.
func (b *Tile) Tapped(*fyne.PointEvent) {
	if !b.Disabled() && b.OnTap != nil {
		b.OnTap()
	}
}

// MouseIn lights the tile up.
func (b *Tile) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved does nothing.
func (b *Tile) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends MouseIn.
func (b *Tile) MouseOut() { b.hovered = false; b.Refresh() }

// Cursor is the hand over what can be pressed.
func (b *Tile) Cursor() desktop.Cursor {
	if b.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// SetText replaces the text.
func (b *Tile) SetText(text string) { b.Text = text; b.Refresh() }

// CreateRenderer is Fyne's.
func (b *Tile) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		b: b, box: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		text: canvas.NewText("", color.Black), icon: canvas.NewImageFromResource(nil),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.dress()
	return r
}

type buttonRenderer struct {
	b         *Tile
	box, ring *canvas.Rectangle
	text      *canvas.Text
	icon      *canvas.Image
	drawn     fyne.Resource // what icon was drawn from
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.ring, r.icon, r.text}
}

func (r *buttonRenderer) metrics() (height, side, icon, gap float32) {
	height, side, gap = Target, M, S
	if r.b.Large {
		height, side = 64, L
	}
	if r.b.Text == "" {
		side, gap = 12, 0
	}
	if r.b.Icon != nil {
		icon = r.b.Theme().Size(theme.SizeNameInlineIcon)
	} else {
		gap = 0
	}
	return height, side, icon, gap
}

func (r *buttonRenderer) MinSize() fyne.Size {
	r.dress()
	height, side, icon, gap := r.metrics()
	text := r.text.MinSize()
	return fyne.NewSize(2*side+icon+gap+text.Width, max(height, text.Height+M))
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.ring.Move(fyne.NewPos(-3, -3))
	r.ring.Resize(size.AddWidthHeight(6, 6))
	_, side, icon, gap := r.metrics()
	text := r.text.MinSize()
	x := (size.Width - icon - gap - text.Width) / 2
	if r.b.Left {
		x = side
	}
	r.icon.Move(fyne.NewPos(x, (size.Height-icon)/2))
	r.icon.Resize(fyne.NewSize(icon, icon))
	if r.drawn != r.icon.Resource {
		r.icon.Refresh()
		r.drawn = r.icon.Resource
	}
	r.text.Move(fyne.NewPos(x+icon+gap, (size.Height-text.Height)/2))
	r.text.Resize(text)
}

func (r *buttonRenderer) Refresh() {
	r.dress()
	r.Layout(r.b.Size())
	r.box.Refresh()
	r.ring.Refresh()
	r.text.Refresh()
}

func (r *buttonRenderer) dress() {
	th, v := r.b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	of := func(name fyne.ThemeColorName) color.Color { return th.Color(name, v) }
	r.text.Text, r.text.TextSize, r.text.TextStyle.Bold = r.b.Text, th.Size(SizeBody), r.b.Weight == Primary || r.b.Large || r.b.On
	if r.b.Large {
		r.text.TextSize = th.Size(SizeLead)
	}
	r.box.CornerRadius, r.box.StrokeWidth = 8, 0
	ink, inkName := of(theme.ColorNameForeground), theme.ColorNameForeground
	var fill color.Color = color.Transparent
	switch {
	case r.b.Disabled() && r.b.Weight == Quiet:
		ink, inkName = of(theme.ColorNameDisabled), theme.ColorNameDisabled
	case r.b.Disabled():
		ink, inkName, fill = of(theme.ColorNameDisabled), theme.ColorNameDisabled, of(theme.ColorNameDisabledButton)
	case r.b.Weight == Primary:
		ink, inkName, fill = of(theme.ColorNameForegroundOnPrimary), theme.ColorNameForegroundOnPrimary, of(theme.ColorNamePrimary)
	case r.b.Weight == Danger:
		ink, inkName = of(theme.ColorNameError), theme.ColorNameError
		fill = of(ColorSurface)
		r.box.StrokeColor, r.box.StrokeWidth = ink, 1
	case r.b.On:
		ink, inkName, fill = of(theme.ColorNamePrimary), theme.ColorNamePrimary, of(ColorSoft)
		if r.b.Weight == Plain {
			r.box.StrokeColor, r.box.StrokeWidth = ink, 2
		}
	case r.b.Weight == Plain:
		fill = of(ColorSurface)
		r.box.StrokeColor, r.box.StrokeWidth = of(theme.ColorNameInputBorder), 1
	}
	if r.b.Ink != "" && !r.b.Disabled() {
		ink, inkName, r.text.TextStyle.Bold = of(r.b.Ink), r.b.Ink, true
	}
	if r.b.hovered && !r.b.Disabled() {
		fill = over(fill, of(theme.ColorNameHover))
	}
	r.box.FillColor, r.text.Color = fill, ink
	r.ring.CornerRadius, r.ring.StrokeWidth, r.ring.StrokeColor = 11, 0, of(ColorRing)
	if r.b.Weight == Primary { // whose fill has nearly the ring's colour
		r.ring.StrokeColor = of(theme.ColorNameForeground)
	}
	if r.b.focused {
		r.ring.StrokeWidth = 3
	}
	if r.b.Icon != nil {
		r.icon.Resource = inked(th, r.b.Icon, inkName, th.Size(theme.SizeNameInlineIcon))
		r.icon.Show()
	} else {
		r.icon.Hide()
	}
}

// over lays a translucent colour over another.
func over(base, veil color.Color) color.Color {
	br, bg, bb, ba := base.RGBA()
	vr, vg, vb, va := veil.RGBA()
	keep := 0xffff - va
	mix := func(b, v uint32) uint16 { return uint16(v + b*keep/0xffff) }
	return color.RGBA64{R: mix(br, vr), G: mix(bg, vg), B: mix(bb, vb), A: mix(ba, va)}
}
