package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"exceed/app/kit"
	"exceed/workshop"
)

// TestTabReachesEverything walks over every look by Tab: from nothing to each control that can have the focus, never up
// within a column, into sight where it is scrolled away, once round without a trap, and back by
// Shift+Tab. Enter and Space then press every button.
func TestTabReachesEverything(t *testing.T) {
	long(t)
	s := newStudio(t, workshop.English, fyne.NewSize(1366, 768), 1, "light")
	for _, name := range lookNames() {
		if name == "kiosk-thanks" || name == "kiosk-cover" {
			continue // any key ends them
		}
		t.Run(name, func(t *testing.T) {
			s.t = t
			s.show(name)
			tabRound(t, s.ui)
			pressAll(t, s.ui.win.Canvas())
		})
	}
}

// TestTabReachesEveryFaceInEveryState does the same on faces that are looked at again later.
func TestTabReachesEveryFaceInEveryState(t *testing.T) {
	long(t)
	for _, state := range workshop.States() {
		ui := uiIn(t, workshop.French, 8, state)
		ui.win.Resize(fyne.NewSize(1366, 768))
		for _, item := range rail() {
			if !ui.reaches(item.face) {
				continue
			}
			t.Run(string(state)+"/"+string(item.face), func(t *testing.T) {
				ui.Go(Route{Face: item.face})
				settle(ui.win.Canvas().(software.WindowlessCanvas))
				tabRound(t, ui)
			})
		}
	}
}

func tabRound(t *testing.T, ui *UI) {
	t.Helper()
	c := ui.win.Canvas()
	stops := tabStops(ui)
	c.Unfocus()
	var round []fyne.Focusable
	for range len(stops) + 1 {
		c.FocusNext()
		focused := c.Focused()
		if focused == nil || len(round) > 0 && focused == round[0] {
			break
		}
		o := focused.(fyne.CanvasObject)
		stop := stops[o]
		if stop == nil || stop.reached {
			t.Fatalf("Tab reaches %T %s, which is hidden, or twice", o, nameOf(o))
		}
		stop.reached = true
		if len(round) > 0 && stops[round[len(round)-1].(fyne.CanvasObject)].comesAfter(stop) {
			t.Errorf("Tab goes up from %T %s to %T %s", round[len(round)-1], nameOf(round[len(round)-1].(fyne.CanvasObject)), o, nameOf(o))
		}
		round = append(round, focused)
		if !inSight(c, o) {
			t.Errorf("%T %s has the focus but is not in sight", o, nameOf(o))
		}
	}
	for o, stop := range stops {
		if !stop.reached {
			t.Errorf("Tab never reaches %T %s", o, nameOf(o))
		}
	}
	if len(round) == 0 {
		return
	}
	if c.Focused() != round[0] {
		t.Errorf("Tab does not return to %T %s", round[0], nameOf(round[0].(fyne.CanvasObject)))
	}
	back := map[fyne.Focusable]bool{} // Fyne reaches a card before what stands in it both ways, so the order is not quite the reverse
	for range round {
		c.FocusPrevious()
		back[c.Focused()] = true
	}
	if len(back) != len(round) || c.Focused() != round[0] {
		t.Errorf("Shift+Tab reaches %d of %d controls and ends on %T", len(back), len(round), c.Focused())
	}
}

// tabStop is a control that can have the focus.
type tabStop struct {
	seen
	face    bool // it belongs to the face or card, not to the frame round it
	reached bool
}

// comesAfter says whether a stop lies below another in the same column of the face.
func (s *tabStop) comesAfter(other *tabStop) bool {
	a, b := s.area, other.area
	if s.scroll != other.scroll { // what is scrolled away is as far as its scroll's edge
		a, b = s.pulled(), other.pulled()
	}
	return s.face && other.face && b.bottom < a.y-slack && a.x < b.right && b.x < a.right
}

func (s *tabStop) pulled() rect {
	if s.scroll == nil {
		return s.area
	}
	pull := func(y float32) float32 { return max(s.clip.y, min(y, s.clip.bottom)) }
	return rect{s.area.x, pull(s.area.y), s.area.right, pull(s.area.bottom)}
}

