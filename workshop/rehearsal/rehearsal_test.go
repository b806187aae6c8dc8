package rehearsal_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/memory"
	"exceed/workshop/rehearsal"
)

var day = workshop.Date{Year: 2026, Month: 11, Day: 21}

func play(t *testing.T, r *rehearsal.Rehearsal, until workshop.State) *workshop.Session {
	t.Helper()
	room, err := r.Play(t.Context(), memory.NewLibrary(), until, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := room.Session().State; got != until {
		t.Fatalf("the session stands at %s, want %s", got, until)
	}
	if err := room.Close(); err != nil {
		t.Fatal(err)
	}
	return room.Session()
}

func TestEveryStateIsReached(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, state := range workshop.States() {
			s := play(t, rehearsal.New(7, lang, 12, day), state)
			if !s.Rehearsal {
				t.Errorf("%s in %s is not marked as a rehearsal", state, lang)
			}
		}
	}
}

func TestACancelledRehearsalEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	room, err := rehearsal.New(7, workshop.English, 500, day).Play(ctx, memory.NewLibrary(), workshop.Closed, func(n int) {
		if n == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || room == nil || room.Responses() != 3 {
		t.Errorf("%v, %v", room, err)
	}
}

func TestSealedIsToldOfEachResponse(t *testing.T) {
	var counts []int
	room, err := rehearsal.New(7, workshop.English, 12, day).Play(t.Context(), memory.NewLibrary(), workshop.Collect, func(n int) { counts = append(counts, n) })
	if err != nil {
		t.Fatal(err)
	}
	if want := []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}; !reflect.DeepEqual(counts, want) {
		t.Errorf("sealed was told %v, want %v", counts, want)
	}
	if room.Responses() != 12 {
		t.Errorf("the box holds %d, want 12", room.Responses())
	}
}

