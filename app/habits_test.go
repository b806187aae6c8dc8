package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/exchange"
)

// This file holds the window to the habits that people bring from other programs.

// TestNoFaceIsMoreThanTwoActionsAway goes from every face of a session to every other: by one click on the rail, by one
// key, or, where it has neither, by the menu. From all sessions it takes one more, which opens the session.
func TestNoFaceIsMoreThanTwoActionsAway(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.FollowUp)
	for _, from := range rail() {
		for _, to := range rail() {
			ui.Go(Route{Face: from.face})
			if from.face != to.face {
				test.Tap(railButton(t, ui, to.face))
			}
			if ui.route.Face != to.face {
				t.Errorf("a click on the rail leads from %s to %s, not to %s", from.face, ui.route.Face, to.face)
			}
			ui.Go(Route{Face: from.face})
			ui.runNamed("go_" + string(to.face))
			if ui.route.Face != to.face {
				t.Errorf("a key leads from %s to %s, not to %s", from.face, ui.route.Face, to.face)
			}
		}
		ui.Go(Route{Face: from.face})
		if item := itemNamed(t, ui, ui.Say("command.receipt")); item.Disabled {
			t.Errorf("the menu does not lead from %s to the receipt", from.face)
		} else if item.Action(); ui.route.Face != FaceReceipt {
			t.Errorf("the menu leads from %s to %s, not to the receipt", from.face, ui.route.Face)
		}
	}
	for _, c := range commands() {
		face, leads := strings.CutPrefix(c.id, "go_")
		if !leads {
			continue
		}
		if c.shortcut() == nil {
			t.Errorf("%s has no key", c.id)
		}
		if text := railButton(t, ui, Face(face)).Text; !strings.HasPrefix(text, " ") && "Ctrl+"+text[:1] != c.keyText() {
			t.Errorf("the rail says %q, and the key is %s", text, c.keyText())
		}
	}
	ui.runNamed("home")
	if ui.route.Face != FaceHome {
		t.Error("a key does not lead home")
	}
}

// TestAFaceIsAsItWasLeft goes away from each part of a face and back, by a click on the rail and by a key.
func TestAFaceIsAsItWasLeft(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.FollowUp)
	for _, left := range []Route{
		{Face: FaceReveal, Step: 4},
		{Face: FaceReveal, Step: 1, Part: tablePart},
		{Face: FaceTrend, Step: 2},
		{Face: FacePlan, Part: "contract"},
		{Face: FacePrepare, Part: "agenda"},
		{Face: FaceVoices, Part: partHidden},
	} {
		for way, back := range map[string]func(){
			"the rail": func() { test.Tap(railButton(t, ui, left.Face)) },
			"the key":  func() { ui.runNamed("go_" + string(left.Face)) },
		} {
			ui.Go(left)
			ui.Go(Route{Face: FaceReport})
			if back(); ui.route != left {
				t.Errorf("%s leads back to %v, not to %v", way, ui.route, left)
			}
		}
	}
	ui.enter(rehearsed(t, workshop.English, 12, workshop.FollowUp))
	if ui.Visit(FaceReveal); ui.route != (Route{Face: FaceReveal}) {
		t.Errorf("another session begins on %v", ui.route)
	}
}

func TestTheRevealBeginsAtItsFirstStep(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	ui.Go(Route{Face: FaceReveal, Step: 4})
	ui.MoveTo(workshop.Prioritise)
	if ui.Visit(FaceReveal); ui.route.Step != 4 {
		t.Errorf("going back leads to step %d", ui.route.Step)
	}
	ui.MoveTo(workshop.Reveal)
	if ui.route.Step != 0 {
		t.Errorf("revealing leads to step %d", ui.route.Step)
	}
}

// railButton is the button of a face on the rail, by its place.
func railButton(t *testing.T, ui *UI, face Face) *kit.Button {
	t.Helper()
	var found *kit.Button
	walk(ui.shell.side, fyne.Position{}, seen{}, func(s seen) {
		if b, ok := s.object.(*kit.Button); ok && strings.HasSuffix(b.Text, "  "+ui.Say("face."+string(face))) {
			found = b
		}
	})
	if found == nil || found.Disabled() {
		t.Fatalf("the rail does not lead to %s", face)
	}
	return found
}

