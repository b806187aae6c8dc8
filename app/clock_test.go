package app

import (
	"context"
	"testing"
	"time"

	"exceed/workshop"
	"exceed/workshop/rehearsal"
)

// played is a window on a rehearsed session of its own library, with a clock that the test sets in minutes since the session
// was opened.
func played(t *testing.T, until workshop.State) (ui *UI, path string, at func(minutes float64)) {
	t.Helper()
	start := testDay().Time().Add(9*time.Hour + 20*time.Second)
	now := start
	deps := testDeps(t, workshop.English)
	deps.Clock = func() time.Time { return now }
	ui = New(deps)
	room, err := rehearsal.New(7, workshop.English, 12, testDay()).Play(context.Background(), ui.Library, until, nil)
	if err != nil {
		t.Fatal(err)
	}
	ui.enter(room)
	return ui, room.Store().Path(), func(minutes float64) {
		now = start.Add(time.Duration(minutes * float64(time.Minute)))
		ui.shell.tick()
	}
}

func TestTheMinutesOfAStepOutliveTheProgram(t *testing.T) {
	for _, state := range []workshop.State{workshop.Sealed, workshop.Reveal, workshop.Prioritise, workshop.Planning} {
		ui, path, at := played(t, state)
		at(4)
		ui.Home()
		at(90) // nobody was here
		ui.OpenPath(path)
		if step, used, _ := ui.pace.step(ui.Session()); used != 4*time.Minute || step.Took != 4 || !step.Began.IsZero() {
			t.Errorf("%s: after opening it again %v are used up, %+v is kept", state, used, step)
		}
		at(92)
		ui.Home()
		ui.OpenPath(path)
		if step, _ := ui.Session().Agenda.Step(state); step.Took != 6 {
			t.Errorf("%s: of 4 and 2 minutes %d are kept", state, step.Took)
		}
	}
}

func TestTheClockGoesOnAfterTheProgramDied(t *testing.T) {
	ui, _, at := played(t, workshop.Reveal)
	ui.MoveTo(workshop.Prioritise)
	at(7)
	again := newPacer(ui.Clock) // of a program that finds the session as it was saved
	again.resume(ui.Session())
	if got := again.used(); got < 7*time.Minute || got > 8*time.Minute {
		t.Errorf("after 7 minutes and a crash it says %v", got)
	}
	at(13 * 60)
	if again.resume(ui.Session()); again.used() != 0 {
		t.Errorf("on another day it says %v", again.used())
	}
	at(13*60 + 1)
	ui.undo() // of the move
	if ui.Session().State != workshop.Reveal || ui.pace.used() != 0 {
		t.Errorf("back in %s %v are used up", ui.Session().State, ui.pace.used())
	}
}

func TestAClosedWorkshopHasNoClockOnAnotherDay(t *testing.T) {
	ui, _, at := played(t, workshop.Closed)
	at(1)
	if text, _ := ui.pace.words(ui); text == "" {
		t.Error("on its day the clock of the close is missing")
	}
	at(60 * 24 * 60)
	if text, _ := ui.pace.words(ui); text != "" {
		t.Errorf("60 days later the clock says %q", text)
	}
}

// TestNothingTellsWhenSomebodyAnswered looks at what the agenda keeps from the first answer to the reveal.
func TestNothingTellsWhenSomebodyAnswered(t *testing.T) {
	ui, path, at := played(t, workshop.Prepare)
	step := func() workshop.Step {
		step, _ := ui.Session().Agenda.Step(workshop.Collect)
		return step
	}
	begin := func() {
		t.Helper()
		if _, err := ui.room.Begin(""); err != nil {
			t.Fatal(err)
		}
		ui.pace.enter(workshop.Collect)
	}
	at(3)
	begin()
	began := testDay().Time().Add(9*time.Hour + 3*time.Minute)
	if got := step().Began; !got.Equal(began) {
		t.Fatalf("the box was opened at %v and the agenda keeps %v", began, got)
	}
	kept := step()
	for _, response := range rehearsal.New(7, workshop.English, 6, testDay()).Responses(ui.Session().Themes) {
		if _, err := ui.room.Accept(response); err != nil {
			t.Fatal(err)
		}
	}
	at(20)
	ui.Home()
	at(25)
	ui.OpenPath(path)
	if step() != kept {
		t.Errorf("closing between answers keeps %+v", step())
	}
	if got := ui.pace.used(); got < 22*time.Minute || got > 23*time.Minute {
		t.Errorf("after opening it again the clock says %v", got)
	}
	ui.MoveTo(workshop.Prepare)
	at(30)
	begin()
	if got := step(); !got.Began.IsZero() || got.Took != 0 {
		t.Errorf("with answers in the box the agenda keeps %+v", got)
	}
	at(41)
	ui.MoveTo(workshop.Sealed)
	for _, s := range ui.Session().Agenda {
		if !s.Began.IsZero() {
			t.Errorf("once it is sealed the agenda keeps %v of %s", s.Began, s.State)
		}
	}
}
