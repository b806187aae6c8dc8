package app

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// onVoices is a window on the voices of a session of twelve.
func onVoices(t *testing.T, lang workshop.Lang) *UI {
	t.Helper()
	ui := uiIn(t, lang, 12, workshop.Reveal)
	ui.Go(Route{Face: FaceVoices})
	return ui
}

// cardOf is the card of a voice, nil where none is shown.
func cardOf(ui *UI, id int) *voiceCard {
	for _, c := range every[*voiceCard](ui.win.Canvas()) {
		if c.voice.ID == id {
			return c
		}
	}
	return nil
}

// twoVoices are the IDs of two voices that stand for themselves.
func twoVoices(t *testing.T, ui *UI) (a, b int) {
	t.Helper()
	var ids []int
	for _, v := range ui.Session().Voices {
		if !v.Hidden && v.Into == 0 && len(ui.Session().Under(v.ID)) == 0 {
			ids = append(ids, v.ID)
		}
	}
	if len(ids) < 2 {
		t.Fatal("the rehearsal shows fewer than two voices")
	}
	return ids[0], ids[1]
}

func voice(ui *UI, id int) workshop.Voice {
	v, _ := ui.Session().Voice(id)
	return v
}

// pickNamed chooses an option of the pick with that label by its text.
func pickNamed(t *testing.T, c fyne.Canvas, label, option string) {
	t.Helper()
	for _, p := range every[*kit.Pick](c) {
		if p.Label() != label {
			continue
		}
		for i, o := range p.Options() {
			if o == option {
				p.Choose(i)
				return
			}
		}
		t.Fatalf("%q does not offer %q but %q", label, option, p.Options())
	}
	t.Fatalf("no pick %q", label)
}

// TestVoicesBeginWithTheirCards finds the focus on the first card, and brings it back there by a key that the help tells.
func TestVoicesBeginWithTheirCards(t *testing.T) {
	ui := onVoices(t, workshop.English)
	c := ui.win.Canvas()
	first := every[*voiceCard](c)[0]
	if c.Focused() != fyne.Focusable(first) {
		t.Errorf("the focus is on %T", c.Focused())
	}
	tap(t, c, ui.Say("voices.all")+"   "+ui.words.Number(float64(len(every[*voiceCard](c))), 0)) // a line of the rail keeps the focus
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyC})
	if c.Focused() != fyne.Focusable(first) {
		t.Errorf("after C the focus is on %T", c.Focused())
	}
	ui.help()
	if text := said(c); !strings.Contains(text, ui.Say("command.first_card")) {
		t.Errorf("the help does not tell the key:\n%s", text)
	}
}

func TestEveryShownVoiceHasACard(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := onVoices(t, lang)
		text := said(ui.win.Canvas())
		for _, v := range ui.Session().Voices {
			if shown := strings.Contains(text, v.Text); shown == v.Hidden {
				t.Errorf("%s: hidden %v, on the board %v: %q", lang, v.Hidden, shown, v.Text)
			}
		}
	}
}

func TestVoiceMovesByKeyAndBack(t *testing.T) {
	ui := onVoices(t, workshop.English)
	id, _ := twoVoices(t, ui)
	before := voice(ui, id).Theme
	first := ui.Session().Themes[0].Key
	ui.moveVoice(id, "")
	right := &desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault}
	cardOf(ui, id).TypedShortcut(right)
	if got := voice(ui, id).Theme; got != first {
		t.Fatalf("moved to %q, not to the first theme", got)
	}
	if ui.win.Canvas().Focused() != fyne.Focusable(cardOf(ui, id)) {
		t.Error("the card that moved has lost the focus")
	}
	cardOf(ui, id).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierShortcutDefault})
	if got := voice(ui, id).Theme; got != "" {
		t.Fatalf("left of the first theme is %q", got)
	}
	cardOf(ui, id).TypedShortcut(&fyne.ShortcutUndo{}) // as the driver gives Ctrl+Z to the card
	if got := voice(ui, id).Theme; got != first {
		t.Errorf("Ctrl+Z on the card leads to %q", got)
	}
	cardOf(ui, id).TypedShortcut(&fyne.ShortcutRedo{})
	if got := voice(ui, id).Theme; got != "" {
		t.Errorf("Ctrl+Y on the card leads to %q", got)
	}
	for range 3 {
		ui.undo()
	}
	if got := voice(ui, id).Theme; got != before {
		t.Errorf("after undo %q, at first %q", got, before)
	}
}

