package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"exceed/app/kit"
	"exceed/workshop"
)

// This file lays the map of impact and effort out. The discs stand where the group puts them; every text gives way to
// them, so that all that is shown can be read.

const (
	discRadius   float32 = 13
	leastForAxes float32 = 300
	// leastForNames is the least width for names, in sizes of their text.
	leastForNames float32 = 24
)

// box is a part of the map that is taken.
type box struct {
	at   fyne.Position
	size fyne.Size
}

func (b box) meets(o box) bool {
	return b.at.X < o.at.X+o.size.Width && o.at.X < b.at.X+b.size.Width && b.at.Y < o.at.Y+o.size.Height && o.at.Y < b.at.Y+b.size.Height
}

func (r *impactRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	half := fyne.NewPos(size.Width/2, size.Height/2)
	r.lines[0].Position1, r.lines[0].Position2 = fyne.NewPos(half.X, 0), fyne.NewPos(half.X, size.Height)
	r.lines[1].Position1, r.lines[1].Position2 = fyne.NewPos(0, half.Y), fyne.NewPos(size.Width, half.Y)
	var taken []box
	for i, t := range r.m.themes {
		if centre, ok := r.m.centre(t.key); ok {
			taken = append(taken, box{centre.SubtractXY(discRadius, discRadius), fyne.NewSquareSize(2 * discRadius)})
		}
		r.points[i].show(r.m, t.key)
	}
	for i, c := range r.corners {
		taken, _ = give(c, cornerPlaces(i, size, c.MinSize()), taken)
	}
	for i, a := range r.axes {
		a.Hidden = size.Height < leastForAxes // a small map has no room for them
		if !a.Hidden {
			taken, a.Hidden = give(a, axisPlaces(i, size, a.MinSize()), taken)
		}
	}
	for i, t := range r.m.themes {
		if centre, ok := r.m.centre(t.key); ok {
			taken = r.points[i].place(centre, size, taken, r.cramped(size))
		}
	}
}

// give moves a text to the first of its places where nothing stands, and takes that; where there is none it stays at the
// first, and nowhere is true.
func give(text *canvas.Text, places []fyne.Position, taken []box) (now []box, nowhere bool) {
	at := slices.IndexFunc(places, func(p fyne.Position) bool {
		return !slices.ContainsFunc(taken, box{p, text.MinSize()}.meets)
	})
	text.Move(places[max(at, 0)])
	if at < 0 {
		return taken, true
	}
	return append(taken, box{places[at], text.MinSize()}), false
}

// cornerPlaces are where the name of a field may stand inside it: best in the outer corner at its top, then along its top,
// then lower.
func cornerPlaces(i int, size, text fyne.Size) []fyne.Position {
	outer, inner := kit.S, max(kit.S, size.Width/2-kit.S-text.Width)
	if i%2 == 1 {
		outer, inner = size.Width-kit.S-text.Width, min(size.Width/2+kit.S, size.Width-kit.S-text.Width)
	}
	top := kit.S
	if i >= 2 {
		top += size.Height / 2
	}
	var places []fyne.Position
	for y := top; y == top || y+text.Height <= top+size.Height/2-kit.S; y += text.Height / 2 {
		places = append(places, fyne.NewPos(outer, y), fyne.NewPos(inner, y), fyne.NewPos((outer+inner)/2, y))
	}
	return places
}

// axisPlaces are where the name of an axis may stand: what goes up at the left, above the line in the middle; what goes
// right at the foot.
func axisPlaces(i int, size, text fyne.Size) []fyne.Position {
	var places []fyne.Position
	if i == 0 {
		for y := size.Height/2 - text.Height - 2; y > kit.S; y -= text.Height / 2 {
			places = append(places, fyne.NewPos(kit.S, y))
		}
		return places
	}
	for x := size.Width - kit.S - text.Width; x > kit.S; x -= kit.M {
		places = append(places, fyne.NewPos(x, size.Height-text.Height-2))
	}
	return append(places, fyne.NewPos(kit.S, size.Height-text.Height-2))
}

// cramped says whether there is no room for names: then the numbers, which are those of the list, must do; the pick above
// names the chosen theme.
func (r *impactRenderer) cramped(size fyne.Size) bool {
	return size.Width < leastForNames*r.m.Theme().Size(kit.SizeSmall)
}

// show shows or hides a point.
func (p mapPoint) show(m *impactMap, key workshop.ThemeKey) {
	_, placed := m.centre(key)
	for _, o := range []fyne.CanvasObject{p.disc, p.number, p.name} {
		if placed {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// place puts the point where it belongs and its name beside it, and takes what the name takes. Where something stands on
// every side of it, or the map is cramped, the number must do.
func (p mapPoint) place(centre fyne.Position, size fyne.Size, taken []box, cramped bool) []box {
	p.disc.Move(centre.SubtractXY(discRadius, discRadius))
	p.disc.Resize(fyne.NewSquareSize(2 * discRadius))
	n, name := p.number.MinSize(), p.name.MinSize()
	p.number.Move(centre.SubtractXY(n.Width/2, n.Height/2))
	gap := discRadius + 4
	places := []fyne.Position{
		centre.AddXY(gap, -name.Height/2), centre.AddXY(-gap-name.Width, -name.Height/2),
		centre.AddXY(-name.Width/2, gap-4), centre.AddXY(-name.Width/2, -gap-name.Height+4),
		centre.AddXY(gap-6, gap-8), centre.AddXY(gap-6, -gap-name.Height+8),
	}
	places = slices.DeleteFunc(places, func(at fyne.Position) bool {
		return at.X < 4 || at.Y < 0 || at.X+name.Width > size.Width-4 || at.Y+name.Height > size.Height
	})
	if cramped || len(places) == 0 {
		p.name.Hide()
		return taken
	}
	taken, p.name.Hidden = give(p.name, places, taken)
	return taken
}
