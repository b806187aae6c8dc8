package app

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"exceed/app/figure"
	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// roomLook is the window's look with everything as large as the room needs it.
type roomLook struct {
	fyne.Theme
	scale float32
}

// Size grows text and space alike.
func (l roomLook) Size(name fyne.ThemeSizeName) float32 { return l.Theme.Size(name) * l.scale }

// roomText makes plain text 33 high on a canvas of 1080, so that the smallest is 28.
const roomText = 2.2

// roomFace draws the projector's content for a canvas of that size. What holds much is set smaller until it fits.
func (ui *UI) roomFace(c roomContent, s *workshop.Session, words *assets.Words, size fyne.Size) fyne.CanvasObject {
	if c.blank || s == nil {
		return canvas.NewRectangle(nil)
	}
	unit := min(size.Height/1080, size.Width/1440)
	margin := 72 * unit
	room := size.SubtractWidthHeight(2*margin, 1.5*margin)
	var face fyne.CanvasObject
	for _, smaller := range []float32{1, 0.86, 0.74, 0.62, 0.5} {
		scale := unit * smaller
		face = ui.roomParts(c, s, words, scale)
		look := kit.NewLook(assets.FontRegular(), assets.FontSemiBold(), 1, ui.prefs.variant())
		face = container.NewThemeOverride(face, roomLook{look, roomText * scale})
		if settle(face, room).Height <= room.Height {
			break
		}
	}
	return container.New(layout.NewCustomPaddedLayout(margin*0.75, margin*0.75, margin, margin), face)
}

// settle lays an object out in a room until wrapped text knows its height, and answers the least size.
func settle(o fyne.CanvasObject, room fyne.Size) fyne.Size {
	for range 3 {
		o.Resize(room.AddWidthHeight(1, 1))
		o.Resize(room)
	}
	return o.MinSize()
}

// roomParts puts the content together: name above, finding, the thing itself, and what is to be known about it below.
func (ui *UI) roomParts(c roomContent, s *workshop.Session, words *assets.Words, unit float32) fyne.CanvasObject {
	above := kit.Small(c.above)
	switch {
	case c.lay != nil:
		return ui.roomChart(c, s, words, unit, above)
	case c.voices != nil:
		list := kit.VStack(18 * unit)
		for _, group := range c.voices {
			list.Add(kit.Strong(themeOf(group, words)))
			for _, text := range group.texts {
				list.Add(ui.voiceLine(text, unit))
			}
		}
		return container.NewBorder(kit.VStack(8*unit, above, kit.Heading(c.title)), kit.Small(c.notes), nil, nil, upright(list))
	}
	parts := kit.VStack(24 * unit)
	if c.title != "" {
		parts.Add(kit.Title(c.title))
	}
	if c.number != "" {
		number := canvas.NewText(c.number, ui.color(kit.ColorEmployees))
		number.TextSize, number.TextStyle.Bold = 190*unit, true
		parts.Add(number)
	}
	if c.text != "" {
		parts.Add(kit.Heading(c.text))
	}
	for i, item := range c.items {
		parts.Add(ui.roomItem(i, item, unit))
	}
	if c.more != "" {
		parts.Add(kit.Body(c.more))
	}
	return container.NewBorder(above, nil, nil, nil, container.NewVBox(layout.NewSpacer(), parts, layout.NewSpacer()))
}

// roomItem is one line of a list: numbered where it has a line below it, as promises and themes do.
func (ui *UI) roomItem(i int, item roomItem, unit float32) fyne.CanvasObject {
	if item.below == "" {
		return kit.Lead(item.what)
	}
	number := canvas.NewText(fmt.Sprint(i+1), ui.color(kit.ColorEmployees))
	number.TextSize, number.TextStyle.Bold = 62*unit, true
	head := kit.Lead(item.what)
	head.Label.TextStyle.Bold = true
	return container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 0, 32*unit), number), nil,
		kit.VStack(4*unit, head, kit.Body(item.below)))
}

func (ui *UI) roomChart(c roomContent, s *workshop.Session, words *assets.Words, unit float32, above fyne.CanvasObject) fyne.CanvasObject {
	comparison, text := s.Compare(), 15*roomText*unit
	said := c.lay(comparison, ui.sheet(words, fyne.NewSize(1600*unit, 800*unit), text))
	var body fyne.CanvasObject
	if c.table {
		body = upright(kit.Table(ui.drawable(said.Table)))
	} else {
		body = figure.New(func(size fyne.Size) chart.Figure {
			return c.lay(comparison, ui.sheet(words, size, text)).Figure
		})
	}
	notes := said.Note
	if said.Badge != "" {
		notes = said.Badge + " " + notes
	}
	return container.NewBorder(kit.VStack(8*unit, above, kit.Heading(said.Title)), kit.Small(notes), nil, nil,
		container.New(layout.NewCustomPaddedLayout(24*unit, 24*unit, 0, 0), body))
}

// upright keeps an object as high as it is, in the middle of the height there is.
func upright(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
}

// stage fills a window with a face that is built anew for each size. It takes no focus and no tap, and hides the
// mouse's pointer.
type stage struct {
	widget.BaseWidget
	build func(fyne.Size) fyne.CanvasObject
}

func newStage(build func(fyne.Size) fyne.CanvasObject) *stage {
	s := &stage{build: build}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is Fyne's.
func (s *stage) CreateRenderer() fyne.WidgetRenderer {
	cover := &cover{}
	cover.ExtendBaseWidget(cover)
	return &stageRenderer{stage: s, floor: kit.NewPanel(kit.ColorSurface, kit.ColorSurface, 0), cover: cover}
}

type stageRenderer struct {
	stage *stage
	floor *kit.Panel
	face  fyne.CanvasObject
	cover *cover
	size  fyne.Size
}

func (r *stageRenderer) Destroy()           {}
func (r *stageRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 180) }

func (r *stageRenderer) Objects() []fyne.CanvasObject {
	if r.face == nil {
		return []fyne.CanvasObject{r.floor, r.cover}
	}
	return []fyne.CanvasObject{r.floor, r.face, r.cover}
}

func (r *stageRenderer) Layout(size fyne.Size) {
	if size == r.size && r.face != nil || size.IsZero() {
		return
	}
	r.size = size
	r.fill()
}

func (r *stageRenderer) Refresh() {
	r.fill()
	canvas.Refresh(r.stage)
}

func (r *stageRenderer) fill() {
	if r.size.IsZero() {
		return
	}
	r.face = r.stage.build(r.size)
	for _, o := range r.Objects() {
		o.Move(fyne.Position{})
		o.Resize(r.size)
	}
	r.floor.Refresh()
}
