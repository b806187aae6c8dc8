package assets

import (
	_ "embed"
	"encoding/json"

	"exceed/workshop"
)

//go:embed themes.json
var themesJSON []byte

// Themes are the twelve that ship, in their order, with both sentences in every language. The copy is the caller's own.
func Themes() []workshop.Theme {
	var themes []workshop.Theme
	mustRead("themes.json", themesJSON, &themes)
	return themes
}

// mustRead reads an embedded file. A broken one is a programming error, and a test reads them all.
func mustRead(name string, data []byte, into any) {
	if err := json.Unmarshal(data, into); err != nil {
		panic("assets: " + name + " cannot be read: " + err.Error())
	}
}
