package workshop

import "time"

// Step is one part of the agenda: which state it belongs to and how long it may take.
type Step struct {
	State   State `json:"state"`
	Minutes int   `json:"minutes"`
}

// Agenda is the plan of the workshop's time.
type Agenda []Step

// AgendaOf shares out a workshop of 60, 90, 120 or 180 minutes (others are scaled from 120).
func AgendaOf(minutes int) Agenda {
	base := Agenda{{Prepare, 10}, {Collect, 35}, {Sealed, 5}, {Reveal, 30}, {Prioritise, 15}, {Planning, 20}, {Closed, 5}}
	left := minutes
	for i := range base {
		base[i].Minutes = max(1, base[i].Minutes*minutes/120)
		left -= base[i].Minutes
	}
	base[3].Minutes += max(left, 0) // what rounding left goes to the reveal
	return base
}

// Minutes is the length of the whole agenda.
func (a Agenda) Minutes() int {
	sum := 0
	for _, s := range a {
		sum += s.Minutes
	}
	return sum
}

// MinutesFor is the time planned for a state; 0 where it has none.
func (a Agenda) MinutesFor(state State) int {
	sum := 0
	for _, s := range a {
		if s.State == state {
			sum += s.Minutes
		}
	}
	return sum
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
