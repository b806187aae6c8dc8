package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// evidences are the sources of the customers' side in the order in which they are offered; the last is none yet.
func evidences() []workshop.Evidence {
	return []workshop.Evidence{workshop.Survey, workshop.GroupBelief, workshop.PrivateBelief, workshop.NoEvidence}
}

// sheetPart is the part of the customers face that matches the columns of a sheet with the themes.
const sheetPart = "sheet"

// customersFace chooses where the customers' figures come from and takes them in.
func (ui *UI) customersFace(r Route) fyne.CanvasObject {
	s := ui.Session()
	if s.State.Revealed() {
		text := ui.Say("customers.over", "evidence", ui.evidenceName(s.Customers.Evidence))
		return ui.faceFrame(ui.Say("customers.title"), ui.Say("customers.how"), kit.Card(kit.Lead(text)), nil, nil)
	}
	if r.Part == sheetPart && ui.sheet != nil {
		return ui.sheetFace()
	}
	names := make([]string, 0, len(evidences()))
	for _, e := range evidences() {
		names = append(names, ui.evidenceName(e))
	}
	choice := kit.NewChoice(names, slices.Index(evidences(), s.Customers.Evidence), nil)
	choice.OnChanged = func(i int) {
		ui.Change("customers", func(s *workshop.Session) error {
			c := s.Customers
			c.Evidence = evidences()[i]
			return s.SetCustomers(c, ui.room.Responses())
		})
		ui.Reload()
		ui.focusChoice()
	}
	body := kit.VStack(kit.M, kit.VStack(kit.XS, kit.Strong(ui.Say("customers.source")), choice), ui.evidenceCard())
	return ui.faceFrame(ui.Say("customers.title"), ui.Say("customers.how"), body, nil, nil)
}

// focusChoice puts the focus on the first choice of the face, where it was before the face was built anew.
func (ui *UI) focusChoice() {
	if c := firstOf[*kit.Choice](ui.shell.face); c != nil {
		ui.win.Canvas().Focus(c)
	}
}

// firstOf is the first object of a type inside containers, nil where there is none.
func firstOf[T interface {
	fyne.CanvasObject
	comparable
}](o fyne.CanvasObject) (none T) {
	if found, ok := o.(T); ok {
		return found
	}
	for _, object := range kit.Inside(o) {
		if found := firstOf[T](object); found != none {
			return found
		}
	}
	return none
}

// evidenceName is how a source is called.
func (ui *UI) evidenceName(e workshop.Evidence) string {
	if e == workshop.NoEvidence {
		return ui.Say("customers.none_yet")
	}
	return ui.Say("evidence." + string(e))
}

// evidenceCard explains the chosen source and takes in what it needs.
func (ui *UI) evidenceCard() fyne.CanvasObject {
	switch c := ui.Session().Customers; c.Evidence {
	case workshop.Survey:
		return ui.surveyCard(c)
	case workshop.GroupBelief:
		return ui.groupCard(c)
	case workshop.PrivateBelief:
		return kit.Card(kit.VStack(kit.M, ui.evidenceBadge(c.Evidence), kit.Lead(ui.Say("customers.private")), kit.Body(ui.Say("customers.private_more"))))
	}
	return kit.Card(kit.VStack(kit.M, kit.Lead(ui.Say("customers.none")), kit.Body(ui.Say("customers.none_more"))))
}

func (ui *UI) evidenceBadge(e workshop.Evidence) fyne.CanvasObject {
	return container.NewHBox(kit.NewBadge(ui.evidenceName(e), kit.ColorCustomers))
}

