package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"exceed/app/figure"
	"exceed/app/kit"
	"exceed/workshop/chart"
	"exceed/workshop/pdf"
)

// preview shows one page of the PDF as it will be printed, beside all of them from afar.
type preview struct {
	ui     *UI
	desk   *desk
	pages  []*pdf.Page
	page   int
	sheet  *figure.Figure
	place  *kit.Text
	frame  *fyne.Container
	thumbs *fyne.Container // *thumb each
}

func (ui *UI) newPreview(d *desk) *preview {
	v := &preview{ui: ui, desk: d, place: kit.Small("").Fit(), thumbs: kit.VStack(kit.XS)}
	v.sheet = figure.New(v.draw)
	v.sheet.Palette = chart.Paper()
	v.sheet.SetMinSize(fyne.NewSize(220, 300))
	v.frame = container.New(&paperLayout{v}, canvas.NewRectangle(chart.Paper().Colour(chart.Surface)), v.sheet)
	v.show()
	return v
}

// wide says whether there is room for the thumbs.
func (v *preview) wide() bool { return v.ui.prefs.textScale() <= 1.25 }

// share is how the face's width is divided between the choices and the preview.
func (v *preview) share() []float32 {
	if v.wide() {
		return []float32{3, 2}
	}
	return []float32{2, 1}
}

// show lays the pages out anew, as what goes in has changed.
func (v *preview) show() {
	pages, err := pdf.Pages(v.ui.Session(), v.desk.options(v.ui.measure))
	if err != nil {
		v.ui.Log.Error("preview", "error", err)
	}
	v.pages, v.thumbs.Objects = pages, nil
	if v.wide() {
		for i, p := range pages {
			picture := canvas.NewImageFromImage(figure.Sketch(p.Figure, chart.Paper(), v.ui.measure, 2*thumbWidth))
			picture.SetMinSize(fyne.NewSize(thumbWidth, float32(thumbWidth*p.Figure.Height/p.Figure.Width)))
			v.thumbs.Add(newThumb(picture, func() { v.turn(i - v.page) }))
		}
	}
	v.turn(0)
}

// open turns to the page on which a section starts, where it has one.
func (v *preview) open(section pdf.Section) {
	title := v.desk.words.Say("pdf.section." + string(section))
	at := slices.IndexFunc(v.pages, func(p *pdf.Page) bool {
		return slices.ContainsFunc(p.Bookmarks, func(b pdf.Bookmark) bool { return b.Title == title })
	})
	if at >= 0 {
		v.turn(at - v.page)
	}
}

// turn goes so many pages on.
func (v *preview) turn(by int) {
	v.page = max(0, min(v.page+by, len(v.pages)-1))
	v.place.SetText(v.ui.Say("report.page", "page", min(v.page+1, len(v.pages)), "pages", len(v.pages)))
	v.frame.Refresh()
	v.sheet.Refresh()
	for i, o := range v.thumbs.Objects {
		o.(*thumb).choose(i == v.page)
	}
	v.thumbs.Refresh()
}

func (v *preview) face() fyne.CanvasObject {
	before := kit.NewIconButton("", theme.NavigateBackIcon(), func() { v.turn(-1) })
	after := kit.NewIconButton("", theme.NavigateNextIcon(), func() { v.turn(1) })
	foot := kit.HStack(kit.S, layout.NewSpacer(), before, kit.Middle(v.place), after, layout.NewSpacer())
	if !v.wide() {
		return kit.Border(nil, foot, nil, nil, v.frame)
	}
	return kit.Border(nil, nil, nil, kit.Scroll(v.thumbs), kit.Border(nil, foot, nil, nil, v.frame))
}

// draw is the present page, as large as the room it gets.
func (v *preview) draw(size fyne.Size) chart.Figure {
	if v.page >= len(v.pages) {
		return chart.Figure{}
	}
	page := v.pages[v.page].Figure
	return page.Scaled(float64(size.Width) / page.Width)
}

// paperLayout keeps a page in the shape of its paper, in the middle of the room.
type paperLayout struct{ view *preview }

func (l *paperLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w, h := l.view.desk.paper.Size()
	scale := min(size.Width/float32(w), size.Height/float32(h))
	paper := fyne.NewSize(float32(w)*scale, float32(h)*scale)
	for _, o := range objects {
		o.Resize(paper)
		o.Move(fyne.NewPos((size.Width-paper.Width)/2, (size.Height-paper.Height)/2))
	}
}

func (l *paperLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(220, 300) }

// thumbWidth is how wide a page is from afar.
const thumbWidth = 72

// thumb is a page from afar, with a ring around the one that is shown. A click shows it; on the keyboard the arrows beside
// the number of the page do that.
type thumb struct {
	widget.BaseWidget
	picture *canvas.Image
	ring    *canvas.Rectangle
	tap     func()
}

func newThumb(picture *canvas.Image, tap func()) *thumb {
	t := &thumb{picture: picture, ring: canvas.NewRectangle(chart.Paper().Colour(chart.Surface)), tap: tap}
	t.ring.CornerRadius = 2
	t.ExtendBaseWidget(t)
	return t
}

// choose says whether it is the page that is shown.
func (t *thumb) choose(on bool) {
	t.ring.StrokeWidth, t.ring.StrokeColor = 1, theme.Color(kit.ColorLine)
	if on {
		t.ring.StrokeWidth, t.ring.StrokeColor = 3, theme.Color(theme.ColorNamePrimary)
		kit.IntoSight(t)
	}
	t.ring.Refresh()
}

// Tapped shows the page.
func (t *thumb) Tapped(*fyne.PointEvent) { t.tap() }

// Cursor is the hand.
func (t *thumb) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is Fyne's.
func (t *thumb) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(t.ring, container.New(layout.NewCustomPaddedLayout(3, 3, 3, 3), t.picture)))
}
