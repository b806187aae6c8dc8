package workshop

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"
)

// rate is one respondent's ratings; missing stands for a missing standing.
func rate(points, standing []float64) Ratings { return Ratings{Points: points, Standing: standing} }

var missing = math.NaN()

func employees(ratings ...Ratings) []Response {
	responses := make([]Response, len(ratings))
	for i, r := range ratings {
		responses[i].Ratings = r
	}
	return responses
}

// times is n people who answer alike.
func times(n int, r Ratings) []Ratings {
	all := make([]Ratings, n)
	for i := range all {
		all[i] = r
	}
	return all
}

// revealed is a session of these answers; customers nil for none.
func revealed(t *testing.T, themes int, responses []Response, customers *SideTally, evidence Evidence) *Session {
	t.Helper()
	s := NewSession("test", Setup{}, testThemes(themes))
	s.Customers.Evidence = evidence
	if err := s.ImportCounted(responses, customers); err != nil {
		t.Fatal(err)
	}
	return s
}

func isNear(t *testing.T, what string, got *float64, want float64) {
	t.Helper()
	if got == nil || math.Abs(*got-want) > 1e-12 {
		t.Errorf("%s = %v, want %v", what, show(got), want)
	}
}

func show(x *float64) any {
	if x == nil {
		return nil
	}
	return *x
}

// Five people, two themes, worked by hand.
func TestFiguresByHand(t *testing.T) {
	s := revealed(t, 2, employees(
		rate([]float64{10, 0}, []float64{-2, 1}),
		rate([]float64{5, 5}, []float64{-1, 1}),
		rate([]float64{1, 3}, []float64{0, 1}),
		rate(nil, []float64{0, -1}),
		rate([]float64{0, 2}, []float64{1, 0}),
		rate([]float64{0, 7}, []float64{-1, 2}),
	), TallySide(2, 5, times(5, rate([]float64{1, 4}, []float64{-3, 0.5}))), Survey)
	c := s.Compare()
	first, second := c.Themes[0], c.Themes[1]
	isNear(t, "weight", first.Employees.Weight, (1+.5+.25)/5)
	isNear(t, "weight", second.Employees.Weight, (.5+.75+1+1)/5)
	isNear(t, "mean", first.Employees.Mean, -0.5)
	isNear(t, "below", first.Employees.Below, 3./6)
	isNear(t, "as expected", first.Employees.AsExpected, 2./6)
	isNear(t, "above", first.Employees.Above, 1./6)
	isNear(t, "kept", first.Employees.Kept, 3./6)
	isNear(t, "rwg", first.Employees.RWG, 1-(7-6*.25)/5/4)
	isNear(t, "adm", first.Employees.ADM, (1.5+.5+.5+.5+1.5+.5)/6)
	if want := (Histogram{2: 1, 4: 2, 6: 2, 8: 1}); *first.Employees.Histogram != want {
		t.Errorf("histogram %v, want %v", *first.Employees.Histogram, want)
	}
	isNear(t, "gap", first.ModellingGap, 2.5)
	if *first.Field != ModelFirst || *second.Field != KeepExceeding {
		t.Errorf("fields %v and %v", *first.Field, *second.Field)
	}
	isNear(t, "focus", first.Focus, (.35+.2)/2*.5)
	isNear(t, "focus of what is kept", second.Focus, 0)
	isNear(t, "session kept", c.Kept.Employees.Share, .35*.5+.65*5/6)
	isNear(t, "session exceeded", c.Exceeded.Employees.Share, .35/6+.65*4/6)
	isNear(t, "customers kept", c.Kept.Customers.Share, .8)
	if v := c.Kept.Customers.Interval; *v != (Interval{*c.Kept.Customers.Share, *c.Kept.Customers.Share}) {
		t.Errorf("five who answer alike leave an interval of %v", *v)
	}
	if v := first.Customers.Interval; *v != (Interval{-3, -3}) {
		t.Errorf("interval without spread %v", *v)
	}
	if c.Respondents.Employees != 6 || *c.Respondents.Customers != 5 {
		t.Errorf("respondents %+v", c.Respondents)
	}
	isNear(t, "τ-b", c.Order.EmployeesCustomers.TauB, 1)
}

