package pdf

import (
	"slices"

	"exceed/assets"
	"exceed/workshop/chart"
)

// Paper is a paper size.
type Paper string

// The papers.
const (
	A4     Paper = "A4"
	Letter Paper = "Letter"
)

// Papers lists the papers.
func Papers() []Paper { return []Paper{A4, Letter} }

// Valid says whether p is one of Papers.
func (p Paper) Valid() bool { return slices.Contains(Papers(), p) }

// Size is the size in points, upright; that of A4 for an unknown paper.
func (p Paper) Size() (width, height float64) {
	if p == Letter {
		return 612, 792
	}
	return 595.28, 841.89
}

// Section is one part of the PDF.
type Section string

// The sections, in their order.
const (
	LeaderPage Section = "leader"
	Mirror     Section = "mirror"
	Map        Section = "map"
	Splits     Section = "splits"
	Plan       Section = "plan"
	Behaviours Section = "behaviours"
	Reviews    Section = "reviews"
	Voices     Section = "voices"
	Parked     Section = "parked"
	Trend      Section = "trend"
	Method     Section = "method"
)

// Sections lists the sections in the order in which they are printed.
func Sections() []Section {
	return []Section{LeaderPage, Mirror, Map, Splits, Plan, Behaviours, Reviews, Voices, Parked, Trend, Method}
}

// Options say how a session is printed. Only Words is a must.
type Options struct {
	Paper    Paper          // A4 unless said
	Words    *assets.Words  // the language of the PDF
	Sections []Section      // nil for all; their order does not matter
	Unlocked bool           // the file has no passphrase; said on each page
	Measure  chart.Measurer // measures the fonts that ship; nil to read them anew
}

// measurer is Measure, or one over the fonts that ship.
func (o Options) measurer() (chart.Measurer, error) {
	if o.Measure != nil {
		return o.Measure, nil
	}
	return chart.NewFonts(assets.FontRegular(), assets.FontSemiBold())
}

func (o Options) wants(s Section) bool { return o.Sections == nil || slices.Contains(o.Sections, s) }
