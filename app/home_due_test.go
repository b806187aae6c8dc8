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

func TestHomeSaysQuietlyWhatComesNext(t *testing.T) {
	ui := testUI(t, workshop.English)
	closed := workshop.Summary{Organisation: "Harbour", Team: "Desk", State: workshop.Closed, Date: testDay(), Protected: true}
	again := closed
	again.Date, again.State = testDay().AddDays(200), workshop.Prepare
	review := func(days int) string { return "next review " + ui.words.Date(testDay().AddDays(days)) }
	year := "meet again " + ui.words.Date(testDay().AddDays(365))
	for after, want := range map[int]string{0: review(30), 29: review(30), 30: review(60), 89: review(90), 90: year, 364: year, 365: ""} {
		ui.Clock = func() time.Time { return testDay().AddDays(after).Time() }
		if got := ui.nextText(closed, []workshop.Summary{closed}); got != want {
			t.Errorf("after %d days home says %q, want %q", after, got, want)
		}
	}
	ui.Clock = func() time.Time { return testDay().AddDays(100).Time() }
	if got := ui.nextText(closed, []workshop.Summary{again, closed}); got != "" {
		t.Errorf("the team has met again, and home says %q", got)
	}
	for _, state := range []workshop.State{workshop.Prepare, workshop.Planning} {
		open := closed
		if open.State = state; ui.nextText(open, nil) != "" {
			t.Errorf("%s: home says %q", state, ui.nextText(open, nil))
		}
	}
	ui.Clock = func() time.Time { return testDay().Time() }
	ui.win.SetContent(ui.homeList([]workshop.Summary{closed}))
	if text := said(ui.win.Canvas()); !strings.Contains(text, " · "+review(30)) {
		t.Errorf("%q is not on home:\n%s", review(30), text)
	}
}

func TestHomeCallsForTheNextSessionAfterAYear(t *testing.T) {
	ui := testUI(t, workshop.English)
	kept := workshop.Summary{Organisation: "Harbour", Team: "Desk", State: workshop.FollowUp, Date: testDay()}
	again, other := kept, kept
	again.Date, other.Date = testDay().AddDays(360), testDay().AddDays(360)
	other.Team = "Garden"
	for after, want := range map[int]int{357: 0, 358: 1, 365: 1, 455: 1, 456: 0} {
		ui.Clock = func() time.Time { return testDay().AddDays(after).Time() }
		if due := ui.due([]workshop.Summary{kept, other}); len(due) != want {
			t.Errorf("after %d days due are %+v, want %d", after, due, want)
		}
		if due := ui.due([]workshop.Summary{kept, again}); len(due) != 0 {
			t.Errorf("after %d days the team has met again, and due are %+v", after, due)
		}
	}
}

// TestDueReviewOpensOnThePromises opens from home what was only closed.
func TestDueReviewOpensOnThePromises(t *testing.T) {
	ui := testUI(t, workshop.English)
	store, err := ui.Library.Create(rehearsed(t, workshop.English, 12, workshop.Closed).Session())
	if err != nil {
		t.Fatal(err)
	}
	path := store.Path()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	ui.win.SetContent(ui.dueRow(dueLine{what: "a review", day: testDay(), of: workshop.Summary{Path: path}}))
	tap(t, ui.win.Canvas(), ui.Say("home.open"))
	if ui.route.Face != FaceFollowUp || ui.Session().State != workshop.FollowUp {
		t.Fatalf("the review opened on %s in %s", ui.route.Face, ui.Session().State)
	}
	ui.undo()
	if ui.Session().State != workshop.Closed {
		t.Errorf("after undo the session is in %s", ui.Session().State)
	}
	ui.OpenPath(path)
	if ui.route.Face != FaceReport {
		t.Errorf("from the list it opens on %s", ui.route.Face)
	}
}