// itemNamed is an item of the menu bar, by its name without its key.
func itemNamed(t *testing.T, ui *UI, label string) *fyne.MenuItem {
	t.Helper()
	var labels []string
	for _, menu := range ui.win.MainMenu().Items {
		for _, item := range menu.Items {
			name, _, _ := strings.Cut(item.Label, "   ")
			if name == label {
				return item
			}
			labels = append(labels, name)
		}
	}
	t.Fatalf("no menu item %q among %q", label, labels)
	return nil
}

func TestTheMenuSaysWhatUndoTakesBack(t *testing.T) {
	ui := testUI(t, workshop.English)
	if !itemNamed(t, ui, ui.Say("command.undo")).Disabled || !itemNamed(t, ui, ui.Say("command.save_copy")).Disabled {
		t.Error("without a session there is nothing to take back or to copy")
	}
	ui.newSession()
	fill(t, ui.win.Canvas(), ui.Say("setup.team"), "Night shift")
	undo := itemNamed(t, ui, ui.Say("command.undo_what", "what", ui.Say("undo.setup")))
	if undo.Disabled {
		t.Fatal("a change cannot be taken back")
	}
	undo.Action()
	if ui.Session().Setup.Team != "" {
		t.Error("the change was not taken back")
	}
	redo := itemNamed(t, ui, ui.Say("command.redo_what", "what", ui.Say("undo.setup")))
	redo.Action()
	if ui.Session().Setup.Team != "Night shift" {
		t.Error("the change was not done again")
	}
}

// TestCtrlZTakesBack sends what the desktop driver makes of Ctrl+Z and Ctrl+Y, which is not the combination of keys.
func TestCtrlZTakesBack(t *testing.T) {
	deps := testDeps(t, workshop.English)
	deps.Window = newOffscreen(deps.App, fyne.NewSize(1366, 768))
	ui := New(deps)
	ui.newSession()
	fill(t, ui.win.Canvas(), ui.Say("setup.team"), "Night shift")
	window := ui.win.Canvas().(fyne.Shortcutable)
	window.TypedShortcut(&fyne.ShortcutUndo{})
	if team := ui.Session().Setup.Team; team != "" {
		t.Errorf("after Ctrl+Z the team is %q", team)
	}
	window.TypedShortcut(&fyne.ShortcutRedo{})
	if team := ui.Session().Setup.Team; team != "Night shift" {
		t.Errorf("after Ctrl+Y the team is %q", team)
	}
}

func TestRecentSessionsOpen(t *testing.T) {
	ui := testUI(t, workshop.English)
	ui.recentCard()
	if !strings.Contains(said(ui.win.Canvas()), ui.Say("recent.none")) {
		t.Error("an empty list does not say so")
	}
	ui.closeCard()
	for _, team := range []string{"Front desk", "Night shift"} {
		ui.newSession()
		fill(t, ui.win.Canvas(), ui.Say("setup.team"), team)
	}
	ui.Home()
	ui.recentCard()
	list := every[*kit.Button](ui.win.Canvas())
	var names []string
	for _, b := range list {
		if strings.Contains(b.Text, "2026") && b.Left {
			names = append(names, b.Text)
		}
	}
	if len(names) != 2 || !strings.HasPrefix(names[0], "Night shift") {
		t.Fatalf("listed are %q", names)
	}
	tap(t, ui.win.Canvas(), names[1])
	if ui.Session().Setup.Team != "Front desk" {
		t.Errorf("opened %q", ui.Session().Setup.Team)
	}
}

func TestEscapeClosesAFoldedOutListBeforeItsCard(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Planning)
	c := ui.win.Canvas()
	ui.editPromise(workshop.Promise{Theme: ui.Session().Themes[0].Key, Side: workshop.EmployeeSide})
	pick := every[*kit.Pick](c)[0]
	fold := func() {
		c.Focus(pick.Focusable())
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if len(c.Overlays().List()) != 2 {
			t.Fatal("Space does not fold the list out")
		}
	}
	fold()
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(c.Overlays().List()) != 1 || c.Focused() != pick.Focusable() {
		t.Fatal("Esc in the list does not close it alone")
	}
	fold()
	c.Unfocus() // as a click beside it does
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(c.Overlays().List()) != 1 {
		t.Fatal("Esc beside the list does not close it alone")
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c.Overlays().Top() != nil {
		t.Error("Esc does not close the card")
	}
}

