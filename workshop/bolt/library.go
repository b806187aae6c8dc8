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
func NewLibrary(folder string, list ...Option) *Library { return &Library{folder, list} }

// Sessions lists the folder's sessions, newest date first. A file that cannot be read is listed with its Problem.
func (l *Library) Sessions() ([]workshop.Summary, error) {
	entries, err := os.ReadDir(l.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, refuse(l.folder, err)
	}
	var list []workshop.Summary
	for _, e := range entries {
		if filepath.Ext(e.Name()) == Extension {
			list = append(list, Summarise(filepath.Join(l.folder, e.Name()), l.list...))
		}
	}
	slices.SortFunc(list, func(a, b workshop.Summary) int {
		if a.Date != b.Date {
			return b.Date.Time().Compare(a.Date.Time())
		}
		return strings.Compare(a.Path, b.Path)
	})
	return list, nil
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

// Delete destroys a session's file and the keyring's secret of its box. Outside the folder it deletes sessions only.
// ErrNotFound, ErrInUse, ErrForeign.
func (l *Library) Delete(path string) error {
	store, err := OpenFile(path, l.list...)
	switch {
	case err == nil:
		if store.keys.Keyring || store.keys.Forget {
			_ = store.options.keyring.Delete(store.id) // without its box it opens nothing
		}
		store.wipeBox()
		_ = guard(store.db.Close)
	case errors.Is(err, workshop.ErrNotFound), errors.Is(err, workshop.ErrInUse):
		return err
	case errors.Is(err, workshop.ErrForeign) && (filepath.Dir(path) != filepath.Clean(l.folder) || filepath.Ext(path) != Extension):
		return err
	}
	if err := remove(path); err != nil {
		return refuse(path, err)
	}
	return nil
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
