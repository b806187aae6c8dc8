package app

import (
	"slices"
	"strconv"
	"strings"

	"exceed/workshop"
	"exceed/workshop/chart"
)

// The sizes of text for the room on a canvas of 1080; others are in proportion.
const (
	roomLeast   = 28 // the smallest that the back row reads, kept as long as anything else can give way
	roomSmall   = 29
	roomBody    = 35
	roomLead    = 42
	roomHeading = 50
	roomTitle   = 62
	roomNumber  = 190

	roomLeading = 1.3 // the distance of two lines in parts of their size
)

// roomFigure lays the projector's content out, as a chart with words around it. What holds much is set smaller until it
// fits. comparison may be nil where the content has no chart.
func roomFigure(c roomContent, comparison *workshop.Comparison, sheet chart.Sheet) chart.Figure {
	var p *roomPen
	for _, smaller := range []float64{1, 0.9, 0.8, 0.7, 0.6, 0.5} {
		unit := min(sheet.Height/1080, sheet.Width/1440)
		p = &roomPen{
			sheet: sheet, unit: unit * smaller, width: sheet.Width,
			fig: chart.Figure{Width: sheet.Width, Height: sheet.Height},
		}
		if smaller >= 0.8 {
			p.least = roomLeast * unit
		}
		if c.blank || p.lay(c, comparison) {
			break
		}
	}
	return p.fig
}

// roomPen writes downwards from y.
type roomPen struct {
	sheet chart.Sheet
	unit  float64
	least float64 // size of words
	width float64
	y     float64
	fig   chart.Figure
}

// part is a pen for something of that width that is placed later.
func (p *roomPen) part(width float64) *roomPen {
	return &roomPen{sheet: p.sheet, unit: p.unit, least: p.least, width: width}
}

func (p *roomPen) skip(units float64) { p.y += units * p.unit }

// lay puts the content together: the session's name above, the finding, the thing itself in the middle, and what is to
// be known about it below. It answers whether all of it fits.
func (p *roomPen) lay(c roomContent, comparison *workshop.Comparison) bool {
	margin := 72 * p.unit
	width := p.sheet.Width - 2*margin
	var said chart.Chart
	if c.lay != nil {
		sheet := p.sheet
		sheet.Text = roomBody * p.unit
		said = c.lay(comparison, sheet)
		c.title, c.notes = said.Title, strings.TrimSpace(said.Badge+" "+said.Note)
	}
	top := p.part(width)
	top.text(c.above, roomSmall, chart.Regular, chart.Muted)
	if c.lay != nil || c.voices != nil {
		top.skip(10)
		top.text(c.title, roomHeading, chart.SemiBold, chart.Foreground)
	}
	foot := p.part(width)
	foot.text(c.notes, roomSmall, chart.Regular, chart.Muted)
	from := margin*0.8 + top.y + 28*p.unit
	to := p.sheet.Height - margin*0.8 - foot.y - 28*p.unit
	p.fig.Place(top.fig, margin, margin*0.8)
	p.fig.Place(foot.fig, margin, to+28*p.unit)

	body := p.part(width)
	switch {
	case c.lay != nil && !c.table:
		sheet := p.sheet
		sheet.Width, sheet.Height, sheet.Text = width, to-from, roomBody*p.unit
		p.fig.Place(c.lay(comparison, sheet).Figure, margin, from)
		return to > from
	case c.lay != nil:
		body.table(said.Table)
	case c.voices != nil:
		body.voices(c.voices)
	default:
		body.words(c)
	}
	p.fig.Place(body.fig, margin, from+max(to-from-body.y, 0)/2)
	return body.y <= to-from
}

// words are a title, a number, what explains them, and a list.
func (p *roomPen) words(c roomContent) {
	p.text(c.title, roomTitle, chart.SemiBold, chart.Foreground)
	if c.number != "" {
		p.text(c.number, roomNumber, chart.SemiBold, chart.EmployeesInk)
	}
	if c.text != "" {
		p.skip(16)
		p.text(c.text, roomHeading, chart.SemiBold, chart.Foreground)
	}
	for i, item := range c.items {
		p.skip(28)
		if item.below == "" {
			p.text(item.what, roomLead, chart.Regular, chart.Foreground)
			continue
		}
		number := p.part(p.width)
		number.text(strconv.Itoa(i+1), roomTitle, chart.SemiBold, chart.EmployeesInk)
		p.fig.Place(number.fig, 0, p.y-4*p.unit)
		in := 80 * p.unit
		entry := p.part(p.width - in)
		entry.text(item.what, roomLead, chart.SemiBold, chart.Foreground)
		entry.text(item.below, roomBody, chart.Regular, chart.Muted)
		p.fig.Place(entry.fig, in, p.y)
		p.y += entry.y
	}
	if c.more != "" {
		p.skip(28)
		p.text(c.more, roomBody, chart.Regular, chart.Muted)
	}
}

