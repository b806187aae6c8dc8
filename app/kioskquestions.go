package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// This file holds the pages whose questions are answered with points and on scales.

// pointsPage spreads ten points over the themes: what people expect most, or what they believe that customers do.
func (k *kiosk) pointsPage(s *side, belief bool) *page {
	items := make([]kit.Item, len(k.session().Themes))
	asked := make([]string, len(items))
	for i, t := range k.session().Themes {
		items[i] = kit.Item{Icon: assets.ThemeIcon(t.Key), Text: k.themeName(i)}
		side := t.Employees
		if belief {
			side = t.Customers
		}
		asked[i] = side.In(k.words.Lang(), k.session().Setup.Language)
		if !k.ui.largeText() { // else few themes would be in sight at once, and get more points for that
			items[i].Note = asked[i]
		}
	}
	spread := kit.NewSpread(items, s.points, workshop.PointsToSpread)
	left := kit.Display("").Centred()
	note := kit.Muted("").Centred()
	say := func() {
		left.SetText(k.words.Number(float64(s.left()), 0))
		note.SetText(k.words.Count("kiosk.points.remaining", s.left()))
	}
	say()
	title, lead := k.say("kiosk.points.title"), k.say("kiosk.points.text")
	if belief {
		title, lead = k.say("kiosk.belief.points"), k.say("kiosk.belief.points_text")
	}
	p := &page{progress: k.say("kiosk.points.progress"), back: true, next: k.say("button.next"), main: spread, fixed: true}
	if belief {
		p.progress = k.say("kiosk.belief.progress")
	}
	p.ready = func() string {
		if n := s.left(); n > 0 && (!belief || n < workshop.PointsToSpread) {
			return k.words.Count("kiosk.points.left", n)
		}
		return ""
	}
	spread.OnEnter = k.next
	spread.OnChanged = func() {
		say()
		p.problem.SetText("")
		k.touch()
	}
	spread.OnRefused = func() { k.problem(k.say("kiosk.points.no_more")) }
	const room = 150
	most := kit.Muted(k.words.Count("kiosk.points.remaining", workshop.PointsToSpread)) // the page stays where it is as this gets shorter
	most.Resize(fyne.NewSize(room, 0))
	head := kit.Border(nil, nil, nil, kit.Least(room, 0, kit.VStack(0, left, kit.Least(0, most.MinSize().Height, note))),
		kit.Inset(0, 0, kit.VStack(kit.S, kit.Title(title), kit.Body(lead))))
	body := container.NewVScroll(kit.Pad(focusRoom, spread))
	spread.Large, spread.OnMoved = true, k.touch
	above := kit.VStack(kit.S, head)
	if k.ui.largeText() {
		meaning := kit.Lead(asked[0])
		spread.OnMoved = func() {
			meaning.SetText(asked[spread.At()])
			k.touch()
		}
		above.Add(kit.LeftColumn(kioskWidth, meaning))
	}
	p.content = kit.Border(above, nil, nil, nil, kit.Inset(kit.S, -focusRoom, body))
	return p
}

// focusRoom leaves space for the mark of the focus.
const focusRoom float32 = 3

// standings are the seven answers in a language, far below first.
func standings(w *assets.Words) []string {
	return []string{
		w.Say("standing.-3"), w.Say("standing.-2"), w.Say("standing.-1"), w.Say("standing.0"),
		w.Say("standing.1"), w.Say("standing.2"), w.Say("standing.3"),
	}
}

