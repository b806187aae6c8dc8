package workshop

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"
)

// readySession is one that may start to collect.
func readySession() *Session {
	s := NewSession("0123", Setup{
		Organisation: "Riverside Clinics", Team: "Front desk", Date: Date{2026, time.November, 21}, Expected: 12, ExitCode: "2468",
	}, testThemes(5))
	s.Customers.Evidence = GroupBelief
	return s
}

func TestNewSessionHasTheDefaults(t *testing.T) {
	s := NewSession("0123", Setup{}, testThemes(4))
	want := Setup{Kind: OtherKind, Language: English, Threshold: DefaultThreshold, VoicesThreshold: DefaultVoicesThreshold}
	if s.Setup != want || s.State != Prepare || s.Agenda.Minutes() != 120 {
		t.Errorf("%+v", s)
	}
	if err := s.Setup.Check("setup"); err != nil {
		t.Errorf("the defaults are refused: %v", err)
	}
}

func TestMissing(t *testing.T) {
	if missing := readySession().Missing(); missing != nil {
		t.Fatalf("a ready session lacks %v", missing)
	}
	for want, change := range map[string]func(*Session){
		"organisation":       func(s *Session) { s.Setup.Organisation = "  " },
		"team":               func(s *Session) { s.Setup.Team = "" },
		"date":               func(s *Session) { s.Setup.Date = Date{} },
		"expected":           func(s *Session) { s.Setup.Expected = 0 },
		"expected_threshold": func(s *Session) { s.Setup.Expected = s.Setup.Threshold - 1 },
		"themes":             func(s *Session) { s.Themes = s.Themes[:MinThemes-1] },
		"customers":          func(s *Session) { s.Customers.Evidence = NoEvidence },
		"exit_code":          func(s *Session) { s.Setup.ExitCode = "" },
	} {
		s := readySession()
		change(s)
		if got := s.Missing(); !slices.Equal(got, []string{want}) {
			t.Errorf("without %s: %v", want, got)
		}
		err := s.Move(Collect, 0)
		var r *Refusal
		if !errors.As(err, &r) || !errors.Is(err, ErrNotReady) || !reflect.DeepEqual(r.Args["keys"], []string{want}) || s.State != Prepare {
			t.Errorf("without %s it moved to %s: %v", want, s.State, err)
		}
	}
}

