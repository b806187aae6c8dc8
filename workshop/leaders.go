package workshop

import "math"

// Leaders is what the leaders commit before the reveal: their prediction of the team's answers, how often they
// themselves show the nine behaviours, and what was invested over the last 12 months.
type Leaders struct {
	Order      []ThemeKey              `json:"order,omitempty"`    // first = most expected
	Standing   map[ThemeKey]float64    `json:"standing,omitempty"` // −3 … 3
	Behaviours map[Behaviour]Frequency `json:"behaviours,omitempty"`
	Investment Investment              `json:"investment"`
	Committed  bool                    `json:"committed,omitempty"` // agreed aloud and closed in the window
}

// Check refuses unknown or double themes, standings off the scale, unknown behaviours and bad amounts.
func (l Leaders) Check(themes []Theme) error {
	seen := map[ThemeKey]bool{}
	for _, key := range l.Order {
		if ThemeIndex(themes, key) < 0 {
			return invalid("leaders.order", "%q is no theme of this session", string(key))
		}
		if seen[key] {
			return invalid("leaders.order", "%q is there twice", string(key))
		}
		seen[key] = true
	}
	for key, s := range l.Standing {
		if ThemeIndex(themes, key) < 0 {
			return invalid("leaders.standing", "%q is no theme of this session", string(key))
		}
		if math.IsNaN(s) || s < MinStanding || s > MaxStanding {
			return invalid("leaders.standing."+string(key), "%v is not between -3 and 3", s)
		}
	}
	for b, f := range l.Behaviours {
		if b.Index() < 0 {
			return invalid("leaders.behaviours", "%q is no behaviour", string(b))
		}
		if f > Always {
			return invalid("leaders.behaviours."+string(b), "%d is not between 0 and 4", f)
		}
	}
	return l.Investment.Check("leaders.investment")
}

// Investment is what was spent on each side in 12 months.
type Investment struct {
	Currency  string `json:"currency,omitempty"`
	Employees Effort `json:"employees"`
	Customers Effort `json:"customers"`
}

// Effort is time and money, neither negative.
type Effort struct {
	Hours float64 `json:"hours"`
	Money float64 `json:"money"`
}

// Check refuses negative and endless amounts.
func (v Investment) Check(place string) error {
	for name, x := range map[string]float64{
		"employees.hours": v.Employees.Hours, "employees.money": v.Employees.Money,
		"customers.hours": v.Customers.Hours, "customers.money": v.Customers.Money,
	} {
		if math.IsNaN(x) || math.IsInf(x, 0) || x < 0 || x > 1e15 {
			return invalid(place+"."+name, "%v is not an amount from 0 up", x)
		}
	}
	return nil
}

// Ratios are employees over customers for hours and for money; nil over zero.
func (v Investment) Ratios() (hours, money *float64) {
	return ratio(v.Employees.Hours, v.Customers.Hours), ratio(v.Employees.Money, v.Customers.Money)
}

func ratio(a, b float64) *float64 {
	if b == 0 {
		return nil
	}
	q := a / b
	return &q
}
