package pdf

import (
	"slices"

	"exceed/workshop/chart"
)

// This file sets charts with what is said about them, and fits them to their pages.

// picture is a section that is one chart with its finding, or a sentence where there is nothing to draw.
func (b *book) picture(name string, c chart.Chart) {
	if c.Instead == "" {
		b.section(name, c.Title, b.drawing(c).height)
		b.draw(c)
		return
	}
	b.section(name, c.Title, 2*body.line())
	if c.Instead != c.Title {
		b.paragraph(c.Instead, body, 6)
	}
}

// drawing is the text below a chart, and the height of both.
type drawing struct {
	badge, notes []string
	height       float64
}

func (b *book) drawing(c chart.Chart) drawing {
	d := drawing{badge: b.wrap(c.Badge, label, b.column()), notes: b.wrap(c.Note, note, b.reading())}
	d.height = c.Figure.Height + 6 + label.height(d.badge) + note.height(d.notes)
	return d
}

// draw sets a chart with its badge and its note below.
func (b *book) draw(c chart.Chart) {
	d := b.drawing(c)
	b.need(d.height)
	b.place(c.Figure)
	b.y += c.Figure.Height + 6
	b.y += b.lines(b.left(), b.y, d.badge, label)
	b.y += b.lines(b.left(), b.y, d.notes, note) + 10
}

// place sets a figure at the left.
func (b *book) place(f chart.Figure) {
	b.drawn = spread{from: len(b.page().Figure.Shapes), y: b.y, height: f.Height}
	b.page().Figure.Place(f, b.left(), b.y)
	b.drawn.to = len(b.page().Figure.Shapes)
}

// spread is a chart that may grow: its shapes on its page, and how to lay it out at another height.
type spread struct {
	from, to  int
	y, height float64
	lay       func(height float64) chart.Chart
}

// elastic sets a picture that takes part of the room that the end of its page would leave empty, or is lower by up
// to three tenths where it fits a page so.
func (b *book) elastic(name string, height float64, lay func(height float64) chart.Chart) {
	c := b.snug(height, lay, b.finding)
	b.picture(name, c)
	b.grows(c, lay)
}

// under sets an elastic chart under its finding within a section, where there is something to draw.
func (b *book) under(height float64, lay func(height float64) chart.Chart) {
	if c := b.snug(height, lay, b.subfinding); c.Instead == "" {
		b.subhead(c.Title, b.drawing(c).height)
		b.draw(c)
		b.grows(c, lay)
	}
}

// snug is a chart of that height, or lower by up to three tenths where it fits what is left of the page below its
// heading.
func (b *book) snug(height float64, lay func(height float64) chart.Chart, heading func(string) ([]string, float64)) chart.Chart {
	c := lay(height)
	_, room := heading(c.Title)
	over := room + b.drawing(c).height - b.room() + 0.01
	if c.Instead == "" && b.y > headRoom && over > 0 && over < 0.3*height {
		return lay(height - over)
	}
	return c
}

// grows lets the chart that was just set grow.
func (b *book) grows(c chart.Chart, lay func(height float64) chart.Chart) {
	if c.Instead == "" {
		b.drawn.lay = lay
		b.spreads = append(b.spreads, b.drawn)
	}
}

// fill gives the room that is left on a page to its charts, to each at most two fifths more than it has.
func (b *book) fill() {
	spreads := b.spreads
	b.spreads = nil
	for i, s := range slices.Backward(spreads) {
		more := min(b.room()/float64(i+1), 0.4*s.height)
		if more < 1 {
			continue
		}
		page := b.page()
		below := chart.Figure{Shapes: slices.Clone(page.Figure.Shapes[s.to:])}
		page.Figure.Shapes = page.Figure.Shapes[:s.from]
		page.Figure.Place(s.lay(s.height+more).Figure, b.left(), s.y)
		page.Figure.Place(below, 0, more)
		for k := range page.Bookmarks {
			if page.Bookmarks[k].Y > s.y {
				page.Bookmarks[k].Y += more
			}
		}
		b.y += more
	}
}
