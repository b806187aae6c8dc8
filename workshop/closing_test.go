package workshop

import (
	"errors"
	"slices"
	"testing"
	"time"
)

// settled is a session in Planning with nothing left open.
func settled(t *testing.T) *Session {
	t.Helper()
	s := planning()
	s.Priorities.Focus = []ThemeKey{"a"}
	for _, side := range []Side{EmployeeSide, CustomerSide} {
		p := promise(side)
		p.Agreed = true
		_, err := s.SetPromise(p)
		must(t, err)
	}
	must(t, s.SetContract([]ContractLine{{Leader: "x", Behaviour: Listens}}))
	must(t, s.SetFist([6]int{5: 3}))
	must(t, s.Park("the car park"))
	must(t, s.SetParkedFate(0, Fate{Kind: Parked}))
	for i := range s.Voices {
		s.Voices[i].Fate = Fate{Kind: ActedOn}
	}
	if ends := s.OpenEnds(); ends != nil {
		t.Fatalf("a settled session leaves open: %+v", ends)
	}
	return s
}

func TestOpenEnds(t *testing.T) {
	mean, sd, adm := -1.0, 2.0, 2.0
	for key, c := range map[string]struct {
		change func(*Session)
		count  int
		blocks bool
	}{
		"incomplete":  {func(s *Session) { s.Plan.Promises[0].Owner = " " }, 1, true},
		"waits":       {func(s *Session) { s.Plan.Promises[0].Status = Dropped }, 1, true},
		"nothing":     {func(s *Session) { s.Plan.Promises, s.Priorities.Focus = nil, nil }, 1, false},
		"focus":       {func(s *Session) { s.Priorities.Focus = []ThemeKey{"c", "a", "b"} }, 2, false},
		"not_agreed":  {func(s *Session) { s.Plan.Promises[0].Agreed, s.Plan.Promises[1].Agreed = false, false }, 2, false},
		"contract":    {func(s *Session) { s.Plan.Contract = nil }, 1, false},
		"fist":        {func(s *Session) { s.Plan.Fist = [6]int{} }, 1, false},
		"parked":      {func(s *Session) { s.Parking[0].Fate = Fate{} }, 1, false},
		"voices":      {func(s *Session) { s.Voices[1].Fate, s.Voices[2].Fate = Fate{}, Fate{} }, 2, false},
		"unexplained": {func(s *Session) { s.Tally = tallyWith(ThemeTally{N: 12, Mean: &mean, SD: &sd, ADM: &adm}) }, 1, false},
	} {
		s := settled(t)
		c.change(s)
		ends := s.OpenEnds()
		if len(ends) != 1 || ends[0].Key != key || ends[0].Count != c.count || ends[0].Blocks != c.blocks {
			t.Errorf("%s: open are %+v", key, ends)
		}
		err := s.Move(Closed, 5)
		if refused := errors.Is(err, ErrOpenEnds); refused != c.blocks || slices.Contains(s.MissingForClose(), key) != c.blocks {
			t.Errorf("%s: closing is answered by %v", key, err)
		}
	}
}

// tallyWith is a tally of the four themes of planning, the second of which is as given.
func tallyWith(second ThemeTally) *Tally {
	side := SideTally{Respondents: 12, Themes: make([]ThemeTally, 4)}
	side.Themes[1] = second
	return &Tally{Threshold: 5, Employees: side, OneVoice: make([]*[2]int, 4)}
}

func TestPassingOverNeedsAWordToGoOn(t *testing.T) {
	mean, sd, adm := -1.0, 2.0, 2.0
	s := planning()
	s.State, s.Tally = Prioritise, tallyWith(ThemeTally{N: 12, Mean: &mean, SD: &sd, ADM: &adm})
	s.Priorities.Focus = []ThemeKey{"a"}
	var r *Refusal
	if err := s.Move(Planning, 12); !errors.As(err, &r) || r.Code != ErrUnexplained.Code || r.Args["themes"] != "b" {
		t.Fatalf("a split is passed over in silence: %v", err)
	}
	s.Priorities.Dropped = map[ThemeKey]string{"b": "next year"}
	must(t, s.Move(Planning, 12))
}

