// Package storetest is the conformance suite of workshop.Library and workshop.Store, and of the Room that stands on
// them. Every store runs it:
//
//	func TestLibrary(t *testing.T) { storetest.Run(t, func(t *testing.T) workshop.Library { … }) }
package storetest

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"exceed/workshop"
)

// Passphrase is what the suite's sessions are begun with.
const Passphrase = "correct horse battery staple"

// NewSession is a session that is ready to collect; i tells sessions apart.
func NewSession(i int) *workshop.Session {
	var themes []workshop.Theme
	for _, key := range []workshop.ThemeKey{"reliability", "voice", "listening", "growth"} {
		text := workshop.Text{workshop.English: "Sentence on " + string(key)}
		themes = append(themes, workshop.Theme{Key: key, Name: text, Employees: text, Customers: text})
	}
	return workshop.NewSession(fmt.Sprintf("%08x%024x", i+1, i+1), workshop.Setup{
		Organisation: "Riverside Clinics", Team: fmt.Sprintf("Front desk %d", i), Expected: 12, ExitCode: "2468",
		Date: workshop.Date{Year: 2026, Month: time.November, Day: 1 + i%28},
	}, themes)
}

// Ready is NewSession with a customers' side, so that collecting can start.
func Ready(i int) *workshop.Session {
	s := NewSession(i)
	s.Customers.Evidence = workshop.PrivateBelief
	return s
}

// NewResponse is the i-th person's response; Statement(i) is what it says.
func NewResponse(i int) workshop.Response {
	return workshop.Response{
		Ratings: workshop.Ratings{
			Points:   []float64{float64(i % 11), float64(10 - i%11), 0, 0},
			Standing: []float64{float64(i%7 - 3), math.NaN(), 0, 3},
		},
		Behaviours: [workshop.BehaviourCount]workshop.Frequency{workshop.Never, workshop.Always},
		Statements: []workshop.Statement{{Text: Statement(i), Theme: "voice", Show: true}},
	}
}

// Statement is the i-th person's written expectation.
func Statement(i int) string {
	return fmt.Sprintf("Statement of person %03d: answer my e-mails, kéep your word", i)
}

// Run runs the suite. open gives an empty library; every session that it makes is closed when the test ends.
func Run(t *testing.T, open func(t *testing.T) workshop.Library) {
	for name, test := range map[string]func(*testing.T, workshop.Library){
		"create, save, load":         createSaveLoad,
		"list":                       list,
		"delete":                     deletes,
		"in use":                     inUse,
		"missing":                    missing,
		"closed":                     closed,
		"collect and reveal":         collectAndReveal,
		"collect survives reopening": collectSurvives,
		"refused count":              refusedCount,
		"wrong passphrase":           wrongPassphrase,
		"not collecting":             notCollecting,
		"no passphrase":              noPassphrase,
		"locked":                     locked,
		"discard":                    discard,
		"back to prepare":            backToPrepare,
		"imported":                   imported,
		"room":                       room,
		"room undo":                  roomUndo,
		"room threshold":             roomThreshold,
		"hidden words":               hiddenWords,
		"copy":                       copies,
		"collector":                  collector,
		"collectors":                 collectors,
		"collector refused":          collectorRefused,
		"poll":                       poll,
		"poll dropped":               pollDropped,
		"poll after a crash":         pollAfterCrash,
	} {
		t.Run(name, func(t *testing.T) { test(t, open(t)) })
	}
}

// must fails the test on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantErr(t testing.TB, what string, err error, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: got error %v, want %v", what, err, want)
	}
}

func create(t testing.TB, l workshop.Library, s *workshop.Session) workshop.Store {
	t.Helper()
	store, err := l.Create(s)
	must(t, err)
	t.Cleanup(func() { store.Close() })
	return store
}

func reopen(t testing.TB, l workshop.Library, store workshop.Store) workshop.Store {
	t.Helper()
	must(t, store.Close())
	again, err := l.Open(store.Path())
	must(t, err)
	t.Cleanup(func() { again.Close() })
	return again
}

func wantSession(t testing.TB, store workshop.Store, want *workshop.Session) {
	t.Helper()
	got, err := store.Load()
	must(t, err)
	if !reflect.DeepEqual(got, want.Clone()) {
		t.Errorf("loaded\n%+v\nwant\n%+v", got, want)
	}
}

