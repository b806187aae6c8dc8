package app

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/identify"
)

// voiceCard is one voice on the board. It is a stop of Tab: Enter opens it, Ctrl with left or right moves it to the
// theme before or after, A takes the suggested theme, H hides it, 1 to 3 say what becomes of it; the mouse drags it to a
// theme.
type voiceCard struct {
	widget.BaseWidget
	board   *voiceBoard
	shows   string // all that the card says: it is used again as long as that stays
	voice   workshop.Voice
	frame   *kit.Panel
	focused bool
	at      fyne.Position // of the pointer while it drags
}

// card is the card of a voice: the one that is there already where nothing changed, else a new one as long as the board
// may still make some; nil then.
func (b *voiceBoard) card(v workshop.Voice) *voiceCard {
	ui := b.ui
	shows := fmt.Sprint(v, ui.Session().Under(v.ID), ui.telling(v), suggestedFor(ui.Session(), v), ui.words.Lang(), ui.prefs.textScale(), ui.prefs.variantName())
	c := ui.cards[v.ID]
	switch {
	case c != nil && c.shows == shows:
		c.board = b
	case b.fresh == 0:
		b.partial = true
		return nil
	default:
		b.fresh--
		c = &voiceCard{board: b, voice: v, shows: shows}
		c.ExtendBaseWidget(c)
		ui.cards[v.ID] = c
	}
	ui.stop(voiceStop(v.ID), c)
	if !b.begun { // reading begins here, not on the rail
		b.begun = true
		ui.stop(firstStop, c)
	}
	return c
}

// voiceStop is the name of a voice's card for refill.
func voiceStop(id int) string { return fmt.Sprintf("voice %d", id) }

// Tapped opens the voice.
func (c *voiceCard) Tapped(*fyne.PointEvent) { c.board.ui.openVoice(c.voice.ID) }

// Cursor is the hand.
func (c *voiceCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Dragged carries the card along.
func (c *voiceCard) Dragged(e *fyne.DragEvent) {
	c.at = e.AbsolutePosition
	c.board.drag(c.voice, c.at)
}

// DragEnd drops the card.
func (c *voiceCard) DragEnd() { c.board.drop(c.voice.ID, c.at) }

// FocusGained shows the focus.
func (c *voiceCard) FocusGained() { c.focused = true; c.Refresh(); kit.IntoSight(c) }

// FocusLost hides it.
func (c *voiceCard) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune does what the sign says, and passes others on.
func (c *voiceCard) TypedRune(r rune) {
	if n, is := kit.Digit(r); is {
		r = rune('0' + n)
	}
	for _, k := range cardKeys() {
		if k.sign == unicode.ToUpper(r) {
			k.do(c.board.ui, c.voice.ID)
			return
		}
	}
	kit.ForwardRune(c, r)
}

// TypedKey opens on Enter and Space, and goes to the next card or the one before on an arrow, so that the card to which the
// keys go is never out of sight. The keys of signs come to TypedRune as well.
func (c *voiceCard) TypedKey(e *fyne.KeyEvent) {
	switch window := c.board.ui.win.Canvas(); {
	case e.Name == fyne.KeyDown:
		window.FocusNext()
	case e.Name == fyne.KeyUp:
		window.FocusPrevious()
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter, e.Name == fyne.KeySpace:
		c.Tapped(nil)
	case slices.ContainsFunc(cardKeys(), func(k cardKey) bool { return fyne.KeyName(k.sign) == e.Name }):
	default:
		kit.Forward(c, e)
	}
}

// TypedShortcut moves with Ctrl and an arrow. Of the menu's combinations only Ctrl+Z and Ctrl+Y come here, under names that
// the driver has for them.
func (c *voiceCard) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut.(type) {
	case *fyne.ShortcutUndo:
		c.board.ui.runNamed("undo")
	case *fyne.ShortcutRedo:
		c.board.ui.runNamed("redo")
	}
	keys, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || keys.Modifier != ctrl {
		return
	}
	switch keys.KeyName {
	case fyne.KeyLeft, fyne.KeyUp:
		c.board.ui.stepVoice(c.voice.ID, -1)
	case fyne.KeyRight, fyne.KeyDown:
		c.board.ui.stepVoice(c.voice.ID, 1)
	}
}

