package storetest

import (
	"slices"
	"testing"

	"exceed/workshop"
)

// PollID is the ID of a poll; i tells polls apart.
func PollID(i int) string { return Ready(1000 + i).ID }

// prioritising is a room that was revealed with seven responses.
func prioritising(t testing.TB, l workshop.Library, passphrase string) *workshop.Room {
	t.Helper()
	store, s, _ := collecting(t, l, 7, passphrase)
	s.State = workshop.Sealed
	must(t, store.Save(s))
	r := enter(t, store)
	must(t, r.Reveal(passphrase, func(s *workshop.Session) {
		s.Plan.Promises = []workshop.Promise{{
			ID: 1, Theme: "voice", Side: workshop.EmployeeSide, Kind: workshop.Start, What: "Answer within a day", Owner: "Amina",
			Due: s.Setup.Date.AddDays(30),
		}}
	}))
	must(t, r.Move(workshop.Prioritise))
	return r
}

// again reopens a room's session and goes on with its poll.
func again(t testing.TB, l workshop.Library, r *workshop.Room, resume string) *workshop.Room {
	t.Helper()
	store := reopen(t, l, r.Store())
	must(t, store.Unlock(Passphrase))
	r = enter(t, store)
	if box, err := r.Poll(); err == nil && box.NeedsResume() {
		must(t, box.Resume(resume))
	}
	return r
}

func ballots(t testing.TB, r *workshop.Room, list ...workshop.Ballot) {
	t.Helper()
	for _, b := range list {
		box, err := r.Poll()
		must(t, err)
		before := box.Responses()
		count, err := r.AcceptBallot(b)
		must(t, err)
		if count != before+1 || box.Responses() != count {
			t.Fatalf("%d and %d ballots, want %d", count, box.Responses(), before+1)
		}
	}
}

// wantNoBox fails the test where something of a poll's box is left.
func wantNoBox(t testing.TB, r *workshop.Room) {
	t.Helper()
	_, err := r.Store().(workshop.Poller).Poll()
	wantErr(t, "the box of a poll that is over", err, workshop.ErrNotFound)
}

func poll(t *testing.T, l workshop.Library) {
	r := prioritising(t, l, Passphrase)
	changes := 0
	r.Watch(func() { changes++ })
	must(t, rename(r, "renamed before the poll"))
	day := workshop.Date{Year: 2026, Month: 5, Day: 1}
	_, err := r.OpenPoll(PollID(0), workshop.DotsPoll, day, "guess")
	wantErr(t, "opening with a wrong passphrase", err, workshop.ErrWrongKey)
	wantNoBox(t, r)
	_, err = r.OpenPoll(PollID(0), workshop.PulsePoll, day, Passphrase)
	wantErr(t, "a pulse while priorities are set", err, workshop.ErrNoPoll)
	_, err = r.AcceptBallot(workshop.Ballot{3, 0, 0, 0})
	wantErr(t, "a ballot without a poll", err, workshop.ErrNoPoll)
	resume, err := r.OpenPoll(PollID(0), workshop.DotsPoll, day, Passphrase)
	must(t, err)
	_, err = r.OpenPoll(PollID(1), workshop.DotsPoll, day, Passphrase)
	wantErr(t, "a second poll", err, workshop.ErrPollOpen)
	wantErr(t, "undo behind the opening", r.Undo(), workshop.ErrNothingToUndo)
	wantErr(t, "leaving with an open poll", r.Move(workshop.Planning), workshop.ErrPollOpen)
	if c, ok := r.Store().(workshop.Copier); ok {
		wantErr(t, "copying with an open poll", c.CopyTo(t.Context(), r.Store().Path()+".copy.exceed"), workshop.ErrNoCopy)
	}

	ballots(t, r, workshop.Ballot{3, 0, 0, 0}, workshop.Ballot{0, 2, 1, 0}, workshop.Ballot{1, 1, 1, 0})
	_, err = r.AcceptBallot(workshop.Ballot{1, 1, 0, 0})
	wantErr(t, "a ballot with two dots", err, workshop.ErrInvalid)
	r = again(t, l, r, resume)
	ballots(t, r, workshop.Ballot{0, 3, 0, 0})
	wantErr(t, "counting four", r.CountPoll(Passphrase), workshop.ErrBelowThreshold)
	must(t, rename(r, "renamed during the poll"))
	ballots(t, r, workshop.Ballot{0, 3, 0, 0})
	sums, err := l.Sessions()
	must(t, err)
	if len(sums) != 1 || sums[0].State != workshop.Prioritise || sums[0].Responses != 7 {
		t.Errorf("listed: %+v", sums)
	}
	wantErr(t, "counting with a wrong passphrase", r.CountPoll("guess"), workshop.ErrWrongKey)
	must(t, r.CountPoll(Passphrase))
	want := map[workshop.ThemeKey]int{"reliability": 4, "voice": 9, "listening": 2, "growth": 0}
	for key, n := range want {
		if got := r.Session().Priorities.Dots[key]; got != n {
			t.Errorf("%s has %d dots, want %d", key, got, n)
		}
	}
	wantNoBox(t, r)
	wantErr(t, "undo of a count", r.Undo(), workshop.ErrNothingToUndo)
	wantErr(t, "counting twice", r.CountPoll(Passphrase), workshop.ErrNoPoll)
	_, err = r.OpenPoll(PollID(1), workshop.DotsPoll, day, Passphrase)
	wantErr(t, "asking again the same day", err, workshop.ErrPollAgain)
	wantNoBox(t, r)
	wantSession(t, r.Store(), r.Session())
	counted := r.Session().Clone()
	r = again(t, l, r, resume)
	wantSession(t, r.Store(), counted)
	must(t, r.Move(workshop.Planning))
}

