package bolt

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/zalando/go-keyring"
)

func TestSystemKeyring(t *testing.T) {
	keyring.MockInit()
	k := SystemKeyring(time.Second)
	must(t, k.Set("one", "secret"))
	if secret, err := k.Get("one"); err != nil || secret != "secret" {
		t.Errorf("got %q, %v", secret, err)
	}
	must(t, k.Delete("one"))
	must(t, k.Delete("one"))
	if _, err := k.Get("one"); !errors.Is(err, keyring.ErrNotFound) {
		t.Errorf("after deleting: %v", err)
	}
}

func TestKeyringThatHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		_, err := systemKeyring{2 * time.Second}.within(func() (string, error) {
			time.Sleep(time.Hour)
			return "too late", nil
		})
		wantErr(t, "a keyring that hangs", err, errNoAnswer)
		if took := time.Since(begun); took != 2*time.Second {
			t.Errorf("it took %v", took)
		}
		time.Sleep(time.Hour) // the call ends by itself and leaves no goroutine
	})
}
