package workshop

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"time"
)

func TestFollowContinuesTheSeries(t *testing.T) {
	first := revealed(t, 4, employees(times(8, rate([]float64{4, 3, 2, 1}, []float64{-1, 0, 1, 2}))...), nil, NoEvidence)
	first.Setup.Date, first.Rehearsal = Date{2025, time.November, 21}, true
	second, err := first.Follow("next", Date{2026, time.November, 21})
	if err != nil {
		t.Fatal(err)
	}
	if second.ID != "next" || second.State != Prepare || second.Tally != nil || len(second.Earlier) != 1 || second.Setup.Date.Year != 2026 {
		t.Errorf("the next session is %+v", second)
	}
	if !second.Rehearsal {
		t.Error("a rehearsal is followed by a real session")
	}
	if got := second.Trend(); len(got) != 1 || got[0].Date.Year != 2025 || *got[0].Kept.Employees.Share != .6 {
		t.Errorf("the trend of what is prepared: %+v", got)
	}
	if _, err := second.Follow("third", Date{}); !errors.Is(err, ErrIllegalMove) {
		t.Errorf("what is not revealed was followed: %v", err)
	}

	second.Themes[1].Customers = Text{English: "Other words."}
	second.Themes[2].Name = Text{English: "Another name"}
	if err := second.ImportCounted(employees(times(6, rate([]float64{1, 1, 1, 1}, []float64{1, 1, 1, -1}))...), nil); err != nil {
		t.Fatal(err)
	}
	trend := second.Trend()
	if len(trend) != 2 || trend[0].Respondents.Employees != 8 || trend[1].Respondents.Employees != 6 {
		t.Fatalf("the trend %+v", trend)
	}
	for key, want := range map[ThemeKey]bool{"theme-0": true, "theme-1": false, "theme-2": true, "theme-3": true} {
		if trend[0].SameQuestions[key] != want || !trend[1].SameQuestions[key] {
			t.Errorf("%s: same question then %v, now %v", key, trend[0].SameQuestions[key], trend[1].SameQuestions[key])
		}
	}
	third, err := second.Follow("third", Date{2027, time.November, 21})
	if err != nil || len(third.Earlier) != 2 || third.Earlier[0].Date.Year != 2025 {
		t.Errorf("the third of the series: %v, %+v", err, third.Earlier)
	}
}

func TestPointKeepsOnlyWhatPassedTheThreshold(t *testing.T) {
	ratings := append(times(5, rate([]float64{1, 1}, []float64{-1, 1})), times(4, rate([]float64{1, 1}, []float64{-2, missing}))...)
	p := revealed(t, 2, employees(ratings...), TallySide(2, 5, ratings[5:]), Survey).Point()
	isNear(t, "mean", p.Means[0].Employees, (-5.-8)/9)
	if p.Means[1].Employees == nil || p.Means[0].Customers != nil || p.Means[1].Customers != nil || p.Kept.Customers.Share != nil {
		t.Errorf("the point keeps four customers: %+v", p)
	}
}

func TestPointKeepsForesightAndSayDoGaps(t *testing.T) {
	responses := employees(times(6, rate([]float64{4, 3, 2, 1}, []float64{-1, 0, 1, 2}))...)
	for i := range responses {
		responses[i].Behaviours[Coaches.Index()] = Seldom
	}
	responses[0].Behaviours[Listens.Index()] = Always // one of six: suppressed
	s := revealed(t, 4, responses, nil, NoEvidence)
	s.Leaders = Leaders{
		Order:      []ThemeKey{"theme-0", "theme-1", "theme-3", "theme-2"},
		Standing:   map[ThemeKey]float64{"theme-0": 1, "theme-1": 1, "theme-2": 1, "theme-3": -1},
		Behaviours: map[Behaviour]Frequency{Coaches: Often, Listens: Often},
	}
	next, err := s.Follow("next", Date{2027, time.November, 21})
	if err != nil {
		t.Fatal(err)
	}
	p := next.Trend()[0]
	isNear(t, "perception gap", p.PerceptionGap, .9-.6)
	isNear(t, "order", p.LeadersOrder, 4./6)
	isNear(t, "say–do gap", p.SayDo[Coaches], 2)
	isNear(t, "mean", p.Means["theme-3"], 2)
	if len(p.SayDo) != BehaviourCount || p.SayDo[Listens] != nil || p.SayDo[Micromanages] != nil {
		t.Errorf("say–do gaps that nobody knows: %v", p.SayDo)
	}
}

