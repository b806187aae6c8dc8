package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// This file holds the kiosk to being worked by keyboard alone and by mouse alone, in what can be seen of a small window
// with large text.

// large makes the window's text larger.
func (b *bench) large(text float32) *bench {
	b.ui.prefs.setTextScale(text)
	b.ui.applyLook()
	b.k.handOver()
	return b
}

// press clicks where a control can be seen; where it cannot, it turns the mouse wheel first.
func (b *bench) press(o fyne.CanvasObject) {
	b.t.Helper()
	c := b.canvas()
	settle(c.(software.WindowlessCanvas))
	for range 40 {
		var at seen
		walkCanvas(c, func(s seen) {
			if s.object == o {
				at = s
			}
		})
		if at.object == nil {
			b.t.Fatalf("%T %s is not on the page", o, nameOf(o))
		}
		if at.area.within(at.clip.grown(slack, slack)) {
			b.actions++
			c.Unfocus()
			test.TapCanvas(c, fyne.NewPos((at.area.x+at.area.right)/2, (at.area.y+at.area.bottom)/2))
			return
		}
		by := float32(-40)
		if at.area.y < at.clip.y {
			by = 40
		}
		b.actions++
		test.Scroll(c, fyne.NewPos((at.clip.x+at.clip.right)/2, (at.clip.y+at.clip.bottom)/2), 0, by)
	}
	b.t.Fatalf("%T %s never comes into sight", o, nameOf(o))
}

// pressed clicks on the button of that text. It looks at the window as it is: said and shown would make the widgets anew.
func (b *bench) pressed(text string) {
	b.t.Helper()
	for _, button := range every[*kit.Button](b.canvas()) {
		if button.Text == text {
			b.press(button)
			return
		}
	}
	b.t.Fatalf("there is no button %q", text)
}

// reader is somebody at the kiosk: the language, and how large text is.
type reader struct {
	lang workshop.Lang
	text float32
}

func readers() []reader {
	return []reader{{workshop.Swahili, 1}, {workshop.French, 1.5}, {workshop.English, 2}}
}

func (r reader) String() string { return fmt.Sprintf("%s/%.0f", r.lang, 100*r.text) }

func TestMouseFindsEverythingInTheWindow(t *testing.T) {
	long(t)
	for _, r := range readers() {
		t.Run(r.String(), func(t *testing.T) {
			b := newBench(t, workshop.English, true).large(r.text)
			b.pressed(b.k.say("kiosk.handover.start"))
			b.pressed(assets.LanguageName(r.lang))
			next := func() { b.t.Helper(); b.pressed(b.k.say("button.next")) }
			b.pressed(b.k.say("kiosk.promise.next"))
			spread := func(i, points int) {
				b.t.Helper()
				_, more := every[*kit.Spread](b.canvas())[0].Buttons(i)
				for range points {
					b.press(more.(fyne.CanvasObject))
				}
			}
			spread(11, 9)
			spread(0, 1)
			next()
			for range b.k.session().Themes {
				b.press(every[*kit.Scale](b.canvas())[0].Cell(6).(fyne.CanvasObject))
				next()
			}
			for range 3 {
				for _, scale := range every[*kit.Scale](b.canvas()) {
					b.press(scale.Cell(4).(fyne.CanvasObject))
				}
				next()
			}
			spread(5, 10)
			next()
			for _, scale := range every[*kit.Scale](b.canvas()) {
				b.press(scale.Cell(0).(fyne.CanvasObject))
			}
			next()
			next() // no words
			b.pressed(b.k.say("button.back"))
			next()
			b.pressed(b.k.say("kiosk.review.seal"))
			if len(b.store.got) != 1 {
				t.Fatal("nothing was sealed")
			}
			got := b.store.got[0]
			if got.Points[11] != 9 || got.Points[0] != 1 || got.Standing[11] != 3 || got.Behaviours[8] != workshop.Always ||
				got.Belief.Points[5] != 10 || got.Belief.Standing[11] != -3 {
				t.Errorf("sealed %+v, belief %+v", got, got.Belief)
			}
		})
	}
}

