package app

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/identify"
	"exceed/workshop/receipt"
)

// Deps is everything the window needs from outside. All fields are needed but Window, Prefs, Clipboard, Timer, Worker
// and Log.
type Deps struct {
	App       fyne.App
	Window    fyne.Window // nil: a window of App's
	Library   workshop.Library
	Clock     func() time.Time
	Random    io.Reader               // crypto/rand in the program
	Language  workshop.Lang           // of the system; the person's own choice goes before it
	Open      func(path string) error // opens a file in the system's viewer
	SaveCopy  func(ctx context.Context, room *workshop.Room, path string) error
	Rehearse  func(ctx context.Context, people int, lang workshop.Lang, until workshop.State) (*workshop.Room, error) // plays simulated people
	Receipt   func(ctx context.Context, path, passphrase string, words *assets.Words) (receipt.Receipt, error)        // verifies a file
	Documents string                                                                                                  // the folder that file cards start in; may be empty
	Prefs     PrefStore                                                                                               // nil: those of App
	Clipboard fyne.Clipboard                                                                                          // nil: that of App
	Timer     Timer                                                                                                   // nil: real time
	Worker    Worker                                                                                                  // nil: a goroutine for each piece of work
	Early     bool                                                                                                    // fonts and words are read while the driver makes the window; false: before
	Log       *slog.Logger                                                                                            // technical detail, never an answer or a name
}

// UI is the facilitator's window with everything that it shows. It lives on Fyne's goroutine.
type UI struct {
	Deps
	win       fyne.Window
	size      fyne.Size // of the window before it filled the screen
	shown     []func()  // what waits for the window to stand
	furnish   func()    // fills the window, once
	words     *assets.Words
	prefs     prefs
	items     []menuItem // of the menu bar
	route     Route
	back      []Route
	last      map[Face]Route // how each face of the open session was last shown
	room      *workshop.Room // nil on home
	leaving   leaving        // the session before, while it is being closed
	shell     *shell
	pace      *pacer
	modal     closer          // the card in front; nil for none
	beneath   closer          // the card under it; nil for none
	form      form            // the last card to write into
	ready     *fyne.Container // the readiness list of the prepare face
	place     place
	projector *projector
	desk      *desk          // what was chosen on the report face; nil before
	portfolio *portfolio     // what its face shows; nil elsewhere
	measure   chart.Measurer // widths of text, for charts
	kiosk     *kiosk         // not nil while the kiosk covers the window
	queue     queueMark
	unread    map[investedAmount]string  // amounts that leaders typed and that cannot be read yet
	sheet     *sheetImport               // a sheet of customers whose columns are being matched
	hints     map[string][]identify.Hint // in the open session's voices, by their text
	cards     map[int]*voiceCard         // of the open session's voices, by their ID
	held      bool                       // a card is open that must be answered, or work that must end: no command runs
}

// closer is a card that lies over the face.
type closer interface {
	Close()
	Open() bool
	Top() bool              // nothing lies over it
	Scroll(by float32) bool // by pages; false where there is no more to see
}

// New wires the window; Run or Show shows it.
func New(deps Deps) *UI {
	if deps.Log == nil {
		deps.Log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	if deps.Prefs == nil {
		deps.Prefs = deps.App.Preferences()
	}
	if deps.Clipboard == nil {
		deps.Clipboard = deps.App.Clipboard()
	}
	if deps.Timer == nil {
		deps.Timer = after
	}
	if deps.Worker == nil {
		deps.Worker = background
	}
	ui := &UI{Deps: deps, prefs: prefs{deps.Prefs}, last: map[Face]Route{}}
	ui.Library = patient{deps.Library, ui.leaving.wait}
	ui.words = assets.WordsFor(ui.prefs.language(deps.Language))
	ui.applyLook()
	wait := func() {}
	if deps.Early {
		wait = ahead(ui.read)
	}
	ui.win = deps.Window
	if ui.win == nil {
		ui.win = deps.App.NewWindow("")
		ui.win.SetPadded(false)
		var full bool
		ui.size, full = ui.prefs.window()
		ui.win.Resize(ui.size)
		ui.win.SetFullScreen(full)
	}
	ui.pace = newPacer(deps.Clock)
	ui.measure = newMeasurer()
	ui.furnish = sync.OnceFunc(func() {
		wait()
		ui.fill()
	})
	if deps.Early {
		ui.win.SetContent(&late{furnish: ui.furnish})
	} else {
		ui.furnish()
	}
	return ui
}

// read reads what every face is written with.
func (ui *UI) read() {
	for _, bold := range []bool{false, true} {
		fyne.MeasureText("M", 15, fyne.TextStyle{Bold: bold})
	}
	ui.Say("app.name")
}

// fill puts the frame into the window, and home into the frame.
func (ui *UI) fill() {
	ui.win.SetTitle(ui.Say("app.name"))
	ui.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { ui.drop(uris) })
	ui.win.SetCloseIntercept(ui.quit)
	ui.projector = newProjector(ui)
	ui.shell = newShell(ui)
	ui.win.SetContent(ui.shell.root)
	ui.listen()
	ui.Go(Route{Face: FaceHome})
}

