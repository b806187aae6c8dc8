package workshop

import (
	"context"
	"errors"
	"slices"
	"time"
)

// Room is one open session: every change goes through it, so that it is valid, saved and can be undone. The window, the
// commands and the rehearsal all use it. It is used from one goroutine.
type Room struct {
	store   Store
	session *Session
	undo    []step
	redo    []step
	watch   []func()
	now     func() time.Time     // nil where nobody measures
	used    func() time.Duration // since the state began; nil where nobody measures
}

type step struct {
	what    string
	session *Session
}

// maxUndo bounds the memory that undo takes.
const maxUndo = 200

// Enter opens the session of a store that is not locked.
func Enter(store Store) (*Room, error) {
	s, err := store.Load()
	if err != nil {
		return nil, err
	}
	r := &Room{store: store, session: s}
	_ = r.tidyPoll() // or at the next opening
	return r, nil
}

// Session is the session as it stands. It is for reading; Change changes it.
func (r *Room) Session() *Session { return r.session }

// Store is where the session is kept.
func (r *Room) Store() Store { return r.store }

// Responses is how many people have answered.
func (r *Room) Responses() int {
	if r.session.Tally != nil {
		return r.session.Tally.Employees.Respondents
	}
	return r.store.Responses()
}

// Watch calls f after every change, on the goroutine that made it.
func (r *Room) Watch(f func()) { r.watch = append(r.watch, f) }

// Time lets used tell how long the present state has been going on, and now what time it is. The agenda keeps whole minutes
// of both, and nothing that tells when somebody answered or that could be laid beside the answers:
//
//   - how long a state took, when the session goes on to another one or the room is closed; of the entry of answers only
//     when the box is sealed, as the minutes at which a box was closed and opened again would tell what came between;
//   - when the present state began; of the entry of answers only while the box was still empty, and forgotten when it is
//     sealed; never of the seal, which comes right after the last answer.
func (r *Room) Time(now func() time.Time, used func() time.Duration) { r.now, r.used = now, used }

// spend notes in the next session how long the state took that it leaves, and when the one began that it enters.
func (r *Room) spend(next *Session) {
	from := r.session.State
	if r.used != nil && !(from == Collect && next.State == Prepare) {
		next.Agenda.spend(from, r.used())
	}
	next.Agenda.begin(next.State, r.beginning(next.State))
}

// beginning is the time at which a state begins now, the zero time where that must not be kept.
func (r *Room) beginning(of State) time.Time {
	if r.now == nil || of == Prepare || of == Sealed || of == Collect && r.store.Responses() > 0 {
		return time.Time{}
	}
	return r.now()
}

// keepTime notes how long a state took so far that is left in its middle.
func (r *Room) keepTime() error {
	if r.used == nil {
		return nil
	}
	switch r.session.State {
	case Sealed, Reveal, Prioritise, Planning:
	default:
		return nil // preparing is done at home, a closed workshop is only looked at, and for the entry of answers see Time
	}
	next := r.session.Clone()
	next.Agenda.spend(next.State, r.used())
	next.Agenda.begin(next.State, time.Time{})
	if slices.Equal(next.Agenda, r.session.Agenda) {
		return nil
	}
	return r.save(next)
}

func (r *Room) changed() {
	for _, f := range r.watch {
		f()
	}
}

// Change applies f to a copy, saves it and makes it the session. what is the key of its words ("undo." + what), for the
// undo menu. When f or saving fails, nothing has changed.
func (r *Room) Change(what string, f func(*Session) error) error {
	next := r.session.Clone()
	if err := f(next); err != nil {
		return err
	}
	if err := r.save(next); err != nil {
		return err
	}
	r.remember(what)
	r.session = next
	r.changed()
	return nil
}

// save saves a session without the words that are hidden in it: they stay in memory only, so that they can be shown again
// until the room is closed.
func (r *Room) save(next *Session) error { return r.store.Save(next.withoutHiddenWords()) }

// CanUndo names the change that Undo would take back; ok is false where there is none.
func (r *Room) CanUndo() (what string, ok bool) { return top(r.undo) }

// CanRedo names the change that Redo would make again.
func (r *Room) CanRedo() (what string, ok bool) { return top(r.redo) }

func top(steps []step) (string, bool) {
	if len(steps) == 0 {
		return "", false
	}
	return steps[len(steps)-1].what, true
}

// Undo takes the last change back. ErrNothingToUndo.
func (r *Room) Undo() error { return r.travel(&r.undo, &r.redo) }

// Redo makes the last undone change again. ErrNothingToUndo.
func (r *Room) Redo() error { return r.travel(&r.redo, &r.undo) }

