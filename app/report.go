package app

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/pdf"
)

// desk is what the person chose on the report face. It lasts as long as the session is open.
type desk struct {
	room  *workshop.Room
	paper pdf.Paper
	lang  workshop.Lang
	out   map[pdf.Section]bool // left out
	saved string               // the file that was written last
	words *assets.Words        // of lang, once they were read
}

// reportDesk is the open session's desk.
func (ui *UI) reportDesk() *desk {
	if ui.desk == nil || ui.desk.room != ui.room {
		paper := pdf.Paper(ui.prefs.store.String("paper"))
		if !paper.Valid() {
			paper = pdf.A4
		}
		ui.desk = &desk{room: ui.room, paper: paper, lang: assets.Spoken(ui.Session().Setup.Language), out: map[pdf.Section]bool{}}
	}
	return ui.desk
}

// empty says whether nothing is chosen.
func (d *desk) empty() bool {
	return !slices.ContainsFunc(pdf.Sections(), func(s pdf.Section) bool { return !d.out[s] })
}

// options are what the PDF is made with.
func (d *desk) options(measure chart.Measurer) pdf.Options {
	sections := slices.DeleteFunc(pdf.Sections(), func(s pdf.Section) bool { return d.out[s] })
	if d.words == nil || d.words.Lang() != d.lang {
		d.words = assets.WordsFor(d.lang)
	}
	return pdf.Options{
		Paper: d.paper, Words: d.words, Sections: sections,
		Unlocked: !d.room.Store().Protected(), Measure: measure,
	}
}

// reportFace is where the session leaves the laptop: what goes into the PDF, how it looks, and the files for others.
func (ui *UI) reportFace(Route) fyne.CanvasObject {
	d := ui.reportDesk()
	view := ui.newPreview(d)
	save := ui.exporter(".pdf", ui.Say("report.pdf"), kit.Primary, ui.savePDF)

	papers := make([]string, 0, len(pdf.Papers()))
	for _, p := range pdf.Papers() {
		papers = append(papers, ui.Say("report.paper."+string(p)))
	}
	paper := kit.NewChoice(papers, slices.Index(pdf.Papers(), d.paper), func(i int) {
		d.paper = pdf.Papers()[i]
		ui.prefs.store.SetString("paper", string(d.paper))
		view.show()
	})
	lang := kit.NewChoice(languageNames(), languageAt(d.lang), func(i int) {
		d.lang = assets.Langs()[i]
		view.show()
	})
	columns := 3
	if ui.prefs.textScale() > 1.25 {
		columns = 2
	}
	sections := kit.VStack(0)
	for i, section := range pdf.Sections() {
		if i%columns == 0 { // each row as high as it needs
			sections.Add(container.NewGridWithColumns(columns))
		}
		sections.Objects[i/columns].(*fyne.Container).Add(kit.NewCheck(ui.Say("pdf.section."+string(section)), !d.out[section], func(on bool) {
			d.out[section] = !on
			view.show()
			if on {
				view.open(section)
			}
		}))
	}
	left := kit.VStack(kit.M,
		kit.Columns(kit.M, []float32{2, 3},
			kit.VStack(kit.XS, kit.Strong(ui.Say("report.paper")), paper),
			kit.VStack(kit.XS, kit.Strong(ui.Say("report.language")), lang)),
		kit.VStack(kit.XS, kit.Strong(ui.Say("report.sections")), sections),
		kit.Rule(),
		kit.Strong(ui.Say("report.others")),
		kit.Flow(kit.S,
			ui.exporter(".csv", ui.Say("report.csv"), kit.Plain, ui.saveCSV),
			ui.exporter(".json", ui.Say("report.json"), kit.Plain, ui.saveJSON),
			ui.exporter(".ics", ui.Say("report.ics"), kit.Plain, ui.saveCalendar)),
		kit.Small(ui.Say("report.others.how")))
	if len(ui.Session().Plan.Promises) == 0 {
		left.Add(kit.Muted(ui.Say("report.early")))
	}
	head := kit.VStack(kit.XS, kit.Title(ui.Say("report.title")), kit.Muted(ui.Say("report.how")))
	return kit.Border(head, ui.reportFoot(d, save), nil, nil,
		kit.Inset(kit.M, 0, kit.Columns(kit.L, view.share(), kit.Scroll(left), view.face())))
}

// reportFoot holds the file that was written last and leads to the state after or before this one.
func (ui *UI) reportFoot(d *desk, save *kit.Button) fyne.CanvasObject {
	buttons := kit.HStack(kit.S)
	switch ui.Session().State {
	case workshop.Planning:
		buttons.Add(kit.NewButton(ui.Say("report.close"), kit.Plain, ui.closeSession))
	case workshop.Closed:
		buttons.Add(kit.NewButton(ui.Say("report.reopen"), kit.Quiet, func() { ui.MoveTo(workshop.Planning) }))
		buttons.Add(kit.NewButton(ui.Say("report.follow"), kit.Plain, func() { ui.MoveTo(workshop.FollowUp) }))
	}
	buttons.Add(save)
	if d.saved == "" {
		return kit.Border(nil, nil, nil, buttons)
	}
	open := kit.NewButton(ui.Say("report.open"), kit.Plain, func() { ui.openSaved(d.saved) })
	saved := kit.Small(ui.Say("report.written", "path", filepath.Base(d.saved))).OneLine()
	return kit.Border(nil, nil, container.NewVBox(open), container.NewVBox(buttons), kit.Inset(kit.S, kit.M, saved))
}