func TestKeysKeepWhatTheyMoveInSight(t *testing.T) {
	long(t)
	for _, r := range readers() {
		t.Run(r.String(), func(t *testing.T) {
			b := newBench(t, r.lang, true).large(r.text)
			for len(b.store.got) == 0 && b.actions < 200 {
				settle(b.canvas().(software.WindowlessCanvas))
				if o, ok := b.canvas().Focused().(fyne.CanvasObject); !ok || !inSight(b.canvas(), o) {
					t.Fatalf("%T %s is not in sight", o, nameOf(o))
				}
				switch b.canvas().Focused().(type) {
				case *kit.Spread:
					b.write("9")
					b.key(fyne.KeyEnd)
					b.write("1")
				case *kit.Scale:
					for _, scale := range every[*kit.Scale](b.canvas()) {
						if b.canvas().Focused() != scale || !inSight(b.canvas(), scale) {
							t.Fatalf("the scale that digits go to is not in sight")
						}
						b.write("2")
					}
				}
				b.key(fyne.KeyReturn)
			}
			if len(b.store.got) != 1 {
				t.Fatal("nothing was sealed")
			}
			got := b.store.got[0]
			if got.Points[11] != 1 || got.Standing[11] != -2 || got.Behaviours[8] != workshop.Seldom || got.Belief.Standing[11] != -2 {
				t.Errorf("sealed %+v, belief %+v", got, got.Belief)
			}
		})
	}
}

// TestLeastAnswerInActions counts what it takes to seal an answer of points alone.
func TestLeastAnswerInActions(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.toPoints()
	b.givePoints()
	for len(b.store.got) == 0 && b.actions < 100 {
		b.key(fyne.KeyReturn)
	}
	if len(b.store.got) != 1 || b.actions > 24 {
		t.Errorf("%d answers sealed after %d actions", len(b.store.got), b.actions)
	}
}

func TestKioskTargetsAreAFingerWide(t *testing.T) {
	long(t)
	for _, r := range readers() {
		s := newStudio(t, r.lang, fyne.NewSize(1366, 768), float64(r.text), "light")
		for name := range kioskPages() {
			s.show("kiosk-" + name)
			walkCanvas(s.ui.win.Canvas(), func(seen seen) {
				if seen.control != seen.object || len(seen.path) > 1 && isEntry(seen.path[len(seen.path)-2]) {
					return // the eye in a secret's field is as high as its field
				}
				if width, height := seen.area.right-seen.area.x, seen.area.bottom-seen.area.y; width < kit.Target-slack/2 || height < kit.Target-slack/2 {
					t.Errorf("%s in %s: %T %s is %.0f by %.0f", name, r, seen.object, nameOf(seen.object), width, height)
				}
			})
		}
	}
}

// TestEveryKioskPageHasAPicture lets nobody be left with words alone.
func TestEveryKioskPageHasAPicture(t *testing.T) {
	s := newStudio(t, workshop.English, fyne.NewSize(1366, 768), 1, "light")
	for name := range kioskPages() {
		s.show("kiosk-" + name)
		pictures := 0
		walkCanvas(s.ui.win.Canvas(), func(seen seen) {
			if _, ok := seen.object.(*kit.Icon); ok {
				pictures++
			}
		})
		if pictures == 0 {
			t.Errorf("%s has none", name)
		}
	}
}

func TestArrowsGoFromButtonToButton(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.key(fyne.KeyReturn)
	b.mustSay("kiosk.language.title")
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if lang := b.k.words.Lang(); lang != assets.Langs()[1] {
		t.Errorf("down, down, up and Enter begin %s", lang)
	}
}

