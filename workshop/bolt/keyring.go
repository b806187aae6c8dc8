package bolt

import (
	"errors"
	"time"

	"github.com/zalando/go-keyring"
)

// Keyring holds small secrets outside the session's file. Get of an unknown id is an error; Delete of one is not.
type Keyring interface {
	Set(id, secret string) error
	Get(id string) (string, error)
	Delete(id string) error
}

// SystemKeyring is the operating system's keyring. A call that takes longer than the timeout has failed: on Linux a
// keyring may wait for ever for a desktop that is not there.
func SystemKeyring(timeout time.Duration) Keyring { return systemKeyring{timeout} }

type systemKeyring struct{ timeout time.Duration }

const keyringService = "Exceed"

var errNoAnswer = errors.New("the keyring does not answer")

// within calls f, which cannot be stopped, and stops waiting for it.
func (k systemKeyring) within(f func() (string, error)) (string, error) {
	type answer struct {
		secret string
		err    error
	}
	done := make(chan answer, 1)
	go func() {
		secret, err := f()
		done <- answer{secret, err}
	}()
	timer := time.NewTimer(k.timeout)
	defer timer.Stop()
	select {
	case a := <-done:
		return a.secret, a.err
	case <-timer.C:
		return "", errNoAnswer
	}
}

func (k systemKeyring) Set(id, secret string) error {
	_, err := k.within(func() (string, error) { return "", keyring.Set(keyringService, id, secret) })
	return err
}

func (k systemKeyring) Get(id string) (string, error) {
	return k.within(func() (string, error) { return keyring.Get(keyringService, id) })
}

func (k systemKeyring) Delete(id string) error {
	_, err := k.within(func() (string, error) { return "", keyring.Delete(keyringService, id) })
	if errors.Is(err, keyring.ErrNotFound) {
		return nil
	}
	return err
}

// noKeyring is where there is none.
type noKeyring struct{}

func (noKeyring) Set(string, string) error   { return errNoAnswer }
func (noKeyring) Get(string) (string, error) { return "", errNoAnswer }
func (noKeyring) Delete(string) error        { return errNoAnswer }
