package app

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// onPriorities is a window on the priorities before anything was chosen.
func onPriorities(t *testing.T, lang workshop.Lang) *UI {
	t.Helper()
	ui := uiIn(t, lang, 12, workshop.Prioritise)
	ui.Change("priorities", func(s *workshop.Session) error { return s.SetPriorities(workshop.Priorities{}) })
	ui.Reload()
	return ui
}

func rows(ui *UI) []*priorityRow { return every[*priorityRow](ui.win.Canvas()) }

func TestPrioritiesStandInTheFocusOrder(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := onPriorities(t, lang)
		text, at := said(ui.win.Canvas()), 0
		for _, f := range inFocusOrder(ui.Session().Compare()) {
			i := strings.Index(text[at:], ui.themeName(f.Key))
			if i < 0 {
				t.Fatalf("%s: %q is not in its place", lang, f.Key)
			}
			at += i
		}
	}
}

func TestDotsAreCountedAloud(t *testing.T) {
	ui := onPriorities(t, workshop.English)
	first := inFocusOrder(ui.Session().Compare())[0].Key
	dots := rows(ui)[0].dots
	less, more := dots.Buttons()
	test.Tap(more)
	test.Tap(more)
	test.Tap(less)
	test.Type(dots, "2") // makes it 12
	if got := ui.Session().Priorities.Dots[first]; got != 12 {
		t.Errorf("%d dots", got)
	}
}

func TestAtMostThreeGoOn(t *testing.T) {
	ui := onPriorities(t, workshop.English)
	order := inFocusOrder(ui.Session().Compare())
	for i := range 4 {
		test.Tap(rows(ui)[i].choose)
	}
	focus := ui.Session().Priorities.Focus
	if len(focus) != 3 || focus[0] != order[0].Key || focus[2] != order[2].Key {
		t.Fatalf("goes on: %v", focus)
	}
	if !strings.Contains(said(ui.win.Canvas()), ui.Say("error.too_many_focus")) {
		t.Error("nobody says why the fourth does not go on")
	}
	test.Tap(rows(ui)[0].choose)
	if focus := ui.Session().Priorities.Focus; len(focus) != 2 || focus[0] != order[1].Key {
		t.Errorf("after taking the first back: %v", focus)
	}
}

func TestWhatIsPassedOverNeedsAWord(t *testing.T) {
	ui := onPriorities(t, workshop.English)
	tap(t, ui.win.Canvas(), ui.Say("prioritise.on"))
	if ui.Session().State != workshop.Prioritise {
		t.Fatal("it went on without any theme")
	}
	order := inFocusOrder(ui.Session().Compare())
	test.Tap(rows(ui)[len(order)-1].choose) // the last, not the first
	tap(t, ui.win.Canvas(), ui.Say("prioritise.on"))
	open := ui.Session().Priorities.Unexplained(ui.Session().Compare())
	if len(open) == 0 || ui.Session().State != workshop.Prioritise {
		t.Fatalf("the first in the numbers was passed over in silence (%d to explain, state %s)", len(open), ui.Session().State)
	}
	dialogButton := func() { // the card's button has the same text as the face's and lies above it
		var last *kit.Button
		for _, b := range every[*kit.Button](ui.win.Canvas()) {
			if b.Text == ui.Say("prioritise.on") {
				last = b
			}
		}
		test.Tap(last)
	}
	dialogButton()
	if ui.Session().State != workshop.Prioritise {
		t.Fatal("an empty word was enough")
	}
	for _, f := range open {
		fill(t, ui.win.Canvas(), ui.themeName(f.Key), "next year")
	}
	dialogButton()
	if ui.Session().State != workshop.Planning || ui.Session().Priorities.Dropped[open[0].Key] != "next year" {
		t.Errorf("state %s, words %v", ui.Session().State, ui.Session().Priorities.Dropped)
	}
}

// TestOnlyASplitIsCalledOne keeps the word that is asked for in line with what the reveal said of the team.
func TestOnlyASplitIsCalledOne(t *testing.T) {
	ui := testUI(t, workshop.English)
	yes, no, mean, below := true, false, 0.0, 0.5
	for key, split := range map[string]*bool{"prioritise.why.split": &yes, "prioritise.why.minority": &no, "prioritise.why.first": nil} {
		f := workshop.ThemeFigures{Employees: workshop.SideFigures{Split: split}}
		if split != nil {
			f.Employees.Mean, f.Employees.Below = &mean, &below
		}
		if got := ui.whyNamed(f); got != ui.Say(key) {
			t.Errorf("%s: it says %q", key, got)
		}
	}
}

