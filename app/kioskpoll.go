package app

import (
	"strconv"

	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// This file holds what the kiosk asks after the reveal: private dots, or whether promises have been seen.

// openPoll hands the laptop over for the open poll.
func (ui *UI) openPoll() {
	if p, open := ui.Session().OpenedPoll(); open {
		ui.handOver(&p)
	}
}

// asked is how many things a person gives points to.
func (k *kiosk) asked() int {
	if k.poll != nil {
		return len(k.poll.Asked)
	}
	return len(k.session().Themes)
}

// answered is how many people are through.
func (k *kiosk) answered() int {
	if k.poll != nil {
		return k.ui.ballots()
	}
	return k.ui.room.Responses()
}

// pollJourney lists the pages of a poll after the choice of language.
func (k *kiosk) pollJourney() []func() *page {
	pages := []func() *page{k.promise}
	if k.poll.Kind == workshop.DotsPoll {
		pages = append(pages, k.dotsPage)
	} else {
		for first := 0; first < k.asked(); first += promisesAPage {
			pages = append(pages, func() *page { return k.pulsePage(first) })
		}
	}
	return append(pages, k.reviewPage)
}

// dotsLeft is how many dots the person has not given yet.
func (k *kiosk) dotsLeft() int {
	left := workshop.DotsToSpread
	for _, n := range k.draft.points {
		left -= n
	}
	return left
}

// dotsPage spreads a few dots over the themes.
func (k *kiosk) dotsPage() *page {
	items := make([]kit.Item, k.asked())
	for i := range items {
		items[i] = kit.Item{Icon: assets.ThemeIcon(workshop.ThemeKey(k.poll.Asked[i])), Text: k.askedName(i)}
	}
	spread := kit.NewSpread(items, k.draft.points, workshop.DotsToSpread)
	left, note := kit.Display("").Centred(), kit.Muted("").Centred()
	say := func() {
		left.SetText(k.words.Number(float64(k.dotsLeft()), 0))
		note.SetText(k.words.Count("kiosk.poll.dots.remaining", k.dotsLeft()))
	}
	say()
	p := &page{progress: k.say("kiosk.poll.dots.progress"), back: true, next: k.say("button.next"), main: spread, fixed: true}
	p.ready = func() string {
		if n := k.dotsLeft(); n > 0 {
			return k.words.Count("kiosk.poll.dots.left", n)
		}
		return ""
	}
	spread.Large, spread.OnEnter, spread.OnMoved = true, k.next, k.touch
	spread.OnChanged = func() {
		say()
		p.problem.SetText("")
		k.touch()
	}
	spread.OnRefused = func() { k.problem(k.say("kiosk.poll.dots.no_more")) }
	head := kit.Border(nil, nil, nil, kit.Least(150, 0, kit.VStack(0, left, note)),
		kit.VStack(kit.S, kit.Title(k.say("kiosk.poll.dots.title")), kit.Body(k.words.Count("kiosk.poll.dots.text", workshop.DotsToSpread))))
	p.content = kit.Border(head, nil, nil, nil, kit.Inset(kit.S, 0, container.NewVScroll(kit.Pad(focusRoom, spread))))
	return p
}

const promisesAPage = 3

// sights are the answers to "have you seen it?", by their places on the scale.
func sights() []workshop.Sight {
	return []workshop.Sight{workshop.Seen, workshop.Partly, workshop.NotYet, workshop.CannotSay}
}

func sightNames(w *assets.Words) []string {
	return []string{w.Say("sight.seen"), w.Say("sight.partly"), w.Say("sight.not_yet"), w.Say("sight.cannot_say")}
}

// pulsePage asks of a few promises whether the person has seen them.
func (k *kiosk) pulsePage(first int) *page {
	pages := (k.asked() + promisesAPage - 1) / promisesAPage
	p := &page{
		progress: k.say("kiosk.poll.pulse.progress", "n", first/promisesAPage+1, "of", pages),
		back:     true, next: k.say("button.next"),
	}
	rows := kit.VStack(kit.L)
	var scales []*kit.Scale
	for i := first; i < min(first+promisesAPage, k.asked()); i++ {
		scale := kit.NewScale(sightNames(k.words), k.draft.standing[i], kit.NoSign, func(place int) {
			k.draft.standing[i] = place
			k.touch()
		})
		scale.Low = true
		scales = append(scales, scale)
		rows.Add(kit.VStack(kit.XS, kit.Lead(k.askedName(i)), scale))
	}
	k.chain(p, scales)
	p.content = kit.VStack(kit.L, kit.Title(k.say("kiosk.poll.pulse.title")), rows)
	return p
}

// askedName is what the poll asks about: a theme's name, or a promise and who made it.
func (k *kiosk) askedName(i int) string {
	asked, s := k.poll.Asked[i], k.session()
	if k.poll.Kind == workshop.DotsPoll {
		t, _ := s.Theme(workshop.ThemeKey(asked))
		return t.Name.In(k.words.Lang(), s.Setup.Language)
	}
	id, _ := strconv.Atoi(asked)
	if at := s.Plan.Find(id); at >= 0 {
		return k.say("kiosk.poll.pulse.promise", "what", s.Plan.Promises[at].What, "owner", s.Plan.Promises[at].Owner)
	}
	return "–" // it was removed meanwhile
}

// ballot is what the person's draft says.
func (k *kiosk) ballot() workshop.Ballot {
	b := make(workshop.Ballot, k.asked())
	for i := range b {
		switch place := k.draft.standing[i]; {
		case k.poll.Kind == workshop.DotsPoll:
			b[i] = k.draft.points[i]
		case place < 0:
			b[i] = int(workshop.CannotSay)
		default:
			b[i] = int(sights()[place])
		}
	}
	return b
}

// ballotLines says what the person's draft says, to be looked over.
func (k *kiosk) ballotLines(line func(label, text string)) {
	for i := range k.asked() {
		switch place := k.draft.standing[i]; {
		case k.poll.Kind == workshop.DotsPoll:
			if n := k.draft.points[i]; n > 0 {
				line(k.askedName(i), k.words.Number(float64(n), 0))
			}
		case place < 0:
			line(k.askedName(i), k.say("kiosk.poll.open"))
		default:
			line(k.askedName(i), sightNames(k.words)[place])
		}
	}
}
