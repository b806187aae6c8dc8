package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart/sample"
)

// continuing is a window with the fourth session of a series to prepare, on its themes.
func continuing(t *testing.T, lang workshop.Lang) *UI {
	t.Helper()
	s, err := sample.Session(sample.Full(lang)).Follow("next", testDay())
	if err != nil {
		t.Fatal(err)
	}
	ui := opened(t, testUI(t, lang), s)
	ui.Go(Route{Face: FacePrepare, Part: "themes"})
	return ui
}

func TestPrepareSaysWhichSeriesItContinues(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := continuing(t, lang)
		before := ui.Session().Before()
		for _, part := range []string{"setup", "themes"} {
			ui.Go(Route{Face: FacePrepare, Part: part})
			text := said(ui.win.Canvas())
			for _, want := range []string{ui.words.Count("series.continues", 3, "date", ui.words.Date(before.Date)), ui.Say("series.same")} {
				if !strings.Contains(text, want) {
					t.Errorf("%s, %s: %q is not said", lang, part, want)
				}
			}
		}
	}
	ui := testUI(t, workshop.English)
	ui.newSession()
	if strings.Contains(said(ui.win.Canvas()), ui.Say("series.same")) {
		t.Error("a session of its own continues a series")
	}
}

func TestAChangedSentenceIsSaidAndPutBackWithOneClick(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := continuing(t, lang)
		old := ui.Session().Themes[0]
		ui.editTheme(0)
		field := fieldNamed(t, ui.win.Canvas(), ui.Say("themes.employees"))
		warning := ui.Say("series.differs", "sentence", old.Employees.In(lang, lang))
		if field.Hint() == warning {
			t.Errorf("%s: the old sentence is said to differ", lang)
		}
		ui.win.Canvas().Focus(field.Focusable())
		test.Type(field.Focusable(), "x")
		if field.Hint() != warning {
			t.Errorf("%s: as it is typed the field says %q", lang, field.Hint())
		}
		tap(t, ui.win.Canvas(), ui.Say("button.save"))
		text := said(ui.win.Canvas())
		for _, want := range []string{ui.words.Count("series.changed", 1), ui.Say("series.breaks"), ui.Say("series.was", "sentence", old.Employees.In(lang, lang))} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not said", lang, want)
			}
		}
		if strings.Contains(text, ui.Say("series.was", "sentence", old.Customers.In(lang, lang))) {
			t.Errorf("%s: the sentence that stayed is said to have changed", lang)
		}
		tap(t, ui.win.Canvas(), ui.Say("series.put_back"))
		if !ui.Session().Themes[0].SameQuestion(old) || !strings.Contains(said(ui.win.Canvas()), ui.Say("series.same")) {
			t.Errorf("%s: the old sentence is not back", lang)
		}
	}
}

// TestTypingTheOldSentenceAgainMendsTheTrend: the other languages' sentences come back with it.
func TestTypingTheOldSentenceAgainMendsTheTrend(t *testing.T) {
	ui := continuing(t, workshop.English)
	old := ui.Session().Themes[0]
	themes := slices.Clone(ui.Session().Themes)
	themes[0].Customers = workshop.Text{workshop.English: "Other words.", workshop.French: "D’autres mots.", workshop.Swahili: "Maneno mengine."}
	ui.setThemes(themes, "")
	ui.editTheme(0)
	fill(t, ui.win.Canvas(), ui.Say("themes.customers"), old.Customers.In(workshop.English, workshop.English))
	tap(t, ui.win.Canvas(), ui.Say("button.save"))
	if !ui.Session().Themes[0].SameQuestion(old) {
		t.Errorf("the question is %v, was %v", ui.Session().Themes[0].Customers, old.Customers)
	}
}

func TestAThemeThatWasLeftOutIsAskedAgain(t *testing.T) {
	ui := continuing(t, workshop.English)
	old := ui.Session().Themes[2]
	ui.dropTheme(2)
	if text := said(ui.win.Canvas()); !strings.Contains(text, ui.words.Count("series.left", 1)) {
		t.Fatal("nothing says that a theme is left out")
	}
	tap(t, ui.win.Canvas(), ui.Say("series.ask_again", "theme", old.Name.In(workshop.English, workshop.English)))
	if _, _, left := ui.Session().Departures(); left != nil {
		t.Errorf("still left out: %v", left)
	}
	themes := slices.Clone(ui.Session().Themes)
	themes[0].Key = "own-9"
	ui.setThemes(themes, "")
	if text := said(ui.win.Canvas()); !strings.Contains(text, ui.Say("series.new")) || !strings.Contains(text, ui.words.Count("series.added", 1)) {
		t.Error("nothing says that a theme is new")
	}
}

// TestReadersOfAllLanguagesAreAskedTheSame changes a sentence in one language and then gives it to all.
func TestReadersOfAllLanguagesAreAskedTheSame(t *testing.T) {
	series := continuing(t, workshop.English)
	alone := testUI(t, workshop.English)
	alone.newSession()
	alone.Go(Route{Face: FacePrepare, Part: "themes"})
	others := languageNames()[1:]
	for name, ui := range map[string]*UI{"a series": series, "a first session": alone} {
		note := ui.words.Count("themes.behind", len(others), "languages", strings.Join(others, ", "))
		if strings.Contains(said(ui.win.Canvas()), note) {
			t.Errorf("%s: the untouched sentences are said to differ", name)
		}
		before := ui.Session().Themes[0]
		ui.editTheme(0)
		fill(t, ui.win.Canvas(), ui.Say("themes.employees"), "What was said is done.")
		tap(t, ui.win.Canvas(), ui.Say("button.save"))
		if !strings.Contains(said(ui.win.Canvas()), note) {
			t.Errorf("%s: %q is not said", name, note)
		}
		if got := ui.Session().Themes[0].Employees[workshop.Swahili]; got != before.Employees[workshop.Swahili] {
			t.Errorf("%s: Swahili asks %q unbidden", name, got)
		}
		tap(t, ui.win.Canvas(), ui.Say("themes.everywhere"))
		is := ui.Session().Themes[0]
		for _, l := range assets.Langs() {
			if is.Employees[l] != "What was said is done." || is.Customers[l] != before.Customers[l] {
				t.Errorf("%s: in %s it asks %q and %q", name, l, is.Employees[l], is.Customers[l])
			}
		}
		if strings.Contains(said(ui.win.Canvas()), note) {
			t.Errorf("%s: all ask the same and it is not believed", name)
		}
	}
	shipped := alone.Session().Themes[1]
	shipped.Employees = workshop.Text{workshop.English: shipped.Employees[workshop.English]} // French readers read the English
	if behind, _ := alone.inOneTongue(shipped); behind != nil {
		t.Errorf("a theme in one language is behind in %v", behind)
	}
}
