package app

import (
	"strings"
	"testing"
	"time"

	"exceed/assets"
	"exceed/workshop"
)

// onFollowUp is a window on the follow-up with one open promise, 40 days after the session.
func onFollowUp(t *testing.T, lang workshop.Lang) *UI {
	t.Helper()
	ui := uiIn(t, lang, 12, workshop.FollowUp)
	day := ui.Session().Setup.Date
	ui.Clock = func() time.Time { return day.AddDays(40).Time() }
	ui.Change("plan", func(s *workshop.Session) error {
		s.Plan = workshop.Plan{}
		_, err := s.SetPromise(workshop.Promise{
			Theme: s.Themes[0].Key, Side: workshop.EmployeeSide, Kind: workshop.Stop,
			What: "Stop late changes of the roster", Owner: "Head of desk", Due: day.AddDays(30),
		})
		return err
	})
	ui.Reload()
	return ui
}

func TestFollowUpShowsWhatIsLate(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := onFollowUp(t, lang)
		text := said(ui.win.Canvas())
		for _, want := range []string{"Stop late changes of the roster", ui.Say("follow.status.late"), ui.words.Count("follow.review.done", 0, "all", 1)} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in:\n%s", lang, want, text)
			}
		}
	}
}

func TestPromiseIsDoneAndOpenAgain(t *testing.T) {
	ui := onFollowUp(t, workshop.English)
	tap(t, ui.win.Canvas(), ui.Say("follow.done"))
	if got := ui.Session().Plan.Promises[0].Status; got != workshop.Done {
		t.Fatalf("status %q", got)
	}
	if !strings.Contains(said(ui.win.Canvas()), ui.words.Count("follow.review.done", 1, "all", 1)) {
		t.Error("the review does not count it")
	}
	tap(t, ui.win.Canvas(), ui.Say("follow.reopen"))
	if got := ui.Session().Plan.Promises[0].Status; got != workshop.Open {
		t.Errorf("status %q", got)
	}
}

func TestMovedPromiseKeepsItsFirstDate(t *testing.T) {
	ui := onFollowUp(t, workshop.English)
	first := ui.Session().Plan.Promises[0].Due
	ui.movePromise(ui.Session().Plan.Promises[0])
	due := workshop.DateOf(ui.Clock()).AddDays(60)
	tap(t, ui.win.Canvas(), ui.words.Count("date.in_days", 60))
	move := fieldNamed(t, ui.win.Canvas(), ui.Say("fate.reason"))
	move.OnEnter()
	if ui.Session().Plan.Promises[0].Status == workshop.Moved {
		t.Fatal("it moved without a reason")
	}
	fill(t, ui.win.Canvas(), ui.Say("fate.reason"), "the room was let")
	move.OnEnter()
	p := ui.Session().Plan.Promises[0]
	if p.Status != workshop.Moved || p.Due != due || p.MovedFrom != first || p.Reason != "the room was let" {
		t.Fatalf("moved: %+v", p)
	}
	want := ui.Say("follow.moved", "date", ui.words.Date(due), "from", ui.words.Date(first))
	if !strings.Contains(said(ui.win.Canvas()), want) {
		t.Errorf("%q is not shown", want)
	}
}

func TestDroppingNeedsAReason(t *testing.T) {
	ui := onFollowUp(t, workshop.English)
	tap(t, ui.win.Canvas(), ui.Say("follow.drop"))
	reason := fieldNamed(t, ui.win.Canvas(), ui.Say("fate.reason"))
	reason.OnEnter()
	if ui.Session().Plan.Promises[0].Status == workshop.Dropped || !strings.Contains(said(ui.win.Canvas()), ui.Say("fate.reason.problem")) {
		t.Fatal("dropped without a reason")
	}
	fill(t, ui.win.Canvas(), ui.Say("fate.reason"), "no budget")
	reason.OnEnter()
	if p := ui.Session().Plan.Promises[0]; p.Status != workshop.Dropped || p.Reason != "no budget" {
		t.Errorf("dropped: %+v", p)
	}
}

func TestNextSessionAsksTheSame(t *testing.T) {
	ui := onFollowUp(t, workshop.English)
	old := ui.Session()
	tap(t, ui.win.Canvas(), ui.Say("follow.next"))
	s := ui.Session()
	if s.ID == old.ID || s.State != workshop.Prepare || len(s.Earlier) != 1 || len(s.Themes) != len(old.Themes) || ui.route.Face != FacePrepare {
		t.Fatalf("state %s, %d earlier, %d themes, face %s", s.State, len(s.Earlier), len(s.Themes), ui.route.Face)
	}
	for i, theme := range s.Themes {
		if !theme.SameQuestion(old.Themes[i]) {
			t.Errorf("theme %d asks something else", i)
		}
	}
	sessions, err := ui.Library.Sessions()
	if err != nil || len(sessions) != 1 {
		t.Errorf("the library has %d sessions, error %v", len(sessions), err)
	}
}
