package chart

import "testing"

// TestContrast holds every ink that carries meaning to WCAG's 4.5 to 1 on what it may lie on.
func TestContrast(t *testing.T) {
	for name, p := range map[string]*Palette{"paper": Paper(), "light": Light(), "dark": Dark()} {
		for _, ink := range []Ink{Foreground, Muted, EmployeesInk, CustomersInk, LeadersInk, GoodInk, WarnInk} {
			for _, on := range []Ink{Surface, Tint} {
				if c := Contrast(p.Colour(ink), p.Colour(on)); c < 4.5 {
					t.Errorf("%s: ink %d on %d has %.2f to 1", name, ink, on, c)
				}
			}
		}
	}
}
