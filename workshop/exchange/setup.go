package exchange

import (
	"exceed/assets"
	"exceed/workshop"
)

func (r *reader) session() error {
	u := &r.data.Setup
	err := r.object(func(name []byte) (known bool, err error) {
		switch string(name) {
		case "organisation":
			u.Organisation, err = r.text(workshop.MaxName)
		case "kind":
			u.Kind, err = oneOf(r.scanner, workshop.OrganisationKinds()...)
		case "team":
			u.Team, err = r.text(workshop.MaxName)
		case "facilitator":
			u.Facilitator, err = r.text(workshop.MaxName)
		case "date":
			u.Date, err = r.date()
		case "language":
			u.Language, err = oneOf(r.scanner, assets.Langs()...)
		case "threshold":
			u.Threshold, err = r.whole(workshop.MinThreshold)
		case "voices_threshold":
			u.VoicesThreshold, err = r.whole(workshop.MinVoicesThreshold)
		default:
			return false, nil
		}
		return true, err
	})
	if err == nil && u.Date.IsZero() {
		return r.refuse(ErrMissing, "name", "date")
	}
	return err
}

// whole reads a whole number from low to the most responses there can be.
func (r *reader) whole(low int) (int, error) {
	x, err := r.number(scale{low: float64(low), high: MaxResponses, whole: true})
	return int(x), err
}

func (r *reader) date() (workshop.Date, error) {
	text, err := r.text(workshop.MaxName)
	if err != nil {
		return workshop.Date{}, err
	}
	d, err := workshop.ParseDate(text)
	if err != nil || d.IsZero() {
		return d, r.refuse(ErrOutOfRange, "found", "“"+text+"”", "want", "2026-11-21")
	}
	return d, nil
}

func (r *reader) themeList() error {
	keys := map[string]int{}
	var themes []workshop.Theme
	err := r.array(workshop.MaxThemes, func(i int) error {
		t := workshop.Theme{Name: workshop.Text{}, Employees: workshop.Text{}, Customers: workshop.Text{}}
		err := r.object(func(name []byte) (known bool, err error) {
			switch string(name) {
			case "key":
				t.Key, err = r.themeKey(keys)
			case "name":
				t.Name[noLang], err = r.sentence(workshop.MaxName)
			case "employees":
				t.Employees[noLang], err = r.sentence(workshop.MaxSentence)
			case "customers":
				t.Customers[noLang], err = r.sentence(workshop.MaxSentence)
			default:
				return false, nil
			}
			return true, err
		})
		if err != nil {
			return err
		}
		if err := r.require("key", t.Key != "", "name", t.Name[noLang] != "",
			"employees", t.Employees[noLang] != "", "customers", t.Customers[noLang] != ""); err != nil {
			return err
		}
		keys[string(t.Key)] = i
		themes = append(themes, t)
		return nil
	})
	if err != nil {
		return err
	}
	if len(themes) == 0 {
		return r.refuse(ErrOutOfRange, "found", "[]", "want", "1 … 16")
	}
	r.data.Themes = themes
	r.index()
	return nil
}

func (r *reader) themeKey(taken map[string]int) (workshop.ThemeKey, error) {
	text, err := r.text(workshop.MaxName)
	if err != nil {
		return "", err
	}
	if !workshop.ThemeKey(text).Valid() {
		return "", r.refuse(ErrOutOfRange, "found", "“"+text+"”", "want", "a-z, 0-9, _, - (1 … 40)")
	}
	if _, twice := taken[text]; twice {
		return "", r.refuse(ErrTwice)
	}
	return workshop.ThemeKey(text), nil
}

// sentence reads a text that must say something.
func (r *reader) sentence(limit int) (string, error) {
	text, err := r.text(limit)
	if err == nil && text == "" {
		return "", r.refuse(ErrOutOfRange, "found", "“”", "want", "“…”")
	}
	return text, err
}

// theme reads the key of a known theme; an empty text names none.
func (r *reader) theme() (workshop.ThemeKey, error) {
	text, err := r.text(workshop.MaxName)
	if err != nil || text == "" {
		return "", err
	}
	if _, ok := r.themes[text]; !ok {
		return "", r.refuse(ErrUnknownField, "name", text)
	}
	return workshop.ThemeKey(text), nil
}
