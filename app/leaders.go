package app

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// leaderParts are the four parts of the prediction, in order.
func leaderParts() []string { return []string{"order", "standing", "behaviours", "investment"} }

// leadersFace is where leaders commit, before the reveal, what they believe the team will answer. It never shows a
// figure of the team's.
func (ui *UI) leadersFace(r Route) fyne.CanvasObject {
	s := ui.Session()
	if s.Leaders.Committed || s.State.Revealed() {
		return ui.committedFace()
	}
	parts := leaderParts()
	at := max(slices.Index(parts, r.Part), 0)
	tabs := kit.NewChoice([]string{
		ui.Say("leaders.part.order"), ui.Say("leaders.part.standing"), ui.Say("leaders.part.behaviours"), ui.Say("leaders.part.investment"),
	}, at, nil)
	tabs.OnChanged = func(i int) {
		ui.Go(Route{Face: FaceLeaders, Part: parts[i]})
		ui.focusChoice()
	}
	var body, left fyne.CanvasObject
	switch parts[at] {
	case "standing":
		body = ui.leadersStanding()
	case "behaviours":
		body = ui.leadersBehaviours()
	case "investment":
		body = ui.leadersInvestment()
	default:
		body, left = ui.leadersOrder()
	}
	if at > 0 {
		left = kit.NewButton(ui.Say("button.back"), kit.Plain, func() { ui.Go(Route{Face: FaceLeaders, Part: parts[at-1]}) })
	}
	right := kit.NewButton(ui.Say("button.next"), kit.Primary, nil)
	if at < len(parts)-1 {
		right.OnTap = func() { ui.Go(Route{Face: FaceLeaders, Part: parts[at+1]}) }
	} else {
		right = kit.NewButton(ui.Say("leaders.commit"), kit.Primary, ui.commitPrediction)
	}
	return ui.faceFrame(ui.Say("leaders.title"), ui.Say("leaders.how"), kit.VStack(kit.S, tabs, body), left, right)
}

// setLeaders changes the prediction.
func (ui *UI) setLeaders(change func(*workshop.Leaders)) bool {
	return ui.Change("leaders", func(s *workshop.Session) error {
		l := s.Leaders
		l.Order = slices.Clone(l.Order)
		l.Standing, l.Behaviours = maps.Clone(l.Standing), maps.Clone(l.Behaviours)
		change(&l)
		return s.SetLeaders(l)
	})
}

// commitPrediction closes the prediction; where part of it was left out, it asks first, and where an amount cannot be read,
// it refuses.
func (ui *UI) commitPrediction() {
	ui.win.Canvas().Unfocus() // what was typed is kept
	if ui.refusedAmount() {
		return
	}
	ui.shell.clear() // an earlier refusal
	s := ui.Session()
	l := s.Leaders
	if len(l.Order) == len(s.Themes) && len(l.Standing) == len(s.Themes) && len(l.Behaviours) == workshop.BehaviourCount {
		ui.commitLeaders(true)
		return
	}
	ui.Ask(ui.Say("leaders.gaps.title"), ui.Say("leaders.gaps.text"), ui.Say("leaders.gaps.yes"), false, func() { ui.commitLeaders(true) })
}

// commitLeaders closes the prediction, or opens it again before the reveal.
func (ui *UI) commitLeaders(committed bool) {
	if ui.setLeaders(func(l *workshop.Leaders) { l.Committed = committed }) {
		ui.Reload()
	}
}

// predictedOrder is the leaders' order, followed by what they have not ordered.
func predictedOrder(s *workshop.Session) []workshop.ThemeKey {
	order := slices.Clone(s.Leaders.Order)
	for _, t := range s.Themes {
		if !slices.Contains(order, t.Key) {
			order = append(order, t.Key)
		}
	}
	return order
}

// leadersOrder is the order, and the button by which leaders agree to it as it stands.
func (ui *UI) leadersOrder() (body, agree fyne.CanvasObject) {
	s := ui.Session()
	order := predictedOrder(s)
	items := make([]kit.Item, 0, len(order))
	for _, key := range order {
		items = append(items, kit.Item{Icon: assets.ThemeIcon(key), Text: ui.themeName(key)})
	}
	note := kit.Muted("")
	if len(s.Leaders.Order) == 0 {
		note.SetText(ui.Say("leaders.order_untouched"))
	}
	keep := func() {
		if ui.setLeaders(func(l *workshop.Leaders) { l.Order = slices.Clone(order) }) {
			note.SetText("")
		}
	}
	list := kit.NewOrder(items, func(from, to int) {
		key := order[from]
		order = slices.Insert(slices.Delete(order, from, from+1), to, key)
		keep()
	})
	return kit.VStack(kit.S, kit.Lead(ui.Say("leaders.order")), list, kit.VStack(kit.XS, note, kit.Small(ui.Say("leaders.order_keys")))),
		kit.NewButton(ui.Say("leaders.order_agree"), kit.Plain, keep)
}

