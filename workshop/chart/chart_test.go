package chart_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

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
		"themes since": chart.ThemesSince(s.Trend(), c, sheet), "say-do since": chart.SayDoSince(s.Trend(), sheet),
		"foresight": chart.Foresight(s.Trend(), sheet),
		"reviews":   chart.Reviews(s.Setup.Date, s.Plan.Promises, sheet),
	}
}

var sessions = map[string]sample.Of{
	"tiny":    {People: 5, Themes: 4, Seed: 1},
	"few":     {People: 4, Seed: 2}, // below the threshold
	"belief":  {People: 9, Evidence: workshop.GroupBelief, Promises: 2, Seed: 3},
	"full":    sample.Full(workshop.English),
	"near":    {People: 12, Customers: 30, Evidence: workshop.PrivateBelief, Seed: 7, Earlier: true, Near: true},
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
				for _, head := range c.Table[0] {
					_, what, named := strings.Cut(head, ":")
					first, _ := utf8.DecodeRuneInString(head)
					inside, _ := utf8.DecodeRuneInString(strings.TrimSpace(what))
					if unicode.IsLower(first) || named && unicode.IsUpper(inside) {
						t.Errorf("%s: the head %q is not in the style of the others", where, head)
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

// TestThePredictionIsReadBesideEveryNumber moves the leaders' mark past the numbers of both rows.
func TestThePredictionIsReadBesideEveryNumber(t *testing.T) {
	fonts := sample.Fonts()
	for _, lang := range assets.Langs() {
		c := sample.Session(sample.Full(lang)).Compare()
		for _, size := range []struct{ w, h, text float64 }{{1776, 760, 35}, {922, 480, 25}, {888, 330, 17.5}, {1290, 520, 20}, {493, 300, 9}} {
			sheet := chart.Sheet{Words: assets.WordsFor(lang), Measure: fonts, Width: size.w, Height: size.h, Text: size.text}
			for at := range 200 {
				predicted, kept, exceeded := float64(at%10)/9, float64(at/10%5)/4, float64(at/50)/4
				exceeded = min(exceeded, kept)
				c.PredictedKept, c.Kept.Employees.Share, c.Exceeded.Employees.Share = &predicted, &kept, &exceeded
				ch := chart.Headline(c, sheet)
				checkTexts(t, fmt.Sprintf("%s at %.0f×%.0f: %.2f, kept %.2f, exceeded %.2f", lang, size.w, size.h, predicted, kept, exceeded), &ch.Figure, fonts)
			}
		}
	}
}

// TestThePredictionStandsAtItsMark: in large text it gets smaller before it goes away from the leaders' mark.
func TestThePredictionStandsAtItsMark(t *testing.T) {
	fonts, w := sample.Fonts(), assets.WordsFor(workshop.French)
	c := sample.Session(sample.Full(workshop.French)).Compare()
	predicted, kept, exceeded := 0.14, 0.49, 0.35
	c.PredictedKept, c.Kept.Employees.Share, c.Exceeded.Employees.Share = &predicted, &kept, &exceeded
	ch := chart.Headline(c, chart.Sheet{Words: w, Measure: fonts, Width: 1050, Height: 340, Text: 22.5})
	var mark *chart.Mark
	var label *chart.Text
	for _, shape := range ch.Figure.Shapes {
		switch shape := shape.(type) {
		case chart.Mark:
			if shape.Ink == chart.LeadersInk {
				mark = &shape
			}
		case chart.Text:
			if shape.Ink == chart.LeadersInk {
				label = &shape
			}
		}
	}
	if mark == nil || label == nil {
		t.Fatal("there is no mark, or no label")
	}
	if half := fonts.Width(label.Text, label.Size, label.Weight) / 2; math.Abs(label.At.X-mark.At.X) > half+mark.Size {
		t.Errorf("%q stands at %.0f, the mark at %.0f", label.Text, label.At.X, mark.At.X)
	}
}

// TestWhyNoShareIsKnown: an answer without points is not too few answers.
func TestWhyNoShareIsKnown(t *testing.T) {
	w := assets.WordsFor(workshop.English)
	rated := func(n int, points []float64) (all []workshop.Ratings) {
		for range n {
			all = append(all, workshop.Ratings{Points: points, Standing: []float64{1, 0, -1}})
		}
		return all
	}
	some := []float64{5, 3, 2}
	for key, c := range map[string]struct {
		evidence  workshop.Evidence
		customers *workshop.SideTally
	}{
		"":                              {workshop.Survey, workshop.TallySide(3, 5, rated(9, some))},
		"chart.headline.unknown":        {workshop.Survey, workshop.TallySide(3, 5, rated(4, some))},
		"chart.headline.unknown_survey": {workshop.Survey, workshop.TallySide(3, 5, rated(9, nil))},
		"chart.headline.unknown_points": {workshop.PrivateBelief, workshop.TallySide(3, 5, rated(9, nil))},
		"chart.headline.unknown_group":  {workshop.GroupBelief, workshop.TallyAgreed(3, rated(1, nil)[0])},
	} {
		s := workshop.NewSession("1", workshop.Setup{Language: workshop.English}, assets.Themes()[:3])
		s.Customers.Evidence = c.evidence
		var people []workshop.Response
		for _, r := range rated(9, some) {
			people = append(people, workshop.Response{Ratings: r})
		}
		if err := s.ImportCounted(people, c.customers); err != nil {
			t.Fatal(err)
		}
		said := chart.Headline(s.Compare(), chart.Sheet{Words: w, Measure: sample.Fonts(), Width: 900, Height: 500, Text: 16})
		for _, unknown := range []string{"chart.headline.unknown", "chart.headline.unknown_survey", "chart.headline.unknown_points", "chart.headline.unknown_group"} {
			if found := slices.ContainsFunc(said.Figure.Texts(), func(t chart.Text) bool { return t.Text == w.Say(unknown) }); found != (unknown == key) {
				t.Errorf("%q: says %s: %v", key, unknown, found)
			}
		}
	}
}

// TestASmallRatioIsNotNothing: an hour against nine hundred is said with two digits.
func TestASmallRatioIsNotNothing(t *testing.T) {
	w := assets.WordsFor(workshop.French)
	for hours, want := range map[float64]string{1: "0,011", 0.5: "0,0056", 90: "1,0", 900: "10", 0: "0"} {
		v := workshop.Investment{Employees: workshop.Effort{Hours: hours}, Customers: workshop.Effort{Hours: 900}}
		f := workshop.InvestmentFigures{Investment: v}
		f.HoursRatio, f.MoneyRatio = v.Ratios()
		if got := chart.InvestmentTitle(f, chart.Sheet{Words: w}); got != w.Say("chart.investment.title", "hours", want) {
			t.Errorf("%g hours: %q", hours, got)
		}
	}
}

// TestPromisesWithoutRoomCarryNumbers: where no words fit, each mark has its promise's number, once.
func TestPromisesWithoutRoomCarryNumbers(t *testing.T) {
	of := sample.Full(workshop.English)
	of.Promises = 20
	s := sample.Session(of)
	promises := s.Plan.InFocusOrder(s.Priorities.Focus)
	fonts := sample.Fonts()
	c := chart.Reviews(s.Setup.Date, promises, chart.Sheet{Words: assets.WordsFor(workshop.English), Measure: fonts, Width: 493, Height: 130, Text: 9})
	checkTexts(t, "numbers", &c.Figure, fonts)
	found := map[string]int{}
	for _, text := range c.Figure.Texts() {
		found[text.Text]++
	}
	for i := range promises {
		if n := strconv.Itoa(i + 1); found[n] != 1 {
			t.Errorf("the number %s stands there %d times", n, found[n])
		}
	}
}

func TestBehavioursAreNeverCut(t *testing.T) {
	fonts := sample.Fonts()
	for name, of := range sessions {
		s := sample.Session(of)
		for _, size := range sizes {
			sheet := chart.Sheet{Words: assets.WordsFor(s.Setup.Language), Measure: fonts, Width: size.w, Height: size.h, Text: size.text}
			c := chart.Behaviours(s.Compare(), sheet)
			for _, text := range c.Figure.Texts() {
				if strings.HasSuffix(text.Text, "…") {
					t.Errorf("%s at %.0f×%.0f cuts %q", name, size.w, size.h, text.Text)
				}
			}
		}
	}
}

// TestMapLabelsKeepOffTheLines looks at sheets of the sizes of screen, projector and paper.
func TestMapLabelsKeepOffTheLines(t *testing.T) {
	fonts := sample.Fonts()
	for seed := range uint64(40) {
		of := sample.Full(workshop.English)
		of.Seed = seed
		s := sample.Session(of)
		for _, size := range []struct{ w, h, text float64 }{{1290, 520, 20}, {1840, 820, 30}, {493, 345, 10}} {
			c := chart.Map(s.Compare(), chart.Sheet{Words: assets.WordsFor(workshop.English), Measure: fonts, Width: size.w, Height: size.h, Text: size.text})
			names := map[string]bool{}
			for _, theme := range s.Themes {
				names[theme.Name.In(workshop.English, workshop.English)] = true
			}
			for _, shape := range c.Figure.Shapes {
				line, isLine := shape.(chart.Line)
				if !isLine || line.Ink != chart.Muted || line.From.X != line.To.X && line.From.Y != line.To.Y {
					continue
				}
				if long := line.To.X - line.From.X + line.To.Y - line.From.Y; long < size.h/2 {
					continue // a tether
				}
				on := chart.Rect{X: line.From.X, Y: line.From.Y, W: line.To.X - line.From.X + 0.1, H: line.To.Y - line.From.Y + 0.1}
				for _, text := range c.Figure.Texts() {
					if names[text.Text] && ink(text, fonts).Overlaps(on) {
						t.Errorf("seed %d at %.0f: %q lies on a line between the fields", seed, size.w, text.Text)
					}
				}
			}
		}
	}
}

// TestOnePersonIsAnswered: each note answers "would one person change this?" with the numbers of the comparison.
func TestOnePersonIsAnswered(t *testing.T) {
	turnedGaps, turnedSplits := 0, 0
	for seed := range uint64(12) {
		of := sample.Full(workshop.English)
		of.Seed = seed
		s := sample.Session(of)
		c, w := s.Compare(), assets.WordsFor(workshop.English)
		sheet := chart.Sheet{Words: w, Measure: sample.Fonts(), Width: 900, Height: 500, Text: 16}
		gaps, okGaps := c.GapsTurned()
		splits, okSplits := c.SplitsTurned()
		steps, okSteps := c.BehaviourSwing()
		if !okGaps || !okSplits || !okSteps {
			t.Fatal("the sample cannot answer")
		}
		check := func(ch chart.Chart, turned int, stable, turns string) {
			before, _, _ := strings.Cut(w.Say(turns, "themes", "\n"), "\n")
			if strings.Contains(ch.Note, w.Say(stable)) != (turned == 0) || strings.Contains(ch.Note, before) != (turned > 0) {
				t.Errorf("seed %d: %d turn, the note says %q", seed, turned, ch.Note)
			}
		}
		check(chart.Gap(c, sheet), len(gaps), "chart.gap.one_stable", "chart.gap.one_turns")
		check(chart.Splits(c, sheet), len(splits), "chart.splits.one_stable", "chart.splits.one_turns")
		turnedGaps, turnedSplits = turnedGaps+len(gaps), turnedSplits+len(splits)
		note := chart.Behaviours(c, sheet).Note
		said := false
		for tenths := 1; tenths <= 40; tenths++ {
			if strings.Contains(note, w.Say("chart.behaviours.one_person", "steps", w.Number(float64(tenths)/10, 1))) {
				said = float64(tenths)/10 >= steps-1e-9 && float64(tenths-1)/10 < steps
			}
		}
		if !said {
			t.Errorf("seed %d: one person moves a behaviour by %g; the note says %q", seed, steps, note)
		}
	}
	if turnedGaps == 0 || turnedSplits == 0 {
		t.Errorf("no sample turns: %d gaps, %d splits", turnedGaps, turnedSplits)
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

func TestSuppressedIsSaidInWordsNotDrawnAsZero(t *testing.T) {
	s := sample.Session(sample.Of{People: 12, Seed: 7})
	c := s.Compare()
	w := assets.WordsFor(workshop.English)
	for i, f := range c.Themes {
		if !f.Employees.Suppressed {
			continue
		}
		mirror := chart.Mirror(c, chart.Sheet{Words: w, Measure: sample.Fonts(), Width: 900, Height: 500, Text: 16})
		said := false
		for _, row := range mirror.Table {
			said = said || row[0] == c.Themes[i].Name && row[1] == w.Say("chart.suppressed", "n", c.Threshold)
		}
		if !said {
			t.Errorf("the table does not say that %s is suppressed", f.Name)
		}
		drawn := 0
		for _, text := range mirror.Figure.Texts() {
			if text.Text == w.Say("chart.suppressed", "n", c.Threshold) {
				drawn++
			}
		}
		if drawn == 0 {
			t.Errorf("the figure does not say that %s is suppressed", f.Name)
		}
		return
	}
	t.Fatal("no theme of the sample is suppressed")
}

func TestBeliefIsNamedBelief(t *testing.T) {
	s := sample.Session(sample.Of{People: 9, Evidence: workshop.GroupBelief, Seed: 3})
	c := s.Compare()
	w := assets.WordsFor(workshop.English)
	sheet := chart.Sheet{Words: w, Measure: sample.Fonts(), Width: 900, Height: 500, Text: 16}
	for name, ch := range map[string]chart.Chart{"headline": chart.Headline(c, sheet), "mirror": chart.Mirror(c, sheet), "map": chart.Map(c, sheet)} {
		if ch.Badge != w.Say("chart.badge.group_belief") {
			t.Errorf("%s: badge %q", name, ch.Badge)
		}
		if !strings.Contains(strings.Join(flat(ch), "\n"), "believe") {
			t.Errorf("%s does not say that its customers are believed", name)
		}
	}
}

func BenchmarkCharts(b *testing.B) {
	s := sample.Session(sample.Full(workshop.English))
	c := s.Compare()
	sheet := chart.Sheet{Words: assets.WordsFor(workshop.English), Measure: sample.Fonts(), Width: 1290, Height: 520, Text: 20}
	for name, draw := range map[string]func() chart.Chart{
		"headline": func() chart.Chart { return chart.Headline(c, sheet) }, "mirror": func() chart.Chart { return chart.Mirror(c, sheet) },
		"gap": func() chart.Chart { return chart.Gap(c, sheet) }, "map": func() chart.Chart { return chart.Map(c, sheet) },
		"behaviours": func() chart.Chart { return chart.Behaviours(c, sheet) }, "splits": func() chart.Chart { return chart.Splits(c, sheet) },
		"investment": func() chart.Chart { return chart.Investment(c.Investment, sheet) },
		"impact":     func() chart.Chart { return chart.ImpactEffort(c, s.Priorities, sheet) },
		"trend":      func() chart.Chart { return chart.Trend(s.Trend(), sheet) },
		"reviews":    func() chart.Chart { return chart.Reviews(s.Setup.Date, s.Plan.Promises, sheet) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				draw()
			}
		})
	}
}
