package pdf_test

import (
	"slices"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
	"exceed/workshop/pdf"
)

// TestEverySessionStandsOnPaper: the tables that the charts of a series turn into on screen are printed whole, with what a
// comparison refuses in words.
func TestEverySessionStandsOnPaper(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, earlier := range []int{1, 2, 5, 12} {
			of := sample.Full(lang)
			of.Longer = max(earlier-2, 0)
			s := sample.Session(of)
			s.Earlier = s.Earlier[len(s.Earlier)-earlier:]
			for _, paper := range pdf.Papers() {
				o := options(s, paper)
				o.Sections = []pdf.Section{pdf.Trend}
				pages, err := pdf.Pages(s, o)
				must(t, err)
				printed := lines(pages)
				for _, row := range printedTables(s) {
					if !slices.ContainsFunc(printed, func(line []string) bool { return holds(line, row[1:]) }) {
						t.Errorf("%s, %d sessions on %s: no line holds %q", lang, earlier+1, paper, row)
					}
				}
			}
		}
	}
}

// printedTables are the rows that paper must hold, a cell for each of the sessions that stand beside each other.
func printedTables(s *workshop.Session) (rows [][]string) {
	words := assets.WordsFor(s.Setup.Language)
	sheet := chart.Sheet{Words: words, Measure: sample.Fonts(), Width: 500, Height: 200, Text: 10}
	points := s.Trend()
	c := s.Compare()
	for i, t := range s.Themes {
		c.Themes[i].Name = t.Name.In(words.Lang(), words.Lang())
	}
	abreast := func(row []string) {
		n := len(points)
		parts := (n + 3) / 4
		for i := range parts {
			rows = append(rows, slices.Concat(row[:1], row[1+i*n/parts:1+(i+1)*n/parts]))
		}
	}
	down := func(table [][]string, columns ...int) {
		for _, column := range columns {
			var row []string
			for _, line := range table {
				row = append(row, line[column])
			}
			abreast(row)
		}
	}
	down(chart.Trend(points, sheet).Table, 0, 1, 2, 3, 4, 5, 6, 7, 8)
	down(chart.Foresight(points, sheet).Table, 1, 2)
	for _, table := range [][][]string{chart.ThemesSince(points, c, sheet).Table, chart.SayDoSince(points, sheet).Table} {
		for _, row := range table[1:] {
			abreast(row)
		}
	}
	return rows
}

// lines are the texts of pages that stand on one height, from left to right.
func lines(pages []*pdf.Page) (all [][]string) {
	for _, p := range pages {
		at := map[float64]int{}
		for _, text := range p.Figure.Texts() {
			i, known := at[text.At.Y]
			if !known {
				i = len(all)
				at[text.At.Y], all = i, append(all, nil)
			}
			all[i] = append(all[i], text.Text)
		}
	}
	return all
}

// holds says whether a line ends with the cells.
func holds(line, cells []string) bool {
	return len(line) >= len(cells) && slices.Equal(line[len(line)-len(cells):], cells)
}
