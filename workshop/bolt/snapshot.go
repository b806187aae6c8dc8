package bolt

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"time"

	"exceed/workshop"
)

// A library keeps one copy of each of its sessions in a folder beside them: the last good one, written anew after a clean
// close, a reveal, and now and then while settings are saved. While there is a box none is made. An older one, from
// preparing, may stay: it holds no answer and no key.
const (
	snapshotFolder   = "snapshots"
	savesPerSnapshot = 16
)

func snapshotPath(path string) string {
	return filepath.Join(filepath.Dir(path), snapshotFolder, filepath.Base(path))
}

// keepsSnapshots says whether a file is one of the library's.
func (o options) keepsSnapshots(path string) bool {
	return o.library != "" && filepath.Clean(o.library) == filepath.Dir(filepath.Clean(path))
}

// snapshot copies the file as it is now, unless the copy says the same already or there is a box. The new copy is verified
// before it takes the place of the old.
func (s *Store) snapshot() error {
	if s.hasBox() || !s.options.keepsSnapshots(s.path) {
		return nil
	}
	s.saves = 0
	c, err := s.check()
	if err != nil {
		return refuse(s.path, err)
	}
	to := snapshotPath(s.path)
	if old, err := readContents(to, newest(s.options.ladder)); err == nil && c.same(old) && old.txid == freshTxid {
		return nil
	}
	if err := s.writeSnapshot(to, c); err != nil {
		return refuseSave(to, err)
	}
	return nil
}

func (s *Store) writeSnapshot(to string, c contents) error {
	if err := os.Mkdir(filepath.Dir(to), folderMode); err == nil {
		if err := s.options.system.syncFolder(s.options.library); err != nil {
			return err
		}
	} else if !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := create(to, c.id, c.framed(), s.options); err != nil {
		return err
	}
	written, err := readContents(spare(to), newest(s.options.ladder))
	if err == nil && !c.same(written) {
		err = damaged("the copy differs")
	}
	if err != nil {
		_ = s.options.removeSpare(to)
		return err
	}
	return install(to, s.options)
}

// snapshotNowAndThen is for what is saved while a session stays open for hours. What fails is tried again at closing.
func (s *Store) snapshotNowAndThen() {
	if s.saves++; s.saves >= savesPerSnapshot {
		_ = s.snapshot()
	}
}

// renewSnapshot is for after something was removed from the file: it must not stay in the copy. What fails is tried again
// at closing.
func (s *Store) renewSnapshot() {
	if s.snapshot() != nil {
		_, _ = s.options.removeSnapshot(s.path)
	}
}

// same says whether two files hold the same values.
func (c contents) same(d contents) bool {
	return c.id == d.id && c.version == d.version && maps.EqualFunc(c.values, d.values, bytes.Equal)
}

// framed is what create takes.
func (c contents) framed() map[string][]byte {
	framed := map[string][]byte{}
	for name, value := range c.values {
		framed[name] = frame(c.id, name, value)
	}
	return framed
}

// removeSnapshot removes the copy of a session, and what a crash may have left beside it. removed says whether there was one.
func (o options) removeSnapshot(path string) (removed bool, err error) {
	if !o.keepsSnapshots(path) {
		return false, nil
	}
	copied := snapshotPath(path)
	if err := o.removeSpare(copied); err != nil {
		return false, err
	}
	switch err := o.system.remove(copied); {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	}
	return true, o.system.syncFolder(filepath.Dir(copied))
}

// withSnapshot adds to a summary when the copy of its session was made. Where the session cannot be read, the copy says
// whose it was.
func (o options) withSnapshot(sum workshop.Summary, list []Option) workshop.Summary {
	copied := snapshotPath(sum.Path)
	info, err := os.Stat(copied)
	if err != nil || !o.keepsSnapshots(sum.Path) {
		return sum
	}
	sum.Snapshot = info.ModTime()
	if sum.Problem == nil {
		return sum
	}
	old := Summarise(copied, list...)
	if old.Problem != nil {
		sum.Snapshot = time.Time{}
		return sum
	}
	sum.ID, sum.Organisation, sum.Team, sum.Date = old.ID, old.Organisation, old.Team, old.Date
	return sum
}
