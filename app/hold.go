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

// WorkOrCancel does likewise what can be stopped. Once it takes long, a card says so, with a way to cancel: the work's
// context is over then, and done gets that as the error, of which try says nothing. What was through by then has happened.
func (ui *UI) WorkOrCancel(title string, work func(context.Context) error, done func(error)) {
	ui.closeCard()
	ui.held = true
	over, release := false, kit.Shield(ui.win)
	stop := ui.Worker(work, func(err error) {
		over = true
		release()
		ui.held = false
		done(err)
	})
	if over {
		return
	}
	hide := ui.Timer(patience, func() {
		if over {
			return
		}
		release()
		bar, still := ui.working()
		text := kit.Body(ui.Say("work.cancel_text"))
		var cancel *kit.Button
		cancel = kit.NewButton(ui.Say("button.cancel"), kit.Plain, func() {
			cancel.Disable()
			text.SetText(ui.Say("work.stopping"))
			stop()
		})
		leave := ui.Hold(480, title, kit.VStack(kit.M, text, bar), cancel)
		release = func() {
			still()
			leave()
		}
	})
	shield := release
	release = func() {
		hide()
		shield()
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
