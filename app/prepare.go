package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// prepareParts are the pages of the prepare face.
func prepareParts() []string { return []string{"setup", "themes", "agenda"} }

// prepareFace is where the coach says who meets, what is asked and how the time is spent.
func (ui *UI) prepareFace(r Route) fyne.CanvasObject {
	parts := prepareParts()
	at := max(slices.Index(parts, r.Part), 0)
	var names []string
	for _, p := range parts {
		names = append(names, ui.Say("prepare.part."+p))
	}
	tabs := kit.NewChoice(names, at, func(i int) {
		ui.Go(Route{Face: FacePrepare, Part: parts[i]})
		ui.focusChoice()
	})
	tabs.Row = true
	page := container.NewStack()
	scroll := ui.keep(kit.Scroll(page)) // before the controls name themselves as stops
	var body fyne.CanvasObject
	switch parts[at] {
	case "themes":
		body = ui.themesPart()
	case "agenda":
		body = ui.agendaPart()
	default:
		body = ui.setupPart()
	}
	head := kit.VStack(kit.XS, kit.Title(ui.Say("prepare.title")), kit.Muted(ui.Say("prepare.why")))
	if ui.largeText() {
		head = kit.VStack(kit.S, head, kit.HStack(0, tabs))
	} else {
		head = kit.Border(nil, nil, nil, container.NewVBox(tabs), head)
	}
	page.Add(body)
	return kit.Border(head, nil, nil, nil,
		kit.Inset(kit.M, 0, kit.Columns(kit.L, []float32{2.2, 1}, kit.Flush(scroll), ui.readiness())))
}

// readiness is the list of what collecting still needs, kept so that the form can refresh it.
func (ui *UI) readiness() fyne.CanvasObject {
	ui.ready = container.NewStack(ui.readinessColumn())
	return ui.ready
}

// readinessColumn is the list with the button below that starts to collect, which never scrolls away.
func (ui *UI) readinessColumn() fyne.CanvasObject {
	s := ui.Session()
	missing := s.Missing()
	list := kit.VStack(kit.S, kit.Heading(ui.Say("ready.title")))
	if s.State != workshop.Prepare {
		list.Add(kit.Muted(ui.Say("ready.over", "state", ui.stateWords(s.State))))
		return kit.Flush(kit.Scroll(container.NewVBox(kit.Card(list))))
	}
	if len(missing) == 0 {
		list.Add(kit.Body(ui.Say("ready.all")))
	}
	for _, key := range missing {
		list.Add(bullet("○", kit.Body(ui.Say("ready."+key))))
	}
	for _, key := range s.MissingForReveal() {
		list.Add(bullet("◌", kit.Muted(ui.Say("ready."+key))))
	}
	start := kit.NewButton(ui.Say("ready.start"), kit.Primary, ui.startCollecting)
	if len(missing) > 0 {
		start.Disable()
	}
	return kit.Border(nil, kit.Border(nil, nil, nil, start), nil, nil, kit.Flush(kit.Scroll(container.NewVBox(kit.Card(list)))))
}

// setSetup changes one part of the setup.
func (ui *UI) setSetup(change func(*workshop.Setup)) bool {
	return ui.Change("setup", func(s *workshop.Session) error {
		u := s.Setup
		change(&u)
		return s.SetSetup(u, ui.room.Responses())
	})
}

