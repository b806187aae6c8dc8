package bolt

import (
	"path/filepath"
	"testing"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// Somebody with a collector file has the public key, and can seal anything under it. That must not keep the other
// responses from being counted.
func TestForgedCollectorLosesNoOther(t *testing.T) {
	store, _, _ := collecting(t, 6, storetest.Passphrase)
	path := filepath.Join(t.TempDir(), "collector.exceed")
	must(t, store.MakeCollector(t.Context(), path))
	lent, err := OpenFile(path, cheap())
	must(t, err)
	t.Cleanup(func() { lent.Close() })
	collector, err := workshop.Enter(lent)
	must(t, err)
	_, err = collector.Begin("")
	must(t, err)
	_, err = collector.Accept(storetest.NewResponse(6))
	must(t, err)
	lent.settle()
	must(t, lent.box.Add([]byte("no response")))
	lent.box.Keep()
	lent.stale = true
	must(t, collector.Move(workshop.Sealed))

	room, err := workshop.Enter(store)
	must(t, err)
	if n, err := room.Merge(t.Context(), path); err != nil || n != 8 {
		t.Fatalf("merged to %d: %v", n, err)
	}
	must(t, room.Move(workshop.Sealed))
	must(t, room.Reveal(storetest.Passphrase))
	if s := room.Session(); s.Tally.Employees.Respondents != 7 || s.Unread != 1 {
		t.Errorf("%d counted, %d unread; want 7 and 1", s.Tally.Employees.Respondents, s.Unread)
	}
}
