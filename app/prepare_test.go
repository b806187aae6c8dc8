package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"exceed/workshop"
)

func TestPrepareSaysWhatIsMissingAndKeepsWhatIsTyped(t *testing.T) {
	ui := testUI(t, workshop.English)
	c := ui.win.Canvas()
	tap(t, c, ui.Say("command.new"))
	if text := said(c); !strings.Contains(text, ui.Say("ready.organisation")) {
		t.Fatalf("the missing organisation is not named:\n%s", text)
	}
	fill(t, c, ui.Say("setup.organisation"), "Harbour")
	fill(t, c, ui.Say("setup.team"), "Night shift")
	fill(t, c, ui.Say("setup.expected"), "9")
	fill(t, c, ui.Say("setup.exit_code"), "4711")
	if text := said(c); strings.Contains(text, ui.Say("ready.organisation")) {
		t.Error("the organisation is there, and still named as missing")
	}
	path := ui.Room().Store().Path()
	ui.Home()
	ui.OpenPath(path)
	u := ui.Session().Setup
	if u.Organisation != "Harbour" || u.Team != "Night shift" || u.Expected != 9 || u.ExitCode != "4711" {
		t.Errorf("after reopening: %+v", u)
	}
}

func TestTheDayOfASessionIsTypedAsPeopleWriteIt(t *testing.T) {
	ui := testUI(t, workshop.French)
	c := ui.win.Canvas()
	tap(t, c, ui.Say("command.new"))
	fill(t, c, ui.Say("setup.date"), "5/12/2026")
	if got := ui.Session().Setup.Date.String(); got != "2026-12-05" {
		t.Errorf("5/12/2026 became %s", got)
	}
	fill(t, c, ui.Say("setup.date"), "5 huit")
	if text := said(c); !strings.Contains(text, ui.Say("date.problem")) {
		t.Errorf("nothing says what is wrong with the day:\n%s", text)
	}
}

func TestPrepareRefusesABadThresholdInPlace(t *testing.T) {
	ui := testUI(t, workshop.English)
	c := ui.win.Canvas()
	tap(t, c, ui.Say("command.new"))
	fill(t, c, ui.Say("setup.threshold"), "2")
	if got := ui.Session().Setup.Threshold; got != workshop.DefaultThreshold {
		t.Errorf("threshold became %d", got)
	}
	if text := said(c); !strings.Contains(text, "below 3") {
		t.Errorf("nothing says why:\n%s", text)
	}
}

func TestThemesAreEditedInOneLanguageOnly(t *testing.T) {
	ui := testUI(t, workshop.English)
	c := ui.win.Canvas()
	tap(t, c, ui.Say("command.new"))
	before := ui.Session().Themes[0]
	ui.Go(Route{Face: FacePrepare, Part: "themes"})
	ui.editTheme(0)
	fill(t, c, ui.Say("themes.employees"), "We hear it first.")
	tap(t, c, ui.Say("button.save"))
	after := ui.Session().Themes[0]
	if after.Employees[workshop.English] != "We hear it first." || after.Employees[workshop.French] != before.Employees[workshop.French] {
		t.Errorf("got %v", after.Employees)
	}
	if after.SameQuestion(before) || !after.Customers.Equal(before.Customers) {
		t.Error("only the employees' sentence should have changed")
	}
	ui.runNamed("undo")
	if !ui.Session().Themes[0].SameQuestion(before) {
		t.Error("undo did not bring the sentence back")
	}
}

func TestAThemeKeepsTheFocusWhileKeysMoveIt(t *testing.T) {
	ui := testUI(t, workshop.English)
	c := ui.win.Canvas()
	tap(t, c, ui.Say("command.new"))
	ui.Go(Route{Face: FacePrepare, Part: "themes"})
	before := ui.Session().Themes
	first, last := before[0].Key, len(before)-1
	press := func() { c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	at := func(want int, button string) {
		t.Helper()
		if got := workshop.ThemeIndex(ui.Session().Themes, first); got != want {
			t.Fatalf("the theme stands at %d, not %d", got, want)
		}
		if c.Focused() == nil || c.Focused() != ui.place.stops[themeStop(button, first)] {
			t.Fatalf("the focus is not on its button %q", button)
		}
	}
	c.Focus(ui.place.stops[themeStop("down", first)])
	for range last - 1 {
		press()
	}
	at(last-1, "down")
	press()
	at(last, "up") // it cannot go further down
	press()
	at(last-1, "up")
	ui.dropTheme(last)
	if next := ui.Session().Themes[last-1].Key; next != first || c.Focused() != ui.place.stops[themeStop("drop", first)] {
		t.Error("after the last theme is removed the focus is not on the one before")
	}
	ui.editTheme(0)
	tap(t, c, ui.Say("button.save"))
	if c.Focused() != ui.place.stops[themeStop("edit", ui.Session().Themes[0].Key)] {
		t.Error("after editing the focus is not on the theme")
	}
}

func TestAgendaTemplatesAddUp(t *testing.T) {
	for _, minutes := range []int{60, 90, 120, 180} {
		if got := workshop.AgendaOf(minutes).Minutes(); got != minutes {
			t.Errorf("the agenda of %d minutes takes %d", minutes, got)
		}
	}
}