func TestVoiceIsDraggedToATheme(t *testing.T) {
	ui := onVoices(t, workshop.English)
	id, _ := twoVoices(t, ui)
	target := ui.Session().Themes[3].Key
	card := cardOf(ui, id)
	var row dropZone
	for _, z := range card.board.zones {
		if z.row != nil && strings.HasPrefix(z.row.Text, ui.themeName(target)) {
			row = z
		}
	}
	drag := func(at fyne.Position) {
		card.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(row.area)
	drag(at.AddXY(5, 5))
	if row.row.Weight != kit.Primary || len(card.board.ghost.Objects) != 1 {
		t.Error("nothing shows where the card would go")
	}
	card.DragEnd()
	if got := voice(ui, id).Theme; got != target {
		t.Fatalf("dropped on %q, went to %q", target, got)
	}
	card = cardOf(ui, id)
	drag(fyne.NewPos(2, 2))
	card.DragEnd()
	if got := voice(ui, id).Theme; got != target {
		t.Errorf("dropped outside the board, it went to %q", got)
	}
}

// typeKey presses a key as the driver does: the key, then the letter, each for what has the focus by then.
func typeKey(c fyne.Canvas, r rune) {
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(unicode.ToUpper(r))})
	c.Focused().TypedRune(r)
}

// TestOneKeyGivesAVoiceItsFate decides voice after voice, in each language, on a French keyboard too.
func TestOneKeyGivesAVoiceItsFate(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := onVoices(t, lang)
		c := ui.win.Canvas()
		ui.help()
		text := said(c)
		ui.closeCard()
		for _, key := range cardCommands() {
			if !strings.Contains(text, key.name(ui)) {
				t.Errorf("%s: the help does not tell the key for %q:\n%s", lang, key.id, text)
			}
		}
		var ids []int
		for _, r := range "12é3" {
			id := c.Focused().(*voiceCard).voice.ID
			if slices.Contains(ids, id) {
				t.Fatalf("%s: the keys do not go on", lang)
			}
			ids = append(ids, id)
			typeKey(c, r)
		}
		typeKey(c, '1') // into the reason, where it decides nothing
		typeKey(c, '€')
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		for i, want := range []workshop.Fate{{Kind: workshop.ActedOn}, {Kind: workshop.Parked}, {Kind: workshop.Parked}, {Kind: workshop.Declined, Reason: "1€"}} {
			if got := voice(ui, ids[i]).Fate; got != want {
				t.Errorf("%s: the fate is %+v, not %+v", lang, got, want)
			}
		}
		next, ok := c.Focused().(*voiceCard)
		if ui.hasCard() || !ok || slices.Contains(ids, next.voice.ID) {
			t.Errorf("%s: after the reason the focus is on %T", lang, c.Focused())
		}
		ui.undo()
		if got := voice(ui, ids[3]).Fate; got.Kind != workshop.Undecided {
			t.Errorf("%s: after undo the fate is %+v", lang, got)
		}
	}
}

func TestFatesGoRoundThePartThatIsShown(t *testing.T) {
	ui := onVoices(t, workshop.English)
	c := ui.win.Canvas()
	theme := ui.Session().Voices[0].Theme
	ui.Go(Route{Face: FaceVoices, Part: partOf(theme)})
	for range every[*voiceCard](c) {
		typeKey(c, '2')
	}
	for _, v := range ui.Session().Voices {
		if here := v.Theme == theme && !v.Hidden && v.Into == 0; here != (v.Fate.Kind == workshop.Parked) {
			t.Errorf("a voice on %q is %q", v.Theme, v.Fate.Kind)
		}
	}
	c.Unfocus()
	for _, key := range []fyne.KeyName{fyne.Key1, fyne.Key3} { // without a card they do nothing
		c.OnTypedKey()(&fyne.KeyEvent{Name: key})
	}
	if ui.hasCard() {
		t.Error("a key without a card opens one")
	}
}

