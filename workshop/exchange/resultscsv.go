package exchange

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"exceed/workshop"
)

// WriteResultsCSV writes a revealed session as a sheet for a spreadsheet (RFC 4180, UTF-8, comma, decimal point). It has
// eight tables, each with a row of names, parted by an empty row: the session's figures (name, value), the themes, the
// behaviours, the promises, what the team has seen of them, the behaviour contract, what was said (voices, parked items), the trend. Every row has as many cells as the widest table. A suppressed figure is an empty cell.
// Names are those of exceed-results/1. Text that a spreadsheet would run gets an apostrophe. ErrNotRevealed.
func WriteResultsCSV(w io.Writer, s *workshop.Session) error {
	c, err := comparison(s)
	if err != nil {
		return err
	}
	var t table
	t.session(s, c)
	t.rows = append(t.rows, nil)
	t.themes(s, c)
	t.rows = append(t.rows, nil)
	t.behaviours(c)
	t.rows = append(t.rows, nil)
	t.promises(s)
	t.rows = append(t.rows, nil)
	t.pulses(s)
	t.rows = append(t.rows, nil)
	t.contract(s)
	t.rows = append(t.rows, nil)
	t.said(s)
	t.rows = append(t.rows, nil)
	t.trend(s)
	return t.write(w)
}

