package app

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// pacer measures the time that the present state has taken, in memory only: times never reach the file.
type pacer struct {
	clock func() time.Time
	since time.Time
	extra time.Duration
}

func newPacer(clock func() time.Time) *pacer { return &pacer{clock: clock, since: clock()} }

// enter starts the time of a state.
func (p *pacer) enter(workshop.State) { p.since, p.extra = p.clock(), 0 }

// used is the time since the state began.
func (p *pacer) used() time.Duration { return p.clock().Sub(p.since) }

// words is the clock's text, empty where the state has no planned time, and its colour.
func (p *pacer) words(ui *UI) (string, fyne.ThemeColorName) {
	planned := time.Duration(ui.Session().Agenda.MinutesFor(ui.Session().State))*time.Minute + p.extra
	if planned == 0 {
		return "", ""
	}
	left := planned - p.used()
	ink := kit.ColorEmployees
	switch workshop.PaceOf(p.used(), planned) {
	case workshop.Amber:
		ink = kit.ColorCustomers
	case workshop.Red:
		ink = theme.ColorNameError
	}
	if left < 0 {
		return ui.Say("clock.over", "time", minutes(-left)), ink
	}
	return ui.Say("clock.left", "time", minutes(left)), ink
}

func minutes(d time.Duration) string {
	return fmt.Sprintf("%d:%02d", int(d.Minutes()), int(d.Seconds())%60)
}

// addTime gives the present step more minutes.
func (ui *UI) addTime(more int) {
	ui.pace.extra += time.Duration(more) * time.Minute
	ui.Notice(ui.words.Count("clock.added", more))
	ui.shell.tick()
}
