package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"exceed/app/figure"
	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// projector is the second window, for the room. It shows what projectorContent lets through and nothing else.
type projector struct {
	ui      *UI
	window  fyne.Window // nil while it is off
	figure  *figure.Figure
	stage   fyne.CanvasObject // what the window holds
	room    *workshop.Room    // whose content it shows; nil on home
	last    Route             // the step of the reveal that was shown last
	blanked bool
	voices  bool // the facilitator released the voices
	trend   bool // the facilitator released the trend, for as long as its face is shown
}

func newProjector(ui *UI) *projector {
	p := &projector{ui: ui}
	p.figure = figure.New(p.draw)
	p.stage = newStage(p.figure, func() { p.typedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }, p.fill)
	return p
}

// toggle turns the projector on or off.
func (p *projector) toggle() {
	if p.window != nil {
		p.hide()
		p.changed()
		return
	}
	p.window = p.ui.App.NewWindow(p.ui.Say("projector.title"))
	p.window.SetIcon(p.ui.win.Icon())
	p.window.SetPadded(false)
	p.window.SetContent(p.stage)
	p.window.SetOnClosed(func() {
		p.window = nil
		p.changed()
	})
	p.window.Canvas().SetOnTypedKey(p.typedKey)
	driver, canAsk := p.ui.App.Driver().(desktop.Driver)
	window, canSend := p.window.(desktop.Window)
	if canAsk && canSend && driver.HasSecondaryDisplay() {
		window.RequestFullScreenSecondary()
		p.window.Show()
		p.ui.win.RequestFocus() // the keys stay with the facilitator
	} else {
		p.window.Resize(fyne.NewSize(960, 540))
		p.window.Show() // in front, to be dragged
		p.ui.Notice(p.ui.Say("projector.drag"))
	}
	p.changed()
}

// hide turns the projector off.
func (p *projector) hide() {
	if window := p.window; window != nil {
		p.window = nil
		window.SetOnClosed(func() {})
		window.Close()
	}
}

// blank hides what the room sees, or shows it again.
func (p *projector) blank() {
	p.blanked = !p.blanked
	p.changed()
}

// dark says whether the room sees nothing and the face does not say so itself.
func (p *projector) dark() bool {
	return p.blanked && p.window != nil && p.ui.route.Face != FaceReveal
}

// releaseVoices lets the room see the voices, or takes them back.
func (p *projector) releaseVoices(released bool) {
	p.voices = released
	p.changed()
}

// releaseTrend lets the room see the trend, or takes it back.
func (p *projector) releaseTrend(released bool) {
	p.trend = released
	p.changed()
}

// changed shows the room, and the facilitator on the reveal and the trend, how things stand.
func (p *projector) changed() {
	if p.ui.room != nil && (p.ui.route.Face == FaceReveal || p.ui.route.Face == FaceTrend) {
		p.ui.Reload() // calls follow
		return
	}
	p.ui.shell.refresh()
	p.follow(p.ui.route)
}

// follow is told where the facilitator's window is, after each change of it.
func (p *projector) follow(at Route) {
	if p.room != p.ui.room {
		p.room, p.last, p.blanked, p.voices = p.ui.room, Route{}, false, false
		if p.room != nil {
			p.room.Watch(func() {
				if !p.ui.held { // then the room may be at work on another goroutine
					p.refresh()
				}
			})
		}
	}
	p.trend = p.trend && at.Face == FaceTrend
	if at.Face == FaceReveal && !p.blanked && p.window != nil {
		p.last = at
	}
	p.refresh()
}

func (p *projector) refresh() {
	if p.window != nil {
		p.figure.Refresh()
	}
}

// draw lays out what the room sees now; nothing where no session is open.
func (p *projector) draw(size fyne.Size) chart.Figure {
	if p.room == nil || p.room != p.ui.room {
		return chart.Figure{}
	}
	s, words := p.room.Session(), p.ui.words
	if s.Setup.Language != words.Lang() {
		words = assets.WordsFor(s.Setup.Language) // the room's language, whatever the facilitator reads
	}
	view := roomView{route: p.ui.route, last: p.last, responses: p.room.Responses(), blanked: p.blanked, voices: p.voices, trend: p.trend, measure: p.ui.measure}
	return roomFigure(projectorContent(s, view, words), s.Compare(), p.ui.chartSheet(words, size, 0))
}

// sees is what the room sees of what the facilitator's face shows: off, blank, unreleased or shown. Its words are
// "reveal.room." + it.
func (p *projector) sees(released bool) string {
	switch {
	case p.window == nil:
		return "off"
	case p.blanked:
		return "blank"
	case !released:
		return "unreleased"
	}
	return "shown"
}

// typedKey hears keys while the projector's window has the focus: a clicker works there too.
func (p *projector) typedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF11:
		p.fill()
	case fyne.KeyEscape:
		p.window.SetFullScreen(false)
	case fyne.KeyF5, fyne.KeyB, fyne.KeyT, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		p.ui.typedKey(e)
	}
}

// fill has the projector's window fill its screen, or no longer.
func (p *projector) fill() { p.window.SetFullScreen(!p.window.FullScreen()) }

// newStage is all that the projector's window ever holds: the figure on plain ground. Nothing on it takes the focus; a
// click and a double one are one for all of it.
func newStage(figure *figure.Figure, click, double func()) fyne.CanvasObject {
	figure.Ground = kit.ColorSurface
	cover := &cover{click: click, double: double}
	cover.ExtendBaseWidget(cover)
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorSurface, 0), figure, cover)
}

// cover lies over the stage and hides the pointer.
type cover struct {
	widget.BaseWidget
	click, double func()
}

// Tapped is a click.
func (c *cover) Tapped(*fyne.PointEvent) { c.click() }

// DoubleTapped is a double one.
func (c *cover) DoubleTapped(*fyne.PointEvent) { c.double() }

// CreateRenderer is Fyne's.
func (c *cover) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Cursor is none.
func (c *cover) Cursor() desktop.Cursor { return desktop.HiddenCursor }