func TestSuppressionAtTheThreshold(t *testing.T) {
	for _, k := range []int{3, 5, 8} {
		for _, n := range []int{k - 1, k} {
			ratings := times(n, rate([]float64{1, 1}, []float64{-1, 1}))
			ratings = append(ratings, times(4, rate([]float64{1, 9}, []float64{missing, 2}))...)
			side := TallySide(2, k, ratings)
			if got := side.Themes[0].Suppressed; got != (n < k) {
				t.Errorf("%d standings at threshold %d: suppressed = %v", n, k, got)
			}
			if n < k {
				if side.Themes[0] != (ThemeTally{Suppressed: true}) {
					t.Errorf("a suppressed theme keeps %+v", side.Themes[0])
				}
				if !side.Themes[1].Suppressed {
					isNear(t, "the weight of what is left", side.Themes[1].Weight, 1)
				}
			}
		}
	}
	if low := TallySide(1, 1, times(2, rate([]float64{1}, []float64{0}))); !low.Themes[0].Suppressed {
		t.Errorf("a threshold of 1 shows two people: %+v", low.Themes[0])
	}
}

func TestBelowTheThresholdNothingIsMade(t *testing.T) {
	responses := employees(times(4, rate([]float64{1, 9}, []float64{-2, 1}))...)
	for i := range responses {
		responses[i].Behaviours = [BehaviourCount]Frequency{Often, Often}
		responses[i].Statements = []Statement{{Text: "hidden"}, {Text: "shown", Show: true}}
	}
	s := revealed(t, 2, responses, nil, NoEvidence)
	s.Leaders = Leaders{Standing: map[ThemeKey]float64{"theme-0": 1}, Order: []ThemeKey{"theme-0", "theme-1"}}
	tally, err := json.Marshal(s.Tally)
	if err != nil {
		t.Fatal(err)
	}
	empty := `{"respondents":4,"themes":[{"suppressed":true,"histogram":[0,0,0,0,0,0,0,0,0,0,0,0,0]},` +
		`{"suppressed":true,"histogram":[0,0,0,0,0,0,0,0,0,0,0,0,0]}],"kept":{"share":null,"interval":null},"exceeded":{"share":null,"interval":null}}`
	behaviour := `{"suppressed":true,"histogram":[0,0,0,0,0]}`
	want := `{"threshold":5,"employees":` + empty + `,"behaviours":[` + behaviour
	for range BehaviourCount - 1 {
		want += "," + behaviour
	}
	want += `],"one_voice":[null,null],"top_three_stable":null,"counted_only":0}`
	if string(tally) != want {
		t.Errorf("kept of four people:\n%s\nwant\n%s", tally, want)
	}
	if s.Voices != nil {
		t.Errorf("voices of four people: %v", s.Voices)
	}
	c := s.Compare()
	if c.PredictedKept != nil || c.PerceptionGap != nil || c.Order.LeadersEmployees != nil || c.TopThreeStable != nil {
		t.Errorf("figures of four people: %+v", c)
	}
}

// Enough standings, but too few who gave points: no weights, and nothing that needs them.
func TestTooFewPointsGiveNoWeights(t *testing.T) {
	ratings := append(times(4, rate([]float64{3, 7}, []float64{-1, 1})), times(3, rate(nil, []float64{-2, 1}))...)
	s := revealed(t, 2, employees(ratings...), TallySide(2, 5, ratings), Survey)
	c := s.Compare()
	for _, f := range c.Themes {
		if f.Employees.Mean == nil || f.ModellingGap == nil || f.Field == nil {
			t.Errorf("%s: figures without weights are missing: %+v", f.Key, f)
		}
		if f.Employees.Weight != nil || f.Customers.Weight != nil || f.Focus != nil || f.FocusRank != nil || f.OneVoice != nil {
			t.Errorf("%s: four people's points show: %+v", f.Key, f)
		}
	}
	if c.Kept.Employees != (Share{}) || c.Exceeded.Employees != (Share{}) || *c.Kept.Customers != (Share{}) || c.TopThreeStable != nil {
		t.Errorf("four people's points show: %+v", c)
	}
	if c.Order.EmployeesCustomers != nil {
		t.Errorf("an order without weights: %+v", c.Order.EmployeesCustomers)
	}

	// Only the customers lack weights: the employees' stand alone.
	whole := times(5, rate([]float64{3, 7}, []float64{-1, 1}))
	c = revealed(t, 2, employees(whole...), TallySide(2, 5, ratings), Survey).Compare()
	isNear(t, "focus", c.Themes[0].Focus, 0.3)
}

