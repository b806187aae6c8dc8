package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"exceed/workshop"
)

// The facilitator is told before the reveal that the comparison with the session before will be coarse.
func TestTheSealedFaceForeseesRounding(t *testing.T) {
	for people, told := range map[int]bool{12: false, 13: true, 17: false} {
		s := newStudio(t, workshop.French, fyne.NewSize(1366, 768), 1, "light")
		sealedAgain(people)(s.ui)
		s.ui.Go(Route{Face: FaceSealed})
		before := s.ui.Session().Before()
		if said := strings.Contains(said(s.ui.win.Canvas()), s.ui.Say("sealed.rounded", "date", s.ui.words.Date(before.Date))); said != told {
			t.Errorf("%d people after 12: told %v", people, said)
		}
	}
}
