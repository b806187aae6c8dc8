package exchange_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/exchange"
)

// written is a file of data with the members given, each as name and JSON, in that order.
func written(members ...string) string {
	var b strings.Builder
	b.WriteString(`{"format": "exceed-data/1"`)
	for i := 0; i+1 < len(members); i += 2 {
		fmt.Fprintf(&b, ",\n%q: %s", members[i], members[i+1])
	}
	return b.String() + "}\n"
}

const (
	someSession = `{"organisation": "Riverside Clinics", "kind": "public", "team": "Front desk", "date": "2026-11-21", "language": "fr", "threshold": 3, "voices_threshold": 6}`
	someThemes  = `[{"key": "reliability", "name": "Fiabilité", "employees": "Tenir parole.", "customers": "Tenir parole."},
 {"key": "voice", "name": "Voix", "employees": "Être entendus.", "customers": "Être entendus."}]`
	someEmployees = `[{"points": {"reliability": 3, "voice": 7}, "standing": {"reliability": -2, "voice": null}, "behaviours": {"cancels_meetings": 3, "coaches": 1},
 "voices": [{"text": " Ask us\r\nfirst ", "theme": "voice", "show": true}, {"text": "Only counted."}]}, {}]`
	someCustomers = `{"evidence": "survey", "responses": [{"points": {"reliability": 6}, "standing": {"reliability": -1.5}}, {"servqual": {"voice": {"e": 6, "p": 3}}}]}`
	someLeaders   = `{"order": ["voice", "reliability"], "standing": {"reliability": 1}, "behaviours": {"coaches": 3},
 "investment": {"currency": "KES", "employees": {"hours": 40, "money": 1000}, "customers": {"hours": 200, "money": 9000}}}`
	someActions = `[{"theme": "voice", "side": "customers", "kind": "stop", "what": "Guess", "owner": "Amina", "due": "2027-01-15", "measure": "m", "from": "1", "to": "2",
 "first_step": "f", "hours": 6, "money": 0, "agreed": true}]`
)

func readText(t *testing.T, text string) *exchange.Data {
	t.Helper()
	d, err := exchange.ReadData(t.Context(), strings.NewReader(text))
	if err != nil {
		t.Fatalf("ReadData: %v\n%s", err, text)
	}
	return d
}

func checkSome(t *testing.T, d *exchange.Data) {
	t.Helper()
	equal := func(what string, got, want any) {
		t.Helper()
		if g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); g != w {
			t.Errorf("%s is %s, want %s", what, g, w)
		}
	}
	equal("setup", d.Setup, workshop.Setup{
		Organisation: "Riverside Clinics", Kind: workshop.Public, Team: "Front desk", Date: workshop.Date{Year: 2026, Month: 11, Day: 21},
		Language: workshop.French, Threshold: 3, VoicesThreshold: 6, Currency: "KES",
	})
	equal("themes", d.Themes, []workshop.Theme{
		{Key: "reliability", Name: workshop.Text{"fr": "Fiabilité"}, Employees: workshop.Text{"fr": "Tenir parole."}, Customers: workshop.Text{"fr": "Tenir parole."}},
		{Key: "voice", Name: workshop.Text{"fr": "Voix"}, Employees: workshop.Text{"fr": "Être entendus."}, Customers: workshop.Text{"fr": "Être entendus."}},
	})
	equal("employees", d.Employees, "[{Ratings:{Points:[3 7] Standing:[-2 NaN]} Behaviours:[4 0 0 0 2 0 0 0 0]"+
		" Statements:[{Text:Ask us\nfirst Theme:voice Show:true} {Text:Only counted. Theme: Show:false}] Belief:<nil>}"+
		" {Ratings:{Points:[] Standing:[]} Behaviours:[0 0 0 0 0 0 0 0 0] Statements:[] Belief:<nil>}]")
	equal("evidence", d.Evidence, workshop.Survey)
	equal("customers", d.Customers, "[{Points:[6 0] Standing:[-1.5 NaN]} {Points:[] Standing:[NaN -1.5]}]")
	equal("difference", d.Difference, true)
	equal("leaders", d.Leaders, "{Order:[voice reliability] Standing:map[reliability:1] Behaviours:map[coaches:4]"+
		" Investment:{Currency:KES Employees:{Hours:40 Money:1000} Customers:{Hours:200 Money:9000}} Committed:true}")
	equal("promises", d.Promises, []workshop.Promise{{
		Theme: "voice", Side: workshop.CustomerSide, Kind: workshop.Stop, What: "Guess", Owner: "Amina", Due: workshop.Date{Year: 2027, Month: 1, Day: 15},
		Measure: "m", From: "1", To: "2", FirstStep: "f", Hours: 6, Agreed: true,
	}})
}