func TestAgreedAnswer(t *testing.T) {
	team := employees(times(6, rate([]float64{5, 3, 2}, []float64{-1, 1, -2}))...)
	agreed := TallyAgreed(3, rate([]float64{2, 2, 4}, []float64{-1.5, missing, 0}))
	c := revealed(t, 3, team, agreed, GroupBelief).Compare()
	if c.Respondents.Customers != nil || c.Evidence != GroupBelief {
		t.Errorf("respondents %v, evidence %q", c.Respondents.Customers, c.Evidence)
	}
	first := c.Themes[0]
	want := SideFigures{
		Weight: new(0.25), Mean: new(-1.5), Below: new(1.0), AsExpected: new(0.0), Above: new(0.0), Kept: new(0.0),
	}
	if !reflect.DeepEqual(*first.Customers, want) {
		t.Errorf("agreed figures %+v", *first.Customers)
	}
	isNear(t, "gap", first.ModellingGap, 0.5)
	if first.ModellingGapInterval != nil || *first.Clear || *first.Field != ModelFirst {
		t.Errorf("between the sides %+v", first)
	}
	silent := c.Themes[1]
	if silent.Customers.Mean != nil || silent.Customers.Kept != nil || silent.ModellingGap != nil || silent.Field != nil || silent.Clear != nil {
		t.Errorf("a theme that the group left out: %+v", silent)
	}
	isNear(t, "its weight", silent.Customers.Weight, 0.25)
	isNear(t, "kept", c.Kept.Customers.Share, 0.5)
	isNear(t, "exceeded", c.Exceeded.Customers.Share, 0)
	if c.Kept.Customers.Interval != nil {
		t.Errorf("one answer has an interval: %v", *c.Kept.Customers.Interval)
	}
	for name, r := range map[string]Ratings{
		"no points": rate(nil, []float64{1, 1, 1}), "no standings": rate([]float64{1, 0, 0}, nil), "nothing": {},
	} {
		if side := TallyAgreed(3, r); side.Kept != (Share{}) || side.Exceeded != (Share{}) {
			t.Errorf("%s: kept %v", name, side.Kept)
		}
	}
}

func TestFieldOnTheLine(t *testing.T) {
	for _, c := range []struct {
		employees, customers float64
		want                 Field
	}{
		{-1, -1, ModelFirst},
		{-1, 0, AtOurExpense},
		{-1, 2, AtOurExpense},
		{0, -1, CarryOver},
		{3, -3, CarryOver},
		{0, 0, KeepExceeding},
		{1, 2, KeepExceeding},
	} {
		if got := fieldOf(c.employees, c.customers); got != c.want {
			t.Errorf("employees %v, customers %v: %v, want %v", c.employees, c.customers, got, c.want)
		}
	}
}

func TestClear(t *testing.T) {
	for _, c := range []struct {
		interval *Interval
		want     bool
	}{
		{nil, false},
		{&Interval{-1, 1}, false},
		{&Interval{0, 1}, true},
		{&Interval{-1, 0}, true},
		{&Interval{0, 0}, true},
		{&Interval{0.1, 2}, true},
		{&Interval{-2, -0.1}, true},
	} {
		if got := c.interval.clear(); got != c.want {
			t.Errorf("%v: clear = %v", c.interval, got)
		}
	}
}

// Each rule in turn decides between two themes that are tied on the rules before it.
func TestFocusTies(t *testing.T) {
	at := func(weight, mean float64) *ThemeTally { return &ThemeTally{Weight: &weight, Mean: &mean} }
	for name, c := range map[string]struct {
		a, b  candidate
		first int
	}{
		"by focus":             {newCandidate(0, .3, -1, nil), newCandidate(1, .3, -1.5, nil), 1},
		"then customers":       {newCandidate(0, .3, -1, at(.3, -1)), newCandidate(1, .3, -1, at(.3, -2)), 1},
		"unknown is 0":         {newCandidate(0, .3, -1, nil), newCandidate(1, .3, -1, at(.3, -2)), 1},
		"suppressed is 0":      {newCandidate(0, .3, -1, &ThemeTally{Suppressed: true}), newCandidate(1, .3, -1, at(.3, -2)), 1},
		"then weight":          {newCandidate(0, .2, 1, nil), newCandidate(1, .3, 1, nil), 1},
		"then the order":       {newCandidate(0, .3, 1, nil), newCandidate(1, .3, 2, nil), 0},
		"not by rounding":      {newCandidate(0, .3, -1, nil), newCandidate(1, .1+.2, -1, nil), 0},
		"shared weight halved": {newCandidate(0, .2, -1, at(.6, 0)), newCandidate(1, .3, -1, nil), 0},
	} {
		order := []candidate{c.b, c.a}
		rank(order)
		if order[0].theme != c.first {
			t.Errorf("%s: theme %d comes first", name, order[0].theme)
		}
	}
}

