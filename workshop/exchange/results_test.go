package exchange_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/exchange"
)

const testID = "0123456789abcdef0123456789abcdef"

// team is a file of n employees who all answer, the last of them the theme growth too, with a voice each; turned says
// that they come in the opposite order.
func team(n int, turned bool) string {
	var people []string
	for i := range n {
		extra := ""
		if i == n-1 {
			extra = `, "growth": 3`
		}
		people = append(people, fmt.Sprintf(`{"points": {"voice": %d, "reliability": %d}, "standing": {"voice": %d, "reliability": %d%s},
 "behaviours": {"coaches": %d}, "voices": [{"text": "Voice <%d> & me", "theme": "voice", "show": true}, {"text": "secret %d"}]}`,
			i%4, 10-i%4, i%7-3, 3-i%5, extra, i%5, i, i))
	}
	if turned {
		slices.Reverse(people)
	}
	return written("session", `{"organisation": "Riverside Clinics", "team": "=Front desk", "date": "2026-11-21"}`,
		"employees", "["+strings.Join(people, ",\n")+"]", "customers", someSurvey, "actions", someActions)
}

const someSurvey = `{"evidence": "survey", "responses": [{"points": {"voice": 1}, "standing": {"voice": -0.5, "growth": 1}}, {"standing": {"voice": -1, "growth": 1}},
 {"standing": {"voice": 0, "growth": 1}}, {"standing": {"voice": 1, "growth": 1}}, {"standing": {"voice": 1, "growth": 1}}]}`