func TestReadDataInAnyOrder(t *testing.T) {
	members := []string{
		"session", someSession, "themes", someThemes, "employees", someEmployees,
		"customers", someCustomers, "leaders", someLeaders, "actions", someActions,
	}
	checkSome(t, readText(t, written(members...)))
	var backwards []string
	for i := len(members) - 2; i >= 0; i -= 2 {
		backwards = append(backwards, members[i], members[i+1])
	}
	checkSome(t, readText(t, written(backwards...)))
	checkSome(t, readText(t, "\uFEFF"+written(backwards...)))

	d, err := exchange.ReadData(t.Context(), iotest.OneByteReader(strings.NewReader(written(backwards...)))) // cannot seek
	if err != nil {
		t.Fatal(err)
	}
	checkSome(t, d)
}

func TestTheDescribedFormatIsRead(t *testing.T) {
	page, err := os.ReadFile("data.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```json\n")
	example, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("data.md has no example")
	}
	d := readText(t, example)
	if len(d.Employees) != 1 || len(d.Customers) != 2 || len(d.Promises) != 1 || !d.Difference {
		t.Errorf("the example was read as %+v", d)
	}
	for _, b := range workshop.Behaviours() {
		if !strings.Contains(string(page), "`"+string(b)+"`") {
			t.Errorf("data.md does not name %s", b)
		}
	}
}

func TestReadDataKnowsNoMinusZero(t *testing.T) {
	d := readText(t, written("session", `{"date": "2026-11-21"}`, "employees", `[{"standing": {"voice": -0, "growth": -0.0}}]`))
	for _, s := range d.Employees[0].Standing {
		if math.Signbit(s) && !math.IsNaN(s) {
			t.Errorf("a standing of %v was read", s)
		}
	}
}

func TestReadDataFillsIn(t *testing.T) {
	d := readText(t, written("session", `{"date": "2026-11-21"}`, "employees", `[{"points": {"voice": 1}}]`))
	if len(d.Themes) != len(assets.Themes()) || d.Employees[0].Points[workshop.ThemeIndex(d.Themes, "voice")] != 1 {
		t.Errorf("the themes that ship were not taken: %+v", d.Themes)
	}
	if u := d.Setup; u.Threshold != 5 || u.VoicesThreshold != 8 || u.Language != workshop.English || u.Kind != workshop.OtherKind {
		t.Errorf("the setup was not filled in: %+v", u)
	}
}

