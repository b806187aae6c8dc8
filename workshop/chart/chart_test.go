package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
)

// charts draws every chart of a session on a sheet.
func charts(s *workshop.Session, sheet chart.Sheet) map[string]chart.Chart {
	c := s.Compare()
	return map[string]chart.Chart{
		"headline": chart.Headline(c, sheet), "mirror": chart.Mirror(c, sheet), "gap": chart.Gap(c, sheet), "map": chart.Map(c, sheet),
		"behaviours": chart.Behaviours(c, sheet), "splits": chart.Splits(c, sheet), "investment": chart.Investment(c.Investment, sheet),
		"impact": chart.ImpactEffort(c, s.Priorities, sheet), "trend": chart.Trend(s.Trend(), sheet),
		"reviews": chart.Reviews(s.Setup.Date, s.Plan.Promises, sheet),
	}
}

var sessions = map[string]sample.Of{
	"tiny":    {People: 5, Themes: 4, Seed: 1},
	"few":     {People: 4, Seed: 2}, // below the threshold
	"belief":  {People: 9, Evidence: workshop.GroupBelief, Promises: 2, Seed: 3},
	"full":    sample.Full(workshop.English),
	"french":  sample.Full(workshop.French),
	"swahili": sample.Full(workshop.Swahili),
	"many":    {People: 40, Themes: 16, Customers: 200, Evidence: workshop.Survey, Promises: 40, Voices: 100, Seed: 5, Earlier: true},
	"hostile": {People: 12, Themes: 16, Customers: 9, Evidence: workshop.PrivateBelief, Promises: 9, Voices: 20, Hostile: true, Seed: 6},
}

var sizes = []struct{ w, h, text float64 }{
	{1290, 520, 20}, {1840, 820, 30}, {900, 420, 22}, {493, 300, 9}, {493, 420, 8}, {300, 200, 8},
}

func TestTextsStayOnTheFigureAndApart(t *testing.T) {
	fonts := sample.Fonts()
	for name, of := range sessions {
		s := sample.Session(of)
		for _, size := range sizes {
			sheet := chart.Sheet{Words: assets.WordsFor(s.Setup.Language), Measure: fonts, Width: size.w, Height: size.h, Text: size.text}
			for kind, c := range charts(s, sheet) {
				where := fmt.Sprintf("%s of %s at %.0f×%.0f", kind, name, size.w, size.h)
				checkTexts(t, where, &c.Figure, fonts)
				if strings.TrimSpace(c.Title) == "" {
					t.Errorf("%s: no title", where)
				}
				for _, text := range append([]string{c.Title, c.Note, c.Badge}, flat(c)...) {
					if strings.Contains(text, "⟦") || strings.Contains(text, "<no value>") {
						t.Errorf("%s: %q lacks its words", where, text)
					}
				}
				for i, row := range c.Table {
					if len(row) != len(c.Table[0]) {
						t.Errorf("%s: row %d of the table has %d cells, its head %d", where, i, len(row), len(c.Table[0]))
					}
				}
			}
		}
	}
}

func flat(c chart.Chart) []string {
	var all []string
	for _, row := range c.Table {
		all = append(all, row...)
	}
	for _, text := range c.Figure.Texts() {
		all = append(all, text.Text)
	}
	return all
}

func checkTexts(t *testing.T, where string, fig *chart.Figure, m chart.Measurer) {
	t.Helper()
	sheet := chart.Rect{X: -0.5, Y: -0.5, W: fig.Width + 1, H: fig.Height + 1}
	texts := fig.Texts()
	boxes := make([]chart.Rect, len(texts))
	for i, text := range texts {
		boxes[i] = ink(text, m)
		if !boxes[i].Inside(sheet) {
			t.Errorf("%s: %q leaves the figure: %.0f of %.0f×%.0f", where, text.Text, boxes[i], fig.Width, fig.Height)
		}
		for j := range i {
			if boxes[i].Overlaps(boxes[j]) {
				t.Errorf("%s: %q %.0f covers %q %.0f", where, text.Text, boxes[i], texts[j].Text, boxes[j])
			}
		}
	}
}

// ink is the area that a text's letters usually cover: a line's box without the room for accents on capitals.
func ink(text chart.Text, m chart.Measurer) chart.Rect {
	r := text.Box(m)
	return chart.Rect{X: r.X, Y: text.At.Y - 0.74*text.Size, W: r.W, H: 0.94 * text.Size}
}
