package bolt

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"exceed/workshop/storetest"
)

// BenchmarkAccept reports what accepting a response costs at capacity 64, as a multiple of a plain bbolt update of one key,
// measured in turns on the same disk: until it is durable and thanks can be said, and with the second write.
func BenchmarkAccept(b *testing.B) {
	plain, err := bbolt.Open(filepath.Join(b.TempDir(), "plain"), 0o600, nil)
	must(b, err)
	defer plain.Close()
	payload, err := storetest.NewResponse(0).Encode(storetest.Ready(0).Themes)
	must(b, err)
	store, _, _ := collecting(b, 0, "passphrase")
	var plainTime, acceptTime, wholeTime time.Duration
	i := 0
	for b.Loop() {
		begun := time.Now()
		must(b, plain.Update(func(tx *bbolt.Tx) error {
			bucket, err := tx.CreateBucketIfNotExists([]byte("responses"))
			if err != nil {
				return err
			}
			return bucket.Put(fmt.Appendf(nil, "%d", i%40), payload)
		}))
		plainTime += time.Since(begun)

		begun = time.Now()
		_, err := store.Accept(storetest.NewResponse(i))
		acceptTime += time.Since(begun)
		must(b, err)
		store.settle()
		wholeTime += time.Since(begun)
		if i++; i%40 == 0 {
			b.StopTimer()
			store, _, _ = collecting(b, 0, "passphrase")
			b.StartTimer()
		}
	}
	b.ReportMetric(float64(acceptTime)/float64(plainTime), "×plain")
	b.ReportMetric(float64(wholeTime)/float64(plainTime), "whole×plain")
	b.ReportMetric(float64(plainTime.Nanoseconds())/float64(i), "plain-ns/op")
	b.ReportMetric(float64(acceptTime.Nanoseconds())/float64(i), "accept-ns/op")
}

// BenchmarkSessions lists a library of 500 sessions.
func BenchmarkSessions(b *testing.B) {
	l := NewLibrary(b.TempDir(), cheap())
	for i := range 500 {
		store, err := l.Create(storetest.Ready(i))
		must(b, err)
		must(b, store.Close())
	}
	for b.Loop() {
		list, err := l.Sessions()
		must(b, err)
		if len(list) != 500 {
			b.Fatal(len(list))
		}
	}
}
