package app

import (
	"slices"

	"exceed/assets"
	"exceed/workshop"
)

// languageNames are the languages that ship, in their order, each as it calls itself.
func languageNames() (names []string) {
	for _, l := range assets.Langs() {
		names = append(names, assets.LanguageName(l))
	}
	return names
}

// languageAt is the place of a language among those that ship, that of English for one that does not.
func languageAt(l workshop.Lang) int {
	return slices.Index(assets.Langs(), assets.Spoken(l))
}