func TestAStrongMinorityDivides(t *testing.T) {
	yes, no := true, false
	for name, c := range map[string]struct {
		mean, below float64
		split       *bool
		want        bool
	}{
		"a third below, the mean not": {0.1, 1.0 / 3, &no, true},
		"fewer":                       {0.1, 0.33, &no, false},
		"the mean says it, too":       {-0.1, 0.5, &no, false},
		"a split":                     {-0.1, 0.1, &yes, true},
	} {
		f := ThemeFigures{Employees: SideFigures{Mean: &c.mean, Below: &c.below, Split: c.split}}
		if got := f.Divides(); got != c.want {
			t.Errorf("%s: divides is %v", name, got)
		}
		if got := f.Splits(); got != *c.split {
			t.Errorf("%s: splits is %v", name, got)
		}
	}
	if (ThemeFigures{}).Divides() {
		t.Error("a suppressed theme divides")
	}
}

func TestAgreementFallsWithTheTerms(t *testing.T) {
	later := Date{2027, time.March, 1}
	for name, c := range map[string]struct {
		change func(*Promise)
		agreed bool
	}{
		"nothing":    {func(*Promise) {}, true},
		"hours":      {func(p *Promise) { p.Hours, p.Money, p.FirstStep, p.Kind = 9, 9, "x", Stop }, true},
		"who":        {func(p *Promise) { p.Owner = "x" }, false},
		"what":       {func(p *Promise) { p.What = "x" }, false},
		"when":       {func(p *Promise) { p.Due = later }, false},
		"measure":    {func(p *Promise) { p.Measure = "x" }, false},
		"from where": {func(p *Promise) { p.From = "x" }, false},
		"to what":    {func(p *Promise) { p.To = "x" }, false},
	} {
		s := settled(t)
		p := s.Plan.Promises[0]
		c.change(&p)
		id, err := s.SetPromise(p)
		must(t, err)
		if got := s.Plan.Promises[0].Agreed; got != c.agreed {
			t.Errorf("%s changed: agreed is %v", name, got)
		}
		must(t, s.AgreePromise(id, true))
		if !s.Plan.Promises[0].Agreed {
			t.Errorf("%s changed: the owner cannot agree anew", name)
		}
	}
	s := settled(t)
	must(t, s.MarkPromise(1, Moved, "ill", s.Plan.Promises[0].Due))
	if !s.Plan.Promises[0].Agreed {
		t.Error("the same day needs a new word")
	}
	must(t, s.MarkPromise(1, Moved, "ill", later))
	if s.Plan.Promises[0].Agreed {
		t.Error("the owner is said to have agreed to the new day")
	}
	if err := s.AgreePromise(9, true); !errors.Is(err, ErrInvalid) {
		t.Errorf("somebody agrees to nothing: %v", err)
	}
}

func TestCustomersWaitAgainWhenOurPeoplesPromiseIsDropped(t *testing.T) {
	s := settled(t)
	waits := func() bool { return s.Plan.Waits(s.Plan.Promises[1]) }
	must(t, s.MarkPromise(1, Dropped, "no money", Date{}))
	if given := s.Plan.GivenUp("a"); !waits() || len(given) != 1 || given[0].Reason != "no money" {
		t.Fatalf("waits %v, given up %+v", waits(), given)
	}
	if err := s.MarkPromise(2, Done, "", Date{}); !errors.Is(err, ErrEmployeesFirst) {
		t.Errorf("what waits is done: %v", err)
	}
	p := s.Plan.Promises[1]
	p.Override = "it was promised in spring"
	_, err := s.SetPromise(p)
	must(t, err)
	if waits() || !s.Plan.Promises[1].Agreed {
		t.Errorf("with a reason it waits: %v; agreed: %v", waits(), s.Plan.Promises[1].Agreed)
	}
	must(t, s.MarkPromise(2, Done, "", Date{}))
}
