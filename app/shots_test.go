package app

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"exceed/workshop"
)

// TestShots draws faces for people to look at. EXCEED_SHOTS names the folder; optional are EXCEED_SIZE=1366x768,
// EXCEED_TEXT=1.5, EXCEED_VARIANT=dark, EXCEED_LANG=fr, EXCEED_STATE=plan (else every state) and EXCEED_PEOPLE=12.
func TestShots(t *testing.T) {
	dir := os.Getenv("EXCEED_SHOTS")
	if dir == "" {
		t.Skip("EXCEED_SHOTS names no folder")
	}
	size := fyne.NewSize(1366, 768)
	if w, h, ok := strings.Cut(os.Getenv("EXCEED_SIZE"), "x"); ok {
		size = fyne.NewSize(number(t, w), number(t, h))
	}
	lang := workshop.Lang(os.Getenv("EXCEED_LANG"))
	if !lang.Valid() {
		lang = workshop.English
	}
	people := 12
	if text := os.Getenv("EXCEED_PEOPLE"); text != "" {
		people = int(number(t, text))
	}
	deps := testDeps(t, lang)
	if text := os.Getenv("EXCEED_TEXT"); text != "" {
		deps.App.Preferences().SetFloat("text", float64(number(t, text)))
	}
	deps.App.Preferences().SetString("variant", "light")
	if variant := os.Getenv("EXCEED_VARIANT"); variant != "" {
		deps.App.Preferences().SetString("variant", variant)
	}
	screens := NewScreens(deps, size)
	for _, state := range workshop.States() {
		if only := os.Getenv("EXCEED_STATE"); only != "" && only != string(state) {
			continue
		}
		screens.Show(rehearsed(t, lang, people, state))
		names, err := screens.WriteState(dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(strings.Join(names, " "))
	}
}

func number(t *testing.T, text string) float32 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 32)
	if err != nil {
		t.Fatal(err)
	}
	return float32(x)
}
