package app

import (
	"context"
	"strconv"

	"exceed/app/kit"
	"exceed/workshop"
)

// rehearse asks how many simulated people take part and where to begin, and plays the session up to there. It lives in
// memory: closing it throws it away unless a copy was saved.
func (ui *UI) rehearse() {
	people := kit.NewField(ui.Say("rehearse.people"), ui.Say("rehearse.people.hint"), "12")
	people.Max, people.Clean = 3, onlyDigits
	var names []string
	for _, state := range workshop.States() {
		names = append(names, ui.stateWords(state))
	}
	at := kit.NewChoice(names, 0, nil)
	play := func() {
		n, _ := strconv.Atoi(people.Text()) // only digits; empty is 0
		if n < 1 || n > 500 {
			people.SetProblem(ui.Say("rehearse.people.problem"))
			return
		}
		ui.closeCard()
		var room *workshop.Room
		lang, until := ui.words.Lang(), workshop.States()[at.Selected]
		ui.WorkOrCancel(ui.Say("work.playing"), func(ctx context.Context) (err error) {
			room, err = ui.Rehearse(ctx, n, lang, until)
			return err
		}, func(err error) {
			if ui.try(err) {
				ui.enter(room)
			}
		})
	}
	people.OnEnter = play
	ui.Card(640, ui.Say("command.rehearse"),
		kit.VStack(kit.M, kit.Body(ui.Say("rehearse.how")), people, kit.Strong(ui.Say("rehearse.from")), at), nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("rehearse.start"), kit.Primary, play))
}
