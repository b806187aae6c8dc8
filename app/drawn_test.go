package app

import (
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// TestDrawnWidgetsLookAsBefore compares what is drawn rather than laid out with testdata/drawn; run it with -update
// after a wanted change, and look at the pictures.
func TestDrawnWidgetsLookAsBefore(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Prioritise)
	for _, variant := range []string{"light", "dark"} {
		ui.prefs.setVariant(variant)
		ui.applyLook()
		ui.rebuild()
		ui.Go(Route{Face: FacePrioritise})
		pictograms := container.NewGridWithColumns(6)
		for _, one := range assets.Themes() {
			pictograms.Add(kit.NewPictogram(assets.ThemeIcon(one.Key), 48, theme.ColorNamePrimary))
		}
		scale := kit.NewScale(standings(ui.words), 1, kit.Vessel, nil)
		often := kit.NewScale(frequencies(ui.words), 3, kit.Counted, nil)
		often.Low = true
		drawing := every[*impactMap](ui.win.Canvas())[0]
		for _, one := range []struct {
			name   string
			widget fyne.CanvasObject
		}{{"pictograms", pictograms}, {"scale", scale}, {"often", often}, {"map", drawing}} {
			win := newOffscreen(ui.App, one.widget.MinSize().Max(fyne.NewSize(800, 100)))
			win.SetContent(one.widget)
			samePicture(t, filepath.Join("testdata", "drawn", one.name+"-"+variant+".png"), win.picture())
		}
	}
}

// TestDrawingOutlivesARest draws in a program in which all that was made before its first picture counts as old by then, as
// on a machine that was busy elsewhere for a minute.
func TestDrawingOutlivesARest(t *testing.T) {
	drawn := exec.Command(os.Args[0], "-test.run", "^TestDrawnWidgetsLookAsBefore$")
	drawn.Env = append(os.Environ(), "FYNE_CACHE=1ms")
	if said, err := drawn.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}

// samePicture allows for the last digit of rounding, which machines do not share.
func samePicture(t *testing.T, path string, got image.Image) {
	t.Helper()
	if *update {
		if err := writePNG(path, got); err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != got.Bounds() {
		t.Errorf("%s is %v now, not %v", path, got.Bounds(), want.Bounds())
		return
	}
	off := 0
	for y := want.Bounds().Min.Y; y < want.Bounds().Max.Y; y++ {
		for x := want.Bounds().Min.X; x < want.Bounds().Max.X; x++ {
			r, g, b, _ := want.At(x, y).RGBA()
			r2, g2, b2, _ := got.At(x, y).RGBA()
			if apart(r, r2) || apart(g, g2) || apart(b, b2) {
				off++
			}
		}
	}
	if off > 0 {
		t.Errorf("%s differs in %d pixels", path, off)
	}
}

func apart(a, b uint32) bool { return max(a, b)-min(a, b) > 8<<8 }
