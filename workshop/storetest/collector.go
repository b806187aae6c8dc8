package storetest

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"exceed/workshop"
)

// lend makes a collector file of a store and opens it, as on another laptop. A store that makes none skips the test.
func lend(t *testing.T, l workshop.Library, store workshop.Store) workshop.Collector {
	t.Helper()
	main, ok := store.(workshop.Collector)
	if !ok {
		t.Skip("this store makes no collector files")
	}
	path := filepath.Join(t.TempDir(), "collector.exceed")
	wantErr(t, "a cancelled collector file", main.MakeCollector(over(t), path), context.Canceled)
	wantEmpty(t, filepath.Dir(path))
	must(t, main.MakeCollector(t.Context(), path))
	wantErr(t, "making it over a file that is there", main.MakeCollector(t.Context(), path), workshop.ErrExists)
	other, err := l.Open(path)
	must(t, err)
	t.Cleanup(func() { other.Close() })
	return other.(workshop.Collector)
}

// over is a context that somebody has cancelled.
func over(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}

func wantEmpty(t *testing.T, folder string) {
	t.Helper()
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
}

// fill begins a collector, answers on it, and seals it where it should end.
func fill(t *testing.T, c workshop.Collector, from, to int, ends bool) (resume string) {
	t.Helper()
	r := enter(t, c)
	resume, err := r.Begin("ignored")
	must(t, err)
	for i := from; i < to; i++ {
		count, err := r.Accept(NewResponse(i))
		must(t, err)
		if count != i-from+1 {
			t.Errorf("the collector counts %d, want %d", count, i-from+1)
		}
	}
	if ends {
		must(t, r.Move(workshop.Sealed))
	}
	return resume
}

func collector(t *testing.T, l workshop.Library) {
	store, s, _ := collecting(t, l, 3, Passphrase)
	c := lend(t, l, store)
	main := store.(workshop.Collector)
	if !c.Collects() || main.Collects() || !c.Protected() {
		t.Error("the collector file does not know what it is")
	}
	lent, err := c.Load()
	must(t, err)
	if lent.State != workshop.Prepare || !lent.AsksTheSame(s) || lent.Setup.ExitCode != s.Setup.ExitCode {
		t.Errorf("the collector asks %+v", lent)
	}
	_, err = main.Merge(t.Context(), c.Path())
	wantErr(t, "merging a collector that has not begun", err, workshop.ErrCollectorOpen)
	resume := fill(t, c, 3, 6, false)
	_, err = main.Merge(t.Context(), c.Path())
	wantErr(t, "merging a collector that still collects", err, workshop.ErrCollectorOpen)

	path := c.Path()
	must(t, c.Close())
	again, err := l.Open(path)
	must(t, err)
	t.Cleanup(func() { again.Close() })
	c = again.(workshop.Collector)
	goOn(t, c, resume)
	if c.Responses() != 3 {
		t.Errorf("the collector has %d responses after reopening, want 3", c.Responses())
	}
	r := enter(t, c)
	_, err = r.Accept(NewResponse(6))
	must(t, err)
	wantErr(t, "discarding a collector", c.Discard(lent), workshop.ErrCollectorOnly)
	must(t, r.Move(workshop.Sealed))
	wantErr(t, "taking up a sealed collector", r.Move(workshop.Collect), workshop.ErrCollectorOnly)
	err = c.Reveal(Passphrase, func([]workshop.Response) (*workshop.Session, error) { return lent, nil })
	wantErr(t, "revealing a collector", err, workshop.ErrCollectorOnly)
	_, err = c.Accept(NewResponse(9))
	wantErr(t, "accept on a sealed collector", err, workshop.ErrNotCollecting)
	_, err = c.Merge(t.Context(), store.Path())
	wantErr(t, "merging into a collector", err, workshop.ErrCollectorOnly)
	if c.Responses() != 4 || c.NeedsResume() {
		t.Errorf("the sealed collector has %d responses, needs a code: %v", c.Responses(), c.NeedsResume())
	}
	must(t, c.Close())

	_, err = main.Merge(over(t), path)
	wantErr(t, "a cancelled merge", err, context.Canceled)
	if n := main.Responses(); n != 3 {
		t.Errorf("%d responses after a cancelled merge, want 3", n)
	}
	count, err := main.Merge(t.Context(), path)
	must(t, err)
	if count != 7 || main.Responses() != 7 {
		t.Errorf("%d responses after merging, want 7", count)
	}
	_, err = main.Merge(t.Context(), path)
	wantErr(t, "merging twice", err, workshop.ErrAlreadyMerged)
	count, err = store.Accept(NewResponse(7))
	must(t, err)
	if count != 8 {
		t.Errorf("%d responses after one more, want 8", count)
	}
	s.State = workshop.Sealed
	must(t, store.Save(s))
	if got := reveal(t, store, Passphrase, revealed(s)); !slices.Equal(got, statements(8)) {
		t.Errorf("came out: %q", got)
	}
	_, err = main.Merge(t.Context(), path)
	wantErr(t, "merging after the reveal", err, workshop.ErrAlreadyRevealed)
}

