package assets

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"exceed/workshop"
)

// words are the words of a language as they are in the file.
func words(t *testing.T, lang workshop.Lang) map[string]entry {
	t.Helper()
	read, err := readWhole(folder(t), lang)
	if err != nil {
		t.Fatal(err)
	}
	return read.Words
}

// sentences are all that a person may read in a language that ships, by where they stand: its file, and what simulated
// people say.
func sentences(t *testing.T, lang workshop.Lang) map[string]string {
	t.Helper()
	all := map[string]string{}
	tree := func(file string, data []byte, err error) any {
		var tree any
		if err == nil {
			err = json.Unmarshal(data, &tree)
		}
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		return tree
	}
	own := string(lang) + ".json"
	data, err := fs.ReadFile(folder(t), own)
	collect(all, own, "", tree(own, data, err))
	for _, file := range []string{"../workshop/rehearsal/voices.json", "../workshop/rehearsal/script.json"} {
		data, err := os.ReadFile(file)
		collect(all, file, string(lang), tree(file, data, err))
	}
	return all
}

// collect finds the texts in a tree of JSON: all, or those of one language, in objects that hold it as a key.
func collect(into map[string]string, place, lang string, value any) {
	switch value := value.(type) {
	case []any:
		for i, v := range value {
			collect(into, fmt.Sprint(place, " ", i), lang, v)
		}
	case map[string]any:
		for key, v := range value {
			if text, ok := v.(string); ok && (lang == "" || key == lang) {
				into[place+" "+key] = text
			}
			collect(into, place+" "+key, lang, v)
		}
	}
}

func TestFrenchTypography(t *testing.T) {
	space := `[\x{00a0}\x{202f}]`
	for rule, wrong := range map[string]*regexp.Regexp{
		"’ and not '":                       regexp.MustCompile(`'`),
		"a space that does not break « ":    regexp.MustCompile(`«[^\x{00a0}\x{202f}]|«$`),
		"a space that does not break »":     regexp.MustCompile(`[^\x{00a0}\x{202f}]»|^»`),
		"a space that does not break ; ! ?": regexp.MustCompile(`[^\x{00a0}\x{202f};!?][;!?]`),
		"a space that does not break :":     regexp.MustCompile(`[^\x{00a0}\x{202f}]:(\s|$)`),
		"… and not ...":                     regexp.MustCompile(`\.\.\.`),
		"… right after its word":            regexp.MustCompile(`[ \x{00a0}\x{202f}]…`),
		"one space, not two":                regexp.MustCompile(space + ` | ` + space),
	} {
		for place, text := range sentences(t, workshop.French) {
			if found := wrong.FindString(text); found != "" {
				t.Errorf("%s: French has %s; %q holds %q", place, rule, text, found)
			}
		}
	}
}

// TestFontsHoldEveryCharacter: what a font lacks is drawn as nothing on paper and as a box on screen.
func TestFontsHoldEveryCharacter(t *testing.T) {
	for name, data := range map[string][]byte{"Regular": FontRegular(), "SemiBold": FontSemiBold()} {
		font, err := sfnt.Parse(bytes.Clone(data))
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		known := map[rune]bool{'\n': true}
		for _, lang := range Langs() {
			all := sentences(t, lang)
			all["numbers"] = WordsFor(lang).Number(1234567.89, 2) + WordsFor(lang).Signed(-1, 0) + "□"
			for place, text := range all {
				for _, r := range text {
					if known[r] {
						continue
					}
					glyph, err := font.GlyphIndex(&buf, r)
					if err != nil || glyph == 0 || !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r) {
						t.Errorf("%s: %s lacks %q (%U) of %q", lang, name, r, r, place)
					}
					known[r] = true
				}
			}
		}
	}
}
