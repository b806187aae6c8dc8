package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
)

// The parts of the voices face besides the themes' keys, which hold no slash.
const (
	partUngrouped = "/ungrouped"
	partHidden    = "/hidden"
)

// voicesFace is where the facilitator reads the voices alone, hides what identifies somebody, and groups the others by
// theme. The projector never shows it.
func (ui *UI) voicesFace(r Route) fyne.CanvasObject {
	s := ui.Session()
	head := kit.VStack(kit.XS, kit.Title(ui.Say("voices.title")), kit.Muted(ui.Say("voices.how")))
	on := kit.Border(nil, nil, nil, ui.voicesNext())
	if len(s.Voices) == 0 {
		return kit.Border(head, on, nil, nil, kit.Inset(kit.L, 0, ui.noVoices()))
	}
	ui.lookForHints()
	board := newVoiceBoard(ui, r.Part, freshCards)
	content := board.content()
	if board.partial && ui.soon(func() {}, ui.onBoard(func() { ui.refill("") })) {
		board = newVoiceBoard(ui, r.Part, len(s.Voices))
		content = board.content()
	}
	foot := kit.Border(nil, nil, nil, on, kit.Inset(kit.S, 0, kit.Small(ui.voiceCounts())))
	return container.NewStack(
		kit.Border(head, kit.Inset(kit.S, 0, foot), nil, nil, kit.Inset(kit.M, 0, content)),
		board.ghost)
}

// voicesNext is the button on to where the voices are used next.
func (ui *UI) voicesNext() *kit.Button {
	if ui.Session().State == workshop.Reveal {
		return kit.NewButton(ui.Say("voices.to_reveal"), kit.Primary, func() { ui.Visit(FaceReveal) })
	}
	return kit.NewButton(ui.Say("voices.to_prioritise"), kit.Primary, func() { ui.Visit(FacePrioritise) })
}

// noVoices says why there is nothing to read: too few people, or nobody who wanted words shown.
func (ui *UI) noVoices() fyne.CanvasObject {
	s := ui.Session()
	n, least := s.Tally.Employees.Respondents, s.Setup.VoicesThreshold
	text := kit.VStack(kit.S)
	if n < least {
		text.Add(kit.Heading(ui.Say("voices.few.title")))
		text.Add(kit.Body(ui.words.Count("voices.few.text", n, "least", least)))
	} else {
		text.Add(kit.Heading(ui.Say("voices.none.title")))
		text.Add(kit.Body(ui.Say("voices.none.text")))
	}
	if s.Tally.CountedOnly > 0 {
		text.Add(kit.Muted(ui.words.Count("voices.counted_only", s.Tally.CountedOnly)))
	}
	return container.NewVBox(kit.Column(720, kit.Card(text)))
}

// voiceCounts accounts for every voice in one line.
func (ui *UI) voiceCounts() string {
	s := ui.Session()
	n := s.CountVoices()
	parts := []string{ui.words.Count("voices.count.all", n.All)}
	add := func(key string, n int) {
		if n > 0 {
			parts = append(parts, ui.words.Count(key, n))
		}
	}
	look := 0
	for _, v := range s.Voices {
		if !v.Hidden && v.Into == 0 && len(ui.telling(v)) > 0 {
			look++
		}
	}
	add("voices.count.telling", look)
	add("voices.count.hidden", n.Hidden)
	add("voices.count.merged", n.Merged)
	add("voices.count.ungrouped", n.Ungrouped)
	add("voices.count.undecided", n.Undecided)
	add("voices.counted_only", s.Tally.CountedOnly)
	return strings.Join(parts, " · ")
}

// voiceBoard is the affinity board: at the left the themes with their counts, each of them a place to drop a card; at
// the right the cards.
type voiceBoard struct {
	ui    *UI
	part  string
	zones []dropZone
	ghost *fyne.Container // the card under the pointer while it is dragged
	over  *kit.Button

	begun   bool // the first card has its place
	fresh   int  // how many cards may still be made
	partial bool // more are to come
}

