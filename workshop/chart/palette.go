package chart

import "image/color"

// Ink is what a shape means; a Palette gives it its colour.
type Ink int

// The inks.
const (
	None         Ink = iota
	Foreground       // text and axes that matter
	Muted            // labels and notes
	Grid             // lines to read along
	Tint             // areas behind data
	Surface          // what the figure lies on
	EmployeesInk     // our people: filled disc
	CustomersInk     // customers: hollow square
	LeadersInk       // leaders: diamond
	GoodInk          // kept, done
	WarnInk          // below, late
	inks         int = iota
)

// Palette is a colour for every ink.
type Palette struct{ colours [inks]color.NRGBA }

// Colour is the colour of an ink; that of None is transparent.
func (p *Palette) Colour(ink Ink) color.NRGBA { return p.colours[ink] }

// On is the palette for a figure that lies on a surface of that colour.
func (p *Palette) On(surface color.Color) *Palette {
	on := *p
	on.colours[Surface] = color.NRGBAModel.Convert(surface).(color.NRGBA)
	return &on
}

// Paper is for print: strong on white, and in greys as dark as they need to be.
func Paper() *Palette {
	return &Palette{[inks]color.NRGBA{
		Foreground: rgb(0x1B2426), Muted: rgb(0x566367), Grid: rgb(0xCBD3D5), Tint: rgb(0xF1F5F5), Surface: rgb(0xFFFFFF),
		EmployeesInk: rgb(0x00666B), CustomersInk: rgb(0x8F5200), LeadersInk: rgb(0x6B3FA0),
		GoodInk: rgb(0x1D6B38), WarnInk: rgb(0xA83224),
	}}
}

// Light is for a light screen.
func Light() *Palette {
	p := Paper()
	p.colours[Surface], p.colours[Tint] = rgb(0xFBFCFC), rgb(0xEEF3F3)
	return p
}

// Dark is for a dark screen.
func Dark() *Palette {
	return &Palette{[inks]color.NRGBA{
		Foreground: rgb(0xEEF2F2), Muted: rgb(0xA7B4B7), Grid: rgb(0x3D4A4E), Tint: rgb(0x1D272A), Surface: rgb(0x12191B),
		EmployeesInk: rgb(0x45C4C0), CustomersInk: rgb(0xF0AE3C), LeadersInk: rgb(0xBDA0F5),
		GoodInk: rgb(0x6CCB8A), WarnInk: rgb(0xF58B7C),
	}}
}

func rgb(x uint32) color.NRGBA {
	return color.NRGBA{R: uint8(x >> 16), G: uint8(x >> 8), B: uint8(x), A: 0xFF}
}
