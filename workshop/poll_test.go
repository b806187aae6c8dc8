package workshop

import (
	"errors"
	"math"
	"slices"
	"testing"
)

// polled is a session in a state after the reveal, with three promises: one dropped.
func polled(state State) *Session {
	s := NewSession("s", Setup{Threshold: 5}, []Theme{{Key: "voice"}, {Key: "growth"}})
	s.State = state
	s.Plan.Promises = []Promise{
		{ID: 1, Due: Date{2026, 5, 2}}, {ID: 2, Due: Date{2026, 5, 1}, Status: Done}, {ID: 3, Due: Date{2026, 4, 1}, Status: Dropped},
	}
	return s
}

func ballots(t *testing.T, s *Session, list ...Ballot) []Response {
	t.Helper()
	p, _ := s.OpenedPoll()
	var sealed []Response
	for _, b := range list {
		r, err := p.response(b)
		if err != nil {
			t.Fatal(err)
		}
		payload, err := r.Encode(s.pollBox(p).Themes)
		if err != nil {
			t.Fatal(err)
		}
		if r, err = DecodeResponse(payload, s.pollBox(p).Themes); err != nil {
			t.Fatal(err)
		}
		sealed = append(sealed, r)
	}
	return sealed
}

func TestDotsPoll(t *testing.T) {
	s := polled(Prioritise)
	s.Priorities.Dots = map[ThemeKey]int{"voice": 9}
	if err := s.OpenPoll("p", PulsePoll, Date{}); !errors.Is(err, ErrNoPoll) {
		t.Errorf("a pulse before there is a plan: %v", err)
	}
	if err := s.OpenPoll("p", DotsPoll, Date{}); err != nil {
		t.Fatal(err)
	}
	if err := s.OpenPoll("q", DotsPoll, Date{}); !errors.Is(err, ErrPollOpen) {
		t.Errorf("a second poll: %v", err)
	}
	for _, to := range []State{Reveal, Planning} {
		if err := s.Move(to, 5); !errors.Is(err, ErrPollOpen) || s.State != Prioritise {
			t.Errorf("moving to %s: %v", to, err)
		}
	}
	four := ballots(t, s, Ballot{3, 0}, Ballot{2, 1}, Ballot{0, 3}, Ballot{2, 1})
	if err := s.CountPoll(four); !errors.Is(err, ErrBelowThreshold) || s.Priorities.Private || s.Polls[0].Counted {
		t.Errorf("four of five: %v", err)
	}
	if err := s.CountPoll(append(four, ballots(t, s, Ballot{1, 2})...)); err != nil {
		t.Fatal(err)
	}
	if d := s.Priorities.Dots; d["voice"] != 8 || d["growth"] != 7 || !s.Priorities.Private || s.Polls[0].Responses != 5 {
		t.Errorf("counted: %v of %d", d, s.Polls[0].Responses)
	}
	if err := s.CountPoll(four); !errors.Is(err, ErrNoPoll) {
		t.Errorf("counted twice: %v", err)
	}
	if err := s.DropPoll(); !errors.Is(err, ErrNoPoll) {
		t.Errorf("a counted poll dropped: %v", err)
	}
	if err := s.Move(Planning, 5); err != nil {
		t.Error(err)
	}
}

func TestPulse(t *testing.T) {
	const yes, half, no, none = int(Seen), int(Partly), int(NotYet), int(CannotSay)
	s := polled(Closed)
	if err := s.OpenPoll("p", PulsePoll, Date{2026, 6, 1}); err != nil {
		t.Fatal(err)
	}
	p, _ := s.OpenedPoll()
	if !slices.Equal(p.Asked, []string{"2", "1"}) {
		t.Fatalf("asked %v", p.Asked)
	}
	if err := s.Move(FollowUp, 5); err != nil {
		t.Errorf("a pulse ends with the move to follow-up: %v", err)
	}
	err := s.CountPoll(ballots(t, s, Ballot{yes, none}, Ballot{yes, yes}, Ballot{half, yes}, Ballot{no, half}, Ballot{no, no}, Ballot{none, none}))
	if err != nil {
		t.Fatal(err)
	}
	pulse := s.Pulses()[0]
	if c, ok := pulse.OfPromise(2); !ok || c != (PollCount{Seen: 2, Partly: 1, NotYet: 2}) || c.N() != 5 {
		t.Errorf("promise 2: %+v", c)
	}
	if c, ok := pulse.OfPromise(1); !ok || c != (PollCount{Suppressed: true}) {
		t.Errorf("four people are a figure: %+v", c)
	}
	if _, ok := pulse.OfPromise(3); ok {
		t.Error("a dropped promise was asked")
	}
	if _, ok := pulse.OfTheme("2"); ok {
		t.Error("a pulse knows a theme")
	}
	if err := s.OpenPoll("q", PulsePoll, Date{2026, 6, 1}); !errors.Is(err, ErrPollAgain) {
		t.Errorf("a second pulse on one day: %v", err)
	}
	if err := s.OpenPoll("q", PulsePoll, Date{2026, 7, 1}); err != nil || len(s.Pulses()) != 1 {
		t.Errorf("the next pulse: %v", err)
	}
	if err := s.DropPoll(); err != nil || len(s.Polls) != 1 {
		t.Errorf("dropping: %v", err)
	}
}

func TestBallotsRefused(t *testing.T) {
	for _, test := range []struct {
		kind PollKind
		b    Ballot
	}{
		{DotsPoll, Ballot{3}},
		{DotsPoll, Ballot{2, 0}},
		{DotsPoll, Ballot{4, -1}},
		{DotsPoll, Ballot{2, 2}},
		{PulsePoll, Ballot{1, -2}},
		{PulsePoll, Ballot{3, 0}},
		{PulsePoll, nil},
	} {
		if _, err := (Poll{Kind: test.kind, Asked: []string{"a", "b"}}).response(test.b); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s %v: %v", test.kind, test.b, err)
		}
	}
	s := polled(Closed)
	_ = s.OpenPoll("p", PulsePoll, Date{})
	off := NoRatings(2)
	off.Standing[0] = math.Inf(1)
	if err := s.CountPoll(slices.Repeat([]Response{{Ratings: off}}, 5)); !errors.Is(err, ErrInvalid) || s.Polls[0].Counted {
		t.Errorf("a ballot off the scale was counted: %v", err)
	}
}

func TestAsksAtMost(t *testing.T) {
	s := polled(FollowUp)
	for i := range 30 {
		s.Plan.Promises = append(s.Plan.Promises, Promise{ID: 10 + i, Due: Date{2026, 3, 1 + i}})
	}
	if asked := s.Asks(PulsePoll); len(asked) != MaxAsked || asked[0] != "10" || asked[15] != "25" {
		t.Errorf("asks %v", asked)
	}
}