// collecting creates a session, begins it and accepts n responses; resume is its code.
func collecting(t testing.TB, l workshop.Library, n int, passphrase string) (store workshop.Store, s *workshop.Session, resume string) {
	t.Helper()
	s = Ready(0)
	store = create(t, l, s)
	s.State = workshop.Collect
	resume, err := store.Begin(s, passphrase)
	must(t, err)
	for i := range n {
		count, err := store.Accept(NewResponse(i))
		must(t, err)
		if count != i+1 || store.Responses() != i+1 {
			t.Fatalf("%d responses and %d, want %d", count, store.Responses(), i+1)
		}
	}
	return store, s, resume
}

// goOn takes up collecting after a reopening.
func goOn(t testing.TB, store workshop.Store, resume string) {
	t.Helper()
	if store.NeedsResume() {
		must(t, store.Resume(resume))
	}
}

// revealed is what a test's count makes of a session.
func revealed(s *workshop.Session) *workshop.Session {
	next := s.Clone()
	next.State = workshop.Reveal
	next.Tally = &workshop.Tally{Threshold: 5, Employees: workshop.SideTally{Respondents: 7}, OneVoice: []*[2]int{}}
	next.Voices = []workshop.Voice{{ID: 1, Text: "A voice to keep"}}
	next.Plan.Promises = []workshop.Promise{{ID: 1, What: "Answer within a day", Owner: "Amina", Due: s.Setup.Date.AddDays(30)}}
	return next
}

func createSaveLoad(t *testing.T, l workshop.Library) {
	s := NewSession(0)
	store := create(t, l, s)
	wantSession(t, store, s)
	if store.Locked() || store.Protected() || store.NeedsResume() || store.Responses() != 0 {
		t.Error("a new session is locked, protected or collecting")
	}
	s.Setup.Team = "Back office"
	must(t, store.Save(s))
	wantSession(t, store, s)
	wantSession(t, reopen(t, l, store), s)
	_, err := l.Create(s)
	wantErr(t, "creating it again", err, workshop.ErrExists)
}

func list(t *testing.T, l workshop.Library) {
	if sums, err := l.Sessions(); err != nil || len(sums) != 0 {
		t.Fatalf("an empty library lists %v, %v", sums, err)
	}
	for _, i := range []int{3, 9, 5} {
		create(t, l, NewSession(i))
	}
	sums, err := l.Sessions()
	must(t, err)
	var days []int
	for _, sum := range sums {
		days = append(days, sum.Date.Day)
		if sum.Problem != nil || sum.Organisation != "Riverside Clinics" || sum.State != workshop.Prepare || sum.Path == "" || sum.ID == "" {
			t.Errorf("%+v", sum)
		}
	}
	if !slices.Equal(days, []int{10, 6, 4}) {
		t.Errorf("listed by day: %v", days)
	}
}

func deletes(t *testing.T, l workshop.Library) {
	store := create(t, l, NewSession(0))
	wantErr(t, "deleting an open session", l.Delete(store.Path()), workshop.ErrInUse)
	must(t, store.Close())
	must(t, l.Delete(store.Path()))
	_, err := l.Open(store.Path())
	wantErr(t, "opening what was deleted", err, workshop.ErrNotFound)
	wantErr(t, "deleting twice", l.Delete(store.Path()), workshop.ErrNotFound)
	if sums, err := l.Sessions(); err != nil || len(sums) != 0 {
		t.Errorf("listed: %v, %v", sums, err)
	}
}

func inUse(t *testing.T, l workshop.Library) {
	store := create(t, l, NewSession(0))
	begun := time.Now()
	_, err := l.Open(store.Path())
	wantErr(t, "second open", err, workshop.ErrInUse)
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("it took %v to say so", took)
	}
	wantSession(t, store, NewSession(0))
	reopen(t, l, store)
}

func missing(t *testing.T, l workshop.Library) {
	_, err := l.Open("there-is-no-such-session.exceed")
	wantErr(t, "open", err, workshop.ErrNotFound)
}

func closed(t *testing.T, l workshop.Library) {
	store := create(t, l, NewSession(0))
	must(t, store.Close())
	must(t, store.Close())
	_, loadErr := store.Load()
	_, beginErr := store.Begin(Ready(0), "")
	_, acceptErr := store.Accept(NewResponse(0))
	for what, err := range map[string]error{
		"load": loadErr, "begin": beginErr, "accept": acceptErr, "save": store.Save(NewSession(0)), "unlock": store.Unlock(""),
		"resume": store.Resume(""), "discard": store.Discard(NewSession(0)),
		"reveal": store.Reveal("", func([]workshop.Response) (*workshop.Session, error) { return NewSession(0), nil }),
	} {
		wantErr(t, what, err, workshop.ErrClosed)
	}
}

