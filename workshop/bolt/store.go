package bolt

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"exceed/workshop"
	"exceed/workshop/sealed"
)

// Store is one session in one file. It implements workshop.Store.
type Store struct {
	path     string
	options  options
	db       *bbolt.DB // nil while a failed write keeps it from being opened again
	closed   bool
	id       string
	keys     keys
	document []byte // as it is stored
	sum      summary
	themes   []workshop.Theme // of the document, once they are needed

	content []byte // the content key, once unlocked
	box     *sealed.Box
	buffers [2][]byte  // for writing the box
	stale   bool       // the file may hold an older box than memory does, or traces of one
	places  [2]pageID  // where the two writes of the last Accept went
	second  chan error // answers when the second write of the last Accept is through; nil where none is under way

	unconfirmed bool // the file's name may not be durable yet
	unsure      bool // the file may hold what a failed write has left there
	saves       int  // since the last snapshot

	poll *Store // the box of the session's poll, once it is needed
}

var _ workshop.Store = (*Store)(nil)

// keys is the value of that name. Private and Content are wrapped under the passphrase where Protected; Content is
// empty otherwise.
type keys struct {
	Protected bool   `json:"protected,omitempty"`
	Public    []byte `json:"public,omitempty"`  // of the box; empty where there is none
	Private   []byte `json:"private,omitempty"` // of the box
	Content   []byte `json:"content,omitempty"` // of the document
	Keyring   bool   `json:"keyring,omitempty"` // the keyring holds the secret of the box
	Forget    bool   `json:"forget,omitempty"`  // the keyring's secret has served and is still to be deleted

	Poll      bool           `json:"poll,omitempty"`      // this is no session but the box of a session's poll
	Collector *collectorKeys `json:"collector,omitempty"` // in a collector file only
	Merged    []string       `json:"merged,omitempty"`    // the collectors whose responses are in the box
}

// CreateAt makes a new file for a session and opens it. The session is kept without a passphrase until Begin is given
// one. ErrExists, ErrReadOnly, ErrDiskFull, ErrNotSaved.
func CreateAt(path string, s *workshop.Session, list ...Option) (*Store, error) {
	o := newOptions(list)
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		if err == nil {
			err = fs.ErrExist
		}
		return nil, refuse(path, err)
	}
	store := Store{path: path, options: o, id: s.ID}
	framed, err := store.framed(s, nil, 0)
	if err == nil {
		err = create(path, s.ID, framed, o)
	}
	if err == nil {
		err = install(path, o)
	}
	if errors.Is(err, errUnconfirmed) {
		_ = o.system.remove(path)
	}
	if err != nil {
		return nil, refuseSave(path, err)
	}
	return OpenFile(path, list...)
}

// OpenFile opens a session's file. It goes on with what a crash left undone. ErrNotFound, ErrForeign, ErrDamaged,
// ErrNewer, ErrInUse.
func OpenFile(path string, list ...Option) (*Store, error) {
	s := &Store{path: path, options: newOptions(list)}
	if err := s.open(false); err != nil {
		return nil, err
	}
	return s, nil
}

// open opens the file of a session or, where poll is true, of a poll's box.
func (s *Store) open(poll bool) error {
	c, err := s.check()
	if err != nil {
		return refuse(s.path, err)
	}
	if s.db, err = openDB(s.path, s.options); err != nil {
		return refuse(s.path, err)
	}
	if err := s.enter(c, poll); err != nil {
		s.db.Close()
		return refuse(s.path, err)
	}
	return nil
}

// check verifies the file before bbolt sees it.
func (s *Store) check() (c contents, err error) {
	c, err = steady(func() (contents, error) { return readContents(s.path, newest(s.options.ladder)) })
	if err == nil && c.values == nil {
		err = workshop.ErrNewer.With("path", s.path, "version", c.version)
	}
	return c, err
}

