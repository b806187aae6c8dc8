package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// This file is the facilitator's side of polls: opening one, its live count, counting and dropping it.

// pollHead is the head of a face with the way to open a poll of a kind, where it may be opened.
func (ui *UI) pollHead(kind workshop.PollKind, head fyne.CanvasObject) fyne.CanvasObject {
	s := ui.Session()
	if !s.MayPoll(kind) {
		return head
	}
	right := kit.NewButton(ui.Say("poll.start."+string(kind)), kit.Plain, func() { ui.askPoll(kind) })
	if kind == workshop.DotsPoll && s.Priorities.Private {
		right = kit.NewButton(ui.Say("poll.dots.aloud"), kit.Plain, ui.dotsAloud)
	}
	return kit.Border(nil, nil, nil, kit.Middle(right), head)
}

// dotsArePrivate says whether dots come, or are to come, from the kiosk: then nobody changes them by hand.
func (ui *UI) dotsArePrivate() bool {
	p, open := ui.Session().OpenedPoll()
	return ui.Session().Priorities.Private || open && p.Kind == workshop.DotsPoll
}

// ballots is how many people have answered the open poll; 0 where its box is lost.
func (ui *UI) ballots() int {
	box, err := ui.room.Poll()
	if err != nil {
		return 0
	}
	return box.Responses()
}

// addPoll begins a face's list with the open poll of a kind: how many have answered, and what can be done.
func (ui *UI) addPoll(kind workshop.PollKind, list *fyne.Container) {
	if p, open := ui.Session().OpenedPoll(); open && p.Kind == kind {
		list.Add(ui.pollCard(p))
	}
}

func (ui *UI) pollCard(p workshop.Poll) fyne.CanvasObject {
	box, err := ui.room.Poll()
	text := kit.VStack(kit.XS, kit.Strong(ui.Say("poll.open."+string(p.Kind))))
	tools := kit.HStack(kit.S, kit.NewButton(ui.Say("poll.drop"), kit.Quiet, ui.dropPoll))
	switch {
	case err != nil:
		text.Add(kit.Body(ui.Say("poll.lost")))
	case box.NeedsResume():
		text.Add(kit.Body(ui.Say("poll.resume_text")))
		tools.Add(kit.NewButton(ui.Say("poll.resume"), kit.Plain, ui.resumePoll))
	default:
		n, k := box.Responses(), ui.Session().Setup.Threshold
		note := ui.Say("poll.enough")
		if n < k {
			note = ui.words.Count("poll.more", k-n)
		}
		text.Add(kit.Body(ui.Say("poll.of", "count", ui.countText(n)) + " · " + note))
		text.Add(ui.progress(n, ui.Session().Setup.Expected, 6))
		count := kit.NewButton(ui.Say("poll.count"), kit.Plain, ui.countPoll)
		if n < k {
			count.Disable()
		}
		tools.Add(count)
		tools.Add(kit.NewButton(ui.Say("collect.hand_over"), kit.Plain, ui.openPoll))
	}
	return kit.CardPadded(kit.M, kit.VStack(kit.S, text, kit.Border(nil, nil, nil, tools)))
}

// askPoll says what a poll does, asks for the passphrase where there is one, and opens it.
func (ui *UI) askPoll(kind workshop.PollKind) {
	s := ui.Session()
	if s.Setup.ExitCode == "" { // made from data gathered elsewhere
		ui.Go(Route{Face: FacePrepare})
		ui.Problem(ui.Say("begin.missing", "what", ui.Say("ready.exit_code")))
		return
	}
	n := workshop.DotsToSpread
	if kind == workshop.PulsePoll {
		n = len(s.Asks(kind))
	}
	text := ui.words.Count("poll.about."+string(kind), n, "k", s.Setup.Threshold)
	if kind == workshop.PulsePoll && n == workshop.MaxAsked {
		text += " " + ui.words.Count("poll.most", n)
	}
	ui.askSecret(ui.Say("poll.ask."+string(kind)), text, ui.Say("poll.go"),
		func(secret string, retry func(error)) {
			id, err := ui.newID()
			if !ui.try(err) {
				return
			}
			var resume string
			ui.Work(ui.Say("begin.working"), ui.Say("begin.working_text"), func() (err error) {
				resume, err = ui.room.OpenPoll(id, kind, workshop.DateOf(ui.Clock()), secret)
				return err
			}, func(err error) {
				if !workshop.Kept(err) {
					retry(err)
					return
				}
				ui.try(err)
				ui.Reload()
				if resume != "" {
					ui.showResumeCode(resume)
				}
			})
		})
}

