package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"exceed/workshop"
)

func TestHomeListsWhatIsDueOfAllSessionsLateFirst(t *testing.T) {
	ui := testUI(t, workshop.English)
	ui.Clock = func() time.Time { return testDay().AddDays(40).Time() }
	day := func(n int) workshop.Date { return testDay().AddDays(n) }
	of := func(name string, due ...workshop.DuePromise) workshop.Summary {
		return workshop.Summary{Organisation: name, State: workshop.FollowUp, Date: testDay(), Due: due}
	}
	sessions := []workshop.Summary{
		of("Harbour", workshop.DuePromise{What: "soon", Owner: "Amina", Due: day(50)}, workshop.DuePromise{What: "oldest", Owner: "Paul", Due: day(3)}),
		of("Garden", workshop.DuePromise{What: "old", Owner: "Grace", Due: day(39)}, workshop.DuePromise{What: "today", Owner: "Grace", Due: day(40)},
			workshop.DuePromise{What: "far", Owner: "Grace", Due: day(80)}, workshop.DuePromise{What: "farther", Owner: "Grace", Due: day(81)}),
	}
	var order []string
	for _, d := range ui.due(sessions) {
		order = append(order, d.what)
	}
	if want := []string{"oldest", "old", "today", "soon", "far", "farther"}; !slices.Equal(order, want) {
		t.Errorf("due are %v, want %v", order, want)
	}
	ui.win.SetContent(ui.homeDue(sessions))
	text := said(ui.win.Canvas())
	for _, want := range []string{"37 days late · Paul · Harbour", "1 day late · Grace · Garden", "Amina · Harbour", ui.words.Count("home.due.more", 1)} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	if strings.Contains(text, "farther") || strings.Contains(text, "0 days late") {
		t.Errorf("home says too much:\n%s", text)
	}
}

func TestHomeRemindsOfReviewsThatAPassphraseGuards(t *testing.T) {
	ui := testUI(t, workshop.English)
	guarded := workshop.Summary{Organisation: "Harbour", State: workshop.FollowUp, Date: testDay(), Protected: true}
	for after, want := range map[int]int{0: 0, 22: 0, 23: 30, 30: 30, 51: 30, 52: 0, 60: 60, 100: 90, 112: 0} {
		ui.Clock = func() time.Time { return testDay().AddDays(after).Time() }
		due := ui.due([]workshop.Summary{guarded})
		if want == 0 && len(due) == 0 {
			continue
		}
		if len(due) != 1 || due[0].day != testDay().AddDays(want) {
			t.Errorf("after %d days due are %+v, want the review of %d", after, due, want)
		}
	}
	ui.Clock = func() time.Time { return testDay().AddDays(30).Time() }
	for name, s := range map[string]workshop.Summary{
		"a plan":       {State: workshop.Planning, Date: testDay(), Protected: true},
		"an open file": {State: workshop.FollowUp, Date: testDay()},
		"a damaged one": {
			State: workshop.FollowUp, Date: testDay(), Protected: true, Problem: workshop.ErrDamaged,
		},
	} {
		if due := ui.due([]workshop.Summary{s}); due != nil {
			t.Errorf("%s reminds of %+v", name, due)
		}
	}
}
