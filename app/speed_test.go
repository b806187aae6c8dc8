package app

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"exceed/app/kit"
	"exceed/workshop"
)

// BenchmarkFace measures the work on the window's goroutine that it takes to show each face, card and page of the kiosk,
// laid out, of a session of forty people. At most 16 ms are one frame.
func BenchmarkFace(b *testing.B) {
	s := newStudio(b, workshop.English, fyne.NewSize(1366, 768), 1, "light")
	s.people = 40
	for _, name := range lookNames() {
		b.Run(name, func(b *testing.B) {
			s.t = b
			s.show(name)
			ui, route := s.ui, s.ui.route
			open := func() { ui.Go(route) }
			if l := looks()[name]; l.open != nil {
				open = func() { l.open(ui) }
			}
			for b.Loop() {
				b.StopTimer()
				s.closeAll()
				b.StartTimer()
				open()
				ui.win.Canvas().(software.WindowlessCanvas).Resize(fyne.NewSize(1366, 768))
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/1000, "ms/face")
		})
	}
}

// closeAll leaves the kiosk and every card.
func (s *studio) closeAll() {
	ui := s.ui
	if ui.kiosk != nil {
		ui.kiosk.leave()
	}
	ui.held = false
	ui.closeCard()
	for _, over := range ui.win.Canvas().Overlays().List() {
		ui.win.Canvas().Overlays().Remove(over)
	}
}

// BenchmarkVoices measures the board with a hundred and twenty voices: shown at first, when each is searched for what
// identifies, and again.
func BenchmarkVoices(b *testing.B) {
	ui := New(testDeps(b, workshop.English))
	ui.win.Resize(fyne.NewSize(1366, 768))
	room, err := ui.Rehearse(b.Context(), 40, workshop.English, workshop.Prioritise)
	if err != nil {
		b.Fatal(err)
	}
	ui.enter(room)
	ui.Change("voice_move", func(s *workshop.Session) error {
		for n := len(s.Voices); len(s.Voices) < 120; {
			v := s.Voices[len(s.Voices)%n]
			v.ID, v.Into, v.Text = 1000+len(s.Voices), 0, fmt.Sprint(v.Text, " ", len(s.Voices))
			s.Voices = append(s.Voices, v)
		}
		return nil
	})
	frame := func() {
		ui.Go(Route{Face: FaceVoices})
		ui.win.Canvas().(software.WindowlessCanvas).Resize(fyne.NewSize(1366, 768))
	}
	var waiting []func()
	ui.Worker = func(work func(context.Context) error, done func(error)) (cancel func()) {
		waiting = append(waiting, func() { done(work(context.Background())) })
		return func() {}
	}
	work := func() {
		for len(waiting) > 0 {
			next := waiting[0]
			waiting = waiting[1:]
			next()
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			ui.hints, ui.cards, waiting = nil, nil, nil
			frame()
		}
	})
	b.Run("next", func(b *testing.B) { // one more piece of the board
		for b.Loop() {
			b.StopTimer()
			ui.cards, waiting = nil, nil
			frame()
			b.StartTimer()
			waiting[len(waiting)-1]()
		}
	})
	work()
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			frame()
		}
	})
	b.Run("move", func(b *testing.B) {
		themes := ui.Session().Themes
		id := ui.Session().Voices[60].ID
		for i := 0; b.Loop(); i++ {
			ui.moveVoice(id, themes[i%len(themes)].Key)
		}
	})
}

// BenchmarkKey measures how long a typed letter takes until the field shows it, and a digit until the kiosk's points do.
func BenchmarkKey(b *testing.B) {
	s := newStudio(b, workshop.English, fyne.NewSize(1366, 768), 1, "light")
	for _, name := range []string{"home", "prepare", "promise", "kiosk-words"} { // home's is the search
		b.Run(name, func(b *testing.B) {
			s.t = b
			s.show(name)
			typed := every[*kit.Field](s.ui.win.Canvas())[0].Focusable()
			s.ui.win.Canvas().Focus(typed)
			for i := 0; b.Loop(); i++ {
				if i%60 == 59 {
					typed.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
				}
				test.Type(typed, "a")
			}
		})
	}
	b.Run("kiosk-points", func(b *testing.B) {
		s.t = b
		s.show("kiosk-points")
		typed := s.ui.win.Canvas().Focused()
		for i := 0; b.Loop(); i++ {
			typed.TypedRune(rune('0' + i%2))
		}
	})
}