// A merge is remembered over a restart, two collectors made of one file are two, and a box that gets too small grows.
func collectors(t *testing.T, l workshop.Library) {
	store, s, resume := collecting(t, l, 2, Passphrase)
	one := lend(t, l, store)
	two := lend(t, l, store)
	fill(t, one, 2, 42, true)
	fill(t, two, 42, 82, true)
	for _, c := range []workshop.Collector{one, two} {
		must(t, c.Close())
		_, err := store.(workshop.Collector).Merge(t.Context(), c.Path())
		must(t, err)
		store = reopen(t, l, store)
		goOn(t, store, resume)
		_, err = store.(workshop.Collector).Merge(t.Context(), c.Path())
		wantErr(t, "merging twice", err, workshop.ErrAlreadyMerged)
	}
	s.State = workshop.Sealed
	must(t, store.Save(s))
	if got := reveal(t, store, Passphrase, revealed(s)); !slices.Equal(got, statements(82)) {
		t.Errorf("%d came out, want 82", len(got))
	}
}

func collectorRefused(t *testing.T, l workshop.Library) {
	store, s, _ := collecting(t, l, 2, Passphrase)
	c := lend(t, l, store)
	main := store.(workshop.Collector)
	fill(t, c, 2, 4, true)
	must(t, c.Close())

	other := create(t, l, Ready(1))
	otherSession := Ready(1)
	otherSession.State = workshop.Collect
	_, err := other.Begin(otherSession, Passphrase)
	must(t, err)
	_, err = other.(workshop.Collector).Merge(t.Context(), c.Path())
	wantErr(t, "merging into another session", err, workshop.ErrOtherSession)
	_, err = main.Merge(t.Context(), other.Path())
	wantErr(t, "merging a session", err, workshop.ErrNoCollector)
	_, err = main.Merge(t.Context(), "nowhere.exceed")
	wantErr(t, "merging nothing", err, workshop.ErrNotFound)

	// The box is destroyed and made anew: what was collected for the first one does not open.
	s.State = workshop.Prepare
	must(t, store.Discard(s))
	wantErr(t, "a collector of a session that does not collect", main.MakeCollector(t.Context(), filepath.Join(t.TempDir(), "c.exceed")), workshop.ErrNotCollecting)
	_, err = main.Merge(t.Context(), c.Path())
	wantErr(t, "merging where there is no box", err, workshop.ErrNotCollecting)
	s.State = workshop.Collect
	_, err = store.Begin(s, Passphrase)
	must(t, err)
	_, err = main.Merge(t.Context(), c.Path())
	wantErr(t, "merging into another box", err, workshop.ErrOtherSession)
	if store.Responses() != 0 {
		t.Errorf("%d responses, want 0", store.Responses())
	}

	c = lend(t, l, store)
	fill(t, c, 0, 1, true)
	must(t, c.Close())
	s.Themes[0].Employees = workshop.Text{workshop.English: "Another sentence"}
	must(t, store.Save(s))
	_, err = main.Merge(t.Context(), c.Path())
	wantErr(t, "merging other questions", err, workshop.ErrOtherQuestions)
}

func copies(t *testing.T, l workshop.Library) {
	store, s, _ := collecting(t, l, 3, Passphrase)
	copier, ok := store.(workshop.Copier)
	if !ok {
		t.Skip("this store makes no copies")
	}
	path := filepath.Join(t.TempDir(), "copy.exceed")
	wantErr(t, "a copy while collecting", copier.CopyTo(t.Context(), path), workshop.ErrNoCopy)
	s.State = workshop.Prepare
	must(t, store.Save(s))
	wantErr(t, "a copy in prepare with a box", copier.CopyTo(t.Context(), path), workshop.ErrNoCopy)
	s.State = workshop.Sealed
	must(t, store.Save(s))
	next := revealed(s)
	reveal(t, store, Passphrase, next)
	wantErr(t, "a cancelled copy", copier.CopyTo(over(t), path), context.Canceled)
	wantEmpty(t, filepath.Dir(path))
	must(t, copier.CopyTo(t.Context(), path))
	wantErr(t, "a copy over a file", copier.CopyTo(t.Context(), path), workshop.ErrExists)
	copied, err := l.Open(path)
	must(t, err)
	defer copied.Close()
	if !copied.Locked() || !copied.Protected() {
		t.Error("the copy is not protected")
	}
	must(t, copied.Unlock(Passphrase))
	wantSession(t, copied, next)
	wantSession(t, store, next)
}

// What the facilitator hides leaves the place at once; it can come back only as long as the room is open.
func hiddenWords(t *testing.T, l workshop.Library) {
	s := revealed(NewSession(0))
	store := create(t, l, s)
	r := enter(t, store)
	hide := func(hidden bool) error {
		return r.Change("voice", func(s *workshop.Session) error { return s.HideVoice(1, hidden) })
	}
	stored := func() string {
		s, err := store.Load()
		must(t, err)
		return s.Voices[0].Text
	}
	must(t, hide(true))
	if stored() != "" {
		t.Errorf("hidden, but stored: %q", stored())
	}
	must(t, hide(false))
	if stored() != "A voice to keep" {
		t.Errorf("shown again: %q", stored())
	}
	must(t, hide(true))
	must(t, r.Undo())
	if stored() != "A voice to keep" {
		t.Errorf("undone: %q", stored())
	}
	must(t, r.Redo())
	r = enter(t, reopen(t, l, store))
	wantErr(t, "showing what was hidden before", hide(false), workshop.ErrWordsGone)
}
