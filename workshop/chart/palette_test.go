package chart

import (
	"image/color"
	"math"
	"testing"
)

// TestContrast holds every ink that carries meaning to WCAG's 4.5 to 1 on what it may lie on.
func TestContrast(t *testing.T) {
	for name, p := range map[string]*Palette{"paper": Paper(), "light": Light(), "dark": Dark()} {
		for _, ink := range []Ink{Foreground, Muted, EmployeesInk, CustomersInk, LeadersInk, GoodInk, WarnInk} {
			for _, on := range []Ink{Surface, Tint} {
				if c := contrast(p.Colour(ink), p.Colour(on)); c < 4.5 {
					t.Errorf("%s: ink %d on %d has %.2f to 1", name, ink, on, c)
				}
			}
		}
	}
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is WCAG 2's relative luminance.
func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}
