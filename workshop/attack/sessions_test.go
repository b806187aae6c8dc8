package attack_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"go.etcd.io/bbolt"

	"exceed/workshop"
	"exceed/workshop/attack"
	"exceed/workshop/bolt"
	"exceed/workshop/sealed"
	"exceed/workshop/storetest"
)

const passphrase = "correct horse battery staple"

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// cheap keeps passphrases quick to try.
func cheap() bolt.Option { return bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}) }

// newID is a random session ID.
func newID() string {
	id := make([]byte, 16)
	for i := range id {
		id[i] = byte(rand.Uint32())
	}
	return hex.EncodeToString(id)
}

// begun is a session that collects, in a file of its own, with its resume code.
func begun(t testing.TB, passphrase string) (store *bolt.Store, s *workshop.Session, secret sealed.Secret) {
	t.Helper()
	s = storetest.Ready(0)
	s.ID = newID()
	s.Setup.VoicesThreshold = workshop.MinVoicesThreshold
	store, err := bolt.CreateAt(filepath.Join(t.TempDir(), "session.exceed"), s, cheap())
	must(t, err)
	t.Cleanup(func() { store.Close() })
	s.State = workshop.Collect
	code, err := store.Begin(s, passphrase)
	must(t, err)
	secret, err = sealed.ParseCode(code)
	must(t, err)
	return store, s, secret
}

// reveal counts the session's responses.
func reveal(t testing.TB, store *bolt.Store, s *workshop.Session, passphrase string) *workshop.Session {
	t.Helper()
	s.State = workshop.Sealed
	must(t, store.Save(s))
	must(t, store.Reveal(passphrase, func(responses []workshop.Response) (*workshop.Session, error) {
		next := s.Clone()
		return next, next.Count(responses)
	}))
	revealed, err := store.Load()
	must(t, err)
	return revealed
}

// person is the response of whoever comes i-th. Its words differ from session to session, so that no order of words is the
// same twice.
func person(i int) workshop.Response {
	r := storetest.NewResponse(i)
	r.Statements[0].Text += fmt.Sprintf(" %08x", rand.Uint32())
	return r
}

// who are the people whose words something holds, in the order in which they lie there.
func who(data []byte) (people []int) {
	const mark = "Statement of person "
	for {
		at := bytes.Index(data, []byte(mark))
		if at < 0 || at+len(mark)+3 > len(data) {
			return people
		}
		data = data[at+len(mark):]
		if i, err := strconv.Atoi(string(data[:3])); err == nil && !slices.Contains(people, i) {
			people = append(people, i)
		}
	}
}

// plain is the control: what a program does that puts each response under a random key of a bbolt file.
type plain struct {
	db     *bbolt.DB
	path   string
	themes []workshop.Theme
}

func newPlain(t testing.TB) *plain {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plain")
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{
		PageSize: 4096, NoSync: true, // the same pages, sooner
		InitialMmapSize: 1 << 24, // an open reader stops no writer
	})
	must(t, err)
	t.Cleanup(func() { db.Close() })
	return &plain{db, path, storetest.Ready(0).Themes}
}

func (p *plain) accept(t testing.TB, r workshop.Response) {
	t.Helper()
	payload, err := r.Encode(p.themes)
	must(t, err)
	must(t, p.db.Update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists([]byte("responses"))
		if err != nil {
			return err
		}
		return b.Put(fmt.Appendf(nil, "%016x", rand.Uint64()), payload)
	}))
}

// generations are the states of a plain file's responses.
func (p *plain) generations(t testing.TB) []attack.Generation {
	t.Helper()
	file, err := os.ReadFile(p.path)
	must(t, err)
	states, err := attack.Values(file, t.TempDir(), func([]byte) bool { return true })
	must(t, err)
	var all []attack.Generation
	for _, values := range states {
		var g attack.Generation
		for _, value := range values {
			g = append(g, who(value)...)
		}
		all = append(all, g)
	}
	return all
}

// privateKey is that of the box, as a file without a passphrase holds it.
func privateKey(t testing.TB, file []byte) []byte {
	t.Helper()
	return keysOf(t, file).Private
}