// table collects rows of any width.
type table struct{ rows [][]string }

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) write(w io.Writer) error {
	width := 0
	for _, row := range t.rows {
		width = max(width, len(row))
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range t.rows {
		if err := out.Write(append(row[:len(row):len(row)], make([]string, width-len(row))...)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func (t *table) session(s *workshop.Session, c *workshop.Comparison) {
	t.add("name", "value")
	t.add("organisation", harmless(s.Setup.Organisation))
	t.add("team", harmless(s.Setup.Team))
	t.add("date", s.Setup.Date.String())
	t.add("state", string(s.State))
	t.add("rehearsal", strconv.FormatBool(s.Rehearsal))
	t.add("threshold", strconv.Itoa(s.Setup.Threshold))
	t.add("respondents_employees", strconv.Itoa(c.Respondents.Employees))
	t.add("respondents_customers", count(c.Respondents.Customers))
	t.add("evidence", string(c.Evidence))
	t.add("difference_score", strconv.FormatBool(c.DifferenceScore))
	for _, sides := range []struct {
		name string
		workshop.Sides
	}{{"kept", c.Kept}, {"exceeded", c.Exceeded}} {
		customers := workshop.Share{}
		if sides.Customers != nil {
			customers = *sides.Customers
		}
		for _, side := range []struct {
			name string
			workshop.Share
		}{{"employees", sides.Employees}, {"customers", customers}} {
			name := sides.name + "_" + side.name
			low, high := ends(side.Interval)
			t.add(name, figure(side.Share.Share))
			t.add(name+"_from", low)
			t.add(name+"_to", high)
		}
	}
	t.add("predicted_kept", figure(c.PredictedKept))
	t.add("perception_gap", figure(c.PerceptionGap))
	t.add("tau_b_employees_customers", tau(c.Order.EmployeesCustomers))
	t.add("tau_b_leaders_employees", tau(c.Order.LeadersEmployees))
	t.add("top_three_stable", yes(c.TopThreeStable))
	n := s.CountFates()
	for _, voices := range []struct {
		name string
		n    int
	}{
		{"acted_on", n.ActedOn},
		{"parked", n.Parked},
		{"declined", n.Declined},
		{undecided, n.Undecided},
		{"hidden", n.Hidden},
		{"counted_only", n.CountedOnly},
	} {
		t.add("voices_"+voices.name, strconv.Itoa(voices.n))
	}
	if mean, hands := s.Plan.FistMean(); hands > 0 {
		t.add("fist_mean", figure(&mean))
		t.add("fist_hands", strconv.Itoa(hands))
	}
	t.add("currency", harmless(c.Investment.Currency))
	t.add("hours_employees", figure(&c.Investment.Employees.Hours))
	t.add("hours_customers", figure(&c.Investment.Customers.Hours))
	t.add("hours_ratio", figure(c.Investment.HoursRatio))
	t.add("money_employees", figure(&c.Investment.Employees.Money))
	t.add("money_customers", figure(&c.Investment.Customers.Money))
	t.add("money_ratio", figure(c.Investment.MoneyRatio))
}

func (t *table) themes(s *workshop.Session, c *workshop.Comparison) {
	names := []string{"theme", "theme_name"}
	for _, side := range []string{"employees_", "customers_"} {
		for _, name := range []string{
			"suppressed", "n", "weight", "mean", "mean_from", "mean_to", "below", "as_expected", "above",
			"kept", "kept_from", "kept_to", "rwg", "adm", "split",
		} {
			names = append(names, side+name)
		}
	}
	t.add(append(names,
		"modelling_gap", "modelling_gap_from", "modelling_gap_to", "field", "clear",
		"focus", "focus_rank", "one_voice_from", "one_voice_to", "leaders_standing", "leaders_rank",
		"dots", "focus_place", "left_behind_first", "left_behind_divides", "left_behind_reason")...)
	behind := map[workshop.ThemeKey]workshop.LeftBehind{}
	for _, l := range s.Priorities.LeftBehind(c) {
		behind[l.Theme.Key] = l
	}
	for _, f := range c.Themes {
		row := append([]string{string(f.Key), harmless(f.Name)}, sideCells(&f.Employees)...)
		row = append(row, sideCells(f.Customers)...)
		gapFrom, gapTo := ends(f.ModellingGapInterval)
		field, oneVoice := "", [2]string{}
		if f.Field != nil {
			field = string(*f.Field)
		}
		if f.OneVoice != nil {
			oneVoice = [2]string{strconv.Itoa(f.OneVoice[0]), strconv.Itoa(f.OneVoice[1])}
		}
		dots, place, first, divides := "", "", "", ""
		if n, given := s.Priorities.Dots[f.Key]; given {
			dots = strconv.Itoa(n)
		}
		if i := slices.Index(s.Priorities.Focus, f.Key); i >= 0 {
			place = strconv.Itoa(i + 1)
		}
		l, left := behind[f.Key]
		if left {
			first, divides = strconv.FormatBool(l.First), strconv.FormatBool(l.Divides)
		}
		t.add(append(row,
			figure(f.ModellingGap), gapFrom, gapTo, field, yes(f.Clear), figure(f.Focus), count(f.FocusRank),
			oneVoice[0], oneVoice[1], figure(f.LeadersStanding), count(f.LeadersRank),
			dots, place, first, divides, harmless(l.Reason))...)
	}
}

// sideCells are empty where there is no such side.
func sideCells(f *workshop.SideFigures) []string {
	if f == nil {
		return make([]string, 15)
	}
	meanFrom, meanTo := ends(f.Interval)
	keptFrom, keptTo := ends(f.KeptInterval)
	return []string{
		strconv.FormatBool(f.Suppressed), count(f.N), figure(f.Weight), figure(f.Mean), meanFrom, meanTo,
		figure(f.Below), figure(f.AsExpected), figure(f.Above), figure(f.Kept), keptFrom, keptTo,
		figure(f.RWG), figure(f.ADM), yes(f.Split),
	}
}

func (t *table) behaviours(c *workshop.Comparison) {
	t.add("behaviour", "less_of", "suppressed", "n", "mean", "leaders", "say_do_gap")
	for _, b := range c.Behaviours {
		t.add(string(b.Key), strconv.FormatBool(b.LessOf), strconv.FormatBool(b.Suppressed), count(b.N), figure(b.Mean),
			count(b.Leaders), figure(b.SayDoGap))
	}
}

func (t *table) promises(s *workshop.Session) {
	t.add("promise_theme", "side", "kind", "what", "owner", "due", "measure", "from", "to", "first_step", "hours", "money",
		"agreed", "waits", "override", "status", "reason", "moved_from")
	for _, p := range s.Plan.InFocusOrder(s.Priorities.Focus) {
		status := p.Status
		if status == workshop.Open {
			status = "open"
		}
		t.add(string(p.Theme), string(p.Side), string(p.Kind), harmless(p.What), harmless(p.Owner), p.Due.String(),
			harmless(p.Measure), harmless(p.From), harmless(p.To), harmless(p.FirstStep), figure(&p.Hours), figure(&p.Money),
			strconv.FormatBool(p.Agreed), strconv.FormatBool(s.Plan.Waits(p)), harmless(p.Override),
			string(status), harmless(p.Reason), p.MovedFrom.String())
	}
}

// pulses holds a row for each promise and each time that the team was asked, latest first.
func (t *table) pulses(s *workshop.Session) {
	t.add("seen_of", "date", "suppressed", "n", "seen", "partly", "not_yet")
	for _, p := range s.Plan.InFocusOrder(s.Priorities.Focus) {
		for _, r := range resultPulses(s, p.ID) {
			t.add(harmless(p.What), r.Date.String(), strconv.FormatBool(r.Suppressed), count(r.N), count(r.Seen), count(r.Partly), count(r.NotYet))
		}
	}
}

// said holds the voices that may be shown and the parked items, a row each.
func (t *table) said(s *workshop.Session) {
	t.add("said", "what", "theme", "fate", "reason")
	text := func(x *string) string {
		if x == nil {
			return ""
		}
		return harmless(*x)
	}
	for _, v := range resultVoices(s) {
		theme := ""
		if v.Theme != nil {
			theme = string(*v.Theme)
		}
		t.add("voice", harmless(v.Text), theme, v.Fate, text(v.Reason))
	}
	for _, p := range resultsParked(s) {
		t.add("parked", harmless(p.Text), "", p.Fate, text(p.Reason))
	}
}

func (t *table) contract(s *workshop.Session) {
	t.add("contract_behaviour", "less_of", "leader", "note")
	for _, l := range s.Plan.Contract {
		t.add(string(l.Behaviour), strconv.FormatBool(l.Behaviour.LessOf()), harmless(l.Leader), harmless(l.Note))
	}
}

// trend holds a row for each session of the series, this one last.
func (t *table) trend(s *workshop.Session) {
	names := []string{
		"trend_date", "evidence", "respondents_employees", "respondents_customers",
		"kept_employees", "kept_employees_from", "kept_employees_to", "kept_customers", "kept_customers_from", "kept_customers_to",
		"exceeded_employees", "exceeded_employees_from", "exceeded_employees_to",
		"exceeded_customers", "exceeded_customers_from", "exceeded_customers_to",
		"perception_gap", "tau_b_leaders_employees", "rounded_to_employees", "rounded_to_customers",
	}
	for _, theme := range s.Themes {
		names = append(names, "employees_mean_"+string(theme.Key), "same_question_"+string(theme.Key))
	}
	for _, b := range workshop.Behaviours() {
		names = append(names, "say_do_gap_"+string(b))
	}
	t.add(names...)
	for _, p := range s.Trend() {
		row := []string{p.Date.String(), string(p.Evidence), strconv.Itoa(p.Respondents.Employees), count(p.Respondents.Customers)}
		for _, share := range []*workshop.Share{&p.Kept.Employees, p.Kept.Customers, &p.Exceeded.Employees, p.Exceeded.Customers} {
			if share == nil {
				share = &workshop.Share{}
			}
			low, high := ends(share.Interval)
			row = append(row, figure(share.Share), low, high)
		}
		row = append(row, figure(p.PerceptionGap), figure(p.LeadersOrder), figure(given(p.RoundedTo.Employees)), figure(given(p.RoundedTo.Customers)))
		for _, theme := range s.Themes {
			row = append(row, figure(p.Means[theme.Key]), strconv.FormatBool(p.SameQuestions[theme.Key]))
		}
		for _, b := range workshop.Behaviours() {
			row = append(row, figure(p.SayDo[b]))
		}
		t.add(row...)
	}
}

// harmless is a text that no spreadsheet runs as a formula: one that starts like a formula gets an apostrophe before it,
// which spreadsheets show as text. Plain numbers stay numbers. What white space hides is looked behind.
func harmless(text string) string {
	bare := strings.TrimLeft(text, " \u00A0\n")
	if bare == "" || !strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(bare)[0]) {
		return text
	}
	if _, err := strconv.ParseFloat(text, 64); err == nil && strings.Trim(text, "0123456789.-+eE") == "" {
		return text
	}
	return "'" + text
}

func figure(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'g', -1, 64)
}

func count(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func yes(b *bool) string {
	if b == nil {
		return ""
	}
	return strconv.FormatBool(*b)
}

func ends(v *workshop.Interval) (low, high string) {
	if v == nil {
		return "", ""
	}
	return figure(&v[0]), figure(&v[1])
}

func tau(o *workshop.RankOrder) string {
	if o == nil {
		return ""
	}
	return figure(o.TauB)
}
