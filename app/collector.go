package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
)

// This file is what a large group needs to answer on several laptops: making a collector file and merging it on the first
// laptop, and the one face that a collector file has on another.

// collects says whether a collector file is open: it can only be filled and closed.
func (ui *UI) collects() bool {
	if ui.room == nil {
		return false
	}
	c, ok := ui.room.Store().(workshop.Collector)
	return ok && c.Collects()
}

// reaches says whether a face of the open session can be shown.
func (ui *UI) reaches(face Face) bool {
	if ui.collects() {
		return face == FaceCollect || face == FaceReceipt || face == FaceHome
	}
	return reachable(face, ui.Session().State)
}

// firstFace is the face that the open session opens on.
func (ui *UI) firstFace() Face {
	if ui.collects() {
		return FaceCollect
	}
	return faceOf(ui.Session().State)
}

// canLend says whether another laptop can be let collect for the open session.
func canLend(ui *UI) bool { return canMerge(ui) && ui.Session().State == workshop.Collect }

// canMerge says whether answers of another laptop can come into the box.
func canMerge(ui *UI) bool {
	if !inSession(ui) || !ui.Session().State.Collecting() {
		return false
	}
	_, ok := ui.room.Store().(workshop.Collector)
	return ok
}

// makeCollector says what a collector file is, and writes one.
func (ui *UI) makeCollector() {
	content := kit.VStack(kit.M, kit.Lead(ui.Say("collector.make_lead")),
		kit.Body("1.  "+ui.Say("collector.make_take")), kit.Body("2.  "+ui.Say("collector.make_bring")), kit.Muted(ui.Say("collector.make_note")))
	ui.Card(640, ui.Say("collector.make_title"), content, nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard),
		kit.NewButton(ui.Say("collector.make"), kit.Primary, func() {
			ui.closeCard()
			ui.nameFile(ui.Say("collector.make_title"), "collector", "collector.exceed", func(path string) {
				store := ui.room.Store().(workshop.Collector)
				ui.WorkOrCancel(ui.Say("work.copying"), func(ctx context.Context) error { return store.MakeCollector(ctx, path) },
					ui.noticeUnless(ui.Say("collector.made", "path", path)))
			})
		}))
}

// mergeCollector asks for a collector file and takes its answers into the box.
func (ui *UI) mergeCollector() {
	ui.chooseFile(ui.Say("collector.merge_title"), "collector", []string{".exceed"}, func(path string) {
		before := ui.room.Responses()
		var count int
		ui.WorkOrCancel(ui.Say("work.merging"), func(ctx context.Context) (err error) {
			count, err = ui.room.Merge(ctx, path)
			return err
		}, func(err error) {
			if ui.try(err) {
				ui.Reload()
				ui.Notice(ui.words.Count("collector.merged", count-before, "all", count))
			}
		})
	})
}

// collectorFace is all that can be done with a collector file: begin it, hand the laptop over, finish it.
func (ui *UI) collectorFace() fyne.CanvasObject {
	title, n := ui.Say("collector.title"), ui.room.Responses()
	big := func(text string, do func()) *kit.Button {
		b := kit.NewButton(text, kit.Primary, do)
		b.Large = true
		return b
	}
	card := func(parts ...fyne.CanvasObject) fyne.CanvasObject {
		return kit.LeftColumn(760, container.NewVBox(kit.Card(kit.VStack(kit.M, parts...))))
	}
	answered := func(parts ...fyne.CanvasObject) fyne.CanvasObject {
		return card(append([]fyne.CanvasObject{
			kit.Huge(ui.words.Number(float64(n), 0)).Centred(), kit.Lead(ui.Say("collector.answered")).Centred(),
		}, parts...)...)
	}
	switch {
	case ui.Session().State == workshop.Prepare:
		return ui.faceFrame(title, ui.Say("collector.how"),
			card(kit.Lead(ui.Say("collector.lead")), kit.Body(ui.Say("collector.private")), container.NewHBox(big(ui.Say("collector.start"), func() { ui.begin("") }))),
			nil, nil)
	case ui.Session().State == workshop.Sealed:
		home := kit.NewButton(ui.Say("collector.close"), kit.Primary, ui.Home)
		return ui.faceFrame(title, ui.Say("collector.finished"), answered(kit.Body(ui.Say("collector.bring")), kit.Muted(ui.Say("collector.delete"))), nil, home)
	case ui.room.Store().NeedsResume():
		return ui.resumeFace()
	}
	finish := kit.NewButton(ui.Say("collector.finish"), kit.Plain, ui.finishCollector)
	return ui.faceFrame(title, ui.Say("collector.how"), answered(kit.Inset(kit.S, 0, kit.Middle(big(ui.Say("collect.hand_over"), ui.openKiosk)))), nil, finish)
}

// finishCollector asks before it seals the collector file, as nothing leads back.
func (ui *UI) finishCollector() {
	ui.Ask(ui.Say("collector.finish_title"), ui.Say("collector.finish_text"), ui.Say("collector.finish"), true, func() {
		if ui.try(ui.room.Move(workshop.Sealed)) {
			ui.Reload()
		}
	})
}
