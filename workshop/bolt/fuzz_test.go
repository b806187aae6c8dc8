package bolt

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// FuzzImage feeds the reader of pages. To get past the check sums of meta pages, these are put right.
func FuzzImage(f *testing.F) {
	small, err := os.ReadFile("testdata/version-1-revealed.exceed")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Add(small[:2*pageSize])
	f.Add(make([]byte, 3*pageSize))
	f.Add([]byte("Dear team"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for i := range 2 {
			if at := i*pageSize + pageHeader; len(data) >= at+metaSize {
				order.PutUint64(data[at+56:], checksum(data[at:at+56]))
			}
		}
		c, err := verify(bytes.NewReader(data), int64(len(data)), 1)
		if err == nil && c.values != nil && c.id == "" {
			t.Error("a session without an id passes")
		}
		images, err := openImages(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		for _, im := range images {
			_ = im.walk()
		}
	})
}

// FuzzSession feeds what a file says in JSON: the session, its summary and its keys.
func FuzzSession(f *testing.F) {
	for i := range 3 {
		text, err := json.Marshal(storetest.Ready(i))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte(`{"state":"reveal","organisation":"","due":[{"due":"2026-11-21"}]}`))
	f.Add([]byte(`{"public":"AA==","private":null,"keyring":true}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var k keys
		_ = json.Unmarshal(text, &k)
		var sum summary
		_ = json.Unmarshal(text, &sum)
		var s workshop.Session
		if json.Unmarshal(text, &s) != nil {
			return
		}
		again, err := json.Marshal(&s)
		if err != nil {
			return // a time or a number that has no text form
		}
		var back workshop.Session
		if err := json.Unmarshal(again, &back); err != nil {
			t.Errorf("what was read and written is not read again: %v", err)
		}
	})
}