// setupPart is the form of who, when and how many.
func (ui *UI) setupPart() fyne.CanvasObject {
	u := ui.Session().Setup
	text := func(key, value string, max int, set func(*workshop.Setup, string)) *kit.Field {
		f := kit.NewField(ui.Say("setup."+key), ui.Say("setup."+key+".hint"), value)
		f.Max, f.Clean = max, cleanLine
		f.OnDone = func(text string) {
			if ui.setSetup(func(u *workshop.Setup) { set(u, strings.TrimSpace(text)) }) {
				ui.refreshReadiness()
			}
		}
		return f
	}
	number := func(key string, value int, set func(*workshop.Setup, int)) *kit.Field {
		shown := ""
		if value > 0 {
			shown = strconv.Itoa(value)
		}
		f := kit.NewField(ui.Say("setup."+key), ui.Say("setup."+key+".hint"), shown)
		f.Max, f.Clean = 6, onlyDigits
		f.OnDone = func(text string) {
			n, _ := strconv.Atoi(text) // only digits; empty is 0
			if err := ui.room.Change("setup", func(s *workshop.Session) error {
				u := s.Setup
				set(&u, n)
				return s.SetSetup(u, ui.room.Responses())
			}); err != nil {
				f.SetProblem(ui.words.Explain(err))
				return
			}
			ui.shell.refresh()
			ui.refreshReadiness()
		}
		return f
	}
	var kinds []string
	for _, k := range workshop.OrganisationKinds() {
		kinds = append(kinds, ui.Say("organisation."+string(k)))
	}
	kind := kit.NewPick(ui.Say("setup.kind"), "", kinds, slices.Index(workshop.OrganisationKinds(), u.Kind), func(i int) {
		ui.setSetup(func(u *workshop.Setup) { u.Kind = workshop.OrganisationKinds()[i] })
	})
	language := kit.NewPick(ui.Say("setup.language"), "", languageNames(), languageAt(u.Language), func(i int) {
		ui.setSetup(func(u *workshop.Setup) { u.Language = assets.Langs()[i] })
	})
	date := newDateField(ui, ui.Say("setup.date"), u.Date, workshop.Date{})
	date.field.OnDone = func(string) {
		d, ok := date.date()
		if !ok {
			date.field.SetProblem(ui.Say("date.problem"))
			return
		}
		if ui.setSetup(func(u *workshop.Setup) { u.Date = d }) {
			ui.refreshReadiness()
		}
	}
	organisation := text("organisation", u.Organisation, workshop.MaxName, func(u *workshop.Setup, t string) { u.Organisation = t })
	if u.Organisation == "" {
		ui.stop(firstStop, organisation.Focusable())
	}
	two := func(a, b fyne.CanvasObject) fyne.CanvasObject { return kit.Columns(kit.M, []float32{1, 1}, a, b) }
	form := kit.VStack(kit.M)
	if series := ui.seriesNote(true); series != nil { // the themes' page offers what to do about it
		form.Add(series)
	}
	for _, row := range []fyne.CanvasObject{
		two(organisation, kind),
		two(text("team", u.Team, workshop.MaxName, func(u *workshop.Setup, t string) { u.Team = t }),
			text("facilitator", u.Facilitator, workshop.MaxName, func(u *workshop.Setup, t string) { u.Facilitator = t })),
		two(date.content, language),
		two(number("expected", u.Expected, func(u *workshop.Setup, n int) { u.Expected = n }), ui.exitCodeField(u)),
		kit.Rule(),
		two(number("threshold", u.Threshold, func(u *workshop.Setup, n int) { u.Threshold = n }),
			number("voices_threshold", u.VoicesThreshold, func(u *workshop.Setup, n int) { u.VoicesThreshold = n })),
	} {
		form.Add(row)
	}
	return form
}

func (ui *UI) exitCodeField(u workshop.Setup) fyne.CanvasObject {
	f := kit.NewField(ui.Say("setup.exit_code"), ui.Say("setup.exit_code.hint"), u.ExitCode)
	f.Max, f.Clean = 8, onlyDigits
	f.OnDone = func(text string) {
		if len(text) > 0 && len(text) < 4 {
			f.SetProblem(ui.Say("setup.exit_code.problem"))
			return
		}
		if ui.setSetup(func(u *workshop.Setup) { u.ExitCode = text }) {
			ui.refreshReadiness()
		}
	}
	return f
}

// refreshReadiness shows the readiness list anew without touching the form, so that the focus stays where it is.
func (ui *UI) refreshReadiness() {
	if ui.ready != nil {
		ui.ready.Objects = []fyne.CanvasObject{ui.readinessColumn()}
		ui.ready.Refresh()
	}
}

// agendaPart plans the minutes of each state.
func (ui *UI) agendaPart() fyne.CanvasObject {
	s := ui.Session()
	total := kit.Strong(ui.words.Count("agenda.total", s.Agenda.Minutes()))
	lengths := []int{60, 90, 120, 180}
	var names []string
	for _, m := range lengths {
		names = append(names, ui.words.Count("agenda.minutes", m))
	}
	template := kit.NewChoice(names, slices.Index(lengths, s.Agenda.Minutes()), func(i int) {
		if ui.Change("agenda", func(s *workshop.Session) error { s.Agenda = workshop.AgendaOf(lengths[i]); return nil }) {
			ui.refill("length")
		}
	})
	ui.stop("length", template)
	rows := kit.VStack(kit.S, kit.Strong(ui.Say("agenda.template")), template, kit.Rule())
	for i, step := range s.Agenda {
		f := kit.NewField("", "", strconv.Itoa(step.Minutes))
		f.Max, f.Clean = 3, onlyDigits
		f.OnDone = func(text string) {
			n, _ := strconv.Atoi(text)
			if ui.Change("agenda", func(s *workshop.Session) error { s.Agenda[i].Minutes = n; return nil }) {
				total.SetText(ui.words.Count("agenda.total", ui.Session().Agenda.Minutes()))
			}
		}
		rows.Add(kit.LeftColumn(320*ui.prefs.textScale(), kit.Row(nil, kit.S, kit.Body(ui.stateWords(step.State)),
			kit.HStack(kit.S, kit.Least(90, 0, f), kit.Middle(kit.Muted(ui.Say("agenda.unit")).Fit())))))
	}
	rows.Add(kit.Rule())
	rows.Add(total)
	return rows
}

// onlyDigits drops everything else.
func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

// themeTitle is the number and name of a theme.
func (ui *UI) themeTitle(i int, t workshop.Theme) string {
	return fmt.Sprintf("%d  %s", i+1, t.Name.In(ui.words.Lang(), ui.Session().Setup.Language))
}
