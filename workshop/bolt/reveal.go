package bolt

import (
	"errors"

	"exceed/workshop"
	"exceed/workshop/sealed"
)

// Reveal unseals the responses, hands them over in random order, and replaces the file by a new one with the session
// that count returns. See workshop.Store. Until the new file has its name, nothing has changed and it can be done again;
// from then on the session is revealed, and what could not be finished (ErrUnconfirmed) is taken up by the next write or
// the next opening: the folder's sync, then the deletion of the keyring's secret.
func (s *Store) Reveal(passphrase string, count func([]workshop.Response) (*workshop.Session, error)) error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case s.Collects():
		return workshop.ErrCollectorOnly
	case s.sum.State.Revealed():
		return workshop.ErrAlreadyRevealed
	case !s.hasBox():
		return workshop.ErrNotCollecting
	case s.box == nil:
		return workshop.ErrNeedResumeCode
	}
	s.settle()
	private, err := s.privateKey(passphrase)
	if err != nil {
		return err
	}
	defer clear(private)
	responses, err := s.unseal(private)
	if err != nil {
		return err
	}
	session, err := count(responses)
	if err != nil {
		return err
	}
	next := keys{Protected: s.keys.Protected, Forget: s.keys.Keyring}
	var content []byte
	if next.Protected {
		content = sealed.NewKey()
		if next.Content, err = sealed.Wrap(content, passphrase, s.options.cost, s.place("content")); err != nil {
			return refuseSave(s.path, err)
		}
	}
	return s.leaveBox(session, next, content)
}

// privateKey opens the box's private key. Without protection it lies open.
func (s *Store) privateKey(passphrase string) ([]byte, error) {
	if !s.keys.Protected {
		return append([]byte(nil), s.keys.Private...), nil
	}
	private, err := sealed.Unwrap(s.keys.Private, passphrase, s.place("private"))
	if err != nil {
		return nil, s.wrong(err)
	}
	return private, nil
}

func (s *Store) unseal(private []byte) ([]workshop.Response, error) {
	themes, err := s.questions()
	if err != nil {
		return nil, err
	}
	payloads, err := s.box.Unseal(private)
	if err != nil {
		return nil, refuse(s.path, damaged("the box: %v", err))
	}
	responses := make([]workshop.Response, 0, len(payloads))
	for _, payload := range payloads {
		if r, err := workshop.DecodeResponse(payload, themes); err == nil {
			responses = append(responses, r)
		}
		clear(payload)
	}
	return responses, nil
}

// Discard destroys the responses and the box and saves the session, which is in Prepare again.
func (s *Store) Discard(session *workshop.Session) error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case s.Collects():
		return workshop.ErrCollectorOnly
	case s.sum.State.Revealed():
		return workshop.ErrAlreadyRevealed
	}
	s.settle()
	return s.leaveBox(session, keys{Forget: s.keys.Keyring}, nil)
}

// leaveBox replaces the file by one without a box and destroys the box's keys.
func (s *Store) leaveBox(session *workshop.Session, next keys, content []byte) error {
	before := s.keys
	s.keys = next
	framed, err := s.framed(session, content, 0)
	if err == nil {
		err = s.replace(framed)
	}
	if !workshop.Kept(err) {
		s.keys = before
		return refuseSave(s.path, err)
	}
	s.document, s.content, s.themes = framed[documentName][tagSize:], content, nil
	s.sum = summaryOf(session, 0, next)
	s.wipeBox()
	if err != nil {
		return err // a power cut may bring the box back, so its secret must outlive this
	}
	s.forgetSecret()
	_ = s.snapshot() // or at closing
	return nil
}

func (s *Store) wipeBox() {
	if s.box != nil {
		s.box.Wipe()
	}
	s.box, s.buffers, s.stale = nil, [2][]byte{}, false
}

// Close gives the file free. What was removed from a revealed session goes from the file, too: where it was saved since
// it was made, it is written anew. Closing twice is harmless.
func (s *Store) Close() error {
	if s.closed {
		return nil
	}
	s.settle()
	var err error
	if s.poll != nil {
		err = s.poll.Close()
	}
	if s.box != nil {
		err = errors.Join(err, s.freshen())
	}
	if s.unconfirmed && s.db != nil && !s.db.IsReadOnly() {
		err = errors.Join(err, s.writable())
		s.forgetSecret()
	}
	if s.db != nil {
		readOnly := s.db.IsReadOnly()
		err = errors.Join(err, guard(s.db.Close))
		if s.sum.State.Revealed() && !readOnly {
			err = errors.Join(err, compact(s.path, s.options))
		}
		if err == nil && !readOnly {
			err = s.snapshot()
		}
	}
	s.wipeBox()
	clear(s.content)
	s.content, s.db, s.closed = nil, nil, true
	if err != nil {
		return refuseSave(s.path, err)
	}
	return nil
}

// compact writes a closed file anew, without the free pages that hold older states, unless it has none.
func compact(path string, o options) error {
	c, err := readContents(path, newest(o.ladder))
	if err != nil || c.values == nil || c.txid == freshTxid {
		return err
	}
	if err := create(path, c.id, c.framed(), o); err != nil {
		return err
	}
	return install(path, o)
}