func (ui *UI) leadersStanding() fyne.CanvasObject {
	s := ui.Session()
	given := newSide(len(s.Themes))
	for i, t := range s.Themes {
		if x, ok := s.Leaders.Standing[t.Key]; ok {
			given.standing[i] = int(x) - workshop.MinStanding
		}
	}
	keep := func() {
		ui.setLeaders(func(l *workshop.Leaders) {
			l.Standing = map[workshop.ThemeKey]float64{}
			for i, place := range given.standing {
				if place >= 0 {
					l.Standing[s.Themes[i].Key] = float64(place + workshop.MinStanding)
				}
			}
		})
	}
	list := kit.VStack(kit.M, kit.Lead(ui.Say("leaders.standing")))
	for _, row := range ui.standingRows(func(t workshop.Theme) workshop.Text { return t.Employees }, given.standing, keep) {
		list.Add(row)
	}
	return list
}

func (ui *UI) leadersBehaviours() fyne.CanvasObject {
	s := ui.Session()
	list := kit.VStack(kit.M, kit.Lead(ui.Say("leaders.behaviours")))
	var scales []*kit.Scale
	for i, b := range workshop.Behaviours() {
		switch i {
		case 0:
			list.Add(kit.Strong(ui.Say("leaders.less")))
		case 4:
			list.Add(kit.Strong(ui.Say("leaders.more")))
		}
		selected := -1
		if value, ok := s.Leaders.Behaviours[b].Value(); ok {
			selected = value
		}
		scale := kit.NewScale(frequencies(ui.words), selected, kit.NoSign, func(value int) {
			ui.setLeaders(func(l *workshop.Leaders) {
				if l.Behaviours == nil {
					l.Behaviours = map[workshop.Behaviour]workshop.Frequency{}
				}
				if f, ok := workshop.FrequencyOf(value); ok {
					l.Behaviours[b] = f
				} else {
					delete(l.Behaviours, b)
				}
			})
		})
		scale.Low = true
		scales = append(scales, scale)
		list.Add(kit.VStack(kit.XS, kit.Body(ui.Say("behaviour."+string(b))), scale))
	}
	ui.chain(scales)
	return list
}

// committedFace shows the prediction as it was committed.
func (ui *UI) committedFace() fyne.CanvasObject {
	s := ui.Session()
	themes := kit.VStack(kit.S, kit.Heading(ui.Say("leaders.part.order")))
	if len(s.Leaders.Order) == 0 {
		themes.Add(kit.Muted(ui.Say("leaders.nothing")))
	}
	for i, key := range predictedOrder(s) {
		text := ui.themeName(key)
		if len(s.Leaders.Order) > 0 {
			text = ui.words.Number(float64(i+1), 0) + ".  " + text
		}
		stands := "–"
		if x, ok := s.Leaders.Standing[key]; ok {
			stands = standings(ui.words)[int(x)-workshop.MinStanding]
		}
		themes.Add(kit.Columns(kit.M, []float32{1.4, 1}, kit.Body(text), kit.Muted(stands)))
	}
	side := kit.VStack(kit.S, kit.Heading(ui.Say("leaders.part.behaviours")))
	for _, b := range workshop.Behaviours() {
		often := "–"
		if value, ok := s.Leaders.Behaviours[b].Value(); ok {
			often = frequencies(ui.words)[value]
		}
		side.Add(kit.Columns(kit.M, []float32{2.2, 1}, kit.Body(ui.Say("behaviour."+string(b))), kit.Muted(often)))
	}
	side.Add(kit.Inset(kit.S, 0, kit.Heading(ui.Say("leaders.part.investment"))))
	side.Add(kit.Columns(kit.M, []float32{1, 1.6}, kit.Body(ui.Say("chart.side.employees")), kit.Muted(ui.effortOrNone(s.Leaders.Investment.Employees))))
	side.Add(kit.Columns(kit.M, []float32{1, 1.6}, kit.Body(ui.Say("chart.side.customers")), kit.Muted(ui.effortOrNone(s.Leaders.Investment.Customers))))

	how, left := ui.Say("leaders.committed"), fyne.CanvasObject(nil)
	switch {
	case s.State.Revealed() && !s.Leaders.Committed:
		how = ui.Say("leaders.never")
	case s.State.Revealed():
		how = ui.Say("leaders.closed")
	default:
		left = kit.NewButton(ui.Say("leaders.reopen"), kit.Plain, func() { ui.commitLeaders(false) })
	}
	right := kit.NewButton(ui.stateWords(s.State), kit.Primary, func() { ui.Visit(faceOf(s.State)) })
	body := kit.Columns(kit.L, []float32{1, 1}, container.NewVBox(kit.Card(themes)), container.NewVBox(kit.Card(side)))
	if ui.largeText() {
		body = kit.VStack(kit.L, kit.Card(themes), kit.Card(side))
	}
	return ui.faceFrame(ui.Say("leaders.title"), how, body, left, right)
}
