package app

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"exceed/assets"
	"exceed/workshop"
)

// roomIn is a window with a rehearsed session and its projector on.
func roomIn(t *testing.T, lang workshop.Lang, people int, state workshop.State) *UI {
	t.Helper()
	ui := uiIn(t, lang, people, state)
	pressKey(ui, fyne.KeyF5)
	if ui.projector.window == nil {
		t.Fatal("F5 does not turn the projector on")
	}
	ui.projector.window.Resize(fyne.NewSize(1920, 1080))
	return ui
}

// read is everything that the room can read.
func read(ui *UI) string { return strings.TrimSpace(said(ui.projector.window.Canvas())) }

func TestTheRoomSeesNoToolsAndSmallestText(t *testing.T) {
	long(t)
	for _, lang := range assets.Langs() {
		for _, state := range workshop.States() {
			ui := roomIn(t, lang, 12, state)
			ui.projector.voices = true
			routes := []Route{{Face: faceOf(state)}, {Face: FaceLeaders}, {Face: FaceReceipt}}
			if state == workshop.Reveal {
				for step := range revealSteps() {
					routes = append(routes, Route{Face: FaceReveal, Step: step})
				}
				for page := range voicePages(ui.Session(), lang, ui.measure) {
					routes = append(routes, Route{Face: FaceReveal, Step: 6}.withPage(page))
				}
			}
			for _, route := range routes {
				ui.Go(route)
				legible := false
				for _, o := range objects(ui.projector.window.Canvas()) {
					switch o := o.(type) {
					case *cover: // takes clicks, and is not to be seen
						for _, inside := range test.WidgetRenderer(o).Objects() {
							if fill := inside.(*canvas.Rectangle).FillColor; fill != color.Transparent {
								t.Errorf("%s, %s, %+v: the cover can be seen", lang, state, route)
							}
						}
					case fyne.Focusable, fyne.Tappable, fyne.Draggable, desktop.Hoverable:
						t.Errorf("%s, %s, %+v: the room has a %T", lang, state, route, o)
					case *canvas.Text:
						legible = true
						if o.TextSize < 28 {
							t.Errorf("%s, %s, %+v: %q is only %.1f high", lang, state, route, o.Text, o.TextSize)
						}
						if strings.Contains(o.Text, "⟦") {
							t.Errorf("%s, %s, %+v: words are missing: %s", lang, state, route, o.Text)
						}
					}
				}
				if !legible {
					t.Errorf("%s, %s, %+v: the room sees nothing", lang, state, route)
				}
			}
		}
	}
}

func TestBlanking(t *testing.T) {
	ui := roomIn(t, workshop.English, 12, workshop.Reveal)
	before := read(ui)
	pressKey(ui, fyne.KeyB)
	if text := read(ui); text != "" {
		t.Errorf("blanked, the room reads %q", text)
	}
	if !strings.Contains(said(ui.win.Canvas()), ui.words.Say("reveal.ask.headline")) {
		t.Error("blanking takes the facilitator's face away too")
	}
	pressKey(ui, fyne.KeyPageDown)
	if text := read(ui); text != "" {
		t.Errorf("blanked, a step on shows the room %q", text)
	}
	pressKey(ui, fyne.KeyPageUp)
	pressKey(ui, fyne.KeyB)
	if read(ui) != before {
		t.Error("B twice does not bring the step back")
	}
}

func TestTheRoomSeesAStepOnlyWithTheFacilitator(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	ui.Go(Route{Face: FaceReveal, Step: 2}) // looked at alone
	ui.Go(Route{Face: FaceReceipt})
	pressKey(ui, fyne.KeyF5)
	ui.projector.window.Resize(fyne.NewSize(1920, 1080))
	gap := ui.Say("reveal.ask.gap")
	if text := read(ui); !strings.Contains(text, ui.Say("projector.reveal")) || strings.Contains(text, gap) {
		t.Errorf("before the first step the room reads %q", text)
	}
	ui.Go(Route{Face: FaceReveal, Step: 2})
	shown := read(ui)
	if strings.Contains(shown, gap) {
		t.Error("the room reads the facilitator's question")
	}
	ui.Go(Route{Face: FaceVoices})
	if read(ui) != shown {
		t.Error("the step goes while the facilitator is elsewhere")
	}
	ui.MoveTo(workshop.Prioritise)
	if read(ui) == shown {
		t.Error("the step stays after the reveal")
	}
}

