package kit

import (
	"fmt"
	"hash/fnv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Pictogram is a square picture made of filled shapes, drawn in a colour of the theme.
type Pictogram struct {
	widget.BaseWidget
	svg  fyne.Resource
	size float32
	ink  fyne.ThemeColorName
}

// NewPictogram makes a pictogram from an SVG, so wide and high.
func NewPictogram(svg []byte, size float32, ink fyne.ThemeColorName) *Pictogram {
	p := &Pictogram{svg: fyne.NewStaticResource(svgName(svg), svg), size: size, ink: ink}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is Fyne's.
func (p *Pictogram) CreateRenderer() fyne.WidgetRenderer {
	image := canvas.NewImageFromResource(theme.NewColoredResource(p.svg, p.ink))
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(p.size))
	return widget.NewSimpleRenderer(image)
}

// svgName tells pictograms apart in Fyne's cache of drawn pictures, which goes by name.
func svgName(svg []byte) string {
	hash := fnv.New64a()
	hash.Write(svg)
	return fmt.Sprintf("pictogram-%x.svg", hash.Sum64())
}
