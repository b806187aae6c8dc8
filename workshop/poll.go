package workshop

import (
	"math"
	"slices"
	"strconv"
)

// PollKind is what a poll asks.
type PollKind string

// The kinds of poll.
const (
	DotsPoll  PollKind = "dots"  // each person spreads DotsToSpread dots over the themes
	PulsePoll PollKind = "pulse" // each person says of every promise whether they have seen it
)

// Limits of polls.
const (
	DotsToSpread = 3
	MaxAsked     = MaxThemes // as many as one ballot holds
)

// Poll is an anonymous round at the kiosk after the reveal. Its ballots are sealed like responses, in a box of their own
// beside the session (Poller), until they are counted, once, from the session's threshold on, and destroyed.
type Poll struct {
	ID        string      `json:"id"` // random, 32 hex digits; that of its box
	Kind      PollKind    `json:"kind"`
	Opened    Date        `json:"opened"`
	Asked     []string    `json:"asked"` // keys of themes, or IDs of promises in decimal
	Counted   bool        `json:"counted,omitempty"`
	Responses int         `json:"responses,omitempty"` // how many answered; known here once counted
	Counts    []PollCount `json:"counts,omitempty"`    // by Asked, once counted
}

// PollCount is what is kept of one thing asked: dots of a theme, or how many have seen a promise. Where fewer than the
// threshold answered it is suppressed and everything else is zero.
type PollCount struct {
	Suppressed bool `json:"suppressed,omitempty"`
	Dots       int  `json:"dots,omitempty"`
	Seen       int  `json:"seen,omitempty"`
	Partly     int  `json:"partly,omitempty"`
	NotYet     int  `json:"not_yet,omitempty"`
}

// N is how many people said something of a promise.
func (c PollCount) N() int { return c.Seen + c.Partly + c.NotYet }

// OfTheme is what a counted poll found of a theme; ok is false where it was not asked.
func (p Poll) OfTheme(key ThemeKey) (c PollCount, ok bool) {
	return p.of(string(key), p.Kind == DotsPoll)
}

// OfPromise is what a counted poll found of a promise; ok is false where it was not asked.
func (p Poll) OfPromise(id int) (c PollCount, ok bool) {
	return p.of(strconv.Itoa(id), p.Kind == PulsePoll)
}

func (p Poll) of(asked string, kind bool) (c PollCount, ok bool) {
	i := slices.Index(p.Asked, asked)
	if !kind || !p.Counted || i < 0 || i >= len(p.Counts) {
		return c, false
	}
	return p.Counts[i], true
}

// HoldsSmallCells says whether the poll tells anything before it is counted, or a figure from fewer people than k.
func (p Poll) HoldsSmallCells(k int) bool {
	if !p.Counted {
		return p.Responses != 0 || p.Counts != nil
	}
	return p.Responses < k || slices.ContainsFunc(p.Counts, func(c PollCount) bool {
		withheld := c == PollCount{Suppressed: true}
		return !withheld && (c.Suppressed || p.Kind == PulsePoll && c.N() < k)
	})
}

// Pulses are the counted pulses, latest first.
func (s *Session) Pulses() []Poll {
	var pulses []Poll
	for _, p := range slices.Backward(s.Polls) {
		if p.Kind == PulsePoll && p.Counted {
			pulses = append(pulses, p)
		}
	}
	return pulses
}

// OpenedPoll is the poll that is being answered; ok is false where there is none.
func (s *Session) OpenedPoll() (p Poll, ok bool) {
	if i := s.openedPoll(); i >= 0 {
		return s.Polls[i], true
	}
	return p, false
}

func (s *Session) openedPoll() int {
	return slices.IndexFunc(s.Polls, func(p Poll) bool { return !p.Counted })
}

// Asks is what a poll of a kind would ask now: every theme, or the promises that are not dropped, at most MaxAsked, those
// due first.
func (s *Session) Asks(kind PollKind) []string {
	var asked []string
	switch kind {
	case DotsPoll:
		for _, t := range s.Themes {
			asked = append(asked, string(t.Key))
		}
	case PulsePoll:
		kept := slices.DeleteFunc(slices.Clone(s.Plan.Promises), func(p Promise) bool { return p.Status == Dropped })
		slices.SortStableFunc(kept, func(a, b Promise) int { return a.Due.Time().Compare(b.Due.Time()) })
		for _, p := range kept {
			asked = append(asked, strconv.Itoa(p.ID))
		}
	}
	return asked[:min(len(asked), MaxAsked)]
}

// during says whether a poll of this kind may be open in a state.
func (k PollKind) during(state State) bool {
	switch k {
	case DotsPoll:
		return state == Prioritise
	case PulsePoll:
		return state == Closed || state == FollowUp
	}
	return false
}