func TestEveryKeyIsASignOfThePerson(t *testing.T) {
	wait := func(b *bench, keys ...fyne.KeyName) {
		t.Helper()
		for _, key := range keys {
			b.pass(coverAfter - time.Second)
			b.key(key)
			if b.k.awake != nil {
				t.Fatalf("covered, though %s was pressed in time", key)
			}
		}
		b.pass(coverAfter - time.Second)
		if b.k.awake != nil {
			t.Fatalf("%s does not count", keys[len(keys)-1])
		}
		b.pass(time.Second)
		if b.k.awake == nil {
			t.Fatal("never covered")
		}
	}
	b := newBench(t, workshop.English, false)
	b.toPoints()
	wait(b, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	b = newBench(t, workshop.English, false)
	b.toPoints()
	b.givePoints()
	wait(b, fyne.KeyHome, fyne.KeyTab, fyne.KeyPageDown)
	b = newBench(t, workshop.English, false)
	b.toWords()
	wait(b, fyne.KeyLeft, fyne.KeyHome, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
}

func TestWrongCodesWaitLongerEachTime(t *testing.T) {
	b := newBench(t, workshop.English, false)
	b.key(fyne.KeyEscape)
	try := func(code string) {
		b.write(code)
		b.key(fyne.KeyReturn)
	}
	for range freeTries - 1 {
		try("1111")
		b.mustSay("kiosk.code.wrong")
	}
	for wait := firstWait; wait <= mostWait; wait *= 2 {
		try("1111")
		if want := b.k.words.Count("kiosk.code.wait", int(wait/time.Second)); !strings.Contains(b.said(), want) {
			t.Fatalf("the screen does not say %q but %q", want, b.said())
		}
		try("2468")
		b.key(fyne.KeyEscape) // going away does not shorten it
		b.key(fyne.KeyEscape)
		b.pass(wait - time.Second)
		try("2468")
		if b.ui.kiosk == nil {
			t.Fatalf("the code leads out before %v are over", wait)
		}
		b.pass(time.Second)
		if b.button(b.k.say("kiosk.code.leave")).Disabled() {
			t.Fatalf("after %v there is no other try", wait)
		}
		shown[*kit.Field](b)[0].SetText("")
	}
	try("2468")
	if b.ui.kiosk != nil {
		t.Error("in the end the right code does not lead out")
	}
}

// TestWhatIsLookedOverCanBeChanged goes from each line of the look-over to where it was given, and by "Next" back to it.
func TestWhatIsLookedOverCanBeChanged(t *testing.T) {
	for _, private := range []bool{false, true} {
		b := newBench(t, workshop.English, private)
		b.toWords()
		b.write("Answer us within two days")
		for !strings.Contains(b.said(), b.k.say("kiosk.review.title")) {
			b.k.next()
		}
		last := b.k.at
		changes := func() (all []*kit.Button) {
			for _, button := range shown[*kit.Button](b) {
				if button.Text == b.k.say("kiosk.review.change") {
					all = append(all, button)
				}
			}
			return all
		}
		pages := []int{1, len(b.k.session().Themes), workshop.BehaviourCount / behavioursAPage, 2, 2} // of words, one is empty
		if !private {
			pages = append(pages[:3], pages[4])
		}
		if got := len(changes()); got != len(pages) {
			t.Fatalf("private %v: %d lines can be changed, want %d:\n%s", private, got, len(pages), b.said())
		}
		first := 1
		for i, many := range pages {
			changes()[i].Tapped(nil)
			if b.k.at != first {
				t.Fatalf("private %v: line %d leads to page %d, want %d", private, i, b.k.at, first)
			}
			for range many {
				if b.k.at == last {
					t.Fatalf("private %v: line %d leads back too soon", private, i)
				}
				b.k.next()
			}
			if b.k.at != last {
				t.Fatalf("private %v: line %d leads on to page %d", private, i, b.k.at)
			}
			first += many
		}
	}
}
