package chart_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
)

// series is a session with others before it, so many days ago and with so many answers more.
func series(lang workshop.Lang, days, more []int) *workshop.Session {
	of := sample.Full(lang)
	of.Earlier = false
	s := sample.Session(of)
	for i, d := range days {
		p := s.Point()
		p.Date = s.Setup.Date.AddDays(-d)
		p.Respondents.Employees += more[i]
		s.Earlier = append(s.Earlier, p)
	}
	return s
}

func sheetFor(lang workshop.Lang) chart.Sheet {
	return chart.Sheet{Words: assets.WordsFor(lang), Measure: sample.Fonts(), Width: 1090, Height: 420, Text: 14}
}

func TestSeriesOfEveryLengthAndSpacing(t *testing.T) {
	fonts := sample.Fonts()
	for _, lang := range assets.Langs() {
		for _, days := range [][]int{{}, {365}, {60}, {1100, 700, 365}, {1100, 60, 30}, {0, 0, 0}, {3000, 2990, 2980, 2970, 20, 10, 5, 1}} {
			for _, more := range []int{0, 1, 5} {
				s := series(lang, days, slices.Repeat([]int{more}, len(days)))
				c := s.Compare()
				for _, size := range sizes[1:5] {
					sheet := chart.Sheet{Words: assets.WordsFor(lang), Measure: fonts, Width: size.w, Height: size.h, Text: size.text}
					for kind, ch := range map[string]chart.Chart{
						"trend": chart.Trend(s.Trend(), sheet), "themes": chart.ThemesSince(s.Trend(), c, sheet),
						"say-do": chart.SayDoSince(s.Trend(), sheet), "foresight": chart.Foresight(s.Trend(), sheet),
					} {
						checkTexts(t, fmt.Sprintf("%s of %v days, %d more, in %s at %.0f×%.0f", kind, days, more, lang, size.w, size.h), &ch.Figure, sheet.Measure)
						if (ch.Instead != "") != (len(days) == 0) {
							t.Errorf("%s of %d sessions says %q instead", kind, len(days)+1, ch.Instead)
						}
					}
				}
			}
		}
	}
}

// marksOf are the places of the marks of a kind, from left to right, without those that stand for no session.
func marksOf(f chart.Figure, kind chart.MarkKind) (xs []float64) {
	for _, s := range f.Shapes {
		if m, ok := s.(chart.Mark); ok && m.Kind == kind {
			xs = append(xs, m.At.X)
		}
	}
	return xs
}

func TestSessionsStandAtTheirDates(t *testing.T) {
	s := series(workshop.English, []int{1000, 800}, []int{0, 0})
	xs := marksOf(chart.Trend(s.Trend(), sheetFor(workshop.English)).Figure, chart.Disc)
	if len(xs) != 6 {
		t.Fatalf("%d marks for our people, want three on each panel", len(xs))
	}
	if part := (xs[1] - xs[0]) / (xs[2] - xs[0]); math.Abs(part-0.2) > 0.01 {
		t.Errorf("200 of 1000 days are drawn as %.2f of the way", part)
	}
}

func TestTheTableOfTheYearsTellsTheIntervals(t *testing.T) {
	w := assets.WordsFor(workshop.English)
	s := series(workshop.English, []int{365}, []int{0})
	table, now := chart.Trend(s.Trend(), sheetFor(workshop.English)).Table, s.Trend()[1]
	for column, share := range map[int]workshop.Share{1: now.Kept.Employees, 2: now.Exceeded.Employees, 4: *now.Kept.Customers, 5: *now.Exceeded.Customers} {
		n := now.Respondents.Employees
		if column > 3 {
			n = *now.Respondents.Customers
		}
		want := w.Percent(*share.Share, n) + " (" + w.Say("chart.range", "from", w.Percent(share.Interval[0], n), "to", w.Percent(share.Interval[1], n)) + ")"
		if got := table[2][column]; got != want {
			t.Errorf("column %d says %q, not %q", column, got, want)
		}
	}
}