func TestReadDataRefuses(t *testing.T) {
	session := func(members string) string {
		return written("session", `{"date": "2026-11-21"`+members+`}`, "employees", "[]")
	}
	employee := func(answers string) string {
		return written("session", someSession, "themes", someThemes, "employees", "["+answers+"]")
	}
	with := func(name, value string) string {
		return written("session", someSession, "themes", someThemes, "employees", "[]", name, value)
	}
	for name, c := range map[string]struct {
		text string
		want error
		says string
	}{
		"nothing":             {"", exchange.ErrNotJSON, "/"},
		"no object":           {"[]", exchange.ErrWrongKind, "Line 1, /: here belongs {…}, not […]"},
		"not JSON":            {"{\n\n'a'}", exchange.ErrNotJSON, "Line 3, /"},
		"cut short":           {written("session", someSession)[:40], exchange.ErrNotJSON, "Line 2, /session"},
		"not UTF-8":           {session(`, "team": "` + "\xff" + `"`), exchange.ErrNotJSON, "/session/team"},
		"more":                {written("session", someSession, "employees", "[]") + "{}", exchange.ErrNotJSON, "more after the end"},
		"other format":        {`{"format": "exceed-results/1"}`, exchange.ErrNotData, "exceed-results/1"},
		"no format":           {`{"session": ` + someSession + `, "employees": []}`, exchange.ErrMissing, "“format”"},
		"no session":          {written("employees", "[]"), exchange.ErrMissing, "“session”"},
		"no employees":        {written("session", someSession), exchange.ErrMissing, "“employees”"},
		"no date":             {written("session", "{}", "employees", "[]"), exchange.ErrMissing, "“date”"},
		"bad date":            {session(`, "date": "21.11.2026"`), exchange.ErrTwice, "/session/date"},
		"impossible date":     {written("session", `{"date": "2026-02-30"}`), exchange.ErrOutOfRange, "/session/date: “2026-02-30” is not"},
		"unknown member":      {written("employes", "[]"), exchange.ErrUnknownField, "Line 2, /employes: “employes”"},
		"unknown setting":     {session(`, "treshold": 5`), exchange.ErrUnknownField, "“treshold”"},
		"unknown answer":      {employee(`{"point": {}}`), exchange.ErrUnknownField, "Line 5, /employees/0/point: “point”"},
		"unknown theme":       {employee(`{}, {"points": {"speed": 1}}`), exchange.ErrUnknownField, "/employees/1/points/speed"},
		"unknown behaviour":   {employee(`{"behaviours": {"shouts": 1}}`), exchange.ErrUnknownField, "shouts"},
		"unknown voice theme": {employee(`{"voices": [{"text": "a", "theme": "b"}]}`), exchange.ErrUnknownField, "/employees/0/voices/0/theme"},
		"twice":               {written("session", someSession, "session", someSession), exchange.ErrTwice, "Line 3, /session"},
		"points twice":        {employee(`{"points": {"voice": 1, "voice": 2}}`), exchange.ErrTwice, "/employees/0/points/voice"},
		"threshold":           {session(`, "threshold": 2`), exchange.ErrOutOfRange, "/session/threshold: 2 is not 3, 4 …"},
		"threshold zero":      {session(`, "threshold": 0`), exchange.ErrOutOfRange, "0 is not 3, 4 …"},
		"threshold broken":    {session(`, "threshold": 3.5`), exchange.ErrOutOfRange, "3.5"},
		"voices threshold":    {session(`, "voices_threshold": 4`), exchange.ErrOutOfRange, "4 is not 5, 6 …"},
		"kind":                {session(`, "kind": "club"`), exchange.ErrOutOfRange, "technology | public"},
		"language":            {session(`, "language": "xx"`), exchange.ErrOutOfRange, "“xx” is not en | "},
		"long name":           {session(`, "team": "` + strings.Repeat("é", 121) + `"`), exchange.ErrTooLong, "longer than 120"},
		"huge name":           {session(`, "team": "` + strings.Repeat("e", 100_000) + `"`), exchange.ErrTooLong, "longer than 120"},
		"number for text":     {session(`, "team": 7`), exchange.ErrWrongKind, "/session/team: here belongs \"…\", not 0…9"},
		"null":                {session(`, "team": null`), exchange.ErrWrongKind, "not null"},
		"deep":                {session(`, "team": ` + strings.Repeat("[", 20_000)), exchange.ErrNotJSON, "/session/team"},
		"no themes":           {written("session", someSession, "themes", "[]"), exchange.ErrOutOfRange, "/themes"},
		"too many themes":     {written("themes", "["+strings.Repeat(",{}", 17)[1:]+"]"), exchange.ErrMissing, "“key”"},
		"theme key":           {written("themes", `[{"key": "Big One"}]`), exchange.ErrOutOfRange, "“Big One”"},
		"theme twice":         {written("themes", strings.ReplaceAll(someThemes, `"voice"`, `"reliability"`)), exchange.ErrTwice, "/themes/1/key"},
		"theme halved":        {written("themes", `[{"key": "a", "name": "A", "employees": "E"}]`), exchange.ErrMissing, "/themes/0: “customers”"},
		"theme unsaid":        {written("themes", `[{"key": "a", "name": "  "}]`), exchange.ErrOutOfRange, "/themes/0/name"},
		"negative points":     {employee(`{"points": {"voice": -1}}`), exchange.ErrOutOfRange, "-1 is not ≥ 0"},
		"endless points":      {employee(`{"points": {"voice": 1e999}}`), exchange.ErrOutOfRange, "1e999"},
		"standing":            {employee(`{"standing": {"voice": 3.01}}`), exchange.ErrOutOfRange, "/employees/0/standing/voice: 3.01 is not -3 … 3"},
		"behaviour":           {employee(`{"behaviours": {"coaches": 5}}`), exchange.ErrOutOfRange, "5 is not 0, 1 … 4"},
		"four voices":         {employee(`{"voices": [{"text":"a"},{"text":"b"},{"text":"c"},{"text":"d"}]}`), exchange.ErrTooMany, "more than 3"},
		"empty voice":         {employee(`{"voices": [{"text": "\u202e"}]}`), exchange.ErrOutOfRange, "/voices/0/text"},
		"no text":             {employee(`{"voices": [{"show": true}]}`), exchange.ErrMissing, "“text”"},
		"long voice":          {employee(`{"voices": [{"text": "` + strings.Repeat("a", 281) + `"}]}`), exchange.ErrTooLong, "280"},
		"show":                {employee(`{"voices": [{"text": "a", "show": "yes"}]}`), exchange.ErrWrongKind, "true/false"},
		"evidence":            {with("customers", `{"evidence": "guess"}`), exchange.ErrOutOfRange, "survey | private_belief | group_belief"},
		"no evidence":         {with("customers", `{"responses": []}`), exchange.ErrMissing, "“evidence”"},
		"two beliefs":         {with("customers", `{"evidence": "group_belief", "responses": [{}, {}]}`), exchange.ErrOneBelief, "not 2"},
		"no belief":           {with("customers", `{"evidence": "group_belief"}`), exchange.ErrOneBelief, "not 0"},
		"both scales":         {with("customers", `{"evidence": "survey", "responses": [{"standing": {}, "servqual": {}}]}`), exchange.ErrTwice, "/customers/responses/0/servqual"},
		"half a servqual":     {with("customers", `{"evidence": "survey", "responses": [{"servqual": {"voice": {"e": 7}}}]}`), exchange.ErrMissing, "/servqual/voice: “p”"},
		"servqual scale":      {with("customers", `{"evidence": "survey", "responses": [{"servqual": {"voice": {"e": 8, "p": 1}}}]}`), exchange.ErrOutOfRange, "8 is not 1 … 7"},
		"order twice":         {with("leaders", `{"order": ["voice", "voice"]}`), exchange.ErrTwice, "/leaders/order/1"},
		"order empty":         {with("leaders", `{"order": [""]}`), exchange.ErrUnknownField, "/leaders/order/0"},
		"negative hours":      {with("leaders", `{"investment": {"employees": {"hours": -1}}}`), exchange.ErrOutOfRange, "/hours"},
		"promise without who": {with("actions", strings.ReplaceAll(someActions, `"owner": "Amina", `, "")), exchange.ErrMissing, "/actions/0: “owner”"},
		"promise to nobody":   {with("actions", strings.ReplaceAll(someActions, `"customers"`, `"friends"`)), exchange.ErrOutOfRange, "employees | customers"},
		"promise unknown":     {with("actions", `[{"status": "done"}]`), exchange.ErrUnknownField, "“status”"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := exchange.ReadData(t.Context(), strings.NewReader(c.text))
			if d != nil || err == nil {
				t.Fatalf("it was taken in: %+v", d)
			}
			if !isRefusal(err, c.want) || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "{{") {
				t.Errorf("got %q\nwant %q with %q", err, c.want, c.says)
			}
		})
	}
}

