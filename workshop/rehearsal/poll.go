package rehearsal

import (
	"fmt"
	"math/rand/v2"

	"exceed/workshop"
)

// poll opens a poll on a day, lets everybody answer at the kiosk, and counts it. ballot is what one of them answers.
func (r *Rehearsal) poll(room *workshop.Room, rnd *rand.Rand, kind workshop.PollKind, day workshop.Date, ballot func(asked int) workshop.Ballot) error {
	id := fmt.Sprintf("%016x%016x", rnd.Uint64(), rnd.Uint64())
	if _, err := room.OpenPoll(id, kind, day, ""); err != nil {
		return err
	}
	opened, _ := room.Session().OpenedPoll()
	for range r.participants {
		if _, err := room.AcceptBallot(ballot(len(opened.Asked))); err != nil {
			return err
		}
	}
	return room.CountPoll("")
}

// dots lets everybody give their dots in private; what comes first in the figures draws most.
func (r *Rehearsal) dots(room *workshop.Room) error {
	s, rnd := room.Session(), r.stream(partDots)
	pulls := make([]float64, len(s.Themes))
	for i, t := range ranked(s) {
		pulls[workshop.ThemeIndex(s.Themes, t.Key)] = 1 / float64(1+i)
	}
	return r.poll(room, rnd, workshop.DotsPoll, s.Setup.Date, func(int) workshop.Ballot {
		b := make(workshop.Ballot, len(pulls))
		for i, n := range spread(rnd, workshop.DotsToSpread, pulls) {
			b[i] = int(n)
		}
		return b
	})
}

// pulse asks everybody on a day what they have seen of the promises. The last one asked is seen by few, so that a figure
// is withheld.
func (r *Rehearsal) pulse(room *workshop.Room, part uint64, days int, seen float64) error {
	rnd := r.stream(part)
	return r.poll(room, rnd, workshop.PulsePoll, room.Session().Setup.Date.AddDays(days), func(asked int) workshop.Ballot {
		b := make(workshop.Ballot, asked)
		for i := range b {
			silent := 0.1
			if i > 0 && i == asked-1 {
				silent = 0.8
			}
			switch x := rnd.Float64(); {
			case rnd.Float64() < silent:
				b[i] = int(workshop.CannotSay)
			case x < seen:
				b[i] = int(workshop.Seen)
			case x < seen+0.25:
				b[i] = int(workshop.Partly)
			default:
				b[i] = int(workshop.NotYet)
			}
		}
		return b
	})
}