// surveyCard imports a sheet, or says what was imported.
func (ui *UI) surveyCard(c workshop.Customers) fyne.CanvasObject {
	weight, label := kit.Primary, ui.Say("customers.choose")
	list := kit.VStack(kit.M, ui.evidenceBadge(workshop.Survey))
	if c.Survey == nil {
		list.Add(kit.Lead(ui.Say("customers.survey")))
		list.Add(kit.Body(ui.Say("customers.survey_more")))
	} else {
		weight, label = kit.Plain, ui.Say("customers.again")
		list.Add(kit.Lead(ui.words.Count("customers.imported", c.Survey.Respondents)))
		if c.Survey.Difference {
			list.Add(kit.Body(ui.Say("customers.difference")))
		}
		if n := ui.suppressed(c.Survey); n > 0 {
			list.Add(kit.Body(ui.words.Count("customers.suppressed", n, "k", ui.Session().Setup.Threshold)))
		}
	}
	if c.Survey != nil && slices.ContainsFunc(c.Survey.Themes, func(t workshop.ThemeTally) bool { return t.Mean != nil && t.Weight == nil }) {
		list.Add(kit.Body(ui.Say("customers.no_points")))
	}
	list.Add(container.NewHBox(kit.NewButton(label, weight, ui.chooseSheet)))
	list.Add(kit.Muted(ui.Say("customers.drop")))
	return kit.Card(list)
}

// suppressed is on how many themes too few customers answered.
func (ui *UI) suppressed(t *workshop.SideTally) int {
	n := 0
	for _, theme := range t.Themes {
		if theme.Suppressed {
			n++
		}
	}
	return n
}

// groupCard takes the one answer that the group agrees on aloud. Every step is kept at once.
func (ui *UI) groupCard(c workshop.Customers) fyne.CanvasObject {
	themes := ui.Session().Themes
	given := newSide(len(themes))
	if c.Group != nil {
		given = sideOf(*c.Group, len(themes))
	}
	keep := func() {
		ui.Change("customers", func(s *workshop.Session) error {
			c := s.Customers
			c.Group = nil
			if !given.empty() {
				agreed := given.ratings()
				c.Group = &agreed
			}
			return s.SetCustomers(c, ui.room.Responses())
		})
	}
	left := kit.Strong("")
	say := func() {
		left.SetText(ui.words.Count("customers.points_left", given.left()))
		if given.left() == 0 {
			left.SetText(ui.Say("customers.points_done"))
		}
	}
	say()
	items := make([]kit.Item, len(themes))
	for i, t := range themes {
		items[i] = kit.Item{Icon: assets.ThemeIcon(t.Key), Text: ui.themeName(t.Key)}
	}
	spread := kit.NewSpread(items, given.points, workshop.PointsToSpread)
	spread.OnChanged = func() {
		say()
		keep()
	}
	list := kit.VStack(kit.M, ui.evidenceBadge(workshop.GroupBelief), kit.Lead(ui.Say("customers.group")),
		kit.Strong(ui.Say("customers.group_points")), spread, left, kit.Rule(), kit.Strong(ui.Say("customers.group_standing")))
	for _, row := range ui.standingRows(func(t workshop.Theme) workshop.Text { return t.Customers }, given.standing, keep) {
		list.Add(row)
	}
	return kit.Card(list)
}

// standingRows are the themes' sentences with a scale each; a digit goes on to the next scale.
func (ui *UI) standingRows(sentence func(workshop.Theme) workshop.Text, standing []int, changed func()) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	var scales []*kit.Scale
	for i, t := range ui.Session().Themes {
		scale := kit.NewScale(standings(ui.words), standing[i], kit.NoSign, func(place int) {
			standing[i] = place
			changed()
		})
		scale.Low = true
		scales = append(scales, scale)
		rows = append(rows, kit.VStack(kit.XS,
			kit.Border(nil, nil, kit.Middle(kit.NewPictogram(assets.ThemeIcon(t.Key), 24, theme.ColorNamePrimary)), nil,
				kit.Inset(0, kit.S, kit.Body(sentence(t).In(ui.words.Lang(), ui.Session().Setup.Language)))),
			scale))
	}
	ui.chain(scales)
	return rows
}

// chain lets a digit go on to the next scale.
func (ui *UI) chain(scales []*kit.Scale) {
	for i, scale := range scales {
		on := func() {
			if i+1 < len(scales) {
				ui.win.Canvas().Focus(scales[i+1])
			}
		}
		scale.OnDigit, scale.OnEnter = on, on
	}
}
