package workshop

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestThemeKeys(t *testing.T) {
	for key, want := range map[ThemeKey]bool{
		"a": true, "fair_reward": true, "theme-12": true, ThemeKey(strings.Repeat("a", 40)): true,
		"": false, "A": false, "a b": false, "é": false, "a.b": false, ThemeKey(strings.Repeat("a", 41)): false,
	} {
		if key.Valid() != want {
			t.Errorf("%q: valid = %v", key, key.Valid())
		}
	}
}

func TestCheckThemes(t *testing.T) {
	if err := CheckThemes(testThemes(16)); err != nil {
		t.Fatal(err)
	}
	for place, change := range map[string]func([]Theme){
		"themes[1].key":       func(themes []Theme) { themes[1].Key = "Voice" },
		"themes[2].key":       func(themes []Theme) { themes[2].Key = themes[0].Key },
		"themes[0].name":      func(themes []Theme) { themes[0].Name = nil },
		"themes[0].employees": func(themes []Theme) { themes[0].Employees = Text{} },
		"themes[0].customers": func(themes []Theme) { themes[0].Customers = Text{French: ""} },
	} {
		themes := testThemes(4)
		change(themes)
		err := CheckThemes(themes)
		var r *Refusal
		if !errors.As(err, &r) || r.Code != ErrInvalid.Code || r.Args["place"] != place {
			t.Errorf("%s: %v", place, err)
		}
	}
	if ThemeIndex(testThemes(4), "theme-3") != 3 || ThemeIndex(testThemes(4), "elsewhere") != -1 {
		t.Error("themes are not found by their keys")
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]Date{"": {}, "2026-11-21": {2026, time.November, 21}, "2028-02-29": {2028, time.February, 29}} {
		d, err := ParseDate(text)
		if err != nil || d != want || d.String() != text {
			t.Errorf("%q is %v, %v", text, d, err)
		}
		b, err := json.Marshal(d)
		var back Date
		if err != nil || json.Unmarshal(b, &back) != nil || back != want {
			t.Errorf("%q is written %s", text, b)
		}
	}
	for _, text := range []string{"2026-13-01", "2026-02-29", "21.11.2026", "2026-11-21T00:00:00Z", "soon"} {
		if _, err := ParseDate(text); !errors.Is(err, ErrInvalid) {
			t.Errorf("%q: %v", text, err)
		}
	}
	day := Date{2026, time.November, 21}
	if got := day.AddDays(90); got != (Date{2027, time.February, 19}) || !day.Before(got) || got.Before(day) || day.Before(day) {
		t.Errorf("90 days later: %v", got)
	}
}

func TestVoiceOrderFollowsTheWordsAlone(t *testing.T) {
	say := func(texts ...string) []Response {
		var responses []Response
		for _, text := range texts {
			responses = append(responses, Response{Statements: []Statement{{Text: text, Show: true}, {Text: "hidden"}}})
		}
		return responses
	}
	a, b := VoicesOf(say("one", "two", "three", "two")), VoicesOf(say("two", "three", "two", "one"))
	if len(a) != 4 || len(b) != 4 {
		t.Fatalf("%d and %d voices", len(a), len(b))
	}
	alphabetical := true
	for i := range a {
		if a[i].Text != b[i].Text || a[i].ID != i+1 {
			t.Errorf("voice %d: %+v and %+v", i, a[i], b[i])
		}
		alphabetical = alphabetical && (i == 0 || a[i-1].Text <= a[i].Text)
	}
	x, y := Voice{Text: "same", Named: "a"}, Voice{Text: "same", Named: "b"}
	if VoiceOrder(x, y) >= 0 || VoiceOrder(y, x) <= 0 || VoiceOrder(x, x) != 0 {
		t.Error("equal words are not ordered by the theme that was named")
	}
	if alphabetical {
		t.Error("the voices stand in alphabetical order, which looks like an order of people")
	}
}

func TestRefusals(t *testing.T) {
	filled := ErrBelowThreshold.With("count", 4).With("threshold", 5)
	if !errors.Is(filled, ErrBelowThreshold) || errors.Is(filled, ErrBoxFull) {
		t.Error("a filled refusal is not its sentinel")
	}
	if got := filled.Error(); !strings.HasPrefix(got, "Only 4 of at least 5 people") {
		t.Error(got)
	}
	if ErrBelowThreshold.Args != nil {
		t.Error("filling a refusal filled its sentinel")
	}
	cause := errors.New("disk on fire")
	because := filled.Because(cause)
	if !errors.Is(because, cause) || !errors.Is(because, ErrBelowThreshold) || because.Error() != filled.Error() {
		t.Errorf("with its cause: %v", because)
	}
}
