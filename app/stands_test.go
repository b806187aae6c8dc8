package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"exceed/app/kit"
	"exceed/workshop"
)

// focusedAt says what has the focus and where it is in the window; found is false where it is not shown.
func focusedAt(ui *UI) (at focusedSpot, found bool) {
	c := ui.win.Canvas()
	settle(c.(software.WindowlessCanvas))
	focused := c.Focused()
	walkCanvas(c, func(s seen) {
		if f, ok := s.object.(fyne.Focusable); ok && f == focused {
			at, found = focusedSpot{fmt.Sprintf("%T", f), s.area}, true
		}
	})
	return at, found
}

type focusedSpot struct {
	what string
	area rect
}

// near says whether it is the same control where a person sees no jump: lists beside what is kept may stand a line off.
func (f focusedSpot) near(other focusedSpot) bool {
	return f.what == other.what && f.area.within(other.area.grown(0, 20))
}

// TestTheFocusStaysThroughUndo goes through every control of the faces on which the group works, takes a change back there
// and does it again.
func TestTheFocusStaysThroughUndo(t *testing.T) {
	long(t)
	at := []Route{{Face: FaceVoices}, {Face: FacePrioritise}}
	for _, part := range planParts() {
		at = append(at, Route{Face: FacePlan, Part: part})
	}
	for _, part := range prepareParts() {
		at = append(at, Route{Face: FacePrepare, Part: part})
	}
	for _, route := range at {
		ui := uiIn(t, workshop.English, 12, workshop.FollowUp)
		if route.Face == FacePrepare {
			ui = uiIn(t, workshop.English, 12, workshop.Prepare)
		}
		for _, name := range []string{"One", "Two", "Three"} { // so that there is always one more each way
			ui.setSetup(func(u *workshop.Setup) { u.Facilitator = name })
		}
		ui.undo()
		ui.Go(route)
		for i := 1; ; i++ {
			c := ui.win.Canvas()
			c.Unfocus()
			for range i {
				c.FocusNext()
			}
			before, _ := focusedAt(ui)
			ui.undo()
			after, shown := focusedAt(ui)
			ui.redo()
			again, _ := focusedAt(ui)
			if !shown || !after.near(before) || !again.near(before) {
				t.Errorf("%v: from %v undo leads to %v and redo to %v", route, before, after, again)
			}
			if c.FocusNext(); i > 150 || c.Focused() == firstFocus(ui) {
				break
			}
		}
	}
}

// firstFocus is the control that Tab begins with.
func firstFocus(ui *UI) fyne.Focusable {
	c := ui.win.Canvas()
	before := c.Focused()
	c.Unfocus()
	c.FocusNext()
	first := c.Focused()
	c.Focus(before)
	return first
}

func TestUndoOfWhatHadTheFocusLeavesItNear(t *testing.T) {
	ui := onPlan(t, workshop.English)
	fillPromise(t, ui, workshop.EmployeeSide)
	tap(t, ui.win.Canvas(), ui.Say("plan.save"))
	ui.undo() // the promise whose button has the focus is gone
	what, shown := focusedAt(ui)
	if _, inFace := kit.SpotOf(ui.shell.face, ui.win.Canvas().Focused()); !shown || !inFace {
		t.Errorf("the focus is on %v", what)
	}
}

// TestUndoTakesBackWhatIsStillTyped begins a word in a field and chooses Undo in the menu.
func TestUndoTakesBackWhatIsStillTyped(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Prepare)
	team := fieldNamed(t, ui.win.Canvas(), ui.Say("setup.team"))
	was := team.Text()
	ui.win.Canvas().Focus(team.Focusable())
	team.Focusable().TypedRune('x')
	ui.undo()
	if got := ui.Session().Setup.Team; got != was {
		t.Errorf("the team is called %q", got)
	}
	if f := fieldNamed(t, ui.win.Canvas(), ui.Say("setup.team")); f.Text() != was || ui.win.Canvas().Focused() != f.Focusable() {
		t.Errorf("the field says %q, and the focus is on %T", f.Text(), ui.win.Canvas().Focused())
	}
}

// TestTheFocusStaysInACardThatIsFilledAnew leaves out a step of the agenda, and clears the parking lot, by keys alone.
func TestTheFocusStaysInACardThatIsFilledAnew(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	c := ui.win.Canvas()
	press := func() { c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	ui.agendaCard()
	button := func(text string) *kit.Button {
		for _, b := range every[*kit.Button](c) {
			if b.Text == text {
				return b
			}
		}
		return nil
	}
	c.Focus(button(ui.Say("agenda.skip")))
	press()
	if _, shown := focusedAt(ui); !shown {
		t.Error("the focus is on a step that is no longer shown")
	}
	ui.closeCard()
	for _, text := range []string{"Coffee", "Rooms"} {
		ui.Change("parking", func(s *workshop.Session) error { return s.Park(text) })
	}
	ui.parkingLot()
	for len(ui.Session().Parking) > 0 {
		left := len(ui.Session().Parking)
		for b, ok := c.Focused().(*kit.Button); !ok || b.Icon == nil; b, ok = c.Focused().(*kit.Button) {
			c.FocusNext()
		}
		press()
		if what, shown := focusedAt(ui); !shown || len(ui.Session().Parking) != left-1 {
			t.Fatalf("with %d left of %d the focus is on %v", len(ui.Session().Parking), left, what)
		}
	}
}

// TestTheFocusStaysWhenTheWindowLooksOtherwise changes language, text size and colours.
func TestTheFocusStaysWhenTheWindowLooksOtherwise(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Prepare)
	ui.win.Canvas().Focus(fieldNamed(t, ui.win.Canvas(), ui.Say("setup.team")).Focusable())
	for _, id := range []string{"next_language", "larger", "variant"} {
		ui.runNamed(id)
		if ui.win.Canvas().Focused() != fieldNamed(t, ui.win.Canvas(), ui.Say("setup.team")).Focusable() {
			t.Errorf("after %s the focus is on %T", id, ui.win.Canvas().Focused())
		}
	}
}
