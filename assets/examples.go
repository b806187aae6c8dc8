package assets

import "exceed/workshop"

// Example shows what a theme means for one side, from the daily work of a kind of organisation: one sentence of at most
// 90 characters in the language, or in English where the language does not ship. It is empty for a theme of the coach's
// own.
func Example(kind workshop.OrganisationKind, key workshop.ThemeKey, side workshop.Side, lang workshop.Lang) string {
	return shipped.example(kind, key, side, lang)
}

func (l *languages) example(kind workshop.OrganisationKind, key workshop.ThemeKey, side workshop.Side, lang workshop.Lang) string {
	return l.files[l.spoken(lang)].texts().Examples[key][kind][side]
}
