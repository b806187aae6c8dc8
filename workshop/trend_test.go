package workshop

import (
	"errors"
	"testing"
	"time"
)

func TestFollowContinuesTheSeries(t *testing.T) {
	first := revealed(t, 4, employees(times(8, rate([]float64{4, 3, 2, 1}, []float64{-1, 0, 1, 2}))...), nil, NoEvidence)
	first.Setup.Date, first.Rehearsal = Date{2025, time.November, 21}, true
	second, err := first.Follow("next", Date{2026, time.November, 21})
	if err != nil {
		t.Fatal(err)
	}
	if second.ID != "next" || second.State != Prepare || second.Tally != nil || len(second.Earlier) != 1 || second.Setup.Date.Year != 2026 {
		t.Errorf("the next session is %+v", second)
	}
	if !second.Rehearsal {
		t.Error("a rehearsal is followed by a real session")
	}
	if got := second.Trend(); len(got) != 1 || got[0].Date.Year != 2025 || *got[0].Kept.Employees.Share != .6 {
		t.Errorf("the trend of what is prepared: %+v", got)
	}
	if _, err := second.Follow("third", Date{}); !errors.Is(err, ErrIllegalMove) {
		t.Errorf("what is not revealed was followed: %v", err)
	}

	second.Themes[1].Customers = Text{English: "Other words."}
	second.Themes[2].Name = Text{English: "Another name"}
	if err := second.ImportCounted(employees(times(6, rate([]float64{1, 1, 1, 1}, []float64{1, 1, 1, -1}))...), nil); err != nil {
		t.Fatal(err)
	}
	trend := second.Trend()
	if len(trend) != 2 || trend[0].Respondents.Employees != 8 || trend[1].Respondents.Employees != 6 {
		t.Fatalf("the trend %+v", trend)
	}
	for key, want := range map[ThemeKey]bool{"theme-0": true, "theme-1": false, "theme-2": true, "theme-3": true} {
		if trend[0].SameQuestions[key] != want || !trend[1].SameQuestions[key] {
			t.Errorf("%s: same question then %v, now %v", key, trend[0].SameQuestions[key], trend[1].SameQuestions[key])
		}
	}
	third, err := second.Follow("third", Date{2027, time.November, 21})
	if err != nil || len(third.Earlier) != 2 || third.Earlier[0].Date.Year != 2025 {
		t.Errorf("the third of the series: %v, %+v", err, third.Earlier)
	}
}

func TestPointKeepsOnlyWhatPassedTheThreshold(t *testing.T) {
	ratings := append(times(5, rate([]float64{1, 1}, []float64{-1, 1})), times(4, rate([]float64{1, 1}, []float64{-2, missing}))...)
	p := revealed(t, 2, employees(ratings...), TallySide(2, 5, ratings[5:]), Survey).Point()
	isNear(t, "mean", p.Means[0].Employees, (-5.-8)/9)
	if p.Means[1].Employees == nil || p.Means[0].Customers != nil || p.Means[1].Customers != nil || p.Kept.Customers.Share != nil {
		t.Errorf("the point keeps four customers: %+v", p)
	}
}
