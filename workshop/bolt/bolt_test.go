package bolt

import (
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"exceed/workshop"
	"exceed/workshop/sealed"
	"exceed/workshop/storetest"
)

// cheap keeps passphrases quick to try in tests.
func cheap() Option { return WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}) }

// fakeKeyring is a keyring in memory.
type fakeKeyring struct {
	mu      sync.Mutex
	secrets map[string]string
	fails   bool
}

func newFakeKeyring() *fakeKeyring { return &fakeKeyring{secrets: map[string]string{}} }

func (k *fakeKeyring) Set(id, secret string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.fails {
		return errNoAnswer
	}
	k.secrets[id] = secret
	return nil
}

func (k *fakeKeyring) Get(id string) (string, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if secret, ok := k.secrets[id]; ok && !k.fails {
		return secret, nil
	}
	return "", errNoAnswer
}

func (k *fakeKeyring) Delete(id string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.fails {
		return errNoAnswer
	}
	delete(k.secrets, id)
	return nil
}

func TestLibraryWithResumeCodes(t *testing.T) {
	storetest.Run(t, func(t *testing.T) workshop.Library { return NewLibrary(t.TempDir(), cheap()) })
}

func TestLibraryWithKeyring(t *testing.T) {
	storetest.Run(t, func(t *testing.T) workshop.Library {
		return NewLibrary(t.TempDir(), cheap(), WithKeyring(newFakeKeyring()))
	})
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantErr(t testing.TB, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: got error %v, want %v", what, err, want)
	}
}

// collecting is a file in which n people have answered.
func collecting(t testing.TB, n int, passphrase string, list ...Option) (store *Store, s *workshop.Session, resume string) {
	t.Helper()
	s = storetest.Ready(0)
	store, err := CreateAt(filepath.Join(t.TempDir(), "test.exceed"), s, append(list, cheap())...)
	must(t, err)
	t.Cleanup(func() { store.Close() })
	s.State = workshop.Collect
	resume, err = store.Begin(s, passphrase)
	must(t, err)
	accept(t, store, 0, n)
	return store, s, resume
}

func accept(t testing.TB, store *Store, from, to int) {
	t.Helper()
	for i := from; i < to; i++ {
		_, err := store.Accept(storetest.NewResponse(i))
		must(t, err)
	}
}

func reopen(t testing.TB, store *Store, list ...Option) *Store {
	t.Helper()
	must(t, store.Close())
	again, err := OpenFile(store.path, append(list, cheap())...)
	must(t, err)
	t.Cleanup(func() { again.Close() })
	return again
}
