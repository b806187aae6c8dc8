package workshop

import (
	"slices"
	"testing"
)

func TestLanguagesByTheirForm(t *testing.T) {
	for lang, want := range map[Lang]bool{English: true, Swahili: true, "de": true, "": false, "e": false, "EN": false, "é": false, "eng": false, "e-": false} {
		if lang.Valid() != want {
			t.Errorf("%q: valid = %v", lang, !want)
		}
	}
	langs := []Lang{Swahili, "de", English, French}
	slices.SortFunc(langs, Lang.Compare)
	if want := []Lang{English, "de", French, Swahili}; !slices.Equal(langs, want) {
		t.Errorf("in the order %v, want %v", langs, want)
	}
}

func TestTextFallsBack(t *testing.T) {
	for _, c := range []struct {
		text           Text
		lang, fallback Lang
		want           string
	}{
		{Text{French: "oui", Swahili: "ndiyo"}, French, English, "oui"},
		{Text{French: "oui", Swahili: "ndiyo"}, English, Swahili, "ndiyo"},
		{Text{French: "oui", Swahili: "ndiyo"}, English, English, "oui"},
		{Text{French: "oui", Swahili: "ndiyo"}, Swahili, French, "ndiyo"},
		{Text{"de": "ja", French: "oui", English: "yes"}, Swahili, "", "yes"},
		{Text{"de": "ja", French: "oui", English: ""}, Swahili, "pl", "ja"},
		{Text{}, English, French, ""},
	} {
		for range 20 { // whatever order a map is read in
			if got := c.text.In(c.lang, c.fallback); got != c.want {
				t.Fatalf("%v in %s, else %s: %q", c.text, c.lang, c.fallback, got)
			}
		}
	}
}

func TestTextsCompare(t *testing.T) {
	text := Text{French: "oui", "de": "ja"}
	for _, c := range []struct {
		other Text
		want  bool
	}{
		{Text{French: "oui", "de": "ja", English: ""}, true},
		{Text{French: "oui"}, false},
		{Text{French: "oui", "de": "ja", English: "yes"}, false},
		{Text{French: "oui", "de": "doch"}, false},
		{nil, false},
	} {
		if text.Equal(c.other) != c.want || c.other.Equal(text) != c.want {
			t.Errorf("%v and %v: equal = %v", text, c.other, !c.want)
		}
	}
}
