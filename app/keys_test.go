package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"exceed/workshop"
)

// TestEveryPlusAndMinusChangesTheTextSize sends what keyboards make of Ctrl and the two signs: with Shift, on a key of their
// own, or on the numeric keypad.
func TestEveryPlusAndMinusChangesTheTextSize(t *testing.T) {
	const shift = ctrl | fyne.KeyModifierShift
	for _, press := range []struct {
		key  fyne.KeyName
		mod  fyne.KeyModifier
		want float32
	}{
		{fyne.KeyEqual, ctrl, 1.5},
		{fyne.KeyEqual, shift, 1.5},
		{fyne.KeyPlus, ctrl, 1.5},
		{fyne.KeyPlus, shift, 1.5},
		{fyne.KeyMinus, ctrl, 1},
		{fyne.KeyMinus, shift, 1},
	} {
		deps := testDeps(t, workshop.English)
		deps.Window = newOffscreen(deps.App, fyne.NewSize(1366, 768))
		ui := New(deps)
		ui.prefs.setTextScale(1.25)
		ui.win.Canvas().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: press.key, Modifier: press.mod})
		if got := ui.prefs.textScale(); got != press.want {
			t.Errorf("%v %s: the text has size %v", press.mod, press.key, got)
		}
	}
}
