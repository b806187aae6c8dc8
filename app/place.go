package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
)

// place is where the person is on a face: how far it is scrolled, and the controls that can have the focus again after
// the face was built anew.
type place struct {
	route  Route
	scroll *container.Scroll
	stops  map[string]fyne.Focusable
}

// firstStop is the control in which typing goes on at once when its face is shown, where there is one.
const firstStop = "first"

// keep makes a scroll the one whose position survives refill. A face calls it while it is built, before stop.
func (ui *UI) keep(scroll *container.Scroll) *container.Scroll {
	ui.place = place{route: ui.route, scroll: scroll, stops: map[string]fyne.Focusable{}}
	return scroll
}

// stop names a control of the face, for refill.
func (ui *UI) stop(name string, control fyne.Focusable) {
	if ui.place.stops == nil {
		ui.place.stops = map[string]fyne.Focusable{}
	}
	ui.place.stops[name] = control
}

// refill builds the present face anew, as far scrolled as it was, with the focus on the control of that name, if any.
func (ui *UI) refill(focus string) {
	before := ui.place
	ui.place = place{}
	ui.Reload()
	if before.scroll != nil && before.route == ui.route && ui.place.scroll != nil {
		ui.place.scroll.ScrollToOffset(before.scroll.Offset)
	}
	ui.focusOn(focus)
}

// focusOn gives the focus to the control of that name, if the face has one.
func (ui *UI) focusOn(name string) {
	if control := ui.place.stops[name]; control != nil {
		ui.win.Canvas().Focus(control)
		if o, ok := control.(fyne.CanvasObject); ok {
			kit.IntoSightOn(ui.win.Canvas(), o)
		}
	}
}

// scrollFace scrolls what the face kept most of a page down (1) or up (−1), and says whether there was more to see.
func (ui *UI) scrollFace(by float32) bool {
	return ui.place.scroll != nil && kit.ScrollBy(ui.place.scroll, by)
}
