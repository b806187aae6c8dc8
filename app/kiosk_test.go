package app

import (
	"errors"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// brittle is a store whose Accept can be made to fail; it keeps what was accepted, for the tests to look at.
type brittle struct {
	workshop.Store
	fail error
	got  []workshop.Response
}

func (b *brittle) Accept(r workshop.Response) (int, error) {
	if b.fail != nil {
		return 0, b.fail
	}
	b.got = append(b.got, r)
	return b.Store.Accept(r)
}

// bench is a kiosk with a clock of its own, worked by keys and clicks as the window's driver would hand them on.
type bench struct {
	t       *testing.T
	ui      *UI
	k       *kiosk
	store   *brittle
	actions int

	now  time.Duration
	wait []*appointment
}

type appointment struct {
	at time.Duration
	f  func()
}

// newBench opens the kiosk of a collecting session in a language. private asks for beliefs too.
func newBench(t *testing.T, lang workshop.Lang, private bool) *bench {
	t.Helper()
	b := &bench{t: t, ui: testUI(t, lang)}
	room := rehearsed(t, lang, 12, workshop.Prepare)
	b.store = &brittle{Store: room.Store()}
	room, err := workshop.Enter(b.store)
	if err != nil {
		t.Fatal(err)
	}
	if err := room.Change("setup", func(s *workshop.Session) error {
		s.Setup.ExitCode = "2468"
		if private {
			s.Customers = workshop.Customers{Evidence: workshop.PrivateBelief}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := room.Begin(""); err != nil {
		t.Fatal(err)
	}
	b.ui.enter(room)
	b.ui.win.Resize(fyne.NewSize(1366, 768))
	b.ui.Timer = b.after
	b.ui.openKiosk()
	b.k = b.ui.kiosk
	return b
}

func (b *bench) after(wait time.Duration, f func()) func() {
	a := &appointment{b.now + wait, f}
	b.wait = append(b.wait, a)
	return func() { b.wait = slices.DeleteFunc(b.wait, func(other *appointment) bool { return other == a }) }
}

// pass lets time go by.
func (b *bench) pass(d time.Duration) {
	end := b.now + d
	for {
		var next *appointment
		for _, a := range b.wait {
			if a.at <= end && (next == nil || a.at < next.at) {
				next = a
			}
		}
		if next == nil {
			b.now = end
			return
		}
		b.wait = slices.DeleteFunc(b.wait, func(a *appointment) bool { return a == next })
		b.now = next.at
		next.f()
	}
}

func (b *bench) canvas() fyne.Canvas { return b.ui.win.Canvas() }

// key presses keys as the desktop driver does: to what has the focus, else to the window.
func (b *bench) key(names ...fyne.KeyName) {
	for _, name := range names {
		b.actions++
		e := &fyne.KeyEvent{Name: name}
		if keyable, ok := b.canvas().Focused().(desktop.Keyable); ok {
			keyable.KeyDown(e)
		}
		focused := b.canvas().Focused() // the driver, too, looks anew for each part of a press
		tabbable, ok := focused.(fyne.Tabbable)
		switch {
		case name == fyne.KeyTab && !(ok && tabbable.AcceptsTab()):
			b.canvas().FocusNext()
		case focused != nil:
			focused.TypedKey(e)
		case b.canvas().OnTypedKey() != nil:
			b.canvas().OnTypedKey()(e)
		}
		if keyable, ok := b.canvas().Focused().(desktop.Keyable); ok {
			keyable.KeyUp(e)
		}
	}
}

// write types characters; each is a key and then a rune.
func (b *bench) write(text string) {
	for _, r := range text {
		b.key(fyne.KeyName(strings.ToUpper(string(r))))
		if focused := b.canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		} else if b.canvas().OnTypedRune() != nil {
			b.canvas().OnTypedRune()(r)
		}
	}
}

// click presses the mouse on something: the focus is lost first, as with the desktop driver.
func (b *bench) click(o fyne.Tappable) {
	b.t.Helper()
	b.actions++
	if focusable, ok := o.(fyne.Focusable); !ok || focusable != b.canvas().Focused() {
		b.canvas().Unfocus()
	}
	o.Tapped(&fyne.PointEvent{})
}

// shown is all that lies in the window of one type.
func shown[T fyne.CanvasObject](b *bench) []T {
	var found []T
	for _, o := range test.LaidOutObjects(b.canvas().Content()) {
		if t, ok := o.(T); ok && o.Visible() {
			found = append(found, t)
		}
	}
	return found
}

func (b *bench) button(text string) *kit.Button {
	b.t.Helper()
	for _, button := range shown[*kit.Button](b) {
		if button.Text == text {
			return button
		}
	}
	b.t.Fatalf("there is no button %q; the screen says %q", text, b.said())
	return nil
}

// said is every text in the window.
func (b *bench) said() string {
	var all []string
	for _, o := range test.LaidOutObjects(b.canvas().Content()) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *kit.Button:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, " | ")
}

func (b *bench) mustSay(key string, pairs ...any) {
	b.t.Helper()
	if want := b.k.say(key, pairs...); !strings.Contains(b.said(), want) {
		b.t.Fatalf("the screen does not say %q but %q", want, b.said())
	}
}

// toPoints goes from the hand-over to the ten points by keyboard.
func (b *bench) toPoints() {
	b.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	b.t.Helper()
	b.mustSay("kiosk.points.title")
}

// givePoints spreads nine and one, by keyboard.
func (b *bench) givePoints() {
	b.write("9")
	b.key(fyne.KeyDown)
	b.write("1")
	b.key(fyne.KeyReturn)
}

func TestWholeAnswerTakesAtMost45Actions(t *testing.T) {
	for _, lang := range assets.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			b := newBench(t, lang, false)
			b.toPoints()
			b.givePoints()
			for i := range b.k.session().Themes {
				b.mustSay("kiosk.standing.progress", "n", i+1, "of", len(b.k.session().Themes))
				b.write(string(rune('1' + i%7)))
				b.key(fyne.KeyReturn)
			}
			for range 3 {
				b.write("125")
				b.key(fyne.KeyReturn)
			}
			b.mustSay("kiosk.words.title")
			b.key(fyne.KeyReturn)
			b.mustSay("kiosk.review.title")
			b.key(fyne.KeyReturn)
			b.mustSay("kiosk.thanks.title")
			if b.actions > 45 {
				t.Errorf("a whole answer took %d actions", b.actions)
			}
			got := b.store.got[0]
			for i, s := range got.Standing {
				if want := float64(i%7 - 3); s != want {
					t.Errorf("theme %d stands at %v, not %v", i, s, want)
				}
			}
			if got.Points[0] != 9 || got.Points[1] != 1 || got.Behaviours[2] != workshop.Always || got.Behaviours[8] != workshop.Always {
				t.Errorf("sealed %+v", got)
			}
			b.pass(thanksTime - 1)
			b.mustSay("kiosk.thanks.title")
			b.pass(1)
			b.mustSay("kiosk.handover.title")
		})
	}
}

