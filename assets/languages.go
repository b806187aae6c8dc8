package assets

import (
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"exceed/workshop"
)

//go:embed languages/*.json
var languageFiles embed.FS

// shipped are the languages that ship.
var shipped = func() *languages {
	folder, err := fs.Sub(languageFiles, "languages")
	if err != nil {
		panic("assets: " + err.Error()) // the name is sound
	}
	return newLanguages(folder)
}()

// Langs lists the languages that ship, English first, then by code. The copy is the caller's own.
func Langs() []workshop.Lang { return slices.Clone(shipped.langs) }

// Ships says whether a language ships.
func Ships(lang workshop.Lang) bool { return shipped.has(lang) }

// Spoken is the language that somebody reads who asks for one: itself where it ships, else English.
func Spoken(lang workshop.Lang) workshop.Lang { return shipped.spoken(lang) }

// LanguageName is what a language that ships calls itself; for others it is the name of English, which stands in.
func LanguageName(lang workshop.Lang) string { return shipped.files[shipped.spoken(lang)].name() }

// languages are the files of a folder, one a language. The folder is listed at once; of a file, its name, its words and
// its texts are each read when they are first wanted, as the first frame waits for the words of one. A file that cannot
// be read is a programming error, and a test reads them all. Nothing changes them: safe for concurrent use.
type languages struct {
	langs    []workshop.Lang // English first
	files    map[workshop.Lang]languageFile
	starters func() []Starter
}

// languageFile is one language. Its file is an object: "name", which comes first, is what the language calls itself;
// "words" are what the program says, by key; the others are texts.
type languageFile struct {
	name  func() string
	words func() *i18n.Bundle
	texts func() texts
}

// texts are the sentences of a language on what the program ships. Which themes and starting points there are, and what
// of them no language changes, is said once elsewhere.
type texts struct {
	Themes map[workshop.ThemeKey]struct {
		Name      string `json:"name"`
		Employees string `json:"employees"`
		Customers string `json:"customers"`
	} `json:"themes"`
	Examples map[workshop.ThemeKey]map[workshop.OrganisationKind]map[workshop.Side]string `json:"examples"`
	Starters map[string]struct {
		What      string `json:"what"`
		FirstStep string `json:"first_step"`
		Measure   string `json:"measure"`
	} `json:"starters"`
}

// newLanguages are the languages of a folder, whose files are named by their codes: fr.json.
func newLanguages(folder fs.FS) *languages {
	names, err := fs.Glob(folder, "*.json")
	if err != nil {
		panic("assets: " + err.Error()) // the pattern is sound
	}
	all := &languages{files: map[workshop.Lang]languageFile{}}
	for _, name := range names {
		lang := workshop.Lang(strings.TrimSuffix(name, ".json"))
		if !lang.Valid() {
			panic("assets: " + name + " is not named by the ISO 639-1 code of a language")
		}
		all.langs = append(all.langs, lang)
		all.files[lang] = newLanguageFile(folder, name, language.Make(string(lang)))
	}
	slices.SortFunc(all.langs, workshop.Lang.Compare)
	all.starters = sync.OnceValue(all.readStarters)
	return all
}

func newLanguageFile(folder fs.FS, file string, tag language.Tag) languageFile {
	return languageFile{
		name: sync.OnceValue(func() string {
			name, err := readName(folder, file)
			must(file, err)
			return name
		}),
		words: sync.OnceValue(func() *i18n.Bundle {
			data, err := fs.ReadFile(folder, file)
			must(file, err)
			bundle := i18n.NewBundle(tag)
			_, err = bundle.ParseMessageBytes(tag, data, readWords)
			must(file, err)
			return bundle
		}),
		texts: sync.OnceValue(func() (read texts) {
			data, err := fs.ReadFile(folder, file)
			must(file, err)
			must(file, json.Unmarshal(data, &read))
			return read
		}),
	}
}

// readName reads no more than the beginning of a file, so that a list of names costs little.
func readName(folder fs.FS, file string) (name string, err error) {
	f, err := folder.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	begin := json.NewDecoder(f)
	for _, want := range []json.Token{json.Delim('{'), "name"} {
		if found, err := begin.Token(); err != nil || found != want {
			return "", errors.New("it does not begin with the language's own name")
		}
	}
	return name, begin.Decode(&name)
}

// readWords reads the words of a file into what into points at.
func readWords(file []byte, into any) error {
	return json.Unmarshal(file, &struct {
		Words any `json:"words"`
	}{into})
}

// must panics where an embedded file cannot be read.
func must(file string, err error) {
	if err != nil {
		panic("assets: " + file + " cannot be read: " + err.Error())
	}
}

func (l *languages) has(lang workshop.Lang) bool { return slices.Contains(l.langs, lang) }

func (l *languages) spoken(lang workshop.Lang) workshop.Lang {
	if l.has(lang) {
		return lang
	}
	return workshop.English
}

// text is a sentence in every language that has it.
func (l *languages) text(of func(texts) string) workshop.Text {
	all := workshop.Text{}
	for _, lang := range l.langs {
		if s := of(l.files[lang].texts()); s != "" {
			all[lang] = s
		}
	}
	return all
}
