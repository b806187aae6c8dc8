package app

import (
	"testing"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// A session whose language does not ship is read in English, and keeps its language and its sentences.
func TestASessionInALanguageThatDoesNotShip(t *testing.T) {
	ui := testUI(t, workshop.French)
	themes := assets.Themes()
	themes[0].Employees["xx"] = "Sentence of a language that does not ship."
	opened(t, ui, workshop.NewSession("1", workshop.Setup{Language: "xx"}, themes))
	ui.Go(Route{Face: FacePrepare})
	shown := ""
	for _, p := range every[*kit.Pick](ui.win.Canvas()) {
		if p.Label() == ui.Say("setup.language") {
			shown = p.Options()[p.Selected()]
		}
	}
	if shown != "English" {
		t.Errorf("the language of the room is shown as %q, want English", shown)
	}
	ui.setSetup(func(u *workshop.Setup) { u.Team = "Front desk" })
	if u := ui.Session().Setup; u.Team != "Front desk" || u.Language != "xx" {
		t.Errorf("the setup is kept as %+v", u)
	}
	changed := with(ui.Session().Themes[0].Employees, workshop.French, "Ce qu’on promet est fait.")
	if changed["xx"] != "Sentence of a language that does not ship." || changed[workshop.French] != "Ce qu’on promet est fait." {
		t.Errorf("the sentence is kept as %v", changed)
	}
	if d := ui.reportDesk(); d.options(ui.measure).Words.Lang() != workshop.English || d.lang != workshop.English {
		t.Errorf("the report is in %s", d.lang)
	}
	ui.openKiosk()
	if got := ui.kiosk.words.Lang(); got != workshop.English {
		t.Errorf("the kiosk speaks %s", got)
	}
}
