package kit

import (
	"fmt"
	"image/color"

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
	image := canvas.NewImageFromResource(inked(i.Theme(), i.icon, i.ink, i.size))
	image.FillMode = canvas.ImageFillContain
	return &iconRenderer{image, i}
}

// iconRenderer knows its size: asked for it, a picture that is not yet drawn would read its file each time.
type iconRenderer struct {
	image *canvas.Image
	icon  *Icon
}

func (r *iconRenderer) Destroy()                     {}
func (r *iconRenderer) Layout(size fyne.Size)        { r.image.Resize(size) }
func (r *iconRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.icon.size) }
func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }

// Refresh reads the picture again only where its colour has changed.
func (r *iconRenderer) Refresh() {
	now := inked(r.icon.Theme(), r.icon.icon, r.icon.ink, r.icon.size)
	if now == r.image.Resource {
		canvas.Refresh(r.image)
		return
	}
	r.image.Resource = now
	r.image.Refresh()
}

// inked is a picture in a colour of the theme. A Look colours each but once: Fyne would read, write and read it again
// wherever it is shown. The size is part of its name, as Fyne keeps one drawing a name.
func inked(th fyne.Theme, picture fyne.Resource, ink fyne.ThemeColorName, size float32) fyne.Resource {
	look, ok := th.(*Look)
	if !ok {
		return theme.NewColoredResource(picture, ink)
	}
	key := inking{picture.Name(), th.Color(ink, fyne.CurrentApp().Settings().ThemeVariant()), size}
	done, known := look.inked[key]
	if !known {
		done = fyne.NewStaticResource(fmt.Sprint(key, ".svg"), theme.NewColoredResource(picture, ink).Content())
		look.inked[key] = done
	}
	return done
}

// inking is what a coloured picture depends on.
type inking struct {
	picture string
	ink     color.Color
	size    float32
}