func TestVoicesReachTheRoomOnceReleased(t *testing.T) {
	ui := roomIn(t, workshop.English, 12, workshop.Reveal)
	ui.Go(Route{Face: FaceReveal, Step: 6})
	voice := voicePages(ui.Session(), workshop.English, ui.measure)[0][0].texts[0]
	reads := func() bool { return strings.Contains(read(ui), voice) }
	if reads() || !strings.Contains(said(ui.win.Canvas()), voice) {
		t.Fatal("before their release only the facilitator may read the voices")
	}
	tap(t, ui.win.Canvas(), ui.Say("reveal.voices.release"))
	if !reads() {
		t.Fatal("released voices do not reach the room")
	}
	if err := ui.room.Change("voices", func(s *workshop.Session) error {
		for i := range s.Voices {
			if s.Voices[i].Text == voice {
				s.Voices[i].Hidden = true
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if reads() {
		t.Error("a voice that was hidden stays with the room")
	}
	if !ui.try(ui.room.Undo()) || !reads() {
		t.Error("a voice that is shown again does not come back")
	}
	tap(t, ui.win.Canvas(), ui.Say("reveal.voices.withdraw"))
	if reads() {
		t.Error("voices that were taken back stay with the room")
	}
}

func TestTheRoomCountsWhileCollecting(t *testing.T) {
	ui := roomIn(t, workshop.English, 12, workshop.Prepare)
	if _, err := ui.room.Begin(""); err != nil {
		t.Fatal(err)
	}
	ui.showState(standing{})
	count := ui.Say("projector.count", "n", 0, "expected", 12)
	if !strings.Contains(read(ui), count) {
		t.Fatalf("the room reads %q, not %q", read(ui), count)
	}
	points := make([]float64, len(ui.Session().Themes))
	points[0] = 10
	response := workshop.Response{Ratings: workshop.Ratings{Points: points}, Statements: []workshop.Statement{{Text: "nobody may read this", Show: true}}}
	if _, err := ui.room.Accept(response); err != nil {
		t.Fatal(err)
	}
	text := read(ui)
	if !strings.Contains(text, ui.Say("projector.count", "n", 1, "expected", 12)) || strings.Contains(text, "nobody may read this") {
		t.Errorf("after one response the room reads %q", text)
	}
}

func TestLeavingTheSessionEndsTheProjector(t *testing.T) {
	ui := roomIn(t, workshop.English, 12, workshop.Reveal)
	ui.projector.releaseVoices(true)
	room := ui.room
	ui.Home()
	if ui.projector.window != nil {
		t.Error("the projector stays on")
	}
	ui.enter(room)
	if ui.projector.voices || ui.projector.last.Face != "" {
		t.Error("what was released for one visit is released for the next")
	}
}

func TestTheProjectorComesOnWhileAFieldIsTypedInto(t *testing.T) {
	ui := testUI(t, "en")
	ui.newSession()
	field := ui.win.Canvas().Focused()
	if field == nil {
		t.Fatal("a new session does not wait for its first field")
	}
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF5})
	if ui.projector.window == nil {
		t.Error("F5 is lost in the field")
	}
}

// A card is typed into: its letters do nothing to the face behind it, nor to what the room sees.
func TestACardKeepsItsKeys(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	step := ui.route.Step
	ui.help()
	for _, key := range []fyne.KeyName{fyne.KeyB, fyne.KeyT, fyne.KeyPageDown} {
		ui.typedKey(&fyne.KeyEvent{Name: key})
	}
	if ui.projector.blanked || ui.route.Step != step {
		t.Errorf("behind a card: blanked %v, step %d", ui.projector.blanked, ui.route.Step)
	}
	ui.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	ui.typedKey(&fyne.KeyEvent{Name: fyne.KeyB})
	if !ui.projector.blanked {
		t.Error("control: without a card, B blanks nothing")
	}
}

// TestAClickOnTheProjectorLeadsOn: a click there shows the next step, as a clicker does, and a double one fills the screen.
func TestAClickOnTheProjectorLeadsOn(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	ui.projector.toggle()
	stage := every[*cover](ui.projector.window.Canvas())[0]
	stage.Tapped(nil)
	if ui.route.Step != 1 {
		t.Errorf("after a click the step is %d", ui.route.Step)
	}
	stage.DoubleTapped(nil)
	if !ui.projector.window.FullScreen() || ui.route.Step != 1 {
		t.Errorf("after a double click: full screen %v, step %d", ui.projector.window.FullScreen(), ui.route.Step)
	}
	ui.Visit(FaceCollect)
	stage.Tapped(nil)
	if ui.route.Face != FaceCollect {
		t.Error("elsewhere a click leads away")
	}
}

// TestTheProjectorHearsTheKeysOfTheReveal: a click on its window leaves the keys there.
func TestTheProjectorHearsTheKeysOfTheReveal(t *testing.T) {
	ui := uiIn(t, workshop.English, 12, workshop.Reveal)
	ui.Go(Route{Face: FaceReveal})
	ui.projector.typedKey(&fyne.KeyEvent{Name: fyne.KeyT})
	if ui.route.Part != tablePart {
		t.Error("T does not turn the step into a table")
	}
	ui.projector.typedKey(&fyne.KeyEvent{Name: fyne.KeyB})
	if !ui.projector.blanked {
		t.Error("B does not blank")
	}
	ui.projector.typedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if ui.route.Step != 1 {
		t.Errorf("the clicker leads to step %d", ui.route.Step)
	}
}
