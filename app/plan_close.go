package app

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
)

// closePart closes the workshop: the fist of five, and what becomes of what was parked.
func (ui *UI) closePart() fyne.CanvasObject {
	page := kit.VStack(kit.L)
	scroll := ui.keep(kit.Scroll(page))
	page.Add(kit.Columns(kit.L, []float32{1, 1.2}, container.NewVBox(ui.fistCard()), container.NewVBox(kit.Card(ui.parkedFates()))))
	return kit.Flush(scroll)
}

// fistCard counts the hands: how many people showed 0 to 5 fingers for "I trust that we keep these promises".
func (ui *UI) fistCard() fyne.CanvasObject {
	mean := kit.Strong("")
	say := func() {
		plan := ui.Session().Plan
		m, hands := plan.FistMean()
		switch {
		case hands == 0:
			mean.SetText(ui.Say("fist.none"))
		case plan.Fist[0]+plan.Fist[1]+plan.Fist[2] > 0:
			mean.SetText(ui.words.Count("fist.mean", hands, "mean", ui.words.Number(m, 1)) + " " +
				ui.words.Count("fist.low", plan.Fist[0]+plan.Fist[1]+plan.Fist[2]))
		default:
			mean.SetText(ui.words.Count("fist.mean", hands, "mean", ui.words.Number(m, 1)))
		}
	}
	rows := kit.VStack(kit.XS, kit.Heading(ui.Say("fist.title")), kit.Muted(ui.Say("fist.how")))
	for fingers := 5; fingers >= 0; fingers-- {
		count := kit.NewStepper(ui.Session().Plan.Fist[fingers], func(n int) {
			ui.Change("fist", func(s *workshop.Session) error {
				fist := s.Plan.Fist
				fist[fingers] = n
				return s.SetFist(fist)
			})
			say()
		})
		ui.stop(fmt.Sprintf("fist %d", fingers), count)
		rows.Add(kit.Border(nil, nil, nil, count, kit.Inset(14, 0, kit.Body(ui.words.Count("fist.fingers", fingers)))))
	}
	say()
	rows.Add(mean)
	return kit.Card(rows)
}
