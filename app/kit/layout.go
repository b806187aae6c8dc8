package kit

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The distances of the grid.
const (
	XS float32 = 4
	S  float32 = 8
	M  float32 = 16
	L  float32 = 24
	XL float32 = 40
)

// build is container.New, but lays nothing out before it has a size: else a stack that grows object by object measures
// all of them each time.
func build(l fyne.Layout, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: sized{l}, Objects: objects}
}

type sized struct{ of fyne.Layout }

func (s sized) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if !size.IsZero() {
		s.of.Layout(objects, size)
	}
}

func (s sized) MinSize(objects []fyne.CanvasObject) fyne.Size { return s.of.MinSize(objects) }

// Stack lays objects over each other.
func Stack(objects ...fyne.CanvasObject) *fyne.Container {
	return build(layout.NewStackLayout(), objects...)
}

// VStack puts objects below each other with a gap between.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return build(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// HStack puts objects beside each other with a gap between, each as wide as it needs; layout.NewSpacer() stretches.
func HStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return build(layout.NewCustomPaddedHBoxLayout(gap), objects...)
}

// Flow puts objects beside each other and wraps to the next row.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return build(layout.NewRowWrapLayoutWithCustomPadding(gap, gap), objects...)
}

// Pad leaves space on all four sides.
func Pad(space float32, object fyne.CanvasObject) *fyne.Container {
	return build(layout.NewCustomPaddedLayout(space, space, space, space), object)
}

// Inset leaves space above and below, and left and right.
func Inset(vertical, horizontal float32, object fyne.CanvasObject) *fyne.Container {
	return build(layout.NewCustomPaddedLayout(vertical, vertical, horizontal, horizontal), object)
}

// Card is a surface with a hairline round its content.
func Card(content fyne.CanvasObject) *fyne.Container { return CardPadded(L, content) }

// CardPadded is a Card with a padding of its own.
func CardPadded(space float32, content fyne.CanvasObject) *fyne.Container {
	return Stack(NewPanel(ColorSurface, ColorLine, 12), Pad(space, content))
}

// Tint is a panel in the soft tint of the primary colour.
func Tint(content fyne.CanvasObject) *fyne.Container {
	return Stack(NewPanel(ColorSoft, ColorSoft, 12), Pad(M, content))
}

// Column keeps its content at most so wide and in the middle.
func Column(width float32, content fyne.CanvasObject) *fyne.Container {
	return build(&columnLayout{width: width, middle: true}, content)
}

// LeftColumn keeps its content at most so wide, at the left edge.
func LeftColumn(width float32, content fyne.CanvasObject) *fyne.Container {
	return build(&columnLayout{width: width}, content)
}

type columnLayout struct {
	width  float32
	middle bool
}

func (c *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, c.width)
	x := float32(0)
	if c.middle {
		x = (size.Width - width) / 2
	}
	for _, o := range objects {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
}

func (c *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// Middle puts its content in the middle of all the space there is, both ways.
func Middle(content fyne.CanvasObject) *fyne.Container {
	return build(layout.NewCenterLayout(), content)
}

// Columns shares the width out by weights, with a gap between.
func Columns(gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return build(&weightedLayout{gap: gap, weights: weights}, objects...)
}

type weightedLayout struct {
	gap     float32
	weights []float32
}

// widths gives each object its share, but never less than it needs while others have more than they need.
func (w *weightedLayout) widths(objects []fyne.CanvasObject, total float32) []float32 {
	widths := make([]float32, len(objects))
	fixed := make([]bool, len(objects))
	for {
		sum, free := float32(0), total-w.gap*float32(len(objects)-1)
		for i := range objects {
			if fixed[i] {
				free -= widths[i]
			} else {
				sum += w.weights[i]
			}
		}
		again := false
		for i, o := range objects {
			if fixed[i] {
				continue
			}
			widths[i] = max(free*w.weights[i]/sum, 0)
			if least := o.MinSize().Width; widths[i] < least {
				widths[i], fixed[i], again = least, true, true
			}
		}
		if !again {
			return widths
		}
	}
}

func (w *weightedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, width := range w.widths(objects, size.Width) {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		x += width + w.gap
	}
}

func (w *weightedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		m := o.MinSize()
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
	}
	size.Width += w.gap * float32(max(len(objects)-1, 0))
	return size
}

// ringRoom is what a focus ring needs outside its control.
const ringRoom float32 = 4

// Scroll is a vertical scroll with room for the bar at its right, and for focus rings all round.
func Scroll(content fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(watch(layout.NewCustomPaddedLayout(ringRoom, ringRoom, ringRoom, M), content))
}

// Flush lets a scroll reach beyond its place by its room for focus rings, so that its content is in line with what
// stands above.
func Flush(scroll *container.Scroll) *fyne.Container {
	return build(layout.NewCustomPaddedLayout(-ringRoom, -ringRoom, -ringRoom, 0), scroll)
}

// ScrollOf is a Scroll at least so high.
func ScrollOf(height float32, content fyne.CanvasObject) *fyne.Container {
	return Least(0, height, Flush(Scroll(content)))
}

// Least gives its content at least a size.
func Least(width, height float32, content fyne.CanvasObject) *fyne.Container {
	floor := canvas.NewRectangle(color.Transparent)
	floor.SetMinSize(fyne.NewSize(width, height))
	return Stack(floor, content)
}

// Rule is a hairline across.
func Rule() fyne.CanvasObject { return widget.NewSeparator() }

// Panel is a filled rectangle with a border, in colours of the theme.
type Panel struct {
	widget.BaseWidget
	fill, line fyne.ThemeColorName
	radius     float32
	ring       bool
}

// NewRing makes the ring that shows where the focus is, with nothing inside.
func NewRing(radius float32) *Panel {
	p := NewPanel(NoFill, ColorRing, radius)
	p.ring = true
	return p
}

// NoFill is the fill of a panel that is only a line.
const NoFill fyne.ThemeColorName = ""

// NewPanel makes a panel.
func NewPanel(fill, line fyne.ThemeColorName, radius float32) *Panel {
	p := &Panel{fill: fill, line: line, radius: radius}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is Fyne's.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p, box: canvas.NewRectangle(color.Transparent)}
	r.WidgetRenderer = widget.NewSimpleRenderer(r.box)
	r.dress()
	return r
}

type panelRenderer struct {
	fyne.WidgetRenderer
	panel *Panel
	box   *canvas.Rectangle
}

func (r *panelRenderer) dress() {
	th, v := r.panel.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.box.FillColor = color.Transparent
	if r.panel.fill != NoFill {
		r.box.FillColor = th.Color(r.panel.fill, v)
	}
	r.box.StrokeColor = th.Color(r.panel.line, v)
	r.box.StrokeWidth = th.Size(theme.SizeNameSeparatorThickness)
	r.box.CornerRadius = r.panel.radius
	if r.panel.ring {
		r.box.StrokeWidth = 3
	}
}

func (r *panelRenderer) Refresh() {
	r.dress()
	r.box.Refresh()
}

// Border puts content between what stands above, below, left and right of it, each of which may be nil. Unlike Fyne's
// own, it hands the focus on in the order in which people read.
func Border(above, below, left, right fyne.CanvasObject, content ...fyne.CanvasObject) *fyne.Container {
	objects := slices.Concat([]fyne.CanvasObject{above, left}, content, []fyne.CanvasObject{right, below})
	objects = slices.DeleteFunc(objects, func(o fyne.CanvasObject) bool { return o == nil })
	return build(layout.NewBorderLayout(above, below, left, right), objects...)
}