// An older Exceed kept no foresight, no say–do gaps and no threshold of an earlier session.
func TestAnOlderFileOpens(t *testing.T) {
	old := `{"id":"x","state":"prepare","setup":{"organisation":"","kind":"other","team":"","facilitator":"","date":"2026-11-21","language":"en","threshold":5,"voices_threshold":8},
		"themes":[{"key":"a","name":{"en":"A"},"employees":{"en":"E."},"customers":{"en":"C."}}],"customers":{},"leaders":{"investment":{"employees":{"hours":0,"money":0},"customers":{"hours":0,"money":0}}},"priorities":{},"plan":{"fist":[0,0,0,0,0,0]},
		"earlier":[{"id":"w","date":"2025-11-21","kept":{"employees":{"share":0.4,"interval":[0.3,0.5]},"customers":null},"exceeded":{"employees":{"share":0.1,"interval":null},"customers":null},
		"perception_gap":0.25,"respondents":{"employees":9,"customers":null},"questions":[{"key":"a","name":{"en":"A"},"employees":{"en":"E."},"customers":{"en":"C."}}],"means":[{"key":"a","employees":-0.5,"customers":null}]}]}`
	var s Session
	if err := json.Unmarshal([]byte(old), &s); err != nil {
		t.Fatal(err)
	}
	p := s.Trend()[0]
	isNear(t, "kept", p.Kept.Employees.Share, .4)
	isNear(t, "perception gap", p.PerceptionGap, .25)
	isNear(t, "mean", p.Means["a"], -.5)
	if p.LeadersOrder != nil || p.SayDo[Coaches] != nil || p.RoundedTo != (RoundedTo{}) {
		t.Errorf("what was not kept is %v, %v, %v", p.LeadersOrder, p.SayDo, p.RoundedTo)
	}
	if err := s.ImportCounted(employees(times(7, rate([]float64{1}, []float64{1}))...), nil); err != nil {
		t.Fatal(err)
	}
	if p := s.Trend()[0]; p.RoundedTo.Employees != .2 || p.Means["a"] != nil {
		t.Errorf("beside two fewer the earlier session is rounded to %v", p.RoundedTo)
	}
}

func TestDeparturesFromTheSessionBefore(t *testing.T) {
	first := revealed(t, 5, employees(times(8, rate([]float64{4, 3, 2, 1, 0}, []float64{-1, 0, 1, 2, 0}))...), nil, NoEvidence)
	if changed, added, left := first.Departures(); changed != nil || added != nil || left != nil || first.PutBack("theme-0", 0) != nil {
		t.Error("the first session of a series departs from something")
	}
	s, err := first.Follow("next", Date{2027, time.November, 21})
	if err != nil {
		t.Fatal(err)
	}
	themes := slices.Delete(slices.Clone(s.Themes), 4, 5)
	themes[1].Customers, themes[2].Name = Text{English: "Other words."}, Text{English: "Another name"}
	themes = append(themes, Theme{Key: "own", Name: Text{English: "Own"}, Employees: Text{English: "E."}, Customers: Text{English: "C."}})
	if err := s.SetThemes(themes, 0); err != nil {
		t.Fatal(err)
	}
	want := [3][]ThemeKey{{"theme-1"}, {"own"}, {"theme-4"}}
	changed, added, left := s.Departures()
	for i, got := range [3][]ThemeKey{changed, added, left} {
		if !slices.Equal(got, want[i]) {
			t.Errorf("departures %v, want %v", got, want[i])
		}
	}
	for _, key := range []ThemeKey{"theme-1", "theme-4", "own"} {
		if err := s.PutBack(key, 0); err != nil {
			t.Fatal(err)
		}
	}
	if changed, added, left := s.Departures(); changed != nil || len(added) != 1 || left != nil {
		t.Errorf("put back, it departs in %v, %v, %v", changed, added, left)
	}
	if s.Themes[2].Name.In(English, English) != "Another name" || len(s.Themes) != 6 {
		t.Errorf("put back, the themes are %v", s.Themes)
	}
	s.Themes[1].Customers = Text{English: "Other words."}
	if err := s.PutBack("theme-1", 3); !errors.Is(err, ErrQuestionsLocked) {
		t.Errorf("with three answers in the box it is put back: %v", err)
	}
}