// freshCards is how many new cards the board makes at once: what one sees first. The others follow, frame by frame.
const freshCards = 24

// dropZone is a part of the board that takes a card.
type dropZone struct {
	area fyne.CanvasObject
	row  *kit.Button // lit while a card is over the zone
	drop func(id int)
}

func newVoiceBoard(ui *UI, part string, fresh int) *voiceBoard {
	if ui.cards == nil {
		ui.cards = map[int]*voiceCard{}
	}
	return &voiceBoard{ui: ui, part: part, ghost: container.NewWithoutLayout(), fresh: fresh}
}

func (b *voiceBoard) content() fyne.CanvasObject {
	width := float32(230) * max(1, b.ui.prefs.textScale()*0.9)
	page := container.NewStack()
	cards := b.ui.keep(kit.Scroll(page)) // before the cards name themselves as stops
	rail := b.rail()
	page.Add(b.cards())
	return kit.Border(nil, nil, kit.Least(width, 0, kit.Flush(kit.Scroll(rail))), nil, kit.Inset(0, kit.M, kit.Flush(cards)))
}

// rail lists what the board can show, with counts.
func (b *voiceBoard) rail() fyne.CanvasObject {
	s := b.ui.Session()
	count := map[string]int{}
	for _, v := range s.Voices {
		switch {
		case v.Hidden:
			count[partHidden]++
		case v.Into == 0:
			count[""]++
			count[partOf(v.Theme)]++
		}
	}
	list := kit.VStack(0)
	line := func(part, name string, drop func(id int)) {
		row := kit.NewButton(name+"   "+b.ui.words.Number(float64(count[part]), 0), kit.Quiet, func() {
			b.ui.Go(Route{Face: FaceVoices, Part: part})
			b.ui.focusOn(partStop(part))
		})
		row.Left, row.On = true, part == b.part
		b.ui.stop(partStop(part), row)
		list.Add(row)
		if drop != nil {
			b.zones = append(b.zones, dropZone{row, row, drop})
		}
	}
	line("", b.ui.Say("voices.all"), nil)
	line(partUngrouped, b.ui.Say("voices.ungrouped"), func(id int) { b.ui.moveVoice(id, "") })
	for _, t := range s.Themes {
		line(string(t.Key), b.ui.themeName(t.Key), func(id int) { b.ui.moveVoice(id, t.Key) })
	}
	line(partHidden, b.ui.Say("voices.hidden"), func(id int) { b.ui.hideVoice(id) })
	return list
}

// partStop names the line of a part.
func partStop(part string) string { return "part " + part }

// partOf is the part of the board where a theme's voices are.
func partOf(key workshop.ThemeKey) string {
	if key == "" {
		return partUngrouped
	}
	return string(key)
}

// cards shows the sections of the part in two columns.
func (b *voiceBoard) cards() fyne.CanvasObject {
	s := b.ui.Session()
	if b.part == partHidden {
		return b.hidden()
	}
	keys := []workshop.ThemeKey{""}
	for _, t := range s.Themes {
		keys = append(keys, t.Key)
	}
	columns := [2]*fyne.Container{kit.VStack(kit.L), kit.VStack(kit.L)}
	var filled [2]int
	for _, key := range keys {
		if b.part != "" && b.part != partOf(key) {
			continue
		}
		section, weight := b.section(key, b.part != "")
		if section == nil {
			continue
		}
		at := 0
		if filled[1] < filled[0] {
			at = 1
		}
		columns[at].Add(section)
		filled[at] += weight
	}
	if filled[1] == 0 && b.part != "" {
		return columns[0]
	}
	if b.ui.largeText() { // two columns would break words
		return kit.VStack(kit.L, columns[0], columns[1])
	}
	return kit.Columns(kit.L, []float32{1, 1}, container.NewVBox(columns[0]), container.NewVBox(columns[1]))
}

