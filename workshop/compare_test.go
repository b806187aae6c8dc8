package workshop

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// differ fails unless got is null exactly where want is NaN, and both are equal within 1e-9 elsewhere.
func differ(t *testing.T, what string, got *float64, want float64) {
	t.Helper()
	switch {
	case (got == nil) != math.IsNaN(want):
		t.Errorf("%s = %v, want %v", what, got, want)
	case got != nil && !(math.Abs(*got-want) <= 1e-9):
		t.Errorf("%s = %v, want %v", what, *got, want)
	}
}

func differInterval(t *testing.T, what string, got *Interval, low, high float64) {
	t.Helper()
	if got == nil {
		differ(t, what, nil, low)
		return
	}
	differ(t, what+"[0]", &got[0], low)
	differ(t, what+"[1]", &got[1], high)
}

func TestComparisonEqualsTheSlowOne(t *testing.T) {
	type sizes struct{ employees, customers, themes, rounds int }
	for _, size := range []sizes{
		{6, 0, 4, 30},
		{6, 7, 5, 30},
		{6, 4, 4, 10},
		{4, 30, 4, 5},
		{12, 20, 12, 15},
		{40, 60, 12, 4},
		{40, 0, 16, 3},
		{40, -1, 8, 6},
		{350, 260, 6, 1},
	} {
		for round := range size.rounds {
			t.Run(fmt.Sprint(size, round), func(t *testing.T) {
				random := rand.New(rand.NewPCG(uint64(size.employees*1000+size.customers), uint64(round)))
				in := slowInput{themes: size.themes, threshold: 5}
				s := NewSession("test", Setup{}, testThemes(size.themes))
				responses := randomResponses(random, size.employees, size.themes, 0.12)
				in.employees = ratingsIn(responses)
				var side *SideTally
				switch {
				case size.customers > 0:
					in.customers = ratingsIn(randomResponses(random, size.customers, size.themes, 0.12))
					side = TallySide(size.themes, 5, in.customers)
					s.Customers.Evidence = Survey
				case size.customers < 0:
					in.agreed = &ratingsIn(randomResponses(random, 6, size.themes, 0.12))[round]
					side = TallyAgreed(size.themes, *in.agreed)
					s.Customers.Evidence = GroupBelief
				}
				if err := s.ImportCounted(responses, side); err != nil {
					t.Fatal(err)
				}
				compareWithSlow(t, s.Compare(), in)
			})
		}
	}
}

func compareWithSlow(t *testing.T, c *Comparison, in slowInput) {
	employees, customers, stable := slowCompare(in)
	ranked := 0
	for i, f := range c.Themes {
		at, want := fmt.Sprintf("themes[%d].", i), employees.themes[i]
		checkSide(t, at+"employees.", f.Employees, want)
		if (f.Customers == nil) != (customers == nil) {
			t.Fatalf("%scustomers: %v", at, f.Customers)
		}
		null := math.NaN()
		if customers != nil && in.agreed == nil {
			checkSide(t, at+"customers.", *f.Customers, customers.themes[i])
		}
		if in.agreed != nil {
			differ(t, at+"customers.weight", f.Customers.Weight, customers.themes[i].weight)
			differ(t, at+"customers.mean", f.Customers.Mean, customers.themes[i].mean)
		}
		if !want.hasField {
			want.gap, want.gapLow = null, null
		}
		differ(t, at+"modelling_gap", f.ModellingGap, want.gap)
		differInterval(t, at+"modelling_gap_interval", f.ModellingGapInterval, want.gapLow, want.gapHigh)
		if want.hasField != (f.Field != nil) || want.hasField && (*f.Field != want.field || *f.Clear != want.clear) {
			t.Errorf("%sfield = %v, clear = %v, want %v, %v", at, f.Field, f.Clear, want.field, want.clear)
		}
		differ(t, at+"focus", f.Focus, want.focus)
		if want.rank == 0 {
			if f.FocusRank != nil || f.OneVoice != nil {
				t.Errorf("%s has a rank without a weight", at)
			}
			continue
		}
		ranked++
		if *f.FocusRank != want.rank || *f.OneVoice != [2]int{want.lowest, want.highest} {
			t.Errorf("%sfocus_rank = %v, one_voice = %v, want %v, %v … %v", at, *f.FocusRank, *f.OneVoice, want.rank, want.lowest, want.highest)
		}
	}
	switch {
	case ranked == 0:
		if c.TopThreeStable != nil || c.Kept.Employees.Share != nil || c.Kept.Employees.Interval != nil {
			t.Errorf("figures of the session without any weight: %+v", c)
		}
	case *c.TopThreeStable != stable:
		t.Errorf("top_three_stable = %v, want %v", *c.TopThreeStable, stable)
	}
	checkShare(t, "kept.employees", c.Kept.Employees, employees.kept, false)
	checkShare(t, "exceeded.employees", c.Exceeded.Employees, employees.exceeded, false)
	if customers != nil {
		checkShare(t, "kept.customers", *c.Kept.Customers, customers.kept, in.agreed != nil)
		checkShare(t, "exceeded.customers", *c.Exceeded.Customers, customers.exceeded, in.agreed != nil)
	}
}

