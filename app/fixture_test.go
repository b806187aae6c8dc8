package app

import (
	"context"
	"crypto/rand"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"exceed/workshop"
	"exceed/workshop/memory"
	"exceed/workshop/receipt"
	"exceed/workshop/rehearsal"
)

// testDay is when every test takes place.
func testDay() workshop.Date { return workshop.Date{Year: 2026, Month: time.November, Day: 21} }

// testDeps wires a window without a display, over a library in memory.
func testDeps(t testing.TB, lang workshop.Lang) Deps {
	t.Helper()
	return Deps{
		App:      test.NewTempApp(t),
		Library:  memory.NewLibrary(),
		Clock:    func() time.Time { return testDay().Time().Add(9 * time.Hour) },
		Random:   rand.Reader,
		Language: lang,
		Open:     func(string) error { return nil },
		Timer:    never,
		Worker:   atOnce,
		Receipt:  receipt.Of,
		SaveCopy: func(context.Context, *workshop.Room, string) error { return nil },
		Rehearse: func(ctx context.Context, people int, lang workshop.Lang, until workshop.State) (*workshop.Room, error) {
			return rehearsal.New(7, lang, people, testDay()).Play(ctx, memory.NewLibrary(), until, nil)
		},
	}
}

// testUI is a window on home.
func testUI(t *testing.T, lang workshop.Lang) *UI {
	t.Helper()
	return New(testDeps(t, lang))
}

// rehearsed is a session that simulated people played up to a state.
func rehearsed(t *testing.T, lang workshop.Lang, people int, until workshop.State) *workshop.Room {
	t.Helper()
	room, err := rehearsal.New(7, lang, people, testDay()).Play(t.Context(), memory.NewLibrary(), until, nil)
	if err != nil {
		t.Fatal(err)
	}
	return room
}

// uiIn is a window with a rehearsed session open.
func uiIn(t *testing.T, lang workshop.Lang, people int, until workshop.State) *UI {
	t.Helper()
	ui := testUI(t, lang)
	ui.enter(rehearsed(t, lang, people, until))
	return ui
}

// long leaves out a test that lays out or draws every face, where time is short: under the race detector it takes
// minutes and finds nothing that the others do not.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("long")
	}
}
