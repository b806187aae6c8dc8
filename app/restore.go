package app

import (
	"errors"

	"exceed/app/kit"
	"exceed/workshop"
)

// Where a session cannot be opened, its last good copy is offered, with the moment from which it is.

// copyTime is that moment as a pair of words: the day, and the time of the day on this computer's clock.
func (ui *UI) copyTime(s workshop.Summary) []any {
	local := s.Snapshot.Local()
	return []any{"date", ui.words.Date(workshop.DateOf(local)), "time", local.Format("15:04")}
}

// restorable says whether the copy of a session may take its place.
func restorable(s workshop.Summary) bool {
	return s.Problem != nil && !s.Snapshot.IsZero() && !errors.Is(s.Problem, workshop.ErrNewer) && !errors.Is(s.Problem, workshop.ErrInUse)
}

func (ui *UI) restoreButton(s workshop.Summary) *kit.Button {
	return kit.NewButton(ui.Say("home.restore"), kit.Primary, func() { ui.askToRestore(s) })
}

// askToRestore says what would be lost, brings the copy back and opens it.
func (ui *UI) askToRestore(s workshop.Summary) {
	text := ui.Say("home.restore.text", append(ui.copyTime(s), "name", summaryName(ui, s))...)
	ui.Ask(ui.Say("home.restore.title"), text, ui.Say("home.restore.yes"), true, func() {
		ui.Work(ui.Say("work.restoring"), ui.Say("work.restoring_text"), func() error { return ui.Library.Restore(s.Path) },
			func(err error) {
				if ui.try(err) || workshop.Kept(err) {
					ui.OpenPath(s.Path)
				}
			})
	})
}

// offerCopy offers the copy of a session that did not open, where there is one. Home lists a session by a few of its pages;
// damage elsewhere shows only now.
func (ui *UI) offerCopy(path string, problem error) {
	if problem == nil {
		return
	}
	sessions, err := ui.Library.Sessions()
	if err != nil {
		return
	}
	for _, s := range sessions {
		s.Problem = problem
		if s.Path == path && restorable(s) && (errors.Is(problem, workshop.ErrDamaged) || errors.Is(problem, workshop.ErrForeign)) {
			ui.askToRestore(s)
		}
	}
}
