package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// Write writes the PDF of a revealed session. It writes once and whole, or not at all. Errors as Pages.
func Write(w io.Writer, s *workshop.Session, o Options) error {
	return write(w, s, o, document{"pdf.title", s.Setup.Date}, func(o Options) ([]*Page, error) { return Pages(s, o) })
}

// document is what a PDF says of itself: the key of its title, with the session's name in it, and its day.
type document struct {
	title string
	day   workshop.Date
}

func write(w io.Writer, s *workshop.Session, o Options, of document, lay func(Options) ([]*Page, error)) (err error) {
	defer recovered(&err)
	if o.Measure, err = o.measurer(); err != nil {
		return err
	}
	pages, err := lay(o)
	if err != nil {
		return err
	}
	data, err := render(pages, s, o, of)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

const family = "body"

// printer draws shapes with gofpdf. It remembers what is set, as setting it again costs bytes.
type printer struct {
	*gofpdf.Fpdf
	palette *chart.Palette
	measure chart.Measurer
	font    struct {
		weight chart.Weight
		size   float64
	}
	stroke, fill, text chart.Ink
	width              float64
}

// newPrinter is a printer for that paper with its fonts and nothing on it.
func newPrinter(paper Paper, measure chart.Measurer) *printer {
	width, height := paper.Size()
	p := &printer{
		Fpdf:    gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: width, Ht: height}}),
		palette: chart.Paper(),
		measure: measure,
	}
	p.SetMargins(0, 0, 0)
	p.SetAutoPageBreak(false, 0)
	p.SetCatalogSort(true)
	p.AddUTF8FontFromBytes(family, "", assets.FontRegular())
	p.AddUTF8FontFromBytes(family, "B", assets.FontSemiBold())
	p.SetLineCapStyle("butt")
	return p
}

func render(pages []*Page, s *workshop.Session, o Options, of document) ([]byte, error) {
	p := newPrinter(o.Paper, o.Measure)
	day := of.day.Time()
	p.SetCreationDate(day)
	p.SetModificationDate(day)
	p.SetProducer("Exceed", true)
	p.SetTitle(documentTitle(s, o, of), true)
	for _, page := range pages {
		p.page(page)
	}
	var out bytes.Buffer
	if err := p.Output(&out); err != nil {
		return nil, fmt.Errorf("the PDF could not be written: %w", err)
	}
	return withCatalog(out.Bytes(), fmt.Sprintf("/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n", o.Words.Lang()))
}

func documentTitle(s *workshop.Session, o Options, of document) string {
	b := &book{words: o.Words, session: s}
	return onlyPrintable(b.say(of.title, "name", b.name()))
}

// onlyPrintable takes out what gofpdf cannot write in a title.
func onlyPrintable(text string) string {
	return chart.Drawable(everything{}, text)
}

// everything draws every rune and measures none.
type everything struct{}

func (everything) Width(string, float64, chart.Weight) float64 { return 0 }
func (everything) Has(rune) bool                               { return true }

func (p *printer) page(page *Page) {
	p.AddPage()
	p.SetFont(family, "", bodySize)
	p.font.weight, p.font.size = chart.Regular, bodySize
	p.stroke, p.fill, p.text, p.width = chart.None, chart.None, chart.None, 0
	for _, mark := range page.Bookmarks {
		p.Bookmark(onlyPrintable(mark.Title), 0, mark.Y)
	}
	page.Figure.Draw(p)
}

// Line implements chart.Canvas.
func (p *printer) Line(l chart.Line) {
	p.strokeWith(l.Ink, l.Width)
	p.Fpdf.Line(l.From.X, l.From.Y, l.To.X, l.To.Y)
}

// Box implements chart.Canvas.
func (p *printer) Box(b chart.Box) {
	how := ""
	if b.Fill != chart.None {
		p.fillWith(b.Fill)
		how += "F"
	}
	if b.Edge != chart.None {
		p.strokeWith(b.Edge, b.Width)
		how += "D"
	}
	if how != "" {
		p.Rect(b.X, b.Y, b.W, b.H, how)
	}
}

// Mark implements chart.Canvas.
func (p *printer) Mark(k chart.Mark) {
	how, fill := "F", k.Ink
	if k.Hollow {
		how, fill = "FD", chart.Surface
		p.strokeWith(k.Ink, k.Edge())
	}
	p.fillWith(fill)
	switch k.Kind {
	case chart.Disc:
		p.Circle(k.At.X, k.At.Y, k.Size/2, how)
	case chart.Square:
		r := k.Square()
		p.Rect(r.X, r.Y, r.W, r.H, how)
	case chart.Diamond:
		corners := k.Corners()
		points := make([]gofpdf.PointType, len(corners))
		for i, c := range corners {
			points[i] = gofpdf.PointType{X: c.X, Y: c.Y}
		}
		p.Polygon(points, how)
	}
}

// Text implements chart.Canvas.
func (p *printer) Text(t chart.Text) {
	if p.font.weight != t.Weight || p.font.size != t.Size {
		styleOf := ""
		if t.Weight == chart.SemiBold {
			styleOf = "B"
		}
		p.SetFont(family, styleOf, t.Size)
		p.font.weight, p.font.size = t.Weight, t.Size
	}
	if p.text != t.Ink {
		c := p.palette.Colour(t.Ink)
		p.SetTextColor(int(c.R), int(c.G), int(c.B))
		p.text = t.Ink
	}
	x := t.At.X
	switch w := p.measure.Width(t.Text, t.Size, t.Weight); t.Align {
	case chart.Middle:
		x -= w / 2
	case chart.End:
		x -= w
	}
	p.Fpdf.Text(x, t.At.Y, t.Text)
}

func (p *printer) strokeWith(ink chart.Ink, width float64) {
	if p.stroke != ink {
		c := p.palette.Colour(ink)
		p.SetDrawColor(int(c.R), int(c.G), int(c.B))
		p.stroke = ink
	}
	if p.width != width {
		p.SetLineWidth(width)
		p.width = width
	}
}

func (p *printer) fillWith(ink chart.Ink) {
	if p.fill != ink {
		c := p.palette.Colour(ink)
		p.SetFillColor(int(c.R), int(c.G), int(c.B))
		p.fill = ink
	}
}

// withCatalog adds entries to the catalog of a PDF, for which gofpdf has no call. The catalog is the last object, so
// that only the place of the cross-reference table moves.
func withCatalog(data []byte, entries string) ([]byte, error) {
	catalog := bytes.LastIndex(data, []byte("/Type /Catalog\n"))
	start := bytes.LastIndex(data, []byte("startxref\n"))
	if catalog < 0 || start < catalog {
		return nil, fmt.Errorf("the PDF has no catalog")
	}
	digits := data[start+len("startxref\n"):]
	end := bytes.IndexByte(digits, '\n')
	place, err := strconv.Atoi(string(digits[:max(end, 0)]))
	if err != nil {
		return nil, fmt.Errorf("the PDF has no cross-reference table: %w", err)
	}
	out := make([]byte, 0, len(data)+len(entries)+2)
	out = append(out, data[:catalog]...)
	out = append(out, entries...)
	out = append(out, data[catalog:start]...)
	out = fmt.Appendf(out, "startxref\n%d", place+len(entries))
	return append(out, digits[end:]...), nil
}
