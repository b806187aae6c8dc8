package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Bar shows a share of a whole as a filled part of a line.
type Bar struct {
	widget.BaseWidget
	share float32
	ink   fyne.ThemeColorName
}

// NewBar makes a bar; share is 0 to 1.
func NewBar(share float64, ink fyne.ThemeColorName) *Bar {
	b := &Bar{share: float32(max(0, min(share, 1))), ink: ink}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is Fyne's.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{bar: b, whole: canvas.NewRectangle(color.Transparent), part: canvas.NewRectangle(color.Transparent)}
	r.dress()
	return r
}

const barHeight float32 = 8

type barRenderer struct {
	bar         *Bar
	whole, part *canvas.Rectangle
}

func (r *barRenderer) Destroy()                     {}
func (r *barRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.whole, r.part} }
func (r *barRenderer) MinSize() fyne.Size           { return fyne.NewSize(60, barHeight) }

func (r *barRenderer) Layout(size fyne.Size) {
	y := (size.Height - barHeight) / 2
	r.whole.Move(fyne.NewPos(0, y))
	r.whole.Resize(fyne.NewSize(size.Width, barHeight))
	r.part.Move(fyne.NewPos(0, y))
	r.part.Resize(fyne.NewSize(size.Width*r.bar.share, barHeight))
}

func (r *barRenderer) Refresh() {
	r.dress()
	r.whole.Refresh()
	r.part.Refresh()
}

func (r *barRenderer) dress() {
	th, v := r.bar.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.whole.FillColor, r.whole.CornerRadius = th.Color(ColorLine, v), barHeight/2
	r.part.FillColor, r.part.CornerRadius = th.Color(r.bar.ink, v), barHeight/2
}
