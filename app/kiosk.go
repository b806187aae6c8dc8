package app

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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
	page   *page
	turned time.Time // when the page came
	before string    // what the clipboard held when the person began
	full   bool      // whether the window was full-screen before
	cancel func()    // ends the thanks
	nested bool      // a key is being passed on to the page's main control
	awake  func()    // takes the cover off; nil where there is none
	door   door      // the way out
}

// page is one page of the journey.
type page struct {
	progress string // "Theme 3 of 12"; empty for none
	content  fyne.CanvasObject
	middle   bool                    // the content stands in the middle of the screen
	fixed    bool                    // the content scrolls by itself
	main     fyne.Focusable          // what has the focus at first and takes stray keys; nil: the button that goes on
	next     string                  // the button that goes on; empty for none
	ready    func() (problem string) // nil: always ready
	do       func()                  // what the button does; nil: the next page
	problem  *kit.Text               // where a problem is said
	back     bool                    // there is a way back
	escape   func()                  // what Esc does; nil: asks to leave
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
	ui.win.SetFullScreen(true)
	k.handOver()
}

// leave gives the window back to the facilitator.
func (k *kiosk) leave() {
	k.wipe()
	ui := k.ui
	ui.kiosk = nil
	ui.win.Canvas().SetOnTypedRune(nil)
	ui.win.SetFullScreen(k.full)
	ui.rebuild()
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
	k.draft, k.pages, k.page, k.at, k.before, k.door.passed = nil, nil, nil, 0, "", nil
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

// kioskWidth is as wide as a page's content gets.
const kioskWidth float32 = 1160

// frame is a page with its progress above and its buttons below.
func (k *kiosk) frame(p *page) fyne.CanvasObject {
	top := kit.VStack(kit.S)
	if p.progress != "" {
		top.Add(k.bar())
		top.Add(kit.Inset(kit.S, kit.XL, kit.Column(kioskWidth, kit.Muted(p.progress))))
	}
	foot := container.NewStack()
	if p.next != "" || p.back {
		row := kit.Border(nil, nil, nil, nil, kit.Inset(kit.S, kit.M, container.New(centred{kioskWidth, 0.5}, p.problem)))
		var left, right fyne.CanvasObject
		if p.back {
			left = k.large(k.say("button.back"), kit.Plain, k.back)
		}
		if p.back && p.progress != "" { // by mouse as by Esc
			left = kit.HStack(kit.M, left, k.large(k.say("kiosk.stop.button"), kit.Quiet, k.escape))
		}
		if p.next != "" {
			next := k.large(p.next, kit.Primary, k.next)
			right = next
			if p.main == nil {
				p.main = next
			}
		}
		row = kit.Border(nil, nil, left, right, row)
		foot.Add(kit.Inset(kit.M, kit.XL, kit.Column(kioskWidth, row)))
	}
	if p.fixed {
		content := kit.Inset(kit.S, kit.XL, kit.Column(kioskWidth, p.content))
		return container.NewStack(newMotion(k.touch), kit.Border(top, foot, nil, nil, content))
	}
	content := kit.Column(kioskWidth, p.content)
	if p.middle {
		content = container.New(inTheMiddle(900), p.content)
	}
	return container.NewStack(newMotion(k.touch), kit.Border(top, foot, nil, nil, container.NewVScroll(kit.Inset(kit.S, kit.XL, content))))
}

// headed is a page's title, and what belongs to it, beside a pictogram that says the same without words.
func headed(picture *kit.Icon, words ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Border(nil, nil, container.NewVBox(picture), nil, kit.Inset(0, kit.M, kit.VStack(kit.S, words...)))
}

// sign is the pictogram of a page in the middle of the screen.
func sign(icon fyne.Resource) fyne.CanvasObject {
	return kit.Middle(kit.NewIcon(icon, 72, theme.ColorNamePrimary))
}

// small is the pictogram beside a title.
func small(icon fyne.Resource) *kit.Icon { return kit.NewIcon(icon, 40, theme.ColorNamePrimary) }

// large is a button of the kiosk's size.
func (k *kiosk) large(text string, weight kit.Weight, tap func()) *kit.Button {
	b := kit.NewButton(text, weight, tap)
	b.Large = true
	return b
}

// bar shows how far the person has come.
func (k *kiosk) bar() fyne.CanvasObject {
	done, rest := canvas.NewRectangle(k.ui.color(theme.ColorNamePrimary)), canvas.NewRectangle(k.ui.color(kit.ColorLine))
	share := float32(k.at+1) / float32(len(k.pages))
	return kit.Least(0, 6, kit.Columns(0, []float32{share, 1.0001 - share}, done, rest))
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

// typedKey hears keys that no control used. Esc asks to leave. Where the page has only buttons, arrows go from one to
// the next; else keys go to the page's main control where a click has taken the focus off it, or where a button has it.
func (k *kiosk) typedKey(e *fyne.KeyEvent) {
	if k.page == nil || k.nested {
		return
	}
	if k.awake != nil {
		k.awake()
		return
	}
	k.touch()
	if e.Name == fyne.KeyEscape {
		if k.ui.hidPopUp() {
			return
		}
		if k.page.escape != nil {
			k.page.escape()
			return
		}
		k.escape()
		return
	}
	window := k.ui.win.Canvas()
	focused := window.Focused()
	_, onButton := focused.(*kit.Button)
	if _, only := k.page.main.(*kit.Button); only && onButton {
		switch e.Name {
		case fyne.KeyUp, fyne.KeyLeft:
			window.FocusPrevious()
		case fyne.KeyDown, fyne.KeyRight:
			window.FocusNext()
		}
	}
	if k.page.main == nil || focused == k.page.main || focused != nil && !onButton {
		return
	}
	k.nested = true
	defer func() { k.nested = false }()
	if focused == nil {
		window.Focus(k.page.main)
	}
	k.page.main.TypedKey(e)
}

// typedRune passes letters and digits that no control used on to the page's main control.
func (k *kiosk) typedRune(r rune) {
	if k.page == nil || k.page.main == nil {
		return
	}
	if k.awake != nil {
		k.awake()
		return
	}
	k.touch()
	if _, isButton := k.page.main.(*kit.Button); isButton {
		return
	}
	if k.ui.win.Canvas().Focused() == nil {
		k.ui.win.Canvas().Focus(k.page.main)
	}
	k.page.main.TypedRune(r)
}

// motion hears the mouse move over the background.
type motion struct {
	widget.BaseWidget
	moved func()
}

func newMotion(moved func()) *motion {
	m := &motion{moved: moved}
	m.ExtendBaseWidget(m)
	return m
}

func (m *motion) MouseIn(*desktop.MouseEvent)    { m.moved() }
func (m *motion) MouseMoved(*desktop.MouseEvent) { m.moved() }
func (m *motion) MouseOut()                      {}

func (m *motion) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(m.Theme().Color(theme.ColorNameBackground, fyne.CurrentApp().Settings().ThemeVariant())))
}

// centred keeps its one object at most so wide, in the middle of the width, with a share of the free height above it.
type centred struct{ width, above float32 }

func inTheMiddle(width float32) centred { return centred{width, 0.5} }

func (c centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		width := min(size.Width, c.width)
		o.Resize(fyne.NewSize(width, o.Size().Height)) // wrapped text knows its height only once it has a width
		height := o.MinSize().Height
		o.Move(fyne.NewPos((size.Width-width)/2, max(0, (size.Height-height)*c.above)))
		o.Resize(fyne.NewSize(width, height))
	}
}

func (centred) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return container.NewStack(objects...).MinSize()
}
