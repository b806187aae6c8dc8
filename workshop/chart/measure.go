package chart

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Measurer knows how wide text is in the two weights, and which runes they can draw.
type Measurer interface {
	// Width is the width of a line of text of that size, in the unit of the size.
	Width(text string, size float64, weight Weight) float64
	// Has says whether the family draws a rune.
	Has(r rune) bool
}

// Fonts measures by the advances of two fonts, without kerning, as paper draws them. It is safe for concurrent use.
type Fonts struct{ faces [2]*face }

// NewFonts reads the two weights as TrueType.
func NewFonts(regular, semiBold []byte) (*Fonts, error) {
	f := &Fonts{}
	for i, data := range [][]byte{regular, semiBold} {
		parsed, err := sfnt.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("font %d: %w", i+1, err)
		}
		f.faces[i] = &face{font: parsed, em: float64(parsed.UnitsPerEm()), glyphs: map[rune]glyph{}}
	}
	return f, nil
}

// Width implements Measurer.
func (f *Fonts) Width(text string, size float64, weight Weight) float64 {
	return f.faces[weight].width(text) * size
}

// Has implements Measurer: both weights must draw the rune.
func (f *Fonts) Has(r rune) bool { return f.faces[0].has(r) && f.faces[1].has(r) }

type glyph struct {
	advance float64 // in ems
	drawn   bool
}

type face struct {
	font   *sfnt.Font
	em     float64
	mu     sync.Mutex
	buffer sfnt.Buffer
	glyphs map[rune]glyph
}

func (f *face) width(text string) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	sum := 0.0
	for _, r := range text {
		sum += f.glyph(r).advance
	}
	return sum
}

func (f *face) has(r rune) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.glyph(r).drawn
}

// glyph looks a rune up; one that the font lacks is as wide as the box drawn in its place.
func (f *face) glyph(r rune) glyph {
	g, known := f.glyphs[r]
	if known {
		return g
	}
	index, err := f.font.GlyphIndex(&f.buffer, r)
	if err != nil {
		index = 0
	}
	units := fixed.I(int(f.em)) // at this size an advance is in font units
	if advance, err := f.font.GlyphAdvance(&f.buffer, index, units, font.HintingNone); err == nil {
		g.advance = float64(advance) / 64 / f.em
	}
	g.drawn = index != 0
	f.glyphs[r] = g
	return g
}
