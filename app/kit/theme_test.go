package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

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
			if ratio := contrast(ink, on); ratio < 4.5 {
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

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is WCAG 2's relative luminance.
func luminance(c color.Color) float64 {
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}
