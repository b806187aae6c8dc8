// Package assets holds what the program ships beside its code, behind typed accessors: fonts, icons, the words of every
// language, theme sentences with their examples, and starting points for promises.
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
