package workshop

import (
	"slices"
	"strings"
)

// Side is one of the two groups whose expectations are compared.
type Side string

// The two sides.
const (
	EmployeeSide Side = "employees"
	CustomerSide Side = "customers"
)

// Kind is the kind of change that a promise makes.
type Kind string

// The kinds of change.
const (
	Start    Kind = "start"
	Stop     Kind = "stop"
	Continue Kind = "continue"
	Change   Kind = "change"
)

// Kinds lists the kinds of change.
func Kinds() []Kind { return []Kind{Start, Stop, Continue, Change} }

// Status is how a promise fares.
type Status string

// The statuses. The zero Status is open.
const (
	Open    Status = ""
	Done    Status = "done"
	Moved   Status = "moved"
	Dropped Status = "dropped"
)

// Promise is who does what until when. Agreed is the owner's own word on screen: goals are not dictated. It holds for who,
// what, when and the measure as they were, and falls with any of them.
type Promise struct {
	ID        int      `json:"id"`
	Theme     ThemeKey `json:"theme"`
	Side      Side     `json:"side"`
	Kind      Kind     `json:"kind"`
	What      string   `json:"what"`
	Owner     string   `json:"owner"`
	Due       Date     `json:"due"`
	Measure   string   `json:"measure,omitempty"`
	From      string   `json:"from,omitempty"`
	To        string   `json:"to,omitempty"`
	FirstStep string   `json:"first_step,omitempty"`
	Hours     float64  `json:"hours,omitempty"`
	Money     float64  `json:"money,omitempty"`
	Agreed    bool     `json:"agreed,omitempty"`
	Override  string   `json:"override,omitempty"` // why customers come first here; printed
	Status    Status   `json:"status,omitempty"`
	Reason    string   `json:"reason,omitempty"` // why it was moved or dropped
	MovedFrom Date     `json:"moved_from,omitzero"`
	Revision  int      `json:"revision,omitempty"` // how often what a calendar shows of it has changed
}

// revises numbers a promise that takes the place of another one: the number never falls, so that calendars know the newer.
func (p *Promise) revises(before Promise) {
	p.Revision = before.Revision
	if p.Settled() != before.Settled() || p.Due != before.Due ||
		p.What != before.What || p.Owner != before.Owner || p.FirstStep != before.FirstStep {
		p.Revision++
	}
}

// FirstDue is the day that was promised at first, before any moving.
func (p Promise) FirstDue() Date {
	if p.MovedFrom.IsZero() {
		return p.Due
	}
	return p.MovedFrom
}

// Settled says whether nothing is left to do: it is done or dropped.
func (p Promise) Settled() bool { return p.Status == Done || p.Status == Dropped }

// Late says whether the promise is neither done nor dropped, and its day is over.
func (p Promise) Late(today Date) bool {
	return !p.Settled() && p.Due.Before(today)
}

// SameTerms says whether an owner who agreed to one of them agreed to the other.
func (p Promise) SameTerms(other Promise) bool {
	return p.Owner == other.Owner && p.What == other.What && p.Due == other.Due &&
		p.Measure == other.Measure && p.From == other.From && p.To == other.To
}

// Check refuses a promise without who, what and when, and values out of range.
func (p Promise) Check(place string, themes []Theme) error {
	var missing []string
	for name, text := range map[string]string{"what": p.What, "owner": p.Owner} {
		if strings.TrimSpace(text) == "" {
			missing = append(missing, name)
		}
	}
	if p.Due.IsZero() {
		missing = append(missing, "due")
	}
	if len(missing) > 0 {
		return ErrNoPromise.With("missing", joinSorted(missing), "place", place)
	}
	switch {
	case ThemeIndex(themes, p.Theme) < 0:
		return invalid(place+".theme", "%q is no theme of this session", string(p.Theme))
	case p.Side != EmployeeSide && p.Side != CustomerSide:
		return invalid(place+".side", "%q is neither employees nor customers", string(p.Side))
	case p.Kind != Start && p.Kind != Stop && p.Kind != Continue && p.Kind != Change:
		return invalid(place+".kind", "%q is not start, stop, continue or change", string(p.Kind))
	case !(p.Hours >= 0 && p.Hours <= 1e9):
		return invalid(place+".hours", "%v is not an amount from 0 up", p.Hours)
	case !(p.Money >= 0 && p.Money <= 1e15):
		return invalid(place+".money", "%v is not an amount from 0 up", p.Money)
	}
	for name, text := range map[string]string{
		"what": p.What, "owner": p.Owner, "measure": p.Measure, "from": p.From, "to": p.To,
		"first_step": p.FirstStep, "override": p.Override, "reason": p.Reason,
	} {
		if tooLong(text, MaxSentence) {
			return invalid(place+"."+name, "is longer than %d characters", MaxSentence)
		}
	}
	return nil
}