func TestAdvancePlaysOn(t *testing.T) {
	r := rehearsal.New(3, workshop.Swahili, 9, day)
	room, err := r.Play(t.Context(), memory.NewLibrary(), workshop.Prepare, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, state := range workshop.States() {
		if err := r.Advance(t.Context(), room, state, nil); err != nil {
			t.Fatalf("%s: %v", state, err)
		}
		if room.Session().State != state {
			t.Fatalf("the session stands at %s, want %s", room.Session().State, state)
		}
	}
	if got, want := room.Session(), play(t, rehearsal.New(3, workshop.Swahili, 9, day), workshop.FollowUp); !reflect.DeepEqual(got, want) {
		t.Error("step by step it ends otherwise than in one go")
	}
}

func TestSameArgumentsMakeTheSameSession(t *testing.T) {
	write := func(seed uint64) string {
		data, err := json.Marshal(play(t, rehearsal.New(seed, workshop.French, 14, day), workshop.FollowUp))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	first, again := write(5), write(5)
	if first != again {
		t.Error("the same seed made two different sessions")
	}
	if first == write(6) {
		t.Error("two seeds made the same session")
	}
}

func TestBelowTheThresholdItStopsSealed(t *testing.T) {
	for n := 1; n < workshop.DefaultThreshold; n++ {
		room, err := rehearsal.New(1, workshop.English, n, day).Play(t.Context(), memory.NewLibrary(), workshop.Closed, nil)
		if !errors.Is(err, workshop.ErrBelowThreshold) {
			t.Fatalf("%d people: %v, want the refusal of too few", n, err)
		}
		if room.Session().State != workshop.Sealed || room.Responses() != n {
			t.Errorf("%d people: it stands at %s with %d", n, room.Session().State, room.Responses())
		}
		room, err = rehearsal.New(1, workshop.English, n, day).Play(t.Context(), memory.NewLibrary(), workshop.Sealed, nil)
		if err != nil || room.Session().State != workshop.Sealed {
			t.Errorf("%d people cannot be played up to sealed: %v", n, err)
		}
	}
}

func TestArgumentsOutOfRangeAreRefused(t *testing.T) {
	for name, f := range map[string]func() (*workshop.Room, error){
		"nobody": func() (*workshop.Room, error) {
			return rehearsal.New(1, "en", 0, day).Play(t.Context(), memory.NewLibrary(), "collect", nil)
		},
		"too many": func() (*workshop.Room, error) {
			return rehearsal.New(1, "en", 501, day).Play(t.Context(), memory.NewLibrary(), "collect", nil)
		},
		"unknown language": func() (*workshop.Room, error) {
			return rehearsal.New(1, "xx", 9, day).Play(t.Context(), memory.NewLibrary(), "collect", nil)
		},
		"unknown state": func() (*workshop.Room, error) {
			return rehearsal.New(1, "en", 9, day).Play(t.Context(), memory.NewLibrary(), "later", nil)
		},
	} {
		if room, err := f(); !errors.Is(err, workshop.ErrInvalid) || room != nil {
			t.Errorf("%s: %v, want a refusal", name, err)
		}
	}
}

func TestRealSessionsAreLeftAlone(t *testing.T) {
	r := rehearsal.New(1, workshop.English, 9, day)
	s := r.Session()
	s.Rehearsal, s.Setup, s.Customers.Evidence = false, r.Setup(), workshop.Survey
	store, err := memory.NewLibrary().Create(s)
	if err != nil {
		t.Fatal(err)
	}
	room, err := workshop.Enter(store)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Advance(t.Context(), room, workshop.Collect, nil); !errors.Is(err, workshop.ErrInvalid) || room.Responses() != 0 {
		t.Errorf("simulated people answered in a real session: %v, %d responses", err, room.Responses())
	}
}

func TestTheRevealSuggestsThemes(t *testing.T) {
	for _, lang := range assets.Langs() {
		suggested := 0
		voices := play(t, rehearsal.New(1, lang, 12, day), workshop.Reveal).Voices
		for _, v := range voices {
			if len(v.Suggested) > 0 {
				suggested++
			}
		}
		if suggested*10 < len(voices)*8 {
			t.Errorf("%s: suggestions for %d of %d voices", lang, suggested, len(voices))
		}
	}
}

func TestSizesAndEvidence(t *testing.T) {
	for _, n := range []int{5, 6, 8, 40, 500} {
		for _, evidence := range []workshop.Evidence{workshop.Survey, workshop.PrivateBelief, workshop.GroupBelief} {
			r := rehearsal.New(uint64(n), workshop.English, n, day)
			r.Evidence = evidence
			s := play(t, r, workshop.FollowUp)
			c := s.Compare()
			if c.Evidence != evidence || c.Respondents.Employees != n || c.Kept.Customers == nil {
				t.Errorf("%d people, %s: evidence %q, %d employees, customers %v", n, evidence, c.Evidence, c.Respondents.Employees, c.Kept.Customers)
			}
			if k := len(s.Plan.Promises); k < 3 || k > 6 {
				t.Errorf("%d people, %s: %d promises, want 3 to 6", n, evidence, k)
			}
			checkGroup(t, s)
		}
	}
}

// checkGroup says whether the group did what a group does.
func checkGroup(t *testing.T, s *workshop.Session) {
	t.Helper()
	if len(s.Priorities.Focus) != workshop.MaxFocus || len(s.Priorities.Dots) == 0 || len(s.Priorities.Map) == 0 {
		t.Errorf("priorities are thin: %+v", s.Priorities)
	}
	if len(s.Plan.Contract) == 0 || len(s.Parking) == 0 {
		t.Error("no contract, or nothing parked")
	}
	if _, hands := s.Plan.FistMean(); hands != s.Tally.Employees.Respondents {
		t.Errorf("%d hands of %d people", hands, s.Tally.Employees.Respondents)
	}
	for _, p := range s.Plan.Promises {
		if !s.Setup.Date.Before(p.Due) || p.Measure == "" || p.FirstStep == "" || !p.Agreed {
			t.Errorf("a thin promise: %+v", p)
		}
	}
	if s.Tally.Employees.Respondents < s.Setup.VoicesThreshold {
		return
	}
	hidden, merged, undecided := 0, 0, 0
	for _, v := range s.Voices {
		if v.Hidden {
			hidden++
		}
		if v.Into != 0 {
			merged++
		}
		if v.Fate.Kind == workshop.Undecided {
			undecided++
		}
	}
	if hidden == 0 || undecided > 0 {
		t.Errorf("%d voices: %d hidden, %d undecided", len(s.Voices), hidden, undecided)
	}
	if len(s.Voices) > 16 && merged != 1 {
		t.Errorf("%d voices: %d merged", len(s.Voices), merged)
	}
}

func TestOwnThemes(t *testing.T) {
	r := rehearsal.New(2, workshop.English, 10, day)
	room, err := r.Play(t.Context(), memory.NewLibrary(), workshop.Prepare, nil)
	if err != nil {
		t.Fatal(err)
	}
	var own []workshop.Theme
	for _, key := range []workshop.ThemeKey{"one", "two", "three", "four"} {
		own = append(own, workshop.Theme{Key: key, Name: workshop.Text{"en": "N"}, Employees: workshop.Text{"en": "E"}, Customers: workshop.Text{"en": "C"}})
	}
	if err := room.Change("themes", func(s *workshop.Session) error { return s.SetThemes(own, 0) }); err != nil {
		t.Fatal(err)
	}
	if err := r.Advance(t.Context(), room, workshop.FollowUp, nil); err != nil {
		t.Fatal(err)
	}
	if len(room.Session().Plan.Promises) < 3 {
		t.Error("a coach's own themes get no promises")
	}
}

// TestPeopleAreBelievable looks at many casts: they must differ, divide and be misjudged as real teams are.
func TestPeopleAreBelievable(t *testing.T) {
	const seeds = 40
	fields := map[workshop.Field]int{}
	overPredicted, divided, missing, silent, allOrNothing := 0, 0, 0, 0, 0
	for seed := range uint64(seeds) {
		r := rehearsal.New(seed, workshop.English, 12, day)
		for _, response := range r.Responses(assets.Themes()) {
			if !response.Complete() {
				t.Fatalf("seed %d: somebody spread %v", seed, response.Points)
			}
			given := 0
			for i := range response.Points {
				if response.Points[i] > 0 {
					given++
				}
				if math.IsNaN(response.Standing[i]) {
					missing++
				}
			}
			if given <= 3 {
				allOrNothing++
			}
			if response.Behaviours == [workshop.BehaviourCount]workshop.Frequency{} {
				silent++
			}
		}
		c := play(t, r, workshop.Reveal).Compare()
		split := false
		for _, theme := range c.Themes {
			if theme.Field != nil {
				fields[*theme.Field]++
			}
			split = split || theme.Employees.Split != nil && *theme.Employees.Split
		}
		if split {
			divided++
		}
		if c.PerceptionGap != nil && *c.PerceptionGap > 0.2 {
			overPredicted++
		}
		if tau := c.Order.LeadersEmployees.TauB; tau == nil || *tau > 0.8 {
			t.Errorf("seed %d: leaders know the team's order too well: %v", seed, tau)
		}
	}
	t.Logf("of %d casts: %d over-predicted, %d divided; fields %v; %d standings missing, %d silent on behaviours, %d gave to at most three themes",
		seeds, overPredicted, divided, fields, missing, silent, allOrNothing)
	if overPredicted < seeds*8/10 {
		t.Errorf("leaders predicted too well in only %d of %d", overPredicted, seeds)
	}
	if divided < seeds*9/10 {
		t.Errorf("only %d of %d teams are divided on something", divided, seeds)
	}
	for _, field := range []workshop.Field{workshop.ModelFirst, workshop.AtOurExpense, workshop.CarryOver, workshop.KeepExceeding} {
		if fields[field] < seeds {
			t.Errorf("only %d themes of %d casts lie in %s", fields[field], seeds, field)
		}
	}
	if missing == 0 || silent == 0 || allOrNothing < seeds {
		t.Errorf("answers are too smooth: %d missing, %d silent, %d gave to at most three themes", missing, silent, allOrNothing)
	}
}
