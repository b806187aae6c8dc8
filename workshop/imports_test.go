package workshop

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The domain stands on nothing but the standard library and its own statistics, which stand on the standard library.
func TestImportsOnlyTheStandardLibrary(t *testing.T) {
	for dir, allowed := range map[string]string{".": "exceed/workshop/stats", "stats": ""} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s: %v", dir, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, spec := range file.Imports {
				path, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				first, _, _ := strings.Cut(path, "/")
				foreign := strings.Contains(first, ".") || first == "exceed" || path == "C"
				if foreign && path != allowed {
					t.Errorf("%s imports %s", name, path)
				}
			}
		}
	}
}