// section is a theme with its cards, nil where it has none unless it is to be shown empty, and roughly how much room
// it takes.
func (b *voiceBoard) section(key workshop.ThemeKey, empty bool) (fyne.CanvasObject, int) {
	s := b.ui.Session()
	name := b.ui.Say("voices.ungrouped")
	if key != "" {
		name = b.ui.themeName(key)
	}
	list := kit.VStack(kit.S, kit.Strong(name))
	weight := 40
	for _, v := range s.Voices {
		if v.Hidden || v.Into != 0 || v.Theme != key {
			continue
		}
		if card := b.card(v); card != nil {
			list.Add(card)
		}
		weight += 60 + len(v.Text)
	}
	if len(list.Objects) == 1 {
		if !empty {
			return nil, 0
		}
		list.Add(kit.Muted(b.ui.Say("voices.empty_theme")))
	}
	b.zones = append(b.zones, dropZone{list, nil, func(id int) { b.ui.moveVoice(id, key) }})
	return list, weight
}

// hidden lists what is hidden, each with the way back.
func (b *voiceBoard) hidden() fyne.CanvasObject {
	list, gone := kit.VStack(kit.S, kit.Muted(b.ui.Say("voices.hidden.how"))), 0
	for _, v := range b.ui.Session().Voices {
		switch {
		case v.Hidden && v.Text == "":
			gone++
		case v.Hidden:
			list.Add(kit.CardPadded(kit.M, kit.Row(nil, kit.M, kit.Muted(v.Text),
				kit.NewButton(b.ui.Say("voices.show"), kit.Plain, func() { b.ui.showVoice(v.ID) }))))
		}
	}
	if gone > 0 {
		list.Add(kit.Muted(b.ui.words.Count("voices.hidden.gone", gone)))
	}
	return list
}

// drag moves the card under the pointer and lights what would take it.
func (b *voiceBoard) drag(v workshop.Voice, at fyne.Position) {
	if len(b.ghost.Objects) == 0 {
		text := kit.Body(shorten(v.Text, 90))
		card := container.NewStack(kit.NewPanel(kit.ColorSoft, kit.ColorEmployees, 12), kit.Pad(kit.M, text))
		card.Resize(fyne.NewSize(300, 84))
		b.ghost.Add(card)
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.ghost)
	b.ghost.Objects[0].Move(at.Subtract(origin).AddXY(12, 12))
	zone := b.zoneAt(at)
	var row *kit.Button
	if zone != nil {
		row = zone.row
	}
	b.light(row)
	b.ghost.Refresh()
}

func (b *voiceBoard) light(row *kit.Button) {
	if b.over == row {
		return
	}
	if b.over != nil {
		b.over.Weight = kit.Quiet
		b.over.Refresh()
	}
	b.over = row
	if row != nil {
		row.Weight = kit.Primary
		row.Refresh()
	}
}

// drop ends a drag: what lies under the pointer takes the card.
func (b *voiceBoard) drop(id int, at fyne.Position) {
	b.ghost.RemoveAll()
	b.light(nil)
	if zone := b.zoneAt(at); zone != nil {
		zone.drop(id)
	}
}

func (b *voiceBoard) zoneAt(at fyne.Position) *dropZone {
	for i, z := range b.zones {
		p, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(z.area), z.area.Size()
		if at.X >= p.X && at.Y >= p.Y && at.X < p.X+size.Width && at.Y < p.Y+size.Height {
			return &b.zones[i]
		}
	}
	return nil
}

// themeName is a theme's name in the window's language.
func (ui *UI) themeName(key workshop.ThemeKey) string {
	t, ok := ui.Session().Theme(key)
	if !ok {
		return string(key)
	}
	return t.Name.In(ui.words.Lang(), ui.Session().Setup.Language)
}

// shorten cuts a text to so many characters, with … at its end.
func shorten(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	return strings.TrimSpace(string(runes[:limit-1])) + "…"
}
