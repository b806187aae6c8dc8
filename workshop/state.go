package workshop

import "slices"

// State is where a session stands.
type State string

// The states, in their order.
const (
	Prepare    State = "prepare"
	Collect    State = "collect"
	Sealed     State = "sealed"
	Reveal     State = "reveal"
	Prioritise State = "prioritise"
	Planning   State = "plan"
	Closed     State = "closed"
	FollowUp   State = "follow-up"
)

// States lists every state in order.
func States() []State {
	return []State{Prepare, Collect, Sealed, Reveal, Prioritise, Planning, Closed, FollowUp}
}

// Index is the place of the state in States, −1 where it is none.
func (s State) Index() int { return slices.Index(States(), s) }

// Valid says whether s is one of States.
func (s State) Valid() bool { return s.Index() >= 0 }

// Revealed says whether the responses have been counted and no longer exist.
func (s State) Revealed() bool { return s.Index() >= Reveal.Index() }

// Collecting says whether a box of responses exists.
func (s State) Collecting() bool { return s == Collect || s == Sealed }

// Next is the state that follows; ok is false at the end and where s is no state.
func (s State) Next() (next State, ok bool) {
	i := s.Index()
	if i < 0 || i == len(States())-1 {
		return s, false
	}
	return States()[i+1], true
}

// CanMove says whether a session with that many responses may go from one state to another: one step on, or one step
// back. Nothing leads back out of sealed once there are enough responses to reveal, nor from reveal to sealed. From
// sealed to reveal leads only Session.Count, which needs the threshold.
func CanMove(from, to State, responses, threshold int) error {
	legal := false
	switch to.Index() - from.Index() {
	case 1:
		legal = from.Valid() && to.Valid()
		if from == Sealed && responses < threshold {
			return ErrBelowThreshold.With("count", responses, "threshold", threshold)
		}
	case -1:
		legal = to.Valid() && from != Reveal
		if from == Sealed && responses >= threshold {
			return ErrEnoughToReveal.With("count", responses)
		}
	}
	if !legal {
		return ErrIllegalMove.With("from", string(from), "to", string(to))
	}
	return nil
}
