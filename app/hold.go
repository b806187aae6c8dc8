package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
)

// Hold shows a card that only its buttons close, and lets no command run until release.
func (ui *UI) Hold(width float32, title string, content fyne.CanvasObject, buttons ...*kit.Button) (release func()) {
	ui.closeCard()
	ui.held = true
	card := kit.ShowModal(ui.win, ui.cardWidth(width), title, content, nil, buttons...)
	return func() {
		ui.held = false
		card.Close()
	}
}

// Work does on a goroutine of its own what takes a moment and cannot be stopped halfway, under a card that says what, and
// then hands its error to done on Fyne's. Nothing else touches the room meanwhile.
func (ui *UI) Work(title, text string, work func() error, done func(error)) {
	bar, stop := ui.working()
	release := ui.Hold(480, title, kit.VStack(kit.M, kit.Body(text), bar))
	ui.Worker(func(context.Context) error { return work() }, func(err error) {
		stop()
		release()
		done(err)
	})
}

// patience is how long work goes on before a card says so: one that only flashes up disturbs.
const patience = 400 * time.Millisecond

// WorkOrCancel does likewise what changes nothing in the session, under a card with a way to cancel. Once that is pressed
// the window is free again, the work's context is over, and done is never called.
func (ui *UI) WorkOrCancel(title string, work func(context.Context) error, done func(error)) {
	ui.closeCard()
	ui.held = true
	over, release := false, func() { ui.held = false }
	finish := func() {
		over = true
		release()
	}
	stop := ui.Worker(work, func(err error) {
		if !over {
			finish()
			done(err)
		}
	})
	if over {
		return
	}
	hide := ui.Timer(patience, func() {
		if over {
			return
		}
		bar, still := ui.working()
		leave := ui.Hold(480, title, kit.VStack(kit.M, kit.Body(ui.Say("work.cancel_text")), bar),
			kit.NewButton(ui.Say("button.cancel"), kit.Plain, func() {
				stop()
				finish()
			}))
		release = func() {
			still()
			leave()
		}
	})
	quick := release
	release = func() {
		hide()
		quick()
	}
}

// working shows that something goes on, by motion where the system wants any.
func (ui *UI) working() (bar fyne.CanvasObject, stop func()) {
	if !ui.App.Settings().ShowAnimations() {
		return container.NewStack(), func() {}
	}
	moving := widget.NewProgressBarInfinite()
	return moving, moving.Stop
}
