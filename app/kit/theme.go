package kit

import (
	"encoding/binary"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"exceed/workshop/chart"
)

// The text sizes, in the scale 1 : 1.25. Labels take them as SizeName.
const (
	SizeSmall   fyne.ThemeSizeName = "exceed.small"
	SizeBody    fyne.ThemeSizeName = "exceed.body"
	SizeLead    fyne.ThemeSizeName = "exceed.lead"
	SizeHeading fyne.ThemeSizeName = "exceed.heading"
	SizeTitle   fyne.ThemeSizeName = "exceed.title"
	SizeDisplay fyne.ThemeSizeName = "exceed.display"
	SizeHuge    fyne.ThemeSizeName = "exceed.huge"
)

// The colours that Fyne does not name. The three voices keep theirs on every face and on paper.
const (
	ColorSurface   fyne.ThemeColorName = "exceed.surface"   // cards
	ColorLine      fyne.ThemeColorName = "exceed.line"      // hairlines
	ColorMuted     fyne.ThemeColorName = "exceed.muted"     // secondary text
	ColorSoft      fyne.ThemeColorName = "exceed.soft"      // tint of the primary colour
	ColorRing      fyne.ThemeColorName = "exceed.ring"      // round what has the focus
	ColorEmployees fyne.ThemeColorName = "exceed.employees" // teal
	ColorCustomers fyne.ThemeColorName = "exceed.customers" // ochre
	ColorLeaders   fyne.ThemeColorName = "exceed.leaders"   // violet
)

// Look is the one visual language: warm paper by day, slate by night. Its zero value is not usable; see NewLook.
type Look struct {
	regular, bold fyne.Resource
	variant       *fyne.ThemeVariant // nil follows the system
	scale         float32
	inked         map[inking]fyne.Resource // pictures in colours
}

// NewLook makes the look from the two fonts (TrueType), a text scale of 1 to 2, and a variant (nil follows the system).
func NewLook(regular, bold []byte, scale float32, variant *fyne.ThemeVariant) *Look {
	return &Look{
		regular: fyne.NewStaticResource("regular.ttf", roomForAccents(regular)),
		bold:    fyne.NewStaticResource("bold.ttf", roomForAccents(bold)),
		variant: variant,
		scale:   max(1, min(scale, 2)),
		inked:   map[inking]fyne.Resource{},
	}
}

// roomForAccents is a TrueType font whose lines begin above the accents of capitals. By the "typographic" metrics that
// Lato asks for they begin lower, with the same height in all, so that letters stand too high and É loses its accent.
func roomForAccents(font []byte) []byte {
	const tables, entry, fsSelection, useTypoMetrics = 12, 16, 62, 1 << 7
	font = slices.Clone(font)
	for at := tables; at+entry <= len(font); at += entry {
		if string(font[at:at+4]) != "OS/2" {
			continue
		}
		flags := int(binary.BigEndian.Uint32(font[at+8:])) + fsSelection
		if flags+2 <= len(font) {
			binary.BigEndian.PutUint16(font[flags:], binary.BigEndian.Uint16(font[flags:])&^useTypoMetrics)
		}
		break
	}
	return font
}

// Font is the family in two weights; there is no italic.
func (l *Look) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol, style.Monospace:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return l.bold
	}
	return l.regular
}

// Icon is Fyne's.
func (l *Look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size scales text, not space.
func (l *Look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case SizeSmall, theme.SizeNameCaptionText:
		return 13 * l.scale
	case SizeBody, theme.SizeNameText:
		return 15 * l.scale
	case SizeLead, theme.SizeNameSubHeadingText:
		return 18 * l.scale
	case SizeHeading, theme.SizeNameHeadingText:
		return 22 * l.scale
	case SizeTitle:
		return 28 * l.scale
	case SizeDisplay:
		return 40 * l.scale
	case SizeHuge:
		return 72 * l.scale
	case theme.SizeNameInlineIcon:
		return 20 * l.scale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 13 // makes a field as high as a button
	case theme.SizeNameLineSpacing:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 8
	case theme.SizeNameInputBorder, theme.SizeNameSeparatorThickness:
		return 1
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 4
	}
	return theme.DefaultTheme().Size(name)
}

// Variant is the one in force.
func (l *Look) Variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	if l.variant != nil {
		return *l.variant
	}
	return system
}

type pair struct{ light, dark uint32 } // 0xRRGGBB

// Color keeps text at 4.5:1 or more on the surface it is meant for; a test measures it.
func (l *Look) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	if ink, ok := chartInk(name); ok {
		if l.Variant(system) == theme.VariantDark {
			return chart.Dark().Colour(ink)
		}
		return chart.Light().Colour(ink)
	}
	p, alpha := l.pair(name)
	if p == (pair{}) {
		return theme.DefaultTheme().Color(name, l.Variant(system))
	}
	rgb := p.light
	if l.Variant(system) == theme.VariantDark {
		rgb = p.dark
	}
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: alpha}
}

// chartInk is the ink of charts that a colour is: text and the three voices look alike in the window, in charts and, but
// for the paper's white, in print.
func chartInk(name fyne.ThemeColorName) (ink chart.Ink, ok bool) {
	switch name {
	case theme.ColorNameForeground:
		return chart.Foreground, true
	case ColorMuted, theme.ColorNamePlaceHolder:
		return chart.Muted, true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink, ColorEmployees:
		return chart.EmployeesInk, true
	case ColorCustomers, theme.ColorNameWarning:
		return chart.CustomersInk, true
	case ColorLeaders:
		return chart.LeadersInk, true
	}
	return chart.None, false
}

func (l *Look) pair(name fyne.ThemeColorName) (p pair, alpha uint8) {
	switch name {
	case theme.ColorNameBackground:
		return pair{0xF7F5F1, 0x15191C}, 255
	case ColorSurface, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground:
		return pair{0xFFFFFE, 0x1E2428}, 255
	case theme.ColorNameDisabled:
		return pair{0x6F777E, 0x8C959C}, 255
	case ColorLine, theme.ColorNameSeparator:
		return pair{0xDDD8CF, 0x353D43}, 255
	case theme.ColorNameInputBorder:
		return pair{0x8B9298, 0x69737B}, 255
	case theme.ColorNameForegroundOnPrimary:
		return pair{0xFFFFFE, 0x0C1A1A}, 255
	case ColorSoft:
		return pair{0xE0EEEB, 0x1D3534}, 255
	case theme.ColorNameSuccess:
		return pair{0x2A6B2F, 0x7CC884}, 255
	case theme.ColorNameError:
		return pair{0xB3261E, 0xF2897F}, 255
	case theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return pair{0xFFFFFE, 0x15191C}, 255
	case theme.ColorNameButton:
		return pair{0xEDE9E2, 0x2A3137}, 255
	case theme.ColorNameDisabledButton:
		return pair{0xEFECE6, 0x22292E}, 255
	case theme.ColorNameFocus:
		return pair{0x0B6762, 0x4CC4BB}, 90
	case ColorRing:
		return pair{0x0B6762, 0x4CC4BB}, 190
	case theme.ColorNameSelection:
		return pair{0x0B6762, 0x4CC4BB}, 60
	case theme.ColorNameHover:
		return pair{0x000001, 0xFFFFFE}, 14
	case theme.ColorNamePressed:
		return pair{0x000001, 0xFFFFFE}, 30
	case theme.ColorNameShadow: // of what is scrolled on
		return pair{0x000001, 0x000001}, 30
	case theme.ColorNameScrollBar:
		return pair{0x6F777E, 0x8C959C}, 150
	}
	return pair{}, 0
}
