// Package memory keeps sessions in memory, for tests, for rehearsals that are thrown away, and as the plain counterpart
// of package bolt: it keeps responses readable and in the order in which they came.
package memory

import (
	"crypto/subtle"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"exceed/workshop"
)

// Library is a set of sessions. It implements workshop.Library.
type Library struct {
	mu     sync.Mutex
	places map[string]*place
}

var _ workshop.Library = (*Library)(nil)

// place is what a session's file would hold.
type place struct {
	session    *workshop.Session
	hasBox     bool
	responses  [][]byte
	passphrase string
	open       bool
	poll       *place // the box of the session's poll; nil where there is none
}

// NewLibrary is an empty library.
func NewLibrary() *Library { return &Library{places: map[string]*place{}} }

// Sessions lists the sessions, newest date first.
func (l *Library) Sessions() ([]workshop.Summary, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var list []workshop.Summary
	for path, p := range l.places {
		s := p.session
		sum := workshop.Summary{
			ID: s.ID, Path: path, Organisation: s.Setup.Organisation, Team: s.Setup.Team, Date: s.Setup.Date, State: s.State,
			Language: s.Setup.Language, Responses: len(p.responses), Rehearsal: s.Rehearsal, Protected: p.passphrase != "",
		}
		if s.Tally != nil {
			sum.Responses = s.Tally.Employees.Respondents
		}
		if !sum.Protected {
			sum.Due = s.Due()
		}
		list = append(list, sum)
	}
	slices.SortFunc(list, func(a, b workshop.Summary) int {
		if a.Date != b.Date {
			return b.Date.Time().Compare(a.Date.Time())
		}
		return strings.Compare(a.Path, b.Path)
	})
	return list, nil
}

// Create makes a place for a session, named by its id. ErrExists.
func (l *Library) Create(s *workshop.Session) (workshop.Store, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	path := "memory:" + s.ID
	if l.places[path] != nil {
		return nil, workshop.ErrExists.With("path", path)
	}
	p := &place{session: s.Clone(), open: true}
	l.places[path] = p
	return &Store{library: l, path: path, place: p}, nil
}

// Open opens a session. ErrNotFound, ErrInUse.
func (l *Library) Open(path string) (workshop.Store, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	p := l.places[path]
	switch {
	case p == nil:
		return nil, workshop.ErrNotFound.With("path", path)
	case p.open:
		return nil, workshop.ErrInUse.With("path", path)
	}
	p.open = true
	return &Store{library: l, path: path, place: p, locked: p.passphrase != "" && p.session.State.Revealed()}, nil
}

// Delete destroys a session. ErrNotFound, ErrInUse.
func (l *Library) Delete(path string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	p := l.places[path]
	switch {
	case p == nil:
		return workshop.ErrNotFound.With("path", path)
	case p.open:
		return workshop.ErrInUse.With("path", path)
	}
	delete(l.places, path)
	return nil
}

// Restore has nothing to bring back: there are no copies.
func (l *Library) Restore(path string) error { return workshop.ErrNotFound.With("path", path) }

// Store is one session. It implements workshop.Store.
type Store struct {
	library *Library
	path    string
	place   *place
	locked  bool
	closed  bool
}

var _ workshop.Store = (*Store)(nil)

// Path names the session.
func (s *Store) Path() string { return s.path }

// Locked says whether the content needs Unlock before Load.
func (s *Store) Locked() bool { return s.locked }

// Protected says whether a passphrase guards the session.
func (s *Store) Protected() bool { return s.place.passphrase != "" }

// Unlock opens the content with the passphrase. ErrWrongKey.
func (s *Store) Unlock(passphrase string) error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case !s.locked:
		return nil
	case !s.fits(passphrase):
		return workshop.ErrWrongKey
	}
	s.locked = false
	return nil
}

func (s *Store) fits(passphrase string) bool {
	return s.place.passphrase == "" || subtle.ConstantTimeCompare([]byte(passphrase), []byte(s.place.passphrase)) == 1
}

