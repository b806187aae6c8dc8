package app

import (
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
)

// TestTheKioskHasOneName holds the two places that speak of the code out of the kiosk to the name that it has elsewhere.
func TestTheKioskHasOneName(t *testing.T) {
	for lang, name := range map[workshop.Lang]string{workshop.English: "kiosk", workshop.French: "borne", workshop.Swahili: "kioski"} {
		words := assets.WordsFor(lang)
		for _, text := range []string{words.Say("ready.exit_code"), words.Say("setup.exit_code"), words.Say("error.no_poll")} {
			if !strings.Contains(text, name) {
				t.Errorf("%s: %q does not call it %q", lang, text, name)
			}
		}
	}
}
