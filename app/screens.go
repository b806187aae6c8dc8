package app

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"exceed/workshop"
)

// Screens draws faces of a session into pictures, off-screen.
type Screens struct {
	ui  *UI
	win *offscreen
	n   int
}

// NewScreens wires a window of that size that is never shown. deps.Window, deps.Clipboard and
// deps.Timer are ignored: a picture is of one moment.
func NewScreens(deps Deps, size fyne.Size) *Screens {
	win := newOffscreen(deps.App, size)
	deps.Window, deps.Clipboard, deps.Timer = win, noClipboard{}, never
	return &Screens{ui: New(deps), win: win}
}

// Show makes a room the session whose faces are drawn. The room stays the caller's.
func (s *Screens) Show(room *workshop.Room) {
	s.ui.room = room
	s.ui.pace.enter(room.Session().State)
}

// Face draws one face.
func (s *Screens) Face(r Route) image.Image {
	s.ui.route = r
	s.ui.rebuild()
	return s.win.picture()
}

// WriteState draws each face of the session's present state into dir as NN-state-face.png, numbered on over several
// calls, and returns the names.
func (s *Screens) WriteState(dir string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	state := s.ui.Session().State
	var names []string
	for _, shot := range s.shots(state) {
		s.n++
		freshen() // a face is made anew for each picture
		name := fmt.Sprintf("%02d-%s-%s.png", s.n, state, shot.name)
		if err := writePNG(filepath.Join(dir, name), shot.draw()); err != nil {
			return names, err
		}
		names = append(names, name)
	}
	return names, nil
}

type shot struct {
	name string
	draw func() image.Image
}

// shots lists the faces that belong to a state: the facilitator's, the participants' and the projector's.
func (s *Screens) shots(state workshop.State) []shot {
	face := func(name string, r Route) shot { return shot{name, func() image.Image { return s.Face(r) }} }
	room := shot{"projector", func() image.Image { return s.Room(Route{Face: faceOf(state)}) }}
	switch state {
	case workshop.Prepare:
		return []shot{
			face("prepare", Route{Face: FacePrepare}), face("themes", Route{Face: FacePrepare, Part: "themes"}),
			face("agenda", Route{Face: FacePrepare, Part: "agenda"}),
			face("customers", Route{Face: FaceCustomers}), face("leaders", Route{Face: FaceLeaders}), room,
		}
	case workshop.Collect:
		return append([]shot{face("collect", Route{Face: FaceCollect}), room}, s.kioskShots()...)
	case workshop.Sealed:
		return []shot{face("sealed", Route{Face: FaceSealed}), room}
	case workshop.Reveal:
		return append(s.revealShots(), face("voices", Route{Face: FaceVoices}), face("receipt", Route{Face: FaceReceipt}))
	case workshop.Prioritise:
		return append([]shot{face("prioritise", Route{Face: FacePrioritise}), room}, s.pollShots(workshop.DotsPoll)...)
	case workshop.Planning:
		return []shot{
			face("plan", Route{Face: FacePlan}), face("contract", Route{Face: FacePlan, Part: "contract"}),
			face("close", Route{Face: FacePlan, Part: "close"}), room,
		}
	case workshop.Closed:
		return []shot{face("report", Route{Face: FaceReport}), room}
	}
	return append([]shot{face("follow-up", Route{Face: FaceFollowUp}), face("trend", Route{Face: FaceTrend}), room}, s.pollShots(workshop.PulsePoll)...)
}

func writePNG(path string, picture image.Image) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	return encoder.Encode(io.Writer(file), picture)
}
