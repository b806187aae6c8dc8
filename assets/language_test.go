package assets

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"exceed/workshop"
)

// entry is one key of a language: a sentence ("other"), or a sentence for each plural form.
type entry struct {
	plural bool
	forms  map[string]string
}

// words reads the words of a language as they are in the file.
func words(t *testing.T, lang workshop.Lang) map[string]entry {
	t.Helper()
	data, err := wordFiles.ReadFile("words/" + string(lang) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s: %v", lang, err)
	}
	all := make(map[string]entry, len(raw))
	for key, value := range raw {
		var text string
		if json.Unmarshal(value, &text) == nil {
			all[key] = entry{forms: map[string]string{"other": text}}
			continue
		}
		e := entry{plural: true}
		if err := json.Unmarshal(value, &e.forms); err != nil {
			t.Fatalf("%s: %s is neither a sentence nor plural forms", lang, key)
		}
		all[key] = e
	}
	return all
}

var placeholder = regexp.MustCompile(`\{\{[^}]*\}\}`)

func (e entry) placeholders() map[string]bool {
	found := map[string]bool{}
	for _, text := range e.forms {
		for _, p := range placeholder.FindAllString(text, -1) {
			found[p] = true
		}
	}
	return found
}

func TestLanguagesHoldTheSameKeys(t *testing.T) {
	english := words(t, workshop.English)
	for _, lang := range workshop.Langs() {
		own := words(t, lang)
		for key := range own {
			if _, ok := english[key]; !ok {
				t.Errorf("%s has %q, English has not", lang, key)
			}
		}
		for key, e := range english {
			mine, ok := own[key]
			if !ok {
				t.Errorf("%s lacks %q", lang, key)
				continue
			}
			if mine.plural != e.plural {
				t.Errorf("%s: %q has plural forms in only one of %s and English", key, key, lang)
			}
			if mine.plural && !slices.Equal(slices.Sorted(maps.Keys(mine.forms)), []string{"one", "other"}) {
				t.Errorf("%s: %q has the forms %v, want one and other", lang, key, slices.Sorted(maps.Keys(mine.forms)))
			}
			if !maps.Equal(mine.placeholders(), e.placeholders()) {
				t.Errorf("%s: %q fills %v, in English %v", lang, key, mine.placeholders(), e.placeholders())
			}
			for form, text := range mine.forms {
				if strings.TrimSpace(placeholder.ReplaceAllString(text, "x")) == "" {
					t.Errorf("%s: %q is empty (%s)", lang, key, form)
				}
				if strings.Count(text, "{{") != len(placeholder.FindAllString(text, -1)) {
					t.Errorf("%s: %q has a broken place: %q", lang, key, text)
				}
			}
		}
	}
}

// texts are all sentences of a language that ship, by where they stand: words, themes, examples, starting points, and
// what simulated people say.
func texts(t *testing.T, lang workshop.Lang) map[string]string {
	t.Helper()
	all := map[string]string{}
	for key, e := range words(t, lang) {
		for form, text := range e.forms {
			all[key+" "+form] = text
		}
	}
	for _, name := range []string{"themes.json", "examples.json", "starters.json", "../workshop/rehearsal/voices.json", "../workshop/rehearsal/script.json"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var any any
		if err := json.Unmarshal(data, &any); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		collect(all, name, string(lang), any)
	}
	return all
}

// collect finds the texts of one language in a tree of JSON: objects that hold it as a key.
func collect(into map[string]string, place, lang string, value any) {
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			collect(into, place, lang, v)
		}
	case map[string]any:
		for key, v := range value {
			if text, ok := v.(string); ok && key == lang {
				into[place+" "+text] = text
				continue
			}
			collect(into, place, lang, v)
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
		for place, text := range texts(t, workshop.French) {
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
		for _, lang := range workshop.Langs() {
			all := texts(t, lang)
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