func TestFileCardsRememberTheirFolder(t *testing.T) {
	ui := testUI(t, workshop.English)
	ui.Documents = t.TempDir()
	elsewhere := t.TempDir()
	var chosen string
	field := func() *kit.Field {
		ui.chooseFile("", "open", nil, func(path string) { chosen = path })
		return fieldNamed(t, ui.win.Canvas(), ui.Say("file.path"))
	}
	if got := field().Text(); filepath.Clean(got) != ui.Documents {
		t.Errorf("the first card begins in %q", got)
	}
	fill(t, ui.win.Canvas(), ui.Say("file.path"), filepath.Join(elsewhere, "a.exceed"))
	tap(t, ui.win.Canvas(), ui.Say("button.ok"))
	if chosen != filepath.Join(elsewhere, "a.exceed") {
		t.Errorf("chose %q", chosen)
	}
	if got := field().Text(); filepath.Clean(got) != elsewhere {
		t.Errorf("the next card begins in %q", got)
	}
	typed := fieldNamed(t, ui.win.Canvas(), ui.Say("file.path"))
	test.Type(typed.Focusable(), "b.exceed")
	if got := typed.Text(); got != filepath.Join(elsewhere, "b.exceed") {
		t.Errorf("a name typed after the folder makes %q", got)
	}
}

func TestFoldersCanBeLookedThrough(t *testing.T) {
	ui := testUI(t, workshop.English)
	ui.Documents = t.TempDir()
	typed := filepath.Join(t.TempDir(), "typed")
	if err := os.Mkdir(typed, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, ask := range map[string]func(){
		"a file to open":  func() { ui.chooseFile("", "open", []string{".csv"}, func(string) {}) },
		"a file to write": func() { ui.nameFile("", "export", "plan.pdf", func(string) {}) },
	} {
		ask()
		card := ui.win.Canvas().Overlays().Top()
		fieldNamed(t, ui.win.Canvas(), ui.Say("file.path")).SetText(filepath.Join(typed, "plan.pdf"))
		tap(t, ui.win.Canvas(), ui.Say("file.browse"))
		if here := slices.ContainsFunc(every[*widget.Button](ui.win.Canvas()), func(b *widget.Button) bool { return b.Text == "typed" }); !here {
			t.Errorf("%s: it does not begin in the folder that was typed", name)
		}
		if ui.win.Canvas().Overlays().Top() == card {
			t.Errorf("%s: no folder is shown over the card", name)
		}
		if len(every[*widget.List](ui.win.Canvas())) < 2 { // favourites are the other
			t.Errorf("%s: files are shown as tiles, which break their names", name)
		}
		for ui.win.Canvas().Overlays().Top() != nil {
			ui.win.Canvas().Overlays().Remove(ui.win.Canvas().Overlays().Top())
		}
	}
}

func TestAColumnWithAThemeIsTaken(t *testing.T) {
	ui := uiIn(t, workshop.English, 6, workshop.Prepare)
	sheet, err := exchange.ReadSheet(t.Context(), strings.NewReader("Number,Speed\n1,-1\n2,2\n"))
	if err != nil {
		t.Fatal(err)
	}
	ui.sheet = &sheetImport{sheet: sheet, mapping: make(exchange.Mapping, 2)}
	ui.Go(Route{Face: FaceCustomers, Part: sheetPart})
	picks := every[*kit.Pick](ui.win.Canvas())[2:] // those of the second column
	picks[1].Choose(1)
	if got := ui.sheet.mapping[1]; got.Use != exchange.Standing || got.Theme != ui.Session().Themes[1].Key {
		t.Errorf("the column tells %+v", got)
	}
	picks[0].Choose(slices.Index(exchange.Uses(), exchange.Ignore))
	if ui.sheet.mapping[1].Use != exchange.Ignore {
		t.Error("a column with a theme cannot be left out")
	}
}

// asked is a library that only notes which file it should open.
type asked struct {
	workshop.Library
	path string
}

func (a *asked) Open(path string) (workshop.Store, error) {
	a.path = path
	return nil, workshop.ErrNotFound.With("path", path)
}

func TestADroppedSessionOpens(t *testing.T) {
	ui := testUI(t, workshop.English)
	library := &asked{Library: ui.Library}
	ui.Library = library
	path := filepath.Join(t.TempDir(), "night shift.exceed")
	ui.drop([]fyne.URI{storage.NewFileURI(path)})
	if library.path != path {
		t.Errorf("opened %q", library.path)
	}
}

func TestSealingIsNextOnceAllAreThrough(t *testing.T) {
	for people, next := range map[int]string{12: "collect.seal", 11: "collect.hand_over"} {
		ui := uiIn(t, workshop.English, people, workshop.Collect)
		ui.setSetup(func(u *workshop.Setup) { u.Expected = 12 })
		ui.Reload()
		if main := findPrimary(ui.shell.face); main == nil || main.Text != ui.Say(next) {
			t.Errorf("with %d of 12 the main button is %v", people, main)
		}
	}
}

func TestEnterGoesThroughTheCardThatAsksWhy(t *testing.T) {
	ui := onPriorities(t, workshop.English)
	order := inFocusOrder(ui.Session().Compare())
	test.Tap(rows(ui)[len(order)-1].choose)
	tap(t, ui.win.Canvas(), ui.Say("prioritise.on"))
	open := ui.Session().Priorities.Unexplained(ui.Session().Compare())
	for range open {
		test.Type(ui.win.Canvas().Focused(), "next year")
		ui.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if len(open) == 0 || ui.Session().State != workshop.Planning {
		t.Errorf("%d words and as many Enters lead to %s", len(open), ui.Session().State)
	}
}

// TestDownShowsTheRestBeforeTheNextStep reads a step whose notes scroll, because text is large, by keys alone.
func TestDownShowsTheRestBeforeTheNextStep(t *testing.T) {
	ui := uiIn(t, workshop.French, 12, workshop.Reveal)
	ui.win.Resize(fyne.NewSize(1366, 768))
	ui.prefs.setTextScale(1.75)
	ui.applyLook()
	ui.rebuild()
	settle(ui.win.Canvas().(software.WindowlessCanvas))
	down := func() { ui.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDown}) }
	down()
	scroll := ui.place.scroll
	if scroll == nil || scroll.Offset.Y == 0 || ui.route.Step != 0 {
		t.Fatalf("the first Down leads to step %d and leaves the rest unseen", ui.route.Step)
	}
	for range 5 {
		if rest := scroll.Content.Size().Height - scroll.Size().Height - scroll.Offset.Y; ui.route.Step == 1 && rest > slack {
			t.Fatalf("%.0f were never seen", rest)
		}
		if ui.route.Step == 0 {
			down()
		}
	}
	if ui.route.Step != 1 {
		t.Errorf("Down ends on step %d", ui.route.Step)
	}
}

