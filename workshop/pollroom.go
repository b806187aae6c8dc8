package workshop

import "errors"

// This file is how a Room opens, fills and counts polls. Each step leaves session and box so that a crash after it is put
// right on the next opening: a box that is not the open poll's is destroyed. Undo ends at each, so that it never leads back
// to a poll that was counted or dropped.

// OpenPoll opens a poll under a random ID, with the session's passphrase. resume is the code to write down; empty where
// none is needed. ErrPollOpen, ErrNoPoll, ErrWrongKey.
func (r *Room) OpenPoll(id string, kind PollKind, day Date, passphrase string) (resume string, err error) {
	store, ok := r.store.(Poller)
	if !ok {
		return "", ErrNoPoll
	}
	next := r.session.Clone()
	if err := next.OpenPoll(id, kind, day); err != nil {
		return "", err
	}
	if err := r.tidyPoll(); err != nil {
		return "", err
	}
	p, _ := next.OpenedPoll()
	if resume, err = store.BeginPoll(next.pollBox(p), passphrase); err != nil {
		return "", err
	}
	if err = r.save(next); !Kept(err) {
		_ = store.EndPoll() // or at the next opening
		return "", err
	}
	return resume, r.replaced(next, err)
}

// Poll is the box of the open poll. ErrNoPoll where none is open; ErrNotFound or ErrDamaged where its box is lost.
func (r *Room) Poll() (PollBox, error) {
	opened, ok := r.session.OpenedPoll()
	store, can := r.store.(Poller)
	if !ok || !can {
		return nil, ErrNoPoll
	}
	box, err := store.Poll()
	if err == nil && box.ID() != opened.ID {
		return nil, ErrNotFound.With("path", r.store.Path())
	}
	return box, err
}

// AcceptBallot seals one ballot; when it returns nil the ballot is durable.
func (r *Room) AcceptBallot(b Ballot) (count int, err error) {
	box, err := r.Poll()
	if err != nil {
		return 0, err
	}
	opened, _ := r.session.OpenedPoll()
	response, err := opened.response(b)
	if err != nil {
		return box.Responses(), err
	}
	if count, err = box.Accept(response); err == nil {
		r.changed()
	}
	return count, err
}

// CountPoll counts the ballots of the open poll, saves the counts and destroys the ballots, in this order. ErrNoPoll,
// ErrBelowThreshold, ErrWrongKey, ErrNeedResumeCode.
func (r *Room) CountPoll(passphrase string) error {
	box, err := r.Poll()
	if err != nil {
		return err
	}
	if n, k := box.Responses(), r.session.Setup.Threshold; n < k {
		return ErrBelowThreshold.With("count", n, "threshold", k)
	}
	var next *Session
	err = r.store.(Poller).CountPoll(passphrase, func(ballots []Response) error {
		counted := r.session.Clone()
		if err := counted.CountPoll(ballots); err != nil {
			return err
		}
		err := r.save(counted)
		if Kept(err) {
			next = counted
		}
		return err
	})
	if next == nil {
		return err
	}
	return r.replaced(next, err)
}

// DropPoll destroys the ballots of the open poll uncounted. ErrNoPoll.
func (r *Room) DropPoll() error {
	next := r.session.Clone()
	if err := next.DropPoll(); err != nil {
		return err
	}
	err := r.save(next)
	if !Kept(err) {
		return err
	}
	if failed := r.tidyPollOf(next); err == nil && failed != nil {
		err = ErrUnconfirmed.With("path", r.store.Path()).Because(failed)
	}
	return r.replaced(next, err)
}

// tidyPoll destroys a box that is not the open poll's.
func (r *Room) tidyPoll() error { return r.tidyPollOf(r.session) }

func (r *Room) tidyPollOf(s *Session) error {
	store, ok := r.store.(Poller)
	if !ok {
		return nil
	}
	box, err := store.Poll()
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if opened, ok := s.OpenedPoll(); ok && (err != nil || box.ID() == opened.ID) {
		return nil
	}
	return store.EndPoll()
}
