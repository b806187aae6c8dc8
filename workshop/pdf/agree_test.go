package pdf_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
	"exceed/workshop/exchange"
	"exceed/workshop/pdf"
)

// said is the same session three times: what its paper, its JSON and its spreadsheet say.
type said struct {
	paper string // all texts of all pages, lines joined by a space
	tree  map[string]any
	rows  [][]string
}

func saidOf(t *testing.T, s *workshop.Session) said {
	t.Helper()
	pages, err := pdf.Pages(s, options(s, pdf.A4))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, p := range pages {
		for _, text := range p.Figure.Texts() {
			texts = append(texts, text.Text)
		}
	}
	out := said{paper: strings.Join(texts, " ")}
	var data bytes.Buffer
	if err := exchange.WriteResults(&data, s); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data.Bytes(), &out.tree); err != nil {
		t.Fatal(err)
	}
	data.Reset()
	if err := exchange.WriteResultsCSV(&data, s); err != nil {
		t.Fatal(err)
	}
	if out.rows, err = csv.NewReader(&data).ReadAll(); err != nil {
		t.Fatal(err)
	}
	return out
}

// prints asks paper for texts, whatever its spaces are.
func (a said) prints(t *testing.T, texts ...string) {
	t.Helper()
	paper := strings.Join(strings.Fields(a.paper), " ")
	for _, text := range texts {
		if !strings.Contains(paper, strings.Join(strings.Fields(text), " ")) {
			t.Errorf("the paper lacks %q", text)
		}
	}
}

// row is the first row of the spreadsheet that holds a text, by the names of its table.
func (a said) row(t *testing.T, holds string) map[string]string {
	t.Helper()
	var names []string
	for i, row := range a.rows {
		if i == 0 || strings.Join(a.rows[i-1], "") == "" {
			names = row
		}
		if slices.Contains(row, holds) {
			cells := map[string]string{}
			for k, name := range names {
				cells[name] = row[k]
			}
			return cells
		}
	}
	t.Fatalf("the spreadsheet has no row with %q", holds)
	return nil
}

// item is the first object of a list of the JSON in which a member has that value.
func (a said) item(t *testing.T, list, member string, value any) map[string]any {
	t.Helper()
	for _, x := range a.tree[list].([]any) {
		if object := x.(map[string]any); object[member] == value {
			return object
		}
	}
	t.Fatalf("%s has nothing with %s = %v", list, member, value)
	return nil
}

