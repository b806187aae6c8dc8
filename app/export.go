package app

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/exchange"
	"exceed/workshop/pdf"
)

// This file writes what leaves a session. Sessions are never changed in place, so a file can be written from one while
// the window goes on.

func (ui *UI) savePDF() {
	if ui.reportDesk().empty() {
		ui.Problem(ui.Say("report.none"))
		return
	}
	s, options := ui.Session(), ui.reportDesk().options(ui.measure)
	ui.export(".pdf", func(w io.Writer) error { return pdf.Write(w, s, options) })
}

// saveReview writes the review of the promises as they stand today.
func (ui *UI) saveReview() {
	s, day, options := ui.Session(), workshop.DateOf(ui.Clock()), ui.reportDesk().options(ui.measure)
	ui.exportAs(exportName(s)+"-"+cleanName(ui.Say("pdf.review.name"))+"-"+day.String(), ".pdf", func(w io.Writer) error { return pdf.WriteReview(w, s, day, options) })
}

func (ui *UI) saveJSON() {
	s := ui.Session()
	ui.export(".json", func(w io.Writer) error { return exchange.WriteResults(w, s) })
}

func (ui *UI) saveCSV() {
	s := ui.Session()
	ui.export(".csv", func(w io.Writer) error { return exchange.WriteResultsCSV(w, s) })
}

func (ui *UI) saveCalendar() {
	s, words := ui.Session(), assets.WordsFor(ui.reportDesk().lang)
	ui.export(".ics", func(w io.Writer) error { return exchange.WriteCalendar(w, s, words) })
}

// export asks for a file and writes it, whole or not at all.
func (ui *UI) export(extension string, write func(io.Writer) error) {
	ui.exportAs(exportName(ui.Session()), extension, write)
}

func (ui *UI) exportAs(name, extension string, write func(io.Writer) error) {
	ui.nameFile(ui.Say("report.save"), "export", name+extension, func(path string) {
		if filepath.Ext(path) == "" {
			path += extension
		}
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			ui.writeExport(path, extension, write)
			return
		}
		ui.Ask(ui.Say("report.replace"), ui.Say("report.replace.how", "path", path), ui.Say("report.replace.yes"), true,
			func() { ui.writeExport(path, extension, write) })
	})
}

// writeExport writes aside, as the session that is written stays as it is. Where it is cancelled, nothing is left. The
// button of the extension has the focus then.
func (ui *UI) writeExport(path, extension string, write func(io.Writer) error) {
	d, cancelled := ui.reportDesk(), false
	var stop func()
	ui.Offer(ui.Say("report.writing", "name", filepath.Base(path)), ui.Say("button.cancel"), func() {
		cancelled = true
		stop()
	})
	stop = ui.Worker(func(ctx context.Context) error {
		return exchange.WriteFile(path, func(w io.Writer) error { return errors.Join(write(w), ctx.Err()) })
	}, func(err error) {
		if cancelled || !ui.try(err) || d.room != ui.room {
			return
		}
		d.saved = path
		ui.refill(extension)
		ui.Offer(ui.Say("report.written", "path", path), ui.Say("report.open"), func() { ui.openSaved(path) })
	})
}

// exporter is a button that writes a file with an extension, and has the focus again once that is written.
func (ui *UI) exporter(extension, text string, weight kit.Weight, save func()) *kit.Button {
	b := kit.NewButton(text, weight, save)
	ui.stop(extension, b)
	return b
}

// openSaved shows a file in the system's viewer.
func (ui *UI) openSaved(path string) { ui.try(ui.Open(path)) }

// exportName is a file's name without its extension: the session's own words and day, and nothing of the laptop.
func exportName(s *workshop.Session) string {
	name := strings.Trim(cleanName(s.Setup.Organisation+" "+s.Setup.Team)+"-"+s.Setup.Date.String(), "-")
	if name == "" {
		return "exceed"
	}
	return name
}

// cleanName is a text as a part of a file's name: its letters and digits, small, joined by hyphens.
func cleanName(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
}
