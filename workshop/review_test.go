package workshop

import (
	"slices"
	"testing"
	"time"
)

func TestReviewTakesUpWhatIsLateFirst(t *testing.T) {
	day := func(d int) Date { return Date{2027, time.January, d} }
	plan := Plan{Promises: []Promise{
		{ID: 1, Status: Dropped, Due: day(1)},
		{ID: 2, Status: Done, Due: day(1)},
		{ID: 3, Due: day(20)},
		{ID: 4, Status: Moved, Due: day(9)},
		{ID: 5, Due: day(8)},
		{ID: 6, Status: Moved, Due: day(15)},
		{ID: 7, Due: day(10)}, // on its last day
	}}
	var order []int
	for _, p := range plan.ForReview(day(10)) {
		order = append(order, p.ID)
	}
	if want := []int{5, 4, 7, 6, 3, 2, 1}; !slices.Equal(order, want) {
		t.Errorf("order %v, want %v", order, want)
	}
	for id, want := range map[int]Stand{1: StandsDropped, 2: StandsDone, 4: StandsLate, 5: StandsLate, 6: StandsOpen, 7: StandsOpen} {
		if got := plan.Promises[plan.Find(id)].Stands(day(10)); got != want {
			t.Errorf("promise %d stands %q, want %q", id, got, want)
		}
	}
	if n := day(3).DaysSince(Date{2026, time.December, 30}); n != 4 {
		t.Errorf("%d days", n)
	}
}