func (r *Room) travel(from, to *[]step) error {
	if len(*from) == 0 {
		return ErrNothingToUndo
	}
	last := (*from)[len(*from)-1]
	if err := r.save(last.session); err != nil {
		return err
	}
	*from = (*from)[:len(*from)-1]
	*to = append(*to, step{last.what, r.session})
	r.session = last.session
	r.changed()
	return nil
}

func (r *Room) remember(what string) {
	r.undo = append(r.undo, step{what, r.session})
	if len(r.undo) > maxUndo {
		r.undo = r.undo[1:]
	}
	r.redo = nil
}

// forget ends undo: what lies behind a seal cannot come back.
func (r *Room) forget() { r.undo, r.redo = nil, nil }

// Move takes the session one step on or back; undo ends at sealing. Collect is entered by Begin, Reveal by Reveal.
func (r *Room) Move(to State) error {
	next := r.session.Clone()
	if err := next.Move(to, r.store.Responses()); err != nil {
		return err
	}
	r.spend(next)
	if err := r.save(next); err != nil {
		return err
	}
	if r.session.State == Sealed || to == Sealed {
		r.forget()
	} else {
		r.remember("move")
	}
	r.session = next
	r.changed()
	return nil
}

// Begin starts collecting, or goes on with it after a way back to Prepare. resume is the code that the facilitator writes down; empty where none is needed.
func (r *Room) Begin(passphrase string) (resume string, err error) {
	next := r.session.Clone()
	if err := next.Move(Collect, 0); err != nil {
		return "", err
	}
	r.spend(next)
	resume, err = r.store.Begin(next, passphrase)
	if err != nil {
		return "", err
	}
	r.session = next
	r.forget()
	r.changed()
	return resume, nil
}

// Accept seals one response; when it returns nil the response is durable. Undo ends at the first, as the questions lock.
func (r *Room) Accept(response Response) (count int, err error) {
	if r.session.State != Collect {
		return r.store.Responses(), ErrNotCollecting
	}
	if err := response.Check("response", r.session.Themes); err != nil {
		return r.store.Responses(), err
	}
	count, err = r.store.Accept(response)
	if err != nil {
		return r.store.Responses(), err
	}
	r.forget()
	r.changed()
	return count, nil
}

// Merge takes the responses of a collector file into the box; see Collector.
func (r *Room) Merge(ctx context.Context, path string) (count int, err error) {
	c, ok := r.store.(Collector)
	if !ok {
		return r.store.Responses(), ErrNotCollecting
	}
	if count, err = c.Merge(ctx, path); Kept(err) {
		r.forget()
		r.changed()
	}
	return count, err
}

// Reveal counts the responses and destroys them. Each of finish works on the counted session before it is kept, such as
// suggesting themes for its voices. ErrBelowThreshold, ErrWrongKey.
func (r *Room) Reveal(passphrase string, finish ...func(*Session)) error {
	if n, k := r.store.Responses(), r.session.Setup.Threshold; r.session.State == Sealed && n < k {
		return ErrBelowThreshold.With("count", n, "threshold", k)
	}
	var next *Session
	err := r.store.Reveal(passphrase, func(responses []Response) (*Session, error) {
		next = r.session.Clone()
		if err := next.Count(responses); err != nil {
			return nil, err
		}
		next.Unread = r.store.Responses() - len(responses)
		r.spend(next)
		for _, f := range finish {
			f(next)
		}
		return next, nil
	})
	return r.replaced(next, err)
}

// replaced goes on with the session that has taken the place of this one; ErrUnconfirmed says that it has, too.
func (r *Room) replaced(next *Session, err error) error {
	if !Kept(err) {
		return err
	}
	r.session = next
	r.forget()
	r.changed()
	return err
}

// Discard destroys the responses of a session that never reached its threshold, or whose resume code is lost, so that
// nobody can read them any more. The session goes back to Prepare.
func (r *Room) Discard() error {
	if r.session.State.Revealed() {
		return ErrAlreadyRevealed
	}
	if n, k := r.store.Responses(), r.session.Setup.Threshold; n >= k && !r.store.NeedsResume() {
		return ErrEnoughToReveal.With("count", n)
	}
	next := r.session.Clone()
	next.State = Prepare
	next.Agenda.begin(Prepare, time.Time{})
	return r.replaced(next, r.store.Discard(next))
}

// Leave is the way out of a room whose closing may take a moment: close does it, on any goroutine, as if it were now.
// Nothing else may use the room any more.
func (r *Room) Leave() (close func() error) {
	if r.used != nil {
		used := r.used()
		r.used = func() time.Duration { return used }
	}
	return r.Close
}

// Close gives the session free.
func (r *Room) Close() error { return errors.Join(r.keepTime(), r.store.Close()) }