func TestOnlyThePointsAreAMust(t *testing.T) {
	b := newBench(t, workshop.English, true)
	b.toPoints()
	b.key(fyne.KeyReturn)
	b.mustSay("kiosk.points.title")
	if want := b.k.words.Count("kiosk.points.left", 10); !strings.Contains(b.said(), want) {
		t.Errorf("nothing says %q", want)
	}
	b.givePoints()
	for !strings.Contains(b.said(), b.k.say("kiosk.review.title")) {
		b.key(fyne.KeyReturn)
	}
	b.key(fyne.KeyReturn)
	if len(b.store.got) != 1 {
		t.Fatal("the answer with points alone was not sealed")
	}
	got := b.store.got[0]
	if got.Belief != nil || len(got.Statements) != 0 || !math.IsNaN(got.Standing[0]) || got.Behaviours[0] != workshop.NotSaid {
		t.Errorf("something was sealed that nobody said: %+v", got)
	}
}

func TestJourneyByMouseAlone(t *testing.T) {
	b := newBench(t, workshop.English, true)
	next := func() { b.t.Helper(); b.click(b.button(b.k.say("button.next"))) }
	b.click(b.button(b.k.say("kiosk.handover.start")))
	b.click(b.button("Français"))
	if b.k.words.Lang() != workshop.French {
		t.Fatal("the choice of French was not taken")
	}
	b.click(b.button(b.k.say("kiosk.promise.next")))
	spread := shown[*kit.Spread](b)[0]
	less, more := spread.Buttons(3)
	for range 12 {
		b.click(more)
	}
	if spread.Values[3] != 10 {
		t.Fatalf("twelve clicks gave %d points, not the ten there are", spread.Values[3])
	}
	b.click(less)
	_, more = spread.Buttons(0)
	b.click(more)
	next()
	for i := range b.k.session().Themes {
		b.click(shown[*kit.Scale](b)[0].Cell(i % 7))
		next()
	}
	for range 3 {
		for _, scale := range shown[*kit.Scale](b) {
			b.click(scale.Cell(3))
		}
		next()
	}
	_, more = shown[*kit.Spread](b)[0].Buttons(1)
	for range 10 {
		b.click(more)
	}
	next()
	for _, scale := range shown[*kit.Scale](b) {
		b.click(scale.Cell(6))
	}
	next()
	next() // no words
	b.click(b.button(b.k.say("kiosk.review.seal")))
	got := b.store.got[0]
	if got.Points[3] != 9 || got.Points[0] != 1 || got.Standing[0] != -3 || got.Behaviours[8] != workshop.Often ||
		got.Belief.Points[1] != 10 || got.Belief.Standing[11] != 3 {
		t.Errorf("sealed %+v, belief %+v", got, got.Belief)
	}
}

