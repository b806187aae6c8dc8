package assets

import (
	"embed"
	"slices"

	"exceed/workshop"
)

//go:embed icons/*.svg
var iconFiles embed.FS

//go:embed icons/exceed.png
var appIcon []byte

// AppIcon is the program's own icon as a PNG of 512 × 512 pixels, drawn from icons/exceed.svg; not to be changed.
func AppIcon() []byte { return appIcon }

// ThemeIcon is the pictogram of a theme as an SVG on a grid of 24 × 24, all of it filled and nothing stroked, so that
// theme.NewThemedResource can recolour it. Themes of the coach's own share a neutral one.
func ThemeIcon(key workshop.ThemeKey) []byte {
	name := "own"
	if slices.ContainsFunc(Themes(), func(t workshop.Theme) bool { return t.Key == key }) {
		name = string(key)
	}
	svg, err := iconFiles.ReadFile("icons/" + name + ".svg")
	if err != nil {
		panic("assets: a pictogram is missing: " + err.Error()) // a test reads them all
	}
	return svg
}