func TestALineBreaksVisiblyWhereQuestionsChanged(t *testing.T) {
	w := assets.WordsFor(workshop.English)
	paths := func(s *workshop.Session) (n int, broken bool) {
		c := chart.Trend(s.Trend(), sheetFor(workshop.English))
		for _, shape := range c.Figure.Shapes {
			if p, ok := shape.(chart.Path); ok && p.Ink == chart.EmployeesInk {
				n += len(p.Points) - 1
			}
		}
		for _, text := range c.Figure.Texts() {
			broken = broken || text.Text == w.Say("chart.trend.break")
		}
		return n, broken
	}
	s := series(workshop.English, []int{730, 365}, []int{0, 0})
	if n, broken := paths(s); n != 4 || broken {
		t.Errorf("the same questions: %d lines, a break: %v", n, broken)
	}
	s.Earlier[0].Questions = slices.Clone(s.Earlier[0].Questions)
	s.Earlier[0].Questions[3].Customers = workshop.Text{workshop.English: "Another one."}
	if n, broken := paths(s); n != 2 || !broken {
		t.Errorf("another question at first: %d lines, a break: %v", n, broken)
	}
	since := chart.ThemesSince(s.Trend(), s.Compare(), sheetFor(workshop.English))
	if row := since.Table[4]; row[1] != w.Say("chart.since.other_question") || row[2] == row[1] {
		t.Errorf("the theme that was asked in other words: %v", row)
	}
	s.Earlier[1].Questions = s.Earlier[0].Questions
	since = chart.ThemesSince(s.Trend(), s.Compare(), sheetFor(workshop.English))
	if row := since.Table[4]; row[2] != row[1] || row[4] != w.Say("chart.since.other_question") {
		t.Errorf("the theme that was asked in other words: %v", row)
	}
}

func TestWhatWouldSingleSomebodyOutIsSaidAndDrawnAsARange(t *testing.T) {
	for _, lang := range assets.Langs() {
		w, sheet := assets.WordsFor(lang), sheetFor(lang)
		whole, near := series(lang, []int{365}, []int{0}), series(lang, []int{365}, []int{1})
		hatched := func(c chart.Chart) (n int) {
			for _, s := range c.Figure.Shapes {
				if b, ok := s.(chart.Box); ok && b.Hatched {
					n++
				}
			}
			return n
		}
		a, b := chart.Trend(whole.Trend(), sheet), chart.Trend(near.Trend(), sheet)
		before, _, _ := strings.Cut(w.Count("chart.trend.refused", 1, "sessions", "\n"), "\n")
		if hatched(a) != 0 || hatched(b) != 2 || strings.Contains(a.Note, before) || !strings.Contains(b.Note, before) {
			t.Errorf("%s: %d and %d ranges; notes %q, %q", lang, hatched(a), hatched(b), a.Note, b.Note)
		}
		kept := near.Trend()[0].Kept.Employees.Share
		if want := w.Say("chart.trend.about", "figure", w.Percent(*kept, 13)); b.Table[1][1] != want || math.Mod(*kept*10+1e-9, 1) > 1e-6 {
			t.Errorf("%s: the table says %q, want %q", lang, b.Table[1][1], want)
		}
		for kind, c := range map[string]chart.Chart{
			"themes": chart.ThemesSince(near.Trend(), near.Compare(), sheet), "say-do": chart.SayDoSince(near.Trend(), sheet),
		} {
			for _, row := range c.Table[1:] {
				if why := w.Say("chart.since.refused"); row[1] != why || row[3] != why {
					t.Errorf("%s, %s: %v", lang, kind, row)
				}
			}
			if !strings.Contains(c.Note, before) {
				t.Errorf("%s, %s: the note does not say why: %q", lang, kind, c.Note)
			}
		}
	}
}

