package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"exceed/assets"
	"exceed/workshop"
)

// prefs are the person's own choices on this laptop. They hold no name and no answer.
type prefs struct{ store PrefStore }

// PrefStore is the part of Fyne's preferences that is used.
type PrefStore interface {
	String(key string) string
	SetString(key, value string)
	FloatWithFallback(key string, fallback float64) float64
	SetFloat(key string, value float64)
	StringList(key string) []string
	SetStringList(key string, value []string)
}

// forgetful is a PrefStore that knows nothing and keeps nothing but the variant it is.
type forgetful struct{ variant string }

func (f forgetful) String(key string) string {
	if key == "variant" {
		return f.variant
	}
	return ""
}
func (forgetful) SetString(string, string)                             {}
func (forgetful) FloatWithFallback(_ string, fallback float64) float64 { return fallback }
func (forgetful) SetFloat(string, float64)                             {}
func (forgetful) StringList(string) []string                           { return nil }
func (forgetful) SetStringList(string, []string)                       {}

func (p prefs) language(system workshop.Lang) workshop.Lang {
	if l := workshop.Lang(p.store.String("language")); assets.Ships(l) {
		return l
	}
	return assets.Spoken(system)
}

func (p prefs) setLanguage(l workshop.Lang) { p.store.SetString("language", string(l)) }

// textScale is 1 to 2.
func (p prefs) textScale() float32 { return float32(p.store.FloatWithFallback("text", 1)) }

func (p prefs) setTextScale(scale float32) { p.store.SetFloat("text", float64(scale)) }

// variant is light, dark, or nil to follow the system.
func (p prefs) variant() *fyne.ThemeVariant {
	light, dark := theme.VariantLight, theme.VariantDark
	switch p.store.String("variant") {
	case "light":
		return &light
	case "dark":
		return &dark
	}
	return nil
}

// variantName is "light", "dark" or "" for the system's.
func (p prefs) variantName() string { return p.store.String("variant") }

func (p prefs) setVariant(name string) { p.store.SetString("variant", name) }

// window is how large the window was when it was last closed, within what a window can sensibly be, and whether it filled
// the screen. At first it is as large as a small projector.
func (p prefs) window() (size fyne.Size, full bool) {
	side := func(name string, first, least, most float64) float32 {
		return float32(max(least, min(p.store.FloatWithFallback("window."+name, first), most)))
	}
	return fyne.NewSize(side("width", 1280, 1024, 4000), side("height", 720, 600, 3000)), p.store.String("window.full") != ""
}

func (p prefs) setWindow(size fyne.Size, full bool) {
	p.store.SetFloat("window.width", float64(size.Width))
	p.store.SetFloat("window.height", float64(size.Height))
	p.store.SetString("window.full", map[bool]string{true: "full"}[full])
}

// folder is where a file dialog of that purpose was last.
func (p prefs) folder(purpose string) string { return p.store.String("folder." + purpose) }

func (p prefs) setFolder(purpose, path string) { p.store.SetString("folder."+purpose, path) }

const recentFiles = 8

func (p prefs) recent() []string { return p.store.StringList("recent") }

func (p prefs) remember(path string) {
	list := slices.DeleteFunc(p.recent(), func(other string) bool { return other == path })
	list = append([]string{path}, list...)
	p.store.SetStringList("recent", list[:min(len(list), recentFiles)])
}
