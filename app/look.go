package app

import (
	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// applyLook puts text size and light or dark into force.
func (ui *UI) applyLook() {
	look := kit.NewLook(assets.FontRegular(), assets.FontSemiBold(), ui.prefs.textScale(), ui.prefs.variant())
	ui.App.Settings().SetTheme(look)
}

// textScales are the sizes that "larger" and "smaller" step through.
func textScales() []float32 { return []float32{1, 1.25, 1.5, 1.75, 2} }

// scaleText steps the text size up (1) or down (−1).
func (ui *UI) scaleText(by int) {
	scales := textScales()
	at := 0
	for i, s := range scales {
		if s <= ui.prefs.textScale() {
			at = i
		}
	}
	ui.prefs.setTextScale(scales[max(0, min(at+by, len(scales)-1))])
	ui.applyLook()
	ui.rebuild()
}

// nextVariant goes round system, light, dark.
func (ui *UI) nextVariant() {
	next := map[string]string{"": "light", "light": "dark", "dark": ""}
	ui.prefs.setVariant(next[ui.prefs.variantName()])
	ui.applyLook()
	ui.rebuild()
}

// SetLanguage changes the window's language at once.
func (ui *UI) SetLanguage(l workshop.Lang) {
	ui.prefs.setLanguage(l)
	ui.words = assets.WordsFor(l)
	ui.rebuild()
}

// rebuild makes the whole window anew: frame, menu and face. The focus stays where it is. While the kiosk covers them it waits for its end.
func (ui *UI) rebuild() {
	if ui.kiosk != nil {
		return
	}
	at := ui.stands()
	ui.shell = newShell(ui)
	ui.win.SetContent(ui.shell.root)
	ui.win.SetMainMenu(ui.menu())
	ui.refillAt("", at)
}
