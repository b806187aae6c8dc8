package bolt

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"exceed/workshop"
)

var _ workshop.Copier = (*Store)(nil)

// CopyTo writes a fresh file with the session and the keys of its content: no page of this file's past goes along. See
// workshop.Copier.
func (s *Store) CopyTo(ctx context.Context, path string) error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case s.Collects():
		return workshop.ErrCollectorOnly
	case s.hasBox() || s.pollThere():
		return workshop.ErrNoCopy
	}
	k := s.keys
	k.Keyring, k.Forget = false, false // the secret is this file's to forget
	return createNew(ctx, path, s.id, map[string][]byte{
		documentName: frame(s.id, documentName, s.document),
		keysValue:    s.frameJSON(keysValue, k),
		summaryValue: s.frameJSON(summaryValue, s.sum),
	}, s.options)
}

// createNew makes a file where there is none. ErrExists, ErrReadOnly, ErrDiskFull, ErrNotSaved; the context's error.
func createNew(ctx context.Context, path, id string, framed map[string][]byte, o options) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		if err == nil {
			err = fs.ErrExist
		}
		return refuse(path, err)
	}
	err := create(path, id, framed, o)
	if err == nil && ctx.Err() != nil {
		return errors.Join(ctx.Err(), o.removeSpare(path))
	}
	if err == nil {
		err = install(path, o)
	}
	if errors.Is(err, errUnconfirmed) {
		_ = o.system.remove(path)
	}
	if err != nil {
		return refuseSave(path, err)
	}
	return nil
}

// withdraws says whether a revealed session no longer holds words of the one that is stored.
func (s *Store) withdraws(next *workshop.Session) bool {
	before, err := s.Load()
	if err != nil {
		return true
	}
	left := map[string]bool{}
	for _, v := range next.Voices {
		left[v.Text] = true
	}
	for _, v := range before.Voices {
		if !left[v.Text] {
			return true
		}
	}
	return len(next.Parking) < len(before.Parking) || len(next.Plan.Promises) < len(before.Plan.Promises)
}

// saveAnew saves a session into a fresh file, so that nothing that was removed stays in free pages, nor in a snapshot.
func (s *Store) saveAnew(session *workshop.Session, document []byte) error {
	before, sum := s.document, s.sum
	s.document, s.sum = document, summaryOf(session, s.Responses(), s.keys)
	err := s.replace(s.everything(nil))
	if !workshop.Kept(err) {
		s.document, s.sum = before, sum
		return err
	}
	s.themes = nil
	if err == nil {
		s.renewSnapshot()
	}
	return err
}
