package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// dueLine is something that is due: a promise, the review of a session whose promises a passphrase guards, or the next
// session with the same questions.
type dueLine struct {
	what, who string // who is empty where it is no promise
	day       workshop.Date
	of        workshop.Summary
}

// A review, or the next session, is due from some days before its day on, until it is some weeks past.
const (
	reviewSoon = 7
	reviewPast = 21
	yearDays   = 365 // until the same questions are asked again
	yearPast   = 90
)

// maxDue is how much is listed at once.
const maxDue = 5

// due are the promises that are not kept yet, of all sessions, the reviews that are due now of those that do not tell
// theirs, and the sessions that a year calls for; by date, so that the longest overdue comes first.
func (ui *UI) due(sessions []workshop.Summary) []dueLine {
	today := workshop.DateOf(ui.Clock())
	var due []dueLine
	for _, s := range sessions {
		for _, p := range s.Due {
			due = append(due, dueLine{p.What, p.Owner, p.Due, s})
		}
		if !followed(s) {
			continue
		}
		add := func(days, past int, what string) {
			if day := s.Date.AddDays(days); !today.AddDays(reviewSoon).Before(day) && today.DaysSince(day) <= past {
				due = append(due, dueLine{what: what, day: day, of: s})
			}
		}
		for _, days := range reviewDays() {
			if s.Protected {
				add(days, reviewPast, ui.words.Count("home.review", days))
			}
		}
		if !metAgain(s, sessions) {
			add(yearDays, yearPast, ui.Say("home.year"))
		}
	}
	slices.SortStableFunc(due, func(a, b dueLine) int { return a.day.Time().Compare(b.day.Time()) })
	return due
}

// followed says whether a session's promises are looked at again.
func followed(s workshop.Summary) bool {
	return s.Problem == nil && !s.Rehearsal && (s.State == workshop.Closed || s.State == workshop.FollowUp)
}

// metAgain says whether there is a later session of the same team.
func metAgain(s workshop.Summary, sessions []workshop.Summary) bool {
	return slices.ContainsFunc(sessions, func(o workshop.Summary) bool {
		return o.Organisation == s.Organisation && o.Team == s.Team && s.Date.Before(o.Date) && !o.Rehearsal
	})
}

// nextText says when a session's promises are looked at next, or the same questions asked again; empty where neither is
// to come.
func (ui *UI) nextText(s workshop.Summary, sessions []workshop.Summary) string {
	if !followed(s) {
		return ""
	}
	today := workshop.DateOf(ui.Clock())
	for _, days := range reviewDays() {
		if day := s.Date.AddDays(days); today.Before(day) {
			return ui.Say("home.next.review", "date", ui.words.Date(day))
		}
	}
	if day := s.Date.AddDays(yearDays); today.Before(day) && !metAgain(s, sessions) {
		return ui.Say("home.next.year", "date", ui.words.Date(day))
	}
	return ""
}

// homeDue lists what is due; nil where nothing is.
func (ui *UI) homeDue(sessions []workshop.Summary) fyne.CanvasObject {
	due := ui.due(sessions)
	if len(due) == 0 {
		return nil
	}
	rows := kit.VStack(kit.S, kit.Heading(ui.Say("home.due")))
	for _, d := range due[:min(len(due), maxDue)] {
		rows.Add(ui.dueRow(d))
	}
	if more := len(due) - maxDue; more > 0 {
		rows.Add(kit.Muted(ui.words.Count("home.due.more", more)))
	}
	return kit.Card(rows)
}

func (ui *UI) dueRow(d dueLine) fyne.CanvasObject {
	ink, about := kit.ColorEmployees, joinDots(d.who, summaryName(ui, d.of))
	if late := workshop.DateOf(ui.Clock()).DaysSince(d.day); late > 0 {
		about = joinDots(ui.words.Count("home.late", late), about)
		if d.who != "" {
			ink = theme.ColorNameError
		}
	}
	open := kit.NewButton(ui.Say("home.open"), kit.Quiet, func() { ui.openReview(d.of.Path) })
	return container.NewBorder(nil, nil, kit.Least(150, 0, kit.HStack(0, kit.Middle(kit.NewBadge(ui.words.Date(d.day), ink)))), open,
		kit.Inset(kit.XS, kit.S, kit.VStack(2, kit.Strong(d.what), kit.Small(about))))
}