// standingPage asks how one theme stands.
func (k *kiosk) standingPage(i int) *page {
	t := k.session().Themes[i]
	lang, fallback := k.words.Lang(), k.session().Setup.Language
	scale := kit.NewScale(standings(k.words), k.draft.standing[i], kit.Vessel, func(place int) {
		k.draft.standing[i] = place
		k.touch()
	})
	scale.OnEnter = k.next
	words := kit.VStack(kit.S, kit.Muted(k.themeName(i)), kit.Title(t.Employees.In(lang, fallback)))
	if example := assets.Example(k.session().Setup.Kind, t.Key, workshop.EmployeeSide, lang); example != "" {
		words.Add(kit.Lead(k.say("kiosk.example", "text", example)))
	}
	return &page{
		progress: k.say("kiosk.standing.progress", "n", i+1, "of", len(k.session().Themes)),
		back:     true, next: k.say("button.next"), main: scale,
		content: kit.VStack(kit.L,
			kit.Border(nil, nil, kit.Inset(0, kit.S, container.NewVBox(kit.NewPictogram(assets.ThemeIcon(t.Key), 88, theme.ColorNamePrimary))), nil,
				kit.Inset(0, kit.M, words)),
			kit.Lead(k.say("kiosk.standing.question")), scale, kit.Muted(k.say("kiosk.standing.skip"))),
	}
}

const behavioursAPage = 3

// behavioursPage asks how often leaders show three of the nine behaviours.
func (k *kiosk) behavioursPage(first int) *page {
	p := &page{
		progress: k.say("kiosk.behaviours.progress", "n", first/behavioursAPage+1, "of", workshop.BehaviourCount/behavioursAPage),
		back:     true, next: k.say("button.next"),
	}
	rows := kit.VStack(kit.M)
	var scales []*kit.Scale
	for i := first; i < min(first+behavioursAPage, workshop.BehaviourCount); i++ {
		scale := kit.NewScale(frequencies(k.words), k.draft.behaviours[i], kit.Counted, func(value int) {
			k.draft.behaviours[i] = value
			k.touch()
		})
		scale.Low = true
		scales = append(scales, scale)
		rows.Add(kit.VStack(kit.XS, kit.Lead(k.say("kiosk.behaviour."+string(workshop.Behaviours()[i]))), scale))
	}
	k.chain(p, scales)
	p.content = kit.VStack(kit.L, headed(small(theme.AccountIcon()), kit.Title(k.say("kiosk.behaviours.title"))), rows)
	return p
}

// chain makes several scales one movement: a digit goes on to the next scale, Enter to the next page.
func (k *kiosk) chain(p *page, scales []*kit.Scale) {
	p.main = scales[0]
	for i, scale := range scales {
		scale.OnEnter = k.next
		if i+1 < len(scales) {
			scale.OnDigit = func() {
				k.ui.win.Canvas().Focus(scales[i+1])
			}
		}
	}
}

// frequencies are never … always in a language.
func frequencies(w *assets.Words) []string {
	return []string{
		w.Say("frequency.0"), w.Say("frequency.1"), w.Say("frequency.2"),
		w.Say("frequency.3"), w.Say("frequency.4"),
	}
}

// beliefPage asks how the person believes that the themes stand for customers, all on one page.
func (k *kiosk) beliefPage() *page {
	p := &page{progress: k.say("kiosk.belief.progress"), back: true, next: k.say("button.next")}
	rows := kit.VStack(kit.L)
	var scales []*kit.Scale
	for i, t := range k.session().Themes {
		scale := kit.NewScale(standings(k.words), k.draft.belief.standing[i], kit.NoSign, func(place int) {
			k.draft.belief.standing[i] = place
			k.touch()
		})
		scale.Low = true
		scales = append(scales, scale)
		rows.Add(kit.VStack(kit.S,
			kit.Border(nil, nil, kit.Middle(kit.NewPictogram(assets.ThemeIcon(t.Key), 28, theme.ColorNamePrimary)), nil,
				kit.Inset(0, kit.S, kit.Lead(t.Customers.In(k.words.Lang(), k.session().Setup.Language)))),
			scale))
	}
	k.chain(p, scales)
	p.content = kit.VStack(kit.L, headed(small(theme.AccountIcon()), kit.Title(k.say("kiosk.belief.title")), kit.Lead(k.say("kiosk.belief.text"))), rows)
	return p
}