// countPoll asks before it counts, for the passphrase too where there is one.
func (ui *UI) countPoll() {
	ui.askSecret(ui.Say("poll.count_title"), ui.words.Count("poll.count_text", ui.ballots()), ui.Say("poll.count"),
		func(secret string, retry func(error)) {
			ui.Work(ui.Say("poll.counting"), ui.Say("sealed.working_text"), func() error { return ui.room.CountPoll(secret) }, func(err error) {
				if !workshop.Kept(err) {
					retry(err)
					return
				}
				if ui.try(err) {
					ui.Notice(ui.Say("poll.counted"))
				}
				ui.Reload()
			})
		})
}

// askSecret shows a card that asks for the passphrase where the session has one, and hands it to do. retry shows the card
// again with what went wrong.
func (ui *UI) askSecret(title, text, goOn string, do func(secret string, retry func(error))) {
	var show func(problem string)
	show = func(problem string) {
		content := kit.VStack(kit.M, kit.Body(text))
		var pass *kit.Field
		if ui.room.Store().Protected() {
			pass = kit.NewSecret(ui.Say("sealed.passphrase"), ui.Say("sealed.passphrase_hint"))
			content.Add(pass)
		} else if problem != "" {
			content.Add(kit.Problem(problem))
		}
		try := func() {
			secret := ""
			if pass != nil {
				secret = pass.Text()
			}
			ui.closeCard()
			do(secret, func(err error) {
				ui.Log.Error("a poll", "error", err)
				show(ui.words.Explain(err))
			})
		}
		ui.Card(620, title, content, nil,
			kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(goOn, kit.Primary, try))
		if pass != nil {
			pass.OnEnter = try
			pass.SetProblem(problem)
			ui.win.Canvas().Focus(pass.Focusable())
		}
	}
	show("")
}

// dropPoll asks before it destroys the answers uncounted.
func (ui *UI) dropPoll() {
	ui.Ask(ui.Say("poll.drop_title"), ui.words.Count("poll.drop_text", ui.ballots()), ui.Say("poll.drop"), true, func() {
		if err := ui.room.DropPoll(); ui.try(err) || workshop.Kept(err) {
			ui.Reload()
		}
	})
}

// resumePoll asks for the resume code after a restart.
func (ui *UI) resumePoll() {
	box, err := ui.room.Poll()
	if !ui.try(err) {
		return
	}
	field := kit.NewField(ui.Say("collect.resume_code"), ui.Say("collect.resume_hint"), "")
	try := func() {
		if err := box.Resume(field.Text()); err != nil {
			ui.Log.Error("resuming a poll", "error", err)
			field.SetProblem(ui.Say("collect.resume_wrong"))
			ui.win.Canvas().Focus(field.Focusable())
			return
		}
		ui.closeCard()
		ui.Reload()
	}
	field.OnEnter = try
	ui.Card(620, ui.Say("poll.resume"), kit.VStack(kit.M, kit.Body(ui.Say("poll.resume_text")), field), nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("collect.resume"), kit.Primary, try))
	ui.win.Canvas().Focus(field.Focusable())
}

// dotsAloud puts private dots aside for dots that are counted aloud; what the poll found stays in the results.
func (ui *UI) dotsAloud() {
	ui.changePriorities("dots_aloud", "", func(p *workshop.Priorities) error {
		p.Private, p.Dots = false, nil
		return nil
	})
}

// pulseLines says what the team has seen of a promise, latest first; nil where it was never asked.
func (ui *UI) pulseLines(id int) fyne.CanvasObject {
	lines := kit.VStack(kit.XS)
	eye := kit.NewIcon(theme.VisibilityIcon(), 20*ui.prefs.textScale(), theme.ColorNamePrimary)
	for _, p := range ui.Session().Pulses() {
		c, asked := p.OfPromise(id)
		if !asked {
			continue
		}
		date := ui.words.Date(p.Opened)
		text := ui.Say("poll.few", "date", date, "k", ui.Session().Setup.Threshold)
		if !c.Suppressed {
			text = ui.words.Count("poll.result", c.N(), "date", date, "seen", c.Seen, "partly", c.Partly, "not_yet", c.NotYet)
		}
		if len(lines.Objects) == 0 {
			lines.Add(kit.Row(eye, kit.XS, kit.Body(text), nil))
		} else {
			lines.Add(kit.Row(kit.Least(eye.MinSize().Width, 0, container.NewWithoutLayout()), kit.XS, kit.Small(text), nil))
		}
	}
	if len(lines.Objects) == 0 {
		return nil
	}
	return kit.Inset(kit.XS, 0, lines)
}
