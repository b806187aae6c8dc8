package workshop

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
)

// twice is a team that answers, and its next session, in which others answer.
func twice(t *testing.T, then, now []Response) (first, second *Session) {
	t.Helper()
	first = revealed(t, len(then[0].Points), then, nil, NoEvidence)
	first.Leaders = Leaders{Standing: map[ThemeKey]float64{"theme-0": 1}, Behaviours: map[Behaviour]Frequency{}}
	for _, b := range Behaviours() {
		first.Leaders.Behaviours[b] = Often
	}
	second, err := first.Follow("next", Date{2027, time.November, 21})
	if err != nil {
		t.Fatal(err)
	}
	second.Leaders = first.Leaders
	if err := second.ImportCounted(now, nil); err != nil {
		t.Fatal(err)
	}
	return first, second
}

// Before the reveal it is known whether the session before will be compared closely.
func TestWillRoundForesees(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	rounds := 0
	for n := DefaultThreshold; n < 24; n++ {
		first, second := twice(t, randomResponses(random, 12, 4, 0), randomResponses(random, n, 4, 0))
		before, err := first.Follow("before", Date{2027, time.November, 21})
		if err != nil {
			t.Fatal(err)
		}
		will, has := before.WillRound(n), second.Trend()[0].RoundedTo != RoundedTo{}
		if will != has {
			t.Errorf("%d after 12: foreseen %v, came %v", n, will, has)
		}
		if has {
			rounds++
		}
		if first.WillRound(n) {
			t.Error("the first of a series foresees rounding")
		}
	}
	if rounds != 2*(DefaultThreshold-1) {
		t.Errorf("rounded %d times", rounds)
	}
}

// subtract is the attack: somebody who knows that the others answered as before takes the earlier session's sums from the
// later one's, and reads the newcomer's answers.
func subtract(before TrendPoint, s *Session) (standing map[ThemeKey]float64, behaviours map[Behaviour]float64) {
	c := s.Compare()
	n, m := float64(c.Respondents.Employees), float64(before.Respondents.Employees)
	standing, behaviours = map[ThemeKey]float64{}, map[Behaviour]float64{}
	for _, f := range c.Themes {
		if then := before.Means[f.Key]; then != nil {
			standing[f.Key] = math.Round(n**f.Employees.Mean - m**then)
		}
	}
	for _, f := range c.Behaviours {
		if then := before.SayDo[f.Key]; then != nil {
			turn := 1.0
			if f.LessOf {
				turn = -1
			}
			behaviours[f.Key] = math.Round(n**f.Mean - m*(float64(*f.Leaders)-turn**then))
		}
	}
	return standing, behaviours
}

// The rule is off where the newer point is out of sight: then the earlier session is whole.
func ruleOff(first, second *Session) TrendPoint {
	whole := second.Clone()
	whole.Earlier = []EarlierPoint{first.Point()}
	whole.State = Prepare // its own point does not count
	return whole.Trend()[0]
}

func TestSubtractionDoesNotSingleOutWhoCame(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	const sessions, themes = 40, 6
	asked, read, control := 0, 0, 0
	for range sessions {
		n := 5 + random.IntN(8)
		now := randomResponses(random, n+1, themes, 0)
		for i := range now { // whole standings, everybody on every theme
			for k := range now[i].Standing {
				now[i].Standing[k] = float64(random.IntN(7) - 3)
			}
		}
		newcomer := now[n]
		first, second := twice(t, now[:n], now)
		hits := func(before TrendPoint) (hits int) {
			standing, behaviours := subtract(before, second)
			for k, theme := range second.Themes {
				if got, ok := standing[theme.Key]; ok && got == newcomer.Standing[k] {
					hits++
				}
			}
			for k, b := range Behaviours() {
				want, _ := newcomer.Behaviours[k].Value()
				if got, ok := behaviours[b]; ok && got == float64(want) {
					hits++
				}
			}
			return hits
		}
		asked += themes + BehaviourCount
		control += hits(ruleOff(first, second))
		read += hits(second.Trend()[0])

		for _, m := range second.Earlier[0].Means {
			if m.Employees != nil || second.Earlier[0].SayDo != nil {
				t.Fatal("the file still holds what was given up")
			}
		}
	}
	t.Logf("of %d answers of the newcomer %d are read; with the rule off %d", asked, read, control)
	if control != asked {
		t.Errorf("control: with the rule off %d of %d answers are read", control, asked)
	}
	if read > 0 {
		t.Errorf("%d of %d answers are read", read, asked)
	}
}

