package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

// form is a card that is written into and keeps nothing until it is agreed to.
type form struct {
	card    closer
	content fyne.CanvasObject
	before  []string // what stood in its fields
}

// Form shows a card to write into; see Card. Esc does not throw away what was typed without a question.
func (ui *UI) Form(width float32, title string, content fyne.CanvasObject, buttons ...*kit.Button) {
	ui.Card(width, title, content, nil, buttons...)
	ui.form = form{ui.modal, content, kit.Texts(content)}
}

// escapedCard closes the card in front, if any, and says whether there was one. Where that would lose what was typed, it asks.
func (ui *UI) escapedCard() bool {
	if ui.hasCard() && ui.form.card == ui.modal && !slices.Equal(kit.Texts(ui.form.content), ui.form.before) {
		ui.over(func() {
			ui.Ask(ui.Say("form.lose.title"), ui.Say("form.lose.text"), ui.Say("form.lose.yes"), true, ui.closeCard)
		})
		return true
	}
	return ui.closedCard()
}
