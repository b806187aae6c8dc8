package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// TestEveryPlusAndMinusChangesTheTextSize sends what keyboards make of Ctrl and the two signs: with Shift, on a key of their
// own, or on the numeric keypad.
func TestEveryPlusAndMinusChangesTheTextSize(t *testing.T) {
	const shift = ctrl | fyne.KeyModifierShift
	for _, press := range []struct {
		key  fyne.KeyName
		mod  fyne.KeyModifier
		want float32
	}{
		{fyne.KeyEqual, ctrl, 1.5},
		{fyne.KeyEqual, shift, 1.5},
		{fyne.KeyPlus, ctrl, 1.5},
		{fyne.KeyPlus, shift, 1.5},
		{fyne.KeyMinus, ctrl, 1},
		{fyne.KeyMinus, shift, 1},
	} {
		deps := testDeps(t, workshop.English)
		deps.Window = newOffscreen(deps.App, fyne.NewSize(1366, 768))
		ui := New(deps)
		ui.prefs.setTextScale(1.25)
		ui.win.Canvas().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: press.key, Modifier: press.mod})
		if got := ui.prefs.textScale(); got != press.want {
			t.Errorf("%v %s: the text has size %v", press.mod, press.key, got)
		}
	}
}

// TestAnUnknownKeyDoesNothing presses a key for which Fyne has no name, as a figure of the keypad, on a face and at home.
func TestAnUnknownKeyDoesNothing(t *testing.T) {
	ui := uiIn(t, workshop.French, 8, workshop.Reveal)
	ui.win.Canvas().Unfocus()
	face := ui.route.Face
	ui.typedKey(&fyne.KeyEvent{Name: fyne.KeyUnknown})
	if ui.route.Face != face || ui.words.Lang() != workshop.French {
		t.Errorf("the key leads from %s to %s, in %s", face, ui.route.Face, ui.words.Lang())
	}
	ui.Home()
	ui.typedKey(&fyne.KeyEvent{Name: fyne.KeyUnknown})
	if ui.words.Lang() != workshop.French {
		t.Errorf("at home the key changes the language to %s", ui.words.Lang())
	}
}

// TestTheLanguageHasAKeyAMenuAndAPlaceAmongTheCommands switches in each of the ways.
func TestTheLanguageHasAKeyAMenuAndAPlaceAmongTheCommands(t *testing.T) {
	deps := testDeps(t, workshop.English)
	deps.Window = newOffscreen(deps.App, fyne.NewSize(1366, 768))
	ui := New(deps)
	next := &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: ctrl | fyne.KeyModifierShift}
	for _, want := range append(assets.Langs()[1:], workshop.English) {
		ui.win.Canvas().(fyne.Shortcutable).TypedShortcut(next)
		if got := ui.words.Lang(); got != want {
			t.Errorf("the key leads to %s, not to %s", got, want)
		}
	}
	for _, l := range []workshop.Lang{workshop.French, workshop.Swahili, workshop.English} {
		for _, menu := range ui.win.MainMenu().Items {
			for _, item := range menu.Items {
				if item.Label != ui.Say("menu.language") {
					continue
				}
				for _, inside := range item.ChildMenu.Items {
					if inside.Label == ui.Say("command.language", "language", assets.LanguageName(l)) && !inside.Disabled {
						inside.Action()
					}
				}
			}
		}
		if got := ui.words.Lang(); got != l {
			t.Errorf("the menu leads to %s, not to %s", got, l)
		}
	}
	for _, l := range []workshop.Lang{workshop.Swahili, workshop.French, workshop.English} {
		ui.palette()
		fill(t, ui.win.Canvas(), ui.Say("palette.find"), assets.LanguageName(l))
		tap(t, ui.win.Canvas(), ui.Say("command.language", "language", assets.LanguageName(l)))
		if got := ui.words.Lang(); got != l {
			t.Errorf("the list of commands leads to %s, not to %s", got, l)
		}
	}
	ui.help()
	if text := said(ui.win.Canvas()); !strings.Contains(text, "Ctrl+Shift+L") || !strings.Contains(text, ui.Say("command.next_language")) {
		t.Errorf("the help does not tell the key:\n%s", text)
	}
}

// TestTheMenuShowsEveryKey looks for the keys alone, too: below each other at the right edge, in the ink of the names and not
// in the faint one that Fyne has for keys.
func TestTheMenuShowsEveryKey(t *testing.T) {
	ui := testUI(t, workshop.English)
	for _, lang := range assets.Langs() {
		ui.SetLanguage(lang)
		ui.newSession()
		right := map[string]float32{}
		for _, m := range ui.items {
			c := m.command
			if c.key == "" {
				if m.item.Label != c.name(ui) {
					t.Errorf("%s: %s is called %q", lang, c.id, m.item.Label)
				}
				continue
			}
			name, key := strings.CutSuffix(m.item.Label, c.keyText())
			if !key || strings.TrimSpace(name) != c.name(ui) || len(name) < len(c.name(ui))+3 {
				t.Errorf("%s: the menu does not show %s of %s: %q", lang, c.keyText(), c.id, m.item.Label)
			}
			if _, faint := m.item.Shortcut.(fyne.KeyboardShortcut); faint || m.item.Shortcut.ShortcutName() != c.combination().ShortcutName() {
				t.Errorf("%s: %s has the key %v", lang, c.id, m.item.Shortcut)
			}
			width := fyne.MeasureText(m.item.Label, ui.App.Settings().Theme().Size(theme.SizeNameText), fyne.TextStyle{}).Width
			if first, known := right[c.menu]; known && (width > first+1 || width < first-1) {
				t.Errorf("%s: the key of %s ends at %v, another at %v", lang, c.id, width, first)
			}
			right[c.menu] = width
		}
	}
}

// TestTheArrowTakesBackOnlyWhatThereIs looks at the undo button, which says whether there is anything to take back.
func TestTheArrowTakesBackOnlyWhatThereIs(t *testing.T) {
	ui := testUI(t, workshop.English)
	ui.newSession()
	undo := func() *kit.Button {
		var found *kit.Button
		walk(ui.shell.top, fyne.Position{}, seen{}, func(s seen) {
			if b, ok := s.object.(*kit.Button); ok && b.Icon != nil && b.Icon.Name() == theme.ContentUndoIcon().Name() {
				found = b
			}
		})
		return found
	}
	if !undo().Disabled() {
		t.Error("with nothing to take back the arrow can be pressed")
	}
	fill(t, ui.win.Canvas(), ui.Say("setup.team"), "Night shift")
	if undo().Disabled() {
		t.Error("a change cannot be taken back by the arrow")
	}
	ui.undo()
	if !undo().Disabled() {
		t.Error("after the last was taken back the arrow can be pressed")
	}
}