// reveal reveals and returns the statements that came out, sorted.
func reveal(t testing.TB, store workshop.Store, passphrase string, next *workshop.Session) []string {
	t.Helper()
	var statements []string
	must(t, store.Reveal(passphrase, func(responses []workshop.Response) (*workshop.Session, error) {
		for _, r := range responses {
			statements = append(statements, r.Statements[0].Text)
		}
		return next, nil
	}))
	slices.Sort(statements)
	return statements
}

func statements(n int) []string {
	var all []string
	for i := range n {
		all = append(all, Statement(i))
	}
	return all
}

func collectAndReveal(t *testing.T, l workshop.Library) {
	store, s, _ := collecting(t, l, 7, Passphrase)
	if !store.Protected() || store.Locked() {
		t.Error("a collecting session is protected but not locked")
	}
	s.State = workshop.Sealed
	must(t, store.Save(s))
	if store.Responses() != 7 {
		t.Errorf("saving left %d responses", store.Responses())
	}
	next := revealed(s)
	if got := reveal(t, store, Passphrase, next); !slices.Equal(got, statements(7)) {
		t.Errorf("came out: %q", got)
	}
	wantSession(t, store, next)
	if store.Responses() != 0 || store.NeedsResume() {
		t.Error("the box is still there")
	}
	err := store.Reveal(Passphrase, func([]workshop.Response) (*workshop.Session, error) { return next, nil })
	wantErr(t, "second reveal", err, workshop.ErrAlreadyRevealed)
	_, err = store.Accept(NewResponse(9))
	wantErr(t, "accept after the reveal", err, workshop.ErrNotCollecting)
	wantErr(t, "discard after the reveal", store.Discard(s), workshop.ErrAlreadyRevealed)
}

func collectSurvives(t *testing.T, l workshop.Library) {
	store, s, resume := collecting(t, l, 3, Passphrase)
	store = reopen(t, l, store)
	if store.Responses() != 3 {
		t.Errorf("%d responses after reopening, want 3", store.Responses())
	}
	sums, err := l.Sessions()
	must(t, err)
	if len(sums) != 1 || sums[0].Responses != 3 || sums[0].State != workshop.Collect || !sums[0].Protected {
		t.Errorf("listed: %+v", sums)
	}
	goOn(t, store, resume)
	for i := 3; i < 6; i++ {
		count, err := store.Accept(NewResponse(i))
		must(t, err)
		if count != i+1 {
			t.Errorf("%d responses, want %d", count, i+1)
		}
	}
	store = reopen(t, l, store)
	goOn(t, store, resume)
	s.State = workshop.Sealed
	must(t, store.Save(s))
	if got := reveal(t, store, Passphrase, revealed(s)); !slices.Equal(got, statements(6)) {
		t.Errorf("came out: %q", got)
	}
}

func refusedCount(t *testing.T, l workshop.Library) {
	store, s, resume := collecting(t, l, 4, Passphrase)
	s.State = workshop.Sealed
	must(t, store.Save(s))
	err := store.Reveal(Passphrase, func(responses []workshop.Response) (*workshop.Session, error) {
		return nil, workshop.ErrBelowThreshold.With("count", len(responses), "threshold", 5)
	})
	wantErr(t, "reveal", err, workshop.ErrBelowThreshold)
	wantSession(t, store, s)
	store = reopen(t, l, store)
	goOn(t, store, resume)
	wantSession(t, store, s)
	s.State = workshop.Collect
	must(t, store.Save(s))
	count, err := store.Accept(NewResponse(4))
	must(t, err)
	if count != 5 {
		t.Errorf("%d responses after a refused count and one more, want 5", count)
	}
	if got := reveal(t, store, Passphrase, revealed(s)); !slices.Equal(got, statements(5)) {
		t.Errorf("came out: %q", got)
	}
}

func wrongPassphrase(t *testing.T, l workshop.Library) {
	store, s, _ := collecting(t, l, 5, Passphrase)
	for _, wrong := range []string{"", "correct horse", Passphrase + " "} {
		called := false
		err := store.Reveal(wrong, func([]workshop.Response) (*workshop.Session, error) {
			called = true
			return revealed(s), nil
		})
		wantErr(t, "reveal with "+wrong, err, workshop.ErrWrongKey)
		if called {
			t.Errorf("%q opened the responses", wrong)
		}
	}
	wantSession(t, store, s)
	if store.Responses() != 5 {
		t.Errorf("%d responses are left", store.Responses())
	}
}

