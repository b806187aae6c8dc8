package kit

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"exceed/assets"
	"exceed/workshop/chart"
)

// TestContrast holds every colour of text to WCAG's 4.5 to 1 on each surface that it stands on, by day and by night.
func TestContrast(t *testing.T) {
	look := NewLook(nil, nil, 1, nil)
	inks := []fyne.ThemeColorName{
		theme.ColorNameForeground, ColorMuted, theme.ColorNamePlaceHolder, theme.ColorNamePrimary, theme.ColorNameHyperlink,
		ColorEmployees, ColorCustomers, ColorLeaders, theme.ColorNameSuccess, theme.ColorNameWarning, theme.ColorNameError,
	}
	papers := []fyne.ThemeColorName{
		theme.ColorNameBackground, ColorSurface, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground,
		theme.ColorNameMenuBackground, ColorSoft,
	}
	for name, variant := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		of := func(c fyne.ThemeColorName) color.Color { return look.Color(c, variant) }
		check := func(ink, on color.Color, what string) {
			if ratio := chart.Contrast(ink, on); ratio < 4.5 {
				t.Errorf("%s: %s has %.2f to 1", name, what, ratio)
			}
		}
		for _, ink := range inks {
			for _, paper := range papers {
				check(of(ink), of(paper), string(ink)+" on "+string(paper))
				check(of(ink), over(of(paper), of(theme.ColorNameHover)), string(ink)+" on "+string(paper)+" under the mouse")
			}
			for _, paper := range papers[:2] { // a badge's capsule is its own ink, thinned
				check(of(ink), over(of(paper), thin(of(ink))), "a badge in "+string(ink)+" on "+string(paper))
			}
		}
		for _, paper := range papers[:2] { // WCAG asks 3 to 1 of what shows the focus
			for _, ring := range []fyne.ThemeColorName{ColorRing, theme.ColorNameForeground} {
				if ratio := chart.Contrast(over(of(paper), of(ring)), of(paper)); ratio < 3 {
					t.Errorf("%s: the ring in %s has %.2f to 1 on %s", name, ring, ratio, paper)
				}
			}
		}
		palette := chart.Light()
		if variant == theme.VariantDark {
			palette = chart.Dark()
		}
		for _, ink := range []chart.Ink{
			chart.Foreground, chart.Muted, chart.EmployeesInk, chart.CustomersInk, chart.LeadersInk, chart.GoodInk, chart.WarnInk,
		} {
			for _, paper := range papers {
				check(palette.Colour(ink), of(paper), fmt.Sprintf("chart ink %d on %s", ink, paper))
			}
		}
		for ink, on := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			theme.ColorNameForegroundOnPrimary: theme.ColorNamePrimary,
			theme.ColorNameForegroundOnError:   theme.ColorNameError,
			theme.ColorNameForegroundOnSuccess: theme.ColorNameSuccess,
			theme.ColorNameForegroundOnWarning: theme.ColorNameWarning,
			theme.ColorNameForeground:          theme.ColorNameButton,
		} {
			check(of(ink), of(on), string(ink)+" on "+string(on))
		}
	}
}

// TestVoicesKeepTheirColours compares the three voices on screen with those in charts.
func TestVoicesKeepTheirColours(t *testing.T) {
	look := NewLook(nil, nil, 1, nil)
	for variant, palette := range map[fyne.ThemeVariant]*chart.Palette{theme.VariantLight: chart.Light(), theme.VariantDark: chart.Dark()} {
		for name, ink := range map[fyne.ThemeColorName]chart.Ink{
			ColorEmployees: chart.EmployeesInk, ColorCustomers: chart.CustomersInk, ColorLeaders: chart.LeadersInk,
			theme.ColorNameForeground: chart.Foreground, ColorMuted: chart.Muted,
		} {
			if got, want := look.Color(name, variant), palette.Colour(ink); got != color.Color(want) {
				t.Errorf("variant %d: %s is %v on screen and %v in charts", variant, name, got, want)
			}
		}
	}
}

// TestCapitalsKeepTheirAccents draws the highest letters of the three languages and finds ink only below a line's top.
func TestCapitalsKeepTheirAccents(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewLook(assets.FontRegular(), assets.FontSemiBold(), 1, nil))
	for _, bold := range []bool{false, true} {
		text := canvas.NewText("ÉÈÊËÀÂÎÏÔÙÛÇ", color.Black)
		text.TextSize, text.TextStyle.Bold = 100, bold
		c := software.NewCanvas()
		c.SetPadded(false)
		c.SetContent(text)
		c.Resize(text.MinSize())
		picture := c.Capture()
		r, g, b, _ := picture.At(0, 0).RGBA()
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			if r2, g2, b2, _ := picture.At(x, 0).RGBA(); r2 != r || g2 != g || b2 != b {
				t.Errorf("bold %v: the accent at %d is cut", bold, x)
				break
			}
		}
	}
}
