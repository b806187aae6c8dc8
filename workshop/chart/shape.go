package chart

import "math"

// Point is a place on a figure.
type Point struct{ X, Y float64 }

// Rect is a rectangle by its top left corner and its size.
type Rect struct{ X, Y, W, H float64 }

// Right is the x of the right edge.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom is the y of the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Overlaps says whether two rectangles share an area.
func (r Rect) Overlaps(o Rect) bool {
	return r.X < o.Right() && o.X < r.Right() && r.Y < o.Bottom() && o.Y < r.Bottom()
}

// Inside says whether r lies within o.
func (r Rect) Inside(o Rect) bool {
	return r.X >= o.X && r.Y >= o.Y && r.Right() <= o.Right() && r.Bottom() <= o.Bottom()
}

// Grow is r with d more on every side.
func (r Rect) Grow(d float64) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

// Centre is the middle of r.
func (r Rect) Centre() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Shape is one thing to draw: Line, Box, Mark, Path or Text.
type Shape interface {
	// Draw draws the shape on a surface.
	Draw(on Canvas)
	// mapped is the shape k times as large, measured from the origin, and then moved.
	mapped(k, dx, dy float64) Shape
}

// Canvas is what figures are drawn on: a screen, or paper. What comes to it is simple: no line is dashed, no box hatched.
type Canvas interface {
	Line(l Line)
	Box(b Box)
	Mark(m Mark)
	Text(t Text)
}

// Line is a straight stroke.
type Line struct {
	From, To Point
	Width    float64
	Ink      Ink
	Dashed   bool
}

// Box is a rectangle, filled, edged or both. A hatched box is filled with slanted strokes of its edge's ink instead.
type Box struct {
	Rect
	Fill, Edge Ink // None leaves it out
	Width      float64
	Hatched    bool
}

// MarkKind is the form of a mark.
type MarkKind int

// The forms: a side has one each.
const (
	Disc MarkKind = iota
	Square
	Diamond
)

// Mark is a point of data. Size is its diameter. A hollow mark is filled with the surface.
type Mark struct {
	Kind   MarkKind
	At     Point
	Size   float64
	Ink    Ink
	Hollow bool
}

// Path is a stroke along points.
type Path struct {
	Points []Point
	Width  float64
	Ink    Ink
	Dashed bool
}

// Weight is one of the two weights of the family.
type Weight int

// The weights.
const (
	Regular Weight = iota
	SemiBold
)

// Align says which part of a text stands at its point.
type Align int

// The alignments.
const (
	Start Align = iota
	Middle
	End
)

// Text is one line of text; At is on its baseline.
type Text struct {
	At     Point
	Text   string
	Size   float64
	Weight Weight
	Ink    Ink
	Align  Align
}

// What of a line of Lato stands above and below its baseline, accents on capitals included, as parts of its size.
const (
	above = 0.95
	below = 0.25
)

// Box is the area that the text covers.
func (t Text) Box(m Measurer) Rect {
	w := m.Width(t.Text, t.Size, t.Weight)
	x := t.At.X
	switch t.Align {
	case Middle:
		x -= w / 2
	case End:
		x -= w
	}
	return Rect{x, t.At.Y - above*t.Size, w, (above + below) * t.Size}
}

func (p Point) mapped(k, dx, dy float64) Point { return Point{k*p.X + dx, k*p.Y + dy} }

func (l Line) mapped(k, dx, dy float64) Shape {
	l.From, l.To, l.Width = l.From.mapped(k, dx, dy), l.To.mapped(k, dx, dy), k*l.Width
	return l
}

func (b Box) mapped(k, dx, dy float64) Shape {
	b.Rect, b.Width = Rect{k*b.X + dx, k*b.Y + dy, k * b.W, k * b.H}, k*b.Width
	return b
}

func (m Mark) mapped(k, dx, dy float64) Shape {
	m.At, m.Size = m.At.mapped(k, dx, dy), k*m.Size
	return m
}

func (p Path) mapped(k, dx, dy float64) Shape {
	points := make([]Point, len(p.Points))
	for i, at := range p.Points {
		points[i] = at.mapped(k, dx, dy)
	}
	p.Points, p.Width = points, k*p.Width
	return p
}

func (t Text) mapped(k, dx, dy float64) Shape {
	t.At, t.Size = t.At.mapped(k, dx, dy), k*t.Size
	return t
}

