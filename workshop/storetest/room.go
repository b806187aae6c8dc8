package storetest

import (
	"errors"
	"testing"

	"exceed/workshop"
)

func enter(t testing.TB, store workshop.Store) *workshop.Room {
	t.Helper()
	r, err := workshop.Enter(store)
	must(t, err)
	return r
}

func rename(r *workshop.Room, team string) error {
	return r.Change("setup", func(s *workshop.Session) error {
		u := s.Setup
		u.Team = team
		return s.SetSetup(u, r.Responses())
	})
}

func room(t *testing.T, l workshop.Library) {
	store := create(t, l, Ready(0))
	r := enter(t, store)
	changes := 0
	r.Watch(func() { changes++ })

	_, err := r.Begin(Passphrase)
	must(t, err)
	for i := range 8 {
		count, err := r.Accept(NewResponse(i))
		must(t, err)
		if count != i+1 || r.Responses() != i+1 {
			t.Errorf("%d responses, want %d", count, i+1)
		}
	}
	wantErr(t, "discarding enough responses", r.Discard(), workshop.ErrEnoughToReveal)
	must(t, r.Move(workshop.Sealed))
	_, err = r.Accept(NewResponse(8))
	wantErr(t, "accept after the seal", err, workshop.ErrNotCollecting)
	wantErr(t, "back out of the seal", r.Move(workshop.Collect), workshop.ErrEnoughToReveal)
	wantErr(t, "move to the reveal", r.Move(workshop.Reveal), workshop.ErrIllegalMove)
	wantErr(t, "wrong passphrase", r.Reveal("guess"), workshop.ErrWrongKey)
	must(t, r.Reveal(Passphrase, func(s *workshop.Session) { s.Voices[7].Suggested = []workshop.ThemeKey{s.Themes[1].Key} }))
	s := r.Session()
	if len(s.Voices[7].Suggested) != 1 {
		t.Error("what finished the reveal was lost")
	}
	wantSession(t, store, s)
	if s.State != workshop.Reveal || s.Tally.Employees.Respondents != 8 || len(s.Voices) != 8 || r.Responses() != 8 {
		t.Errorf("revealed: %+v", s)
	}
	if changes != 11 { // begin, 8 responses, seal, reveal
		t.Errorf("watched %d changes, want 11", changes)
	}
	must(t, r.Move(workshop.Prioritise))
	wantSession(t, store, r.Session())
	must(t, r.Close())
}

func roomUndo(t *testing.T, l workshop.Library) {
	store := create(t, l, Ready(0))
	r := enter(t, store)
	wantErr(t, "undo of nothing", r.Undo(), workshop.ErrNothingToUndo)
	must(t, rename(r, "one"))
	must(t, rename(r, "two"))
	refused := errors.New("refused")
	wantErr(t, "a refused change", r.Change("setup", func(s *workshop.Session) error {
		s.Setup.Team = "three"
		return refused
	}), refused)
	want := func(team string) {
		t.Helper()
		if got := r.Session().Setup.Team; got != team {
			t.Errorf("team %q, want %q", got, team)
		}
		wantSession(t, store, r.Session())
	}
	want("two")
	must(t, r.Undo())
	want("one")
	if what, ok := r.CanRedo(); !ok || what != "setup" {
		t.Errorf("can redo %q, %v", what, ok)
	}
	must(t, r.Redo())
	want("two")
	must(t, r.Undo())
	must(t, rename(r, "other"))
	if _, ok := r.CanRedo(); ok {
		t.Error("a change leaves redo")
	}
	want("other")

	_, err := r.Begin("")
	must(t, err)
	if _, ok := r.CanUndo(); ok {
		t.Error("undo reaches behind the beginning")
	}
	must(t, rename(r, "while collecting"))
	_, err = r.Accept(NewResponse(0))
	must(t, err)
	wantErr(t, "undo after a response", r.Undo(), workshop.ErrNothingToUndo)
	must(t, rename(r, "later"))
	must(t, r.Move(workshop.Sealed))
	wantErr(t, "undo after sealing", r.Undo(), workshop.ErrNothingToUndo)
	want("later")
}

func roomThreshold(t *testing.T, l workshop.Library) {
	store := create(t, l, Ready(0))
	r := enter(t, store)
	_, err := r.Begin(Passphrase)
	must(t, err)
	for i := range 4 {
		_, err := r.Accept(NewResponse(i))
		must(t, err)
	}
	wantErr(t, "reveal while collecting", r.Reveal(Passphrase), workshop.ErrIllegalMove)
	must(t, r.Move(workshop.Sealed))
	before := r.Session().Clone()
	wantErr(t, "reveal of 4", r.Reveal(Passphrase), workshop.ErrBelowThreshold)
	wantSession(t, store, before)
	must(t, r.Move(workshop.Collect))
	must(t, r.Move(workshop.Prepare))
	if _, err = r.Begin(""); err != nil || r.Responses() != 4 {
		t.Errorf("going on: %v with %d responses", err, r.Responses())
	}
	must(t, r.Discard())
	if s := r.Session(); s.State != workshop.Prepare || r.Responses() != 0 {
		t.Errorf("after discarding: %s with %d", s.State, r.Responses())
	}
	wantSession(t, store, r.Session())
}
