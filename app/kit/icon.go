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
	return &iconRenderer{image, i.size}
}

// iconRenderer knows its size: asked for it, a picture that is not yet drawn would read its file each time.
type iconRenderer struct {
	image *canvas.Image
	size  float32
}

func (r *iconRenderer) Destroy()                     {}
func (r *iconRenderer) Layout(size fyne.Size)        { r.image.Resize(size) }
func (r *iconRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.size) }
func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *iconRenderer) Refresh()                     { r.image.Refresh() }
