package workshop

import (
	"slices"
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
	if step, _ := a.Step(Collect); step.Minutes != 35 {
		t.Errorf("collecting takes %d", step.Minutes)
	}
	if _, ok := a.Step(FollowUp); ok {
		t.Error("the follow-up has a step")
	}
}

// workshopOf is an agenda of Prepare 10, Collect 40, Reveal 30, Planning 20 minutes.
func workshopOf() Agenda {
	return Agenda{{State: Prepare, Minutes: 10}, {State: Collect, Minutes: 40}, {State: Reveal, Minutes: 30}, {State: Planning, Minutes: 20}}
}

func TestBehind(t *testing.T) {
	for name, c := range map[string]struct {
		now    State
		used   time.Duration
		change func(Agenda)
		want   time.Duration
	}{
		"nothing has happened":         {Prepare, 0, func(Agenda) {}, 0},
		"within the step":              {Collect, 39 * time.Minute, func(Agenda) {}, 0},
		"over the step":                {Collect, 42 * time.Minute, func(Agenda) {}, 2 * time.Minute},
		"a second visit":               {Collect, 10 * time.Minute, func(a Agenda) { a[1].Took = 35 }, 5 * time.Minute},
		"an earlier step was shorter":  {Reveal, 0, func(a Agenda) { a[1].Took = 33 }, -7 * time.Minute},
		"an earlier step was longer":   {Reveal, time.Minute, func(a Agenda) { a[0].Took, a[1].Took = 12, 45 }, 7 * time.Minute},
		"minutes are added":            {Collect, 0, func(a Agenda) { a.Set(Collect, 45) }, 5 * time.Minute},
		"a later step is skipped":      {Collect, 0, func(a Agenda) { a.Skip(Planning, true) }, -20 * time.Minute},
		"a skipped step is back":       {Collect, 0, func(a Agenda) { a.Skip(Planning, true); a.Skip(Planning, false) }, 0},
		"taken from later steps":       {Collect, 50 * time.Minute, func(a Agenda) { a.CatchUp(Collect, 10) }, 0},
		"an earlier step was left out": {Reveal, 0, func(a Agenda) { a.Skip(Collect, true) }, -40 * time.Minute},
	} {
		a := workshopOf()
		c.change(a)
		if got := a.Behind(c.now, c.used); got != c.want {
			t.Errorf("%s: %v behind, want %v", name, got, c.want)
		}
	}
	a := workshopOf()
	a[1].Took = 3
	for used, want := range map[time.Duration]time.Duration{0: 87 * time.Minute, 7 * time.Minute: 80 * time.Minute, time.Hour: 50 * time.Minute} {
		if got := a.Remaining(Collect, used); got != want {
			t.Errorf("after %v remain %v, want %v", used, got, want)
		}
	}
}

func TestCatchUpTakesInProportion(t *testing.T) {
	a := workshopOf()
	if taken := a.CatchUp(Collect, 10); taken != 10 || a[2].Minutes != 24 || a[3].Minutes != 16 || a[1].Minutes != 40 || a[2].Planned != 30 {
		t.Errorf("took %d: %+v", taken, a)
	}
	a.Skip(Reveal, true)
	if taken := a.CatchUp(Collect, 99); taken != 15 || a[2].Minutes != 24 || a[3].Minutes != 1 {
		t.Errorf("took %d: %+v; want all but a minute of the last, and nothing of what is skipped", taken, a)
	}
	if taken := a.CatchUp(Planning, 5); taken != 0 {
		t.Errorf("took %d from behind the last step", taken)
	}
}

func TestEveryMinuteTakenIsAccountedFor(t *testing.T) {
	for minutes := range 130 {
		a := AgendaOf(120)
		before := a.Minutes()
		taken := a.CatchUp(Prepare, minutes)
		if a.Minutes() != before-taken || taken != min(minutes, 110-6) {
			t.Errorf("of %d asked for, %d are said to be taken and %d are gone", minutes, taken, before-a.Minutes())
		}
		for _, s := range a {
			if s.Minutes < 1 {
				t.Errorf("%d taken leave %+v", minutes, s)
			}
		}
	}
}

func TestAnotherWorkshopStartsFromThePlan(t *testing.T) {
	a := workshopOf()
	a.Set(Reveal, 12)
	a.Skip(Planning, true)
	a.spend(Collect, 47*time.Minute+40*time.Second)
	a.spend(Collect, 20*time.Second)
	a.spend(Collect, 100*time.Hour) // the laptop was left on
	if a[1].Took != 48 {
		t.Errorf("collecting took %d minutes", a[1].Took)
	}
	if got := a.fresh(); !slices.Equal(got, workshopOf()) {
		t.Errorf("it starts from %+v", got)
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