// enter reads the locked file and finishes what was begun. errForeign where it is a poll and none is wanted, or the other
// way round.
func (s *Store) enter(c contents, poll bool) error {
	if c.version < newest(s.options.ladder) {
		if err := guard(func() error { return migrate(s.db, c.id, c.version, s.options) }); err != nil {
			return refuseSave(s.path, err)
		}
	}
	c, err := s.check() // it may have changed before it was locked
	if err != nil {
		return err
	}
	s.id, s.document = c.id, c.values[documentName]
	if json.Unmarshal(c.values[keysValue], &s.keys) != nil || json.Unmarshal(c.values[summaryValue], &s.sum) != nil {
		return damaged("keys or summary are not JSON")
	}
	if s.keys.Poll != poll {
		return errForeign
	}
	if !s.db.IsReadOnly() {
		if err := s.options.removeSpare(s.path); err != nil {
			return refuseSave(s.path, err)
		}
		s.unconfirmed = true // a crash may have come before
		if s.writable() == nil {
			s.forgetSecret()
		}
	}
	if s.hasBox() && s.keys.Keyring {
		s.resumeFromKeyring(c.values[boxValue])
	}
	return nil
}

// Path is the file.
func (s *Store) Path() string { return s.path }

// Protected says whether a passphrase guards the session.
func (s *Store) Protected() bool { return s.keys.Protected }

// Locked says whether the content needs Unlock before Load.
func (s *Store) Locked() bool { return s.keys.Content != nil && s.content == nil }

// Unlock opens the content with the passphrase. ErrWrongKey.
func (s *Store) Unlock(passphrase string) error {
	if s.closed {
		return workshop.ErrClosed
	}
	if !s.Locked() {
		return nil
	}
	key, err := sealed.Unwrap(s.keys.Content, passphrase, s.place("content"))
	if err != nil {
		return s.wrong(err)
	}
	s.content = key
	return nil
}

// place is where a value of this session belongs.
func (s *Store) place(name string) sealed.Place { return sealed.Place{Session: s.id, Name: name} }

// wrong says what an error of sealed means.
func (s *Store) wrong(err error) error {
	if errors.Is(err, sealed.ErrKey) {
		return workshop.ErrWrongKey
	}
	return refuse(s.path, damaged("%v", err))
}

// Load reads the session. ErrLocked, ErrDamaged.
func (s *Store) Load() (*workshop.Session, error) {
	if s.closed {
		return nil, workshop.ErrClosed
	}
	if s.Locked() {
		return nil, workshop.ErrLocked.With("path", s.path)
	}
	text := s.document
	if s.content != nil {
		var err error
		if text, err = sealed.Decrypt(s.content, s.document, s.place(documentName)); err != nil {
			return nil, refuse(s.path, damaged("the document does not open"))
		}
	}
	var session workshop.Session
	if err := json.Unmarshal(text, &session); err != nil || session.ID != s.id || !session.State.Valid() {
		return nil, refuse(s.path, damaged("the document is not this session (%v)", err))
	}
	return &session, nil
}

// Save replaces the session. It never touches the responses. ErrReadOnly, ErrDiskFull, ErrNotSaved.
func (s *Store) Save(session *workshop.Session) error {
	if s.closed {
		return workshop.ErrClosed
	}
	if s.Locked() {
		return workshop.ErrLocked.With("path", s.path)
	}
	if s.sum.State.Revealed() && !session.State.Revealed() {
		return workshop.ErrAlreadyRevealed
	}
	if s.Collects() && (session.State == workshop.Sealed || s.ended()) {
		return s.end(session)
	}
	s.settle()
	document, err := s.encode(session, s.content)
	if err != nil {
		return refuseSave(s.path, err)
	}
	if s.sum.State.Revealed() && s.withdraws(session) {
		return s.saveAnew(session, document)
	}
	sum := summaryOf(session, s.Responses(), s.keys)
	if err := s.commit(map[string][]byte{documentName: document}, sum); err != nil {
		return err
	}
	s.document, s.themes = document, nil
	s.snapshotNowAndThen()
	return nil
}

