package app

import (
	"image"

	"fyne.io/fyne/v2"

	"exceed/app/figure"
)

// Room draws what the projector shows while the facilitator's window is at a route, on a canvas of 1920 by 1080. The
// voices and the trend are drawn as if the facilitator had released them.
func (s *Screens) Room(r Route) image.Image {
	s.ui.route = r
	p := s.ui.projector
	p.follow(r)
	p.voices, p.trend = true, true
	defer func() { p.voices, p.trend = false, false }()
	win := newOffscreen(s.ui.App, fyne.NewSize(1920, 1080))
	win.SetContent(newStage(figure.New(p.draw), nil, nil))
	return win.picture()
}

// revealShots are the eight steps as the facilitator and as the room see them, and one of them as a table.
func (s *Screens) revealShots() []shot {
	var shots []shot
	for i, step := range revealSteps() {
		at := Route{Face: FaceReveal, Step: i}
		shots = append(shots,
			shot{"reveal-" + step.key, func() image.Image { return s.Face(at) }},
			shot{"projector-" + step.key, func() image.Image { return s.Room(at) }})
	}
	table := Route{Face: FaceReveal, Step: 1, Part: tablePart}
	return append(shots,
		shot{"reveal-table", func() image.Image { return s.Face(table) }},
		shot{"projector-table", func() image.Image { return s.Room(table) }})
}