// ready is what keeps a method from its work.
func (s *Store) ready() error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case s.locked:
		return workshop.ErrLocked.With("path", s.path)
	}
	return nil
}

// Load reads the session. ErrLocked.
func (s *Store) Load() (*workshop.Session, error) {
	if err := s.ready(); err != nil {
		return nil, err
	}
	return s.place.session.Clone(), nil
}

// Save replaces the session.
func (s *Store) Save(session *workshop.Session) error {
	if err := s.ready(); err != nil {
		return err
	}
	if s.place.session.State.Revealed() && !session.State.Revealed() {
		return workshop.ErrAlreadyRevealed
	}
	s.change(func(p *place) { p.session = session.Clone() })
	return nil
}

// change applies f to the place while nobody lists the library.
func (s *Store) change(f func(p *place)) {
	s.library.mu.Lock()
	defer s.library.mu.Unlock()
	f(s.place)
}

// Begin makes the box and saves the session. It never needs a resume code.
func (s *Store) Begin(session *workshop.Session, passphrase string) (resume string, err error) {
	if err := s.ready(); err != nil {
		return "", err
	}
	if !s.place.hasBox && session.State != workshop.Collect {
		return "", workshop.ErrNotCollecting
	}
	s.change(func(p *place) {
		if !p.hasBox {
			p.hasBox, p.passphrase = true, passphrase
		}
		p.session = session.Clone()
	})
	return "", nil
}

// NeedsResume is false: nothing outlives the process.
func (s *Store) NeedsResume() bool { return false }

// Resume has nothing to do.
func (s *Store) Resume(string) error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case !s.place.hasBox:
		return workshop.ErrNotCollecting
	}
	return nil
}

// Responses is how many have been accepted.
func (s *Store) Responses() int { return len(s.place.responses) }

// Accept keeps a response and returns how many there are now. ErrNotCollecting.
func (s *Store) Accept(r workshop.Response) (count int, err error) {
	if err := s.ready(); err != nil {
		return 0, err
	}
	if !s.place.hasBox || s.place.session.State != workshop.Collect {
		return s.Responses(), workshop.ErrNotCollecting
	}
	payload, err := r.Encode(s.place.session.Themes)
	if err != nil {
		return s.Responses(), err
	}
	s.change(func(p *place) { p.responses = append(p.responses, payload) })
	return s.Responses(), nil
}

// Reveal hands the responses over in random order and keeps what count returns instead. ErrWrongKey.
func (s *Store) Reveal(passphrase string, count func([]workshop.Response) (*workshop.Session, error)) error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case s.place.session.State.Revealed():
		return workshop.ErrAlreadyRevealed
	case !s.place.hasBox:
		return workshop.ErrNotCollecting
	case !s.fits(passphrase):
		return workshop.ErrWrongKey
	}
	responses, err := s.shuffled()
	if err != nil {
		return err
	}
	session, err := count(responses)
	if err != nil {
		return err
	}
	s.change(func(p *place) { p.session, p.hasBox, p.responses = session.Clone(), false, nil })
	return nil
}

func (s *Store) shuffled() ([]workshop.Response, error) {
	responses := make([]workshop.Response, len(s.place.responses))
	for i, j := range rand.Perm(len(responses)) {
		var err error
		if responses[i], err = workshop.DecodeResponse(s.place.responses[j], s.place.session.Themes); err != nil {
			return nil, workshop.ErrDamaged.With("path", s.path).Because(err)
		}
	}
	return responses, nil
}

// Discard destroys the responses and the box and saves the session.
func (s *Store) Discard(session *workshop.Session) error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case s.place.session.State.Revealed():
		return workshop.ErrAlreadyRevealed
	}
	s.change(func(p *place) { *p = place{session: session.Clone(), open: true} })
	return nil
}

// Close gives the session free. Closing twice is harmless.
func (s *Store) Close() error {
	if s.closed {
		return nil
	}
	s.closed = true
	s.change(func(p *place) { p.open = false })
	return nil
}
