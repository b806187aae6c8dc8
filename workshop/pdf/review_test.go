package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart/sample"
	"exceed/workshop/pdf"
)

// reviewDay is 40 days after the samples.
func reviewDay() workshop.Date { return workshop.Date{Year: 2026, Month: 12, Day: 31} }

// reviewed is a sample whose promises were done, moved, dropped or left, with two pulses.
func reviewed(of sample.Of) *workshop.Session {
	s := sample.Session(of)
	s.State = workshop.FollowUp
	reason := "the room was let until spring"
	if of.Hostile {
		reason = s.Parking[0].Fate.Reason
	}
	for i, p := range s.Plan.Promises {
		s.Plan.Promises[i].Override = ""
		q := &s.Plan.Promises[i]
		switch {
		case p.Side == workshop.CustomerSide || i%4 == 0:
		case i%4 == 1:
			q.Status, q.Reason = workshop.Dropped, reason
		case i%4 == 2:
			q.Status, q.Reason, q.MovedFrom, q.Due, q.Agreed = workshop.Moved, reason, p.Due, p.Due.AddDays(30), false
		default:
			q.Status = workshop.Done
		}
	}
	for n := range 2 {
		poll := workshop.Poll{Kind: workshop.PulsePoll, Opened: reviewDay().AddDays(20*n - 20), Asked: s.Asks(workshop.PulsePoll), Counted: true, Responses: 9 + n}
		for i := range poll.Asked {
			count := workshop.PollCount{Seen: 3 + n + i%3, Partly: 2, NotYet: 4 - i%3}
			if i == 1 {
				count = workshop.PollCount{Suppressed: true}
			}
			poll.Counts = append(poll.Counts, count)
		}
		s.Polls = append(s.Polls, poll)
	}
	return s
}

func reviewText(t *testing.T, s *workshop.Session, o pdf.Options) (text string, pages int) {
	t.Helper()
	set, err := pdf.ReviewPages(s, reviewDay(), o)
	must(t, err)
	var texts []string
	for _, p := range set {
		for _, piece := range p.Figure.Texts() {
			texts = append(texts, piece.Text)
		}
	}
	return strings.Join(texts, " "), len(set)
}

func TestReviewSaysHowEachPromiseStands(t *testing.T) {
	for _, lang := range assets.Langs() {
		s := reviewed(sample.Full(lang))
		w := assets.WordsFor(lang)
		text, pages := reviewText(t, s, options(s, pdf.A4))
		if pages > 3 {
			t.Errorf("%s: five promises take %d pages", lang, pages)
		}
		first, moved := s.Plan.Promises[0], s.Plan.Promises[2]
		for _, want := range []string{
			w.Count("pdf.review.title", 5, "done", 1), w.Count("pdf.review.kicker", 40, "day", w.Date(reviewDay()), "date", w.Date(s.Setup.Date)),
			first.Owner, w.Say("pdf.plan.moved", "date", w.Date(moved.MovedFrom), "reason", "the room was let until spring"),
			w.Count("pdf.review.in_days", moved.Due.DaysSince(reviewDay())), w.Count("pdf.review.days_late", reviewDay().DaysSince(first.Due)),
			w.Say("pdf.plan.waits"), s.Plan.Promises[1].What, w.Say("pdf.plan.not_agreed"),
			w.Say("pdf.review.of", "n", 4, "all", 10), w.Say("pdf.review.of", "n", 3, "all", 9), w.Say("pdf.review.pulse_few", "n", 5),
			w.Count("pdf.review.pulse_title", 10, "date", w.Date(reviewDay())), w.Say("pdf.review.next"), w.Say("pdf.leader.sign"),
			w.Date(s.Setup.Date.AddDays(60)) + " · " + w.Date(s.Setup.Date.AddDays(90)),
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the review lacks %q", lang, want)
			}
		}
		for _, never := range []string{"⟦", "<no value>", w.Date(s.Setup.Date.AddDays(30)) + " ·"} {
			if strings.Contains(text, never) {
				t.Errorf("%s: the review says %q", lang, never)
			}
		}
	}
}

func TestReviewOfTheInvestment(t *testing.T) {
	s := reviewed(sample.Full(workshop.English))
	w := assets.WordsFor(workshop.English)
	all := s.Plan.InvestmentOf(func(workshop.Promise) bool { return true })
	done := s.Plan.InvestmentOf(func(p workshop.Promise) bool { return p.Status == workshop.Done })
	if all.Employees.Hours <= done.Employees.Hours || done.Employees.Hours == 0 {
		t.Fatalf("the sample has %v of %v hours", done.Employees.Hours, all.Employees.Hours)
	}
	text, _ := reviewText(t, s, options(s, pdf.A4))
	for _, hours := range []float64{all.Employees.Hours, done.Employees.Hours, all.Customers.Hours, s.Leaders.Investment.Customers.Hours} {
		if want := w.Say("pdf.plan.hours", "hours", w.Number(hours, 0)); !strings.Contains(text, want) {
			t.Errorf("the review lacks %q", want)
		}
	}
}

func TestReviewWithoutPromises(t *testing.T) {
	s := sample.Session(sample.Of{})
	text, pages := reviewText(t, s, options(s, pdf.Letter))
	if w := assets.WordsFor(workshop.English); pages != 1 || !strings.Contains(text, w.Say("pdf.plan.none")) || !strings.Contains(text, w.Say("pdf.leader.sign")) {
		t.Errorf("%d pages: %s", pages, text)
	}
}

func TestReviewDependsOnTheDayAlone(t *testing.T) {
	s := reviewed(sample.Full(workshop.English))
	write := func(day workshop.Date) string {
		var out bytes.Buffer
		must(t, pdf.WriteReview(&out, s, day, options(s, pdf.A4)))
		return out.String()
	}
	first, again := write(reviewDay()), write(reviewDay())
	if first != again {
		t.Error("the same day gives other bytes")
	}
	later := write(reviewDay().AddDays(60))
	if later == first || !strings.Contains(later, fmt.Sprintf("(D:%s000000)", strings.ReplaceAll(reviewDay().AddDays(60).String(), "-", ""))) {
		t.Error("another day gives the same review")
	}
}
