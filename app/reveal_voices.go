package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"exceed/app/kit"
)

// revealVoices is the voices' step: a page of them, for the facilitator alone until they are released.
func (ui *UI) revealVoices(r Route) fyne.CanvasObject {
	s := ui.Session()
	pages := voicePages(s, ui.words.Lang(), ui.measure)
	if len(pages) == 0 {
		why := ui.Say("reveal.voices.nobody")
		if n := s.Tally.Employees.Respondents; n < s.Setup.VoicesThreshold {
			why = ui.Say("reveal.voices.few", "threshold", s.Setup.VoicesThreshold, "n", n)
		}
		return kit.VStack(kit.S, kit.Heading(ui.Say("reveal.voices.title_none")), kit.Muted(why))
	}
	all := 0
	for _, page := range pages {
		all += page.count()
	}
	at := min(r.page(), len(pages)-1)
	release := kit.NewButton(ui.Say("reveal.voices.release"), kit.Plain, func() { ui.projector.releaseVoices(true) })
	advice := ui.Say("reveal.voices.alone")
	if ui.projector.voices {
		release = kit.NewButton(ui.Say("reveal.voices.withdraw"), kit.Plain, func() { ui.projector.releaseVoices(false) })
		advice = ui.Say("reveal.ask.voices")
	}
	group := kit.NewButton(ui.Say("reveal.voices.group"), kit.Quiet, func() { ui.Go(Route{Face: FaceVoices}) })

	list := kit.VStack(kit.M)
	for _, group := range pages[at] {
		name := group.theme
		if name == "" {
			name = ui.Say("reveal.voices.none_theme")
		}
		list.Add(kit.Strong(name))
		for _, text := range group.texts {
			list.Add(ui.voiceLine(text))
		}
	}
	place := kit.Muted(ui.Say("reveal.voices.page", "page", at+1, "pages", len(pages))).Fit()
	top := kit.VStack(kit.S, kit.Heading(ui.words.Count("reveal.voices.title", all)), kit.Body(advice),
		kit.Border(nil, nil, nil, kit.Middle(place), kit.Flow(kit.S, release, group)), kit.Rule())
	return kit.Border(top, kit.Small(ui.Say("reveal.voices.note")), nil, nil, kit.Inset(kit.M, 0, ui.keep(kit.Scroll(list))))
}

// voiceLine is one voice behind its line.
func (ui *UI) voiceLine(text string) fyne.CanvasObject {
	line := canvas.NewRectangle(ui.color(kit.ColorEmployees))
	line.SetMinSize(fyne.NewSize(3, 1))
	return kit.Border(nil, nil, line, nil, kit.Inset(0, kit.M, kit.Lead(text)))
}
