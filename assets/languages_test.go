package assets

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"exceed/workshop"
)

// folder holds the files of the languages that ship.
func folder(t *testing.T) fs.FS {
	t.Helper()
	files, err := fs.Sub(languageFiles, "languages")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestLanguagesHaveNoFaults(t *testing.T) {
	for _, lang := range Langs() {
		for _, fault := range faults(folder(t), lang) {
			t.Error(fault)
		}
	}
}

// oneMore is the folder of the languages that ship with one more file: the English one under another name, changed.
func oneMore(t *testing.T, lang workshop.Lang, changes ...string) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	for _, known := range Langs() {
		data, err := fs.ReadFile(folder(t), string(known)+".json")
		if err != nil {
			t.Fatal(err)
		}
		all[string(known)+".json"] = &fstest.MapFile{Data: data}
	}
	data := all["en.json"].Data
	for i := 0; i < len(changes); i += 2 {
		old := []byte(changes[i])
		if bytes.Count(data, old) != 1 {
			t.Fatalf("%q is %d times in the English file", old, bytes.Count(data, old))
		}
		data = bytes.Replace(data, old, []byte(changes[i+1]), 1)
	}
	all[string(lang)+".json"] = &fstest.MapFile{Data: data}
	return all
}

// A new language is one file: nothing else knows which languages there are.
func TestANewLanguageIsOneFile(t *testing.T) {
	files := oneMore(t, "de",
		`"name": "English"`, `"name": "Deutsch"`,
		`"date.month.5": "May"`, `"date.month.5": "Mai"`,
		`"name": "Reliability"`, `"name": "Verlässlichkeit"`,
		`"The leave that was granted stays granted."`, `"Bewilligter Urlaub bleibt bewilligt."`,
		`"Put next month’s roster on the wall by Friday"`, `"Den nächsten Dienstplan bis Freitag aushängen"`,
	)
	if found := faults(files, "de"); len(found) > 0 {
		t.Error(strings.Join(found, "\n"))
	}
	all := newLanguages(files)
	if want := []workshop.Lang{"en", "de", "fr", "sw"}; !slices.Equal(all.langs, want) {
		t.Fatalf("the languages are %v, want %v", all.langs, want)
	}
	w := all.wordsFor("de")
	themes := all.themes()
	starter := all.startersWhere(func(s Starter) bool { return s.Theme == "reliability" })[0]
	for _, c := range []struct{ got, want string }{
		{all.files["de"].name(), "Deutsch"},
		{string(w.Lang()), "de"},
		{w.Month(5), "Mai"},
		{w.Date(workshop.Date{Year: 2026, Month: 5, Day: 1}), "1 Mai 2026"},
		{w.Number(1234.56, 1), "1.234,6"},
		{w.Count("agenda.minutes", 1), "1 minute"},
		{w.Count("agenda.minutes", 5000), "5.000 minutes"},
		{themes[0].Name["de"], "Verlässlichkeit"},
		{themes[0].Name["fr"], "Fiabilité"},
		{all.example(workshop.Public, "reliability", workshop.EmployeeSide, "de"), "Bewilligter Urlaub bleibt bewilligt."},
		{all.example(workshop.Public, "reliability", workshop.EmployeeSide, "pl"), "The leave that was granted stays granted."},
		{starter.FirstStep["de"], "Den nächsten Dienstplan bis Freitag aushängen"},
		{starter.FirstStep["sw"], "Kubandika ratiba ya mwezi ujao ukutani kufikia Ijumaa"},
		{string(all.wordsFor("pl").Lang()), "en"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

// What is wrong with a file is said with its language and its key.
func TestFaultsAreNamed(t *testing.T) {
	for _, c := range []struct {
		lang     workshop.Lang
		old, new string
		want     []string
	}{
		{"de", `"date.month.5": "May",`, ``, []string{`de: words lacks "date.month.5"`}},
		{"de", `"date.month.5"`, `"date.month.13"`, []string{`de: words lacks "date.month.5"`, `de: words has "date.month.13"`}},
		{"de", `"date.month.5": "May"`, `"date.month.5": " "`, []string{`de: "date.month.5" is empty`}},
		{"de", `"date.full": "{{.day}} `, `"date.full": "{{.tag}} `, []string{`de: "date.full" fills`}},
		{"de", `"name": "Reliability"`, `"name": ""`, []string{`de: name of reliability`}},
		{"de", `"The leave that was granted stays granted."`, `"The leave"`, []string{`de: example reliability public employees`}},
		{"de", `"growth-3": {`, `"growth-4": {`, []string{`de: starters lacks "growth-3"`, `de: starters has "growth-4"`}},
		{"de", `"name": "English"`, `"named": "English"`, []string{`unknown field "named"`}},
		{"pl", `"name": "English"`, `"name": "Polski"`, []string{`pl: "agenda.minutes" has the forms [one other], want [few many one other]`}},
	} {
		found := strings.Join(faults(oneMore(t, c.lang, c.old, c.new), c.lang), "\n")
		for _, want := range c.want {
			if !strings.Contains(found, want) {
				t.Errorf("%s for %s: found %q, want %q", c.new, c.old, found, want)
			}
		}
	}
}

func TestFilesAreNamedByLanguages(t *testing.T) {
	defer func() {
		if said := recover(); said == nil || !strings.Contains(said.(string), "deutsch.json") {
			t.Errorf("a file without a language is said to be %v", said)
		}
	}()
	newLanguages(oneMore(t, "deutsch"))
}

func TestLanguagesThatDoNotShip(t *testing.T) {
	if Ships("xx") || Spoken("xx") != workshop.English || Spoken("sw") != workshop.Swahili || LanguageName("xx") != "English" {
		t.Error("a language that does not ship is not read in English")
	}
	Langs()[0] = "de"
	if Langs()[0] != workshop.English {
		t.Error("a caller changed the list of languages")
	}
}

// BenchmarkLanguage reads the words of a language, which the first frame waits for; BenchmarkNames what the menu needs.
func BenchmarkLanguage(b *testing.B) {
	files, _ := fs.Sub(languageFiles, "languages")
	for b.Loop() {
		newLanguages(files).files["fr"].words()
	}
}

func BenchmarkNames(b *testing.B) {
	files, _ := fs.Sub(languageFiles, "languages")
	for b.Loop() {
		all := newLanguages(files)
		for _, lang := range all.langs {
			all.files[lang].name()
		}
	}
}
