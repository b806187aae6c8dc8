package figure_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"exceed/app/figure"
	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
)

// everyKind is a figure with every kind of shape, and every form of a mark.
func everyKind() chart.Figure {
	fig := chart.Figure{Width: 200, Height: 100}
	fig.Add(
		chart.Line{From: chart.Point{X: 10, Y: 10}, To: chart.Point{X: 40, Y: 10}, Width: 4, Ink: chart.WarnInk},
		chart.Box{Rect: chart.Rect{X: 60, Y: 5, W: 30, H: 20}, Fill: chart.EmployeesInk},
		chart.Mark{Kind: chart.Disc, At: chart.Point{X: 20, Y: 50}, Size: 16, Ink: chart.EmployeesInk},
		chart.Mark{Kind: chart.Square, At: chart.Point{X: 60, Y: 50}, Size: 16, Ink: chart.CustomersInk},
		chart.Mark{Kind: chart.Diamond, At: chart.Point{X: 100, Y: 50}, Size: 16, Ink: chart.LeadersInk},
		chart.Path{Points: []chart.Point{{X: 120, Y: 20}, {X: 140, Y: 20}, {X: 140, Y: 60}}, Width: 4, Ink: chart.GoodInk},
		chart.Text{At: chart.Point{X: 10, Y: 90}, Text: "MMMM", Size: 20, Weight: chart.SemiBold, Ink: chart.Foreground},
	)
	return fig
}

// look is the window's look by day or by night.
func look(variant fyne.ThemeVariant) fyne.Theme {
	return kit.NewLook(assets.FontRegular(), assets.FontSemiBold(), 1, &variant)
}

func TestEveryShapeIsDrawn(t *testing.T) {
	test.NewTempApp(t)
	f := figure.New(func(fyne.Size) chart.Figure { return everyKind() })
	f.SetMinSize(fyne.NewSize(200, 100))
	img := software.Render(f, look(theme.VariantLight))
	p := chart.Light()
	for _, c := range []struct {
		what string
		x, y int
		ink  chart.Ink
	}{
		{"line", 25, 10, chart.WarnInk},
		{"box", 75, 15, chart.EmployeesInk},
		{"disc", 20, 50, chart.EmployeesInk},
		{"square", 60, 50, chart.CustomersInk},
		{"diamond", 100, 50, chart.LeadersInk},
		{"path", 130, 20, chart.GoodInk},
		{"path, second line", 140, 45, chart.GoodInk},
	} {
		if got := color.NRGBAModel.Convert(img.At(c.x, c.y)); got != p.Colour(c.ink) {
			t.Errorf("%s: %v at %d, %d; want %v", c.what, got, c.x, c.y, p.Colour(c.ink))
		}
	}
	inked := 0
	for x := 10; x < 90; x++ {
		for y := 76; y < 90; y++ {
			if color.NRGBAModel.Convert(img.At(x, y)) == p.Colour(chart.Foreground) {
				inked++
			}
		}
	}
	if inked < 100 {
		t.Errorf("text covers %d points; want a line of capitals standing on its baseline", inked)
	}
}

func TestTextIsAsWideAsMeasured(t *testing.T) {
	test.NewTempApp(t)
	fonts := sample.Fonts()
	for weight, font := range [][]byte{assets.FontRegular(), assets.FontSemiBold()} {
		source := fyne.NewStaticResource("font", font)
		for _, text := range []string{"Our people: as expected", "+1.3", "Aux dépens de l’équipe", "Tunachoahidiwa hutimizwa"} {
			size, _ := fyne.CurrentApp().Driver().RenderedTextSize(text, 20, fyne.TextStyle{}, source)
			want := fonts.Width(text, 20, chart.Weight(weight))
			if d := float64(size.Width) - want; d > 0.01*want+1 || d < -0.06*want-1 { // kerning and rounding
				t.Errorf("%q is drawn %.1f wide and measured %.1f", text, size.Width, want)
			}
		}
	}
}

