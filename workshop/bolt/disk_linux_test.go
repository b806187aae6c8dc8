package bolt

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// On a full disk every response is accepted, because the box took its room at the start; whatever needs more is refused,
// changes nothing, and works once there is room.
func TestFullDisk(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=1m"); err != nil {
		t.Skip("cannot mount a small disk here: ", err)
	}
	t.Cleanup(func() { syscall.Unmount(folder, syscall.MNT_DETACH) })
	s := storetest.Ready(0)
	store, err := CreateAt(filepath.Join(folder, "test.exceed"), s, cheap())
	must(t, err)
	defer store.Close()
	s.State = workshop.Collect
	_, err = store.Begin(s, "passphrase")
	must(t, err)
	stuffing := filepath.Join(folder, "stuffing")
	for chunk := make([]byte, 4096); err == nil; {
		var f *os.File
		f, err = os.OpenFile(stuffing, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
		must(t, err)
		_, err = f.Write(chunk)
		f.Close()
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}

	accept(t, store, 0, 40)
	store.settle()
	if store.stale {
		t.Error("a second write failed")
	}
	large := s.Clone()
	for range 3000 {
		large.Parking = append(large.Parking, workshop.ParkedItem{Text: "An item of the parking lot that takes some room on the disk"})
	}
	wantErr(t, "save of a large session", store.Save(large), workshop.ErrDiskFull)
	_, err = CreateAt(filepath.Join(folder, "other.exceed"), storetest.Ready(1), cheap())
	wantErr(t, "create", err, workshop.ErrDiskFull)
	wantErr(t, "reveal", store.Reveal("passphrase", count(sealedSession(s))), workshop.ErrDiskFull)
	got, err := store.Load()
	must(t, err)
	if len(got.Parking) != 0 || store.Responses() != 40 {
		t.Error("a refused write has changed something")
	}
	must(t, os.Remove(stuffing))
	if seen := responsesOf(t, store, "passphrase", s); len(seen) != 40 {
		t.Errorf("%d came out", len(seen))
	}
}
