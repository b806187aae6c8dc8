package workshop

import (
	"errors"
	"testing"
	"time"
)

// planning is a session with four themes and four voices that stands in Planning.
func planning() *Session {
	var themes []Theme
	for _, key := range []ThemeKey{"a", "b", "c", "d"} {
		themes = append(themes, Theme{Key: key, Name: Text{English: string(key)}, Employees: Text{English: "e"}, Customers: Text{English: "c"}})
	}
	s := NewSession("1", Setup{Date: Date{2026, time.November, 21}}, themes)
	s.State = Planning
	for id := range 4 {
		s.Voices = append(s.Voices, Voice{ID: id + 1, Text: string(rune('p' + id)), Theme: themes[id].Key})
	}
	return s
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func into(s *Session) (heads [4]int) {
	for i, v := range s.Voices {
		heads[i] = v.Into
	}
	return heads
}

func TestVoicesMergeAndComeApart(t *testing.T) {
	s := planning()
	must(t, s.MergeVoice(2, 1))
	must(t, s.MergeVoice(1, 3)) // 2 goes along
	if got := into(s); got != [4]int{3, 3, 0, 0} {
		t.Fatalf("merged into %v", got)
	}
	must(t, s.ChangeVoice(3, func(v *Voice) { v.Fate = Fate{Kind: ActedOn} }))
	if got := s.FateOf(s.Voices[1]); got.Kind != ActedOn {
		t.Errorf("a merged voice has the fate %q, not that of its head", got.Kind)
	}
	must(t, s.UnmergeVoice(2))
	if v, _ := s.Voice(2); v.Into != 0 || v.Theme != "b" {
		t.Errorf("after coming apart: %+v", v)
	}
	must(t, s.MergeVoice(3, 1)) // head and merged change places
	if got := into(s); got != [4]int{0, 0, 1, 0} {
		t.Errorf("merged into %v", got)
	}
	for _, bad := range [][2]int{{1, 1}, {4, 3}, {4, 9}, {9, 1}} {
		if err := s.MergeVoice(bad[0], bad[1]); err == nil {
			t.Errorf("merging %d into %d was not refused", bad[0], bad[1])
		}
	}
}

func TestHidingOneVoiceNeverSilencesAnother(t *testing.T) {
	s := planning()
	must(t, s.MergeVoice(2, 1))
	must(t, s.HideVoice(1, true))
	shown := s.VoicesToShow()
	if len(shown) != 3 || shown[0].ID != 2 || shown[0].Into != 0 {
		t.Errorf("shown after hiding: %+v", shown)
	}
	if err := s.MergeVoice(3, 1); err == nil {
		t.Error("a voice went under a hidden one, where nobody would see it")
	}
	if got, want := s.CountVoices(), (VoiceCount{All: 4, Hidden: 1, Undecided: 3}); got != want {
		t.Errorf("counted %+v, want %+v", got, want)
	}
	must(t, s.HideVoice(1, false))
	if got := s.CountVoices().Hidden; got != 0 {
		t.Errorf("%d hidden after showing it again", got)
	}
}

func TestFocusHoldsThree(t *testing.T) {
	var p Priorities
	for _, key := range []ThemeKey{"a", "b", "c"} {
		must(t, p.Toggle(key))
	}
	if err := p.Toggle("d"); !errors.Is(err, ErrTooManyFocus) {
		t.Errorf("a fourth theme: %v", err)
	}
	p.Promote("c")
	must(t, p.Toggle("a"))
	if len(p.Focus) != 2 || p.Focus[0] != "c" || p.Focus[1] != "b" {
		t.Errorf("focus %v", p.Focus)
	}
}

func TestSplitsAndTheFirstNeedAWord(t *testing.T) {
	c := &Comparison{Themes: []ThemeFigures{
		{Key: "a", FocusRank: new(1), Focus: new(0.2)},
		{Key: "b", FocusRank: new(2), Focus: new(0.1), Employees: SideFigures{Split: new(true)}},
		{Key: "c", FocusRank: new(3), Focus: new(0.1)},
		{Key: "d"},
	}}
	keys := func(p Priorities) (keys string) {
		for _, t := range p.Unexplained(c) {
			keys += string(t.Key)
		}
		return keys
	}
	for _, x := range []struct {
		p    Priorities
		want string
	}{
		{Priorities{}, "ab"},
		{Priorities{Focus: []ThemeKey{"a"}}, "b"},
		{Priorities{Focus: []ThemeKey{"c"}, Dropped: map[ThemeKey]string{"a": "next year", "b": " "}}, "b"},
	} {
		if got := keys(x.p); got != x.want {
			t.Errorf("%+v leaves %q unexplained, want %q", x.p, got, x.want)
		}
	}
	c.Themes[0].Focus = new(0.0) // nothing is below: the first is first by its weight alone
	if got := keys(Priorities{}); got != "b" {
		t.Errorf("without a focus value %q unexplained", got)
	}
}

func promise(side Side) Promise {
	return Promise{Theme: "a", Side: side, Kind: Start, What: "w", Owner: "o", Due: Date{2026, time.December, 21}}
}

func TestCustomersWaitBehindEmployees(t *testing.T) {
	s := planning()
	if _, err := s.SetPromise(promise(CustomerSide)); !errors.Is(err, ErrEmployeesFirst) {
		t.Fatalf("customers first: %v", err)
	}
	own, err := s.SetPromise(promise(EmployeeSide))
	must(t, err)
	id, err := s.SetPromise(promise(CustomerSide))
	must(t, err)
	if err := s.RemovePromise(own); !errors.Is(err, ErrEmployeesFirst) {
		t.Errorf("the promise that the other waits for could go: %v", err)
	}
	turned := promise(CustomerSide)
	turned.ID = own
	if _, err := s.SetPromise(turned); !errors.Is(err, ErrEmployeesFirst) {
		t.Errorf("it could turn to the customers: %v", err)
	}
	must(t, s.RemovePromise(id))
	must(t, s.RemovePromise(own))
	with := promise(CustomerSide)
	with.Override = "a contract that ends in June"
	_, err = s.SetPromise(with)
	must(t, err)
}

func TestProgressCountsByTheFirstDate(t *testing.T) {
	s := planning()
	var ids []int
	for _, days := range []int{20, 30, 50, 80} {
		p := promise(EmployeeSide)
		p.Due = s.Setup.Date.AddDays(days)
		id, err := s.SetPromise(p)
		must(t, err)
		ids = append(ids, id)
	}
	must(t, s.MarkPromise(ids[0], Done, "", Date{}))
	must(t, s.MarkPromise(ids[1], Moved, "the room was let", s.Setup.Date.AddDays(70)))
	must(t, s.MarkPromise(ids[3], Dropped, "no budget", Date{}))
	today := s.Setup.Date.AddDays(60)
	for _, x := range []struct {
		days int
		want Progress
	}{
		{30, Progress{All: 2, Done: 1, Moved: 1}},
		{60, Progress{All: 3, Done: 1, Moved: 1, Open: 1, Late: 1}},
		{90, Progress{All: 4, Done: 1, Moved: 1, Open: 1, Dropped: 1, Late: 1}},
	} {
		if got := s.Plan.Progress(s.Setup.Date.AddDays(x.days), today); got != x.want {
			t.Errorf("after %d days %+v, want %+v", x.days, got, x.want)
		}
	}
	must(t, s.MarkPromise(ids[1], Moved, "again", s.Setup.Date.AddDays(90)))
	if got := s.Plan.Promises[1].FirstDue(); got != s.Setup.Date.AddDays(30) {
		t.Errorf("moved twice, first due %v", got)
	}
}

func TestParkedItemsGetAFate(t *testing.T) {
	s := planning()
	must(t, s.Park("the car park"))
	if err := s.SetParkedFate(0, Fate{Kind: Declined}); !errors.Is(err, ErrReasonNeeded) {
		t.Errorf("declined without a reason: %v", err)
	}
	must(t, s.SetParkedFate(0, Fate{Kind: Declined, Reason: "not ours"}))
	if err := s.SetParkedFate(1, Fate{}); err == nil {
		t.Error("an item that is not there got a fate")
	}
}
