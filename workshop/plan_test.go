package workshop

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"
)

func TestPromiseNeedsWhoWhatAndWhen(t *testing.T) {
	s := planning()
	for want, change := range map[string]func(*Promise){
		"what":             func(p *Promise) { p.What = " " },
		"owner":            func(p *Promise) { p.Owner = "" },
		"due":              func(p *Promise) { p.Due = Date{} },
		"due, owner, what": func(p *Promise) { *p = Promise{Theme: "a", Side: EmployeeSide, Kind: Start} },
	} {
		p := promise(EmployeeSide)
		change(&p)
		_, err := s.SetPromise(p)
		var r *Refusal
		if !errors.As(err, &r) || r.Code != ErrNoPromise.Code || r.Args["missing"] != want {
			t.Errorf("without %s: %v", want, err)
		}
	}
	for name, change := range map[string]func(*Promise){
		"an unknown theme": func(p *Promise) { p.Theme = "z" },
		"no side":          func(p *Promise) { p.Side = "" },
		"no kind":          func(p *Promise) { p.Kind = "" },
		"hours below 0":    func(p *Promise) { p.Hours = -1 },
		"no money":         func(p *Promise) { p.Money = math.NaN() },
		"a long text":      func(p *Promise) { p.FirstStep = strings.Repeat("é", MaxSentence+1) },
		"an unknown one":   func(p *Promise) { p.ID = 7 },
	} {
		p := promise(EmployeeSide)
		change(&p)
		if _, err := s.SetPromise(p); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(s.Plan.Promises) != 0 {
		t.Errorf("refused promises are kept: %+v", s.Plan.Promises)
	}
}

func TestPromisesAreNumberedForGood(t *testing.T) {
	s := planning()
	for want := 1; want <= 2; want++ {
		if id, err := s.SetPromise(promise(EmployeeSide)); err != nil || id != want {
			t.Fatalf("promise %d, %v", id, err)
		}
	}
	must(t, s.RemovePromise(2))
	if id, err := s.SetPromise(promise(EmployeeSide)); err != nil || id != 3 {
		t.Errorf("the number of a promise that is gone comes back: %d, %v", id, err)
	}
	changed := promise(EmployeeSide)
	changed.ID, changed.What = 3, "other"
	if id, err := s.SetPromise(changed); err != nil || id != 3 || len(s.Plan.Promises) != 2 || s.Plan.Promises[1].What != "other" {
		t.Errorf("replaced: %d, %v, %+v", id, err, s.Plan.Promises)
	}
	if err := s.RemovePromise(2); !errors.Is(err, ErrInvalid) {
		t.Errorf("removed twice: %v", err)
	}
}

func TestMarkPromise(t *testing.T) {
	later := Date{2027, time.March, 1}
	for name, c := range map[string]struct {
		status Status
		reason string
		due    Date
		want   error
		kept   Promise // status, reason, due, moved from
	}{
		"done":                   {Done, "words that do not matter", Date{}, nil, Promise{Status: Done, Due: promise(EmployeeSide).Due}},
		"open again":             {Open, "", Date{}, nil, Promise{Due: promise(EmployeeSide).Due}},
		"moved":                  {Moved, "ill", later, nil, Promise{Status: Moved, Reason: "ill", Due: later, MovedFrom: promise(EmployeeSide).Due}},
		"moved without a day":    {Moved, "ill", Date{}, ErrNoPromise, Promise{}},
		"moved without a reason": {Moved, " ", later, ErrReasonNeeded, Promise{}},
		"dropped":                {Dropped, "no money", Date{}, nil, Promise{Status: Dropped, Reason: "no money", Due: promise(EmployeeSide).Due}},
		"dropped without reason": {Dropped, "", Date{}, ErrReasonNeeded, Promise{}},
		"unknown":                {"lost", "", Date{}, ErrInvalid, Promise{}},
	} {
		s := planning()
		id, err := s.SetPromise(promise(EmployeeSide))
		must(t, err)
		before := s.Plan.Promises[0]
		if err := s.MarkPromise(id, c.status, c.reason, c.due); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		after := s.Plan.Promises[0]
		if c.want != nil {
			if after != before {
				t.Errorf("%s: refused, and yet %+v", name, after)
			}
			continue
		}
		if got := (Promise{Status: after.Status, Reason: after.Reason, Due: after.Due, MovedFrom: after.MovedFrom}); got != c.kept {
			t.Errorf("%s: %+v, want %+v", name, got, c.kept)
		}
	}
	if err := planning().MarkPromise(1, Done, "", Date{}); !errors.Is(err, ErrInvalid) {
		t.Errorf("a promise that is not there: %v", err)
	}
}

func TestADroppedPromiseCarriesNoOther(t *testing.T) {
	s := planning()
	id, err := s.SetPromise(promise(EmployeeSide))
	must(t, err)
	must(t, s.MarkPromise(id, Dropped, "no money", Date{}))
	if _, err := s.SetPromise(promise(CustomerSide)); !errors.Is(err, ErrEmployeesFirst) {
		t.Errorf("a dropped promise lets customers go first: %v", err)
	}
}

func TestInvestmentOfThePlan(t *testing.T) {
	p := Plan{Promises: []Promise{
		{Side: EmployeeSide, Hours: 6, Money: 100},
		{Side: EmployeeSide, Hours: 2},
		{Side: CustomerSide, Hours: 4, Money: 50},
		{Side: CustomerSide, Hours: 100, Status: Dropped},
		{Side: CustomerSide, Hours: 1, Status: Done},
	}}
	if got, want := p.Investment(), (Investment{Employees: Effort{8, 100}, Customers: Effort{5, 50}}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestInFocusOrder(t *testing.T) {
	day := func(d int) Date { return Date{2027, time.January, d} }
	p := Plan{Promises: []Promise{
		{ID: 1, Theme: "c", Side: EmployeeSide, Due: day(1)},
		{ID: 2, Theme: "a", Side: CustomerSide, Due: day(1)},
		{ID: 3, Theme: "a", Side: EmployeeSide, Due: day(9)},
		{ID: 4, Theme: "a", Side: EmployeeSide, Due: day(2)},
		{ID: 5, Theme: "b", Side: EmployeeSide, Due: day(1)},
		{ID: 6, Theme: "a", Side: EmployeeSide, Due: day(2)},
	}}
	var order []int
	for _, q := range p.InFocusOrder([]ThemeKey{"b", "a"}) {
		order = append(order, q.ID)
	}
	for i, want := range []int{5, 4, 6, 3, 2, 1} {
		if order[i] != want {
			t.Fatalf("order %v", order)
		}
	}
	if p.Promises[0].ID != 1 {
		t.Error("the plan itself was sorted")
	}
	s := planning()
	s.Plan = p
	s.Plan.Promises[3].Status, s.Plan.Promises[4].Status, s.Plan.Promises[5].Status = Done, Dropped, Moved
	due := s.Due()
	for i, want := range []int{1, 1, 2, 9} { // both sides by date, without what is done or dropped
		if len(due) != 4 || due[i].Due != day(want) {
			t.Fatalf("due %+v", due)
		}
	}
}

func TestFist(t *testing.T) {
	s := planning()
	if mean, hands := s.Plan.FistMean(); mean != 0 || hands != 0 {
		t.Errorf("no hands: %v of %d", mean, hands)
	}
	must(t, s.SetFist([6]int{0, 0, 1, 0, 2, 1}))
	if mean, hands := s.Plan.FistMean(); mean != 3.75 || hands != 4 {
		t.Errorf("%v of %d hands", mean, hands)
	}
	if err := s.SetFist([6]int{-1}); !errors.Is(err, ErrInvalid) {
		t.Errorf("fewer than no hands: %v", err)
	}
}

func TestSetPrioritiesRefuses(t *testing.T) {
	s := planning()
	good := Priorities{
		Dots: map[ThemeKey]int{"a": 3}, Map: map[ThemeKey]Placement{"a": {1, 0}}, Focus: []ThemeKey{"c", "a", "b"},
	}
	must(t, s.SetPriorities(good))
	for name, c := range map[string]struct {
		p    Priorities
		want error
	}{
		"four":            {Priorities{Focus: []ThemeKey{"a", "b", "c", "d"}}, ErrTooManyFocus},
		"one twice":       {Priorities{Focus: []ThemeKey{"a", "a"}}, ErrInvalid},
		"an unknown one":  {Priorities{Focus: []ThemeKey{"z"}}, ErrInvalid},
		"off the map":     {Priorities{Map: map[ThemeKey]Placement{"a": {1.1, 0}}}, ErrInvalid},
		"nowhere":         {Priorities{Map: map[ThemeKey]Placement{"a": {math.NaN(), 0}}}, ErrInvalid},
		"fewer than none": {Priorities{Dots: map[ThemeKey]int{"a": -1}}, ErrInvalid},
	} {
		if err := s.SetPriorities(c.p); !errors.Is(err, c.want) || len(s.Priorities.Focus) != 3 {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestContractAndParking(t *testing.T) {
	s := planning()
	must(t, s.SetContract([]ContractLine{{Leader: "The head of the desk", Behaviour: Listens}}))
	for name, line := range map[string]ContractLine{
		"nobody": {Behaviour: Listens}, "nothing": {Leader: "x"}, "a long note": {Leader: "x", Behaviour: Listens, Note: strings.Repeat("a", MaxSentence+1)},
	} {
		if err := s.SetContract([]ContractLine{line}); !errors.Is(err, ErrInvalid) || len(s.Plan.Contract) != 1 || s.Plan.Contract[0].Leader == "x" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, text := range []string{"", " \t", strings.Repeat("a", MaxSentence+1)} {
		if err := s.Park(text); !errors.Is(err, ErrInvalid) || s.Parking != nil {
			t.Errorf("parked %q: %v", text, err)
		}
	}
}
