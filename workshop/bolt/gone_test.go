package bolt

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// A file that was moved or deleted while it was open takes nothing more, neither a change nor a response: it would be
// lost with the last that holds the file. Put back, it goes on.
func TestAFileThatIsGoneTakesNothing(t *testing.T) {
	store, session, _ := collecting(t, 3, "")
	store.settle()
	away := filepath.Join(filepath.Dir(store.Path()), "away")
	must(t, os.Rename(store.Path(), away))

	session.Setup.Team = "Night shift"
	if err := store.Save(session); !errors.Is(err, workshop.ErrGone) {
		t.Errorf("a change is kept in a file that is gone: %v", err)
	}
	if n, err := store.Accept(storetest.NewResponse(3)); !errors.Is(err, workshop.ErrGone) || n != 3 {
		t.Errorf("a response is taken into a file that is gone: %d, %v", n, err)
	}
	if _, err := os.Lstat(store.Path()); err == nil {
		t.Error("another file stands in its place")
	}

	must(t, os.Rename(away, store.Path()))
	must(t, store.Save(session))
	if n, err := store.Accept(storetest.NewResponse(3)); err != nil || n != 4 {
		t.Errorf("put back, it takes no response: %d, %v", n, err)
	}
}