// Draw implements Shape.
func (l Line) Draw(on Canvas) {
	for _, stroke := range l.strokes() {
		on.Line(stroke)
	}
}

// Draw implements Shape.
func (b Box) Draw(on Canvas) {
	strokes := b.hatching()
	b.Hatched = false
	on.Box(b)
	for _, l := range strokes {
		on.Line(l)
	}
}

// Draw implements Shape.
func (m Mark) Draw(on Canvas) { on.Mark(m) }

// Draw implements Shape.
func (p Path) Draw(on Canvas) {
	for i := 1; i < len(p.Points); i++ {
		Line{From: p.Points[i-1], To: p.Points[i], Width: p.Width, Ink: p.Ink, Dashed: p.Dashed}.Draw(on)
	}
}

// Draw implements Shape.
func (t Text) Draw(on Canvas) { on.Text(t) }

// Draw draws the figure on a surface.
func (f *Figure) Draw(on Canvas) {
	for _, s := range f.Shapes {
		s.Draw(on)
	}
}

// strokes are the line itself, or its dashes, which end where it ends.
func (l Line) strokes() []Line {
	length := math.Hypot(l.To.X-l.From.X, l.To.Y-l.From.Y)
	dash := 4 * max(l.Width, 1)
	if !l.Dashed || length <= dash {
		l.Dashed = false
		return []Line{l}
	}
	n := int(math.Ceil((length/dash + 1) / 2)) // dashes with a gap between each two
	step := length / float64(2*n-1)
	at := func(d float64) Point {
		return Point{l.From.X + (l.To.X-l.From.X)*d/length, l.From.Y + (l.To.Y-l.From.Y)*d/length}
	}
	lines := make([]Line, n)
	for i := range lines {
		from := float64(2*i) * step
		lines[i] = Line{From: at(from), To: at(from + step), Width: l.Width, Ink: l.Ink}
	}
	return lines
}

// hatching are the slanted strokes of a hatched box, none for another.
func (b Box) hatching() []Line {
	if !b.Hatched {
		return nil
	}
	var lines []Line
	step := max(5*b.Width, 4)
	for d := step / 2; d < b.W+b.H-step/4; d += step {
		from := Point{b.X + min(d, b.W), b.Y + max(d-b.W, 0)}
		to := Point{b.X + max(d-b.H, 0), b.Y + min(d, b.H)}
		lines = append(lines, Line{From: from, To: to, Width: b.Width * 0.8, Ink: b.Edge})
	}
	return lines
}

// Corners are the corners of a diamond, clockwise from the top.
func (k Mark) Corners() [4]Point {
	r := k.Size / 2 * 1.2 // as much ink as a disc of that size
	return [4]Point{{k.At.X, k.At.Y - r}, {k.At.X + r, k.At.Y}, {k.At.X, k.At.Y + r}, {k.At.X - r, k.At.Y}}
}

// Edge is the width of a hollow mark's stroke.
func (k Mark) Edge() float64 { return max(0.6*math.Sqrt(k.Size), 1) }

// Square is the square of a mark.
func (k Mark) Square() Rect {
	side := k.Size * 0.88 // as much ink as a disc of that size
	return Rect{k.At.X - side/2, k.At.Y - side/2, side, side}
}

// Figure is a sheet of shapes.
type Figure struct {
	Width, Height float64
	Shapes        []Shape
}

// Add draws shapes on top.
func (f *Figure) Add(shapes ...Shape) { f.Shapes = append(f.Shapes, shapes...) }

// Place draws another figure on top with its top left corner at x, y.
func (f *Figure) Place(other Figure, x, y float64) {
	for _, s := range other.Shapes {
		f.Shapes = append(f.Shapes, s.mapped(1, x, y))
	}
}

// Scaled is the figure k times as large.
func (f *Figure) Scaled(k float64) Figure {
	scaled := Figure{Width: k * f.Width, Height: k * f.Height, Shapes: make([]Shape, len(f.Shapes))}
	for i, s := range f.Shapes {
		scaled.Shapes[i] = s.mapped(k, 0, 0)
	}
	return scaled
}

// Texts are the texts of a figure.
func (f *Figure) Texts() []Text {
	var texts []Text
	for _, s := range f.Shapes {
		if t, ok := s.(Text); ok {
			texts = append(texts, t)
		}
	}
	return texts
}