func TestKeysScrollTheCardAndNotTheFaceBehindIt(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	ui.win.Resize(fyne.NewSize(1366, 768))
	ui.Go(Route{Face: FacePrepare, Part: "themes"})
	ui.help()
	before := ui.place.scroll.Offset
	list := firstOf[*container.Scroll](ui.win.Canvas().Overlays().Top())
	for inner := list; inner != nil; inner = firstOf[*container.Scroll](inner.Content) {
		list = inner
	}
	press := func(key fyne.KeyName) { ui.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key}) }
	if press(fyne.KeyDown); list.Offset.Y == 0 {
		t.Error("Down does not scroll the help")
	}
	for range 5 {
		press(fyne.KeyUp)
	}
	if list.Offset.Y != 0 {
		t.Errorf("Up leaves the help at %v", list.Offset.Y)
	}
	if ui.place.scroll.Offset != before {
		t.Errorf("the face behind the card went from %v to %v", before, ui.place.scroll.Offset)
	}
}

// TestAMessageGoesWithItsFace shows a problem, goes on a step of the same face, and then to another face.
func TestAMessageGoesWithItsFace(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	ui.Problem("Choose another file.")
	ui.revealStep(1)
	if !strings.Contains(said(ui.win.Canvas()), "Choose another file.") {
		t.Error("the message is gone before its face")
	}
	ui.Visit(FaceVoices)
	if strings.Contains(said(ui.win.Canvas()), "Choose another file.") {
		t.Error("the message lies over the next face")
	}
}
