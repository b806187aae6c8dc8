package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"exceed/workshop"
)

// TestTheWindowComesBackAsItWas closes windows of several sizes and starts anew.
func TestTheWindowComesBackAsItWas(t *testing.T) {
	deps := testDeps(t, workshop.English)
	start := func(want fyne.Size, full bool) *UI {
		t.Helper()
		ui := New(deps)
		if got := ui.size; got != want || ui.win.FullScreen() != full {
			t.Errorf("the window begins with %v, filling the screen: %v", got, ui.win.FullScreen())
		}
		if got := ui.win.Canvas().Size(); !full && got != want {
			t.Errorf("the window has %v", got)
		}
		return ui
	}
	ui := start(fyne.NewSize(1280, 720), false)
	ui.win.Resize(fyne.NewSize(1500, 900))
	ui.quit()
	ui = start(fyne.NewSize(1500, 900), false)
	ui.runNamed("fullscreen")
	ui.win.Resize(fyne.NewSize(1920, 1080)) // as the driver does
	ui.quit()
	ui = start(fyne.NewSize(1500, 900), true)
	ui.escape()
	ui.win.Resize(fyne.NewSize(5000, 5000))
	ui.quit()
	ui = start(fyne.NewSize(4000, 3000), false)
	ui.prefs.setWindow(fyne.NewSize(3, 0), false)
	ui = start(fyne.NewSize(1024, 600), false)

	ui.enter(rehearsed(t, workshop.English, 12, workshop.Collect))
	ui.openKiosk()
	ui.win.Resize(fyne.NewSize(1920, 1080))
	ui.quit()
	start(fyne.NewSize(1024, 600), false)

	ui.kiosk.leave()
	if got := ui.win.Canvas().Size(); got != fyne.NewSize(1024, 600) || ui.win.FullScreen() {
		t.Errorf("after the kiosk the window has %v, filling the screen: %v", got, ui.win.FullScreen())
	}
}
