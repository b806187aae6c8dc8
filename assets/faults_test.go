package assets

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"exceed/workshop"
)

// entry is one key of a language's words: a sentence ("other"), or a sentence for each plural form.
type entry struct {
	plural bool
	forms  map[string]string
}

// UnmarshalJSON reads either.
func (e *entry) UnmarshalJSON(data []byte) error {
	e.forms = map[string]string{}
	if e.plural = data[0] == '{'; e.plural {
		return json.Unmarshal(data, &e.forms)
	}
	var sentence string
	err := json.Unmarshal(data, &sentence)
	e.forms["other"] = sentence
	return err
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

// whole is all that a file of a language may hold.
type whole struct {
	Name  string           `json:"name"`
	Words map[string]entry `json:"words"`
	texts
}

func readWhole(folder fs.FS, lang workshop.Lang) (read whole, err error) {
	data, err := fs.ReadFile(folder, string(lang)+".json")
	if err != nil {
		return whole{}, err
	}
	strict := json.NewDecoder(bytes.NewReader(data))
	strict.DisallowUnknownFields()
	return read, strict.Decode(&read)
}

// faults are what a file of a language lacks of what the English one has, has beside it, or breaks of what is asked of
// it; none for a language that may ship.
func faults(folder fs.FS, lang workshop.Lang) (found faultList) {
	english, err := readWhole(folder, workshop.English)
	if err != nil {
		return faultList{err.Error()}
	}
	own, err := readWhole(folder, lang)
	if err != nil {
		return faultList{fmt.Sprintf("%s: %v", lang, err)}
	}
	if name, err := readName(folder, string(lang)+".json"); err != nil {
		found.add("%s: name: %v", lang, err)
	} else {
		found.sentence(name, 24, "%s: name", lang)
	}
	found.words(lang, english.Words, own.Words)
	found.themes(lang, own.texts)
	found.examples(lang, own.texts)
	found.starters(lang, own.texts)
	return found
}

type faultList []string

func (f *faultList) add(format string, args ...any) { *f = append(*f, fmt.Sprintf(format, args...)) }

// sentence finds fault with a text that is missing or longer than so many characters.
func (f *faultList) sentence(text string, most int, place string, args ...any) {
	if n := utf8.RuneCountInString(strings.TrimSpace(text)); n == 0 || n > most {
		f.add("%s: %q must have 1 to %d characters", fmt.Sprintf(place, args...), text, most)
	}
}

// keys finds fault with keys of a section that are missing or too many.
func (f *faultList) keys(lang workshop.Lang, section string, have, want []string) {
	for _, key := range want {
		if !slices.Contains(have, key) {
			f.add("%s: %s lacks %q", lang, section, key)
		}
	}
	for _, key := range have {
		if !slices.Contains(want, key) {
			f.add("%s: %s has %q, which nothing asks for", lang, section, key)
		}
	}
}

// forms are the plural forms that a language has for whole numbers that are counted here, and the one that every has.
func forms(lang workshop.Lang) []string {
	names := map[plural.Form]string{
		plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many",
	}
	has := map[string]bool{"other": true}
	for n := range 1000 {
		has[names[plural.Cardinal.MatchPlural(language.Make(string(lang)), n, 0, 0, 0, 0)]] = true
	}
	return slices.Sorted(maps.Keys(has))
}

func (f *faultList) words(lang workshop.Lang, english, own map[string]entry) {
	f.keys(lang, "words", slices.Sorted(maps.Keys(own)), slices.Sorted(maps.Keys(english)))
	want := forms(lang)
	for key, e := range english {
		mine, ok := own[key]
		if !ok {
			continue
		}
		if mine.plural != e.plural {
			f.add("%s: %q has plural forms in only one of %s and English", lang, key, lang)
		}
		if have := slices.Sorted(maps.Keys(mine.forms)); mine.plural && !slices.Equal(have, want) {
			f.add("%s: %q has the forms %v, want %v", lang, key, have, want)
		}
		if !maps.Equal(mine.placeholders(), e.placeholders()) {
			f.add("%s: %q fills %v, in English %v", lang, key, mine.placeholders(), e.placeholders())
		}
		for form, text := range mine.forms {
			if strings.TrimSpace(placeholder.ReplaceAllString(text, "x")) == "" {
				f.add("%s: %q is empty (%s)", lang, key, form)
			}
			if strings.Count(text, "{{") != len(placeholder.FindAllString(text, -1)) {
				f.add("%s: %q has a broken place: %q", lang, key, text)
			}
		}
	}
}

func (f *faultList) themes(lang workshop.Lang, own texts) {
	f.keys(lang, "themes", sortedKeys(own.Themes), themeNames())
	for key, theme := range own.Themes {
		f.sentence(theme.Name, 24, "%s: name of %s", lang, key)
		f.sentence(theme.Employees, 110, "%s: employees of %s", lang, key)
		f.sentence(theme.Customers, 110, "%s: customers of %s", lang, key)
		if theme.Employees == theme.Customers {
			f.add("%s: both sides of %s ask the same of the same party", lang, key)
		}
	}
}

func (f *faultList) examples(lang workshop.Lang, own texts) {
	f.keys(lang, "examples", sortedKeys(own.Examples), themeNames())
	seen := map[string]string{}
	for theme, kinds := range own.Examples {
		for _, kind := range workshop.OrganisationKinds() {
			for _, side := range []workshop.Side{workshop.EmployeeSide, workshop.CustomerSide} {
				place, text := fmt.Sprintf("%s: example %s %s %s", lang, theme, kind, side), kinds[kind][side]
				f.sentence(text, 90, "%s", place)
				if !strings.HasSuffix(text, ".") {
					f.add("%s: %q is no sentence", place, text)
				}
				if other, twice := seen[text]; twice {
					f.add("%s and %s say the same: %q", place, other, text)
				}
				seen[text] = place
			}
		}
	}
}

func (f *faultList) starters(lang workshop.Lang, own texts) {
	var want []string
	for _, s := range keyedStarters() {
		want = append(want, s.Key)
	}
	f.keys(lang, "starters", sortedKeys(own.Starters), want)
	for key, s := range own.Starters {
		f.sentence(s.What, 120, "%s: what of %s", lang, key)
		f.sentence(s.FirstStep, 120, "%s: first step of %s", lang, key)
		f.sentence(s.Measure, 120, "%s: measure of %s", lang, key)
	}
}

func themeNames() (names []string) {
	for _, key := range themeKeys() {
		names = append(names, string(key))
	}
	return names
}

func sortedKeys[K ~string, V any](m map[K]V) (keys []string) {
	for key := range m {
		keys = append(keys, string(key))
	}
	slices.Sort(keys)
	return keys
}
