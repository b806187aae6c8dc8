package rehearsal

import (
	"context"
	"errors"
	"fmt"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/suggest"
)

// Play makes a new session in the library and plays it up to a state, whose own work is done too: in Collect everybody
// has answered, in Reveal the facilitator has read the voices, in Planning the plan is complete. sealed, if not nil, is
// called with the count as soon as each response is safe.
//
// The room is open and the caller's to close; it is there also beside an error, where the session stands as far as it
// came. With fewer people than the threshold that is Sealed, and every later state is refused with ErrBelowThreshold.
// ErrInvalid for a number of people out of range or an unknown state; the context's error once it is over;
// otherwise the library's and the store's errors.
func (r *Rehearsal) Play(ctx context.Context, lib workshop.Library, until workshop.State, sealed func(n int)) (*workshop.Room, error) {
	if r.participants < 1 || r.participants > MaxParticipants {
		return nil, invalid("participants", "is not between 1 and 500")
	}
	if !assets.Ships(r.lang) {
		return nil, invalid("language", fmt.Sprintf("is none of %v", assets.Langs()))
	}
	if !until.Valid() {
		return nil, invalid("until", "is no state of a session")
	}
	store, err := lib.Create(r.Session())
	if err != nil {
		return nil, err
	}
	room, err := workshop.Enter(store)
	if err != nil {
		_ = store.Close()
		return nil, err
	}
	if err := r.work(ctx, room, sealed); err != nil {
		return room, err
	}
	return room, r.Advance(ctx, room, until, sealed)
}

// Advance plays an open session on from where it stands to a later state, as Play does; where it is there already it
// does nothing. The work of the state that it stands in counts as done, so a coach may prepare by hand and let the
// people answer. ErrInvalid for a session that is not marked as a rehearsal: nobody simulated answers in a real one.
func (r *Rehearsal) Advance(ctx context.Context, room *workshop.Room, until workshop.State, sealed func(n int)) error {
	if !room.Session().Rehearsal {
		return invalid("session", "is no rehearsal, and simulated people stay out of real ones")
	}
	for room.Session().State.Index() < until.Index() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := r.next(ctx, room); err != nil {
			return err
		}
		if err := r.work(ctx, room, sealed); err != nil {
			return err
		}
	}
	return nil
}

// next takes the session one state on.
func (r *Rehearsal) next(ctx context.Context, room *workshop.Room) (err error) {
	switch room.Session().State {
	case workshop.Prepare:
		r.Resume, err = room.Begin("")
		return err
	case workshop.Sealed:
		var filled error
		err = room.Reveal("", func(s *workshop.Session) { filled = suggest.Fill(ctx, s) })
		return errors.Join(err, filled)
	}
	to, _ := room.Session().State.Next()
	return room.Move(to)
}

// work does what belongs to the state that the session stands in.
func (r *Rehearsal) work(ctx context.Context, room *workshop.Room, sealed func(n int)) error {
	switch room.Session().State {
	case workshop.Prepare:
		return r.prepare(room)
	case workshop.Collect:
		return r.collect(ctx, room, sealed)
	case workshop.Reveal:
		return r.reveal(room)
	case workshop.Prioritise:
		return r.prioritise(room)
	case workshop.Planning:
		return r.plan(room)
	case workshop.FollowUp:
		return r.followUp(room)
	}
	return nil
}

func (r *Rehearsal) prepare(room *workshop.Room) error {
	err := room.Change("setup", func(s *workshop.Session) error { return s.SetSetup(r.Setup(), 0) })
	if err != nil {
		return err
	}
	return room.Change("customers", func(s *workshop.Session) error {
		return s.SetCustomers(workshop.Customers{Evidence: r.Evidence}, 0)
	})
}

func (r *Rehearsal) collect(ctx context.Context, room *workshop.Room, sealed func(n int)) error {
	themes := room.Session().Themes
	for _, response := range r.Responses(themes) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		n, err := room.Accept(response)
		if err != nil {
			return err
		}
		if sealed != nil {
			sealed(n)
		}
	}
	err := room.Change("customers", func(s *workshop.Session) error {
		return s.SetCustomers(r.Customers(themes, s.Setup.Threshold), room.Responses())
	})
	if err != nil {
		return err
	}
	return room.Change("leaders", func(s *workshop.Session) error { return s.SetLeaders(r.Leaders(themes)) })
}

func (r *Rehearsal) reveal(room *workshop.Room) error {
	for _, item := range lines().Parking {
		if err := room.Change("parking", func(s *workshop.Session) error { return s.Park(r.say(item)) }); err != nil {
			return err
		}
	}
	return room.Change("voice", r.readVoices)
}

func (r *Rehearsal) prioritise(room *workshop.Room) error {
	err := room.Change("priorities", func(s *workshop.Session) error { return s.SetPriorities(r.priorities(s)) })
	if err != nil {
		return err
	}
	if err := r.dots(room); err != nil {
		return err
	}
	return room.Change("voice", r.decideFates)
}

func (r *Rehearsal) plan(room *workshop.Room) error {
	for _, p := range r.promises(room.Session()) {
		err := room.Change("promise", func(s *workshop.Session) error {
			_, err := s.SetPromise(p)
			return err
		})
		if err != nil {
			return err
		}
	}
	err := room.Change("contract", func(s *workshop.Session) error { return s.SetContract(r.contract(s)) })
	if err != nil {
		return err
	}
	err = room.Change("parking", func(s *workshop.Session) error {
		fates := []workshop.Fate{
			{Kind: workshop.Parked},
			{Kind: workshop.Declined, Reason: r.say(lines().Declined[0])},
			{Kind: workshop.ActedOn},
		}
		for i := range s.Parking {
			s.Parking[i].Fate = fates[i%len(fates)]
		}
		return nil
	})
	if err != nil {
		return err
	}
	return room.Change("fist", func(s *workshop.Session) error { return s.SetFist(r.fist()) })
}

// followUp is the first review: the team has been asked twice what it sees, one promise is done, one moved with its
// owner's word, the others are open.
func (r *Rehearsal) followUp(room *workshop.Room) error {
	if err := r.pulse(room, partFirstPulse, 14, 0.2); err != nil {
		return err
	}
	if err := r.pulse(room, partSecondPulse, 30, 0.5); err != nil {
		return err
	}
	promises := room.Session().Plan.Promises
	if len(promises) < 2 {
		return nil
	}
	done, moved := promises[0], promises[1]
	err := room.Change("promise", func(s *workshop.Session) error {
		return s.MarkPromise(done.ID, workshop.Done, "", workshop.Date{})
	})
	if err != nil {
		return err
	}
	return room.Change("promise", func(s *workshop.Session) error {
		if err := s.MarkPromise(moved.ID, workshop.Moved, r.say(lines().Moved), moved.Due.AddDays(30)); err != nil {
			return err
		}
		return s.AgreePromise(moved.ID, true)
	})
}

func invalid(place, problem string) error {
	return workshop.ErrInvalid.With("place", place, "problem", problem)
}