func TestWordsAreSealedAsTheirWriterChose(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.toWords()
	b.write("Mrs Otieno should answer 😀")
	if !strings.Contains(b.said(), "Mrs Otieno") || !strings.Contains(b.said(), "show who you are") {
		t.Errorf("no warning of the name in %q", b.said())
	}
	b.key(fyne.KeyTab) // the theme
	b.key(fyne.KeyRight, fyne.KeyRight)
	b.key(fyne.KeyTab) // the fate
	b.write("1")
	b.key(fyne.KeyReturn)
	b.mustSay("kiosk.words.progress", "n", 2, "of", 3)
	b.write("only count this")
	b.key(fyne.KeyReturn, fyne.KeyReturn)
	b.mustSay("kiosk.review.title")
	b.key(fyne.KeyReturn)
	want := []workshop.Statement{
		{Text: "Mrs Otieno should answer 😀", Theme: b.k.session().Themes[1].Key, Show: true},
		{Text: "only count this"},
	}
	if got := b.store.got[0].Statements; !slices.Equal(got, want) {
		t.Errorf("sealed %+v, want %+v", got, want)
	}
}

// toWords answers the points and goes on to the words.
func (b *bench) toWords() {
	b.t.Helper()
	b.toPoints()
	b.givePoints()
	for !strings.Contains(b.said(), b.k.say("kiosk.words.title")) {
		b.key(fyne.KeyReturn)
	}
}

func TestHugePasteNeverReachesTheBox(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.toWords()
	b.ui.App.Clipboard().SetContent(strings.Repeat("ẅ𝒳", 5_000_000))
	b.canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: b.ui.App.Clipboard()})
	text := b.k.draft.statements[0].text
	if n := len([]rune(text)); n == 0 || n > workshop.MaxStatement || len(text) > workshop.MaxStatementBytes {
		t.Fatalf("%d characters in %d bytes entered", n, len(text))
	}
	for len(b.store.got) == 0 && b.actions < 200 {
		b.key(fyne.KeyReturn)
	}
	if len(b.store.got) != 1 {
		t.Error("the answer was not sealed")
	}
}

func TestSealingThatFailsKeepsTheAnswer(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.toWords()
	b.write("keep me")
	b.key(fyne.KeyReturn, fyne.KeyReturn)
	b.store.fail = workshop.ErrDiskFull.With("path", "here")
	b.key(fyne.KeyReturn)
	b.mustSay("kiosk.review.failed")
	if said := b.said(); !strings.Contains(said, "keep me") || strings.Contains(said, b.k.say("kiosk.thanks.title")) {
		t.Fatalf("after a failure the screen says %q", said)
	}
	b.store.fail = errors.New("the medium is gone")
	b.key(fyne.KeyReturn)
	b.mustSay("kiosk.review.failed")
	b.store.fail = nil
	b.key(fyne.KeyReturn)
	b.mustSay("kiosk.thanks.title")
	if got := b.store.got; len(got) != 1 || got[0].Statements[0].Text != "keep me" {
		t.Errorf("sealed %+v", got)
	}
}

