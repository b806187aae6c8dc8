package chart

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"exceed/assets"
	"exceed/workshop"
)

// Chart is a figure with all that must be said about it.
type Chart struct {
	Title   string     // the finding as a sentence
	Badge   string     // where the customers' side comes from; empty where none is shown
	Note    string     // n, uncertainty in words, and whether one person would change it
	Figure  Figure     // never without a shape
	Instead string     // what the figure says in words because there is nothing to draw; empty otherwise
	Table   [][]string // the same figures as a table, its head first
}

// Sheet is what a chart is laid out on: the words of its reader, the font, and the size in points or pixels. Text is
// the size of ordinary text on it; everything else follows from that.
type Sheet struct {
	Words         *assets.Words
	Measure       Measurer
	Width, Height float64
	Text          float64
}

// minimum is the least width and height that charts are laid out for, in ordinary text sizes; a smaller sheet is
// treated as if it were this large.
const (
	minimumWidth  = 24
	minimumHeight = 12
)

// pen draws on a figure. Its sizes are parts of the sheet's ordinary text.
type pen struct {
	Sheet
	fig          Figure
	small, large float64 // sizes of text
	mark         float64 // diameter of a mark
	stroke       float64 // width of a stroke that carries data
	hair         float64 // width of a stroke to read along
	digits       int     // the people whose number decides how many digits a share has
}

func (s Sheet) pen() *pen {
	s.Width, s.Height = max(s.Width, minimumWidth*s.Text), max(s.Height, minimumHeight*s.Text)
	return &pen{
		Sheet: s, fig: Figure{Width: s.Width, Height: s.Height},
		small: s.Text * 0.86, large: s.Text * 1.5, mark: s.Text * 0.8, stroke: s.Text * 0.14, hair: s.Text * 0.06,
	}
}

// style is how a text looks.
type style struct {
	size   float64
	weight Weight
	ink    Ink
	align  Align
}

func (p *pen) body(ink Ink, align Align) style { return style{p.Text, Regular, ink, align} }
func (p *pen) note(ink Ink, align Align) style { return style{p.small, Regular, ink, align} }
func (p *pen) bold(ink Ink, align Align) style { return style{p.Text, SemiBold, ink, align} }

func (p *pen) width(text string, st style) float64 {
	return p.Measure.Width(Drawable(p.Measure, text), st.size, st.weight)
}

// fit is text cut to a width.
func (p *pen) fit(text string, st style, width float64) string {
	return Fit(p.Measure, Drawable(p.Measure, text), st.size, st.weight, width)
}

// smallest is how small text may get, in parts of its size, before it is cut.
const smallest = 0.75

// shrunk is a style in which a text fits a width, where getting smaller is enough for that.
func (p *pen) shrunk(text string, st style, width float64) style {
	if w := p.width(text, st); w > width {
		st.size *= max(smallest, 0.99*width/w) // widths do not grow quite evenly with the size
	}
	return st
}

// widest is the width of the widest of some texts.
func (p *pen) widest(st style, texts ...string) float64 {
	w := 0.0
	for _, t := range texts {
		w = max(w, p.width(t, st))
	}
	return w
}

// text writes one line with its baseline at y and answers the area that it covers.
func (p *pen) text(x, y float64, text string, st style) Rect {
	t := Text{At: Point{x, y}, Text: Drawable(p.Measure, text), Size: st.size, Weight: st.weight, Ink: st.ink, Align: st.align}
	if t.Text != "" {
		p.fig.Add(t)
	}
	return t.Box(p.Measure)
}

// onLines writes one line over a grid, whose lines stop around it, and answers the area that it covers.
func (p *pen) onLines(x, y float64, text string, st style) Rect {
	r := Text{At: Point{x, y}, Text: Drawable(p.Measure, text), Size: st.size, Weight: st.weight, Align: st.align}.Box(p.Measure)
	pad := st.size * 0.12
	r = Rect{r.X - pad, y - st.size*0.76, r.W + 2*pad, st.size * 0.98}
	p.fill(r, Surface)
	p.text(x, y, text, st)
	return r
}

// leading is the distance of two baselines in parts of the size.
const leading = 1.28