// CreateRenderer is Fyne's.
func (c *voiceCard) CreateRenderer() fyne.WidgetRenderer {
	ui := c.board.ui
	text := kit.VStack(kit.S, kit.Body(c.voice.Text))
	for _, v := range ui.Session().Under(c.voice.ID) {
		text.Add(kit.Small("+  " + v.Text))
	}
	if hints := ui.telling(c.voice); len(hints) > 0 {
		text.Add(kit.HStack(kit.S, kit.NewBadge(ui.Say("voices.telling", "words", shorten(strings.Join(hints, ", "), 40)), theme.ColorNameWarning)))
	}
	if c.voice.Fate.Kind != workshop.Undecided {
		text.Add(kit.HStack(kit.S, kit.NewBadge(ui.fateName(c.voice.Fate.Kind), fateInk(c.voice.Fate.Kind))))
	}
	if key := suggestedFor(ui.Session(), c.voice); key != "" {
		label := ui.Say("voices.take", "theme", ui.themeName(key))
		if ui.largeText() {
			label = ui.themeName(key) + "  (A)"
		}
		take := kit.NewTile(label, kit.Plain, func() { ui.takeSuggestion(c.voice.ID) })
		text.Add(kit.HStack(kit.S, take))
	}
	hide := kit.NewTile("", kit.Quiet, func() { ui.hideVoice(c.voice.ID) })
	hide.Icon = theme.VisibilityOffIcon()
	c.frame = kit.NewPanel(kit.ColorSoft, theme.ColorNamePrimary, 12)
	c.frame.Hide()
	card := container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorLine, 12), c.frame,
		kit.Border(nil, nil, nil, container.NewVBox(hide), kit.Inset(12, kit.M, text)))
	return &voiceCardRenderer{widget.NewSimpleRenderer(card), c}
}

// telling are the passages of a voice, and of those merged into it, that could identify somebody, as far as they were
// looked for.
func (ui *UI) telling(v workshop.Voice) []string {
	var passages []string
	for _, w := range append([]workshop.Voice{v}, ui.Session().Under(v.ID)...) {
		for _, hint := range ui.hints[w.Text] {
			if !slices.Contains(passages, hint.Text) {
				passages = append(passages, hint.Text)
			}
		}
	}
	return passages
}

// lookForHints looks aside, and once only, for what identifies in the voices, and shows the board again when that is
// done. It takes a moment for many voices.
func (ui *UI) lookForHints() {
	var texts []string
	for _, v := range ui.Session().Voices {
		if _, known := ui.hints[v.Text]; !known {
			texts = append(texts, v.Text)
		}
	}
	if len(texts) == 0 {
		return
	}
	found := map[string][]identify.Hint{}
	keep := func() {
		if ui.hints == nil {
			ui.hints = map[string][]identify.Hint{}
		}
		maps.Copy(ui.hints, found)
	}
	if ui.soon(func() {
		for _, text := range texts {
			found[text] = identify.Find(text)
		}
	}, ui.onBoard(func() {
		keep()
		ui.refill("")
	})) {
		keep()
	}
}

// onBoard is f, but does nothing once the board of the session that is open now is no longer shown.
func (ui *UI) onBoard(f func()) func() {
	room := ui.room
	return func() {
		if ui.room == room && ui.route.Face == FaceVoices {
			f()
		}
	}
}

type voiceCardRenderer struct {
	fyne.WidgetRenderer
	card *voiceCard
}

func (r *voiceCardRenderer) Refresh() {
	if r.card.focused {
		r.card.frame.Show()
	} else {
		r.card.frame.Hide()
	}
	r.WidgetRenderer.Refresh()
}
