package app

import (
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// collectFace is what the facilitator sees while people answer: how many have, when the queue will end, and the button
// that hands the laptop over. No answer is ever visible.
func (ui *UI) collectFace(Route) fyne.CanvasObject {
	if ui.Session().State != workshop.Collect {
		return ui.collectedFace()
	}
	if ui.room.Store().NeedsResume() {
		return ui.resumeFace()
	}
	n, setup := ui.room.Responses(), ui.Session().Setup
	figure := kit.Huge
	if ui.largeText() { // the button below stays in sight
		figure = kit.Display
	}
	count := kit.VStack(kit.M,
		figure(ui.countText(n)).Centred(),
		kit.Lead(ui.Say("collect.answered")).Centred(),
		kit.Inset(kit.S, kit.XL, ui.progress(n, setup.Expected, 10)),
		kit.Muted(ui.queueText(n)).Centred(),
	)
	body := kit.Columns(kit.L, []float32{1.7, 1},
		container.NewVBox(kit.Card(kit.Inset(kit.M, 0, count)), kit.Inset(kit.M, 0, kit.Muted(ui.Say("collect.private", "k", setup.Threshold)))),
		container.NewVBox(kit.Card(ui.collectNotes(n))))
	back := kit.NewButton(ui.Say("collect.back"), kit.Plain, func() { ui.MoveTo(workshop.Prepare) })
	seal := kit.NewButton(ui.Say("collect.seal"), kit.Plain, ui.sealBox)
	hand := kit.NewButton(ui.Say("collect.hand_over"), kit.Primary, ui.openKiosk)
	if n == 0 {
		seal.Disable()
	}
	left, right := []fyne.CanvasObject{back, seal}, hand
	if setup.Expected > 0 && n >= setup.Expected { // all are through: the box is what comes next
		hand.Weight, seal.Weight = kit.Plain, kit.Primary
		left[1], right = hand, seal
	}
	right.Large = true
	return ui.faceFrame(ui.Say("collect.title"), ui.Say("collect.how"), body, kit.HStack(kit.S, left...), right)
}

// faceFrame is a face with its title, one line of what it is for, its body, and the ways back and on below.
func (ui *UI) faceFrame(title, how string, body fyne.CanvasObject, left, right fyne.CanvasObject) fyne.CanvasObject {
	head := kit.VStack(kit.XS, kit.Title(title), kit.Muted(how))
	if left != nil {
		left = kit.Middle(left)
	}
	foot := kit.Border(nil, nil, left, right)
	return kit.LeftColumn(faceWidth, kit.Border(head, foot, nil, nil, kit.Inset(kit.M, 0, kit.Flush(kit.Scroll(body)))))
}

// faceWidth is as wide as a face of text and forms gets.
const faceWidth float32 = 1120

// countText is "7 of 12", or "7" where nobody said how many will come.
func (ui *UI) countText(n int) string {
	if expected := ui.Session().Setup.Expected; expected > 0 {
		return ui.Say("collect.count_of", "n", n, "expected", expected)
	}
	return ui.words.Number(float64(n), 0)
}

// progress is a bar that is full when all have answered.
func (ui *UI) progress(n, of int, height float32) fyne.CanvasObject {
	share := float32(0)
	if of > 0 {
		share = min(1, float32(n)/float32(of))
	}
	part := func(name fyne.ThemeColorName) fyne.CanvasObject {
		box := canvas.NewRectangle(ui.color(name))
		box.CornerRadius = height / 2
		return box
	}
	bar := container.NewStack(part(kit.ColorLine))
	if share > 0 {
		bar.Add(kit.Columns(0, []float32{share, 1.0001 - share}, part(theme.ColorNamePrimary), canvas.NewRectangle(color.Transparent)))
	}
	return kit.Least(0, height, bar)
}

// queueMark is where the measuring of the queue began: when collecting was entered, and how many had answered by then.
type queueMark struct {
	since time.Time
	count int
}

// leastTurn is the least that a person is reckoned to take, in case many were through at once.
const leastTurn = time.Minute

// queueText says when the queue will end at the present pace.
func (ui *UI) queueText(n int) string {
	expected := ui.Session().Setup.Expected
	if ui.queue.since != ui.pace.since {
		ui.queue = queueMark{ui.pace.since, n}
	}
	if expected == 0 {
		return ui.Say("collect.queue_unknown")
	}
	if n >= expected {
		return ui.Say("collect.queue_done")
	}
	through := n - ui.queue.count
	used := max(ui.pace.used(), time.Duration(through)*leastTurn)
	left := workshop.QueueEnd(through, expected-ui.queue.count, used)
	return ui.words.Count("collect.queue", int(math.Ceil(left.Minutes())), "time", ui.Clock().Add(left).Format("15:04"))
}

// collectNotes says what the reveal would lack, each with the way there.
func (ui *UI) collectNotes(n int) fyne.CanvasObject {
	s := ui.Session()
	list := kit.VStack(kit.S, kit.Heading(ui.Say("collect.meanwhile")))
	list.Add(ui.thresholdNote(n))
	missing := s.MissingForReveal()
	for _, key := range missing {
		list.Add(ui.wayTo(key))
	}
	if len(missing) == 0 {
		list.Add(kit.Inset(kit.S, kit.S, done(ui.Say("collect.all_there"))))
	}
	return list
}

// wayTo names something that the reveal would lack, a key of MissingForReveal, and leads to the face that takes it.
func (ui *UI) wayTo(key string) fyne.CanvasObject {
	face := FaceLeaders
	if key != "leaders" {
		face = FaceCustomers
	}
	b := kit.NewButton("○  "+ui.Say("ready."+key), kit.Quiet, func() { ui.Go(Route{Face: face}) })
	b.Left = true
	return b
}

// done is a line of text about something that is there.
func done(text string) fyne.CanvasObject {
	return kit.Marked(theme.ConfirmIcon(), theme.ColorNamePrimary, kit.Body(text))
}

// bullet is a paragraph beside its number or mark.
func bullet(mark string, text *kit.Text) fyne.CanvasObject {
	return kit.Border(nil, nil, kit.Muted(mark).Fit(), nil, kit.Inset(0, kit.S, text))
}

// thresholdNote says how many more people results need.
func (ui *UI) thresholdNote(n int) fyne.CanvasObject {
	k := ui.Session().Setup.Threshold
	if n >= k {
		return kit.Inset(kit.S, kit.S, done(ui.Say("collect.enough", "k", k)))
	}
	return kit.Inset(kit.S, kit.S, kit.Marked(theme.RadioButtonIcon(), kit.ColorMuted, kit.Body(ui.words.Count("collect.more", k-n, "k", k))))
}

// sealBox asks before it locks the box, as from the threshold on nothing leads back.
func (ui *UI) sealBox() {
	n, setup := ui.room.Responses(), ui.Session().Setup
	text := ui.Say("collect.seal_final", "n", n)
	if n < setup.Threshold {
		text = ui.Say("collect.seal_early", "n", n, "k", setup.Threshold)
	}
	if n >= setup.Threshold && n < setup.Expected {
		text = ui.words.Count("collect.seal_waiting", setup.Expected-n) + " " + text
	}
	ui.Ask(ui.Say("collect.seal_title"), text, ui.Say("collect.seal"), false, func() { ui.MoveTo(workshop.Sealed) })
}

// collectedFace is this face after collecting has ended.
func (ui *UI) collectedFace() fyne.CanvasObject {
	state := ui.Session().State
	on := kit.NewButton(ui.stateWords(state), kit.Primary, func() { ui.Visit(faceOf(state)) })
	body := container.NewVBox(kit.Card(kit.VStack(kit.S, kit.Huge(ui.countText(ui.room.Responses())).Centred(), kit.Lead(ui.Say("collect.answered")).Centred())))
	return ui.faceFrame(ui.Say("collect.title"), ui.Say("collect.over"), body, nil, on)
}
