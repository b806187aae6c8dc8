package rehearsal_test

import (
	"math/rand/v2"

	"exceed/workshop"
)

// fakeStore keeps a session in memory.
type fakeStore struct {
	session   *workshop.Session
	responses []workshop.Response
	box       bool
}

func (f *fakeStore) Path() string                     { return "memory" }
func (f *fakeStore) Locked() bool                     { return false }
func (f *fakeStore) Unlock(string) error              { return nil }
func (f *fakeStore) Protected() bool                  { return false }
func (f *fakeStore) Load() (*workshop.Session, error) { return f.session.Clone(), nil }
func (f *fakeStore) Save(s *workshop.Session) error   { f.session = s.Clone(); return nil }
func (f *fakeStore) NeedsResume() bool                { return false }
func (f *fakeStore) Resume(string) error              { return nil }
func (f *fakeStore) Responses() int                   { return len(f.responses) }
func (f *fakeStore) Close() error                     { return nil }

func (f *fakeStore) Begin(s *workshop.Session, _ string) (string, error) {
	f.box = true
	return "code", f.Save(s)
}

func (f *fakeStore) Accept(r workshop.Response) (int, error) {
	if _, err := r.Encode(f.session.Themes); err != nil {
		return 0, err
	}
	f.responses = append(f.responses, r)
	return len(f.responses), nil
}

func (f *fakeStore) Reveal(_ string, count func([]workshop.Response) (*workshop.Session, error)) error {
	rand.Shuffle(len(f.responses), func(i, j int) { f.responses[i], f.responses[j] = f.responses[j], f.responses[i] })
	s, err := count(f.responses)
	if err != nil {
		return err
	}
	f.responses, f.box = nil, false
	return f.Save(s)
}

func (f *fakeStore) Discard(s *workshop.Session) error {
	f.responses, f.box = nil, false
	return f.Save(s)
}

// fakeLibrary makes fake stores.
type fakeLibrary struct{ workshop.Library }

func (fakeLibrary) Create(s *workshop.Session) (workshop.Store, error) {
	return &fakeStore{session: s.Clone()}, nil
}
