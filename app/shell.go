package app

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// shell is the frame round every face: the session's name and tools above, the step rail at the left, what was kept
// below.
type shell struct {
	ui     *UI
	root   *fyne.Container
	top    *fyne.Container
	side   *fyne.Container
	face   *fyne.Container
	foot   *fyne.Container
	notes  *fyne.Container
	status *kit.Text
	clock  *kit.Button
	cancel func()

	refused bool // what the message says that could not be done may be tried again
	undoes  bool // the message offers to take the last change back
}

func newShell(ui *UI) *shell {
	s := &shell{
		ui: ui, top: container.NewStack(), side: container.NewStack(), face: container.NewStack(),
		foot: container.NewStack(), notes: container.NewVBox(),
	}
	s.root = container.NewBorder(s.top, s.foot, s.side, nil, container.NewStack(s.face, container.NewVBox(s.notes)))
	return s
}

// parts are what the frame is made of, the face first.
func (s *shell) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.face, s.side, s.top, s.foot}
}

// show puts a face into the frame and dresses the frame for it.
func (s *shell) show(face fyne.CanvasObject) {
	s.refresh()
	swap(s.face, kit.Inset(kit.M, kit.L, face))
}

// swap makes new objects the only ones in a container. Unlike Refresh it does not draw each of them twice.
func swap(in *fyne.Container, objects ...fyne.CanvasObject) {
	in.Objects = objects
	in.Layout.Layout(objects, in.Size())
	canvas.Refresh(in)
}

// refresh dresses the frame after a change, without touching the face.
func (s *shell) refresh() {
	ui := s.ui
	swap(s.top, s.topBar())
	if ui.room == nil {
		swap(s.side)
		swap(s.foot)
	} else {
		swap(s.side, s.rail())
		swap(s.foot, s.footBar())
	}
	s.root.Layout.Layout(s.root.Objects, s.root.Size()) // the frame may need another size
	ui.freshMenu()
}

func (s *shell) topBar() fyne.CanvasObject {
	ui := s.ui
	left := fyne.CanvasObject(kit.Middle(kit.Heading(ui.Say("app.name")).Fit()))
	if ui.room != nil {
		session := ui.Session()
		badges := []fyne.CanvasObject{kit.NewBadge(ui.stateWords(session.State), kit.ColorEmployees)}
		if !ui.largeText() {
			badges = append(badges, s.marks()...)
		}
		left = container.NewBorder(nil, nil, kit.NewIconButton("", theme.HomeIcon(), ui.Home), nil,
			kit.Inset(0, kit.M, kit.Leading(kit.M, kit.Strong(sessionName(ui, session)), badges...)))
	}
	right := kit.HStack(kit.XS)
	if ui.room != nil {
		if ui.projector.dark() {
			shown := kit.NewButton(ui.Say("projector.blanked"), kit.Quiet, ui.projector.blank)
			shown.Ink = kit.ColorCustomers
			right.Add(shown)
		}
		if !ui.collects() {
			s.clock = kit.NewIconButton("", theme.HistoryIcon(), ui.agendaCard)
			s.tell()
			right.Add(s.clock)
		}
		undo := kit.NewIconButton("", theme.ContentUndoIcon(), func() { ui.runNamed("undo") })
		if !canUndo(ui) {
			undo.Disable()
		}
		right.Add(undo)
		if !ui.collects() {
			right.Add(kit.NewButton(ui.Say("shell.parking", "n", len(ui.Session().Parking)), kit.Quiet, ui.parkingLot))
		}
	}
	right.Add(kit.NewButton(strings.ToUpper(string(ui.words.Lang())), kit.Quiet, ui.nextLanguage))
	right.Add(kit.NewButton("A+", kit.Quiet, func() { ui.cycleText() }))
	right.Add(kit.NewIconButton("", theme.ColorPaletteIcon(), ui.nextVariant))
	right.Add(kit.NewIconButton("", theme.QuestionIcon(), ui.help))
	bar := container.NewBorder(nil, nil, nil, right, left)
	if ui.room == nil {
		bar = container.NewBorder(nil, nil, left, right)
	}
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorSurface, 0),
		container.NewBorder(nil, hairline(ui), nil, nil, kit.Inset(kit.XS, kit.M, bar)))
}

// sessionName is how a session is called on screen.
func sessionName(ui *UI, s *workshop.Session) string {
	switch {
	case s.Setup.Organisation == "" && s.Setup.Team == "":
		return ui.Say("session.untitled")
	case s.Setup.Team == "":
		return s.Setup.Organisation
	}
	return s.Setup.Organisation + " · " + s.Setup.Team
}

// largeText says whether text is so large that a line holds much less than usual.
func (ui *UI) largeText() bool { return ui.prefs.textScale() > 1.25 }

// marks are the session's marks as badges. They stand beside its name, with large text in the line at the foot.
func (s *shell) marks() []fyne.CanvasObject {
	var badges []fyne.CanvasObject
	for _, mark := range marks(s.ui, s.ui.Session(), s.ui.room.Store().Protected()) {
		badges = append(badges, kit.NewBadge(mark, kit.ColorCustomers))
	}
	return badges
}

