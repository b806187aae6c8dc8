package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"exceed/app/kit"
	"exceed/workshop"
)

// TestAFoldedOutListIsClosedByTabAndClick closes it in each way that closes a list elsewhere, and goes on from the pick.
func TestAFoldedOutListIsClosedByTabAndClick(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Planning)
	ui.win.Resize(fyne.NewSize(1366, 768))
	c := ui.win.Canvas()
	ui.editPromise(workshop.Promise{Theme: ui.Session().Themes[0].Key, Side: workshop.EmployeeSide})
	settle(c.(software.WindowlessCanvas))
	card, pick := c.Overlays().Top(), every[*kit.Pick](c)[0]
	list := func() fyne.Focusable {
		t.Helper()
		c.Focus(pick.Focusable())
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if c.Overlays().Top() == card || c.Focused() == pick.Focusable() {
			t.Fatal("Space does not fold the list out")
		}
		return c.Focused()
	}
	if tabs, ok := list().(fyne.Tabbable); !ok || !tabs.AcceptsTab() {
		t.Fatal("Tab stays in the list")
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	what := fieldNamed(t, c, ui.Say("promise.what")).Focusable()
	if c.Overlays().Top() != card || c.Focused() != what {
		t.Errorf("Tab leads to %T", c.Focused())
	}
	list().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if c.Overlays().Top() != card || c.Focused() == pick.Focusable() || c.Focused() == what {
		t.Errorf("Shift+Tab leads to %T", c.Focused())
	}
	list()
	test.TapCanvas(c, fyne.NewPos(5, 5))
	if c.Overlays().Top() != card || c.Focused() != pick.Focusable() {
		t.Errorf("a click elsewhere leads to %T", c.Focused())
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn} {
		if c.Overlays().Top() == card {
			list()
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if pick.Selected() != 1 || c.Focused() != pick.Focusable() {
		t.Errorf("the keys chose %d, and the focus is on %T", pick.Selected(), c.Focused())
	}
}