func TestTextOfAnySizeKeepsToItsRoom(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look(theme.VariantLight))
	const text = "Responsable de l’accueil, pour notre équipe"
	fonts := sample.Fonts()
	for size := 4.0; size < 40; size += 0.3 {
		f := figure.New(func(fyne.Size) chart.Figure {
			return chart.Figure{Shapes: []chart.Shape{chart.Text{Text: text, Size: size, Ink: chart.Foreground}}}
		})
		test.NewTempWindow(t, f)
		drawn, want := float64(test.WidgetRenderer(f).Objects()[0].Size().Width), fonts.Width(text, size, chart.Regular)
		if drawn > 1.02*want || drawn < 0.78*want {
			t.Errorf("at %.1f it is drawn %.1f wide and measured %.1f", size, drawn, want)
		}
	}
}

func TestFigureIsLaidOutAgainForANewSize(t *testing.T) {
	test.NewTempApp(t)
	var sizes []fyne.Size
	f := figure.New(func(s fyne.Size) chart.Figure {
		sizes = append(sizes, s)
		return everyKind()
	})
	w := test.NewTempWindow(t, f)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	w.Resize(fyne.NewSize(400, 200))
	if n := len(sizes); n == 0 || sizes[n-1].Width != 400 {
		t.Errorf("laid out for %v; want 400 wide at last", sizes)
	}
}

func TestCapitalsKeepTheirAccents(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look(theme.VariantLight))
	for _, weight := range []chart.Weight{chart.Regular, chart.SemiBold} {
		f := figure.New(func(fyne.Size) chart.Figure {
			return chart.Figure{Shapes: []chart.Shape{chart.Text{At: chart.Point{X: 10, Y: 60}, Text: "ÉÉÉ", Size: 40, Weight: weight, Ink: chart.Foreground}}}
		})
		f.SetMinSize(fyne.NewSize(120, 80))
		img := software.Render(f, look(theme.VariantLight))
		inked := 0
		for x := range 120 {
			for y := 60 - 38; y < 60-30; y++ { // above the letter itself
				if r, _, _, _ := img.At(x, y).RGBA(); r < 0x8000 {
					inked++
				}
			}
		}
		if inked < 20 {
			t.Errorf("weight %d: the accents cover %d points", weight, inked)
		}
	}
}

func TestSketchShowsEveryShape(t *testing.T) {
	fig := everyKind()
	img := figure.Sketch(fig, chart.Paper(), sample.Fonts(), 100) // half as large
	if size := img.Bounds().Size(); size.X != 100 || size.Y != 50 {
		t.Fatalf("it is %v large", size)
	}
	p := chart.Paper()
	for _, c := range []struct {
		what string
		x, y int
		ink  chart.Ink
	}{
		{"line", 12, 5, chart.WarnInk},
		{"box", 37, 7, chart.EmployeesInk},
		{"mark", 30, 25, chart.CustomersInk},
		{"path", 70, 22, chart.GoodInk},
		{"text", 12, 42, chart.Foreground},
		{"nothing", 95, 45, chart.Surface},
	} {
		if got := color.NRGBAModel.Convert(img.At(c.x, c.y)); got != p.Colour(c.ink) {
			t.Errorf("%s: %v; want %v", c.what, got, p.Colour(c.ink))
		}
	}
}

func TestPaperKeepsItsColoursInADarkWindow(t *testing.T) {
	test.NewTempApp(t)
	page := chart.Figure{Width: 100, Height: 200}
	page.Add(chart.Box{Rect: chart.Rect{X: 40, Y: 150, W: 20, H: 20}, Fill: chart.EmployeesInk})
	f := figure.New(func(fyne.Size) chart.Figure { return page.Scaled(2) })
	f.Palette = chart.Paper()
	f.SetMinSize(fyne.NewSize(200, 400))
	img := software.Render(f, look(theme.VariantDark))
	if got, want := color.NRGBAModel.Convert(img.At(100, 320)), chart.Paper().Colour(chart.EmployeesInk); got != want {
		t.Errorf("twice as large the box has %v; want %v", got, want)
	}
}
