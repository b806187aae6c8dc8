package app

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// onClock is a window on the reveal whose time the test sets, in minutes since the reveal began.
func onClock(t *testing.T, lang workshop.Lang) (ui *UI, at func(minutes int)) {
	t.Helper()
	start := testDay().Time().Add(9 * time.Hour)
	now := start
	ui = uiIn(t, lang, 12, workshop.Reveal)
	ui.Clock = func() time.Time { return now }
	ui.pace = newPacer(ui.Clock)
	return ui, func(minutes int) {
		now = start.Add(time.Duration(minutes) * time.Minute)
		ui.shell.tick()
	}
}

func TestTheClockTurnsAmberAndRed(t *testing.T) {
	ui, at := onClock(t, workshop.English)
	ui.Change("agenda", func(s *workshop.Session) error { s.Agenda.Set(workshop.Reveal, 40); return nil })
	for _, c := range []struct {
		minute int
		text   string
		ink    any
	}{
		{0, "40:00", kit.ColorEmployees},
		{31, "9:00", kit.ColorEmployees},
		{32, "8:00", kit.ColorCustomers}, // 20 % left
		{38, "2:00", paceInk(38, 40)},    // 5 % left
		{45, "5:00", paceInk(45, 40)},
	} {
		at(c.minute)
		if b := ui.shell.clock; !strings.Contains(b.Text, c.text) || any(b.Ink) != c.ink {
			t.Errorf("after %d minutes it says %q in %s", c.minute, b.Text, b.Ink)
		}
	}
	if paceInk(38, 40) == kit.ColorCustomers || paceInk(38, 40) != paceInk(45, 40) {
		t.Error("5 % left is not red")
	}
}

func TestTheOverrunIsTakenFromLaterSteps(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui, at := onClock(t, lang)
		at(38) // of 30
		ui.agendaCard()
		end := testDay().Time().Add(9*time.Hour + 38*time.Minute + 40*time.Minute).Format("15:04")
		if want := ui.words.Count("agenda.behind", 8, "time", end); !strings.Contains(said(ui.win.Canvas()), want) {
			t.Fatalf("%s: %q is not in:\n%s", lang, want, said(ui.win.Canvas()))
		}
		tap(t, ui.win.Canvas(), ui.words.Count("agenda.catch_up", 8))
		a := ui.Session().Agenda
		if got := a[4].Minutes + a[5].Minutes + a[6].Minutes; got != 32 || a[4].Planned != 15 {
			t.Errorf("%s: 8 minutes too late leave %+v", lang, a)
		}
		end = testDay().Time().Add(9*time.Hour + 38*time.Minute + 32*time.Minute).Format("15:04")
		if want := ui.Say("agenda.on_time", "time", end); !strings.Contains(said(ui.win.Canvas()), want) {
			t.Errorf("%s: %q is not in:\n%s", lang, want, said(ui.win.Canvas()))
		}
	}
}

func TestStepsAreChangedByHandAndLeftOut(t *testing.T) {
	ui, at := onClock(t, workshop.English)
	at(5)
	ui.agendaCard()
	steppers := every[*kit.Stepper](ui.win.Canvas())
	if len(steppers) != 4 { // of the present step and those to come
		t.Fatalf("%d steps can be changed", len(steppers))
	}
	steppers[0].Set(35)
	test.Tap(buttonNamed(ui, ui.Say("agenda.skip"))) // the last step
	a := ui.Session().Agenda
	if a[3].Minutes != 35 || !a[6].Skipped || len(every[*kit.Stepper](ui.win.Canvas())) != 3 {
		t.Errorf("the agenda is %+v", a)
	}
	tap(t, ui.win.Canvas(), ui.Say("agenda.unskip"))
	if ui.Session().Agenda[6].Skipped {
		t.Error("what was left out does not come back")
	}
	ui.closeCard()
	ui.runNamed("add_time")
	if got := ui.Session().Agenda[3].Minutes; got != 40 {
		t.Errorf("five more make %d", got)
	}
}

func TestWholeMinutesAreKeptWhenAStepEnds(t *testing.T) {
	ui, at := onClock(t, workshop.English)
	at(33)
	ui.MoveTo(workshop.Prioritise)
	if got := ui.Session().Agenda[3].Took; got != 33 {
		t.Fatalf("the reveal took %d", got)
	}
	at(43)
	ui.MoveTo(workshop.Reveal) // back, for a look
	at(45)
	if left := ui.shell.clock.Text; left != ui.Say("clock.over", "time", "5:00") {
		t.Errorf("the second visit starts with %q", left)
	}
	ui.agendaCard()
	if want := ui.Say("agenda.so_far", "took", 35, "plan", 30); !strings.Contains(said(ui.win.Canvas()), want) {
		t.Errorf("%q is not said", want)
	}
}

func TestPreparingStartsNoClock(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Prepare)
	if ui.shell.clock.Text != "" {
		t.Fatalf("at home it says %q", ui.shell.clock.Text)
	}
	ui.agendaCard()
	every[*kit.Stepper](ui.win.Canvas())[1].Set(45)
	if a := ui.Session().Agenda; a[1].Minutes != 45 || a.Behind(workshop.Prepare, 0) != 0 {
		t.Errorf("a plan that is changed at home is late by %v", a.Behind(workshop.Prepare, 0))
	}
	tap(t, ui.win.Canvas(), ui.Say("agenda.start"))
	if want := ui.Say("clock.left", "time", "10:00"); ui.shell.clock.Text != want {
		t.Errorf("it says %q, not %q", ui.shell.clock.Text, want)
	}
}

func TestTheEntryOfAnswersIsTimedOnceItIsSealed(t *testing.T) {
	start := testDay().Time().Add(9 * time.Hour)
	now := start
	ui := uiIn(t, workshop.English, 12, workshop.Collect)
	ui.Clock = func() time.Time { return now }
	ui.pace = newPacer(ui.Clock)
	now = start.Add(7 * time.Minute)
	ui.MoveTo(workshop.Prepare)
	if step, _ := ui.Session().Agenda.Step(workshop.Collect); step.Took != 0 {
		t.Errorf("with answers in the box the file says that %d minutes went by", step.Took)
	}
	if _, err := ui.room.Begin(""); err != nil {
		t.Fatal(err)
	}
	ui.pace.enter(workshop.Collect)
	now = now.Add(31*time.Minute + 20*time.Second)
	ui.MoveTo(workshop.Sealed)
	if step, _ := ui.Session().Agenda.Step(workshop.Collect); step.Took != 31 {
		t.Errorf("collecting took %d minutes", step.Took)
	}
}
