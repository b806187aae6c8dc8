package app

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// pacer measures the time that the present state has taken. The agenda keeps whole minutes of it (workshop.Room.Time).
type pacer struct {
	clock func() time.Time
	since time.Time
	waits bool // while the workshop is prepared, until the facilitator starts the clock
}

func newPacer(clock func() time.Time) *pacer { return &pacer{clock: clock, since: clock()} }

// enter starts the time of a state. That of preparing waits: most of it is done at home.
func (p *pacer) enter(state workshop.State) { p.since, p.waits = p.clock(), state == workshop.Prepare }

// resume goes on with the time of a session's state where it began in this workshop, before the program was ended.
func (p *pacer) resume(s *workshop.Session) {
	p.enter(s.State)
	step, ok := s.Agenda.Step(s.State)
	if gone := p.since.Sub(step.Began); ok && !step.Began.IsZero() && gone >= 0 && gone <= workshop.LongestStep {
		p.since = step.Began
	}
}

// start starts the time of the present state anew.
func (p *pacer) start() { p.since, p.waits = p.clock(), false }

// used is the time since the state began.
func (p *pacer) used() time.Duration {
	if p.waits {
		return 0
	}
	return p.clock().Sub(p.since)
}

// step is the agenda's step of the present state with what it has used up, earlier visits with it; ok is false where the
// state has none, or it is left out.
func (p *pacer) step(s *workshop.Session) (step workshop.Step, used time.Duration, ok bool) {
	step, ok = s.Agenda.Step(s.State)
	return step, p.used() + time.Duration(step.Took)*time.Minute, ok && !step.Skipped && step.Minutes > 0
}

// words is the clock's text, empty where nothing is measured, and its colour.
func (p *pacer) words(ui *UI) (string, fyne.ThemeColorName) {
	step, used, ok := p.step(ui.Session())
	after := ui.Session().State == workshop.Closed && workshop.DateOf(p.clock()) != ui.Session().Setup.Date
	if !ok || p.waits || after { // who opens a closed workshop on another day looks something up
		return "", ""
	}
	planned := time.Duration(step.Minutes) * time.Minute
	if left := planned - used; left >= 0 {
		return ui.Say("clock.left", "time", minutes(left)), paceInk(used, planned)
	}
	return ui.Say("clock.over", "time", minutes(used-planned)), paceInk(used, planned)
}

// paceInk is the colour of a step that has used up a time of its plan.
func paceInk(used, planned time.Duration) fyne.ThemeColorName {
	switch workshop.PaceOf(used, planned) {
	case workshop.Amber:
		return kit.ColorCustomers
	case workshop.Red:
		return theme.ColorNameError
	}
	return kit.ColorEmployees
}

func minutes(d time.Duration) string {
	return fmt.Sprintf("%d:%02d", int(d.Minutes()), int(d.Seconds())%60)
}

// addTime gives the present step more minutes.
func (ui *UI) addTime(more int) {
	s := ui.Session()
	step, _, ok := ui.pace.step(s)
	if ok && ui.Change("agenda", func(s *workshop.Session) error { s.Agenda.Set(s.State, step.Minutes+more); return nil }) {
		ui.Notice(ui.words.Count("clock.added", more))
		ui.shell.tick()
	}
}