// MayPoll says whether a poll of a kind may be opened now.
func (s *Session) MayPoll(kind PollKind) bool {
	_, open := s.OpenedPoll()
	return !open && kind.during(s.State) && len(s.Asks(kind)) > 0
}

// OpenPoll opens a poll under a random ID: dots while priorities are set, a pulse once the plan is closed, one at a time.
// What was counted is not asked again the same day, but in practice: the difference would tell who came or left in
// between. ErrPollOpen, ErrNoPoll, ErrPollAgain.
func (s *Session) OpenPoll(id string, kind PollKind, day Date) error {
	if _, open := s.OpenedPoll(); open {
		return ErrPollOpen
	}
	if !s.MayPoll(kind) {
		return ErrNoPoll
	}
	if !s.Rehearsal && slices.ContainsFunc(s.Polls, func(p Poll) bool { return p.Kind == kind && p.Opened == day }) {
		return ErrPollAgain
	}
	s.Polls = append(s.Polls, Poll{ID: id, Kind: kind, Opened: day, Asked: s.Asks(kind)})
	return nil
}

// DropPoll forgets the open poll, as if it had never been. ErrNoPoll.
func (s *Session) DropPoll() error {
	i := s.openedPoll()
	if i < 0 {
		return ErrNoPoll
	}
	s.Polls = slices.Delete(s.Polls, i, i+1)
	return nil
}

// CountPoll counts the ballots of the open poll. Private dots take the place of those counted aloud. ErrNoPoll,
// ErrBelowThreshold.
func (s *Session) CountPoll(ballots []Response) error {
	i := s.openedPoll()
	if i < 0 {
		return ErrNoPoll
	}
	if n, k := len(ballots), s.Setup.Threshold; n < k {
		return ErrBelowThreshold.With("count", n, "threshold", k)
	}
	p := &s.Polls[i]
	counts := make([]PollCount, len(p.Asked))
	for _, b := range ballots {
		if err := b.Ratings.Check("ballot", len(p.Asked)); err != nil {
			return err
		}
		for j := range p.Asked {
			counts[j].add(b, j)
		}
	}
	if p.Kind == PulsePoll {
		for j, c := range counts {
			if c.N() < s.Setup.Threshold {
				counts[j] = PollCount{Suppressed: true}
			}
		}
	}
	p.Counted, p.Responses, p.Counts = true, len(ballots), counts
	if p.Kind == DotsPoll {
		s.Priorities.Private = true
		s.Priorities.Dots = map[ThemeKey]int{}
		for j, key := range p.Asked {
			s.Priorities.Dots[ThemeKey(key)] = counts[j].Dots
		}
	}
	return nil
}

func (c *PollCount) add(b Response, asked int) {
	if b.Points != nil {
		c.Dots += int(b.Points[asked])
	}
	if saw, ok := b.standing(asked); ok {
		switch {
		case saw > 0:
			c.Seen++
		case saw == 0:
			c.Partly++
		default:
			c.NotYet++
		}
	}
}

// Sight is an answer to "have you seen it?".
type Sight int

// The answers. What nobody can say counts for nothing.
const (
	NotYet Sight = iota - 1
	Partly
	Seen
	CannotSay
)

// Ballot is what one person answers to a poll, by Asked: dots, or a Sight each.
type Ballot []int

// response is the ballot as it is sealed. It refuses one that the poll does not ask for.
func (p Poll) response(b Ballot) (Response, error) {
	r := Response{Ratings: NoRatings(len(p.Asked))}
	if len(b) != len(p.Asked) {
		return r, invalid("ballot", "does not fit the %d that are asked", len(p.Asked))
	}
	sum := 0
	for i, answer := range b {
		switch {
		case p.Kind == DotsPoll && answer >= 0 && answer <= DotsToSpread:
			r.Points[i] = float64(answer)
			sum += answer
		case p.Kind == PulsePoll && answer >= int(NotYet) && answer < int(CannotSay):
			r.Standing[i] = float64(answer)
		case p.Kind == PulsePoll && answer == int(CannotSay):
			r.Standing[i] = math.NaN()
		default:
			return r, invalid("ballot", "%d is no answer", answer)
		}
	}
	if p.Kind == DotsPoll && sum != DotsToSpread {
		return r, invalid("ballot", "has %d dots, not %d", sum, DotsToSpread)
	}
	return r, nil
}

// pollBox is the session that a poll's box stands for: what is asked is its themes, by keys alone, for it lies in clear.
func (s *Session) pollBox(p Poll) *Session {
	box := NewSession(p.ID, Setup{
		Language: s.Setup.Language, Expected: s.Setup.Expected, Threshold: s.Setup.Threshold, VoicesThreshold: s.Setup.VoicesThreshold,
	}, nil)
	box.State, box.Rehearsal, box.Agenda = Collect, s.Rehearsal, nil
	for _, asked := range p.Asked {
		box.Themes = append(box.Themes, Theme{Key: ThemeKey(asked)})
	}
	return box
}
