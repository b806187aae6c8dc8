package assets

import "exceed/workshop"

// themeKeys are the twelve themes that ship, in their order. Each language has their sentences.
func themeKeys() []workshop.ThemeKey {
	return []workshop.ThemeKey{
		"reliability", "responsiveness", "competence", "listening", "environment", "reward",
		"recognition", "voice", "autonomy", "wellbeing", "communication", "growth",
	}
}

// Themes are the twelve that ship, in their order, with both sentences in every language. The copy is the caller's own.
func Themes() []workshop.Theme { return shipped.themes() }

func (l *languages) themes() []workshop.Theme {
	keys := themeKeys()
	themes := make([]workshop.Theme, len(keys))
	for i, key := range keys {
		themes[i] = workshop.Theme{
			Key:       key,
			Name:      l.text(func(t texts) string { return t.Themes[key].Name }),
			Employees: l.text(func(t texts) string { return t.Themes[key].Employees }),
			Customers: l.text(func(t texts) string { return t.Themes[key].Customers }),
		}
	}
	return themes
}
