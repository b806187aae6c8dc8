package pdf_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the PDFs of testdata anew")

// goldens are the editions whose bytes are kept. After a change that is meant, look at the new pages, then:
//
//	go test ./workshop/pdf -run TestBytes -update
var goldens = []string{"tiny", "full", "french", "swahili", "letter", "hostile", "review", "review-french"}

// TestBytes compares whole files, nothing excused. They also change with the compression of another Go release.
func TestBytes(t *testing.T) {
	const most = 700 << 10 // what all of them may take in the repository
	all := 0
	for _, name := range goldens {
		e, path := editions[name], filepath.Join("testdata", name+".pdf")
		got := e.written(t, e.session())
		all += len(got)
		if *update {
			must(t, os.MkdirAll("testdata", 0o755))
			must(t, os.WriteFile(path, got, 0o644))
		}
		want, err := os.ReadFile(path)
		must(t, err)
		if !bytes.Equal(got, want) {
			at := 0
			for at < min(len(got), len(want)) && got[at] == want[at] {
				at++
			}
			t.Errorf("%s differs from byte %d on (%d bytes, %d before)", path, at, len(got), len(want))
		}
	}
	if all > most {
		t.Errorf("the goldens take %d bytes; want at most %d", all, most)
	}
}
