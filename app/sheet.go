package app

import (
	"context"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/exchange"
)

// sheetImport is a sheet of customers' answers whose columns are being matched with the themes.
type sheetImport struct {
	sheet   *exchange.Sheet
	mapping exchange.Mapping
	rows    [][]string // the first rows, for showing
}

// chooseSheet asks for a sheet of customers.
func (ui *UI) chooseSheet() {
	ui.chooseFile(ui.Say("customers.choose"), "customers", []string{".csv", ".txt", ".tsv"}, ui.readSheet)
}

// droppedSheet takes a sheet that was dropped on the face.
func (ui *UI) droppedSheet(uri fyne.URI) {
	if !ui.Session().State.Revealed() && ui.Session().Customers.Evidence == workshop.Survey {
		ui.readSheet(uri.Path())
	}
}

// readSheet reads a sheet and shows its columns.
func (ui *UI) readSheet(path string) {
	room, themes := ui.room, ui.Session().Themes
	var read *sheetImport
	ui.WorkOrCancel(ui.Say("work.reading"), func(ctx context.Context) error {
		file, err := os.Open(path)
		if err != nil {
			return workshop.ErrNotFound.With("path", path).Because(err)
		}
		defer file.Close()
		sheet, err := exchange.ReadSheet(ctx, file)
		if err != nil {
			return err
		}
		read = &sheetImport{sheet, sheet.Suggest(themes), sheet.Preview(3)}
		return nil
	}, func(err error) {
		if ui.try(err) && ui.room == room {
			ui.sheet = read
			ui.Go(Route{Face: FaceCustomers, Part: sheetPart})
		}
	})
}

// shownProblems is how many bad cells are listed.
const shownProblems = 6

// sheetFace matches columns with themes, with the first rows in sight, and says by row what cannot be read.
func (ui *UI) sheetFace() fyne.CanvasObject {
	in := ui.sheet
	status := container.NewStack()
	take := kit.NewButton(ui.words.Count("customers.take", in.sheet.Rows), kit.Primary, ui.takeSheet)
	check := func() {
		text, ok := ui.sheetProblems()
		status.Objects = []fyne.CanvasObject{text}
		status.Refresh()
		if ok {
			take.Enable()
		} else {
			take.Disable()
		}
	}
	list := kit.VStack(kit.S, kit.Columns(kit.M, sheetColumns(),
		kit.Strong(ui.Say("customers.column")), kit.Strong(ui.Say("customers.sample")), kit.Strong(ui.Say("customers.use")), kit.Strong(ui.Say("customers.theme"))))
	for i := range in.sheet.Header {
		list.Add(ui.sheetRow(i, check))
	}
	check()
	back := kit.NewButton(ui.Say("button.back"), kit.Plain, func() {
		ui.sheet = nil
		ui.Go(Route{Face: FaceCustomers})
	})
	return ui.faceFrame(ui.Say("customers.match"), ui.words.Count("customers.match_how", in.sheet.Rows),
		kit.VStack(kit.M, status, kit.Card(list)), back, take)
}

func sheetColumns() []float32 { return []float32{1.4, 1.2, 1, 1.4} }

// sheetRow is one column of the sheet: its name, what stands in it, what it tells and about which theme.
func (ui *UI) sheetRow(i int, changed func()) fyne.CanvasObject {
	in, themes := ui.sheet, ui.Session().Themes
	var samples []string
	for _, row := range in.rows {
		if i < len(row) && row[i] != "" {
			samples = append(samples, row[i])
		}
	}
	uses := make([]string, 0, len(exchange.Uses()))
	for _, use := range exchange.Uses() {
		uses = append(uses, ui.useName(use))
	}
	names := make([]string, 0, len(themes))
	for _, t := range themes {
		names = append(names, ui.themeName(t.Key))
	}
	use := kit.NewPick("", "", uses, slices.Index(exchange.Uses(), in.mapping[i].Use), func(at int) {
		in.mapping[i].Use = exchange.Uses()[at]
		changed()
	})
	about := kit.NewPick("", ui.Say("customers.no_theme"), names, workshop.ThemeIndex(themes, in.mapping[i].Theme), func(at int) {
		in.mapping[i].Theme = themes[at].Key
		if in.mapping[i].Use == exchange.Ignore {
			use.Choose(slices.Index(exchange.Uses(), in.usual())) // whoever names a theme wants the column
		}
		changed()
	})
	return kit.Columns(kit.M, sheetColumns(),
		kit.Inset(10, 0, kit.Body(in.sheet.Header[i]).OneLine()), kit.Inset(10, 0, kit.Muted(strings.Join(samples, " · ")).OneLine()), use, about)
}

// usual is what the first column that tells something tells: standings where none does yet.
func (in *sheetImport) usual() exchange.Use {
	for _, column := range in.mapping {
		if column.Use != exchange.Ignore {
			return column.Use
		}
	}
	return exchange.Standing
}

// useName is what a column can tell.
func (ui *UI) useName(use exchange.Use) string {
	if use == exchange.Ignore {
		return ui.Say("customers.use.ignore")
	}
	return ui.Say("customers.use." + string(use))
}

// sheetProblems lists what cannot be read; ok is true where everything can.
func (ui *UI) sheetProblems() (shown fyne.CanvasObject, ok bool) {
	problems, err := ui.sheet.sheet.Check(ui.sheet.mapping, ui.Session().Themes, shownProblems)
	switch {
	case err != nil:
		return kit.Problem(ui.words.Explain(err)), false
	case problems.Count == 0:
		return done(ui.Say("customers.readable")), true
	}
	list := kit.VStack(kit.XS, kit.Strong(ui.words.Count("customers.problems", problems.Count)))
	for _, err := range problems.Found {
		list.Add(kit.Problem(ui.words.Explain(err)))
	}
	return list, false
}

// takeSheet tallies the sheet; its rows are not kept.
func (ui *UI) takeSheet() {
	s := ui.Session()
	side, err := ui.sheet.sheet.Tally(ui.sheet.mapping, s.Themes, s.Setup.Threshold)
	if !ui.try(err) {
		return
	}
	if !ui.Change("customers", func(s *workshop.Session) error {
		return s.SetCustomers(workshop.Customers{Evidence: workshop.Survey, Survey: side, Group: s.Customers.Group}, ui.room.Responses())
	}) {
		return
	}
	ui.sheet = nil
	ui.Go(Route{Face: FaceCustomers})
}