func TestOneVoiceSeesTheOneWhoDecides(t *testing.T) {
	ratings := times(9, rate([]float64{4, 3, 2, 1}, []float64{-2, -2, -2, -1.9}))
	swing := append(ratings, rate([]float64{0, 0, 0, 10}, []float64{-1, -1, -1, -3}))
	c := revealed(t, 4, employees(swing...), nil, NoEvidence).Compare()
	if got := *c.Themes[2].OneVoice; got != [2]int{3, 4} && got != [2]int{3, 3} {
		t.Errorf("third theme %v", got)
	}
	steady := revealed(t, 4, employees(ratings...), nil, NoEvidence).Compare()
	for i, f := range steady.Themes {
		if *f.OneVoice != [2]int{i + 1, i + 1} || *f.FocusRank != i+1 {
			t.Errorf("nine who agree: theme %d has rank %d and %v", i, *f.FocusRank, *f.OneVoice)
		}
	}
	if !*steady.TopThreeStable {
		t.Error("nine who agree are not stable")
	}
	// Without one of two camps of equal weight the other decides.
	camps := append(times(3, rate([]float64{3, 3, 4, 0}, []float64{-2, -2, -2, -2})), times(3, rate([]float64{3, 3, 0, 4}, []float64{-2, -2, -2, -2}))...)
	c = revealed(t, 4, employees(camps...), nil, NoEvidence).Compare()
	if *c.TopThreeStable || *c.Themes[2].OneVoice != [2]int{1, 4} && *c.Themes[2].OneVoice != [2]int{3, 4} {
		t.Errorf("two camps: stable %v, %v", *c.TopThreeStable, *c.Themes[2].OneVoice)
	}
}

func TestLeadersBesideTheTeam(t *testing.T) {
	responses := employees(times(5, rate([]float64{4, 3, 2, 1}, []float64{-1, 0, 1, -1}))...)
	for i := range responses {
		responses[i].Behaviours[CancelsMeetings.Index()] = Always
		responses[i].Behaviours[Coaches.Index()] = Seldom
		if i > 0 {
			responses[i].Behaviours[Listens.Index()] = Often
		}
	}
	s := revealed(t, 4, responses, nil, NoEvidence)
	if c := s.Compare(); c.PredictedKept != nil || c.PerceptionGap != nil || c.Order.LeadersEmployees != nil || c.Order.EmployeesCustomers != nil {
		t.Errorf("leaders who said nothing: %+v", c)
	}
	s.Leaders = Leaders{
		Order:    []ThemeKey{"theme-3", "theme-0", "theme-1"},
		Standing: map[ThemeKey]float64{"theme-0": 0, "theme-1": 2, "theme-3": -1}, // nothing on theme-2
		Behaviours: map[Behaviour]Frequency{
			CancelsMeetings: Seldom, Coaches: Often, Listens: Always, Micromanages: Never,
		},
		Investment: Investment{Employees: Effort{40, 1000}, Customers: Effort{Hours: 200}},
	}
	c := s.Compare()
	isNear(t, "predicted", c.PredictedKept, .7)
	isNear(t, "perception gap", c.PerceptionGap, .7-.5)
	order := c.Order.LeadersEmployees
	if order.Concordant != 1 || order.Discordant != 2 || order.Pairs != 3 || order.Tied != 0 {
		t.Errorf("order %+v", order)
	}
	isNear(t, "τ-b", order.TauB, -1./3)
	if *c.Themes[3].LeadersRank != 1 || c.Themes[2].LeadersRank != nil || *c.Themes[1].LeadersStanding != 2 || c.Themes[2].LeadersStanding != nil {
		t.Errorf("leaders' rank and standing: %+v", c.Themes)
	}
	isNear(t, "hours", c.Investment.HoursRatio, .2)
	if c.Investment.MoneyRatio != nil {
		t.Errorf("money over nothing: %v", *c.Investment.MoneyRatio)
	}
	for key, want := range map[Behaviour]BehaviourFigures{
		CancelsMeetings: {LessOf: true, N: new(5), Mean: new(4.0), Histogram: &[5]int{4: 5}, Leaders: new(1), SayDoGap: new(3.0)},
		Coaches:         {N: new(5), Mean: new(1.0), Histogram: &[5]int{1: 5}, Leaders: new(3), SayDoGap: new(2.0)},
		Listens:         {Suppressed: true, Leaders: new(4)}, // four answers
		Micromanages:    {Suppressed: true, LessOf: true, Leaders: new(0)},
		Celebrates:      {Suppressed: true},
	} {
		want.Key = key
		if got := c.Behaviours[key.Index()]; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v", key, got)
		}
	}
}