func isRefusal(err, want error) bool {
	r, ok := err.(*workshop.Refusal)
	return ok && r.Is(want)
}

func TestReadDataLimits(t *testing.T) {
	head := written("session", `{"date": "2026-11-21"}`, "employees", "[{}")
	head = head[:len(head)-len("}\n")]
	full := head + strings.Repeat(",{}", exchange.MaxResponses-1) + "]}"
	if d := readText(t, full); len(d.Employees) != exchange.MaxResponses {
		t.Errorf("%d responses were read", len(d.Employees))
	}
	if _, err := exchange.ReadData(t.Context(), strings.NewReader(head+strings.Repeat(",{}", exchange.MaxResponses)+"]}")); !isRefusal(err, exchange.ErrTooMany) {
		t.Errorf("one response too many: %v", err)
	}
	blank := strings.Repeat(" ", exchange.MaxDataBytes-len(full))
	if _, err := exchange.ReadData(t.Context(), strings.NewReader(full+blank)); err != nil {
		t.Errorf("a file of exactly the limit: %v", err)
	}
	if _, err := exchange.ReadData(t.Context(), strings.NewReader(full+blank+" ")); !isRefusal(err, exchange.ErrTooBig) {
		t.Errorf("a byte too many: %v", err)
	}
	if _, err := exchange.ReadData(t.Context(), iotest.ErrReader(io.ErrNoProgress)); !isRefusal(err, exchange.ErrUnreadable) {
		t.Errorf("a broken medium: %v", err)
	}
}

