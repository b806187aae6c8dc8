package app

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
	"exceed/workshop"
)

// largeFrench is how a window looks to somebody who reads French at 150 % on a small laptop.
func largeFrench(t *testing.T, ui *UI) software.WindowlessCanvas {
	t.Helper()
	ui.win.Resize(fyne.NewSize(1366, 768))
	ui.prefs.setTextScale(1.5)
	ui.applyLook()
	ui.rebuild()
	return ui.win.Canvas().(software.WindowlessCanvas)
}

// TestCommandsLeaveAnOpenCardAsItIs: what was typed in a card outlives help and the parking lot, and nothing changes the
// session or the face behind it.
func TestCommandsLeaveAnOpenCardAsItIs(t *testing.T) {
	ui := onPlan(t, workshop.English)
	c := ui.win.Canvas()
	fillPromise(t, ui, workshop.EmployeeSide)
	owner := fieldNamed(t, c, ui.Say("promise.owner"))
	for name, open := range map[string]func(){
		"help":       func() { c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1}) },
		"help twice": func() { ui.runNamed("help"); ui.runNamed("help") },
		"parking":    func() { ui.runNamed("park") },
		"both":       func() { ui.runNamed("help"); ui.runNamed("park") },
	} {
		c.Focus(owner.Focusable())
		open()
		if len(c.Overlays().List()) != 2 {
			t.Fatalf("%s: %d cards are open", name, len(c.Overlays().List()))
		}
		ui.escape()
		if len(c.Overlays().List()) != 1 || fieldNamed(t, c, ui.Say("promise.owner")).Text() != "Head of desk" || c.Focused() != owner.Focusable() {
			t.Errorf("%s: the promise that was being written is gone", name)
		}
	}
	before, face := ui.Session().Plan, ui.route.Face
	for _, id := range []string{"undo", "new", "home", "palette", "recent", "go_" + string(FaceReveal)} {
		ui.runNamed(id)
		if len(c.Overlays().List()) != 1 || ui.room == nil || ui.route.Face != face || len(ui.Session().Plan.Promises) != len(before.Promises) {
			t.Fatalf("%s ran behind the card", id)
		}
	}
	ui.escape()
	if !strings.Contains(said(c), ui.Say("form.lose.title")) {
		t.Fatal("Esc throws away what was typed without a question")
	}
	ui.escape()
	if text := fieldNamed(t, c, ui.Say("promise.owner")).Text(); text != "Head of desk" {
		t.Fatalf("after the question the owner is %q", text)
	}
	ui.escape()
	tap(t, c, ui.Say("form.lose.yes"))
	if ui.hasCard() {
		t.Error("the card stays")
	}
	ui.runNamed("go_" + string(FaceReveal))
	if ui.route.Face != FaceReveal {
		t.Error("without a card the command does not run")
	}
}

// TestCtrlEnterLeadsOn: the main button of the card in front, else of the face, wherever the focus is.
func TestCtrlEnterLeadsOn(t *testing.T) {
	deps := testDeps(t, workshop.English)
	deps.Window = newOffscreen(deps.App, fyne.NewSize(1366, 768))
	ui := New(deps)
	ui.enter(rehearsed(t, workshop.English, 12, workshop.Planning))
	ui.Change("plan", func(s *workshop.Session) error { s.Plan = workshop.Plan{}; return nil })
	ui.Reload()
	c := ui.win.Canvas()
	ctrlEnter := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: ctrl}
	window := c.(fyne.Shortcutable)
	fillPromise(t, ui, workshop.EmployeeSide)
	fill(t, c, ui.Say("promise.owner"), "")
	c.Focus(fieldNamed(t, c, ui.Say("promise.what")).Focusable())
	window.TypedShortcut(ctrlEnter)
	if !ui.hasCard() || !strings.Contains(said(c), ui.Say("promise.owner.problem")) {
		t.Fatal("a promise without an owner was not refused")
	}
	fill(t, c, ui.Say("promise.owner"), "Head of desk")
	window.TypedShortcut(ctrlEnter)
	if ui.hasCard() || len(ui.Session().Plan.Promises) != 1 {
		t.Fatal("the promise was not kept")
	}
	window.TypedShortcut(ctrlEnter)
	if !strings.Contains(said(c), ui.Say("contract.how")) {
		t.Errorf("the face did not lead on:\n%s", said(c))
	}
}