func eachLanguage(t *testing.T, test func(t *testing.T, s *workshop.Session, w *assets.Words)) {
	for _, lang := range assets.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			test(t, sample.Session(sample.Full(lang)), assets.WordsFor(lang))
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestMergedVoicesHaveTheirHeadsFate(t *testing.T) {
	eachLanguage(t, func(t *testing.T, s *workshop.Session, w *assets.Words) {
		must(t, s.ChangeVoice(2, func(v *workshop.Voice) { v.Fate = workshop.Fate{Kind: workshop.Declined, Reason: "zebras"} }))
		must(t, s.ChangeVoice(3, func(v *workshop.Voice) { v.Fate = workshop.Fate{} }))
		must(t, s.MergeVoice(3, 2))
		merged, _ := s.Voice(3)
		a := saidOf(t, s)
		fate := w.Say("pdf.fate.because", "fate", w.Say("pdf.fate.declined"), "reason", "zebras")
		a.prints(t, fate, w.Say("pdf.fate.merged", "fate", fate))
		if v := a.item(t, "voices", "text", merged.Text); v["fate"] != "declined" || v["reason"] != "zebras" {
			t.Errorf("the JSON says %v", v)
		}
		if v := a.row(t, merged.Text); v["said"] != "voice" || v["fate"] != "declined" || v["reason"] != "zebras" {
			t.Errorf("the spreadsheet says %v", v)
		}
	})
}

func TestEveryVoiceIsAccountedFor(t *testing.T) {
	eachLanguage(t, func(t *testing.T, s *workshop.Session, w *assets.Words) {
		a, n := saidOf(t, s), s.CountFates()
		if n.Hidden == 0 || n.CountedOnly == 0 || n.ActedOn == 0 || n.Parked == 0 || n.Declined == 0 || n.Undecided == 0 {
			t.Fatalf("the sample lacks a kind: %+v", n)
		}
		count, all := a.tree["voice_count"].(map[string]any), 0
		for name, want := range map[string]int{
			"acted_on": n.ActedOn, "parked": n.Parked, "declined": n.Declined,
			"undecided": n.Undecided, "hidden": n.Hidden, "counted_only": n.CountedOnly,
		} {
			a.prints(t, w.Count("pdf.voices."+name, want))
			if count[name] != float64(want) {
				t.Errorf("the JSON counts %v %s; want %d", count[name], name, want)
			}
			if got := a.row(t, "voices_"+name)["value"]; got != fmt.Sprint(want) {
				t.Errorf("the spreadsheet counts %s %s; want %d", got, name, want)
			}
			all += want
		}
		if all != len(s.Voices)+s.Tally.CountedOnly {
			t.Errorf("%d of %d voices are accounted for", all, len(s.Voices)+s.Tally.CountedOnly)
		}
		before, _, _ := strings.Cut(w.Count("pdf.voices.account", all, "parts", "\n"), "\n")
		a.prints(t, strings.TrimSpace(before))
	})
}

func TestStrongMinoritiesAreNamedWithTheReason(t *testing.T) {
	eachLanguage(t, func(t *testing.T, s *workshop.Session, w *assets.Words) {
		c := s.Compare()
		var first, split workshop.ThemeFigures
		s.Priorities.Focus = nil
		for _, theme := range c.Themes {
			switch isSplit := theme.Employees.Split != nil && *theme.Employees.Split; {
			case theme.FocusRank != nil && *theme.FocusRank == 1:
				first = theme
			case isSplit && split.Key == "":
				split = theme
			case !isSplit && len(s.Priorities.Focus) < 2:
				s.Priorities.Focus = append(s.Priorities.Focus, theme.Key)
			}
		}
		if first.Key == "" || split.Key == "" {
			t.Fatal("the sample has no theme that splits beside the first")
		}
		s.Priorities.Dropped = map[workshop.ThemeKey]string{split.Key: "zebras"}
		a := saidOf(t, s)
		a.prints(t, w.Say("pdf.behind.title"), "zebras", w.Say("pdf.behind.first"), w.Say("pdf.behind.unsaid"))
		if l := a.item(t, "left_behind", "theme", string(split.Key)); l["reason"] != "zebras" || l["divides"] != true {
			t.Errorf("the JSON says %v", l)
		}
		if l := a.item(t, "left_behind", "theme", string(first.Key)); l["reason"] != nil || l["first"] != true {
			t.Errorf("the JSON says %v", l)
		}
		if l := a.row(t, string(split.Key)); l["left_behind_reason"] != "zebras" || l["left_behind_divides"] != "true" || l["focus_place"] != "" {
			t.Errorf("the spreadsheet says %v", l)
		}
		if l := a.row(t, string(s.Priorities.Focus[1])); l["focus_place"] != "2" || l["left_behind_first"] != "" {
			t.Errorf("the spreadsheet says %v", l)
		}
		if focus := a.tree["focus"].([]any); len(focus) != 2 || focus[0] != string(s.Priorities.Focus[0]) {
			t.Errorf("the JSON goes on with %v", focus)
		}
	})
}

func TestPromisesSayWhyCustomersComeFirstAndWhichOfThemWait(t *testing.T) {
	eachLanguage(t, func(t *testing.T, s *workshop.Session, w *assets.Words) {
		theme := s.Themes[len(s.Themes)-1].Key
		over := workshop.Promise{
			Theme: theme, Side: workshop.CustomerSide, Kind: workshop.Start, What: "zebras", Owner: "Amina",
			Due: s.Setup.Date.AddDays(9), Override: "okapis",
		}
		_, err := s.SetPromise(over)
		must(t, err)
		a := saidOf(t, s)
		a.prints(t, w.Say("pdf.plan.override", "reason", "okapis"))
		if p := a.item(t, "actions", "what", "zebras"); p["override"] != "okapis" || p["waits"] != false {
			t.Errorf("the JSON says %v", p)
		}
		if p := a.row(t, "zebras"); p["override"] != "okapis" || p["waits"] != "false" {
			t.Errorf("the spreadsheet says %v", p)
		}
		if strings.Contains(a.paper, w.Say("pdf.plan.waits")) {
			t.Error("a promise waits though a reason was given")
		}
		s.Plan.Promises[len(s.Plan.Promises)-1].Override = ""
		a = saidOf(t, s)
		a.prints(t, w.Say("pdf.plan.waits"))
		if p := a.item(t, "actions", "what", "zebras"); p["waits"] != true {
			t.Errorf("the JSON says %v", p)
		}
		if p := a.row(t, "zebras"); p["waits"] != "true" {
			t.Errorf("the spreadsheet says %v", p)
		}
	})
}

func TestMovedAndDroppedPromisesSayWhy(t *testing.T) {
	eachLanguage(t, func(t *testing.T, s *workshop.Session, w *assets.Words) {
		old := s.Plan.Promises[0].Due
		s.Plan.Promises[0].Status, s.Plan.Promises[0].Reason = workshop.Moved, "zebras"
		s.Plan.Promises[0].MovedFrom, s.Plan.Promises[0].Due = old, old.AddDays(40)
		s.Plan.Promises[1].Status, s.Plan.Promises[1].Reason = workshop.Dropped, "okapis"
		a := saidOf(t, s)
		a.prints(t, w.Date(old.AddDays(40)), w.Say("pdf.plan.moved", "date", w.Date(old), "reason", "zebras"), w.Say("pdf.plan.dropped", "reason", "okapis"))
		if p := a.item(t, "actions", "status", "moved"); p["reason"] != "zebras" || p["moved_from"] != old.String() {
			t.Errorf("the JSON says %v", p)
		}
		if p := a.row(t, "zebras"); p["status"] != "moved" || p["moved_from"] != old.String() || p["due"] != old.AddDays(40).String() {
			t.Errorf("the spreadsheet says %v", p)
		}
		if p := a.row(t, "okapis"); p["status"] != "dropped" {
			t.Errorf("the spreadsheet says %v", p)
		}
	})
}

func TestEvidenceIsNamedWhereverCustomersAre(t *testing.T) {
	for _, evidence := range []workshop.Evidence{workshop.Survey, workshop.PrivateBelief, workshop.GroupBelief} {
		of := sample.Full(workshop.English)
		of.Evidence = evidence
		s := sample.Session(of)
		s.Tally.Customers.Difference = evidence == workshop.Survey
		w, c := assets.WordsFor(workshop.English), s.Compare()
		badge := w.Say("chart.badge.group_belief")
		if evidence != workshop.GroupBelief {
			badge = w.Count("chart.badge."+string(evidence), *c.Respondents.Customers)
		}
		if c.DifferenceScore {
			badge += " " + w.Say("chart.badge.difference")
		}
		a := saidOf(t, s)
		const places = 5 // page one, mirror, gap, map, method
		if n := strings.Count(a.paper, badge); n != places {
			t.Errorf("%q stands in %d places; want %d", badge, n, places)
		}
		if a.tree["evidence"] != string(evidence) || a.tree["difference_score"] != c.DifferenceScore {
			t.Errorf("the JSON says %v, %v", a.tree["evidence"], a.tree["difference_score"])
		}
		if got := a.row(t, "evidence")["value"]; got != string(evidence) {
			t.Errorf("the spreadsheet says %s", got)
		}
		if got := a.row(t, "difference_score")["value"]; got != fmt.Sprint(c.DifferenceScore) {
			t.Errorf("the spreadsheet says %s", got)
		}
	}
}

func TestTheTrendIsEverywhere(t *testing.T) {
	eachLanguage(t, func(t *testing.T, s *workshop.Session, w *assets.Words) {
		a, trend := saidOf(t, s), s.Trend()
		a.prints(t, w.Say("pdf.section.trend"))
		if n := len(a.tree["trend"].([]any)); n != len(trend) || n != 3 {
			t.Errorf("the JSON has %d sessions; want %d", n, len(trend))
		}
		for _, p := range trend {
			a.prints(t, w.Say("chart.trend.month", "month", fmt.Sprintf("%02d", int(p.Date.Month)), "year", p.Date.Year))
			a.item(t, "trend", "date", p.Date.String())
		}
		a.prints(t, w.Say("chart.foresight.gap"), w.Say("chart.foresight.title",
			"then", w.Signed(*trend[1].PerceptionGap*100, 0), "now", w.Signed(*trend[2].PerceptionGap*100, 0)))
		first := trend[0]
		for _, b := range workshop.Behaviours() {
			was, is := trend[1].SayDo[b], trend[2].SayDo[b]
			a.prints(t, w.Signed(*is-*was, 1))
			if got := a.item(t, "trend", "date", trend[1].Date.String())["say_do_gap"].(map[string]any)[string(b)]; got != *was {
				t.Errorf("the JSON says %v of %s", got, b)
			}
			if got := a.row(t, trend[1].Date.String())["say_do_gap_"+string(b)]; got != fmt.Sprint(*was) {
				t.Errorf("the spreadsheet says %v of %s", got, b)
			}
		}
		changed, same := s.Themes[0].Key, s.Themes[1].Key
		means := a.item(t, "trend", "date", first.Date.String())["employees_mean"].(map[string]any)
		if means[string(changed)] != nil || means[string(same)] != *first.Means[same] {
			t.Errorf("the JSON says %v of a question that changed, %v of one that did not", means[string(changed)], means[string(same)])
		}
		if got := a.row(t, first.Date.String()); got["employees_mean_"+string(changed)] != "" || got["employees_mean_"+string(same)] != fmt.Sprint(*first.Means[same]) {
			t.Errorf("the spreadsheet says %v", got)
		}
		if got := a.row(t, first.Date.String()); got["same_question_"+string(changed)] != "false" || got["same_question_"+string(same)] != "true" {
			t.Errorf("the spreadsheet says %v of the questions", got)
		}
		a.prints(t, w.Say("chart.since.other_question"), w.Say("chart.trend.break"))
		if got := a.row(t, first.Date.String()); got["kept_employees"] != fmt.Sprint(*first.Kept.Employees.Share) || got["kept_customers"] != fmt.Sprint(*first.Kept.Customers.Share) {
			t.Errorf("the spreadsheet says %v", got)
		}
		then, interval := a.row(t, trend[1].Date.String()), trend[1].Exceeded.Employees.Interval
		if then["exceeded_employees_from"] != fmt.Sprint(interval[0]) || then["exceeded_employees_to"] != fmt.Sprint(interval[1]) {
			t.Errorf("the spreadsheet says %v, not %v", then, interval)
		}
	})
}

// Where a comparison would single somebody out, paper says so and no export tells more.
func TestRefusalIsEverywhere(t *testing.T) {
	eachLanguage(t, func(t *testing.T, s *workshop.Session, w *assets.Words) {
		whole := *s.Trend()[1].Kept.Employees.Share
		s.Earlier[1].Respondents.Employees++
		a, p := saidOf(t, s), s.Trend()[1]
		a.prints(t, w.Say("chart.since.refused"), strings.TrimSpace(chart.Refused(w, s.Trend())))
		then := a.item(t, "trend", "date", p.Date.String())
		kept := then["kept"].(map[string]any)["employees"].(map[string]any)
		if kept["share"] == whole || kept["share"] != *p.Kept.Employees.Share || kept["interval"] != nil || then["rounded_to"].(map[string]any)["employees"] != 0.1 {
			t.Errorf("the JSON says %v", then)
		}
		row := a.row(t, p.Date.String())
		if row["kept_employees"] != fmt.Sprint(*p.Kept.Employees.Share) || row["rounded_to_employees"] != "0.1" || row["kept_employees_from"]+row["kept_employees_to"] != "" {
			t.Errorf("the spreadsheet says %v", row)
		}
		for _, name := range []string{"employees_mean", "say_do_gap"} {
			for key, x := range then[name].(map[string]any) {
				if x != nil || row[name+"_"+key] != "" {
					t.Errorf("%s of %s is %v and %q", name, key, x, row[name+"_"+key])
				}
			}
		}
	})
}

func TestContractFistAndParkingAreInTheExports(t *testing.T) {
	s := sample.Session(sample.Full(workshop.English))
	a, line, parked := saidOf(t, s), s.Plan.Contract[0], s.Parking[0]
	mean, hands := s.Plan.FistMean()
	a.prints(t, line.Leader, parked.Text, parked.Fate.Reason,
		assets.WordsFor(workshop.English).Count("pdf.leader.fist", hands, "mean", assets.WordsFor(workshop.English).Number(mean, 1)))
	if l := a.item(t, "contract", "leader", line.Leader); l["behaviour"] != string(line.Behaviour) || l["note"] != line.Note {
		t.Errorf("the JSON says %v", l)
	}
	if l := a.row(t, line.Note); l["contract_behaviour"] != string(line.Behaviour) || l["leader"] != line.Leader {
		t.Errorf("the spreadsheet says %v", l)
	}
	if p := a.item(t, "parked", "text", parked.Text); p["fate"] != string(parked.Fate.Kind) || p["reason"] != parked.Fate.Reason {
		t.Errorf("the JSON says %v", p)
	}
	if p := a.row(t, parked.Text); p["said"] != "parked" || p["reason"] != parked.Fate.Reason {
		t.Errorf("the spreadsheet says %v", p)
	}
	if fist := a.tree["fist"].([]any); fist[4] != float64(s.Plan.Fist[4]) || a.row(t, "fist_hands")["value"] != fmt.Sprint(hands) {
		t.Errorf("the exports say %v", fist)
	}
}
