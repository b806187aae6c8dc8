package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// parkedStop names the first parked item of which nothing has become yet.
const parkedStop = "parked"

// parkingLot shows what was parked and takes more; what is still in the field when it closes is parked, too. Where the face
// beneath asks what becomes of it, that follows.
func (ui *UI) parkingLot() {
	list := kit.VStack(kit.S)
	before := len(ui.Session().Parking)
	field := kit.NewField(ui.Say("parking.add"), ui.Say("parking.hint"), "")
	park := func() bool {
		return ui.Change("parking", func(s *workshop.Session) error { return s.Park(field.Text()) })
	}
	closed := func() {
		if strings.TrimSpace(field.Text()) != "" {
			park()
		}
		if ui.route.Face == FacePlan && len(ui.Session().Parking) != before {
			ui.refill("")
		}
	}
	var fill func()
	put := func() {
		list.Objects = nil
		if len(ui.Session().Parking) == 0 {
			list.Add(kit.Muted(ui.Say("parking.empty")))
		}
		for i, item := range ui.Session().Parking {
			remove := kit.NewIconButton("", theme.DeleteIcon(), func() {
				if ui.Change("parking", func(s *workshop.Session) error {
					s.Parking = slices.Delete(s.Parking, i, i+1)
					return nil
				}) {
					fill()
				}
			})
			list.Add(kit.Row(nil, kit.S, kit.Body(item.Text), remove))
		}
		list.Refresh()
	}
	fill = func() { ui.stay(list, put) }
	field.OnEnter = func() {
		if park() {
			field.SetText("")
			fill()
		}
	}
	fill()
	scroll := kit.ScrollOf(260, list)
	ui.Card(620, ui.Say("parking.title"), kit.Border(field, nil, nil, nil, kit.Inset(kit.M, 0, scroll)), closed,
		kit.NewButton(ui.Say("parking.park"), kit.Plain, field.OnEnter),
		kit.NewButton(ui.Say("button.close"), kit.Primary, ui.closeCard))
}

// parkedFates asks what becomes of each parked item, so that nothing parked is forgotten, and calls changed after each.
func (ui *UI) parkedFates(changed func()) fyne.CanvasObject {
	list := kit.VStack(kit.M, kit.Heading(ui.Say("parking.title")))
	if len(ui.Session().Parking) == 0 {
		list.Add(kit.Muted(ui.Say("parking.empty")))
		return list
	}
	list.Add(kit.Muted(ui.Say("parking.fates")))
	for i, item := range ui.Session().Parking {
		editor, choice := ui.fateEditor(item.Text, item.Fate, func(fate workshop.Fate) bool {
			defer changed()
			return ui.Change("parking_fate", func(s *workshop.Session) error { return s.SetParkedFate(i, fate) })
		})
		if item.Fate.Kind == workshop.Undecided && ui.place.stops[parkedStop] == nil {
			ui.stop(parkedStop, choice)
		}
		list.Add(editor)
		if i < len(ui.Session().Parking)-1 {
			list.Add(kit.Rule())
		}
	}
	return list
}
