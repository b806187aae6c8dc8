package pdf

import (
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// Page is one page as shapes, in points.
type Page struct {
	Figure    chart.Figure
	Bookmarks []Bookmark
}

// Bookmark is a place that the outline of the document leads to.
type Bookmark struct {
	Title string
	Y     float64
}

// The type scale and the grid, in points.
const (
	noteSize    = 8.4
	bodySize    = 10.0
	leadSize    = 11.5
	headSize    = 15.0
	titleSize   = 21.0
	numeralSize = 36.0

	margin   = 51.0 // 18 mm
	headRoom = 66.0 // from the top of a page to its text
	footRoom = 58.0 // from its text to the bottom
	leading  = 1.36 // distance of baselines in sizes
	ascent   = 1.02 // from the top of a line to its baseline, in sizes
	gutter   = 14.0
)

// style is how a text is set.
type style struct {
	size   float64
	weight chart.Weight
	ink    chart.Ink
	align  chart.Align
}

var (
	body  = style{bodySize, chart.Regular, chart.Foreground, chart.Start}
	bold  = style{bodySize, chart.SemiBold, chart.Foreground, chart.Start}
	note  = style{noteSize, chart.Regular, chart.Muted, chart.Start}
	label = style{noteSize, chart.SemiBold, chart.Muted, chart.Start}
	lead  = style{leadSize, chart.Regular, chart.Foreground, chart.Start}
	head  = style{headSize, chart.SemiBold, chart.Foreground, chart.Start}
	title = style{titleSize, chart.SemiBold, chart.Foreground, chart.Start}
)

func (st style) in(ink chart.Ink) style        { st.ink = ink; return st }
func (st style) to(align chart.Align) style    { st.align = align; return st }
func (st style) line() float64                 { return st.size * leading }
func (st style) heavy(w chart.Weight) style    { st.weight = w; return st }
func (st style) height(lines []string) float64 { return float64(len(lines)) * st.line() }

// book is a PDF while it is set: pages, and the place where the next thing stands.
type book struct {
	words         *assets.Words
	measure       chart.Measurer
	session       *workshop.Session
	figures       *workshop.Comparison
	unlocked      bool
	width, height float64
	pages         []*Page
	y             float64
	drawn         spread                // the chart that was set last
	spreads       []spread              // the charts of this page that may grow
	wrapped       map[wrapping][]string // a row is measured several times before it is set
}

// wrapping is what the lines of a text depend on.
type wrapping struct {
	text        string
	size, width float64
	weight      chart.Weight
}

func (b *book) left() float64   { return margin }
func (b *book) right() float64  { return b.width - margin }
func (b *book) bottom() float64 { return b.height - footRoom }
func (b *book) column() float64 { return b.width - 2*margin }

func (b *book) page() *Page { return b.pages[len(b.pages)-1] }

func (b *book) turn() {
	b.fill()
	b.pages = append(b.pages, &Page{Figure: chart.Figure{Width: b.width, Height: b.height}})
	b.y = headRoom
}

// need turns the page unless that much room is left on it.
func (b *book) need(room float64) {
	if b.y+room > b.bottom() && b.y > headRoom {
		b.turn()
	}
}

// room is what is left of the page.
func (b *book) room() float64 { return b.bottom() - b.y }

func (b *book) say(key string, pairs ...any) string { return b.words.Say(key, pairs...) }

func (b *book) add(shapes ...chart.Shape) { b.page().Figure.Add(shapes...) }

// text sets one line with its top at y and answers its width.
func (b *book) text(x, y float64, text string, st style) float64 {
	text = chart.Drawable(b.measure, text)
	if text != "" {
		b.add(chart.Text{At: chart.Point{X: x, Y: y + st.size*ascent}, Text: text, Size: st.size, Weight: st.weight, Ink: st.ink, Align: st.align})
	}
	return b.measure.Width(text, st.size, st.weight)
}

// fit sets one line cut to a width.
func (b *book) fit(x, y, width float64, text string, st style) {
	b.text(x, y, chart.Fit(b.measure, chart.Drawable(b.measure, text), st.size, st.weight, width), st)
}

// wrap breaks text to a width. Its lines are not to be changed.
func (b *book) wrap(text string, st style, width float64) []string {
	key := wrapping{text, st.size, width, st.weight}
	lines, known := b.wrapped[key]
	if !known {
		lines = chart.Wrap(b.measure, chart.Drawable(b.measure, text), st.size, st.weight, width)
		b.wrapped[key] = lines
	}
	return lines
}

// lines sets lines with the top of the first at y and answers the height.
func (b *book) lines(x, y float64, lines []string, st style) float64 {
	for i, line := range lines {
		b.text(x, y+float64(i)*st.line(), line, st)
	}
	return st.height(lines)
}

// reading is the width of running text, small or plain: no wider than an eye finds its way back.
func (b *book) reading() float64 { return min(b.column(), 43*bodySize) }

// paragraph sets text over the whole column, whole on one page, with a space after it.
func (b *book) paragraph(text string, st style, after float64) {
	lines := b.wrap(text, st, b.reading())
	if len(lines) == 0 {
		return
	}
	b.need(st.height(lines))
	b.y += b.lines(b.left(), b.y, lines, st) + after
}

// section starts a section with its name as a small label and its finding as a heading, and keeps both with that much
// of what follows.
func (b *book) section(name, finding string, follows float64) {
	lines, room := b.finding(finding)
	b.need(room + follows)
	if b.y > headRoom {
		b.y += sectionGap
		b.rule(b.y-12, chart.Grid)
	}
	b.page().Bookmarks = append(b.page().Bookmarks, Bookmark{Title: name, Y: b.y})
	b.text(b.left(), b.y, name, label)
	b.y += label.line() + 3
	b.y += b.lines(b.left(), b.y, lines, head) + 6
}

// sectionGap is the space above a section within a page.
const sectionGap = 26

// finding is the heading of a section in lines, and the room that the head of the section takes.
func (b *book) finding(text string) (lines []string, room float64) {
	lines = chart.Balance(b.measure, chart.Drawable(b.measure, text), head.size, head.weight, b.column())
	room = label.line() + 4 + head.height(lines) + 8
	if b.y > headRoom {
		room += sectionGap
	}
	return lines, room
}

// subhead sets a heading within a section and keeps it with that much of what follows.
func (b *book) subhead(text string, follows float64) {
	lines, room := b.subfinding(text)
	b.need(room + follows)
	if b.y > headRoom {
		b.y += 10
	}
	b.y += b.lines(b.left(), b.y, lines, lead.heavy(chart.SemiBold)) + 4
}

// subfinding is the heading of a part of a section in lines, and the room that it takes.
func (b *book) subfinding(text string) (lines []string, room float64) {
	lines = b.wrap(text, lead.heavy(chart.SemiBold), b.column())
	return lines, 10 + lead.height(lines) + 4
}

func (b *book) rule(y float64, ink chart.Ink) {
	b.add(chart.Line{From: chart.Point{X: b.left(), Y: y}, To: chart.Point{X: b.right(), Y: y}, Width: 0.5, Ink: ink})
}

// sheet is the whole column, that high.
func (b *book) sheet(height float64) chart.Sheet {
	return chart.Sheet{Words: b.words, Measure: b.measure, Width: b.column(), Height: height, Text: bodySize}
}

// frame writes the running head and foot of every page, once their number is known.
func (b *book) frame() {
	pages := b.pages
	for i := range pages {
		b.pages = pages[:i+1] // so that text lands on this page
		b.runningHead(i == 0)
		y := b.height - 42
		b.fit(b.left(), y, b.column()*0.7, b.say("pdf.footer", "date", b.words.Date(b.session.Setup.Date)), note)
		b.text(b.right(), y, b.say("pdf.page", "n", i+1, "all", len(pages)), note.to(chart.End))
	}
}

// runningHead is the session's name and, where it applies, what kind of session this is.
func (b *book) runningHead(first bool) {
	y := 36.0
	mark := b.mark()
	room := b.column()
	if mark != "" {
		st := label.in(chart.WarnInk)
		w := min(b.measure.Width(mark, st.size, st.weight), b.column()*0.6)
		b.add(chart.Box{Rect: chart.Rect{X: b.right() - w - 12, Y: y - 2.5, W: w + 12, H: st.line() + 5}, Edge: chart.WarnInk, Width: 0.75})
		b.fit(b.right()-6, y, w+0.1, mark, st.to(chart.End))
		room -= w + 12 + gutter
	}
	if !first {
		b.fit(b.left(), y, room, b.name(), note)
	}
}

// name is what the session is called.
func (b *book) name() string {
	u := b.session.Setup
	switch {
	case u.Organisation == "":
		return u.Team
	case u.Team == "":
		return u.Organisation
	}
	return b.say("pdf.name", "organisation", u.Organisation, "team", u.Team)
}

// mark says what kind of session this is, where it is no ordinary one.
func (b *book) mark() string {
	switch {
	case b.session.Rehearsal:
		return b.say("pdf.mark.rehearsal")
	case b.session.Imported:
		return b.say("pdf.mark.imported")
	case b.unlocked:
		return b.say("pdf.mark.unlocked")
	}
	return ""
}
