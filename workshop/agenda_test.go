package workshop

import (
	"testing"
	"time"
)

func TestAgendaFillsItsTime(t *testing.T) {
	for _, minutes := range []int{60, 90, 120, 180, 77} {
		a := AgendaOf(minutes)
		if a.Minutes() != minutes {
			t.Errorf("an agenda of %d minutes takes %d", minutes, a.Minutes())
		}
		for _, step := range a {
			if step.Minutes < 1 || !step.State.Valid() {
				t.Errorf("%d minutes: step %+v", minutes, step)
			}
		}
	}
	a := AgendaOf(120)
	if a.MinutesFor(Collect) != 35 || a.MinutesFor(FollowUp) != 0 {
		t.Errorf("collecting %d, follow-up %d", a.MinutesFor(Collect), a.MinutesFor(FollowUp))
	}
}

func TestPace(t *testing.T) {
	const planned = 100 * time.Minute
	for _, c := range []struct {
		used time.Duration
		want Pace
	}{
		{0, Green},
		{80*time.Minute - 1, Green},
		{80 * time.Minute, Amber}, // 20 % left
		{95*time.Minute - 1, Amber},
		{95 * time.Minute, Red}, // 5 % left
		{200 * time.Minute, Red},
	} {
		if got := PaceOf(c.used, planned); got != c.want {
			t.Errorf("%v used: %s, want %s", c.used, got, c.want)
		}
	}
	if got := PaceOf(time.Hour, 0); got != Green {
		t.Errorf("without a plan: %s", got)
	}
}

func TestQueueEnd(t *testing.T) {
	for _, c := range []struct {
		done, expected int
		since, want    time.Duration
	}{
		{0, 12, 5 * time.Minute, 36 * time.Minute},
		{4, 12, 8 * time.Minute, 16 * time.Minute},
		{12, 12, 30 * time.Minute, 0},
		{14, 12, 30 * time.Minute, 0},
	} {
		if got := QueueEnd(c.done, c.expected, c.since); got != c.want {
			t.Errorf("%d of %d after %v: %v, want %v", c.done, c.expected, c.since, got, c.want)
		}
	}
}