func notCollecting(t *testing.T, l workshop.Library) {
	s := Ready(0)
	store := create(t, l, s)
	_, err := store.Accept(NewResponse(0))
	wantErr(t, "accept in prepare", err, workshop.ErrNotCollecting)
	err = store.Reveal("", func([]workshop.Response) (*workshop.Session, error) { return revealed(s), nil })
	wantErr(t, "reveal in prepare", err, workshop.ErrNotCollecting)
	wantErr(t, "resume in prepare", store.Resume("x"), workshop.ErrNotCollecting)
	_, err = store.Begin(s, "")
	wantErr(t, "begin without having moved", err, workshop.ErrNotCollecting)
	s.State = workshop.Collect
	_, err = store.Begin(s, "")
	must(t, err)
	_, err = store.Accept(workshop.Response{Ratings: workshop.Ratings{Points: []float64{1}}})
	wantErr(t, "accept of a response that does not fit", err, workshop.ErrInvalid)
	_, err = store.Accept(NewResponse(0))
	must(t, err)
	s.State = workshop.Sealed
	must(t, store.Save(s))
	count, err := store.Accept(NewResponse(1))
	wantErr(t, "accept after the seal", err, workshop.ErrNotCollecting)
	if count != 1 || store.Responses() != 1 {
		t.Errorf("%d responses, want 1", store.Responses())
	}
}

func noPassphrase(t *testing.T, l workshop.Library) {
	store, s, _ := collecting(t, l, 5, "")
	if store.Protected() {
		t.Error("protected without a passphrase")
	}
	s.State = workshop.Sealed
	must(t, store.Save(s))
	next := revealed(s)
	reveal(t, store, "", next)
	store = reopen(t, l, store)
	if store.Protected() || store.Locked() {
		t.Error("protected or locked without a passphrase")
	}
	wantSession(t, store, next)
	sums, err := l.Sessions()
	must(t, err)
	if len(sums) != 1 || sums[0].Responses != 7 || len(sums[0].Due) != 1 || sums[0].Due[0].Owner != "Amina" {
		t.Errorf("listed: %+v", sums)
	}
}

func locked(t *testing.T, l workshop.Library) {
	store, s, _ := collecting(t, l, 5, Passphrase)
	next := revealed(s)
	reveal(t, store, Passphrase, next)
	next.Setup.Team = "Renamed after the reveal"
	must(t, store.Save(next))
	store = reopen(t, l, store)
	if !store.Protected() || !store.Locked() {
		t.Error("not locked")
	}
	_, err := store.Load()
	wantErr(t, "load", err, workshop.ErrLocked)
	wantErr(t, "save", store.Save(next), workshop.ErrLocked)
	wantErr(t, "wrong passphrase", store.Unlock("guess"), workshop.ErrWrongKey)
	if !store.Locked() {
		t.Error("a wrong passphrase unlocked it")
	}
	must(t, store.Unlock(Passphrase))
	wantSession(t, store, next)
	sums, err := l.Sessions()
	must(t, err)
	if len(sums) != 1 || !sums[0].Protected || len(sums[0].Due) != 0 || sums[0].State != workshop.Reveal {
		t.Errorf("listed: %+v", sums)
	}
}

func discard(t *testing.T, l workshop.Library) {
	store, s, _ := collecting(t, l, 3, Passphrase)
	s.State = workshop.Prepare
	must(t, store.Discard(s))
	wantSession(t, store, s)
	if store.Responses() != 0 || store.Protected() || store.NeedsResume() {
		t.Error("something of the box is left")
	}
	store = reopen(t, l, store)
	s.State = workshop.Collect
	_, err := store.Begin(s, "another passphrase")
	must(t, err)
	for i := range 5 {
		_, err = store.Accept(NewResponse(10 + i))
		must(t, err)
	}
	got := reveal(t, store, "another passphrase", revealed(s))
	if len(got) != 5 || got[0] != Statement(10) {
		t.Errorf("came out: %q", got)
	}
}

func backToPrepare(t *testing.T, l workshop.Library) {
	store, s, _ := collecting(t, l, 2, Passphrase)
	s.State = workshop.Prepare
	must(t, store.Save(s))
	_, err := store.Accept(NewResponse(2))
	wantErr(t, "accept in prepare", err, workshop.ErrNotCollecting)
	s.State = workshop.Collect
	resume, err := store.Begin(s, "ignored")
	must(t, err)
	if resume != "" || store.Responses() != 2 {
		t.Errorf("a second begin answers %q and leaves %d responses", resume, store.Responses())
	}
	if got := reveal(t, store, Passphrase, revealed(s)); !slices.Equal(got, statements(2)) {
		t.Errorf("came out: %q", got)
	}
}

func imported(t *testing.T, l workshop.Library) {
	next := revealed(NewSession(0))
	store := reopen(t, l, create(t, l, next))
	if store.Protected() || store.Locked() {
		t.Error("an imported session is locked")
	}
	wantSession(t, store, next)
}