// tabStops are the controls of the top layer that can have the focus.
func tabStops(ui *UI) map[fyne.CanvasObject]*tabStop {
	stops := map[fyne.CanvasObject]*tabStop{}
	walkCanvas(ui.win.Canvas(), func(s seen) {
		if _, ok := s.object.(fyne.Focusable); !ok || s.control != s.object {
			return
		}
		if d, ok := s.object.(fyne.Disableable); !ok || !d.Disabled() {
			stops[s.object] = &tabStop{seen: s, face: ui.kiosk != nil || s.card}
		}
	})
	walk(ui.shell.face, fyne.Position{}, seen{}, func(s seen) {
		if stop := stops[s.object]; stop != nil {
			stop.face = true
		}
	})
	return stops
}

// inSight says whether at least a finger's height of a control, or all of it, can be seen.
func inSight(c fyne.Canvas, o fyne.CanvasObject) (yes bool) {
	walkCanvas(c, func(s seen) {
		if s.object == o {
			visible := s.area.cut(s.clip)
			yes = !visible.empty() && visible.bottom-visible.y >= min(kit.Target, s.area.bottom-s.area.y)-slack
		}
	})
	return yes
}

// pressAll presses every button by Enter and by Space.
func pressAll(t *testing.T, c fyne.Canvas) {
	t.Helper()
	for _, b := range every[*kit.Button](c) {
		if b.Disabled() {
			continue
		}
		presses := 0
		b.OnTap = func() { presses++ }
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if presses != 2 {
			t.Errorf("%q was pressed %d times by Enter and Space", b.Text, presses)
		}
	}
}

// TestEscapeClosesCards closes every card by Esc, whatever in it has the focus, and finds the focus where it was.
func TestEscapeClosesCards(t *testing.T) {
	s := newStudio(t, workshop.English, fyne.NewSize(1366, 768), 1, "light")
	cards := 0
	for _, name := range lookNames() {
		s.show(name)
		ui, c := s.ui, s.ui.win.Canvas()
		if ui.modal == nil || !ui.modal.Open() {
			continue
		}
		cards++
		ui.closeCard()
		c.FocusNext()
		before := c.Focused()
		looks()[name].open(ui)
		settle(c.(software.WindowlessCanvas))
		if c.Focused() == nil {
			t.Errorf("%s: nothing in the card has the focus", name)
			continue
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if c.Overlays().Top() != nil {
			t.Errorf("%s: Esc leaves the card open", name)
		}
		if after := c.Focused(); after != before && fmt.Sprintf("%T", after) != "*app.voiceCard" {
			t.Errorf("%s: the focus was on %T and is on %T", name, before, after)
		}
	}
	if cards < 10 {
		t.Errorf("only %d cards were open", cards)
	}
}

// TestTypedTextIsKeptOnLeaving types into a field and leaves by the keys of a command, without leaving the field first.
func TestTypedTextIsKeptOnLeaving(t *testing.T) {
	ui := testUI(t, workshop.English)
	ui.newSession()
	if ui.win.Canvas().Focused() != fieldNamed(t, ui.win.Canvas(), ui.Say("setup.organisation")).Focusable() {
		t.Errorf("a new session begins with the focus on %T", ui.win.Canvas().Focused())
	}
	test.Type(ui.win.Canvas().Focused(), "Harbour School")
	ui.runNamed("go_customers")
	if got := ui.Session().Setup.Organisation; got != "Harbour School" {
		t.Errorf("going to another face kept %q", got)
	}
	ui.Go(Route{Face: FacePrepare})
	team := fieldNamed(t, ui.win.Canvas(), ui.Say("setup.team"))
	ui.win.Canvas().Focus(team.Focusable())
	test.Type(team.Focusable(), "Night shift")
	ui.Home()
	ui.win.Canvas().FocusNext()
	sessions, err := ui.Library.Sessions()
	if err != nil || len(sessions) != 1 || sessions[0].Team != "Night shift" {
		t.Errorf("going home kept %+v (%v)", sessions, err)
	}
}
