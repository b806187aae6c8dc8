package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// This file holds the order of the pages, and the pages before and after the questions.

// journey lists the pages after the choice of language. Each call builds its page anew.
func (k *kiosk) journey() []func() *page {
	if k.poll != nil {
		return k.pollJourney()
	}
	pages := []func() *page{k.promise, func() *page { return k.pointsPage(&k.draft.side, false) }}
	for i := range k.session().Themes {
		pages = append(pages, func() *page { return k.standingPage(i) })
	}
	for first := 0; first < workshop.BehaviourCount; first += behavioursAPage {
		pages = append(pages, func() *page { return k.behavioursPage(first) })
	}
	if k.private() {
		pages = append(pages,
			func() *page { return k.pointsPage(&k.draft.belief, true) },
			k.beliefPage)
	}
	for i := range k.draft.statements {
		if i > 0 && k.draft.statements[i-1].text == "" {
			break
		}
		pages = append(pages, func() *page { return k.statementPage(i) })
	}
	return append(pages, k.reviewPage)
}

// handOver drops what is left of a person and waits for the next.
func (k *kiosk) handOver() {
	k.wipe()
	text := k.say("kiosk.handover.text")
	if k.poll != nil {
		text = k.say("kiosk.poll.handover")
	}
	start := k.large(k.say("kiosk.handover.start"), kit.Primary, k.language)
	facilitator := kit.NewButton(k.say("kiosk.handover.facilitator"), kit.Quiet, k.askCode)
	k.open(&page{
		middle: true, main: start, next: "",
		content: kit.VStack(kit.L,
			sign(theme.AccountIcon()),
			kit.Display(k.say("kiosk.handover.title")).Centred(),
			kit.Lead(text).Centred(),
			kit.Inset(kit.S, 0, kit.Middle(start)),
			kit.Middle(kit.Muted(k.countText()).Fit()),
			kit.Inset(kit.XL, 0, kit.Middle(facilitator))),
	})
}

// countText is how many people have answered, the only thing that is ever shown of them.
func (k *kiosk) countText() string {
	n, expected := k.answered(), k.session().Setup.Expected
	if expected == 0 {
		return k.words.Count("kiosk.count", n)
	}
	return k.say("kiosk.count_of", "n", n, "expected", expected)
}

// language asks which language the person reads; each stands in its own name.
func (k *kiosk) language() {
	column := kit.VStack(kit.M)
	var main fyne.Focusable
	for _, l := range assets.Langs() {
		b := k.large(assets.LanguageName(l), kit.Plain, func() { k.meant(func() { k.begin(l) }) })
		if l == k.words.Lang() {
			main, b.Weight = b, kit.Primary
		}
		column.Add(b)
	}
	k.idle.stop()
	k.pages = nil
	titles := kit.VStack(kit.XS)
	for _, l := range assets.Langs() {
		titles.Add(kit.Heading(assets.WordsFor(l).Say("kiosk.language.title")).Centred())
	}
	k.open(&page{
		middle: true, main: main,
		content: kit.VStack(kit.L,
			kit.Middle(kit.NewPictogram(assets.ThemeIcon("communication"), 72, theme.ColorNamePrimary)),
			titles, container.New(inTheMiddle(420), column)),
	})
	k.idle.touch() // somebody is here, though nothing has been said yet
}

// promise says before any typing what is kept and what cannot be undone.
func (k *kiosk) promise() *page {
	setup := k.session().Setup
	point := func(icon fyne.Resource, text string) fyne.CanvasObject {
		picture := kit.NewIcon(icon, 32, theme.ColorNamePrimary)
		return kit.Row(kit.Inset(0, kit.S, picture), kit.S, kit.Lead(text), nil)
	}
	progress, optional := k.say("kiosk.promise.progress"), k.say("kiosk.promise.optional")
	threshold, limits := k.say("kiosk.promise.threshold", "k", setup.Threshold, "v", setup.VoicesThreshold), k.say("kiosk.promise.limits")
	if k.poll != nil {
		progress, optional = k.say("kiosk.poll.progress"), k.say("kiosk.poll.optional."+string(k.poll.Kind))
		threshold, limits = k.say("kiosk.poll.threshold", "k", setup.Threshold), k.say("kiosk.poll.limits")
	}
	return &page{
		progress: progress, back: true, next: k.say("kiosk.promise.next"),
		content: kit.VStack(kit.L,
			kit.Title(k.say("kiosk.promise.title")),
			point(theme.VisibilityOffIcon(), k.say("kiosk.promise.nobody")),
			point(theme.AccountIcon(), threshold),
			point(theme.MailSendIcon(), k.say("kiosk.promise.seal")),
			point(theme.WarningIcon(), limits),
			kit.Muted(optional)),
	}
}

