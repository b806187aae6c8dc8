package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
)

// resumeFace asks for the resume code after a restart. A lost code leaves nothing but to destroy the answers, which
// nobody can read any more.
func (ui *UI) resumeFace() fyne.CanvasObject {
	field := kit.NewField(ui.Say("collect.resume_code"), ui.Say("collect.resume_hint"), "")
	try := func() {
		if err := ui.room.Store().Resume(field.Text()); err != nil {
			ui.Log.Error("resuming", "error", err)
			field.SetProblem(ui.Say("collect.resume_wrong"))
			ui.win.Canvas().Focus(field.Focusable())
			return
		}
		ui.refill(firstStop)
	}
	field.OnEnter = try
	ui.stop(firstStop, field.Focusable())
	body := kit.LeftColumn(560, container.NewVBox(kit.Card(kit.VStack(kit.M, kit.Lead(ui.Say("collect.resume_text")), field,
		container.NewHBox(kit.NewButton(ui.Say("collect.resume"), kit.Primary, try))))))
	var lost fyne.CanvasObject
	if !ui.collects() {
		lost = kit.NewButton(ui.Say("collect.resume_lost"), kit.Danger, ui.loseResponses)
	}
	return ui.faceFrame(ui.Say("collect.resume_title"), ui.Say("collect.resume_how", "n", ui.room.Responses()), body, lost, nil)
}

// loseResponses asks before it destroys answers whose resume code is lost.
func (ui *UI) loseResponses() {
	ui.Ask(ui.Say("sealed.destroy_title"), ui.words.Count("collect.resume_lost_text", ui.room.Responses()), ui.Say("sealed.destroy"), true, ui.discard)
}

// discard destroys the answers and goes back to Prepare.
func (ui *UI) discard() {
	if err := ui.room.Discard(); ui.try(err) || workshop.Kept(err) {
		ui.pace.enter(workshop.Prepare)
		ui.Go(Route{Face: FacePrepare})
	}
}
