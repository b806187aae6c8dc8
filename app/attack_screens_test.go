package app

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"exceed/workshop"
	"exceed/workshop/attack"
	"exceed/workshop/memory"
	"exceed/workshop/rehearsal"
)

// group is a rehearsed session ready to count, with its answers.
func group(t *testing.T, people int) (*workshop.Session, []workshop.Response) {
	t.Helper()
	cast := rehearsal.New(7, workshop.English, people, testDay())
	room, err := cast.Play(t.Context(), memory.NewLibrary(), workshop.Prepare, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := room.Session().Clone()
	s.State = workshop.Sealed
	return s, cast.Responses(s.Themes)
}

// drawn are the faces of a session in a state, the facilitator's and the projector's.
func drawn(t *testing.T, screens *Screens, s *workshop.Session, state workshop.State) map[string][]byte {
	t.Helper()
	s = s.Clone()
	s.State = state
	store, err := memory.NewLibrary().Create(s)
	if err != nil {
		t.Fatal(err)
	}
	room, err := workshop.Enter(store)
	if err != nil {
		t.Fatal(err)
	}
	screens.Show(room)
	pictures := map[string][]byte{}
	for i, shot := range screens.shots(state) {
		var pixels []byte
		switch picture := shot.draw().(type) {
		case *image.NRGBA:
			pixels = picture.Pix
		case *image.RGBA:
			pixels = picture.Pix
		}
		if len(pixels) == 0 {
			t.Fatalf("%s was not drawn", shot.name)
		}
		pictures[fmt.Sprintf("%s %s %d", state, shot.name, i)] = pixels
	}
	return pictures
}

// No face changes by a pixel with what comes from fewer people than a threshold: other answers of k − 1 people on a theme
// and on a behaviour, or other words of v − 1 people. Controls: the same by k and v people.
func TestNoFaceShowsWhatIsBelowTheThresholds(t *testing.T) {
	long(t)
	s, all := group(t, 12)
	k, v := s.Setup.Threshold, s.Setup.VoicesThreshold
	screens := NewScreens(testDeps(t, workshop.English), fyne.NewSize(float32(attack.Size(800, 1366)), float32(attack.Size(600, 768))))
	states := []workshop.State{workshop.Reveal, workshop.Prioritise, workshop.Planning, workshop.Closed}[:attack.Size(1, 4)]
	answer := func(people int, standing float64, often workshop.Frequency, words string, writers int) *workshop.Session {
		responses := slices.Clone(all[:writers])
		for i := range responses {
			r := &responses[i]
			r.Standing = slices.Clone(r.Standing)
			r.Standing[2], r.Behaviours[4] = math.NaN(), workshop.NotSaid
			if i < people {
				r.Standing[2], r.Behaviours[4] = standing, often
			}
			r.Statements = []workshop.Statement{{Text: fmt.Sprintf("%s %d", words, i), Theme: s.Themes[i%4].Key, Show: true}}
		}
		next := s.Clone()
		if err := next.Count(responses); err != nil {
			t.Fatal(err)
		}
		return next
	}
	changed, shown, faces := 0, 0, 0
	for _, state := range states {
		for _, pair := range []struct {
			what       string
			one, other *workshop.Session
			below      bool
		}{
			{"answers of k − 1 people, words of v − 1", answer(k-1, -3, workshop.Never, "These", v-1), answer(k-2, 3, workshop.Always, "Those", v-1), true},
			{"answers of k people, words of v", answer(k, -3, workshop.Never, "These", v), answer(k, 3, workshop.Always, "Those", v), false},
		} {
			one, other := drawn(t, screens, pair.one, state), drawn(t, screens, pair.other, state)
			differ := 0
			for name := range one {
				if !bytes.Equal(one[name], other[name]) {
					differ++
					if pair.below {
						t.Errorf("%s show on %s", pair.what, name)
					}
				}
			}
			if pair.below {
				faces, changed = faces+len(one), changed+differ
			} else if shown += differ; differ == 0 && state == workshop.Reveal {
				t.Errorf("control: %s show nowhere", pair.what)
			}
		}
	}
	attack.Report(t, attack.Line{
		Channel: "thresholds, on every face", Tried: fmt.Sprintf("%d faces, pixel by pixel", faces),
		Result: fmt.Sprintf("%d change below %d answers or %d writers", changed, k, v), Target: "0",
		Control: fmt.Sprintf("at %d and %d: %d change", k, v, shown),
	})
}
