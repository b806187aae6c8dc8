package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"exceed/assets"
	"exceed/workshop"
)

// pressKey presses a key where no control has the focus.
func pressKey(ui *UI, key fyne.KeyName) {
	ui.win.Canvas().Unfocus()
	ui.typedKey(&fyne.KeyEvent{Name: key})
}

func TestEightStepsInEveryLanguage(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := uiIn(t, lang, 12, workshop.Reveal)
		seen := map[string]bool{}
		for i, step := range revealSteps() {
			ui.Go(Route{Face: FaceReveal, Step: i})
			text := said(ui.win.Canvas())
			if strings.Contains(text, "⟦") {
				t.Errorf("%s, %s: words are missing in %q", lang, step.key, text)
			}
			if seen[text] {
				t.Errorf("%s, %s shows what an earlier step showed", lang, step.key)
			}
			seen[text] = true
			if step.lay == nil {
				continue
			}
			said := step.lay(ui.Session().Compare(), ui.chartSheet(ui.words, fyne.NewSize(1000, 500), 15))
			if !strings.Contains(text, said.Title) || !strings.Contains(text, said.Note) || !strings.Contains(text, said.Badge) {
				t.Errorf("%s, %s: title, note or badge is not on the face", lang, step.key)
			}
		}
	}
}

func TestStepsByKey(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	for _, c := range []struct {
		key  fyne.KeyName
		step int
	}{
		{fyne.KeyPageUp, 0},
		{fyne.KeyPageDown, 1},
		{fyne.KeyRight, 2},
		{fyne.KeyDown, 3},
		{fyne.KeyLeft, 2},
		{fyne.KeyUp, 1},
		{fyne.KeyPageUp, 0},
	} {
		pressKey(ui, c.key)
		if ui.route.Step != c.step {
			t.Fatalf("after %s the step is %d, want %d", c.key, ui.route.Step, c.step)
		}
	}
	pages := len(voicePages(ui.Session(), workshop.English, ui.measure))
	if pages < 2 {
		t.Fatalf("the rehearsal has %d pages of voices; the test needs more", pages)
	}
	all := len(revealSteps()) - 1 + pages
	for range all + 3 {
		pressKey(ui, fyne.KeyPageDown)
	}
	if ui.route.Step != len(revealSteps())-1 {
		t.Errorf("the last step is %d", ui.route.Step)
	}
	for presses := 0; ui.route.Step > 0 || ui.route.Part != ""; presses++ {
		if presses == all {
			t.Fatalf("the way back is longer than the %d steps on", all-1)
		}
		pressKey(ui, fyne.KeyPageUp)
	}
}

// TestAPageOfVoicesIsReadToItsEnd: until the room sees the voices, what leads on scrolls first; then it turns the page.
func TestAPageOfVoicesIsReadToItsEnd(t *testing.T) {
	for _, released := range []bool{false, true} {
		ui := uiIn(t, workshop.English, 12, workshop.Reveal)
		ui.win.Resize(fyne.NewSize(1366, 600))
		ui.Go(Route{Face: FaceReveal, Step: voicesStep()})
		ui.projector.releaseVoices(released)
		settle(ui.win.Canvas().(software.WindowlessCanvas))
		page, scrolled := ui.route, ui.place.scroll.Offset.Y
		pressKey(ui, fyne.KeyPageDown)
		if released != (ui.route != page) {
			t.Errorf("released %v: the route is %v", released, ui.route)
		}
		for presses := 0; ui.route == page; presses++ {
			if presses > 9 || ui.place.scroll.Offset.Y <= scrolled {
				t.Fatal("it neither scrolls nor turns the page")
			}
			scrolled = ui.place.scroll.Offset.Y
			pressKey(ui, fyne.KeyPageDown)
		}
	}
}

// voicesStep is the place of the voices among the steps.
func voicesStep() int {
	return slices.IndexFunc(revealSteps(), func(s revealStep) bool { return s.lay == nil })
}