// marks are what must be said of a session on every face: a rehearsal, an import, an unlocked file.
func marks(ui *UI, s *workshop.Session, protected bool) []string {
	var out []string
	if s.Rehearsal {
		out = append(out, ui.Say("mark.rehearsal"))
	}
	if s.Imported {
		out = append(out, ui.Say("mark.imported"))
	}
	if !protected && s.State != workshop.Prepare {
		out = append(out, ui.Say("mark.unlocked"))
	}
	if ui.collects() {
		out = append(out, ui.Say("mark.collector"))
	}
	return out
}

func (s *shell) rail() fyne.CanvasObject {
	ui := s.ui
	box := kit.VStack(2)
	number := 0
	for _, item := range rail() {
		text := "      " + ui.Say("face."+string(item.face))
		if !item.side {
			number++
			text = fmt.Sprintf("%d  %s", number, ui.Say("face."+string(item.face)))
		}
		b := kit.NewButton(text, kit.Quiet, func() { ui.Visit(item.face) })
		b.Left = true
		b.On = ui.route.Face == item.face
		if !ui.reaches(item.face) {
			b.Disable()
		}
		box.Add(b)
	}
	width := float32(200) * max(1, ui.prefs.textScale()*0.86)
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorSurface, 0),
		container.NewBorder(nil, nil, nil, hairline(ui), kit.Least(width, 0, container.NewVScroll(kit.Inset(12, 12, box)))))
}

func (s *shell) footBar() fyne.CanvasObject {
	ui := s.ui
	s.status = kit.Small(ui.Say("shell.kept")).Fit()
	parts := []fyne.CanvasObject{s.status}
	if ui.largeText() {
		parts = append(parts, s.marks()...)
	}
	parts = append(parts, layout.NewSpacer())
	if what, ok := ui.room.CanUndo(); ok {
		parts = append(parts, kit.Small(ui.Say("shell.undo", "what", ui.Say("undo."+what))).Fit())
	}
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorSurface, 0),
		container.NewBorder(hairline(ui), nil, nil, nil, kit.Inset(6, kit.M, kit.HStack(kit.M, parts...))))
}

// hairline is a line of one pixel in the colour of lines.
func hairline(ui *UI) fyne.CanvasObject {
	line := canvas.NewRectangle(ui.color(kit.ColorLine))
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}

// color is a colour of the theme as it stands.
func (ui *UI) color(name fyne.ThemeColorName) color.Color {
	settings := ui.App.Settings()
	return settings.Theme().Color(name, settings.ThemeVariant())
}

// tick shows the time of the step on the button that opens the agenda.
func (s *shell) tick() {
	if s.ui.room != nil && !s.ui.collects() && s.tell() {
		s.top.Refresh()
	}
}

// tell puts the time of the step on its button, and says whether it was another.
func (s *shell) tell() (other bool) {
	text, ink := s.ui.pace.words(s.ui)
	if text == s.clock.Text && ink == s.clock.Ink {
		return false
	}
	s.clock.Ink = ink
	s.clock.SetText(text)
	return true
}

// notice shows a message over the head of the face, away from the buttons that lead on: a problem stays until it is closed,
// others go by themselves.
func (s *shell) notice(text string, problem bool, do func(), label string) {
	if s.cancel != nil {
		s.cancel()
	}
	s.refused, s.undoes = false, false
	message := kit.Body(text)
	if problem {
		message = kit.Problem(text)
	}
	buttons := kit.HStack(kit.S)
	if do != nil {
		buttons.Add(kit.NewButton(label, kit.Plain, func() {
			s.clear()
			do()
		}))
	}
	buttons.Add(kit.NewIconButton("", theme.CancelIcon(), s.clear))
	s.notes.Objects = []fyne.CanvasObject{kit.Inset(kit.M, kit.L, kit.CardPadded(kit.M,
		kit.Row(nil, kit.S, message, buttons)))}
	s.notes.Refresh()
	if !problem {
		s.cancel = s.ui.Timer(noticeTime, s.clear)
	}
}

func (s *shell) clear() { s.cleared() }

// cleared takes the message away, and says whether there was one.
func (s *shell) cleared() bool {
	if len(s.notes.Objects) == 0 {
		return false
	}
	s.notes.Objects, s.refused, s.undoes = nil, false, false
	s.notes.Refresh()
	return true
}

// runNamed runs a command by its id where it may.
func (ui *UI) runNamed(id string) {
	for _, c := range commands() {
		if c.id == id {
			ui.run(c)
		}
	}
}

// nextLanguage goes round the languages.
func (ui *UI) nextLanguage() {
	langs := assets.Langs()
	ui.SetLanguage(langs[(languageAt(ui.words.Lang())+1)%len(langs)])
}

// cycleText goes round the text sizes.
func (ui *UI) cycleText() {
	scales := textScales()
	if ui.prefs.textScale() >= scales[len(scales)-1] {
		ui.prefs.setTextScale(scales[0])
		ui.applyLook()
		ui.rebuild()
		return
	}
	ui.scaleText(1)
}
