package workshop

import "strings"

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

// Promise is who does what until when. Agreed is the owner's own word on screen: goals are not dictated.
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
}

// FirstDue is the day that was promised at first, before any moving.
func (p Promise) FirstDue() Date {
	if p.MovedFrom.IsZero() {
		return p.Due
	}
	return p.MovedFrom
}

// Late says whether the promise is neither done nor dropped, and its day is over.
func (p Promise) Late(today Date) bool {
	return (p.Status == Open || p.Status == Moved) && p.Due.Before(today)
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