func TestVoiceIsHiddenAndComesBack(t *testing.T) {
	ui := onVoices(t, workshop.English)
	id, _ := twoVoices(t, ui)
	test.Type(cardOf(ui, id), "h")
	if !voice(ui, id).Hidden || cardOf(ui, id) != nil {
		t.Fatal("H did not hide the voice")
	}
	if card, ok := ui.win.Canvas().Focused().(*voiceCard); !ok || card.voice.ID == id {
		t.Error("the keys do not go on to a card that is seen")
	}
	tap(t, ui.win.Canvas(), ui.Say("command.undo")) // the notice offers it
	if voice(ui, id).Hidden || cardOf(ui, id) == nil {
		t.Fatal("undo did not bring it back")
	}
	test.Type(cardOf(ui, id), "H")
	ui.Go(Route{Face: FaceVoices, Part: partHidden})
	if !strings.Contains(said(ui.win.Canvas()), voice(ui, id).Text) {
		t.Fatal("the hidden voice cannot be found again")
	}
	for voice(ui, id).Hidden {
		before := ui.Session().CountVoices().Hidden
		tap(t, ui.win.Canvas(), ui.Say("voices.show"))
		if ui.Session().CountVoices().Hidden != before-1 {
			t.Fatal("showing again did nothing")
		}
	}
}

// TestArrowsGoFromCardToCard: H hides the card that the arrows led to, not one that they scrolled out of sight.
func TestArrowsGoFromCardToCard(t *testing.T) {
	ui := onVoices(t, workshop.English)
	c := ui.win.Canvas()
	ui.focusOn(firstStop)
	first := c.Focused()
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	second, ok := c.Focused().(*voiceCard)
	if !ok || second == first {
		t.Fatalf("down from the first card leads to %T", c.Focused())
	}
	second.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if c.Focused() != first {
		t.Errorf("up from the second card leads to %T", c.Focused())
	}
}

// TestCtrlZOnACardTakesBack: the driver gives Ctrl+Z to the card that has the focus, as one has after hiding.
func TestCtrlZOnACardTakesBack(t *testing.T) {
	deps := testDeps(t, workshop.English)
	deps.Window = newOffscreen(deps.App, fyne.NewSize(1366, 768)) // hears combinations of keys
	ui := New(deps)
	ui.enter(rehearsed(t, workshop.English, 12, workshop.Reveal))
	ui.Go(Route{Face: FaceVoices})
	id, _ := twoVoices(t, ui)
	ui.hideVoice(id)
	card, ok := ui.win.Canvas().Focused().(*voiceCard)
	if !ok {
		t.Fatalf("after hiding the focus is on %T", ui.win.Canvas().Focused())
	}
	card.TypedShortcut(&fyne.ShortcutUndo{})
	if voice(ui, id).Hidden {
		t.Error("Ctrl+Z on a card does nothing")
	}
}

// TestUndoIsOfferedForTheLastChangeOnly: the way back from hiding would otherwise take back what was done since.
func TestUndoIsOfferedForTheLastChangeOnly(t *testing.T) {
	ui := onVoices(t, workshop.English)
	a, b := twoVoices(t, ui)
	ui.hideVoice(a)
	if !strings.Contains(said(ui.win.Canvas()), ui.Say("voices.hidden.done")) {
		t.Fatal("nothing is offered after hiding")
	}
	ui.Change("voice_fate", func(s *workshop.Session) error {
		return s.ChangeVoice(b, func(v *workshop.Voice) { v.Fate = workshop.Fate{Kind: workshop.ActedOn} })
	})
	if strings.Contains(said(ui.win.Canvas()), ui.Say("voices.hidden.done")) {
		t.Error("the way back from hiding is still offered after another change")
	}
}

func TestVoicesMergeAndComeApart(t *testing.T) {
	ui := onVoices(t, workshop.English)
	a, b := twoVoices(t, ui)
	test.Tap(cardOf(ui, a))
	pickNamed(t, ui.win.Canvas(), ui.Say("voices.merge"), shorten(voice(ui, b).Text, 48))
	if voice(ui, a).Into != 0 {
		t.Fatal("looking through the list already merged")
	}
	tap(t, ui.win.Canvas(), ui.Say("voices.merge.do"))
	if voice(ui, a).Into != b || cardOf(ui, a) != nil || !strings.Contains(said(ui.win.Canvas()), "+  "+voice(ui, a).Text) {
		t.Fatalf("not merged: %+v", voice(ui, a))
	}
	test.Tap(cardOf(ui, b))
	tap(t, ui.win.Canvas(), ui.Say("voices.unmerge"))
	ui.closeCard()
	if voice(ui, a).Into != 0 || cardOf(ui, a) == nil {
		t.Error("they did not come apart")
	}
	ui.undo()
	if voice(ui, a).Into != b {
		t.Error("undo did not merge them again")
	}
}

