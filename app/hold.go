package app

import (
	"context"

	"fyne.io/fyne/v2"
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

// Work does on a goroutine of its own what takes a moment, under a card that says what, and then hands its error to done
// on Fyne's. Nothing else touches the room meanwhile.
func (ui *UI) Work(title, text string, work func() error, done func(error)) {
	bar := widget.NewProgressBarInfinite()
	release := ui.Hold(480, title, kit.VStack(kit.M, kit.Body(text), bar))
	ui.Worker(func(context.Context) error { return work() }, func(err error) {
		bar.Stop()
		release()
		done(err)
	})
}
