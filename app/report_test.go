package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/pdf"
)

// reportIn is a window on the report face that saves into dir.
func reportIn(t *testing.T, lang workshop.Lang, state workshop.State, dir string) *UI {
	t.Helper()
	ui := uiIn(t, lang, 12, state)
	ui.prefs.setFolder("export", dir)
	ui.Go(Route{Face: FaceReport})
	return ui
}

// export presses a button that saves, and OK.
func export(t *testing.T, ui *UI, key, path string) {
	t.Helper()
	tap(t, ui.win.Canvas(), ui.Say(key))
	fill(t, ui.win.Canvas(), ui.Say("file.path"), path)
	tap(t, ui.win.Canvas(), ui.Say("button.ok"))
}

func TestReportSavesEveryKindOfFile(t *testing.T) {
	for _, lang := range assets.Langs() {
		dir := t.TempDir()
		ui := reportIn(t, lang, workshop.Planning, dir)
		if text := said(ui.win.Canvas()); strings.Contains(text, "⟦") {
			t.Errorf("%s: words are missing in %s", lang, text)
		}
		for _, c := range []struct{ key, name, begins string }{
			{"report.pdf", "plan.pdf", "%PDF-"},
			{"report.json", "results.json", "{"},
			{"report.csv", "results.csv", ""},
			{"report.ics", "dates.ics", "BEGIN:VCALENDAR"},
		} {
			path := filepath.Join(dir, c.name)
			export(t, ui, c.key, path)
			if ui.desk.saved != path {
				t.Errorf("%s: %s is not called saved", lang, c.name)
			}
			data, err := os.ReadFile(path)
			if err != nil || !bytes.HasPrefix(data, []byte(c.begins)) || len(data) < 200 {
				t.Errorf("%s, %s: %d bytes, %v", lang, c.name, len(data), err)
			}
			if filepath.Ext(path) == ".json" && !json.Valid(data) {
				t.Errorf("%s is not JSON", path)
			}
			if !strings.Contains(said(ui.win.Canvas()), path) {
				t.Errorf("%s: the face does not say where %s is", lang, c.name)
			}
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 4 {
			t.Errorf("%s: the folder holds %v", lang, left)
		}
	}
}

func TestReportOpensWhatItSaved(t *testing.T) {
	dir := t.TempDir()
	ui := reportIn(t, workshop.English, workshop.Closed, dir)
	opened := ""
	ui.Open = func(path string) error { opened = path; return nil }
	path := filepath.Join(dir, "dates")
	export(t, ui, "report.ics", path)
	tap(t, ui.win.Canvas(), ui.Say("report.open"))
	if opened != path+".ics" {
		t.Errorf("opened %q, want the file with its ending", opened)
	}
}

func TestReportAsksBeforeItReplaces(t *testing.T) {
	dir := t.TempDir()
	ui := reportIn(t, workshop.English, workshop.Closed, dir)
	path := filepath.Join(dir, "dates.ics")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	export(t, ui, "report.ics", path)
	tap(t, ui.win.Canvas(), ui.Say("button.cancel"))
	if data, _ := os.ReadFile(path); string(data) != "mine" || ui.desk.saved != "" {
		t.Fatalf("cancelled, the file holds %q", data)
	}
	export(t, ui, "report.ics", path)
	tap(t, ui.win.Canvas(), ui.Say("report.replace.yes"))
	if data, _ := os.ReadFile(path); !bytes.HasPrefix(data, []byte("BEGIN:")) {
		t.Errorf("replaced, the file holds %.20q", data)
	}
}

func TestExportsAreNeverHalfWritten(t *testing.T) {
	dir := t.TempDir()
	ui := reportIn(t, workshop.English, workshop.Closed, dir)
	path := filepath.Join(dir, "plan.pdf")
	if err := os.WriteFile(path, []byte("the old one"), 0o600); err != nil {
		t.Fatal(err)
	}
	ui.writeExport(path, ".pdf", func(w io.Writer) error {
		if _, err := w.Write(bytes.Repeat([]byte("half"), 100_000)); err != nil {
			return err
		}
		return errors.New("the disk is gone")
	})
	if text := said(ui.win.Canvas()); !strings.Contains(text, ui.words.Explain(workshop.ErrNotSaved.With("path", path))) {
		t.Errorf("the window does not say what went wrong but %q", text)
	}
	if data, _ := os.ReadFile(path); string(data) != "the old one" {
		t.Errorf("after a failure the file holds %.20q", data)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("after a failure the folder holds %v", left)
	}
}

func TestReportChoosesPaperLanguageAndParts(t *testing.T) {
	ui := reportIn(t, workshop.English, workshop.Planning, t.TempDir())
	c := ui.win.Canvas()
	choices := every[*kit.Choice](c)
	if len(choices) != 2 {
		t.Fatalf("there are %d choices", len(choices))
	}
	choices[0].Choose(1)
	choices[1].Choose(languageAt(workshop.French))
	checks := every[*kit.Check](c)
	if len(checks) != len(pdf.Sections()) {
		t.Fatalf("there are %d checks for %d parts", len(checks), len(pdf.Sections()))
	}
	for _, check := range checks[1:] {
		check.Tapped(nil)
	}
	o := ui.desk.options(ui.measure)
	if o.Paper != pdf.Letter || o.Words.Lang() != workshop.French || len(o.Sections) != 1 || o.Sections[0] != pdf.LeaderPage {
		t.Errorf("the options are %+v", o)
	}
	french := assets.WordsFor(workshop.French).Say("pdf.leader.sign_leader")
	if text := said(c); !strings.Contains(text, french) || !strings.Contains(text, ui.Say("report.page", "page", 1, "pages", 1)) {
		t.Errorf("the preview shows %q", text)
	}
	checks[0].Tapped(nil)
	tap(t, c, ui.Say("report.pdf"))
	if !strings.Contains(said(c), ui.Say("report.none")) {
		t.Error("an empty PDF is not refused")
	}
}

func TestReportShowsThePageThatIsAskedFor(t *testing.T) {
	ui := reportIn(t, workshop.English, workshop.Planning, t.TempDir())
	c := ui.win.Canvas()
	thumbs := every[*thumb](c)
	shows := func(page int) {
		t.Helper()
		if text := said(c); !strings.Contains(text, ui.Say("report.page", "page", page, "pages", len(thumbs))) {
			t.Errorf("want page %d of %d; the face says %q", page, len(thumbs), text)
		}
	}
	if len(thumbs) < 4 {
		t.Fatalf("there are %d thumbs", len(thumbs))
	}
	shows(1)
	thumbs[2].Tapped(nil)
	shows(3)
	check := every[*kit.Check](c)[1] // the mirror, out and in again
	check.Tapped(nil)
	check.Tapped(nil)
	shows(2)
	for i, mark := range every[*thumb](c) {
		if on := mark.ring.StrokeWidth > 1; on != (i == 1) {
			t.Errorf("thumb %d: chosen %v", i+1, on)
		}
	}
}

func TestReportLeadsOnAndBack(t *testing.T) {
	ui := reportIn(t, workshop.English, workshop.Planning, t.TempDir())
	for _, step := range []struct {
		key  string
		to   workshop.State
		face Face
	}{
		{"report.close", workshop.Closed, FaceReport},
		{"report.reopen", workshop.Planning, FacePlan},
		{"", workshop.Planning, FaceReport},
		{"report.close", workshop.Closed, FaceReport},
		{"report.follow", workshop.FollowUp, FaceFollowUp},
	} {
		if step.key == "" {
			ui.Go(Route{Face: FaceReport})
		} else {
			tap(t, ui.win.Canvas(), ui.Say(step.key))
		}
		if ui.Session().State != step.to || ui.route.Face != step.face {
			t.Fatalf("%q leads to %s on %s", step.key, ui.Session().State, ui.route.Face)
		}
	}
}
