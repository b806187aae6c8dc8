package assets

import (
	"embed"

	"exceed/workshop"
)

//go:embed icons/*.svg
var iconFiles embed.FS

//go:embed icons/exceed.png
var appIcon []byte

// AppIcon is the program's own icon as a PNG of 512 × 512 pixels, drawn from icons/exceed.svg; not to be changed.
func AppIcon() []byte { return appIcon }

// ownName is that of the program's own icon among the pictograms.
const ownName = "exceed"

// ThemeIcon is the pictogram of a theme as an SVG on a grid of 24 × 24, all of it filled and nothing stroked, so that
// theme.NewThemedResource can recolour it. Themes of the coach's own share a neutral one.
func ThemeIcon(key workshop.ThemeKey) []byte {
	if svg, err := iconFiles.ReadFile("icons/" + string(key) + ".svg"); err == nil && key != ownName {
		return svg
	}
	svg, err := iconFiles.ReadFile("icons/own.svg")
	if err != nil {
		panic("assets: a pictogram is missing: " + err.Error()) // a test reads them all
	}
	return svg
}
