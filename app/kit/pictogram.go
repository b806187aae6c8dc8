package kit

import (
	"fmt"
	"hash/fnv"

	"fyne.io/fyne/v2"
)

// NewPictogram makes an icon from an SVG of filled shapes.
func NewPictogram(svg []byte, size float32, ink fyne.ThemeColorName) *Icon {
	hash := fnv.New64a()
	hash.Write(svg) // Fyne's cache of drawn pictures goes by name
	return NewIcon(fyne.NewStaticResource(fmt.Sprintf("pictogram-%x.svg", hash.Sum64()), svg), size, ink)
}