// SetPromise adds a promise (ID 0) or replaces one, and returns its ID. A promise to customers before any promise to
// employees on its theme needs an override. Where the terms of one that is replaced change, the owner has to agree anew.
func (s *Session) SetPromise(p Promise) (id int, err error) {
	if err := p.Check("promise", s.Themes); err != nil {
		return 0, err
	}
	if s.Plan.Waits(p) {
		return 0, s.employeesFirst(p)
	}
	if p.ID == 0 {
		s.Plan.LastID++
		p.ID = s.Plan.LastID
		s.Plan.Promises = append(s.Plan.Promises, p)
		return p.ID, nil
	}
	i := s.Plan.Find(p.ID)
	if i < 0 {
		return 0, noPromise(p.ID)
	}
	p.Agreed = p.Agreed && p.SameTerms(s.Plan.Promises[i])
	p.revises(s.Plan.Promises[i])
	s.Plan.Promises[i] = p
	return p.ID, nil
}

// AgreePromise is the owner's word on a promise as it stands, or takes it back.
func (s *Session) AgreePromise(id int, agreed bool) error {
	i := s.Plan.Find(id)
	if i < 0 {
		return noPromise(id)
	}
	s.Plan.Promises[i].Agreed = agreed
	return nil
}

// RemovePromise takes a promise out of the plan while it is being made. The last one to employees on a theme stays while
// a promise to customers rests on it. ErrEmployeesFirst.
func (s *Session) RemovePromise(id int) error {
	i := s.Plan.Find(id)
	if i < 0 {
		return noPromise(id)
	}
	left := Plan{Promises: slices.Delete(slices.Clone(s.Plan.Promises), i, i+1)}
	for _, p := range left.Promises {
		if left.Waits(p) && !s.Plan.Waits(p) {
			return s.employeesFirst(p)
		}
	}
	s.Plan.Promises = left.Promises
	return nil
}

// MarkPromise says how a promise fares. Moving needs a new date and a reason, dropping a reason. A moved promise has to be
// agreed to anew, and one that waits cannot be done. ErrReasonNeeded, ErrEmployeesFirst.
func (s *Session) MarkPromise(id int, status Status, reason string, due Date) error {
	i := s.Plan.Find(id)
	if i < 0 {
		return noPromise(id)
	}
	p := s.Plan.Promises[i]
	switch status {
	case Open, Done:
		reason = ""
		if status == Done && s.Plan.Waits(p) {
			return s.employeesFirst(p)
		}
	case Moved:
		if due.IsZero() {
			return ErrNoPromise.With("missing", "due", "place", "promise")
		}
		if p.MovedFrom.IsZero() {
			p.MovedFrom = p.Due
		}
		p.Agreed = p.Agreed && p.Due == due
		p.Due = due
		fallthrough
	case Dropped:
		if strings.TrimSpace(reason) == "" {
			return ErrReasonNeeded
		}
	default:
		return invalid("promise.status", "%q is unknown", string(status))
	}
	p.Status, p.Reason = status, reason
	p.revises(s.Plan.Promises[i])
	s.Plan.Promises[i] = p
	return nil
}

func (s *Session) employeesFirst(p Promise) error {
	return ErrEmployeesFirst.With("theme", s.themeNames([]ThemeKey{p.Theme}))
}

func noPromise(id int) error { return invalid("promise", "%d does not exist", id) }