// Run shows the window, opens a file where path is not empty, and stays until the person quits.
func (ui *UI) Run(path string) {
	if path != "" {
		ui.furnish()
		ui.OpenPath(path)
	}
	ui.whenShown(ui.furnish) // where the driver has not asked for it
	ui.every(time.Second, ui.tick)
	ui.whenShown(func() {
		ui.Timer(iconWait, func() { ui.win.SetIcon(fyne.NewStaticResource("exceed.png", assets.AppIcon())) })
	})
	ui.App.Lifecycle().SetOnStarted(func() {
		for _, f := range ui.shown {
			f()
		}
	})
	ui.win.ShowAndRun()
	ui.leaving.wait() // where the system ended the program
}

// iconWait is how long the icon waits for the first frame, as it takes as long to read as the face to draw.
const iconWait = 100 * time.Millisecond

// whenShown has f called once the window stands.
func (ui *UI) whenShown(f func()) { ui.shown = append(ui.shown, f) }

// Window is the facilitator's window.
func (ui *UI) Window() fyne.Window { return ui.win }

// Room is the open session; nil on home.
func (ui *UI) Room() *workshop.Room { return ui.room }

// Session is the open session's content; only to be called with a room.
func (ui *UI) Session() *workshop.Session { return ui.room.Session() }

// Say is a sentence in the window's language.
func (ui *UI) Say(key string, pairs ...any) string { return ui.words.Say(key, pairs...) }

// Change changes the session, saves it, and says what went wrong where it could not; false then. what is the key of
// its words in the undo menu.
func (ui *UI) Change(what string, f func(*workshop.Session) error) bool {
	return ui.try(ui.room.Change(what, f))
}

// try shows an error as a notice, unless it only says that the person cancelled; true where there is none.
func (ui *UI) try(err error) bool {
	if errors.Is(err, context.Canceled) {
		ui.shell.refresh()
		return false
	}
	if err != nil {
		ui.Log.Error("refused", "error", err)
		ui.Problem(ui.words.Explain(err))
		ui.shell.refused = true
		ui.shell.refresh()
		return false
	}
	if ui.shell.refused || ui.shell.undoes { // what was tried next went well
		ui.shell.clear()
	}
	ui.shell.refresh()
	return true
}

// enter makes a room the open session and shows the face of its state.
func (ui *UI) enter(room *workshop.Room) {
	ui.leaveRoom()
	ui.room, ui.sheet = room, nil
	ui.back, ui.route = nil, Route{} // Esc does not lead out of a session
	ui.pace.resume(room.Session())
	if !ui.collects() { // a collector file shows no clock
		room.Time(func() time.Time { return ui.Clock() }, func() time.Duration { return ui.pace.used() })
	}
	if !room.Session().Rehearsal {
		ui.prefs.remember(room.Store().Path())
	}
	ui.Go(Route{Face: ui.firstFace()})
}

// MoveTo takes the session one state on or back and shows its face.
func (ui *UI) MoveTo(to workshop.State) {
	if !ui.try(ui.room.Move(to)) {
		return
	}
	ui.pace.enter(to)
	ui.Go(Route{Face: faceOf(to)})
}

func (ui *UI) tick() {
	if ui.held {
		return
	}
	ui.shell.tick()
}

func (ui *UI) quit() {
	if ui.kiosk != nil || ui.held {
		return // only the facilitator's code leads out
	}
	ui.keepSize()
	ui.prefs.setWindow(ui.size, ui.win.FullScreen())
	ui.leaveRoom()
	ui.win.Hide() // at once, however long the closing takes
	ui.leaving.wait()
	ui.App.Quit()
}

// fillScreen has the window fill the screen, or be as large again as it was: the driver takes the screen's size for the
// window's where its content was set meanwhile.
func (ui *UI) fillScreen(full bool) {
	ui.keepSize()
	ui.win.SetFullScreen(full)
	if !full {
		ui.win.Resize(ui.size)
	}
}

// keepSize notes the window's size unless it fills the screen.
func (ui *UI) keepSize() {
	if !ui.win.FullScreen() {
		ui.size = ui.win.Canvas().Size()
	}
}

// drop takes files that were dropped on the window: a sheet of customers on its face, sessions elsewhere.
func (ui *UI) drop(uris []fyne.URI) {
	switch {
	case ui.kiosk != nil || ui.held:
	case ui.room != nil && ui.route.Face == FaceCustomers && len(uris) > 0:
		ui.droppedSheet(uris[0])
	default:
		ui.dropped(uris)
	}
}
