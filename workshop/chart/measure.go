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
		f.faces[i] = &face{font: parsed, em: float64(parsed.UnitsPerEm()), others: map[rune]glyph{}}
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
	known   bool    // looked up
	drawn   bool
}

type face struct {
	font   *sfnt.Font
	em     float64
	mu     sync.Mutex
	buffer sfnt.Buffer
	latin  [0x250]glyph
	others map[rune]glyph
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

// glyph is what is known of a rune.
func (f *face) glyph(r rune) glyph {
	if r >= 0 && int(r) < len(f.latin) {
		if g := &f.latin[r]; !g.known {
			*g = f.look(r)
		}
		return f.latin[r]
	}
	g, known := f.others[r]
	if !known {
		g = f.look(r)
		f.others[r] = g
	}
	return g
}

// look asks the font; a rune that it lacks is as wide as the box drawn in its place.
func (f *face) look(r rune) glyph {
	index, err := f.font.GlyphIndex(&f.buffer, r)
	if err != nil {
		index = 0
	}
	g := glyph{known: true, drawn: index != 0}
	units := fixed.I(int(f.em)) // at this size an advance is in font units
	if advance, err := f.font.GlyphAdvance(&f.buffer, index, units, font.HintingNone); err == nil {
		g.advance = float64(advance) / 64 / f.em
	}
	return g
}
