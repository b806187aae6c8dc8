package chart_test

import (
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
)

// TestDatesOfTheReviewsAreSetAlike: all four on a line each, or all on two.
func TestDatesOfTheReviewsAreSetAlike(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, promises := range []int{4, 30} {
			of := sample.Full(lang)
			of.Promises = promises
			s := sample.Session(of)
			for _, days := range []int{0, 7, 100, 200} {
				session := s.Setup.Date.AddDays(days)
				for width := 400.0; width < 900; width += 50 {
					sheet := chart.Sheet{Words: assets.WordsFor(lang), Measure: sample.Fonts(), Width: width, Height: 200, Text: 10}
					c := chart.Reviews(session, s.Plan.Promises, sheet)
					whole := 0
					for _, text := range c.Figure.Texts() {
						for _, d := range append([]workshop.Date{session}, reviewDates(session)...) {
							if text.Text == sheet.Words.Date(d) {
								whole++
							}
						}
					}
					if whole != 0 && whole != 4 {
						t.Errorf("%s, %d promises, %v at %.0f: %d dates of four stand on one line", lang, promises, session, width, whole)
					}
				}
			}
		}
	}
}

func reviewDates(session workshop.Date) []workshop.Date {
	dates := chart.ReviewDates(session)
	return dates[:]
}