func pollDropped(t *testing.T, l workshop.Library) {
	r := prioritising(t, l, "")
	wantErr(t, "dropping none", r.DropPoll(), workshop.ErrNoPoll)
	for i := range 2 { // the second with a box and keys of its own
		_, err := r.OpenPoll(PollID(i), workshop.DotsPoll, workshop.Date{}, "ignored")
		must(t, err)
		ballots(t, r, slices.Repeat([]workshop.Ballot{{3, 0, 0, 0}}, 5)...)
		must(t, r.DropPoll())
		wantNoBox(t, r)
		wantErr(t, "undo of dropping", r.Undo(), workshop.ErrNothingToUndo)
		if s := r.Session(); len(s.Polls) != 0 || len(s.Priorities.Dots) != 0 {
			t.Errorf("left of it: %+v %v", s.Polls, s.Priorities.Dots)
		}
	}
	must(t, r.Move(workshop.Planning))
	must(t, r.Move(workshop.Closed))
	_, err := r.OpenPoll(PollID(2), workshop.PulsePoll, workshop.Date{}, "")
	must(t, err)
	seen, none := int(workshop.Seen), int(workshop.CannotSay)
	ballots(t, r, workshop.Ballot{seen}, workshop.Ballot{seen}, workshop.Ballot{seen}, workshop.Ballot{none}, workshop.Ballot{seen})
	must(t, r.CountPoll(""))
	if c, ok := r.Session().Pulses()[0].OfPromise(1); !ok || c != (workshop.PollCount{Suppressed: true}) {
		t.Errorf("four of five have seen it: %+v", c)
	}
	must(t, r.Close())
	must(t, l.Delete(r.Store().Path()))
}

// A box that is not the open poll's is destroyed at the next opening: what a crash between counting and destroying leaves,
// or between making a box and saving its poll. A poll whose box is lost can be dropped.
func pollAfterCrash(t *testing.T, l workshop.Library) {
	r := prioritising(t, l, Passphrase)
	resume, err := r.OpenPoll(PollID(0), workshop.DotsPoll, workshop.Date{}, Passphrase)
	must(t, err)
	ballots(t, r, slices.Repeat([]workshop.Ballot{{3, 0, 0, 0}}, 5)...)
	open := r.Session().Clone()
	counted := open.Clone()
	counted.Polls[0].Counted, counted.Polls[0].Responses = true, 5
	must(t, r.Store().Save(counted)) // and there the power fails
	r = again(t, l, r, resume)
	wantSession(t, r.Store(), counted)
	wantNoBox(t, r)
	wantErr(t, "a second count", r.CountPoll(Passphrase), workshop.ErrNoPoll)

	must(t, r.Store().Save(open)) // as an older copy of the session would have it
	r = again(t, l, r, resume)
	_, err = r.Poll()
	wantErr(t, "a lost box", err, workshop.ErrNotFound)
	wantErr(t, "counting a lost box", r.CountPoll(Passphrase), workshop.ErrNotFound)
	must(t, r.DropPoll())

	_, err = r.OpenPoll(PollID(1), workshop.DotsPoll, workshop.Date{}, Passphrase)
	must(t, err)
	must(t, r.Store().Save(open)) // whose poll has another ID
	_, err = r.Store().(workshop.Poller).Poll()
	must(t, err)
	r = again(t, l, r, "")
	wantNoBox(t, r)
}