// TestNothingCoversTheWordsOfTheMap puts discs where its words stand, in windows and text of several sizes.
func TestNothingCoversTheWordsOfTheMap(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, scale := range []float32{1, 1.25, 1.5, 2} {
			ui := uiIn(t, lang, 12, workshop.Prioritise)
			ui.win.Resize(fyne.NewSize(1366, 768))
			ui.prefs.setTextScale(scale)
			ui.applyLook()
			ui.rebuild()
			crowdMap(ui)
			ui.Go(Route{Face: FacePrioritise, Step: mapStep})
			settle(ui.win.Canvas().(software.WindowlessCanvas))
			var discs, words []seen
			walkCanvas(ui.win.Canvas(), func(s seen) {
				if _, on := s.widget.(*impactMap); !on {
					return
				}
				switch o := s.object.(type) {
				case *canvas.Circle:
					discs = append(discs, s)
				case *canvas.Text:
					if _, err := strconv.Atoi(o.Text); err != nil {
						words = append(words, s)
					}
				}
			})
			if len(discs) != 8 || len(words) < 4 {
				t.Errorf("%s at %.0f %%: %d discs and %d words", lang, 100*scale, len(discs), len(words))
			}
			for i, w := range words {
				text := w.object.(*canvas.Text)
				for _, o := range append(discs, words[i+1:]...) {
					if both := ink(text, w.area).cut(o.area).grown(-slack/2, -slack/2); !both.empty() {
						t.Errorf("%s at %.0f %%: %q is covered by %T", lang, 100*scale, text.Text, o.object)
					}
				}
			}
		}
	}
}

// TestLargeTextGivesTheMapAPageOfItsOwn goes from the list to the map and back.
func TestLargeTextGivesTheMapAPageOfItsOwn(t *testing.T) {
	ui := onPriorities(t, workshop.English)
	ui.prefs.setTextScale(1.5)
	ui.rebuild()
	c := ui.win.Canvas()
	if len(rows(ui)) == 0 || len(every[*impactMap](c)) != 0 {
		t.Fatalf("%d themes and %d maps", len(rows(ui)), len(every[*impactMap](c)))
	}
	c.Focus(every[*kit.Choice](c)[0])
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if len(rows(ui)) != 0 || len(every[*impactMap](c)) != 1 || c.Focused() != every[*kit.Choice](c)[0] {
		t.Fatalf("%d themes and %d maps, the focus on %T", len(rows(ui)), len(every[*impactMap](c)), c.Focused())
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	rows(ui)[2].Tapped(nil)
	if m := every[*impactMap](c); len(m) != 1 || c.Focused() != m[0] || m[0].chosen != inFocusOrder(ui.Session().Compare())[2].Key {
		t.Error("a theme in the list does not lead to its place on the map")
	}
}

func TestMapMovesByKeysClickAndDrag(t *testing.T) {
	ui := onPriorities(t, workshop.English)
	order := inFocusOrder(ui.Session().Compare())
	ui.chooseForMap(order[1].Key)
	m := every[*impactMap](ui.win.Canvas())[0]
	if ui.win.Canvas().Focused() != fyne.Focusable(m) {
		t.Error("the map has not the focus")
	}
	key := func(name fyne.KeyName) { m.TypedKey(&fyne.KeyEvent{Name: name}) }
	at := func() workshop.Placement { return ui.Session().Priorities.Map[order[1].Key] }
	near := func(a, b float64) bool { return a-b < 0.02 && b-a < 0.02 }
	key(fyne.KeyUp)
	key(fyne.KeyLeft)
	if p := at(); !near(p.Impact, 0.55) || !near(p.Effort, 0.45) {
		t.Fatalf("after up and left: %+v", p)
	}
	for range 30 {
		key(fyne.KeyRight)
	}
	if p := at(); p.Effort != 1 {
		t.Errorf("the arrow led off the map: %+v", p)
	}
	key(fyne.KeyDelete)
	if _, placed := ui.Session().Priorities.Map[order[1].Key]; placed {
		t.Error("Delete left it on the map")
	}
	size := m.Size()
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(size.Width/2, size.Height/2)})
	if p := at(); !near(p.Impact, 0.5) || !near(p.Effort, 0.5) {
		t.Fatalf("clicked in the middle: %+v", p)
	}
	to := fyne.NewPos(mapInset, mapInset)
	m.Dragged(&fyne.DragEvent{
		PointEvent: fyne.PointEvent{Position: to},
		Dragged:    fyne.NewDelta(to.X-size.Width/2, to.Y-size.Height/2),
	})
	m.DragEnd()
	if p := at(); !near(p.Impact, 1) || !near(p.Effort, 0) {
		t.Errorf("dragged to the top left: %+v", p)
	}
}