// reviewPage looks over the response and seals it.
func (k *kiosk) reviewPage() *page {
	list, parts := kit.VStack(kit.M), []float32{1, 2}
	if k.poll != nil && k.poll.Kind == workshop.PulsePoll {
		parts = []float32{2, 1} // promises are longer than what is said of them
	}
	line := func(label, text string) *fyne.Container {
		return kit.Columns(kit.L, parts, kit.Strong(label), kit.Body(text))
	}
	if k.poll != nil {
		k.ballotLines(func(label, text string) { list.Add(line(label, text)) })
	} else {
		k.responseLines(func(label, text string, from, upto int) {
			change := kit.NewButton(k.say("kiosk.review.change"), kit.Quiet, func() {
				k.upto = upto
				k.show(from)
			})
			above := max(0, change.MinSize().Height-kit.Body(" ").MinSize().Height) / 2 // to the middle of the button
			list.Add(kit.Border(nil, nil, nil, container.NewVBox(change), kit.Inset(above, 0, line(label, text))))
		})
	}
	p := &page{
		progress: k.say("kiosk.review.progress"), back: true, next: k.say("kiosk.review.seal"), do: func() { k.meant(k.seal) },
		content: kit.VStack(kit.L,
			headed(small(theme.VisibilityIcon()), kit.Title(k.say("kiosk.review.title")), kit.Lead(k.say("kiosk.review.text"))), kit.Card(list)),
	}
	return p
}

// responseLines says what the person's draft says, to be looked over, and on which pages of the journey each line was
// given. From the words the journey leads to the look-over by itself.
func (k *kiosk) responseLines(line func(label, text string, from, upto int)) {
	d, at := k.draft, 1
	section := func(label, text string, pages int) {
		line(label, text, at, at+pages-1)
		at += pages
	}
	given := func(places []int) string {
		n := 0
		for _, place := range places {
			if place >= 0 {
				n++
			}
		}
		return k.say("kiosk.review.answered", "n", n, "of", len(places))
	}
	section(k.say("kiosk.review.points"), k.pointsText(d.side), 1)
	section(k.say("kiosk.review.standing"), given(d.standing), len(d.standing))
	section(k.say("kiosk.review.behaviours"), given(d.behaviours[:]), workshop.BehaviourCount/behavioursAPage)
	if k.private() {
		section(k.say("kiosk.review.belief"), k.pointsText(d.belief), 2)
	}
	written := d.written()
	if len(written) == 0 {
		line(k.say("kiosk.review.words"), k.say("kiosk.review.no_words"), at, 0)
	}
	for i, st := range written {
		fate := k.say("kiosk.words.count")
		if st.show {
			fate = k.say("kiosk.words.show")
		}
		line(k.say("kiosk.review.words"), k.say("quote", "text", st.text)+"  ·  "+fate, at+i, 0)
	}
}

// pointsText lists the themes that got points, most first as they stand.
func (k *kiosk) pointsText(s side) string {
	text := ""
	for i, points := range s.points {
		if points == 0 {
			continue
		}
		if text != "" {
			text += " · "
		}
		text += k.say("kiosk.review.theme_points", "theme", k.themeName(i), "n", points)
	}
	if text == "" {
		return k.say("kiosk.review.nothing")
	}
	return text
}

// themeName is a theme's name in the person's language.
func (k *kiosk) themeName(i int) string {
	return k.session().Themes[i].Name.In(k.words.Lang(), k.session().Setup.Language)
}

// seal hands the response over. Only where it is durable is the person thanked; else the response stays on the screen.
func (k *kiosk) seal() {
	var err error
	if k.poll != nil {
		_, err = k.ui.room.AcceptBallot(k.ballot())
	} else {
		if left := k.draft.left(); left != 0 {
			k.problem(k.words.Count("kiosk.points.left", left))
			return
		}
		_, err = k.ui.room.Accept(k.draft.response(k.session().Themes, k.private()))
	}
	if err != nil {
		k.ui.Log.Error("accepting a response", "error", err)
		k.open(k.again(err))
		return
	}
	k.thank()
}

// again is the look-over with what to do now; what went wrong is for the facilitator.
func (k *kiosk) again(err error) *page {
	p := k.reviewPage()
	p.next = k.say("kiosk.review.again")
	p.content = kit.VStack(kit.L,
		kit.Card(kit.VStack(kit.S, kit.Heading(k.say("kiosk.review.failed")), kit.Body(k.say("kiosk.review.failed_text")),
			kit.Small(k.say("kiosk.review.failed_how", "problem", k.words.Explain(err))))),
		p.content)
	return p
}

// thanksTime is how long the thanks stay.
const thanksTime = 3 * time.Second

// thank forgets the person, then thanks in the language that the person read.
func (k *kiosk) thank() {
	words := k.words
	k.wipe()
	k.words = words
	catch := kit.NewAnyKey(k.handOver)
	k.put(container.NewStack(kit.Inset(0, kit.XL, container.New(inTheMiddle(900), kit.VStack(kit.L,
		sign(theme.ConfirmIcon()),
		kit.Display(k.say("kiosk.thanks.title")).Centred(),
		kit.Lead(k.say("kiosk.thanks.text")).Centred(),
	))), catch))
	k.ui.win.Canvas().Focus(catch)
	k.cancel = k.ui.Timer(thanksTime, k.handOver)
}

// escape leads out: from the hand-over to the facilitator's code, from a response to the question whether to drop it.
func (k *kiosk) escape() {
	if k.draft == nil {
		k.askCode()
		return
	}
	back := func() { k.show(k.at) }
	stay := k.large(k.say("kiosk.stop.stay"), kit.Primary, back)
	drop := k.large(k.say("kiosk.stop.drop"), kit.Danger, k.handOver)
	k.open(&page{
		middle: true, main: stay, escape: back,
		content: kit.VStack(kit.L,
			sign(theme.WarningIcon()),
			kit.Title(k.say("kiosk.stop.title")).Centred(), kit.Lead(k.say("kiosk.stop.text")).Centred(),
			kit.Middle(kit.HStack(kit.M, drop, stay))),
	})
}