func sessionOf(t *testing.T, text string) *workshop.Session {
	t.Helper()
	s, err := readText(t, text).Session(t.Context(), testID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func exported(t *testing.T, s *workshop.Session) (text string, tree map[string]any) {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.WriteResults(&b, s); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &tree); err != nil {
		t.Fatal(err)
	}
	return b.String(), tree
}

func TestResultsHoldWhatTheFormatSays(t *testing.T) {
	text, tree := exported(t, sessionOf(t, team(8, false)))
	keys := func(tree any) string {
		var names []string
		for name := range tree.(map[string]any) {
			names = append(names, name)
		}
		slices.Sort(names)
		return strings.Join(names, " ")
	}
	for what, pair := range map[string][2]string{
		"file":    {keys(tree), "actions behaviours contract difference_score dots evidence exceeded fist focus format investment kept left_behind order parked perception_gap predicted_kept respondents session themes top_three_stable trend voice_count voices"},
		"session": {keys(tree["session"]), "date facilitator imported kind language organisation rehearsal state team threshold voices_threshold"},
		"theme":   {keys(tree["themes"].([]any)[0]), "clear customers employees field focus focus_rank key leaders_rank leaders_standing modelling_gap modelling_gap_interval name one_voice"},
		"side":    {keys(tree["themes"].([]any)[0].(map[string]any)["employees"]), "above adm as_expected below histogram interval kept kept_interval mean n rwg split suppressed weight"},
		"voice":   {keys(tree["voices"].([]any)[0]), "fate reason suggested text theme"},
		"action":  {keys(tree["actions"].([]any)[0]), "agreed due first_step from hours kind measure money moved_from override owner pulses reason side status theme to waits what"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("the %s has\n%s, want\n%s", what, pair[0], pair[1])
		}
	}
	if n := len(tree["voices"].([]any)); n != 8 || strings.Contains(text, "secret") || !strings.Contains(text, "Voice <7> & me") {
		t.Errorf("%d voices in %s", n, text)
	}
	if a := tree["actions"].([]any)[0].(map[string]any); a["waits"] != true || a["status"] != "open" || a["due"] != "2027-01-15" {
		t.Errorf("the promise is %v", a)
	}
	if !strings.HasPrefix(text, "{\n  \"format\": \"exceed-results/1\",\n") || !strings.HasSuffix(text, "}\n") {
		t.Error("the results do not start and end as they should")
	}
}

func TestResultsDoNotKnowTheOrderOfArrival(t *testing.T) {
	s, turned := sessionOf(t, team(30, false)), sessionOf(t, team(30, true))
	for name, write := range map[string]func(io.Writer, *workshop.Session) error{
		"JSON": exchange.WriteResults,
		"CSV":  exchange.WriteResultsCSV,
		"calendar": func(w io.Writer, s *workshop.Session) error {
			return exchange.WriteCalendar(w, s, assets.WordsFor(workshop.French))
		},
	} {
		var there, back bytes.Buffer
		if err := errors.Join(write(&there, s), write(&back, turned)); err != nil {
			t.Fatal(err)
		}
		if there.String() != back.String() {
			t.Errorf("the order of arrival shows in the %s", name)
		}
	}
}

func TestBelowTheThresholdNothingShows(t *testing.T) {
	for _, c := range []struct {
		employees int
		shown     bool
		voices    int
	}{{4, false, 0}, {5, true, 0}, {7, true, 0}, {8, true, 8}} {
		_, tree := exported(t, sessionOf(t, team(c.employees, false)))
		for _, theme := range tree["themes"].([]any) {
			theme := theme.(map[string]any)
			side := theme["employees"].(map[string]any)
			shown := c.shown && (theme["key"] == "voice" || theme["key"] == "reliability")
			for name, figure := range side {
				if name == "suppressed" {
					if figure != !shown {
						t.Errorf("%d employees: %s is suppressed: %v", c.employees, theme["key"], figure)
					}
				} else if (figure != nil) != shown {
					t.Errorf("%d employees: %s.%s is %v", c.employees, theme["key"], name, figure)
				}
			}
		}
		if n := len(tree["voices"].([]any)); n != c.voices {
			t.Errorf("%d employees: %d voices", c.employees, n)
		}
		kept := tree["kept"].(map[string]any)["employees"].(map[string]any)["share"]
		if (kept != nil) != c.shown {
			t.Errorf("%d employees: kept is %v", c.employees, kept)
		}
	}
}

func TestHiddenVoicesStayIn(t *testing.T) {
	s := sessionOf(t, team(8, false))
	hidden := s.Voices[0].Text
	if err := s.ChangeVoice(1, func(v *workshop.Voice) { v.Hidden = true }); err != nil {
		t.Fatal(err)
	}
	if text, tree := exported(t, s); strings.Contains(text, hidden) || len(tree["voices"].([]any)) != 7 {
		t.Errorf("%q is still there", hidden)
	}
}

func TestNothingBeforeTheReveal(t *testing.T) {
	s := workshop.NewSession(testID, workshop.Setup{}, assets.Themes())
	var b bytes.Buffer
	if err := exchange.WriteResults(&b, s); !isRefusal(err, exchange.ErrNotRevealed) || b.Len() > 0 {
		t.Errorf("JSON: %v", err)
	}
	if err := exchange.WriteResultsCSV(&b, s); !isRefusal(err, exchange.ErrNotRevealed) || b.Len() > 0 {
		t.Errorf("CSV: %v", err)
	}
}

func TestResultsCSV(t *testing.T) {
	s := sessionOf(t, team(8, false))
	s.Plan.Promises[0].What = "@SUM(A1)"
	s.Plan.Promises[0].From, s.Plan.Promises[0].To = "-0.5", " +cmd|' /C calc'!A0"
	var b bytes.Buffer
	if err := exchange.WriteResultsCSV(&b, s); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll() // refuses uneven rows
	if err != nil {
		t.Fatal(err)
	}
	var tables [][][]string
	for _, row := range rows {
		switch {
		case strings.Join(row, "") == "":
			tables = append(tables, nil)
			continue
		case tables == nil:
			tables = [][][]string{nil}
		}
		tables[len(tables)-1] = append(tables[len(tables)-1], row)
	}
	for _, c := range []struct {
		table             int
		row, column, want string
	}{
		{0, "team", "value", "'=Front desk"},
		{0, "respondents_employees", "value", "8"},
		{1, "voice", "employees_n", "8"},
		{1, "voice", "customers_mean", "0.1"},
		{1, "growth", "employees_mean", ""},
		{1, "growth", "employees_suppressed", "true"},
		{1, "growth", "customers_kept", "1"},
		{2, "coaches", "mean", "1.625"},
		{3, "voice", "what", "'@SUM(A1)"},
		{3, "voice", "from", "-0.5"},
		{3, "voice", "to", "' +cmd|' /C calc'!A0"},
	} {
		table := tables[c.table]
		row := slices.IndexFunc(table, func(row []string) bool { return row[0] == c.row })
		column := slices.Index(table[0], c.column)
		if row < 0 || column < 0 || table[row][column] != c.want {
			t.Errorf("table %d has no %q in row %s, column %s:\n%q", c.table, c.want, c.row, c.column, table)
		}
	}
}

// Private dots, and what the team has seen of each promise, leave Exceed with the results; what too few said does not.
func TestPollsInResults(t *testing.T) {
	s := sessionOf(t, team(8, false))
	if _, tree := exported(t, s); tree["dots"] != nil {
		t.Errorf("dots that nobody gave: %v", tree["dots"])
	}
	id := s.Plan.Promises[0].ID
	s.Priorities.Private, s.Priorities.Dots = true, map[workshop.ThemeKey]int{"voice": 24}
	pulse := func(day int, c workshop.PollCount) workshop.Poll {
		return workshop.Poll{
			Kind: workshop.PulsePoll, Opened: workshop.Date{Year: 2027, Month: 1, Day: day}, Asked: []string{fmt.Sprint(id)},
			Counted: true, Responses: 8, Counts: []workshop.PollCount{c},
		}
	}
	s.Polls = []workshop.Poll{
		{Kind: workshop.DotsPoll, Asked: []string{"voice"}, Counted: true, Responses: 8, Counts: []workshop.PollCount{{Dots: 24}}},
		pulse(1, workshop.PollCount{Suppressed: true}), pulse(9, workshop.PollCount{Seen: 3, Partly: 2, NotYet: 1}),
		{Kind: workshop.PulsePoll, Asked: []string{fmt.Sprint(id)}},
	}
	_, tree := exported(t, s)
	if got, want := fmt.Sprint(tree["dots"]), "map[private:true respondents:8 themes:map[voice:24]]"; got != want {
		t.Errorf("dots are %s, want %s", got, want)
	}
	pulses := fmt.Sprint(tree["actions"].([]any)[0].(map[string]any)["pulses"])
	want := "[map[date:2027-01-09 n:6 not_yet:1 partly:2 seen:3 suppressed:false] map[date:2027-01-01 n:<nil> not_yet:<nil> partly:<nil> seen:<nil> suppressed:true]]"
	if pulses != want {
		t.Errorf("pulses are\n%s, want\n%s", pulses, want)
	}
	var b bytes.Buffer
	if err := exchange.WriteResultsCSV(&b, s); err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{",2027-01-09,false,6,3,2,1,", ",2027-01-01,true,,,,,"} {
		if !strings.Contains(b.String(), row) {
			t.Errorf("the sheet has no %q", row)
		}
	}
}

func TestCalendar(t *testing.T) {
	s := sessionOf(t, team(8, false))
	s.Plan.Promises[0].What = "Listen; ask, then\nact\r\nBEGIN:VALARM\u202E"
	for _, lang := range assets.Langs() {
		var b bytes.Buffer
		if err := exchange.WriteCalendar(&b, s, assets.WordsFor(lang)); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		if strings.Contains(text, "⟦") || strings.Contains(text, "\r\nBEGIN:VALARM") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
			t.Errorf("%s: the text is not sound:\n%s", lang, text)
		}
		calendar, err := ics.ParseCalendar(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		var days []string
		for _, event := range calendar.Events() {
			days = append(days, event.Id()[33:]+" "+event.GetProperty(ics.ComponentPropertyDtStart).Value)
			if stamp := event.GetProperty(ics.ComponentPropertyDtstamp).Value; stamp != "20261121T000000Z" {
				t.Errorf("the stamp is %s", stamp)
			}
		}
		want := "[review-30@exceed 20261221 review-60@exceed 20270120 review-90@exceed 20270219 promise-1@exceed 20270115]"
		if fmt.Sprint(days) != want {
			t.Errorf("%s: %v, want %s", lang, days, want)
		}
	}
}

// TestCalendarsFollowAPromise reads the sequences by which calendars tell the newer of two events, over files that are
// written as a promise goes on; what is settled is cancelled, and comes back once it is open again.
func TestCalendarsFollowAPromise(t *testing.T) {
	s := sessionOf(t, team(8, false))
	s.Plan.Promises[0].Side = workshop.EmployeeSide
	made := s.Plan.Promises[0]
	first, last := made.Due, -1
	for _, step := range []struct {
		status    workshop.Status
		days      int
		cancelled bool
	}{
		{workshop.Open, 0, false},
		{workshop.Moved, 50, false},
		{workshop.Moved, 20, false}, // nearer than before, and newer all the same
		{workshop.Dropped, 20, true},
		{workshop.Open, 20, false},
		{workshop.Done, 20, true},
	} {
		if last >= 0 { // the first file is of the promise as it was made
			if err := s.MarkPromise(1, step.status, "the room was let", first.AddDays(step.days)); err != nil {
				t.Fatal(err)
			}
		}
		event := eventOf(t, s, "promise-1@exceed")
		value := func(name ics.ComponentProperty) string {
			if p := event.GetProperty(name); p != nil {
				return p.Value
			}
			return ""
		}
		sequence, _ := strconv.Atoi(value(ics.ComponentPropertySequence))
		if sequence <= last {
			t.Errorf("%q: the sequence is %d after %d", step.status, sequence, last)
		}
		last = sequence
		if cancelled := value(ics.ComponentPropertyStatus) == "CANCELLED"; cancelled != step.cancelled {
			t.Errorf("%q: cancelled is %v", step.status, cancelled)
		}
		day := strings.ReplaceAll(first.AddDays(step.days).String(), "-", "")
		if got := value(ics.ComponentPropertyDtStart); got != day {
			t.Errorf("%q: it is on %s, want %s", step.status, got, day)
		}
	}
	made.Owner = "Grace" // by a card that was opened before all this
	if _, err := s.SetPromise(made); err != nil {
		t.Fatal(err)
	}
	if p := eventOf(t, s, "promise-1@exceed").GetProperty(ics.ComponentPropertySequence); p == nil || p.Value != strconv.Itoa(last+1) {
		t.Errorf("promised by somebody else the sequence is %v after %d", p, last)
	}
}

// eventOf is the event of a session's calendar whose name ends so.
func eventOf(t *testing.T, s *workshop.Session, name string) *ics.VEvent {
	t.Helper()
	var b, again bytes.Buffer
	if err := errors.Join(exchange.WriteCalendar(&b, s, assets.WordsFor(workshop.English)), exchange.WriteCalendar(&again, s, assets.WordsFor(workshop.English))); err != nil {
		t.Fatal(err)
	}
	if b.String() != again.String() {
		t.Error("the same session gives other bytes")
	}
	calendar, err := ics.ParseCalendar(&b)
	if err != nil {
		t.Fatal(err)
	}
	for _, event := range calendar.Events() {
		if strings.HasSuffix(event.Id(), name) {
			return event
		}
	}
	t.Fatalf("there is no %s", name)
	return nil
}

func BenchmarkWriteResults(b *testing.B) {
	d, err := exchange.ReadData(b.Context(), bytes.NewReader(crowd(5000)))
	if err != nil {
		b.Fatal(err)
	}
	s, err := d.Session(b.Context(), testID)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := exchange.WriteResults(&out, s); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
