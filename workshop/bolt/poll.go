package bolt

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"exceed/workshop"
	"exceed/workshop/sealed"
)

// The box of a session's poll is a file of its own beside the session, made like that of a session that collects: whatever
// holds for responses holds for ballots. Its document knows what is asked by keys alone. Neither home nor OpenFile takes
// it for a session, and there is no snapshot of it.

var _ workshop.Poller = (*Store)(nil)

// pollPath is where the box of a session's poll lies.
func pollPath(path string) string { return path + ".poll" }

// ID is the session's, or the poll's.
func (s *Store) ID() string { return s.id }

// BeginPoll makes the box of a poll. See workshop.Poller.
func (s *Store) BeginPoll(asked *workshop.Session, passphrase string) (resume string, err error) {
	switch {
	case s.closed:
		return "", workshop.ErrClosed
	case s.Locked():
		return "", workshop.ErrLocked.With("path", s.path)
	case !s.sum.State.Revealed():
		return "", workshop.ErrNoPoll
	case s.pollThere():
		return "", workshop.ErrPollOpen
	}
	if s.Protected() {
		content, err := sealed.Unwrap(s.keys.Content, passphrase, s.place("content"))
		if err != nil {
			return "", s.wrong(err)
		}
		clear(content)
	} else {
		passphrase = ""
	}
	begun := Store{path: pollPath(s.path), options: s.options, id: asked.ID, keys: keys{Poll: true}}
	framed, err := begun.framed(asked, nil, 0)
	if err != nil {
		return "", refuseSave(begun.path, err)
	}
	if err := createNew(context.Background(), begun.path, begun.id, framed, s.options); err != nil {
		return "", err
	}
	if _, err = s.Poll(); err == nil {
		resume, err = s.poll.Begin(asked, passphrase)
	}
	if err != nil {
		_ = s.EndPoll() // or at the next opening
		return "", err
	}
	return resume, nil
}

func (s *Store) pollThere() bool {
	_, err := os.Lstat(pollPath(s.path))
	return s.poll != nil || !errors.Is(err, fs.ErrNotExist)
}

// Poll is the box that BeginPoll made. See workshop.Poller.
func (s *Store) Poll() (workshop.PollBox, error) {
	if s.closed {
		return nil, workshop.ErrClosed
	}
	if s.poll == nil {
		o := s.options
		o.library = "" // no snapshots
		poll := &Store{path: pollPath(s.path), options: o}
		if err := poll.open(true); err != nil {
			return nil, err
		}
		s.poll = poll
	}
	return s.poll, nil
}

// CountPoll unseals the ballots and destroys the box once they are counted. See workshop.Poller.
func (s *Store) CountPoll(passphrase string, count func([]workshop.Response) error) error {
	if _, err := s.Poll(); err != nil {
		return err
	}
	switch {
	case !s.poll.hasBox():
		return workshop.ErrNotCollecting
	case s.poll.box == nil:
		return workshop.ErrNeedResumeCode
	}
	s.poll.settle()
	private, err := s.poll.privateKey(passphrase)
	if err != nil {
		return err
	}
	defer clear(private)
	ballots, err := s.poll.unseal(private)
	if err != nil {
		return err
	}
	if err := count(ballots); err != nil {
		return err
	}
	if err := s.EndPoll(); err != nil {
		return workshop.ErrUnconfirmed.With("path", pollPath(s.path)).Because(err)
	}
	return nil
}

// EndPoll destroys the box: first its ballots and its secret, then the file. What a damaged file holds goes with it.
func (s *Store) EndPoll() error {
	if s.closed {
		return workshop.ErrClosed
	}
	if _, err := s.Poll(); err == nil {
		if err := s.poll.empty(); err != nil {
			return err
		}
		_ = guard(s.poll.db.Close)
		s.poll.db, s.poll.closed, s.poll = nil, true, nil
	} else if errors.Is(err, workshop.ErrInUse) {
		return err
	}
	if err := s.options.removePoll(s.path); err != nil {
		return refuseSave(pollPath(s.path), err)
	}
	return nil
}

// empty destroys a poll's ballots and its secret; the file stays, to be tried again where the keyring does not answer.
func (s *Store) empty() error {
	s.settle()
	if s.hasBox() {
		asked, err := s.Load()
		if err == nil {
			err = s.leaveBox(asked, keys{Poll: true, Forget: s.keys.Keyring}, nil)
		}
		if err != nil {
			return err
		}
	}
	if s.keys.Forget {
		return workshop.ErrNotSaved.With("path", s.path)
	}
	return nil
}

// removePoll removes the file of a session's poll, and what a crash may have left beside it.
func (o options) removePoll(path string) error {
	if err := o.removeSpare(pollPath(path)); err != nil {
		return err
	}
	switch err := o.system.remove(pollPath(path)); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	}
	return o.system.syncFolder(filepath.Dir(path))
}
