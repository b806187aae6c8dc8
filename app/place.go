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

// refill builds the present face anew, as far scrolled as it was, with the focus on the control of that name, or else where
// it was.
func (ui *UI) refill(focus string) { ui.refillAt(focus, ui.stands()) }

func (ui *UI) refillAt(focus string, at standing) {
	before := ui.place
	ui.place = place{}
	ui.Reload()
	asFar := func() {
		if before.scroll != nil && before.route == ui.route && ui.place.scroll != nil {
			ui.place.scroll.ScrollToOffset(before.scroll.Offset)
		}
	}
	asFar()
	if ui.place.stops[focus] != nil {
		ui.focusOn(focus)
		return
	}
	if ui.standAt(at) {
		asFar() // where it was in sight it is so again, whatever text has found its height by now
	}
}

// standing is where the focus is in the window: on which part of its frame, and there on a control that has a name or a
// spot.
type standing struct {
	face Face // "" for nowhere
	part int
	stop string
	spot kit.Spot
	lost bool // what has the focus is no longer shown
}

// stands says where the focus is. The card over a face has its own.
func (ui *UI) stands() standing {
	focused := ui.win.Canvas().Focused()
	if focused == nil || ui.hasCard() {
		return standing{}
	}
	at := standing{face: ui.route.Face, lost: true}
	for i, part := range ui.shell.parts() {
		if spot, found := kit.SpotOf(part, focused); found {
			at.part, at.spot, at.lost = i, spot, false
		}
	}
	for name, control := range ui.place.stops {
		if control == focused && (at.stop == "" || at.stop == firstStop) {
			at.stop = name
		}
	}
	return at
}

// standAt gives the focus back to where it was: to the same control, else to one near it; on another face to the first. It
// says whether it is the same.
func (ui *UI) standAt(at standing) (same bool) {
	switch {
	case at.face == "":
		return false
	case at.lost, at.face != ui.route.Face && at.part == 0:
		ui.win.Canvas().Unfocus()
		ui.focusOn(firstStop)
		return false
	}
	ui.focusOn(at.stop)
	if control := ui.place.stops[at.stop]; control != nil && ui.win.Canvas().Focused() == control {
		return true
	}
	control, same := at.spot.In(ui.shell.parts()[at.part])
	ui.focus(control)
	return same
}

// focusOn gives the focus to the control of that name, if the face has one.
func (ui *UI) focusOn(name string) { ui.focus(ui.place.stops[name]) }

// focus gives the focus to a control, if there is one, and brings it into sight.
func (ui *UI) focus(control fyne.Focusable) {
	if control == nil {
		return
	}
	ui.win.Canvas().Focus(control)
	if o, ok := control.(fyne.CanvasObject); ok {
		kit.IntoSightOn(ui.win.Canvas(), o)
	}
}

// stay fills a part of a card anew and leaves the focus where it was in it, else on the first control of the card.
func (ui *UI) stay(part fyne.CanvasObject, fill func()) {
	canvas := ui.win.Canvas()
	spot, here := kit.SpotOf(part, canvas.Focused())
	fill()
	if !here {
		return
	}
	if control, _ := spot.In(part); control != nil {
		ui.focus(control)
		return
	}
	canvas.Unfocus()
	canvas.FocusNext()
}

// scrollFace scrolls what the face kept most of a page down (1) or up (−1), and says whether there was more to see.
func (ui *UI) scrollFace(by float32) bool {
	return ui.place.scroll != nil && kit.ScrollBy(ui.place.scroll, by)
}
