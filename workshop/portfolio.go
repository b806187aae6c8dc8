package workshop

import (
	"cmp"
	"slices"
	"strings"
)

// Organisation is the latest revealed session of each team of one organisation.
type Organisation struct {
	Name  string
	Teams []Summary // by team name
}

// Organisations are those of which at least two teams have a revealed session among the sessions of a laptop, by name.
// Names are compared without case and outer space. Rehearsals are left out, as practice is never mixed with what is real,
// and so is what cannot be opened.
func Organisations(sessions []Summary) []Organisation {
	latest := map[string]map[string]Summary{} // by organisation and team
	for _, s := range sessions {
		name, team := plain(s.Organisation), plain(s.Team)
		if s.Problem != nil || s.Collector || s.Rehearsal || !s.State.Revealed() || name == "" || team == "" {
			continue
		}
		if latest[name] == nil {
			latest[name] = map[string]Summary{}
		}
		if old, ok := latest[name][team]; !ok || newer(s, old) {
			latest[name][team] = s
		}
	}
	var all []Organisation
	for _, teams := range latest {
		if len(teams) < 2 {
			continue
		}
		o := Organisation{}
		for _, s := range teams {
			o.Teams = append(o.Teams, s)
		}
		slices.SortFunc(o.Teams, func(a, b Summary) int { return strings.Compare(plain(a.Team), plain(b.Team)) })
		o.Name = strings.TrimSpace(o.Teams[0].Organisation)
		all = append(all, o)
	}
	slices.SortFunc(all, func(a, b Organisation) int { return strings.Compare(plain(a.Name), plain(b.Name)) })
	return all
}

func plain(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

func newer(a, b Summary) bool {
	return cmp.Or(a.Date.Time().Compare(b.Date.Time()), strings.Compare(a.Path, b.Path)) > 0
}

// TeamFigures are what a portfolio shows of a team's latest session. Where fewer people answered than its threshold, or
// than DefaultThreshold (a team that agreed to be shown from three on agreed to it for its own room), Suppressed is true
// and all figures that rest on answers are nil.
//
// A portfolio never shows a sum or a mean over teams: beside it, the figures of all teams but one would give those of the
// one, and with two teams each would read the other's, though it be suppressed. It shows one session of a team, so that no
// subtraction within a team is offered (trend_refuse.go), and nothing of a single question but the name of the theme that
// comes first. It takes teams for different people; it cannot know who is in two of them.
type TeamFigures struct {
	Team          string
	Date          Date
	Imported      bool
	Threshold     int // below which nothing is shown here
	Respondents   Respondents
	Suppressed    bool
	Evidence      Evidence
	Kept          Sides
	Exceeded      Sides
	PerceptionGap *float64
	TopFocus      *Theme   // the first of the group's choice, else of the numbers
	Promises      Progress // all of them
}

// TeamFigures are those of a revealed session; today decides which promises are late.
func (s *Session) TeamFigures(today Date) TeamFigures {
	c := s.Compare()
	f := TeamFigures{
		Team: s.Setup.Team, Date: s.Setup.Date, Imported: s.Imported, Respondents: c.Respondents,
		Threshold: max(c.Threshold, DefaultThreshold), Promises: s.Plan.Progress(Date{}, today),
	}
	if c.Respondents.Employees < f.Threshold {
		f.Suppressed = true
		return f
	}
	f.Evidence, f.PerceptionGap = c.Evidence, c.PerceptionGap
	f.Kept.Employees, f.Exceeded.Employees = c.Kept.Employees, c.Exceeded.Employees
	if n := c.Respondents.Customers; n == nil || *n >= f.Threshold {
		f.Kept.Customers, f.Exceeded.Customers = c.Kept.Customers, c.Exceeded.Customers
	}
	for i := range c.Themes {
		first := c.Themes[i].FocusRank != nil && *c.Themes[i].FocusRank == 1
		if len(s.Priorities.Focus) > 0 {
			first = c.Themes[i].Key == s.Priorities.Focus[0]
		}
		if first {
			f.TopFocus = &s.Themes[i]
		}
	}
	return f
}

// PortfolioOrder is an order in which teams can be put. None of them is a ranking: the place of a team has no number.
type PortfolioOrder string

// The orders.
const (
	ByTeam     PortfolioOrder = "team"
	ByDate     PortfolioOrder = "date"     // the longest ago first: whom to visit next
	ByKept     PortfolioOrder = "kept"     // the least kept for employees first
	ByGap      PortfolioOrder = "gap"      // the widest perception gap first
	ByPromises PortfolioOrder = "promises" // the most late promises first
)

// PortfolioOrders lists the orders.
func PortfolioOrders() []PortfolioOrder {
	return []PortfolioOrder{ByTeam, ByDate, ByKept, ByGap, ByPromises}
}

// Compare compares two teams in an order; those without the figure come last, and teams that are equal go by name.
func (o PortfolioOrder) Compare(a, b TeamFigures) int {
	d := 0
	switch o {
	case ByDate:
		d = a.Date.Time().Compare(b.Date.Time())
	case ByKept:
		d = knownFirst(a.Kept.Employees.Share, b.Kept.Employees.Share, 1)
	case ByGap:
		d = knownFirst(a.PerceptionGap, b.PerceptionGap, -1)
	case ByPromises:
		d = b.Promises.Late - a.Promises.Late
	}
	return cmp.Or(d, strings.Compare(plain(a.Team), plain(b.Team)))
}

func knownFirst(a, b *float64, turn int) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return turn * cmp.Compare(*a, *b)
}
