package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/suggest"
)

// sealedFace says what revealing does, and reveals. With too few answers it offers to keep collecting or to destroy
// them.
func (ui *UI) sealedFace(Route) fyne.CanvasObject {
	s := ui.Session()
	n, k := ui.room.Responses(), s.Setup.Threshold
	label := ui.words.Count("sealed.count", n)
	if s.State != workshop.Sealed {
		label = ui.Say("collect.answered")
	}
	count := kit.Card(kit.VStack(kit.S, kit.Huge(ui.words.Number(float64(n), 0)).Centred(), kit.Lead(label).Centred()))
	switch {
	case s.State != workshop.Sealed:
		on := kit.NewButton(ui.stateWords(s.State), kit.Primary, func() { ui.Visit(faceOf(s.State)) })
		return ui.faceFrame(ui.Say("sealed.title_over"), ui.Say("sealed.over"), container.NewVBox(count), nil, on)
	case ui.room.Store().NeedsResume():
		return ui.resumeFace()
	case n < k:
		return ui.tooFewFace(count, n, k)
	}

	what := kit.VStack(kit.M, kit.Heading(ui.Say("sealed.what")),
		bullet("1.", kit.Body(ui.Say("sealed.what_count"))), bullet("2.", kit.Body(ui.Say("sealed.what_destroy"))), bullet("3.", kit.Body(ui.Say("sealed.what_once"))))
	notes := ui.sealedNotes()
	if before := s.Before(); s.WillRound(n) {
		notes = kit.VStack(kit.M, notes, kit.Muted(ui.Say("sealed.rounded", "date", ui.words.Date(before.Date))))
	}

	var pass *kit.Field
	reveal := func() {
		secret := ""
		if pass != nil {
			secret = pass.Text()
		}
		ui.reveal(secret, pass)
	}
	button := kit.NewButton(ui.Say("sealed.reveal"), kit.Primary, reveal)
	right := kit.VStack(kit.M, what)
	if ui.room.Store().Protected() {
		pass = kit.NewSecret(ui.Say("sealed.passphrase"), ui.Say("sealed.passphrase_hint"))
		pass.OnEnter = reveal
		right.Add(pass)
		ui.stop(firstStop, pass.Focusable())
	}
	body := kit.Columns(kit.L, []float32{1, 1.4}, container.NewVBox(count, kit.Inset(kit.M, 0, notes)), container.NewVBox(kit.Card(right)))
	return ui.faceFrame(ui.Say("sealed.title"), ui.Say("sealed.how"), body, nil, button)
}

// sealedNotes says what the reveal would lack, each with the way there.
func (ui *UI) sealedNotes() fyne.CanvasObject {
	missing := ui.Session().MissingForReveal()
	if len(missing) == 0 {
		return done(ui.Say("collect.all_there"))
	}
	list := kit.VStack(kit.S, kit.Strong(ui.Say("sealed.missing")))
	for _, key := range missing {
		list.Add(ui.wayTo(key))
	}
	list.Add(kit.Muted(ui.Say("sealed.missing_note")))
	return list
}

// reveal opens the box, which takes a moment where a passphrase guards it. A wrong one is said at its field.
func (ui *UI) reveal(passphrase string, field *kit.Field) {
	ui.Work(ui.Say("sealed.working"), ui.Say("sealed.working_text"), func() error {
		return ui.room.Reveal(passphrase, func(s *workshop.Session) { _ = suggest.Fill(context.Background(), s) })
	}, func(err error) {
		if field != nil && !workshop.Kept(err) {
			field.SetText("")
			field.SetProblem(ui.words.Explain(err))
			ui.win.Canvas().Focus(field.Focusable())
			return
		}
		if !ui.try(err) && !workshop.Kept(err) {
			return
		}
		ui.pace.enter(workshop.Reveal)
		ui.Go(Route{Face: FaceReveal})
		if n := ui.Session().Unread; n > 0 {
			ui.Problem(ui.words.Count("check.unread", n))
		}
	})
}

// tooFewFace is the sealed face below the threshold.
func (ui *UI) tooFewFace(count fyne.CanvasObject, n, k int) fyne.CanvasObject {
	keep := kit.NewButton(ui.Say("sealed.keep"), kit.Primary, func() { ui.MoveTo(workshop.Collect) })
	destroy := kit.NewButton(ui.Say("sealed.destroy"), kit.Danger, func() {
		ui.Ask(ui.Say("sealed.destroy_title"), ui.words.Count("sealed.destroy_text", n), ui.Say("sealed.destroy"), true, ui.discard)
	})
	body := kit.VStack(kit.M, count, kit.Card(kit.VStack(kit.M, kit.Heading(ui.words.Count("sealed.too_few", k-n, "k", k)), kit.Body(ui.Say("sealed.too_few_text")))))
	return ui.faceFrame(ui.Say("sealed.title"), ui.Say("sealed.how_few"), body, destroy, keep)
}