// voices are statements behind a line each, below the names of their themes.
func (p *roomPen) voices(page voicePage) {
	for _, group := range page {
		p.skip(nameGap)
		name := group.theme
		if name == "" {
			name = p.sheet.Words.Say("reveal.voices.none_theme")
		}
		p.text(name, roomBody, chart.SemiBold, chart.EmployeesInk)
		for _, text := range group.texts {
			p.skip(voiceGap)
			in := 32 * p.unit
			voice := p.part(p.width - in)
			voice.text(text, roomLead, chart.Regular, chart.Foreground)
			p.fig.Add(chart.Box{Rect: chart.Rect{X: 0, Y: p.y, W: 6 * p.unit, H: voice.y}, Fill: chart.EmployeesInk})
			p.fig.Place(voice.fig, in, p.y)
			p.y += voice.y
		}
	}
}

// text writes wrapped text and moves on below it.
func (p *roomPen) text(text string, size float64, weight chart.Weight, ink chart.Ink) {
	size = max(size*p.unit, p.least)
	for _, line := range chart.Wrap(p.sheet.Measure, chart.Drawable(p.sheet.Measure, text), size, weight, p.width) {
		p.fig.Add(chart.Text{At: chart.Point{X: 0, Y: p.y + size}, Text: line, Size: size, Weight: weight, Ink: ink})
		p.y += size * roomLeading
	}
}

// table writes rows of a head and figures: the first column at the left, the others at their right edges.
func (p *roomPen) table(rows [][]string) {
	size, gap := roomSmall*p.unit, 30*p.unit
	need := make([]float64, len(rows[0])) // what a column needs so that no figure wraps
	sum := gap * float64(len(need)-1)
	for column := range need {
		for i, row := range rows {
			words, weight := []string{row[column]}, chart.Regular
			if i == 0 {
				words, weight = strings.Split(row[column], " "), chart.SemiBold
			}
			for _, word := range words {
				need[column] = max(need[column], p.sheet.Measure.Width(chart.Drawable(p.sheet.Measure, word), size, weight)+1)
			}
		}
		sum += need[column]
	}
	for most := 1; most <= 4; most++ { // heads take as few lines as there is room for
		wide, more := slices.Clone(need), 0.0
		for column := 1; column < len(wide); column++ {
			for len(chart.Wrap(p.sheet.Measure, chart.Drawable(p.sheet.Measure, rows[0][column]), size, chart.SemiBold, wide[column])) > most {
				wide[column] += size / 2
			}
			more += wide[column] - need[column]
		}
		if more <= p.width-sum {
			need, sum = wide, sum+more
			break
		}
	}
	need[0] = max(need[0]+p.width-sum, p.width/6)
	for i, row := range rows {
		weight, ink := chart.Regular, chart.Foreground
		if i == 0 {
			weight, ink = chart.SemiBold, chart.Muted
		}
		x, height := 0.0, 0.0
		for column, text := range row {
			lines := chart.Wrap(p.sheet.Measure, chart.Drawable(p.sheet.Measure, text), size, weight, need[column])
			for n, line := range lines {
				cell := chart.Text{At: chart.Point{X: x, Y: p.y + size*(1.1+1.25*float64(n))}, Text: line, Size: size, Weight: weight, Ink: ink}
				if column > 0 {
					cell.At.X, cell.Align = x+need[column], chart.End
				}
				p.fig.Add(cell)
			}
			height = max(height, size*1.25*float64(len(lines)))
			x += need[column] + gap
		}
		p.y += height + size*0.35
		p.fig.Add(chart.Line{From: chart.Point{X: 0, Y: p.y}, To: chart.Point{X: p.width, Y: p.y}, Width: 1.5 * p.unit, Ink: chart.Grid})
		p.y += size * 0.1
	}
}
