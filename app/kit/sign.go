package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// signPicture draws the sign of one step of a scale, so that a person who does not read sees what it means: a vessel
// with a line at what is expected, filled below, up to or above it; or dots that grow in number.
type signPicture struct {
	widget.BaseWidget
	sign      Sign
	at, steps int
	on        bool
}

// newSignPicture is nil where there is no sign.
func newSignPicture(sign Sign, at, steps int) *signPicture {
	if sign == NoSign {
		return nil
	}
	p := &signPicture{sign: sign, at: at, steps: steps}
	p.ExtendBaseWidget(p)
	return p
}

func (p *signPicture) CreateRenderer() fyne.WidgetRenderer {
	r := &signRenderer{picture: p}
	parts := 3 // vessel, filling, line
	if p.sign == Counted {
		parts = p.steps - 1
	}
	for range parts {
		rect := canvas.NewRectangle(color.Transparent)
		r.rects = append(r.rects, rect)
		r.objects = append(r.objects, rect)
	}
	r.dress()
	return r
}

type signRenderer struct {
	picture *signPicture
	rects   []*canvas.Rectangle
	objects []fyne.CanvasObject
}

const (
	vesselWidth  float32 = 36
	vesselHeight float32 = 56
	dotSize      float32 = 8
)

func (r *signRenderer) Destroy()                     {}
func (r *signRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *signRenderer) MinSize() fyne.Size {
	if r.picture.sign == Counted {
		return fyne.NewSize(float32(len(r.rects))*(dotSize+XS)-XS, dotSize)
	}
	return fyne.NewSize(vesselWidth+2*S, vesselHeight)
}

// Layout fills the vessel from a seventh (far below) to the brim (far above); the line stands in the middle of the
// middle step.
func (r *signRenderer) Layout(fyne.Size) {
	if r.picture.sign == Counted {
		for i, dot := range r.rects {
			dot.Move(fyne.NewPos(float32(i)*(dotSize+XS), 0))
			dot.Resize(fyne.NewSquareSize(dotSize))
		}
		return
	}
	level := func(step float32) float32 { return vesselHeight * step / float32(r.picture.steps) }
	r.rects[0].Move(fyne.NewPos(S, 0))
	r.rects[0].Resize(fyne.NewSize(vesselWidth, vesselHeight))
	full := level(float32(r.picture.at + 1))
	r.rects[1].Move(fyne.NewPos(S, vesselHeight-full))
	r.rects[1].Resize(fyne.NewSize(vesselWidth, full))
	r.rects[2].Move(fyne.NewPos(0, vesselHeight-level(float32(r.picture.steps)/2+0.5)-1))
	r.rects[2].Resize(fyne.NewSize(vesselWidth+2*S, 2))
}

func (r *signRenderer) Refresh() {
	r.dress()
	for _, rect := range r.rects {
		rect.Refresh()
	}
}

func (r *signRenderer) dress() {
	p := r.picture
	th, v := p.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	faint, strong := th.Color(theme.ColorNameInputBorder, v), th.Color(ColorMuted, v)
	if p.on {
		strong = th.Color(theme.ColorNamePrimary, v)
	}
	if p.sign == Counted {
		for i, dot := range r.rects {
			dot.CornerRadius, dot.FillColor = dotSize/2, th.Color(ColorLine, v)
			if i < p.at {
				dot.FillColor = strong
			}
		}
		return
	}
	vessel, filling, line := r.rects[0], r.rects[1], r.rects[2]
	vessel.CornerRadius, vessel.StrokeColor, vessel.StrokeWidth = 4, faint, 1
	filling.CornerRadius, filling.FillColor = 4, strong
	line.FillColor = th.Color(theme.ColorNameForeground, v)
}