// middle is how far below the middle of its line a baseline stands, in parts of the size.
const middle = 0.35

// block writes text of at most so many lines around the middle y, smaller where else it would be cut.
func (p *pen) block(x, y, width float64, text string, st style, most int) {
	text = Drawable(p.Measure, text)
	if most == 1 {
		st = p.shrunk(text, st, width)
	}
	lines := WrapFit(p.Measure, text, st.size, st.weight, width, most)
	top := y - float64(len(lines)-1)*st.size*leading/2
	for i, line := range lines {
		p.text(x, top+float64(i)*st.size*leading+st.size*middle, line, st)
	}
}

func (p *pen) line(x1, y1, x2, y2, width float64, ink Ink) {
	p.fig.Add(Line{From: Point{x1, y1}, To: Point{x2, y2}, Width: width, Ink: ink})
}

func (p *pen) dashed(x1, y1, x2, y2, width float64, ink Ink) {
	p.fig.Add(Line{From: Point{x1, y1}, To: Point{x2, y2}, Width: width, Ink: ink, Dashed: true})
}

func (p *pen) fill(r Rect, ink Ink) { p.fig.Add(Box{Rect: r, Fill: ink}) }

// party is a group of people with its own ink and mark.
type party struct {
	ink    Ink
	kind   MarkKind
	hollow bool
}

var (
	employees = party{EmployeesInk, Disc, false}
	customers = party{CustomersInk, Square, true}
	leaders   = party{LeadersInk, Diamond, false}
)

func (p *pen) dot(of party, x, y float64) {
	p.fig.Add(Mark{Kind: of.kind, At: Point{x, y}, Size: p.mark, Ink: of.ink, Hollow: of.hollow})
}

// whisker draws a horizontal interval with short ends.
func (p *pen) whisker(x1, x2, y float64, ink Ink) {
	p.line(x1, y, x2, y, p.stroke, ink)
	h := p.mark * 0.28
	p.line(x1, y-h, x1, y+h, p.stroke, ink)
	p.line(x2, y-h, x2, y+h, p.stroke, ink)
}

// scale maps values from a range to places on a figure.
type scale struct{ low, high, from, to float64 }

func (s scale) at(v float64) float64 {
	v = min(max(v, s.low), s.high)
	return s.from + (v-s.low)/(s.high-s.low)*(s.to-s.from)
}

// tick is a label at a place on an axis.
type tick struct {
	x    float64
	text string
}

// ticks writes labels around their places on one line, those that matter most first; one that finds no room is left out.
func (p *pen) ticks(y float64, st style, most []tick) {
	var taken []Rect
	st.align = Start
	for _, t := range most {
		w := p.width(t.text, st)
		x := min(max(t.x-w/2, 0), p.Width-w)
		room := Rect{x - p.Text*0.25, y, w + p.Text*0.5, 1}
		if w > p.Width || slices.ContainsFunc(taken, room.Overlaps) {
			continue
		}
		taken = append(taken, room)
		p.text(x, y, t.text, st)
	}
}

// finish is the chart of what was drawn.
func (p *pen) finish(title, badge string, notes []string, table [][]string) Chart {
	kept := notes[:0:0]
	for _, n := range notes {
		if n != "" {
			kept = append(kept, n)
		}
	}
	for i, head := range table[0] {
		table[0][i] = startingWith(unicode.ToUpper, head)
	}
	return Chart{Title: title, Badge: badge, Note: strings.Join(kept, " "), Figure: p.fig, Table: table}
}

// startingWith is text with its first letter changed.
func startingWith(change func(rune) rune, text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(change(first)) + text[size:]
}

// nothing is a chart of which only a sentence can be said; the sentence stands on the figure too.
func (p *pen) nothing(title, sentence string, table [][]string) Chart {
	p.block(p.Width/2, p.Height/2, p.Width*0.8, sentence, p.body(Muted, Middle), 4)
	c := p.finish(title, "", nil, table)
	c.Instead = sentence
	return c
}

// believed says whether the customers' side is what somebody believes.
func believed(e workshop.Evidence) bool {
	return e == workshop.PrivateBelief || e == workshop.GroupBelief
}
