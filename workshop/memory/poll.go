package memory

import "exceed/workshop"

var _ workshop.Poller = (*Store)(nil)

// ID is the session's, or the poll's.
func (s *Store) ID() string { return s.place.session.ID }

// BeginPoll makes the box of a poll. See workshop.Poller.
func (s *Store) BeginPoll(asked *workshop.Session, passphrase string) (resume string, err error) {
	if err := s.ready(); err != nil {
		return "", err
	}
	switch {
	case !s.place.session.State.Revealed():
		return "", workshop.ErrNoPoll
	case s.place.poll != nil:
		return "", workshop.ErrPollOpen
	case !s.fits(passphrase):
		return "", workshop.ErrWrongKey
	}
	s.place.poll = &place{session: asked.Clone(), hasBox: true, passphrase: s.place.passphrase}
	return "", nil
}

// Poll is the box that BeginPoll made. See workshop.Poller.
func (s *Store) Poll() (workshop.PollBox, error) {
	poll, err := s.poll()
	if err != nil {
		return nil, err
	}
	return poll, nil
}

func (s *Store) poll() (*Store, error) {
	switch {
	case s.closed:
		return nil, workshop.ErrClosed
	case s.place.poll == nil:
		return nil, workshop.ErrNotFound.With("path", s.path)
	}
	return &Store{library: s.library, path: s.path, place: s.place.poll}, nil
}

// CountPoll hands the ballots over in random order and forgets them once they are counted. See workshop.Poller.
func (s *Store) CountPoll(passphrase string, count func([]workshop.Response) error) error {
	poll, err := s.poll()
	switch {
	case err != nil:
		return err
	case !poll.fits(passphrase):
		return workshop.ErrWrongKey
	}
	ballots, err := poll.shuffled()
	if err != nil {
		return err
	}
	if err := count(ballots); err != nil {
		return err
	}
	return s.EndPoll()
}

// EndPoll forgets the box.
func (s *Store) EndPoll() error {
	if s.closed {
		return workshop.ErrClosed
	}
	s.place.poll = nil
	return nil
}