// encode is a session as it is stored.
func (s *Store) encode(session *workshop.Session, content []byte) ([]byte, error) {
	if session.ID == "" || session.ID != s.id {
		return nil, workshop.ErrInvalid.With("place", "id", "problem", fmt.Sprintf("%q is not this session's", session.ID))
	}
	text, err := json.Marshal(session)
	if err != nil || content == nil {
		return text, err
	}
	return sealed.Encrypt(content, text, s.place(documentName))
}

// framed is everything that a file without a box holds, for create. content is the key of the document, nil for none.
func (s *Store) framed(session *workshop.Session, content []byte, responses int) (map[string][]byte, error) {
	document, err := s.encode(session, content)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{
		documentName: frame(s.id, documentName, document),
		keysValue:    s.frameJSON(keysValue, s.keys),
		summaryValue: s.frameJSON(summaryValue, summaryOf(session, responses, s.keys)),
	}, nil
}

func (s *Store) frameJSON(name string, value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		panic("bolt: " + err.Error()) // keys and summary always have a text form
	}
	return frame(s.id, name, text)
}

// commit makes new values and a summary durable, or changes nothing that the next commit would not put right.
func (s *Store) commit(values map[string][]byte, sum summary) error {
	framed := map[string][]byte{summaryValue: s.frameJSON(summaryValue, sum)}
	for name, value := range values {
		framed[name] = frame(s.id, name, value)
	}
	if err := s.put(framed); err != nil {
		return err
	}
	s.sum = sum
	return nil
}

// put writes framed values in one transaction. After a failure bbolt's picture of the file may be wrong, so the file is
// opened anew; where that fails too, the next put tries again. What failed may have reached the disk all the same, so the
// next put writes everything.
func (s *Store) put(framed map[string][]byte) error {
	if err := s.writable(); err != nil {
		return err
	}
	if s.unsure {
		all := s.everything(nil)
		if s.hasBox() {
			delete(all, boxValue) // freshen sees to it
		}
		maps.Copy(all, framed)
		framed = all
	}
	err := guard(func() error {
		return s.options.system.update(s.db, func(tx *bbolt.Tx) error { return write(tx, s.id, newest(s.options.ladder), framed) })
	})
	s.unsure = err != nil
	if err == nil {
		return nil
	}
	s.reopen()
	if errors.Is(err, errDamaged) {
		return workshop.ErrNotSaved.With("path", s.path).Because(err)
	}
	return refuseSave(s.path, err)
}

// writable opens the file again where a failure has closed it, and confirms its name: nothing may be acknowledged in a
// file that a power cut could put away.
func (s *Store) writable() error {
	if _, err := os.Lstat(s.path); errors.Is(err, fs.ErrNotExist) { // what is written to a file without a name is lost
		return workshop.ErrGone.With("path", s.path)
	}
	if s.db == nil {
		db, err := openDB(s.path, s.options)
		if err != nil {
			return refuseSave(s.path, err)
		}
		s.db = db
	}
	if s.db.IsReadOnly() {
		return workshop.ErrReadOnly.With("path", s.path)
	}
	if s.unconfirmed {
		if err := s.options.system.syncFolder(filepath.Dir(s.path)); err != nil {
			return refuseSave(s.path, err)
		}
		s.unconfirmed = false
	}
	return nil
}

func (s *Store) reopen() {
	if s.db != nil {
		_ = guard(s.db.Close)
	}
	var err error
	if s.db, err = openDB(s.path, s.options); err != nil {
		s.db = nil
	}
}

// replace writes a whole new file over the old and opens it. ErrUnconfirmed, where the new file is in place all the same.
func (s *Store) replace(framed map[string][]byte) error {
	if err := s.writable(); err != nil {
		return err
	}
	if err := create(s.path, s.id, framed, s.options); err != nil {
		return refuseSave(s.path, err)
	}
	_ = guard(s.db.Close)
	err := install(s.path, s.options)
	s.reopen()
	if errors.Is(err, errUnconfirmed) {
		s.unconfirmed, s.unsure = true, false
		return workshop.ErrUnconfirmed.With("path", s.path).Because(err)
	}
	if err != nil {
		return refuseSave(s.path, err)
	}
	s.unsure = false
	return nil
}