func TestEvidenceThatChangedIsSaid(t *testing.T) {
	s := series(workshop.English, []int{365}, []int{0})
	sheet := sheetFor(workshop.English)
	before, _, _ := strings.Cut(sheet.Words.Say("chart.trend.evidence", "sessions", "\n"), "\n")
	if c := chart.Trend(s.Trend(), sheet); strings.Contains(c.Note, before) {
		t.Errorf("the evidence did not change: %q", c.Note)
	}
	s.Earlier[0].Evidence = workshop.GroupBelief
	c := chart.Trend(s.Trend(), sheet)
	if belief := chart.EvidenceName(sheet.Words, workshop.GroupBelief); !strings.Contains(c.Note, before) || !strings.Contains(c.Note, belief) || c.Table[1][7] != belief {
		t.Errorf("the evidence changed: %q, %v", c.Note, c.Table[1])
	}
}

func TestForesightSaysThenAndNow(t *testing.T) {
	s := series(workshop.English, []int{365}, []int{0})
	s.Earlier[0].PerceptionGap, s.Earlier[0].LeadersOrder = new(.25), nil
	sheet := sheetFor(workshop.English)
	w, now := sheet.Words, w0(s.Compare().PerceptionGap)
	c := chart.Foresight(s.Trend(), sheet)
	if want := w.Say("chart.foresight.title", "then", "+25", "now", w.Signed(now*100, 0)); c.Title != want || c.Table[1][2] != "–" {
		t.Errorf("%q, want %q; %v", c.Title, want, c.Table[1])
	}
}

func w0(x *float64) float64 { return *x }

// teams are sessions of as many teams, of which every fifth is too small and every third has no customers.
func teams(n int, lang workshop.Lang, hostile bool) []workshop.TeamFigures {
	var all []workshop.TeamFigures
	for i := range n {
		of := sample.Of{Seed: uint64(i + 1), Lang: lang, People: 6 + 3*i%17, Promises: i % 5, Hostile: hostile}
		if i%5 == 4 {
			of.People = 4
		}
		if i%3 != 2 {
			of.Customers, of.Evidence = 20, workshop.Survey
		}
		s := sample.Session(of)
		f := s.TeamFigures(workshop.Date{Year: 2027, Month: time.March, Day: 1})
		if !hostile {
			f.Team = fmt.Sprintf("%s %d", f.Team, i+1)
		}
		all = append(all, f)
	}
	return all
}

func TestPortfolioOfAnySize(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, n := range []int{1, 2, 12} {
			for _, hostile := range []bool{false, true} {
				all, fonts := teams(n, lang, hostile), sample.Fonts()
				for _, size := range sizes {
					sheet := chart.Sheet{Words: assets.WordsFor(lang), Measure: fonts, Width: size.w, Height: max(size.h, float64(n)*size.text*1.8), Text: size.text}
					c := chart.Portfolio(all, sheet)
					checkTexts(t, fmt.Sprintf("%d teams in %s at %.0f×%.0f", n, lang, size.w, size.h), &c.Figure, sheet.Measure)
					if c.Title == "" || len(c.Table) != n+1 {
						t.Errorf("%d teams in %s: %q, %d rows", n, lang, c.Title, len(c.Table))
					}
				}
			}
		}
	}
}

func TestPortfolioKeepsTheOrderAndSaysWhatIsSuppressed(t *testing.T) {
	all := teams(5, workshop.English, false)
	sheet := sheetFor(workshop.English)
	c := chart.Portfolio(all, sheet)
	for i, f := range all {
		if c.Table[i+1][0] != f.Team {
			t.Errorf("row %d is %s, want %s", i, c.Table[i+1][0], f.Team)
		}
	}
	if row := c.Table[5]; row[3] != "–" || row[4] != "–" || row[7] != "–" || row[8] != "–" {
		t.Errorf("four people are shown: %v", row)
	}
	why, n := sheet.Words.Say("chart.suppressed", "n", 5), 0
	for _, text := range c.Figure.Texts() {
		if text.Text == why {
			n++
		}
	}
	if n != 2 {
		t.Errorf("that the fifth team is too small is said %d times, want on both panels", n)
	}
	discs, squares := len(marksOf(c.Figure, chart.Disc)), len(marksOf(c.Figure, chart.Square))
	if discs != 8 || squares != 6 {
		t.Errorf("%d discs and %d squares, want 8 and 6", discs, squares)
	}
}
