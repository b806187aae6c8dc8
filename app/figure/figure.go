// Package figure draws charts on a Fyne canvas: it turns the shapes of chart.Figure into canvas objects and decides
// nothing about them. Text is in the two weights of the theme's font, which is the one that charts are measured with.
package figure

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"exceed/workshop/chart"
)

// Figure is a widget that shows a figure, laid out anew for each size.
type Figure struct {
	widget.BaseWidget
	Palette *chart.Palette      // nil follows the window's theme
	Ground  fyne.ThemeColorName // what the widget lies on, where Palette is nil; the window's background unless said
	lay     func(fyne.Size) chart.Figure
	min     fyne.Size
}

// New shows what lay makes for the size that the widget gets. lay is called on the goroutine of the window, again at each
// new size and at Refresh.
func New(lay func(fyne.Size) chart.Figure) *Figure {
	f := &Figure{Ground: theme.ColorNameBackground, lay: lay, min: fyne.NewSize(240, 120)}
	f.ExtendBaseWidget(f)
	return f
}

// SetLayout shows another figure.
func (f *Figure) SetLayout(lay func(fyne.Size) chart.Figure) {
	f.lay = lay
	f.Refresh()
}

// SetMinSize is the least size that the widget asks for.
func (f *Figure) SetMinSize(size fyne.Size) { f.min = size }

// CreateRenderer implements fyne.Widget.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{figure: f}
}

// Palette is the palette for the window's theme: dark where its background is.
func Palette() *chart.Palette {
	r, g, b, _ := theme.Color(theme.ColorNameBackground).RGBA()
	if 299*r+587*g+114*b < 1000*0x8000 {
		return chart.Dark()
	}
	return chart.Light()
}

type renderer struct {
	figure  *Figure
	size    fyne.Size
	objects []fyne.CanvasObject
}

func (r *renderer) MinSize() fyne.Size           { return r.figure.min }
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) Destroy()                     {}

func (r *renderer) Layout(size fyne.Size) {
	if size == r.size && r.objects != nil {
		return
	}
	r.size = size
	r.draw()
}

func (r *renderer) Refresh() {
	r.draw()
	canvas.Refresh(r.figure)
}

func (r *renderer) draw() {
	if r.size.IsZero() {
		return
	}
	fig := r.figure.lay(r.size)
	palette := r.figure.Palette
	if palette == nil {
		palette = Palette().On(theme.Color(r.figure.Ground))
	}
	p := &painter{palette: palette}
	fig.Draw(p)
	r.objects = p.objects
}

// painter collects canvas objects.
type painter struct {
	palette *chart.Palette
	objects []fyne.CanvasObject
}

// Line implements chart.Canvas.
func (p *painter) Line(l chart.Line) {
	line := canvas.NewLine(p.palette.Colour(l.Ink))
	line.StrokeWidth = float32(l.Width)
	line.Position1, line.Position2 = at(l.From), at(l.To)
	p.objects = append(p.objects, line)
}

// Box implements chart.Canvas.
func (p *painter) Box(b chart.Box) {
	r := canvas.NewRectangle(color.Transparent)
	if b.Fill != chart.None {
		r.FillColor = p.palette.Colour(b.Fill)
	}
	if b.Edge != chart.None {
		r.StrokeColor, r.StrokeWidth = p.palette.Colour(b.Edge), float32(b.Width)
	}
	place(r, b.Rect)
	p.objects = append(p.objects, r)
}

// Mark implements chart.Canvas.
func (p *painter) Mark(k chart.Mark) {
	ink := p.palette.Colour(k.Ink)
	fill, edge := color.Color(ink), float32(0)
	if k.Hollow {
		fill, edge = p.palette.Colour(chart.Surface), float32(k.Edge())
	}
	switch k.Kind {
	case chart.Disc:
		c := canvas.NewCircle(fill)
		c.StrokeColor, c.StrokeWidth = ink, edge
		place(c, chart.Rect{X: k.At.X, Y: k.At.Y}.Grow(k.Size/2))
		p.objects = append(p.objects, c)
	case chart.Square:
		r := canvas.NewRectangle(fill)
		r.StrokeColor, r.StrokeWidth = ink, edge
		place(r, k.Square())
		p.objects = append(p.objects, r)
	case chart.Diamond:
		corners := k.Corners()
		box := chart.Rect{X: corners[3].X, Y: corners[0].Y, W: corners[1].X - corners[3].X, H: corners[2].Y - corners[0].Y}
		points := make([]fyne.Position, len(corners))
		for i, c := range corners {
			points[i] = fyne.NewPos(float32(c.X-box.X), float32(c.Y-box.Y))
		}
		d := canvas.NewArbitraryPolygon(points, fill)
		d.StrokeColor, d.StrokeWidth = ink, edge
		place(d, box)
		p.objects = append(p.objects, d)
	}
}

// Text implements chart.Canvas.
func (p *painter) Text(t chart.Text) {
	text := canvas.NewText(t.Text, p.palette.Colour(t.Ink))
	text.TextSize = drawnSize(t.Size)
	text.TextStyle.Bold = t.Weight == chart.SemiBold
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, text.TextSize, text.TextStyle, nil)
	x := float32(t.At.X)
	switch t.Align {
	case chart.Middle:
		x -= size.Width / 2
	case chart.End:
		x -= size.Width
	}
	text.Move(fyne.NewPos(x, float32(t.At.Y)-baseline))
	text.Resize(size)
	p.objects = append(p.objects, text)
}

// drawnSize is the whole size nearest below, or up to 2 % above: Fyne sets the letters of a fractional size as far apart
// as those of the next whole one, so that text would come out wider than it was measured.
func drawnSize(size float64) float32 { return float32(max(math.Floor(size*1.02), 1)) }

func at(p chart.Point) fyne.Position { return fyne.NewPos(float32(p.X), float32(p.Y)) }

func place(o fyne.CanvasObject, r chart.Rect) {
	o.Move(fyne.NewPos(float32(r.X), float32(r.Y)))
	o.Resize(fyne.NewSize(float32(r.W), float32(r.H)))
}
