package app

import (
	"strings"
	"unicode/utf8"

	"exceed/app/kit"
	"exceed/workshop"
)

// minPassphrase is the least length of a passphrase, in characters.
const minPassphrase = 8

// startCollecting leads from Prepare to Collect: a passphrase for the box, then the resume code to write down. Where a
// box exists already, as after a way back to Prepare, it only goes on.
func (ui *UI) startCollecting() {
	s, store := ui.Session(), ui.room.Store()
	if missing := s.Missing(); missing != nil {
		var names []string
		for _, key := range missing {
			names = append(names, ui.Say("ready."+key))
		}
		ui.Problem(ui.Say("begin.missing", "what", strings.Join(names, " · ")))
		return
	}
	if store.Protected() || ui.room.Responses() > 0 {
		ui.begin("")
		return
	}
	ui.askPassphrase()
}

// askPassphrase asks twice for a new passphrase. A rehearsal may do without.
func (ui *UI) askPassphrase() {
	first := kit.NewSecret(ui.Say("begin.passphrase"), ui.Say("begin.hint", "n", minPassphrase))
	second := kit.NewSecret(ui.Say("begin.again"), "")
	content := kit.VStack(kit.M, kit.Lead(ui.Say("begin.lead")), kit.Body(ui.Say("begin.text")), first, second)
	if ui.Session().Rehearsal {
		content.Add(kit.Muted(ui.Say("begin.rehearsal")))
	}
	try := func() {
		pass := first.Text()
		switch {
		case pass == "" && second.Text() == "" && ui.Session().Rehearsal:
		case utf8.RuneCountInString(pass) < minPassphrase:
			first.SetProblem(ui.Say("begin.short", "n", minPassphrase))
			ui.win.Canvas().Focus(first.Focusable())
			return
		case pass != second.Text():
			second.SetProblem(ui.Say("begin.differs"))
			ui.win.Canvas().Focus(second.Focusable())
			return
		}
		ui.closeCard()
		ui.begin(pass)
	}
	first.OnEnter = func() { ui.win.Canvas().Focus(second.Focusable()) }
	second.OnEnter = try
	ui.Card(620, ui.Say("begin.title"), content, nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard),
		kit.NewButton(ui.Say("ready.start"), kit.Primary, try))
}

// begin makes the box and shows the resume code where there is one.
func (ui *UI) begin(passphrase string) {
	var resume string
	ui.Work(ui.Say("begin.working"), ui.Say("begin.working_text"), func() (err error) {
		resume, err = ui.room.Begin(passphrase)
		return err
	}, func(err error) {
		if !ui.try(err) {
			return
		}
		ui.pace.enter(workshop.Collect)
		ui.Go(Route{Face: FaceCollect})
		if resume != "" {
			ui.showResumeCode(resume)
		}
	})
}

// showResumeCode shows the code once, until the facilitator says that it is written down. Nothing has the focus at first,
// so that an Enter too many does not close it unread.
func (ui *UI) showResumeCode(code string) {
	var release func()
	release = ui.Hold(720, ui.Say("begin.code_title"), kit.VStack(kit.M,
		kit.Body(ui.Say("begin.code_text")), kit.Tint(kit.Title(inTwoLines(code)).Centred()), kit.Muted(ui.Say("begin.code_note"))),
		kit.NewButton(ui.Say("begin.code_written"), kit.Primary, func() { release() }))
	ui.win.Canvas().Unfocus()
}

// inTwoLines breaks a code of several groups after the middle one, where it may be broken.
func inTwoLines(code string) string {
	groups := strings.SplitAfter(code, "-")
	if len(groups) <= 4 {
		return code
	}
	half := (len(groups) + 1) / 2
	return strings.Join(groups[:half], "") + "\n" + strings.Join(groups[half:], "")
}
