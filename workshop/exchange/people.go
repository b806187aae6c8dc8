package exchange

import (
	"math"

	"exceed/workshop"
)

// leaders reads what the leaders committed; it counts as committed.
func (r *reader) leaders() error {
	l := &r.data.Leaders
	l.Committed = true
	return r.object(func(name []byte) (known bool, err error) {
		switch string(name) {
		case "order":
			err = r.order()
		case "standing":
			l.Standing = map[workshop.ThemeKey]float64{}
			err = r.numbers(standingScale, r.themeIndex, func(i int, x float64) {
				if !math.IsNaN(x) {
					l.Standing[r.data.Themes[i].Key] = x
				}
			})
		case "behaviours":
			l.Behaviours = map[workshop.Behaviour]workshop.Frequency{}
			err = r.behaviours(func(i int, f workshop.Frequency) { l.Behaviours[workshop.Behaviours()[i]] = f })
		case "investment":
			err = r.investment()
		default:
			return false, nil
		}
		return true, err
	})
}

func (r *reader) order() error {
	seen := map[workshop.ThemeKey]bool{}
	return r.array(workshop.MaxThemes, func(int) error {
		key, err := r.theme()
		switch {
		case err != nil:
			return err
		case key == "":
			return r.refuse(ErrUnknownField, "name", "")
		case seen[key]:
			return r.refuse(ErrTwice)
		}
		seen[key] = true
		r.data.Leaders.Order = append(r.data.Leaders.Order, key)
		return nil
	})
}

// maxCurrency is how long the name of a currency may be.
const maxCurrency = 12

func (r *reader) investment() error {
	v := &r.data.Leaders.Investment
	return r.object(func(name []byte) (known bool, err error) {
		switch string(name) {
		case "currency":
			v.Currency, err = r.text(maxCurrency)
		case "employees":
			err = r.effort(&v.Employees)
		case "customers":
			err = r.effort(&v.Customers)
		default:
			return false, nil
		}
		return true, err
	})
}

func (r *reader) effort(into *workshop.Effort) error {
	return r.object(func(name []byte) (known bool, err error) {
		switch string(name) {
		case "hours":
			into.Hours, err = r.number(amountScale)
		case "money":
			into.Money, err = r.number(amountScale)
		default:
			return false, nil
		}
		return true, err
	})
}

// actions reads promises. One to customers without one to employees on its theme is taken in; the plan shows it as
// waiting.
func (r *reader) actions() error {
	return r.array(MaxPromises, func(int) error {
		var p workshop.Promise
		err := r.object(func(name []byte) (known bool, err error) {
			switch string(name) {
			case "theme":
				p.Theme, err = r.theme()
			case "side":
				p.Side, err = oneOf(r.scanner, workshop.EmployeeSide, workshop.CustomerSide)
			case "kind":
				p.Kind, err = oneOf(r.scanner, workshop.Kinds()...)
			case "what":
				p.What, err = r.sentence(workshop.MaxSentence)
			case "owner":
				p.Owner, err = r.sentence(workshop.MaxSentence)
			case "due":
				p.Due, err = r.date()
			case "measure":
				p.Measure, err = r.text(workshop.MaxSentence)
			case "from":
				p.From, err = r.text(workshop.MaxSentence)
			case "to":
				p.To, err = r.text(workshop.MaxSentence)
			case "first_step":
				p.FirstStep, err = r.text(workshop.MaxSentence)
			case "hours":
				p.Hours, err = r.number(hoursScale)
			case "money":
				p.Money, err = r.number(amountScale)
			case "agreed":
				p.Agreed, err = r.flag()
			default:
				return false, nil
			}
			return true, err
		})
		if err != nil {
			return err
		}
		if err := r.require("theme", p.Theme != "", "side", p.Side != "", "kind", p.Kind != "",
			"what", p.What != "", "owner", p.Owner != "", "due", !p.Due.IsZero()); err != nil {
			return err
		}
		r.data.Promises = append(r.data.Promises, p)
		return nil
	})
}
