package workshop

import (
	"errors"
	"slices"
	"testing"
	"time"
)

func TestOrganisationsAreTeamsLatestRevealedSessions(t *testing.T) {
	day := func(y int) Date { return Date{y, time.November, 21} }
	of := func(organisation, team, path string, date Date, change ...func(*Summary)) Summary {
		s := Summary{Organisation: organisation, Team: team, Path: path, Date: date, State: Closed}
		for _, f := range change {
			f(&s)
		}
		return s
	}
	state := func(state State) func(*Summary) { return func(s *Summary) { s.State = state } }
	got := Organisations([]Summary{
		of("Riverside Clinics", "Triage", "a", day(2025)),
		of("riverside clinics ", "Front desk", "b", day(2024)),
		of("Riverside Clinics", " front desk", "c", day(2026)),
		of("Riverside Clinics", "Front desk", "d", day(2027), state(Sealed)),
		of("Riverside Clinics", "Practice", "e", day(2026), func(s *Summary) { s.Rehearsal = true }),
		of("Riverside Clinics", "Broken", "f", day(2026), func(s *Summary) { s.Problem = errors.New("damaged") }),
		of("Riverside Clinics", "Lent", "g", day(2026), func(s *Summary) { s.Collector = true }),
		of("Riverside Clinics", "", "h", day(2026)),
		of("Harbour", "One", "i", day(2026)),
		of("Harbour", "One", "j", day(2025)),
		of("", "A", "k", day(2026)), of("", "B", "l", day(2026)),
		of("Ardent", "Night", "m", day(2026)), of("Ardent", "Day", "n", day(2026)), of("Ardent", "Day", "o", day(2026)),
	})
	var said []string
	for _, o := range got {
		for _, s := range o.Teams {
			said = append(said, o.Name+"/"+s.Path)
		}
	}
	if want := []string{"Ardent/o", "Ardent/m", "Riverside Clinics/c", "Riverside Clinics/a"}; !slices.Equal(said, want) {
		t.Errorf("the organisations are %v, want %v", said, want)
	}
}

func TestTeamFiguresPassTheStricterThreshold(t *testing.T) {
	answers := times(6, rate([]float64{4, 3, 2, 1}, []float64{-1, 0, 1, 2}))
	team := func(n, threshold, customers int) *Session {
		s := NewSession("test", Setup{Threshold: threshold, Team: "Front desk"}, testThemes(4))
		if err := s.ImportCounted(employees(answers[:n]...), TallySide(4, threshold, answers[:customers])); err != nil {
			t.Fatal(err)
		}
		s.Leaders.Standing = map[ThemeKey]float64{"theme-0": 1}
		s.Plan.Promises = []Promise{{Status: Done}, {Due: Date{2026, time.January, 1}}}
		return s
	}
	today := Date{2026, time.November, 21}
	f := team(6, 3, 4).TeamFigures(today)
	isNear(t, "kept", f.Kept.Employees.Share, .6)
	isNear(t, "exceeded", f.Exceeded.Employees.Share, .3)
	isNear(t, "perception gap", f.PerceptionGap, .4-.6)
	if f.Suppressed || f.Kept.Customers != nil || f.Exceeded.Customers != nil || f.TopFocus == nil || f.TopFocus.Key != "theme-0" {
		t.Errorf("six of our people and four customers: %+v", f)
	}
	if f.Promises.All != 2 || f.Promises.Done != 1 || f.Promises.Late != 1 {
		t.Errorf("promises %+v", f.Promises)
	}
	s := team(6, 3, 6)
	s.Priorities.Focus = []ThemeKey{"theme-2"}
	if f := s.TeamFigures(today); f.TopFocus.Key != "theme-2" || f.Kept.Customers == nil {
		t.Errorf("the group's own choice: %+v", f)
	}
	f = team(4, 3, 6).TeamFigures(today)
	if !f.Suppressed || f.Kept.Employees.Share != nil || f.Kept.Customers != nil || f.PerceptionGap != nil || f.TopFocus != nil || f.Promises.All != 2 {
		t.Errorf("four, though their own room may see them: %+v", f)
	}
}

func TestPortfolioOrders(t *testing.T) {
	team := func(name string, year, late int, kept, gap float64) TeamFigures {
		return TeamFigures{Team: name, Date: Date{year, 1, 1}, Promises: Progress{Late: late}, Kept: Sides{Employees: Share{Share: &kept}}, PerceptionGap: &gap}
	}
	teams := []TeamFigures{
		team("B", 2025, 0, .5, .1),
		{Team: "few", Date: Date{2024, 1, 1}, Suppressed: true},
		team("a", 2026, 2, .2, -.1),
		team("C", 2023, 2, .5, .4),
	}
	for order, want := range map[PortfolioOrder]string{
		ByTeam: "aBCfew", ByDate: "CfewBa", ByKept: "aBCfew", ByGap: "CBafew", ByPromises: "aCBfew",
	} {
		sorted := slices.SortedFunc(slices.Values(teams), order.Compare)
		got := ""
		for _, f := range sorted {
			got += f.Team
		}
		if got != want {
			t.Errorf("by %s the teams are %s, want %s", order, got, want)
		}
	}
	if len(PortfolioOrders()) != 5 {
		t.Error("an order is not tested")
	}
}
