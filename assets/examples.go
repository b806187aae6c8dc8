package assets

import (
	_ "embed"
	"sync"

	"exceed/workshop"
)

//go:embed examples.json
var examplesJSON []byte

// examples are by theme, kind of organisation and side.
var examples = sync.OnceValue(func() (all map[workshop.ThemeKey]map[workshop.OrganisationKind]map[workshop.Side]workshop.Text) {
	mustRead("examples.json", examplesJSON, &all)
	return all
})

// Example shows what a theme means for one side, from the daily work of a kind of organisation: one sentence of at most
// 90 characters in the language, or in English where the language does not ship. It is empty for a theme of the coach's
// own.
func Example(kind workshop.OrganisationKind, key workshop.ThemeKey, side workshop.Side, lang workshop.Lang) string {
	return examples()[key][kind][side].In(lang, workshop.English)
}
