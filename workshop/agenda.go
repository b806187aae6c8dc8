package workshop

import (
	"slices"
	"time"
)

// Step is one part of the agenda: which state it belongs to and how long it may take.
type Step struct {
	State   State `json:"state"`
	Minutes int   `json:"minutes"`
	Planned int   `json:"planned,omitempty"` // what Minutes were before the workshop changed them; 0 where it did not
	Took    int   `json:"took,omitempty"`    // whole minutes, known once the session left the state; never when within them
	Skipped bool  `json:"skipped,omitempty"`
	// Began is the minute in which the step began that the session is in, so that its clock goes on after the program was
	// ended; the zero time for all others, and where nobody measures. See Room.Time for what it must not tell.
	Began time.Time `json:"began,omitzero"`
}

// Plan is what the step was planned with, in minutes.
func (s Step) Plan() int {
	if s.Planned > 0 {
		return s.Planned
	}
	return s.Minutes
}

// left is what the step may take.
func (s Step) left() int {
	if s.Skipped {
		return 0
	}
	return s.Minutes
}

// Agenda is the plan of the workshop's time, and how long each step took.
type Agenda []Step

// AgendaOf shares out a workshop of 60, 90, 120 or 180 minutes (others are scaled from 120).
func AgendaOf(minutes int) Agenda {
	states := []State{Prepare, Collect, Sealed, Reveal, Prioritise, Planning, Closed}
	shares := []int{10, 35, 5, 30, 15, 20, 5}
	agenda := make(Agenda, len(states))
	left := minutes
	for i, state := range states {
		agenda[i] = Step{State: state, Minutes: max(1, shares[i]*minutes/120)}
		left -= agenda[i].Minutes
	}
	agenda[3].Minutes += max(left, 0) // what rounding left goes to the reveal
	return agenda
}

// Minutes is the length of the whole agenda, without what is skipped.
func (a Agenda) Minutes() int {
	sum := 0
	for _, s := range a {
		sum += s.left()
	}
	return sum
}

// Step is the step of a state; ok is false where it has none.
func (a Agenda) Step(state State) (s Step, ok bool) {
	if i := a.find(state); i >= 0 {
		return a[i], true
	}
	return s, false
}

func (a Agenda) find(state State) int {
	return slices.IndexFunc(a, func(s Step) bool { return s.State == state })
}

// Set plans a step anew while the workshop goes on. What it was planned with before stays known.
func (a Agenda) Set(state State, minutes int) {
	if i := a.find(state); i >= 0 {
		a[i].Planned, a[i].Minutes = a[i].Plan(), max(1, minutes)
	}
}

// Skip leaves a step out, or takes it in again.
func (a Agenda) Skip(state State, skip bool) {
	if i := a.find(state); i >= 0 {
		a[i].Skipped = skip
	}
}

// CatchUp takes minutes from the steps after a state, in proportion to what they have; each keeps one. It returns how
// many it could take.
func (a Agenda) CatchUp(now State, minutes int) (taken int) {
	var later []int
	spare := 0
	for i, s := range a {
		if s.State.Index() > now.Index() && s.left() > 1 {
			later = append(later, i)
			spare += s.Minutes - 1
		}
	}
	minutes = min(minutes, spare)
	for _, i := range later { // what is left over after each is shared out among those after it
		have := a[i].Minutes - 1
		part := (have*(minutes-taken) + spare/2) / max(spare, 1)
		a.Set(a[i].State, a[i].Minutes-part)
		taken, spare = taken+part, spare-have
	}
	return taken
}

// Behind is how much later than planned the workshop ends when every step from now on takes what it may; below 0 it ends
// earlier. used is the time since the state began. Of steps that nobody measured it is reckoned that they took what they
// might.
func (a Agenda) Behind(now State, used time.Duration) time.Duration {
	behind := time.Duration(0)
	for _, s := range a {
		takes := time.Duration(s.left()) * time.Minute
		took := time.Duration(s.Took) * time.Minute
		switch d := s.State.Index() - now.Index(); {
		case d < 0 && took > 0:
			takes = took
		case d == 0:
			takes = max(takes, took+used)
		}
		behind += takes - time.Duration(s.Plan())*time.Minute
	}
	return behind
}

// Remaining is how much longer the workshop takes when every step from now on takes what it may.
func (a Agenda) Remaining(now State, used time.Duration) time.Duration {
	remaining := time.Duration(0)
	for _, s := range a {
		takes := time.Duration(s.left()) * time.Minute
		switch d := s.State.Index() - now.Index(); {
		case d > 0:
			remaining += takes
		case d == 0:
			remaining += max(0, takes-time.Duration(s.Took)*time.Minute-used)
		}
	}
	return remaining
}

// LongestStep is the longest time that can have been a part of one workshop.
const LongestStep = 12 * time.Hour

// spend adds what a state took to its step, in whole minutes, but not what cannot have been a part of one workshop.
func (a Agenda) spend(state State, used time.Duration) {
	if i := a.find(state); i >= 0 && used <= LongestStep {
		a[i].Took += int(used.Round(time.Minute) / time.Minute)
	}
}

// begin notes the minute in which the step of a state began, and forgets those of all others; the zero time notes none.
func (a Agenda) begin(state State, at time.Time) {
	for i := range a {
		a[i].Began = time.Time{}
		if a[i].State == state && !at.IsZero() {
			a[i].Began = at.UTC().Truncate(time.Minute)
		}
	}
}

// Clone is a copy.
func (a Agenda) Clone() Agenda { return slices.Clone(a) }

// fresh is the agenda as it was planned, for another workshop.
func (a Agenda) fresh() Agenda {
	next := make(Agenda, len(a))
	for i, s := range a {
		next[i] = Step{State: s.State, Minutes: s.Plan()}
	}
	return next
}

// Pace is how a step stands against its plan.
type Pace string

// The paces: red from 5 % left, amber from 20 % left.
const (
	Green Pace = "green"
	Amber Pace = "amber"
	Red   Pace = "red"
)

// PaceOf is the pace of a step that has used up a time of its plan. A step without a plan is green.
func PaceOf(used, planned time.Duration) Pace {
	left := planned - used
	switch {
	case planned <= 0:
		return Green
	case left*20 <= planned:
		return Red
	case left*5 <= planned:
		return Amber
	}
	return Green
}

// QueueEnd is how much longer the queue at the laptop takes: what is left of the people times the mean time a person
// took so far, or three minutes each before the first is through.
func QueueEnd(done, expected int, since time.Duration) time.Duration {
	left := max(expected-done, 0)
	each := 3 * time.Minute
	if done > 0 {
		each = since / time.Duration(done)
	}
	return time.Duration(left) * each
}
