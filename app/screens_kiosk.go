package app

import (
	"image"

	"exceed/workshop"
)

// kioskShots are the pages that a participant sees, with a made-up answer on them.
func (s *Screens) kioskShots() []shot {
	page := func(name string, open func(*kiosk)) shot {
		return shot{name, func() image.Image { return s.kiosk(open) }}
	}
	at := func(n int) func(*kiosk) { return func(k *kiosk) { k.show(n) } }
	themes := len(s.ui.Session().Themes)
	words := 2 + themes + workshop.BehaviourCount/behavioursAPage
	return []shot{
		page("kiosk-hand-over", func(k *kiosk) { k.handOver() }),
		page("kiosk-language", (*kiosk).language),
		page("kiosk-promise", at(0)),
		page("kiosk-points", at(1)),
		page("kiosk-theme", at(2)),
		page("kiosk-behaviours", at(2+themes)),
		page("kiosk-words", at(words)),
		page("kiosk-look-over", func(k *kiosk) { k.show(len(k.pages) - 1) }),
		page("kiosk-not-sealed", func(k *kiosk) { k.open(k.again(workshop.ErrDiskFull.With("path", s.ui.room.Store().Path()))) }),
		page("kiosk-thanks", (*kiosk).thank),
		page("kiosk-cover", func(k *kiosk) {
			k.show(2)
			k.cover(coverTime)
		}),
		page("kiosk-code", (*kiosk).askCode),
	}
}

// pollShots are the pages that a participant sees of a poll, with a made-up answer on them. No poll is opened for them.
func (s *Screens) pollShots(kind workshop.PollKind) []shot {
	page := func(name string, at int) shot {
		return shot{"kiosk-" + string(kind) + "-" + name, func() image.Image {
			s.ui.handOver(&workshop.Poll{Kind: kind, Asked: s.ui.Session().Asks(kind)})
			k := s.ui.kiosk
			k.begin(s.ui.Session().Setup.Language)
			k.draft.points[0], k.draft.points[1] = 2, 1
			k.draft.standing[0], k.draft.standing[1] = 0, 2
			if at < 0 {
				at += len(k.pages)
			}
			k.show(at)
			picture := s.win.picture()
			k.leave()
			return picture
		}}
	}
	return []shot{page("promise", 0), page("question", 1), page("look-over", -1)}
}

// kiosk draws one page of the kiosk.
func (s *Screens) kiosk(open func(*kiosk)) image.Image {
	s.ui.openKiosk()
	k := s.ui.kiosk
	k.begin(s.ui.Session().Setup.Language)
	for i, points := range []int{3, 0, 0, 2, 0, 1, 2, 2} {
		if i < len(k.draft.points) {
			k.draft.points[i] = points
		}
	}
	k.draft.standing[0] = 1
	k.draft.behaviours[0], k.draft.behaviours[1] = 3, 1
	k.draft.statements[0] = statement{text: k.say("kiosk.sample"), theme: 2, show: true, chose: true}
	open(k)
	picture := s.win.picture()
	k.leave()
	return picture
}
