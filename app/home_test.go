package app

import (
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
)

func TestHomeTeachesWhenEmpty(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := testUI(t, lang)
		for _, key := range []string{"home.empty.1", "home.empty.2", "home.empty.3"} {
			if text := said(ui.win.Canvas()); !strings.Contains(text, ui.Say(key)) {
				t.Errorf("%s: %q is not shown in:\n%s", lang, ui.Say(key), text)
			}
		}
	}
}

func TestHomeListsSearchesOpensAndDeletes(t *testing.T) {
	ui := testUI(t, workshop.English)
	for _, name := range []string{"Harbour", "Garden"} {
		tap(t, ui.win.Canvas(), ui.Say("command.new"))
		fill(t, ui.win.Canvas(), ui.Say("setup.organisation"), name)
		ui.Home()
	}
	if text := said(ui.win.Canvas()); !strings.Contains(text, "Harbour") || !strings.Contains(text, "Garden") {
		t.Fatalf("both sessions should be listed:\n%s", text)
	}
	fill(t, ui.win.Canvas(), "", "gard")
	if text := said(ui.win.Canvas()); strings.Contains(text, "Harbour") || !strings.Contains(text, "Garden") {
		t.Fatalf("only Garden fits the search:\n%s", text)
	}
	for search, want := range map[string]string{
		"gard": ui.words.Count("home.sessions.found", 2, "found", 1),
		"zoo":  ui.words.Count("home.sessions.found", 2, "found", 0),
		" ":    ui.words.Count("home.sessions", 2),
	} {
		fill(t, ui.win.Canvas(), "", search)
		if text := said(ui.win.Canvas()); !strings.Contains(text, want) {
			t.Errorf("with %q sought, %q is not said:\n%s", search, want, text)
		}
	}
	fill(t, ui.win.Canvas(), "", "gard")
	tap(t, ui.win.Canvas(), ui.Say("home.open"))
	if got := ui.Session().Setup.Organisation; got != "Garden" {
		t.Fatalf("opened %q", got)
	}
	path := ui.Room().Store().Path()
	ui.Home()
	if err := ui.Library.Delete(path); err != nil {
		t.Fatal(err)
	}
	ui.Reload()
	if text := said(ui.win.Canvas()); strings.Contains(text, "Garden") {
		t.Fatalf("Garden is deleted:\n%s", text)
	}
}

func TestHomeOpensOnWhatIsDue(t *testing.T) {
	ui := testUI(t, workshop.English)
	room := rehearsed(t, workshop.English, 12, workshop.FollowUp)
	copied, err := ui.Library.Create(room.Session())
	if err != nil {
		t.Fatal(err)
	}
	if err := copied.Close(); err != nil {
		t.Fatal(err)
	}
	ui.Reload()
	due := room.Session().Due()
	if len(due) == 0 {
		t.Fatal("the rehearsal leaves no promise open")
	}
	if text := said(ui.win.Canvas()); !strings.Contains(text, due[0].What) {
		t.Fatalf("%q is due and not shown:\n%s", due[0].What, text)
	}
}