func TestNothingOfAPersonIsLeftForTheNext(t *testing.T) {
	const secret = "canary in my own words"
	b := newBench(t, workshop.English, false)
	b.ui.App.Clipboard().SetContent("the facilitator's")
	b.toWords()
	b.write(secret)
	entry := b.canvas().Focused().(fyne.Shortcutable)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	entry.TypedShortcut(&fyne.ShortcutCopy{Clipboard: b.ui.App.Clipboard()})
	if b.ui.App.Clipboard().Content() != secret {
		t.Fatal("the copy did not work, so this test would prove nothing")
	}
	b.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	b.mustSay("kiosk.thanks.title")
	b.pass(thanksTime)
	if text := b.ui.App.Clipboard().Content(); text != "" {
		t.Errorf("the clipboard holds %q", text)
	}
	if _, ok := b.ui.room.CanUndo(); ok {
		t.Error("undo is offered across people")
	}
	check := func() {
		b.t.Helper()
		if strings.Contains(b.said(), "canary") {
			t.Fatalf("the screen says %q", b.said())
		}
		for range 12 {
			b.key(fyne.KeyTab)
			entry, ok := b.canvas().Focused().(interface {
				fyne.Shortcutable
				SelectedText() string
			})
			if !ok {
				continue
			}
			entry.TypedShortcut(&fyne.ShortcutUndo{})
			entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: b.ui.App.Clipboard()})
			entry.TypedShortcut(&fyne.ShortcutSelectAll{})
			if text := entry.SelectedText(); text != "" {
				t.Errorf("tabbing, undo and paste bring up %q", text)
			}
		}
	}
	check()
	b.k.handOver()
	b.toWords()
	check()
}

func TestTheKeyThatWakesDoesNothingElse(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.toPoints()
	b.givePoints()
	for !strings.Contains(b.said(), b.k.say("kiosk.review.title")) {
		b.key(fyne.KeyReturn)
	}
	b.pass(coverAfter)
	b.mustSay("kiosk.cover.title")
	b.key(fyne.KeyReturn)
	b.mustSay("kiosk.review.title")
	if n := b.ui.room.Responses(); n != 0 {
		t.Errorf("waking sealed %d responses", n)
	}
}

func TestUntouchedClipboardStays(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.ui.App.Clipboard().SetContent("the facilitator's")
	b.toWords()
	b.key(fyne.KeyReturn, fyne.KeyReturn)
	if text := b.ui.App.Clipboard().Content(); text != "the facilitator's" {
		t.Errorf("the clipboard holds %q", text)
	}
}

func TestIdleCoversAndDiscardsToTheSecond(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.toWords()
	b.write("left open")
	b.pass(coverAfter - 1)
	if !strings.Contains(b.said(), "characters left") {
		t.Fatal("covered too early")
	}
	b.pass(1)
	covered := b.said()
	b.mustSay("kiosk.cover.title")
	if strings.Contains(covered, "left open") || len(shown[*kit.Field](b)) > 0 || !strings.Contains(covered, "60") {
		t.Fatalf("the cover shows %q", covered)
	}
	b.pass(59 * time.Second)
	if !strings.Contains(b.said(), "1 second ") {
		t.Errorf("after 59 s the cover says %q", b.said())
	}
	b.key(fyne.KeyTab) // any key
	b.write("!")
	if text := b.k.draft.statements[0].text; text != "left open!" {
		t.Fatalf("after waking the words are %q", text)
	}
	b.pass(coverAfter + coverTime - 1)
	if b.k.draft == nil {
		t.Fatal("discarded too early")
	}
	b.pass(1)
	if b.k.draft != nil || !strings.Contains(b.said(), b.k.say("kiosk.handover.title")) {
		t.Fatalf("after 180 s the screen says %q", b.said())
	}
	b.pass(time.Hour)
	b.mustSay("kiosk.handover.title")
	if len(b.store.got) != 0 {
		t.Error("a discarded answer was sealed")
	}
}

// TestIdleInRealTimers holds the watch to the standard library's own timers, in virtual time.
func TestIdleInRealTimers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var desk sync.Mutex // stands for Fyne's goroutine, on which the timers' calls arrive in the window
		start := time.Now()
		var covered, discarded time.Duration
		seconds := 0
		i := idle{
			after: func(wait time.Duration, f func()) func() {
				timer := time.AfterFunc(wait, func() {
					desk.Lock()
					defer desk.Unlock()
					f()
				})
				return func() { timer.Stop() }
			},
			cover: func(time.Duration) {
				if seconds++; seconds == 1 {
					covered = time.Since(start)
				}
			},
			discard: func() { discarded = time.Since(start) },
		}
		touch := func() {
			desk.Lock()
			defer desk.Unlock()
			start = time.Now()
			i.touch()
		}
		touch()
		time.Sleep(119 * time.Second)
		touch()
		time.Sleep(time.Hour)
		desk.Lock()
		defer desk.Unlock()
		if covered != 120*time.Second || discarded != 180*time.Second || seconds != 60 {
			t.Errorf("covered at %v, discarded at %v, after %d seconds shown", covered, discarded, seconds)
		}
	})
}

