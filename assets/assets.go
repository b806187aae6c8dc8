// Package assets holds what the program ships beside its code, behind typed accessors: fonts, icons, and the languages.
//
// A language is one file of languages/, named by its code: what it calls itself, its words, its theme sentences with
// their examples, and its starting points for promises. The folder is the only list of languages there is.
package assets

import _ "embed"

// The font family of screen and paper: Lato, SIL Open Font License (fonts/OFL.txt).
var (
	//go:embed fonts/Lato-Regular.ttf
	fontRegular []byte
	//go:embed fonts/Lato-Semibold.ttf
	fontSemiBold []byte
)

// FontRegular is Lato Regular as TrueType; not to be changed.
func FontRegular() []byte { return fontRegular }

// FontSemiBold is Lato Semibold as TrueType; not to be changed.
func FontSemiBold() []byte { return fontSemiBold }
