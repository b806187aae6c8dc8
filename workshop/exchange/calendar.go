package exchange

import (
	"fmt"
	"io"

	ics "github.com/arran4/golang-ical"

	"exceed/assets"
	"exceed/workshop"
)

// ReviewDays is when leaders come back to their promises, in days after the session.
func ReviewDays() [3]int { return [3]int{30, 60, 90} }

// WriteCalendar writes the session's review days and the due dates of its promises as iCalendar (RFC 5545), whole days, in
// the language of words. The same session gives the same bytes: stamps are the session's day, and an event keeps its name.
// One of a promise that has changed has its revision as its sequence, so that a calendar that takes the file in again knows
// it for the newer one. That of a promise that is done or dropped is cancelled: left out, it would go on reminding whoever
// took an earlier file in.
func WriteCalendar(w io.Writer, s *workshop.Session, words *assets.Words) error {
	team := Clean(s.Setup.Team, workshop.MaxName)
	calendar := ics.NewCalendarFor("Exceed")
	calendar.SetProductId("-//Exceed//Exceed//EN")
	calendar.SetCalscale("GREGORIAN")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetXWRCalName(words.Say("calendar.name", "team", team))
	add := func(name string, day workshop.Date, summary, description string) *ics.VEvent {
		if s.Rehearsal {
			summary = words.Say("calendar.rehearsal", "summary", summary)
		}
		event := calendar.AddEvent(fmt.Sprintf("%s-%s@exceed", s.ID, name))
		event.SetDtStampTime(s.Setup.Date.Time())
		event.SetAllDayStartAt(day.Time())
		event.SetAllDayEndAt(day.AddDays(1).Time())
		event.SetSummary(summary)
		event.SetTimeTransparency(ics.TransparencyTransparent)
		if description != "" {
			event.SetDescription(description)
		}
		return event
	}
	for _, days := range ReviewDays() {
		add(fmt.Sprintf("review-%d", days), s.Setup.Date.AddDays(days), words.Count("calendar.review", days, "team", team), "")
	}
	for _, p := range s.Plan.InFocusOrder(s.Priorities.Focus) {
		summary := words.Say("calendar.promise", "what", Clean(p.What, workshop.MaxSentence), "owner", Clean(p.Owner, workshop.MaxSentence))
		event := add(fmt.Sprintf("promise-%d", p.ID), p.Due, summary, Clean(p.FirstStep, workshop.MaxSentence))
		if p.Revision > 0 {
			event.SetSequence(p.Revision)
		}
		if p.Settled() {
			event.SetStatus(ics.ObjectStatusCancelled)
		}
	}
	return calendar.SerializeTo(w, ics.WithNewLineWindows)
}
