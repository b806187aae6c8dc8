package workshop

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// ContractLine is one leader's word on one behaviour: start it or stop it.
type ContractLine struct {
	Leader    string    `json:"leader"`
	Behaviour Behaviour `json:"behaviour"`
	Note      string    `json:"note,omitempty"`
}

// Plan is what the session leaves behind: promises, the behaviour contract and the group's trust in them.
type Plan struct {
	Promises []Promise      `json:"promises,omitempty"`
	Contract []ContractLine `json:"contract,omitempty"`
	Fist     [6]int         `json:"fist"` // how many hands showed 0 … 5 fingers
	LastID   int            `json:"last_id,omitempty"`
}

// Find is the place of a promise, −1 where there is none.
func (p *Plan) Find(id int) int {
	return slices.IndexFunc(p.Promises, func(q Promise) bool { return q.ID == id })
}

// Waits says whether a promise to customers stands before any promise to employees on its theme, and no reason was
// given. Dropped promises do not count, and what is settled waits for nothing.
func (p *Plan) Waits(q Promise) bool {
	if q.Side != CustomerSide || q.Override != "" || q.Settled() {
		return false
	}
	return !slices.ContainsFunc(p.Promises, func(other Promise) bool {
		return other.ID != q.ID && other.Side == EmployeeSide && other.Theme == q.Theme && other.Status != Dropped
	})
}

// GivenUp are the promises to employees on a theme that were dropped: what a promise to customers may have rested on.
func (p *Plan) GivenUp(theme ThemeKey) []Promise {
	var dropped []Promise
	for _, q := range p.Promises {
		if q.Side == EmployeeSide && q.Theme == theme && q.Status == Dropped {
			dropped = append(dropped, q)
		}
	}
	return dropped
}

// Investment is what the promises that are not dropped cost each side; currency is left empty.
func (p *Plan) Investment() Investment {
	return p.InvestmentOf(func(q Promise) bool { return q.Status != Dropped })
}

// InvestmentOf is what some of the promises cost each side; currency is left empty.
func (p *Plan) InvestmentOf(counts func(Promise) bool) Investment {
	var v Investment
	for _, q := range p.Promises {
		if !counts(q) {
			continue
		}
		side := &v.Employees
		if q.Side == CustomerSide {
			side = &v.Customers
		}
		side.Hours += q.Hours
		side.Money += q.Money
	}
	return v
}

// InFocusOrder are the promises by the place of their theme in focus, then employees before customers, then by date,
// then as they were made.
func (p *Plan) InFocusOrder(focus []ThemeKey) []Promise {
	sorted := slices.Clone(p.Promises)
	rank := func(key ThemeKey) int {
		if i := slices.Index(focus, key); i >= 0 {
			return i
		}
		return len(focus)
	}
	slices.SortStableFunc(sorted, func(a, b Promise) int {
		if d := rank(a.Theme) - rank(b.Theme); d != 0 {
			return d
		}
		if a.Side != b.Side {
			if a.Side == EmployeeSide {
				return -1
			}
			return 1
		}
		return a.Due.Time().Compare(b.Due.Time())
	})
	return sorted
}

// FistMean is the mean number of fingers and how many hands were shown; 0 of 0 where none were.
func (p *Plan) FistMean() (mean float64, hands int) {
	sum := 0
	for fingers, n := range p.Fist {
		sum += fingers * n
		hands += n
	}
	if hands == 0 {
		return 0, 0
	}
	return float64(sum) / float64(hands), hands
}

// Progress counts promises by how they fare. Late ones are open or moved, and their day is over.
type Progress struct {
	All, Open, Done, Moved, Dropped, Late int
}

// Progress counts the promises that were first due until a day, all of them where it is the zero Date. today decides
// what is late.
func (p *Plan) Progress(until, today Date) Progress {
	var n Progress
	for _, q := range p.Promises {
		if !until.IsZero() && until.Before(q.FirstDue()) {
			continue
		}
		n.All++
		if q.Late(today) {
			n.Late++
		}
		switch q.Status {
		case Done:
			n.Done++
		case Moved:
			n.Moved++
		case Dropped:
			n.Dropped++
		default:
			n.Open++
		}
	}
	return n
}

func joinSorted(words []string) string {
	sort.Strings(words)
	return strings.Join(words, ", ")
}

func tooLong(text string, limit int) bool { return utf8.RuneCountInString(text) > limit }
