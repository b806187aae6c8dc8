package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
)

// inSeries is a window with the third session of a series open, whose first question changed after the first.
func inSeries(t *testing.T, lang workshop.Lang, near bool) *UI {
	t.Helper()
	of := sample.Full(lang)
	of.Near = near
	return opened(t, testUI(t, lang), sample.Session(of))
}

// opened puts a session into the window's library and opens it.
func opened(t *testing.T, ui *UI, s *workshop.Session) *UI {
	t.Helper()
	store, err := ui.Library.Create(s)
	if err != nil {
		t.Fatal(err)
	}
	room, err := workshop.Enter(store)
	if err != nil {
		t.Fatal(err)
	}
	ui.enter(room)
	return ui
}

func TestTrendShowsTheSeries(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := inSeries(t, lang, false)
		tap(t, ui.win.Canvas(), "      "+ui.Say("face.trend")) // one action from any face after the reveal
		for step, view := range trendViews() {
			ui.Go(Route{Face: FaceTrend, Step: step})
			c := view.lay(ui.Session(), ui.chartSheet(ui.words, fyne.NewSize(1000, 500), ui.textSize()))
			if text := said(ui.win.Canvas()); !strings.Contains(text, c.Title) || c.Instead != "" {
				t.Errorf("%s, %s: %q is not shown", lang, view.key, c.Title)
			}
			pressKey(ui, fyne.KeyT)
			text := said(ui.win.Canvas())
			for _, cell := range c.Table[1] {
				if !strings.Contains(text, cell) {
					t.Errorf("%s, %s: the table lacks %q", lang, view.key, cell)
				}
			}
			pressKey(ui, fyne.KeyT)
			if ui.route.Part != "" {
				t.Errorf("%s: T does not turn back to the chart", view.key)
			}
		}
	}
}

func TestTrendSaysWhatItDoesNotCompare(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := inSeries(t, lang, true)
		for step, view := range trendViews() {
			ui.Go(Route{Face: FaceTrend, Step: step})
			if why := chart.Refused(ui.words, ui.Session().Trend()); why == "" || !strings.Contains(said(ui.win.Canvas()), why) {
				t.Errorf("%s, %s: %q is not said", lang, view.key, why)
			}
		}
	}
}

func TestTheFirstOfASeriesSaysWhatWillCome(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := onFollowUp(t, lang)
		ui.Go(Route{Face: FaceTrend})
		text := said(ui.win.Canvas())
		for _, key := range []string{"trend.first.title", "trend.first.1", "trend.first.2", "trend.first.3", "trend.first.start"} {
			if !strings.Contains(text, ui.Say(key)) {
				t.Errorf("%s: %q is not said", lang, ui.Say(key))
			}
		}
		pressKey(ui, fyne.KeyT) // there is no chart to turn
		tap(t, ui.win.Canvas(), ui.Say("follow.next"))
		if s := ui.Session(); s.State != workshop.Prepare || len(s.Earlier) != 1 {
			t.Errorf("the next session is in %s with %d before it", s.State, len(s.Earlier))
		}
	}
}

func TestTheRoomSeesTheTrendOnceReleasedAndOnItsFaceOnly(t *testing.T) {
	ui := inSeries(t, workshop.English, false)
	pressKey(ui, fyne.KeyF5)
	ui.projector.window.Resize(fyne.NewSize(1920, 1080))
	before := read(ui)
	ui.Go(Route{Face: FaceTrend})
	if read(ui) != before || !strings.Contains(said(ui.win.Canvas()), ui.Say("reveal.room.unreleased")) {
		t.Fatal("the room sees the trend before it is released")
	}
	tap(t, ui.win.Canvas(), ui.Say("trend.release"))
	changed := ui.Say("chart.trend.break")
	if text := read(ui); !strings.Contains(text, changed) || !strings.Contains(said(ui.win.Canvas()), ui.Say("reveal.room.shown")) {
		t.Fatalf("released, the room reads %q", text)
	}
	ui.Go(Route{Face: FaceTrend, Step: 3, Part: tablePart})
	if text := read(ui); !strings.Contains(text, chart.BehaviourName(ui.words, workshop.Coaches)) {
		t.Errorf("the room does not follow to the behaviours: %q", text)
	}
	pressKey(ui, fyne.KeyB)
	if read(ui) != "" {
		t.Error("blanked, the room still reads")
	}
	pressKey(ui, fyne.KeyB)
	ui.Go(Route{Face: FaceReport})
	if read(ui) != before {
		t.Error("away from the face the room still sees the trend")
	}
	ui.Go(Route{Face: FaceTrend})
	if read(ui) != before {
		t.Error("what was released for one visit is released for the next")
	}
}