func TestStepsByButtonKeepTheFocus(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	tap(t, ui.win.Canvas(), "Next")
	for step := 1; step < 4; step++ {
		if ui.route.Step != step {
			t.Fatalf("the step is %d, want %d", ui.route.Step, step)
		}
		ui.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

func TestTheTableHoldsTheComparison(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	c := ui.Session().Compare()
	pressKey(ui, fyne.KeyPageDown)
	chart := said(ui.win.Canvas())
	pressKey(ui, fyne.KeyT)
	table := said(ui.win.Canvas())
	for _, theme := range c.Themes {
		if !strings.Contains(table, theme.Name) {
			t.Fatalf("%s is no row of the table", theme.Name)
		}
		for _, side := range []workshop.SideFigures{theme.Employees, *theme.Customers} {
			mean := ui.words.Signed(*side.Mean, 1)
			interval := ui.Say("chart.range", "from", ui.words.Signed(side.Interval[0], 1), "to", ui.words.Signed(side.Interval[1], 1))
			if strings.Contains(chart, interval) {
				t.Fatalf("%s: %q is on the chart, so finding it in the table proves nothing", theme.Name, interval)
			}
			for _, row := range ui.drawable([][]string{{mean, interval, ui.words.Percent(*side.Weight, 12), fmt.Sprint(*side.N)}}) {
				for _, figure := range row {
					if !slices.Contains(strings.Split(table, "\n"), figure) {
						t.Errorf("%s: %q is not in the table", theme.Name, figure)
					}
				}
			}
		}
	}
	pressKey(ui, fyne.KeyT)
	if said(ui.win.Canvas()) != chart {
		t.Error("T twice does not lead back to the chart")
	}
}

func TestGoingOnLeadsToThePriorities(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	ui.Go(Route{Face: FaceReveal, Step: 7})
	tap(t, ui.win.Canvas(), "Go on: prioritise")
	if ui.Session().State != workshop.Prioritise || ui.route.Face != FacePrioritise {
		t.Errorf("the session is in %s, the window on %s", ui.Session().State, ui.route.Face)
	}
	ui.Go(Route{Face: FaceReveal, Step: 7})
	tap(t, ui.win.Canvas(), "Go on: prioritise")
	if ui.Session().State != workshop.Prioritise || ui.route.Face != FacePrioritise {
		t.Errorf("looking back moves the session to %s, the window to %s", ui.Session().State, ui.route.Face)
	}
}

func TestVoicePages(t *testing.T) {
	s := rehearsed(t, workshop.English, 40, workshop.Reveal).Session().Clone()
	measure := newMeasurer()
	for i := range s.Voices {
		s.Voices[i].Hidden, s.Voices[i].Into = false, 0
	}
	hidden, merged := s.Voices[0].Text, s.Voices[1].Text
	s.Voices[0].Hidden = true
	s.Voices[1].Into = s.Voices[2].ID
	var texts []string
	for _, page := range voicePages(s, workshop.English, measure) {
		for _, group := range page {
			texts = append(texts, group.texts...)
		}
	}
	if len(texts) != len(s.Voices)-2 || slices.Contains(texts, hidden) || slices.Contains(texts, merged) {
		t.Errorf("%d of %d voices are on the pages, two of which were hidden or merged", len(texts), len(s.Voices))
	}
	slices.Reverse(s.Voices)
	var again []string
	for _, page := range voicePages(s, workshop.English, measure) {
		for _, group := range page {
			again = append(again, group.texts...)
		}
	}
	if !slices.Equal(texts, again) {
		t.Error("the order of the voices in the session shows on the pages")
	}
}

func TestVoicesBelowTheirThresholdNeverAppear(t *testing.T) {
	room := rehearsed(t, workshop.English, 7, workshop.Reveal) // below 8
	const secret = "only one of us could have written this"
	if err := room.Change("voices", func(s *workshop.Session) error {
		s.Voices = []workshop.Voice{{ID: 1, Text: secret, Theme: s.Themes[0].Key}}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	ui := testUI(t, workshop.English)
	ui.enter(room)
	ui.projector.toggle()
	ui.projector.releaseVoices(true)
	ui.Go(Route{Face: FaceReveal, Step: 6})
	for _, where := range []fyne.Canvas{ui.win.Canvas(), ui.projector.window.Canvas()} {
		if strings.Contains(said(where), secret) {
			t.Error("a voice shows below the threshold of voices")
		}
	}
	if !strings.Contains(said(ui.win.Canvas()), assets.WordsFor(workshop.English).Say("reveal.voices.few", "threshold", 8, "n", 7)) {
		t.Error("the face does not say why there are no voices")
	}
}
