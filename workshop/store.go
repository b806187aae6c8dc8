package workshop

import (
	"errors"
	"slices"
	"time"
)

// Store keeps one session in one place. Implementations pass the suite in storetest. A method that returns nil has made
// its change durable; one that returns an error has changed nothing, but for ErrUnconfirmed (see Kept). A Store is used from one goroutine at a time.
//
// While a session collects, a store holds its responses so that nobody, the facilitator included, can read them, and
// tells nothing but their number.
type Store interface {
	// Path names the place, for messages.
	Path() string
	// Locked says whether the content needs Unlock before Load.
	Locked() bool
	// Unlock opens the content with the passphrase. ErrWrongKey.
	Unlock(passphrase string) error
	// Protected says whether a passphrase guards the session; false means "unlocked file", which is said everywhere.
	Protected() bool
	// Load reads the session. ErrLocked, ErrDamaged.
	Load() (*Session, error)
	// Save replaces the session. It never touches the responses. ErrReadOnly, ErrDiskFull, ErrNotSaved.
	Save(*Session) error

	// Begin makes the key pair and the empty box and saves the session s in the same step; s.State is Collect. An empty
	// passphrase leaves the session unprotected. resume is the code to write down; empty where the system's keyring
	// keeps the outer key. Where there is a box already (after a way back to Prepare) it stays, and only s is saved.
	Begin(s *Session, passphrase string) (resume string, err error)
	// NeedsResume says whether Accept needs Resume first: after a restart without a keyring.
	NeedsResume() bool
	// Resume takes up collecting after a restart. ErrWrongKey.
	Resume(code string) error
	// Accept seals a response and returns how many there are now. ErrNotCollecting, ErrNeedResumeCode, ErrBoxFull.
	Accept(Response) (count int, err error)
	// Responses is how many have been accepted; 0 where there is no box.
	Responses() int
	// Reveal unseals the responses, hands them over in random order but for those of a forged collector file that cannot
	// be read, and replaces everything by the session that count
	// returns; the responses and the keys of the box are destroyed. When count fails, nothing has changed. ErrWrongKey,
	// ErrUnconfirmed.
	Reveal(passphrase string, count func([]Response) (*Session, error)) error
	// Discard destroys the responses and the box and saves the session s, which is in Prepare again. ErrUnconfirmed.
	Discard(s *Session) error

	// Close gives the place free. A closed store answers ErrClosed.
	Close() error
}

// Poller is a Store that keeps the ballots of one poll beside the session, as it keeps responses: nobody can read them,
// and nothing is told but their number.
type Poller interface {
	Store
	// BeginPoll makes an empty box for a revealed session. asked is what it stands for (Session.pollBox); its ID is that of
	// the box. The passphrase is the session's. resume as for Begin. ErrWrongKey, ErrLocked, ErrPollOpen, ErrNoPoll.
	BeginPoll(asked *Session, passphrase string) (resume string, err error)
	// Poll is the box that was begun. ErrNotFound where there is none, ErrDamaged.
	Poll() (PollBox, error)
	// CountPoll unseals the ballots and hands them over in random order; once count returns nil, box and keys are destroyed.
	// When count fails, nothing has changed. ErrUnconfirmed where something is left, for EndPoll to remove. ErrNotFound,
	// ErrWrongKey, ErrNeedResumeCode.
	CountPoll(passphrase string, count func([]Response) error) error
	// EndPoll destroys box and keys, whatever is left of them. It does nothing where there are none.
	EndPoll() error
}

// PollBox is the box of a poll. Its methods are those of Store.
type PollBox interface {
	ID() string
	NeedsResume() bool
	Resume(code string) error
	Accept(Response) (count int, err error)
	Responses() int
}

// Summary is what the home face shows of a session without opening it.
type Summary struct {
	ID           string
	Path         string
	Organisation string
	Team         string
	Date         Date
	State        State
	Language     Lang
	Responses    int
	Rehearsal    bool
	Protected    bool
	Collector    bool         // a collector file of the session of that ID
	Due          []DuePromise // open promises, by date; empty where the file is locked
	Problem      error        // why the file cannot be opened; nil when it can
	Changed      time.Time
	Snapshot     time.Time // when the copy was made that Restore would bring back; zero where there is none
}

// DuePromise is a promise that is not yet done.
type DuePromise struct {
	What, Owner string
	Due         Date
}

// Library is where a laptop's sessions live.
type Library interface {
	// Sessions lists them, newest date first, damaged ones with their Problem.
	Sessions() ([]Summary, error)
	// Create makes a new place for a session in Prepare (or, imported, in any state) and saves it. ErrExists.
	Create(s *Session) (Store, error)
	// Open opens a session by the path of its Summary, or by any path. ErrNotFound, ErrForeign, ErrDamaged, ErrNewer, ErrInUse.
	Open(path string) (Store, error)
	// Delete destroys a session and its copies.
	Delete(path string) error
	// Restore puts the last good copy in the place of a session that cannot be opened. ErrNotFound where there is no copy,
	// ErrExists where the session can be opened.
	Restore(path string) error
}

// Kept says whether a change was made: without an error, or with one that says so.
func Kept(err error) bool { return err == nil || errors.Is(err, ErrUnconfirmed) }

// Due are a session's promises that are neither done nor dropped, by date.
func (s *Session) Due() []DuePromise {
	var due []DuePromise
	for _, p := range s.Plan.Promises {
		if p.Status == Open || p.Status == Moved {
			due = append(due, DuePromise{What: p.What, Owner: p.Owner, Due: p.Due})
		}
	}
	slices.SortStableFunc(due, func(a, b DuePromise) int { return a.Due.Time().Compare(b.Due.Time()) })
	return due
}
