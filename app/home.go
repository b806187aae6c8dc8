package app

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// homeFace shows all sessions on this laptop, what is due first.
func (ui *UI) homeFace(Route) fyne.CanvasObject {
	head := kit.VStack(kit.S, kit.Title(ui.Say("home.thesis")), kit.Muted(ui.Say("home.how")))
	tools := kit.Flow(kit.S,
		kit.NewButton(ui.Say("command.new"), kit.Primary, ui.newSession),
		kit.NewButton(ui.Say("command.rehearse"), kit.Plain, ui.rehearse),
		kit.NewButton(ui.Say("command.open"), kit.Plain, ui.openFile),
		kit.NewButton(ui.Say("command.import"), kit.Plain, ui.importFile),
	)
	below := kit.VStack(kit.L, kit.Muted(ui.Say("home.reading")))
	ui.readHome(below)
	return kit.Flush(kit.Scroll(kit.Column(1080, kit.VStack(kit.L, head, tools, below))))
}

// readHome looks for the sessions, so that the window need not wait for the disk, and shows them in list.
func (ui *UI) readHome(list *fyne.Container) {
	var sessions []workshop.Summary
	ui.Worker(func(context.Context) (err error) {
		sessions, err = ui.Library.Sessions()
		return err
	}, func(err error) {
		list.RemoveAll()
		switch {
		case err != nil:
			list.Add(kit.Card(kit.Problem(ui.words.Explain(err))))
		case len(sessions) == 0:
			list.Add(ui.homeEmpty())
		default:
			if due := ui.homeDue(sessions); due != nil {
				list.Add(due)
			}
			if teams := ui.homePortfolios(sessions); teams != nil {
				list.Add(teams)
			}
			list.Add(ui.homeList(sessions))
		}
		list.Refresh() // it may stand on the screen already
	})
}

// homeEmpty teaches the program in three lines.
func (ui *UI) homeEmpty() fyne.CanvasObject {
	lines := kit.VStack(kit.M)
	for i := 1; i <= 3; i++ {
		lines.Add(container.NewBorder(nil, nil, kit.Least(44*ui.prefs.textScale(), 0, kit.Display(fmt.Sprint(i)).Fit()), nil,
			kit.VStack(kit.XS, kit.Strong(ui.Say(fmt.Sprintf("home.empty.%d", i))), kit.Muted(ui.Say(fmt.Sprintf("home.empty.%d.how", i))))))
	}
	return kit.Card(lines)
}

// homePortfolios lead to each organisation of which several teams can be compared; nil where there is none.
func (ui *UI) homePortfolios(sessions []workshop.Summary) fyne.CanvasObject {
	row := kit.Flow(kit.S)
	for _, o := range workshop.Organisations(sessions) {
		row.Add(kit.NewButton(ui.words.Count("home.portfolio", len(o.Teams), "organisation", o.Name), kit.Plain, func() { ui.openPortfolio(o) }))
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return row
}

// homePage is how many sessions are shown at once: what fits a tall screen.
const homePage = 12

func (ui *UI) homeList(sessions []workshop.Summary) fyne.CanvasObject {
	list := kit.VStack(kit.S)
	var found []workshop.Summary
	var more func()
	more = func() { // adds a page of what was found
		page := found[:min(len(found), homePage)]
		found = found[len(page):]
		var rows []fyne.CanvasObject
		for _, s := range page {
			rows = append(rows, ui.homeRow(s, ui.nextText(s, sessions)))
		}
		if len(found) > 0 {
			rest := kit.NewButton(ui.words.Count("home.more", len(found)), kit.Quiet, func() {
				list.Objects = list.Objects[:len(list.Objects)-1]
				more()
			})
			rows = append(rows, container.NewHBox(rest))
		}
		list.Objects = append(list.Objects, rows...)
		list.Refresh()
	}
	title := kit.Heading("")
	fill := func(text string) {
		list.Objects, found = nil, nil
		text = strings.ToLower(strings.TrimSpace(text))
		for _, s := range sessions {
			if text == "" || strings.Contains(strings.ToLower(s.Organisation+" "+s.Team+" "+s.Date.String()), text) {
				found = append(found, s)
			}
		}
		title.SetText(ui.words.Count("home.sessions", len(sessions)))
		if text != "" {
			title.SetText(ui.words.Count("home.sessions.found", len(sessions), "found", len(found)))
		}
		if len(found) == 0 {
			list.Add(kit.Muted(ui.Say("home.none")))
		}
		more()
	}
	search := kit.NewField("", "", "")
	search.SetPlaceHolder(ui.Say("home.search"))
	search.OnChanged = fill
	fill("")
	return kit.VStack(kit.M, container.NewBorder(nil, nil, nil, kit.Least(420, 0, search), kit.Inset(kit.S, 0, title)), list)
}

// homeRow is one session; next says what is to come of it, empty where nothing is.
func (ui *UI) homeRow(s workshop.Summary, next string) fyne.CanvasObject {
	about := kit.HStack(kit.S)
	if s.Problem != nil {
		about.Add(kit.NewBadge(ui.Say("home.damaged"), theme.ColorNameError))
	} else {
		about.Add(kit.NewBadge(ui.stateWords(s.State), kit.ColorEmployees))
		if s.Rehearsal {
			about.Add(kit.NewBadge(ui.Say("mark.rehearsal"), kit.ColorCustomers))
		}
		if !s.Protected && s.State != workshop.Prepare {
			about.Add(kit.NewBadge(ui.Say("mark.unlocked"), kit.ColorCustomers))
		}
		if s.Collector {
			about.Add(kit.NewBadge(ui.Say("mark.collector"), kit.ColorCustomers))
		}
	}
	line := ui.words.Date(s.Date)
	if s.Responses > 0 {
		line = joinDots(line, ui.words.Count("home.responses", s.Responses))
	}
	if len(s.Due) > 0 {
		line = joinDots(line, ui.words.Count("home.due_count", len(s.Due)))
	}
	if next != "" {
		line = joinDots(line, next)
	}
	if s.Problem != nil {
		line = ui.words.Explain(s.Problem)
	}
	buttons := kit.HStack(kit.S, kit.Middle(about))
	if restorable(s) {
		line = ui.Say("home.restore.from", ui.copyTime(s)...)
		buttons.Add(kit.Middle(ui.restoreButton(s)))
	}
	open := kit.NewButton(ui.Say("home.open"), kit.Plain, func() { ui.OpenPath(s.Path) })
	remove := kit.NewIconButton("", theme.DeleteIcon(), func() {
		ui.Ask(ui.Say("home.delete.title"), ui.Say("home.delete.text", "name", summaryName(ui, s)), ui.Say("home.delete.yes"), true, func() {
			if ui.try(ui.Library.Delete(s.Path)) {
				ui.Reload()
			}
		})
	})
	if s.Problem == nil {
		buttons.Add(open)
	}
	buttons.Add(remove)
	return kit.CardPadded(kit.M, container.NewBorder(nil, nil, nil, buttons,
		kit.VStack(kit.XS, kit.Strong(summaryName(ui, s)), kit.Small(line))))
}

func joinDots(a, b string) string {
	if a == "" {
		return b
	}
	return a + " · " + b
}

// summaryName is how a session is called in lists: its organisation and team, else its file.
func summaryName(ui *UI, s workshop.Summary) string {
	if s.Organisation == "" && s.Team == "" {
		if s.Problem != nil {
			return filepath.Base(s.Path)
		}
		return ui.Say("session.untitled")
	}
	return strings.Trim(s.Organisation+" · "+s.Team, " ·")
}