func TestTiedOrderHasNoTau(t *testing.T) {
	side := times(5, rate([]float64{1, 1}, []float64{-1, 1}))
	s := revealed(t, 2, employees(side...), TallySide(2, 5, side), Survey)
	order := s.Compare().Order.EmployeesCustomers
	if order == nil || order.TauB != nil || order.Tied != 1 || order.Pairs != 1 {
		t.Errorf("two equal weights: %+v", order)
	}
}

func TestSplitAtTheCutOff(t *testing.T) {
	// adm is 1.2 where ten people stand at ±1.2, and more where one stands further out.
	for _, c := range []struct {
		out  float64
		want bool
	}{{1.2, false}, {1.3, true}} {
		ratings := append(times(5, rate([]float64{1}, []float64{c.out})), times(5, rate([]float64{1}, []float64{-c.out}))...)
		f := revealed(t, 1, employees(ratings...), nil, NoEvidence).Compare().Themes[0].Employees
		if *f.Split != c.want {
			t.Errorf("adm %v: split = %v", *f.ADM, *f.Split)
		}
	}
}

func TestHistogramTakesTheNearestHalfStep(t *testing.T) {
	for standing, bin := range map[float64]int{-3: 0, -2.8: 0, -2.75: 1, -2.5: 1, 0: 6, 0.2: 6, 0.25: 7, 2.9: 12, 3: 12} {
		side := TallySide(1, 5, times(5, rate(nil, []float64{standing})))
		if got := side.Themes[0].Histogram[bin]; got != 5 {
			t.Errorf("%v is counted in %v", standing, side.Themes[0].Histogram)
		}
	}
}

func TestWeightsOfAnySizeAndEqualShares(t *testing.T) {
	side := TallySide(3, 3, times(5, rate([]float64{1e308, 1e308, 1e308}, []float64{0, 0, 0})))
	for _, theme := range side.Themes {
		isNear(t, "weight of huge points", theme.Weight, 1./3)
	}
	mixed := []Ratings{
		rate([]float64{1, 2, 3}, []float64{0, 0, 0}), rate([]float64{2, 3, 1}, []float64{0, 0, 0}), rate([]float64{3, 1, 2}, []float64{0, 0, 0}),
	}
	side = TallySide(3, 3, mixed)
	if a, b, c := *side.Themes[0].Weight, *side.Themes[1].Weight, *side.Themes[2].Weight; a != b || b != c {
		t.Errorf("equal weights come out as %v, %v, %v", a, b, c)
	}
}

// Private beliefs make a customers' side of their own, and leave out nobody.
func TestPrivateBelief(t *testing.T) {
	s := NewSession("test", Setup{}, testThemes(2))
	s.State, s.Customers.Evidence = Sealed, PrivateBelief
	responses := employees(times(6, rate([]float64{1, 1}, []float64{-1, 1}))...)
	for i := range 5 {
		belief := rate([]float64{9, 1}, []float64{float64(i % 2), -1})
		responses[i].Belief = &belief
	}
	if err := s.Count(responses); err != nil {
		t.Fatal(err)
	}
	c := s.Compare()
	if c.Evidence != PrivateBelief || *c.Respondents.Customers != 5 {
		t.Errorf("evidence %q of %d", c.Evidence, *c.Respondents.Customers)
	}
	isNear(t, "weight", c.Themes[0].Customers.Weight, .9)
	isNear(t, "mean", c.Themes[0].Customers.Mean, .4)
}

func TestDifferenceScoresStayLabelled(t *testing.T) {
	side := TallySide(1, 5, times(5, rate([]float64{1}, []float64{-0.5})))
	side.Difference = true
	s := revealed(t, 1, employees(times(5, rate([]float64{1}, []float64{0}))...), side, Survey)
	if c := s.Clone().Compare(); !c.DifferenceScore {
		t.Error("the label is lost")
	}
}

func TestEvidenceNeedsCustomers(t *testing.T) {
	s := revealed(t, 1, employees(times(5, rate([]float64{1}, []float64{0}))...), nil, Survey)
	if c := s.Compare(); c.Evidence != NoEvidence || c.Kept.Customers != nil || c.Themes[0].Customers != nil || c.Themes[0].Field != nil {
		t.Errorf("a survey that nobody imported: %+v", c)
	}
	if NewSession("test", Setup{}, nil).Compare() != nil {
		t.Error("a comparison before the reveal")
	}
}
