package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Icon is one of Fyne's icons in a size and a colour of the theme.
type Icon struct {
	widget.BaseWidget
	icon fyne.Resource
	size float32
	ink  fyne.ThemeColorName
}

// NewIcon makes an icon.
func NewIcon(icon fyne.Resource, size float32, ink fyne.ThemeColorName) *Icon {
	i := &Icon{icon: icon, size: size, ink: ink}
	i.ExtendBaseWidget(i)
	return i
}

// CreateRenderer is Fyne's.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	image := canvas.NewImageFromResource(theme.NewColoredResource(i.icon, i.ink))
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(i.size))
	return widget.NewSimpleRenderer(image)
}
