package assets

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"exceed/workshop"
)

// keyUses is where the program's sources name keys of words. A use is
//
//   - a string literal that is the key;
//   - a string literal that ends in "." and is added to something ("state." + string(s)), or that goes on with a verb
//     ("home.empty.%d"): it uses every key that begins like that;
//   - the first argument of a call of Change, for the undo menu: it uses "undo." + what.
//
// Sources are all Go files but tests and the domain, which speaks no language.
type keyUses struct {
	literals map[string]string // by literal: where it stands
	prefixes map[string]string
	said     map[string]string // literals in a call of Say
	counted  map[string]string // literals in a call of Count
}

var verb = regexp.MustCompile(`^([a-z0-9_.-]*\.)%[ds]`)

func readKeyUses(t *testing.T) keyUses {
	t.Helper()
	uses := keyUses{map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name == "testdata" || name == "build" || strings.HasPrefix(name, ".") && name != ".." {
				return fs.SkipDir
			}
			return nil
		}
		domain := filepath.Dir(path) == filepath.Join("..", "workshop")
		if domain || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool { uses.note(files, n); return true })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return uses
}

func (u keyUses) note(files *token.FileSet, n ast.Node) {
	where := func(n ast.Node) string { return files.Position(n.Pos()).String() }
	switch n := n.(type) {
	case *ast.BasicLit:
		if text, ok := literal(n); ok {
			u.literals[text] = where(n)
			if m := verb.FindStringSubmatch(text); m != nil {
				u.prefixes[m[1]] = where(n)
			}
		}
	case *ast.BinaryExpr:
		if text, ok := literal(n.X); ok && n.Op == token.ADD && strings.HasSuffix(text, ".") {
			u.prefixes[text] = where(n)
		}
	case *ast.CallExpr:
		method, ok := n.Fun.(*ast.SelectorExpr)
		if !ok || len(n.Args) == 0 {
			return
		}
		text, ok := literal(n.Args[0])
		if !ok {
			return
		}
		switch method.Sel.Name {
		case "Say":
			u.said[text] = where(n)
		case "Count":
			if len(n.Args) > 1 && !isPackage(method.X, "strings", "bytes") {
				u.counted[text] = where(n)
			}
		case "Change":
			u.said["undo."+text] = where(n)
		}
	}
}

func literal(e ast.Expr) (text string, ok bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

func isPackage(e ast.Expr, names ...string) bool {
	id, ok := e.(*ast.Ident)
	return ok && slices.Contains(names, id.Name)
}

// keyLike is what a key looks like: an area, a dot, a name.
var keyLike = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_-]+)+$`)

func TestNoKeyIsMissing(t *testing.T) {
	keys, uses := words(t, workshop.English), readKeyUses(t)
	areas := map[string]bool{}
	for key := range keys {
		area, _, _ := strings.Cut(key, ".")
		areas[area] = true
	}
	for key, where := range uses.said {
		switch e, ok := keys[key]; {
		case !ok && strings.Contains(key, "."):
			t.Errorf("%s says %q, which has no words", where, key)
		case e.plural:
			t.Errorf("%s says %q, which has plural forms: Count it", where, key)
		}
	}
	for key, where := range uses.counted {
		switch e, ok := keys[key]; {
		case !ok:
			t.Errorf("%s counts %q, which has no words", where, key)
		case !e.plural:
			t.Errorf("%s counts %q, which has no plural forms: Say it", where, key)
		}
	}
	files := []string{".exceed", ".json", ".csv", ".pdf", ".png", ".svg", ".ics", ".ttf", ".txt"}
	for text, where := range uses.literals {
		area, _, _ := strings.Cut(text, ".")
		if uses.said[text] != "" || uses.counted[text] != "" {
			continue // reported above
		}
		if _, ok := keys[text]; !ok && areas[area] && keyLike.MatchString(text) && !slices.Contains(files, filepath.Ext(text)) {
			t.Errorf("%s: %q looks like a key, but has no words", where, text)
		}
	}
	for prefix, where := range uses.prefixes {
		area, _, _ := strings.Cut(prefix, ".")
		begins := false
		for key := range keys {
			begins = begins || strings.HasPrefix(key, prefix)
		}
		if areas[area] && !begins {
			t.Errorf("%s: no key begins with %q", where, prefix)
		}
	}
}

func TestNoKeyIsUnused(t *testing.T) {
	uses := readKeyUses(t)
	var unused []string
	for key := range words(t, workshop.English) {
		_, used := uses.literals[key]
		_, undo := uses.said[key]
		for prefix := range uses.prefixes {
			used = used || strings.HasPrefix(key, prefix)
		}
		if !used && !undo {
			unused = append(unused, key)
		}
	}
	slices.Sort(unused)
	if len(unused) > 0 {
		t.Errorf("%d keys are never used; delete them:\n%s", len(unused), strings.Join(unused, "\n"))
	}
}