func TestEscapeClosesAMessageBeforeItGoesBack(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Planning)
	ui.Go(Route{Face: FaceReport})
	ui.Problem("Three at most.")
	ui.escape()
	if strings.Contains(said(ui.win.Canvas()), "Three at most.") || ui.route.Face != FaceReport {
		t.Error("Esc does not close the message alone")
	}
}

// TestARefusalGoesOnceSomethingWorks, while other messages stay until they are closed.
func TestARefusalGoesOnceSomethingWorks(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Planning)
	refused := workshop.ErrWrongKey
	shows := func() bool { return strings.Contains(said(ui.win.Canvas()), ui.words.Explain(refused)) }
	if ui.Change("plan", func(*workshop.Session) error { return refused }); !shows() {
		t.Fatal("a refusal is not said")
	}
	if ui.Change("plan", func(*workshop.Session) error { return nil }); shows() {
		t.Error("the refusal stays after something worked")
	}
	ui.Problem(ui.words.Explain(refused))
	if ui.Change("plan", func(*workshop.Session) error { return nil }); !shows() {
		t.Error("a message went away by itself")
	}
}

// TestThePassphraseIsInSight: the field in which one types, and what is said of a wrong one.
func TestThePassphraseIsInSight(t *testing.T) {
	ui := answered(t, workshop.French)
	c := largeFrench(t, ui)
	ui.MoveTo(workshop.Sealed)
	settle(c)
	field := fieldNamed(t, c, ui.Say("sealed.passphrase"))
	if c.Focused() != field.Focusable() || !wholeInSight(c, field) {
		t.Error("the field for the passphrase cannot be seen")
	}
	ui.reveal("not that one", field)
	settle(c)
	field = fieldNamed(t, c, ui.Say("sealed.passphrase"))
	if text := ui.words.Explain(workshop.ErrWrongKey); !strings.Contains(said(c), text) || !wholeInSight(c, field) {
		t.Errorf("that the passphrase is wrong cannot be seen:\n%s", said(c))
	}
}

// TestWhatWasNeverDrawnComesIntoSight: in a real window the driver knows a control only once it was drawn, as it knows
// none of this one.
func TestWhatWasNeverDrawnComesIntoSight(t *testing.T) {
	deps := testDeps(t, workshop.French)
	deps.Window = newOffscreen(deps.App, fyne.NewSize(1366, 768))
	ui := New(deps)
	ui.enter(rehearsed(t, workshop.French, 12, workshop.Planning))
	c := largeFrench(t, ui)
	ui.Go(Route{Face: FacePlan})
	promises := ui.Session().Plan.Promises
	for _, p := range []workshop.Promise{promises[len(promises)-1], promises[0]} {
		ui.refill(promiseStop(p.ID))
		settle(c)
		if o, ok := c.Focused().(*kit.Button); !ok || !wholeInSight(c, o) {
			t.Errorf("the promise %d that has the focus cannot be seen", p.ID)
		}
	}
}

// wholeInSight says whether all of a control can be seen.
func wholeInSight(c fyne.Canvas, o fyne.CanvasObject) (yes bool) {
	walkCanvas(c, func(s seen) {
		if s.object == o {
			yes = s.area.y >= s.clip.y-slack && s.area.bottom <= s.clip.bottom+slack
		}
	})
	return yes
}

// TestTheFocusComesAlongOnTheBoard scrolls away from the card that has the focus, and then uses it.
func TestTheFocusComesAlongOnTheBoard(t *testing.T) {
	ui := onVoices(t, workshop.French)
	c := largeFrench(t, ui)
	settle(c)
	id, _ := twoVoices(t, ui)
	c.Focus(cardOf(ui, id))
	for _, act := range []func(){
		func() { ui.stepVoice(id, 1) },
		func() { ui.refill(voiceStop(id)) },
	} {
		for range 40 {
			ui.scrollFace(1)
		}
		act()
		settle(c)
		if o, ok := c.Focused().(*voiceCard); !ok || !wholeInSight(c, o) {
			t.Error("the card that has the focus cannot be seen")
		}
	}
}

