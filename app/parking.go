package app

import (
	"slices"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
)

// parkingLot shows what was parked and takes more.
func (ui *UI) parkingLot() {
	list := kit.VStack(kit.S)
	var fill func()
	fill = func() {
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
			list.Add(container.NewBorder(nil, nil, nil, remove, kit.Inset(kit.S, 0, kit.Body(item.Text))))
		}
		list.Refresh()
	}
	field := kit.NewField(ui.Say("parking.add"), ui.Say("parking.hint"), "")
	field.OnEnter = func() {
		if ui.Change("parking", func(s *workshop.Session) error { return s.Park(field.Text()) }) {
			field.SetText("")
			fill()
		}
	}
	fill()
	scroll := kit.ScrollOf(260, list)
	ui.Card(620, ui.Say("parking.title"), container.NewBorder(field, nil, nil, nil, kit.Inset(kit.M, 0, scroll)), nil,
		kit.NewButton(ui.Say("button.close"), kit.Primary, ui.closeCard))
}
