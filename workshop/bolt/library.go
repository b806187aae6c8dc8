package bolt

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"exceed/workshop"
)

// Extension is how the names of session files end.
const Extension = ".exceed"

// Library is a folder of session files. It implements workshop.Library.
type Library struct {
	folder string
	list   []Option
}

var _ workshop.Library = (*Library)(nil)

// NewLibrary is the library of a folder, which is made with the first session.
func NewLibrary(folder string, list ...Option) *Library {
	return &Library{folder, append(slices.Clip(list), func(o *options) { o.library = folder })}
}

// Sessions lists the folder's sessions, newest date first. A file that cannot be read is listed with its Problem.
func (l *Library) Sessions() ([]workshop.Summary, error) {
	entries, err := os.ReadDir(l.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, refuse(l.folder, err)
	}
	o := newOptions(l.list)
	var list []workshop.Summary
	for _, e := range entries {
		if filepath.Ext(e.Name()) == Extension {
			sum := Summarise(filepath.Join(l.folder, e.Name()), l.list...)
			list = append(list, o.withSnapshot(sum, l.list))
		}
	}
	list = append(list, l.vanished(list)...)
	slices.SortFunc(list, func(a, b workshop.Summary) int {
		if a.Date != b.Date {
			return b.Date.Time().Compare(a.Date.Time())
		}
		return strings.Compare(a.Path, b.Path)
	})
	return list, nil
}

// vanished lists the sessions of which only the copy is left.
func (l *Library) vanished(there []workshop.Summary) (list []workshop.Summary) {
	entries, err := os.ReadDir(filepath.Join(l.folder, snapshotFolder))
	if err != nil {
		return nil // there has been no snapshot yet
	}
	for _, e := range entries {
		path := filepath.Join(l.folder, e.Name())
		if filepath.Ext(path) != Extension || slices.ContainsFunc(there, func(s workshop.Summary) bool { return s.Path == path }) {
			continue
		}
		sum := workshop.Summary{Path: path, Problem: workshop.ErrNotFound.With("path", path)}
		sum = newOptions(l.list).withSnapshot(sum, l.list)
		renamed := slices.ContainsFunc(there, func(s workshop.Summary) bool { return s.ID == sum.ID })
		if !sum.Snapshot.IsZero() && !renamed {
			list = append(list, sum)
		}
	}
	return list
}

// Create makes a new file for a session. ErrExists.
func (l *Library) Create(s *workshop.Session) (workshop.Store, error) {
	if err := os.MkdirAll(l.folder, folderMode); err != nil {
		return nil, refuseSave(l.folder, err)
	}
	entries, err := os.ReadDir(l.folder)
	if err != nil {
		return nil, refuseSave(l.folder, err)
	}
	for _, e := range entries { // its organisation or team may have been renamed since
		path := filepath.Join(l.folder, e.Name())
		if strings.HasSuffix(e.Name(), shortID(s)+Extension) && Summarise(path, l.list...).ID == s.ID {
			return nil, workshop.ErrExists.With("path", path)
		}
	}
	store, err := CreateAt(filepath.Join(l.folder, fileName(s)), s, l.list...)
	if err != nil {
		return nil, err
	}
	return store, nil
}

// Open opens a session's file, in the folder or elsewhere. See OpenFile.
func (l *Library) Open(path string) (workshop.Store, error) {
	store, err := OpenFile(path, l.list...)
	if err != nil {
		return nil, err
	}
	return store, nil
}

// Delete destroys a session's file, its copy, and the keyring's secret of its box. Outside the folder it deletes sessions only.
// ErrNotFound, ErrInUse, ErrForeign.
func (l *Library) Delete(path string) error {
	store, err := OpenFile(path, l.list...)
	switch {
	case err == nil:
		if store.keys.Keyring || store.keys.Forget {
			_ = store.options.keyring.Delete(store.keys.keyringID(store.id)) // without its box it opens nothing
		}
		_ = store.EndPoll() // or with the file
		store.wipeBox()
		_ = guard(store.db.Close)
	case errors.Is(err, workshop.ErrNotFound):
		if removed, failed := newOptions(l.list).removeSnapshot(path); removed || failed != nil {
			return refuseSave(path, failed)
		}
		return err
	case errors.Is(err, workshop.ErrInUse):
		return err
	case errors.Is(err, workshop.ErrForeign) && (filepath.Dir(path) != filepath.Clean(l.folder) || filepath.Ext(path) != Extension):
		return err
	}
	return refuseSave(path, newOptions(l.list).remove(path))
}

// remove deletes a file, its copy, and what a crash may have left beside it: the file last, so that it can be done again.
func (o options) remove(path string) error {
	if _, err := o.removeSnapshot(path); err != nil {
		return err
	}
	if err := o.removeSpare(path); err != nil {
		return err
	}
	if err := o.removePoll(path); err != nil {
		return err
	}
	if err := o.system.remove(path); err != nil {
		return err
	}
	return o.system.syncFolder(filepath.Dir(path))
}

// fileName is readable, safe on every system, and unlike any other: organisation-team-date-id.exceed.
func fileName(s *workshop.Session) string {
	var parts []string
	for _, text := range []string{s.Setup.Organisation, s.Setup.Team, s.Setup.Date.String(), shortID(s)} {
		if p := plainName(text); p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, "-") + Extension
}

func shortID(s *workshop.Session) string { return plainName(s.ID[:min(8, len(s.ID))]) }

// plainName keeps letters and digits, at most 40, and puts one hyphen for everything between them.
func plainName(text string) string {
	const longest = 40
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	runes := []rune(strings.Join(words, "-"))
	return strings.Trim(string(runes[:min(longest, len(runes))]), "-")
}