func TestAfterAnExportTheFocusIsWhereItWas(t *testing.T) {
	dir := t.TempDir()
	ui := reportIn(t, workshop.English, workshop.Planning, dir)
	c := ui.win.Canvas()
	for _, key := range []string{"report.csv", "report.pdf"} {
		export(t, ui, key, filepath.Join(dir, key))
		if b, ok := c.Focused().(*kit.Button); !ok || b.Text != ui.Say(key) {
			t.Errorf("after %s the focus is on %v", key, c.Focused())
		}
	}
}

// TestMoneyIsWrittenAsTheLanguageDoes: the sum of the plan and what the charts say.
func TestMoneyIsWrittenAsTheLanguageDoes(t *testing.T) {
	for lang, want := range map[workshop.Lang]string{workshop.English: "EUR 500", workshop.French: "500 EUR"} {
		ui := uiIn(t, lang, 12, workshop.Planning)
		ui.Change("plan", func(s *workshop.Session) error {
			s.Setup.Currency, s.Leaders.Investment.Currency = "EUR", ""
			return nil
		})
		if got := ui.effortWords(workshop.Effort{Money: 500}); strings.ReplaceAll(got, "\u00a0", " ") != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// TestTheOwnerAgreesLast: by Tab all that the owner agrees to comes before the word that is given for it.
func TestTheOwnerAgreesLast(t *testing.T) {
	ui := onPlan(t, workshop.English)
	fillPromise(t, ui, workshop.EmployeeSide)
	c := ui.win.Canvas()
	agree := every[*kit.Check](c)[0]
	c.Focus(fieldNamed(t, c, ui.Say("promise.what")).Focusable())
	passed := map[fyne.Focusable]bool{}
	for range 20 {
		if c.Focused() == fyne.Focusable(agree) {
			break
		}
		passed[c.Focused()] = true
		c.FocusNext()
	}
	for _, key := range []string{"what", "owner", "due", "measure", "from", "to"} {
		if !passed[fieldNamed(t, c, ui.Say("promise."+key)).Focusable()] {
			t.Errorf("%q comes after the owner has agreed", key)
		}
	}
}

// TestMarksStandBesideTheFirstLine holds the middle of a mark to that of the first line of its text.
func TestMarksStandBesideTheFirstLine(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		ui := uiIn(t, workshop.English, 12, workshop.Planning)
		c := largeFrench(t, ui)
		ui.prefs.setTextScale(scale)
		ui.applyLook()
		ui.Go(Route{Face: FaceReport})
		settle(c)
		line := fyne.MeasureText("x", ui.App.Settings().Theme().Size(kit.SizeBody), fyne.TextStyle{}).Height
		var mark, text *rect
		walkCanvas(c, func(s seen) {
			switch s.object.(type) {
			case *kit.Check:
				mark, text = nil, nil
			case *widget.Icon:
				mark = &s.area
			case *kit.Text:
				text = &s.area
			}
			if mark == nil || text == nil {
				return
			}
			if gap := (mark.y+mark.bottom)/2 - (text.y + line/2); gap < -1.5 || gap > 1.5 {
				t.Errorf("at %.0f %% a mark stands %.1f below the middle of its line", 100*scale, gap)
			}
			mark, text = nil, nil
		})
	}
}

// TestEscLeavesAFormThatNobodyWroteInto closes it at once, and the question about one form does not follow into another card.
func TestEscLeavesAFormThatNobodyWroteInto(t *testing.T) {
	ui := onPlan(t, workshop.English)
	ui.editPromise(workshop.Promise{Theme: ui.Session().Priorities.Focus[0], Side: workshop.EmployeeSide, Kind: workshop.Start})
	ui.escape()
	if ui.hasCard() {
		t.Error("Esc asks about an empty card")
	}
	fillPromise(t, ui, workshop.EmployeeSide)
	ui.closeCard()
	ui.runNamed("palette")
	ui.escape()
	if ui.hasCard() {
		t.Error("Esc asks about a card that is no form")
	}
}