func TestOnlyTheCodeLeadsOut(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.ui.quit()
	b.key(fyne.KeyF11, fyne.KeyF1, fyne.KeyF5)
	if b.ui.kiosk == nil || b.ui.room == nil || b.ui.win.MainMenu() != nil || !b.ui.win.FullScreen() {
		t.Fatal("the kiosk was left without the code")
	}
	b.key(fyne.KeyEscape)
	b.mustSay("kiosk.code.title")
	b.write("1357")
	b.key(fyne.KeyReturn)
	b.mustSay("kiosk.code.wrong")
	b.key(fyne.KeyEscape)
	b.mustSay("kiosk.handover.title")
	b.key(fyne.KeyEscape)
	b.write("é4-8") // two of its keys without Shift, on a French keyboard
	b.key(fyne.KeyReturn)
	if b.ui.kiosk != nil || b.ui.win.MainMenu() == nil || b.ui.route.Face != FaceCollect {
		t.Fatal("the code does not lead out")
	}
}

func TestEscapeInAnAnswerAsksBeforeItWipes(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.toPoints()
	b.write("7")
	b.key(fyne.KeyEscape)
	b.mustSay("kiosk.stop.title")
	b.key(fyne.KeyEscape)
	b.mustSay("kiosk.points.title")
	b.key(fyne.KeyEscape)
	b.mustSay("kiosk.stop.title")
	b.key(fyne.KeyReturn)
	b.mustSay("kiosk.points.title")
	if b.k.draft.points[0] != 7 {
		t.Errorf("the points were lost: %v", b.k.draft.points)
	}
	b.key(fyne.KeyEscape)
	b.click(b.button(b.k.say("kiosk.stop.drop")))
	b.mustSay("kiosk.handover.title")
	if b.k.draft != nil {
		t.Error("the answer was not dropped")
	}

	b.toPoints() // by mouse as by Esc
	b.click(b.button(b.k.say("kiosk.stop.button")))
	b.mustSay("kiosk.stop.title")
}

func TestADoubleClickNeitherSealsNorChoosesALanguage(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.ui.Clock = func() time.Time { return testDay().Time().Add(b.now) }
	k := b.k
	k.language()
	b.now += 150 * time.Millisecond
	tap(t, b.ui.win.Canvas(), assets.LanguageName(workshop.French))
	if k.draft != nil {
		t.Error("the second of two quick clicks chose a language")
	}
	b.now += time.Second
	tap(t, b.ui.win.Canvas(), assets.LanguageName(workshop.French))
	if k.draft == nil {
		t.Fatal("no language is chosen after a second")
	}
	k.draft.side.points[0] = workshop.PointsToSpread
	k.show(len(k.pages) - 2)
	k.next()
	b.now += 150 * time.Millisecond
	k.next()
	if len(b.store.got) != 0 {
		t.Error("the second of two quick clicks sealed the answer")
	}
	b.now += time.Second
	k.next()
	if len(b.store.got) != 1 {
		t.Error("a second later the answer cannot be sealed")
	}
}

func TestBackKeepsOnesOwnAnswers(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.toPoints()
	b.givePoints()
	b.write("5")
	b.click(b.button(b.k.say("button.back")))
	b.mustSay("kiosk.points.title")
	b.key(fyne.KeyReturn)
	if scale := shown[*kit.Scale](b)[0]; scale.Selected != 4 {
		t.Errorf("after going back the standing is %d", scale.Selected)
	}
	b.key(fyne.KeyBackspace)
	if b.k.draft.standing[0] != -1 {
		t.Error("a standing cannot be taken back")
	}
}

// TestThePointsStayWhereTheyAreWhileTheyAreGiven: with large French text the number of points left needs two lines, the last
// one a line.
func TestThePointsStayWhereTheyAreWhileTheyAreGiven(t *testing.T) {
	b := newBench(t, workshop.French, false)
	b.ui.win.Resize(fyne.NewSize(1366, 768))
	b.ui.prefs.setTextScale(1.5)
	b.ui.applyLook()
	b.toPoints()
	place := func() float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(shown[*kit.Spread](b)[0]).Y
	}
	before := place()
	b.write("9")
	if left := b.k.draft.left(); left != 1 {
		t.Fatalf("%d points are left", left)
	}
	if after := place(); after != before {
		t.Errorf("the themes moved from %v to %v", before, after)
	}
}