func TestDecliningAVoiceNeedsAReason(t *testing.T) {
	ui := onVoices(t, workshop.English)
	id, _ := twoVoices(t, ui)
	test.Tap(cardOf(ui, id))
	choice := every[*kit.Choice](ui.win.Canvas())
	choice[len(choice)-1].Choose(2)
	if voice(ui, id).Fate.Kind != workshop.Undecided || !strings.Contains(said(ui.win.Canvas()), ui.Say("fate.reason.problem")) {
		t.Fatal("declined without a reason")
	}
	fill(t, ui.win.Canvas(), "", "outside our budget")
	ui.closeCard()
	if got := voice(ui, id).Fate; got != (workshop.Fate{Kind: workshop.Declined, Reason: "outside our budget"}) {
		t.Errorf("its fate is %+v", got)
	}
	if !strings.Contains(said(ui.win.Canvas()), ui.Say("fate.declined")) {
		t.Error("the card does not show its fate")
	}
}

func TestWhatCouldIdentifySomebodyIsMarked(t *testing.T) {
	for lang, text := range map[workshop.Lang]string{
		workshop.English: "Ask Joseph Otieno, he knows", workshop.French: "Appelez le 06 12 34 56 78", workshop.Swahili: "Niandikie kwa amina@example.org",
	} {
		ui := onVoices(t, lang)
		id, _ := twoVoices(t, ui)
		mark := strings.SplitN(ui.Say("voices.telling", "words", "|"), "|", 2)[0]
		before := strings.Count(said(ui.win.Canvas()), mark)
		ui.Change("voice", func(s *workshop.Session) error {
			return s.ChangeVoice(id, func(v *workshop.Voice) { v.Text = text })
		})
		ui.Reload()
		if strings.Count(said(ui.win.Canvas()), mark) != before+1 {
			t.Errorf("%s: %q is not marked", lang, text)
		}
	}
}

func TestVoicesStayClosedBelowTheirThreshold(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := uiIn(t, lang, 6, workshop.Reveal)
		ui.Go(Route{Face: FaceVoices})
		if len(every[*voiceCard](ui.win.Canvas())) > 0 || !strings.Contains(said(ui.win.Canvas()), ui.Say("voices.few.title")) {
			t.Errorf("%s: with six people the face does not say why it is empty:\n%s", lang, said(ui.win.Canvas()))
		}
	}
}

func TestTheBoardFillsFrameByFrameAndKeepsItsPlace(t *testing.T) {
	ui := uiIn(t, workshop.English, 40, workshop.Prioritise)
	var waiting []func()
	ui.Worker = func(work func(context.Context) error, done func(error)) (cancel func()) {
		waiting = append(waiting, func() { done(work(context.Background())) })
		return func() {}
	}
	ui.hints, ui.cards = nil, nil
	ui.Go(Route{Face: FaceVoices})
	if n := len(every[*voiceCard](ui.win.Canvas())); n != freshCards {
		t.Fatalf("%d cards at first, want %d", n, freshCards)
	}
	first := every[*voiceCard](ui.win.Canvas())[0]
	ui.win.Canvas().Focus(first)
	for len(waiting) > 0 {
		next := waiting[0]
		waiting = waiting[1:]
		next()
	}
	cards, want := every[*voiceCard](ui.win.Canvas()), 0
	for _, v := range ui.Session().Voices {
		if !v.Hidden && v.Into == 0 {
			want++
		}
	}
	if want <= freshCards || len(cards) != want {
		t.Errorf("%d cards in the end, want %d of more than %d", len(cards), want, freshCards)
	}
	if focused, ok := ui.win.Canvas().Focused().(*voiceCard); !ok || focused.voice.ID != first.voice.ID {
		t.Errorf("the focus went to %v", ui.win.Canvas().Focused())
	}
	ui.Go(Route{Face: FaceHome})
}

// TestAReasonStaysWithItsFate: what was declined for a reason and is then acted on is not acted on for that reason.
func TestAReasonStaysWithItsFate(t *testing.T) {
	ui := onVoices(t, workshop.English)
	id := ui.Session().Voices[0].ID
	ui.setFate(id, workshop.Fate{Kind: workshop.Declined, Reason: "There is no money for it"})
	ui.decideVoice(id, workshop.ActedOn)
	if got := voice(ui, id).Fate; got != (workshop.Fate{Kind: workshop.ActedOn}) {
		t.Errorf("the fate is %+v", got)
	}
}
