package app

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// kiosk is the participants' journey on the shared laptop. It takes the window's whole content; while it is there only
// it hears keys, the window cannot be closed, and only the facilitator's code leads out. One person goes from the
// hand-over through the pages to the seal; the draft, every widget and what the clipboard holds of it are then dropped,
// and the hand-over comes again.
type kiosk struct {
	ui     *UI
	poll   *workshop.Poll // what is asked after the reveal; nil while the session collects
	idle   idle
	root   *fyne.Container
	shown  fyne.CanvasObject // the frame of the present page, kept while the cover lies over it
	words  *assets.Words     // the person's own language
	draft  *draft            // nil between two persons
	pages  []func() *page
	at     int
	upto   int // the page after which the look-over comes again, as it was left to change something; 0 for none
	page   *page
	turned time.Time // when the page came
	before string    // what the clipboard held when the person began
	full   bool      // whether the window was full-screen before
	cancel func()    // ends the thanks
	nested bool      // a key is being passed on to the page's main control
	awake  func()    // takes the cover off; nil where there is none
	door   door      // the way out
}

// openKiosk hands the laptop over while the session collects.
func (ui *UI) openKiosk() { ui.handOver(nil) }

// handOver hands the laptop over for a poll, or for the session where it is nil.
func (ui *UI) handOver(poll *workshop.Poll) {
	ui.closeCard()
	k := &kiosk{ui: ui, poll: poll, root: container.NewStack(), full: ui.win.FullScreen()}
	k.idle = idle{after: ui.Timer, cover: k.cover, discard: k.handOver}
	k.door.after = ui.Timer
	ui.kiosk = k
	ui.win.SetMainMenu(nil)
	ui.win.SetContent(k.root)
	ui.win.Canvas().SetOnTypedRune(k.typedRune)
	ui.fillScreen(true)
	k.handOver()
}

// leave gives the window back to the facilitator.
func (k *kiosk) leave() {
	k.wipe()
	ui := k.ui
	ui.kiosk = nil
	ui.win.Canvas().SetOnTypedRune(nil)
	ui.rebuild()
	ui.fillScreen(k.full)
}

// session is what is asked.
func (k *kiosk) session() *workshop.Session { return k.ui.Session() }

func (k *kiosk) private() bool { return k.session().Customers.Evidence == workshop.PrivateBelief }

// say is a sentence in the person's language.
func (k *kiosk) say(key string, pairs ...any) string { return k.words.Say(key, pairs...) }

// wipe forgets the person: answers, widgets, pop-ups, and the clipboard where it holds something of them.
func (k *kiosk) wipe() {
	k.idle.stop()
	if k.cancel != nil {
		k.cancel()
		k.cancel = nil
	}
	if k.draft != nil {
		k.wipeClipboard()
	}
	k.draft, k.pages, k.page, k.at, k.upto, k.before, k.door.passed = nil, nil, nil, 0, 0, "", nil
	k.words = assets.WordsFor(k.session().Setup.Language)
	k.put(nil)
}

// wipeClipboard empties the clipboard where it changed while the person was here, or holds words of theirs.
func (k *kiosk) wipeClipboard() {
	clipboard := k.ui.Clipboard
	now := clipboard.Content()
	theirs := now != k.before
	for _, st := range k.draft.written() {
		theirs = theirs || strings.Contains(now, strings.TrimSpace(st.text)) || strings.Contains(st.text, now)
	}
	if now != "" && theirs {
		clipboard.SetContent("")
	}
}

// begin starts a person's response in a language.
func (k *kiosk) begin(lang workshop.Lang) {
	k.words = assets.WordsFor(lang)
	if k.draft == nil {
		k.draft = newDraft(k.asked())
		k.before = k.ui.Clipboard.Content()
	}
	k.pages = k.journey()
	k.show(0)
}

// show builds a page of the journey anew from the draft.
func (k *kiosk) show(at int) {
	k.at = at
	k.open(k.pages[at]())
}

// next goes on where the page allows it, else says why not.
func (k *kiosk) next() {
	p := k.page
	if p == nil {
		return
	}
	if p.ready != nil {
		if problem := p.ready(); problem != "" {
			k.problem(problem)
			return
		}
	}
	switch {
	case p.do != nil:
		p.do()
	case k.upto > 0 && k.at == k.upto:
		k.upto = 0
		k.show(len(k.pages) - 1)
	case k.at < len(k.pages)-1:
		k.show(k.at + 1)
	}
}

// turnTime is how long after a page came a press may still be meant for the page before: the second of two quick clicks.
const turnTime = 400 * time.Millisecond

// meant does what cannot be taken back, or what may lie under the button of the page before, unless the press came too
// soon to be meant for this page.
func (k *kiosk) meant(do func()) {
	if since := k.ui.Clock().Sub(k.turned); since <= 0 || since > turnTime { // a clock that stands or jumps back holds nobody up
		do()
	}
}

// back goes to the page before, within one's own response.
func (k *kiosk) back() {
	switch {
	case k.page == nil || !k.page.back:
	case k.at == 0:
		k.language()
	default:
		k.show(k.at - 1)
	}
}

// problem says what keeps the page from going on.
func (k *kiosk) problem(text string) {
	k.page.problem.SetText(text)
	k.touch()
}

// touch is a sign of the person.
func (k *kiosk) touch() {
	if k.draft != nil {
		k.idle.touch()
	}
}

// open puts a page on the screen and the focus on its main control.
func (k *kiosk) open(p *page) {
	k.page, k.turned = p, k.ui.Clock()
	p.problem = kit.Problem("")
	k.put(k.frame(p))
	kit.Hear(k.shown, k.touch)
	if p.main != nil {
		k.ui.win.Canvas().Focus(p.main)
	}
	k.touch()
}

// put makes an object the only one in the window. Pop-ups of the page before go with it.
func (k *kiosk) put(o fyne.CanvasObject) {
	window := k.ui.win.Canvas()
	window.Unfocus()
	for top := window.Overlays().Top(); top != nil; top = window.Overlays().Top() {
		window.Overlays().Remove(top)
	}
	k.shown, k.awake = o, nil
	k.root.Objects = nil
	if o != nil {
		k.root.Objects = []fyne.CanvasObject{o}
	}
	k.root.Refresh()
}

// cover hides the page from whoever passes by, until a key or a click shows it again.
func (k *kiosk) cover(left time.Duration) {
	seconds := int(left / time.Second)
	shown, focused := k.shown, k.ui.win.Canvas().Focused()
	if seconds < int(coverTime/time.Second) { // the cover is there already
		k.coverText(seconds)
		return
	}
	k.put(container.NewStack())
	k.awake = func() {
		k.put(shown)
		if focused != nil {
			k.ui.win.Canvas().Focus(focused)
		}
		k.touch()
	}
	catch := kit.NewAnyKey(k.awake)
	k.root.Objects = append(k.root.Objects, catch)
	k.coverText(seconds)
	k.ui.win.Canvas().Focus(catch)
}

func (k *kiosk) coverText(seconds int) {
	k.root.Objects[0].(*fyne.Container).Objects = []fyne.CanvasObject{kit.Inset(0, kit.XL, container.New(inTheMiddle(900), kit.VStack(kit.L,
		sign(theme.VisibilityOffIcon()),
		kit.Display(k.say("kiosk.cover.title")).Centred(),
		kit.Lead(k.words.Count("kiosk.cover.text", seconds)).Centred(),
	)))}
	k.root.Refresh()
}