// TestSubtractionDoesNotTellHowSomebodyStandsOnTheWhole: the sums of kept tell, with the rule off, how much of what the
// newcomer expects is kept; with it, what they tell is as wide as the scale.
func TestSubtractionDoesNotTellHowSomebodyStandsOnTheWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	const sessions, themes = 400, 6
	off, on, none := 0.0, 0.0, 0.0
	for range sessions {
		n := 5 + random.IntN(8)
		now := randomResponses(random, n+1, themes, 0)
		newcomer, own := now[n], 0.0
		for k, s := range newcomer.Standing {
			if math.IsNaN(s) {
				now[n].Standing[k], s = 0, 0
			}
			if s >= 0 {
				own += newcomer.Points[k] / PointsToSpread
			}
		}
		first, second := twice(t, now[:n], now)
		miss := func(before TrendPoint) float64 {
			if before.Kept.Employees.Share == nil {
				return 0.5
			}
			guess := float64(n+1)**second.Compare().Kept.Employees.Share - float64(n)**before.Kept.Employees.Share
			return math.Abs(min(max(guess, 0), 1) - own)
		}
		off += miss(ruleOff(first, second)) / sessions
		on += miss(second.Trend()[0]) / sessions
		none += math.Abs(0.5-own) / sessions
	}
	t.Logf("the newcomer's own share is missed by %.2f; with the rule off by %.2f, by a guess without any session by %.2f", on, off, none)
	if on < none {
		t.Errorf("the newcomer's own share is missed by %.2f, by a mere guess by %.2f", on, none)
	}
	if off > on/2 {
		t.Errorf("control: with the rule off it is missed by %.2f", off)
	}
}

func TestWhatIsNearIsGivenUpAndTheRestIsKept(t *testing.T) {
	all := times(20, rate([]float64{4, 3, 2, 1}, []float64{-1, 0, 1, 2}))
	for now, want := range map[int]float64{4: 0.1, 6: 0, 7: 0.1, 10: 0.1, 11: 0, 12: 0.1, 15: 0.1, 16: 0} {
		now, want := now, want
		first := revealed(t, 4, employees(all[:11]...), nil, NoEvidence)
		second, err := first.Follow("next", Date{2027, time.November, 21})
		if err != nil {
			t.Fatal(err)
		}
		if err := second.ImportCounted(employees(all[:now]...), nil); err != nil {
			t.Fatal(err)
		}
		p := second.Trend()[0]
		if now == 4 { // too few to show anything, and seven fewer
			want = 0
		}
		if p.RoundedTo.Employees != want {
			t.Errorf("11, then %d: rounded to %v, want %v", now, p.RoundedTo.Employees, want)
		}
		if whole := want == 0; whole != (p.Means["theme-0"] != nil) || whole != (p.Kept.Employees.Interval != nil) {
			t.Errorf("11, then %d: mean %v, interval %v", now, show(p.Means["theme-0"]), p.Kept.Employees.Interval)
		}
		if again := keepApart(second.Earlier); !reflect.DeepEqual(again, second.Earlier) {
			t.Errorf("11, then %d: holding to the rule twice changes it", now)
		}
	}
}

func TestEachPairOfASeriesIsKeptApart(t *testing.T) {
	point := func(n int) EarlierPoint {
		share := .47
		return EarlierPoint{Respondents: Respondents{Employees: n, Customers: &n}, Threshold: 5, Kept: Sides{Employees: Share{Share: &share}, Customers: &Share{Share: &share}}}
	}
	for _, c := range []struct {
		n    []int
		want []bool // rounded
	}{
		{[]int{8}, []bool{false}},
		{[]int{8, 8}, []bool{false, false}},
		{[]int{8, 9, 14}, []bool{true, false, false}}, // beside the second, not the third
		{[]int{8, 9, 10}, []bool{true, true, false}},
		{[]int{9, 13, 17}, []bool{false, true, false}}, // the second is rounded, so that the first need not be
		{[]int{30, 20, 10, 12}, []bool{false, false, true, false}},
	} {
		points := make([]EarlierPoint, len(c.n))
		for i, n := range c.n {
			points[i] = point(n)
		}
		for i, p := range keepApart(points) {
			if (p.RoundedTo.Employees > 0) != c.want[i] || (p.RoundedTo.Customers > 0) != c.want[i] {
				t.Errorf("%v: session %d is rounded to %v, want %v", c.n, i, p.RoundedTo, c.want[i])
			}
			if points[i].RoundedTo.Employees != 0 || *points[i].Kept.Customers.Share != .47 {
				t.Errorf("%v: session %d was changed in place", c.n, i)
			}
		}
	}
	lax := []EarlierPoint{point(9), point(12)}
	lax[0].Threshold, lax[1].Threshold = 3, 3
	if keepApart(lax)[0].RoundedTo.Employees > 0 {
		t.Error("three who came are as many as the threshold of three allows")
	}
}

func TestRoundingHidesOnePersonsPart(t *testing.T) {
	for n := 3; n < 300; n++ {
		step := roundingStep(n)
		if n <= 100 && step*float64(n) < 1-1e-9 {
			t.Errorf("%d people: steps of %g are finer than one of them", n, step)
		}
		if x := roundTo(new(.47), step); math.Abs(*x-.47) > step/2+1e-9 || math.Abs(*x/step-math.Round(*x/step)) > 1e-9 {
			t.Errorf("0.47 to steps of %g is %g", step, *x)
		}
	}
	if math.Signbit(*roundTo(new(-.01), .2)) {
		t.Error("−0")
	}
}
