package attack_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"testing"

	"exceed/workshop"
	"exceed/workshop/attack"
	"exceed/workshop/bolt"
	"exceed/workshop/sealed"
	"exceed/workshop/storetest"
)

// A wrong passphrase opens nothing, is answered by the one same message, and costs the same work as the right one. The
// work is the memory that a try takes, which is what argon2id makes dear; a clock would measure the machine.
func TestStolenFile(t *testing.T) {
	opens, slightest, dearest := 0, 1.0, 1.0
	tries := 0
	for _, loop := range []struct {
		cost  sealed.Cost
		tries int
	}{
		{sealed.Cost{Time: 1, Memory: 4096, Threads: 1}, attack.Size(100, 1000)},
		{sealed.DefaultCost(), attack.Size(2, 10)},
	} {
		s := storetest.Ready(0)
		store, err := bolt.CreateAt(filepath.Join(t.TempDir(), "stolen.exceed"), s, bolt.WithCost(loop.cost))
		must(t, err)
		s.State = workshop.Collect
		_, err = store.Begin(s, passphrase)
		must(t, err)
		for i := range 6 {
			_, err := store.Accept(person(i))
			must(t, err)
		}
		reveal(t, store, s, passphrase)
		must(t, store.Close())

		in, err := bolt.Inspect(store.Path())
		must(t, err)
		var message string
		right := allocated(func() {
			if _, err = in.Session(passphrase); err != nil {
				t.Fatalf("control: the right passphrase: %v", err)
			}
		})
		for i := range loop.tries {
			tries++
			wrong := guess(i)
			work := allocated(func() { _, err = in.Session(wrong) })
			if err == nil {
				opens++
				continue
			}
			if !errors.Is(err, workshop.ErrWrongKey) || message != "" && err.Error() != message {
				t.Errorf("%q is answered by %q, others by %q", wrong, err, message)
			}
			message = err.Error()
			slightest, dearest = min(slightest, work/right), max(dearest, work/right)
		}
	}
	if opens > 0 || slightest < 0.9 || dearest > 1.1 {
		t.Errorf("%d opens; the work of a wrong passphrase is %.3f to %.3f of the right one's", opens, slightest, dearest)
	}
	attack.Report(t, attack.Line{
		Channel: "stolen file", Tried: fmt.Sprintf("%d wrong passphrases", tries),
		Result: fmt.Sprintf("%d opens, one message, work × %.3f … %.3f", opens, slightest, dearest), Target: "0, same message, same work",
		Control: "the right one opens",
	})
}

// guess is a wrong passphrase: first those near the right one.
func guess(i int) string {
	near := []string{"", passphrase[1:], passphrase + " ", "Correct horse battery staple", passphrase[:len(passphrase)-1], passphrase + "\x00"}
	if i < len(near) {
		return near[i]
	}
	return fmt.Sprintf("%x", i*2654435761)
}

// allocated is how many bytes f takes.
func allocated(f func()) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}
