package workshop

import (
	"context"
	"slices"
)

// Collector is a Store that a large group can fill from several laptops. A collector file holds the questions and the
// public key of the session's box, and nothing that opens an answer. On another laptop it is begun like a session, takes
// responses into a box of its own, and ends when it is sealed. Its responses are then merged into the session's box.
type Collector interface {
	Store
	// Collects says whether this is a collector file: it can be begun, filled and sealed; revealing, discarding and
	// leaving the seal answer ErrCollectorOnly.
	Collects() bool
	// MakeCollector writes a collector file of a collecting session. Each copy of it that is begun is a collector of its
	// own. ErrNotCollecting, ErrNeedResumeCode, ErrExists; where the context is over first, its error and no file.
	MakeCollector(ctx context.Context, path string) error
	// Merge takes the responses of a sealed collector file into the box, before the reveal and never twice, and returns
	// how many there are now. The collector file stays as it is. ErrNoCollector, ErrOtherSession, ErrOtherQuestions,
	// ErrCollectorOpen, ErrAlreadyMerged, ErrBoxFull, ErrAlreadyRevealed; where the context is over first, its error and
	// the box as it was.
	Merge(ctx context.Context, path string) (count int, err error)
}

// Copier is a Store that can write a clean copy of itself.
type Copier interface {
	// CopyTo writes a new place with the session and its keys, and nothing of its past: what is protected stays
	// protected. While there is a box it answers ErrNoCopy, as two copies would tell who came between. ErrExists; where the context is over first, its error and no file.
	CopyTo(ctx context.Context, path string) error
}

// ForCollector is what another laptop needs of a session to ask its questions: no prediction, no customers' figures, no
// parking lot, no plan.
func (s *Session) ForCollector() *Session {
	c := s.Clone()
	return &Session{
		ID: c.ID, State: Prepare, Rehearsal: c.Rehearsal, Setup: c.Setup, Themes: c.Themes, Agenda: c.Agenda.fresh(),
		Customers: Customers{Evidence: c.Customers.Evidence},
	}
}

// AsksTheSame says whether responses to one session answer the other's questions.
func (s *Session) AsksTheSame(other *Session) bool {
	return slices.EqualFunc(s.Themes, other.Themes, Theme.SameQuestion) &&
		(s.Customers.Evidence == PrivateBelief) == (other.Customers.Evidence == PrivateBelief)
}
