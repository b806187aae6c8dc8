package app

import (
	"time"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

// Problem shows a message that stays until it is closed.
func (ui *UI) Problem(text string) { ui.shell.notice(text, true, nil, "") }

// Notice shows a message that goes away by itself.
func (ui *UI) Notice(text string) { ui.shell.notice(text, false, nil, "") }

// Offer shows a message with one thing to do about it.
func (ui *UI) Offer(text, label string, do func()) { ui.shell.notice(text, false, do, label) }

// OfferUndo shows a message about the last change with the way back from it, until something else is changed.
func (ui *UI) OfferUndo(text string) {
	ui.Offer(text, ui.Say("command.undo"), ui.undo)
	ui.shell.undoes = true
}

// noticeTime is how long a notice stays.
const noticeTime = 6 * time.Second

// Ask shows a card with a question; yes is what the button on the right does. Only what cannot be undone is asked.
func (ui *UI) Ask(title, text, yesLabel string, danger bool, yes func()) {
	weight := kit.Primary
	if danger {
		weight = kit.Danger
	}
	ui.Card(560, title, kit.Body(text), nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard),
		kit.NewButton(yesLabel, weight, func() {
			ui.closeCard()
			yes()
		}))
}

// Card shows content in a card over the face; Esc closes it.
func (ui *UI) Card(width float32, title string, content fyne.CanvasObject, closed func(), buttons ...*kit.Button) {
	ui.closeCard()
	ui.modal = kit.ShowModal(ui.win, ui.cardWidth(width), title, content, closed, buttons...)
}

// cardWidth is a card's width for text of the present size.
func (ui *UI) cardWidth(width float32) float32 { return width * (1 + 0.6*(ui.prefs.textScale()-1)) }

// hasCard says whether a card is open.
func (ui *UI) hasCard() bool { return ui.modal != nil && ui.modal.Open() }

// closeCard closes the card that is open, if any, and says whether one was.
func (ui *UI) closeCard() { ui.closedCard() }

func (ui *UI) closedCard() bool {
	if !ui.hasCard() {
		return false
	}
	card := ui.modal
	ui.modal, ui.beneath = ui.beneath, nil
	card.Close()
	return true
}

// over has show open a card over the one that is open, if any: that is there again, as it was, once the new one is closed.
// One card that lies over another gives way to the next.
func (ui *UI) over(show func()) {
	if ui.beneath != nil {
		ui.closeCard()
	}
	beneath := ui.modal
	ui.modal = nil
	show()
	if beneath != nil && beneath.Open() {
		ui.beneath = beneath
	}
}

// pressMain presses the button that leads on from the card in front, else from the face.
func (ui *UI) pressMain() {
	canvas, in := ui.win.Canvas(), fyne.CanvasObject(ui.shell.face)
	if ui.hasCard() {
		if !ui.modal.Top() { // a list is folded out
			return
		}
		in = canvas.Overlays().Top()
	}
	if b := kit.PrimaryIn(in); b != nil {
		canvas.Focus(b) // what was typed is kept, which may build the face anew
	}
	if b := kit.PrimaryIn(in); b != nil {
		b.Tapped(nil)
	}
}

// hidPopUp hides what lies over the face and its card, such as a list that is folded out, and says whether something did.
func (ui *UI) hidPopUp() bool {
	top := ui.win.Canvas().Overlays().Top()
	if top == nil || ui.modal != nil && ui.modal.Top() {
		return false
	}
	top.Hide()
	return true
}