func TestMissingForReveal(t *testing.T) {
	s := readySession()
	for _, c := range []struct {
		name   string
		change func()
		want   []string
	}{
		{"nothing yet", func() {}, []string{"leaders", "customers_answers"}},
		{"the group has agreed", func() { s.Customers.Group = new(NoRatings(5)) }, []string{"leaders"}},
		{"a survey is to come", func() { s.Customers.Evidence = Survey }, []string{"leaders", "customers_answers"}},
		{"it has come", func() { s.Customers.Survey = TallySide(5, 5, nil) }, []string{"leaders"}},
		{"the leaders have committed", func() { s.Leaders.Committed = true }, nil},
		{"beliefs lie in the responses", func() { s.Customers = Customers{Evidence: PrivateBelief} }, nil},
	} {
		c.change()
		if got := s.MissingForReveal(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestQuestionsLockAtTheFirstResponse(t *testing.T) {
	s := readySession()
	other := s.Setup
	other.Threshold = 6
	if err := s.SetSetup(other, 1); !errors.Is(err, ErrQuestionsLocked) {
		t.Errorf("the threshold moved after a response: %v", err)
	}
	other = s.Setup
	other.VoicesThreshold = 9
	if err := s.SetSetup(other, 1); !errors.Is(err, ErrQuestionsLocked) {
		t.Errorf("the voices' threshold moved after a response: %v", err)
	}
	other = s.Setup
	other.Team = "Night shift"
	if err := s.SetSetup(other, 1); err != nil || s.Setup.Team != "Night shift" {
		t.Errorf("the team could not be renamed: %v", err)
	}
	if err := s.SetThemes(testThemes(6), 1); !errors.Is(err, ErrQuestionsLocked) {
		t.Errorf("themes changed after a response: %v", err)
	}
	for _, evidence := range []Evidence{PrivateBelief} {
		if err := s.SetCustomers(Customers{Evidence: evidence}, 1); !errors.Is(err, ErrQuestionsLocked) {
			t.Errorf("evidence turned to %s after a response: %v", evidence, err)
		}
	}
	if err := s.SetCustomers(Customers{Evidence: Survey}, 1); err != nil {
		t.Errorf("a survey instead of the group's belief: %v", err)
	}
	if err := s.SetThemes(testThemes(6), 0); err != nil || len(s.Themes) != 6 {
		t.Errorf("themes before a response: %v", err)
	}
}

func TestNothingChangesAfterTheReveal(t *testing.T) {
	s := readySession()
	s.State = Planning
	other := s.Setup
	other.Threshold = 4
	for name, err := range map[string]error{
		"threshold": s.SetSetup(other, 0), "themes": s.SetThemes(s.Themes, 0),
	} {
		if !errors.Is(err, ErrQuestionsLocked) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, err := range map[string]error{
		"leaders": s.SetLeaders(Leaders{}), "customers": s.SetCustomers(Customers{}, 0), "count": s.Count(nil),
	} {
		if !errors.Is(err, ErrAlreadyRevealed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAThresholdDropsTheSurveyOfAnother(t *testing.T) {
	s := readySession()
	s.Customers = Customers{Evidence: Survey, Survey: TallySide(5, 5, nil)}
	same := s.Setup
	same.Team = "Night shift"
	if err := s.SetSetup(same, 0); err != nil || s.Customers.Survey == nil {
		t.Errorf("renaming the team dropped the survey: %v", err)
	}
	other := s.Setup
	other.Threshold = 4
	if err := s.SetSetup(other, 0); err != nil || s.Customers.Survey != nil {
		t.Errorf("a survey counted at 5 stays at 4: %v", err)
	}
}

func TestSetThemesKeepsWhatStillFits(t *testing.T) {
	with := func() *Session {
		s := readySession()
		s.Customers.Group, s.Customers.Survey = new(NoRatings(5)), TallySide(5, 5, nil)
		s.Leaders = Leaders{
			Order: []ThemeKey{"theme-4", "theme-0"}, Standing: map[ThemeKey]float64{"theme-4": 1, "theme-0": 2}, Committed: true,
		}
		return s
	}
	s := with()
	worded := slices.Clone(s.Themes)
	worded[0].Employees = Text{English: "Other words."}
	if err := s.SetThemes(worded, 0); err != nil || s.Customers.Group == nil || s.Customers.Survey == nil || !s.Leaders.Committed {
		t.Errorf("other words drop the answers: %v, %+v", err, s)
	}
	s = with()
	if err := s.SetThemes(s.Themes[:4], 0); err != nil {
		t.Fatal(err)
	}
	if s.Customers.Group != nil || s.Customers.Survey != nil || s.Leaders.Committed {
		t.Errorf("answers on five themes stay with four: %+v", s.Customers)
	}
	if !slices.Equal(s.Leaders.Order, []ThemeKey{"theme-0"}) || len(s.Leaders.Standing) != 1 {
		t.Errorf("the prediction keeps a theme that is gone: %+v", s.Leaders)
	}
	if err := s.SetThemes(testThemes(MaxThemes+1), 0); !errors.Is(err, ErrInvalid) {
		t.Errorf("too many themes: %v", err)
	}
}

func TestSetCustomersRefuses(t *testing.T) {
	s := readySession()
	for name, c := range map[string]Customers{
		"unknown evidence":        {Evidence: "hearsay"},
		"a survey of six themes":  {Evidence: Survey, Survey: TallySide(6, 5, nil)},
		"a belief on six themes":  {Evidence: GroupBelief, Group: new(NoRatings(6))},
		"a belief off the scale":  {Evidence: GroupBelief, Group: &Ratings{Standing: []float64{9, 0, 0, 0, 0}}},
		"a belief of points < 0":  {Evidence: GroupBelief, Group: &Ratings{Points: []float64{-1, 0, 0, 0, 0}}},
		"a belief without number": {Evidence: GroupBelief, Group: &Ratings{Points: []float64{missing, 0, 0, 0, 0}}},
	} {
		if err := s.SetCustomers(c, 0); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMoveNeverRevealsWithoutCounting(t *testing.T) {
	s := readySession()
	s.State = Sealed
	if err := s.Move(Reveal, 12); !errors.Is(err, ErrIllegalMove) || s.State != Sealed {
		t.Errorf("revealed without counting: %v", err)
	}
	s.State = Prepare
	if err := s.Move(Collect, 0); err != nil || s.State != Collect {
		t.Errorf("a ready session does not collect: %v", err)
	}
}

func TestCount(t *testing.T) {
	responses := employees(times(8, rate([]float64{4, 3, 2, 1, 0}, []float64{-1, 0, 1, 2, missing}))...)
	for i := range responses {
		responses[i].Statements = []Statement{{Text: "Ask us first.", Show: true, Theme: "theme-1"}, {Text: "Between us."}}
	}
	s := readySession()
	if err := s.Count(responses); !errors.Is(err, ErrIllegalMove) {
		t.Errorf("counted while preparing: %v", err)
	}
	s.State = Sealed
	if err := s.Count(responses[:4]); !errors.Is(err, ErrBelowThreshold) || s.Tally != nil || s.State != Sealed {
		t.Errorf("four of five counted: %v", err)
	}
	s.Customers.Group = &Ratings{Points: []float64{1, 0, 0, 0, 0}, Standing: []float64{1, 0, 0, 0, 0}}
	if err := s.Count(responses); err != nil {
		t.Fatal(err)
	}
	if s.State != Reveal || len(s.Voices) != 8 || s.Tally.CountedOnly != 8 || !s.Tally.Customers.Agreed {
		t.Errorf("state %s, %d voices, %d only counted", s.State, len(s.Voices), s.Tally.CountedOnly)
	}
	if s.Customers.Group != nil || s.Customers.Survey != nil {
		t.Error("the customers' answers are kept twice")
	}
	for i, v := range s.Voices {
		if v.ID != i+1 || v.Theme != "theme-1" || v.Named != "theme-1" {
			t.Errorf("voice %+v", v)
		}
	}
	few := readySession()
	few.State = Sealed
	if err := few.Count(responses[:7]); err != nil || few.Voices != nil {
		t.Errorf("words of seven show below eight: %v, %v", err, few.Voices)
	}
}

func TestImportCounted(t *testing.T) {
	s := readySession()
	if err := s.ImportCounted(nil, nil); err != nil || s.State != Reveal || !s.Imported {
		t.Fatalf("an import of nobody: %v, %+v", err, s)
	}
	for _, f := range s.Compare().Themes {
		if !f.Employees.Suppressed {
			t.Errorf("%s shows nobody: %+v", f.Key, f)
		}
	}
	if err := s.ImportCounted(nil, nil); !errors.Is(err, ErrIllegalMove) {
		t.Errorf("imported twice: %v", err)
	}
}

func TestCloneSharesNothing(t *testing.T) {
	s := revealed(t, 5, employees(times(8, rate([]float64{4, 3, 2, 1, 0}, []float64{-1, 0, 1, 2, missing}))...), nil, NoEvidence)
	s.Customers.Group = &Ratings{Standing: []float64{missing, 1, 1, 1, 1}}
	s.Leaders.Standing = map[ThemeKey]float64{"theme-0": 1}
	c := s.Clone()
	if !reflect.DeepEqual(s.Compare(), c.Compare()) {
		t.Error("a clone compares otherwise")
	}
	c.Leaders.Standing["theme-0"] = 3
	*c.Tally.Employees.Themes[0].Mean = 9
	c.Themes[0].Name[English] = "Else"
	if s.Leaders.Standing["theme-0"] != 1 || *s.Tally.Employees.Themes[0].Mean == 9 || s.Themes[0].Name[English] == "Else" {
		t.Error("changing the clone changes the session")
	}
	if c.Customers.Group.Points != nil || len(c.Customers.Group.Standing) != 5 {
		t.Errorf("the group's belief comes back as %+v", c.Customers.Group)
	}
}

func TestSetupCheck(t *testing.T) {
	for name, change := range map[string]func(*Setup){
		"kind":              func(u *Setup) { u.Kind = "club" },
		"language":          func(u *Setup) { u.Language = "English" },
		"threshold":         func(u *Setup) { u.Threshold = MinThreshold - 1 },
		"voices threshold":  func(u *Setup) { u.VoicesThreshold = MinVoicesThreshold - 1 },
		"expected below 0":  func(u *Setup) { u.Expected = -1 },
		"long organisation": func(u *Setup) { u.Organisation = string(make([]byte, MaxName+1)) },
	} {
		s := readySession()
		u := s.Setup
		change(&u)
		if err := s.SetSetup(u, 0); !errors.Is(err, ErrInvalid) || s.Setup == u {
			t.Errorf("%s: %v", name, err)
		}
	}
	s := readySession()
	u := s.Setup
	u.Threshold, u.VoicesThreshold = MinThreshold, MinVoicesThreshold
	if err := s.SetSetup(u, 0); err != nil {
		t.Errorf("the lowest thresholds: %v", err)
	}
}
