package figure

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"exceed/workshop/chart"
)

// Sketch is a figure as a small picture, so many pixels wide, with a bar in place of each line of text: what a page looks
// like from afar.
func Sketch(f chart.Figure, palette *chart.Palette, m chart.Measurer, width int) image.Image {
	k := float64(width) / f.Width
	s := &sketch{image.NewRGBA(image.Rect(0, 0, width, int(math.Ceil(k*f.Height)))), palette, m, k}
	s.fill(chart.Rect{W: f.Width, H: f.Height}, palette.Colour(chart.Surface))
	f.Draw(s)
	return s.img
}

// sketch draws rectangles of whole pixels.
type sketch struct {
	img     *image.RGBA
	palette *chart.Palette
	measure chart.Measurer
	k       float64 // pixels a unit of the figure
}

func (s *sketch) fill(r chart.Rect, ink color.NRGBA) {
	x, y := int(s.k*r.X), int(s.k*r.Y)
	area := image.Rect(x, y, max(int(s.k*r.Right()), x+1), max(int(s.k*r.Bottom()), y+1))
	draw.Draw(s.img, area, image.NewUniform(ink), image.Point{}, draw.Over)
}

// Line implements chart.Canvas.
func (s *sketch) Line(l chart.Line) {
	dx, dy := l.To.X-l.From.X, l.To.Y-l.From.Y
	if dx == 0 || dy == 0 {
		s.fill(chart.Rect{X: min(l.From.X, l.To.X), Y: min(l.From.Y, l.To.Y), W: math.Abs(dx), H: math.Abs(dy)}.Grow(l.Width/2), s.palette.Colour(l.Ink))
		return
	}
	for n, i := math.Ceil(s.k*math.Hypot(dx, dy)), 0.0; i <= n; i++ {
		s.fill(chart.Rect{X: l.From.X + dx*i/n, Y: l.From.Y + dy*i/n}.Grow(l.Width/2), s.palette.Colour(l.Ink))
	}
}

// Box implements chart.Canvas.
func (s *sketch) Box(b chart.Box) {
	if b.Fill != chart.None {
		s.fill(b.Rect, s.palette.Colour(b.Fill))
	}
	if b.Edge != chart.None {
		corners := [5]chart.Point{{X: b.X, Y: b.Y}, {X: b.Right(), Y: b.Y}, {X: b.Right(), Y: b.Bottom()}, {X: b.X, Y: b.Bottom()}, {X: b.X, Y: b.Y}}
		chart.Path{Points: corners[:], Width: b.Width, Ink: b.Edge}.Draw(s)
	}
}

// Mark implements chart.Canvas.
func (s *sketch) Mark(m chart.Mark) {
	s.fill(m.Square(), s.palette.Colour(m.Ink))
}

// Text implements chart.Canvas.
func (s *sketch) Text(t chart.Text) {
	ink := s.palette.Colour(t.Ink)
	if t.Weight == chart.Regular {
		ink.A = 0x90
	}
	r := t.Box(s.measure)
	s.fill(chart.Rect{X: r.X, Y: t.At.Y - 0.55*t.Size, W: r.W, H: 0.5 * t.Size}, ink)
}
