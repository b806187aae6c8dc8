package exchange

import (
	"context"
	"slices"
	"strconv"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/suggest"
)

// Limits of a file of data.
const (
	MaxDataBytes  = 64 << 20
	MaxResponses  = 200_000 // a side
	MaxPromises   = 1_000
	dataFormat    = "exceed-data/1"
	resultsFormat = "exceed-results/1"
)

// Data is what a file of exceed-data/1 says, checked. It holds whole responses: make a session of it and let it go.
type Data struct {
	Setup      workshop.Setup
	Themes     []workshop.Theme
	Employees  []workshop.Response
	Evidence   workshop.Evidence
	Customers  []workshop.Ratings // exactly one for the group's belief
	Difference bool               // some standings were made from SERVQUAL's two ratings
	Leaders    workshop.Leaders
	Promises   []workshop.Promise
}

// Session counts the data into a session of that id: revealed, or with a plan where there are promises. Themes with
// promises, as they come, become its focus. Too few employees are no error: what is below a threshold is suppressed,
// here as everywhere, and not kept. Where the context is over first, its error.
func (d *Data) Session(ctx context.Context, id string) (*workshop.Session, error) {
	s := workshop.NewSession(id, d.Setup, d.Themes)
	s.Customers.Evidence = d.Evidence
	s.Leaders = d.Leaders
	if err := s.ImportCounted(d.Employees, d.customers(s.Setup.Threshold)); err != nil {
		return nil, err
	}
	if err := suggest.Fill(ctx, s); err != nil {
		return nil, err
	}
	if len(d.Promises) == 0 {
		return s, nil
	}
	s.Plan.Promises = slices.Clone(d.Promises)
	for i := range s.Plan.Promises {
		s.Plan.Promises[i].ID = i + 1
		theme := s.Plan.Promises[i].Theme
		if len(s.Priorities.Focus) < workshop.MaxFocus && !slices.Contains(s.Priorities.Focus, theme) {
			s.Priorities.Focus = append(s.Priorities.Focus, theme)
		}
	}
	s.Plan.LastID = len(d.Promises)
	s.State = workshop.Planning // the group that chose them is asked for no word on the others
	return s, nil
}

func (d *Data) customers(threshold int) *workshop.SideTally {
	var side *workshop.SideTally
	switch {
	case d.Evidence == workshop.NoEvidence:
		return nil
	case d.Evidence == workshop.GroupBelief:
		side = workshop.TallyAgreed(len(d.Themes), d.Customers[0])
	default:
		side = workshop.TallySide(len(d.Themes), threshold, d.Customers)
	}
	side.Difference = d.Difference
	return side
}

// finish fills in what the file left out and checks what only the whole can tell.
func (d *Data) finish() error {
	if d.Setup.Kind == "" {
		d.Setup.Kind = workshop.OtherKind
	}
	if d.Setup.Language == "" {
		d.Setup.Language = workshop.English
	}
	if d.Setup.Threshold == 0 {
		d.Setup.Threshold = workshop.DefaultThreshold
	}
	if d.Setup.VoicesThreshold == 0 {
		d.Setup.VoicesThreshold = workshop.DefaultVoicesThreshold
	}
	speak(d.Themes, d.Setup.Language)
	d.Setup.Currency = d.Leaders.Investment.Currency
	if err := d.Setup.Check("/session"); err != nil {
		return err
	}
	if err := d.Leaders.Check(d.Themes); err != nil {
		return err
	}
	for i, p := range d.Promises {
		if err := p.Check("/actions/"+strconv.Itoa(i), d.Themes); err != nil {
			return err
		}
	}
	return nil
}

// speak turns themes that were read in no language yet into themes of the session's language.
func speak(themes []workshop.Theme, lang workshop.Lang) {
	for i := range themes {
		for _, text := range []workshop.Text{themes[i].Name, themes[i].Employees, themes[i].Customers} {
			if sentence, ok := text[noLang]; ok {
				delete(text, noLang)
				text[lang] = sentence
			}
		}
	}
}

// noLang marks the sentences of a file until its language is known.
const noLang workshop.Lang = ""

func shippedThemes() []workshop.Theme { return assets.Themes() }