func checkSide(t *testing.T, at string, got SideFigures, want slowTheme) {
	t.Helper()
	if got.Suppressed != want.suppressed {
		t.Fatalf("%ssuppressed = %v", at, got.Suppressed)
	}
	if want.suppressed {
		if got != (SideFigures{Suppressed: true}) {
			t.Errorf("%s shows something though suppressed: %+v", at, got)
		}
		return
	}
	if *got.N != want.n {
		t.Errorf("%sn = %v, want %v", at, *got.N, want.n)
	}
	differ(t, at+"weight", got.Weight, want.weight)
	differ(t, at+"mean", got.Mean, want.mean)
	differInterval(t, at+"interval", got.Interval, want.low, want.high)
	differ(t, at+"below", got.Below, want.below)
	differ(t, at+"as_expected", got.AsExpected, want.same)
	differ(t, at+"above", got.Above, want.above)
	differ(t, at+"kept", got.Kept, want.kept)
	differInterval(t, at+"kept_interval", got.KeptInterval, want.keptLow, want.keptHigh)
	differ(t, at+"rwg", got.RWG, want.rwg)
	differ(t, at+"adm", got.ADM, want.adm)
	if *got.Split != (want.adm > 1.2+1e-12) {
		t.Errorf("%ssplit = %v with adm %v", at, *got.Split, want.adm)
	}
	sum := 0
	for _, n := range got.Histogram {
		sum += n
	}
	if sum != want.n {
		t.Errorf("%shistogram counts %d of %d", at, sum, want.n)
	}
}

func checkShare(t *testing.T, what string, got Share, want slowShare, agreed bool) {
	t.Helper()
	differ(t, what, got.Share, want.share)
	if agreed {
		if got.Interval != nil {
			t.Errorf("%s: one agreed answer has an interval", what)
		}
		return
	}
	if math.IsNaN(want.share) {
		want.low = math.NaN()
	}
	differInterval(t, what, got.Interval, want.low, want.high)
}

// Whatever the order of the responses, not a bit of what is kept changes.
func TestOrderOfResponsesLeavesNoTrace(t *testing.T) {
	for _, n := range []int{6, 12, 40, 300} {
		random := rand.New(rand.NewPCG(uint64(n), 9))
		responses := randomResponses(random, n, 12, 0.1)
		for i := range responses { // awkward numbers as imports bring them
			for j := range responses[i].Points {
				responses[i].Points[j] *= random.Float64()
			}
			for j, s := range responses[i].Standing {
				responses[i].Standing[j] = s * random.Float64()
			}
			responses[i].Statements = []Statement{{Text: fmt.Sprint("word ", i%5), Show: i%3 > 0}}
		}
		customers := ratingsIn(randomResponses(random, n, 12, 0.1))
		var tally, comparison, voices []byte
		for range 12 {
			s := NewSession("test", Setup{}, testThemes(12))
			s.Customers.Evidence = Survey
			if err := s.ImportCounted(responses, TallySide(12, 5, customers)); err != nil {
				t.Fatal(err)
			}
			for _, c := range []struct {
				what  string
				value any
				first *[]byte
			}{{"tally", s.Tally, &tally}, {"comparison", s.Compare(), &comparison}, {"voices", s.Voices, &voices}} {
				data, err := json.Marshal(c.value)
				if err != nil {
					t.Fatal(err)
				}
				if *c.first == nil {
					*c.first = data
				}
				if !bytes.Equal(*c.first, data) {
					t.Fatalf("%d responses in another order change the %s", n, c.what)
				}
			}
			random.Shuffle(n, func(i, j int) { responses[i], responses[j] = responses[j], responses[i] })
			random.Shuffle(n, func(i, j int) { customers[i], customers[j] = customers[j], customers[i] })
		}
	}
}
