package assets

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"regexp"
	"testing"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"exceed/workshop"
)

var update = flag.Bool("update", false, "draw icons/exceed.png anew from icons/exceed.svg")

// drawSVG renders an SVG with the library that Fyne draws icons with.
func drawSVG(t *testing.T, svg []byte, size int) *image.RGBA {
	t.Helper()
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		t.Fatal(err)
	}
	icon.SetTarget(0, 0, float64(size), float64(size))
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	icon.Draw(rasterx.NewDasher(size, size, rasterx.NewScannerGV(size, size, img, img.Bounds())), 1)
	return img
}

func TestAppIconIsDrawnFromItsSource(t *testing.T) {
	svg, err := iconFiles.ReadFile("icons/exceed.svg")
	if err != nil {
		t.Fatal(err)
	}
	drawn := drawSVG(t, svg, 512)
	if *update {
		var buf bytes.Buffer
		if err := png.Encode(&buf, drawn); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("icons/exceed.png", buf.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("drawn anew")
	}
	kept, err := png.Decode(bytes.NewReader(AppIcon()))
	if err != nil {
		t.Fatal(err)
	}
	if kept.Bounds() != drawn.Bounds() {
		t.Fatalf("the icon is %v, want %v", kept.Bounds(), drawn.Bounds())
	}
	differing := 0
	for y := range 512 {
		for x := range 512 {
			a, b := color.NRGBAModel.Convert(kept.At(x, y)).(color.NRGBA), color.NRGBAModel.Convert(drawn.At(x, y)).(color.NRGBA)
			if a != b {
				differing++
			}
		}
	}
	if differing > 512 { // antialiased edges may round differently on another processor
		t.Errorf("%d pixels differ from icons/exceed.svg; run go test ./assets -update", differing)
	}
}

func TestThemeIcons(t *testing.T) {
	stroke := regexp.MustCompile(`stroke|fill="none"|<style|<g`)
	seen := map[string]workshop.ThemeKey{}
	keys := []workshop.ThemeKey{"own"}
	for _, theme := range Themes() {
		keys = append(keys, theme.Key)
	}
	for _, key := range keys {
		svg := ThemeIcon(key)
		if other, twice := seen[string(svg)]; twice {
			t.Errorf("%s and %s share a pictogram", key, other)
		}
		seen[string(svg)] = key
		if found := stroke.Find(svg); found != nil {
			t.Errorf("%s holds %q, which a themed resource does not recolour", key, found)
		}
		img, covered := drawSVG(t, svg, 48), 0
		for i := 3; i < len(img.Pix); i += 4 {
			if img.Pix[i] > 127 {
				covered++
			}
		}
		if share := float64(covered) / (48 * 48); share < 0.1 || share > 0.6 {
			t.Errorf("%s covers %.0f %% of its square; it must neither vanish nor be a blot", key, share*100)
		}
	}
	for _, key := range []workshop.ThemeKey{"", "exceed", "../words", "my-own-theme"} {
		if !bytes.Equal(ThemeIcon(key), ThemeIcon("own")) {
			t.Errorf("the theme %q, which does not ship, has a pictogram of its own", key)
		}
	}
}