// Whoever cancels waits for no more than what was read by then.
func TestCancelledReadingEnds(t *testing.T) {
	cancelled := func(text string) (context.Context, io.Reader) {
		ctx, cancel := context.WithCancel(t.Context())
		return ctx, &cancelling{*strings.NewReader(text), cancel}
	}
	if _, err := exchange.ReadData(cancelled(string(crowd(5000)))); !errors.Is(err, context.Canceled) {
		t.Errorf("data: %v", err)
	}
	if _, err := exchange.ReadSheet(cancelled("voice\n1\n2\n")); !errors.Is(err, context.Canceled) {
		t.Errorf("a sheet: %v", err)
	}
}

// cancelling is a text that is cancelled while it is read.
type cancelling struct {
	strings.Reader
	cancel func()
}

func (c *cancelling) Read(p []byte) (int, error) {
	c.cancel()
	return c.Reader.Read(p)
}

// crowd is a file of n employees and n customers on twelve themes, deterministic.
func crowd(n int) []byte {
	random := rand.New(rand.NewPCG(1, 2))
	themes := assets.Themes()
	var b bytes.Buffer
	b.WriteString(`{"format":"exceed-data/1","session":{"organisation":"Riverside Clinics","team":"All","date":"2026-11-21"},"employees":[`)
	ratings := func(count int) {
		b.WriteString(`{"points":{`)
		for i := range 3 {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `"%s":%d`, themes[(count+i*5)%12].Key, 1+random.IntN(5))
		}
		b.WriteString(`},"standing":{`)
		for i := range 9 {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `"%s":%d`, themes[i].Key, random.IntN(7)-3)
		}
		b.WriteString(`}`)
	}
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		ratings(i)
		b.WriteString(`,"behaviours":{"coaches":2,"listens":3}}`)
	}
	b.WriteString(`]}`)
	return b.Bytes()
}

func BenchmarkReadData(b *testing.B) {
	for _, n := range []int{12, 5_000, 200_000} {
		text := crowd(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := exchange.ReadData(b.Context(), bytes.NewReader(text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func FuzzReadData(f *testing.F) {
	f.Add([]byte(written("actions", someActions, "leaders", someLeaders, "customers", someCustomers, "employees", someEmployees, "themes", someThemes, "session", someSession)))
	f.Add([]byte(written("session", `{"date": "2026-11-21"}`, "employees", `[{"points": {"voice": 1}}]`)))
	f.Add([]byte(`{"format": "exceed-results/1"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := exchange.ReadData(t.Context(), bytes.NewReader(text))
		if (d == nil) == (err == nil) {
			t.Fatalf("neither data nor an error, or both: %v, %v", d, err)
		}
		if err != nil {
			r, ok := err.(*workshop.Refusal)
			if !ok {
				t.Fatalf("%q is no refusal", err)
			}
			for _, name := range regexp.MustCompile(`{{\.(\w+)}}`).FindAllStringSubmatch(r.Text, -1) {
				if r.Args[name[1]] == nil {
					t.Fatalf("%q lacks %s", err, name[1])
				}
			}
			return
		}
		if err := d.Setup.Check("session"); err != nil {
			t.Fatal(err)
		}
		if err := workshop.CheckThemes(d.Themes); err != nil {
			t.Fatal(err)
		}
		for _, e := range d.Employees {
			if err := e.Check("employees", d.Themes); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestAnImportSuggestsThemes(t *testing.T) {
	d := &exchange.Data{Setup: workshop.Setup{Threshold: 3, VoicesThreshold: 5, Language: workshop.English}, Themes: assets.Themes()}
	for range 5 {
		d.Employees = append(d.Employees, workshop.Response{Statements: []workshop.Statement{{Text: "Our wages are too low.", Show: true}}})
	}
	s, err := d.Session(t.Context(), "1")
	if err != nil {
		t.Fatal(err)
	}
	var results struct {
		Voices []struct{ Suggested []workshop.ThemeKey }
	}
	var b bytes.Buffer
	if err := exchange.WriteResults(&b, s); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &results); err != nil {
		t.Fatal(err)
	}
	if len(results.Voices) != 5 || len(results.Voices[0].Suggested) == 0 || results.Voices[0].Suggested[0] != "reward" {
		t.Errorf("exported %+v, want five voices with reward first", results.Voices)
	}
}
