package exchange_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"exceed/workshop"
	"exceed/workshop/exchange"
)

func mirror(keys ...workshop.ThemeKey) []workshop.Theme {
	var themes []workshop.Theme
	for _, key := range keys {
		text := workshop.Text{"en": strings.ToUpper(string(key[:1])) + string(key[1:])}
		themes = append(themes, workshop.Theme{Key: key, Name: text, Employees: text, Customers: text})
	}
	return themes
}

func sheet(t *testing.T, text string) *exchange.Sheet {
	t.Helper()
	s, err := exchange.ReadSheet(t.Context(), strings.NewReader(text))
	if err != nil {
		t.Fatalf("ReadSheet(%q): %v", text, err)
	}
	return s
}

func TestSheetsAsToolsWriteThem(t *testing.T) {
	themes := mirror("voice", "reliability")
	rows := "1.5,-1,4\n2,0.5,6\n3,3,0\n"
	for name, text := range map[string]string{
		"comma":         "voice,reliability,voice points\n" + rows,
		"windows":       "\uFEFFVoice,Reliability,Voice (points)\r\n" + strings.ReplaceAll(rows, "\n", "\r\n"),
		"semicolon":     "voice standing;Reliability;voice_pts\n" + strings.ReplaceAll(strings.ReplaceAll(rows, ",", ";"), ".", ","),
		"tab":           "VOICE\treliability standing\tpoints: voice\n" + strings.ReplaceAll(rows, ",", "\t"),
		"quoted, minus": "\"voice\",\"reliability\",\"voice\npoints\"\n" + strings.ReplaceAll(rows, "-1", "\"−1\""),
		"windows-1252":  "voice,reliability,voice points,caf\xe9\n" + strings.ReplaceAll(rows, "\n", ",\xe9t\xe9\n"),
		"empty rows":    "voice,reliability,voice points\n" + strings.ReplaceAll(rows, "\n", "\n,,\n\n"),
	} {
		t.Run(name, func(t *testing.T) {
			s := sheet(t, text)
			if s.Rows != 3 {
				t.Errorf("%d rows", s.Rows)
			}
			side, err := s.Tally(s.Suggest(themes), themes, 3)
			if err != nil {
				t.Fatalf("%v: %+v", err, s.Suggest(themes))
			}
			if got := *side.Themes[0].Mean; math.Abs(got-6.5/3) > 1e-12 {
				t.Errorf("voice has mean %v", got)
			}
			if got := *side.Themes[1].Mean; math.Abs(got-2.5/3) > 1e-12 {
				t.Errorf("reliability has mean %v", got)
			}
			if side.Respondents != 3 || side.Difference {
				t.Errorf("the side is %+v", side)
			}
		})
	}
}

func TestSheetOfServqual(t *testing.T) {
	themes := mirror("voice", "reliability")
	s := sheet(t, "voice_e;voice_p;reliability e;reliability p\n7;3;6;6\n5;7;;\n1;2;1;7\n6;6;2;1\n")
	side, err := s.Tally(s.Suggest(themes), themes, 3)
	if err != nil {
		t.Fatal(err)
	}
	if !side.Difference {
		t.Error("it is not marked as difference scores")
	}
	if got := *side.Themes[0].Mean; got != (-2+1+0.5+0)/4 {
		t.Errorf("voice has mean %v", got)
	}
	if side.Themes[1].N != 3 {
		t.Errorf("reliability was answered %d times", side.Themes[1].N)
	}
}

func TestSuggestTellsThemesApart(t *testing.T) {
	themes := mirror("environment", "environment_tools", "pay")
	themes[2].Name["fr"] = "Juste rémunération"
	s := sheet(t, "Environment tools,environment points,juste rémunération (attente),id,Environment_Tools,paying\n1,1,1,1,1,1\n")
	got := fmt.Sprint(s.Suggest(themes))
	want := "[{standing environment_tools} {points environment} {e pay} { } { } { }]"
	if got != want {
		t.Errorf("suggested %s, want %s", got, want)
	}
}

func TestColumnsAreNamedInEveryLanguage(t *testing.T) {
	themes := mirror("voice")
	for name, use := range map[string]exchange.Use{
		"voice": exchange.Standing, "voice s": exchange.Standing, "Voice (position)": exchange.Standing, "hali: voice": exchange.Standing,
		"voice_points": exchange.Points, "voice pts": exchange.Points, "alama voice": exchange.Points,
		"voice e": exchange.Expectation, "voice expected": exchange.Expectation, "attente voice": exchange.Expectation, "voice tarajio": exchange.Expectation,
		"voice p": exchange.Perception, "voice expérience": exchange.Perception, "voice hali halisi": exchange.Perception,
	} {
		if got := sheet(t, name+"\n1\n").Suggest(themes)[0].Use; got != use {
			t.Errorf("%q tells %q, want %q", name, got, use)
		}
	}
}

func TestSheetsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"nothing":      {"", exchange.ErrSheetEmpty},
		"names only":   {"voice\n\n,\n", exchange.ErrSheetForm},
		"only names":   {"voice\n\n", exchange.ErrSheetEmpty},
		"quotes":       {"voice\n\"1\n", exchange.ErrSheetForm},
		"uneven":       {"voice,pay\n1,2\n1\n", exchange.ErrSheetForm},
		"wide":         {strings.Repeat(",", 200) + "a\n", exchange.ErrSheetBig},
		"rows":         {"a\n" + strings.Repeat("1\n", exchange.MaxResponses+1), exchange.ErrSheetBig},
		"megabytes":    {strings.Repeat(" ", exchange.MaxSheetBytes+1), exchange.ErrSheetBig},
		"not even one": {"\uFEFF", exchange.ErrSheetEmpty},
	} {
		if s, err := exchange.ReadSheet(t.Context(), strings.NewReader(c.text)); !isRefusal(err, c.want) || s != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBadCellsNameTheirPlace(t *testing.T) {
	themes := mirror("voice", "pay")
	for name, c := range map[string]struct{ text, says string }{
		"word":          {"voice\n1\nlots\n", "Row 3, column “voice”: “lots” is not -3 … 3."},
		"off the scale": {"voice\n4\n", "Row 2, column “voice”: “4” is not -3 … 3."},
		"decimal comma": {"voice,pay\n1,\"1,5\"\n", "Row 2, column “pay”: “1,5” is not -3 … 3."},
		"negative":      {"voice points\n-1\n", "“-1” is not ≥ 0."},
		"endless":       {"voice points\nInf\n", "“Inf” is not ≥ 0."},
		"not a number":  {"voice\nNaN\n", "“NaN” is not -3 … 3."},
		"servqual":      {"voice e,voice p\n0,1\n", "“0” is not 1 … 7."},
		"half a pair":   {"voice e,voice p\n5,\n", "Row 2, column “voice p”: an expectation and an experience only count together"},
	} {
		s := sheet(t, c.text)
		side, err := s.Tally(s.Suggest(themes), themes, 3)
		if side != nil || err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	s := sheet(t, "voice\nx\n1\ny\nz\n")
	problems, err := s.Check(s.Suggest(themes), themes, 2)
	if err != nil || problems.Count != 3 || len(problems.Found) != 2 || !strings.HasPrefix(problems.Found[1].Error(), "Row 4,") {
		t.Errorf("Check found %+v, %v", problems, err)
	}
}

func TestMappingsRefused(t *testing.T) {
	themes := mirror("voice", "pay")
	s := sheet(t, "a,b,c\n1,2,3\n")
	for name, c := range map[string]struct {
		mapping exchange.Mapping
		want    error
	}{
		"none":          {exchange.Mapping{{}, {}, {}}, exchange.ErrSheetNone},
		"unknown theme": {exchange.Mapping{{exchange.Points, "speed"}}, exchange.ErrSheetMap},
		"unknown use":   {exchange.Mapping{{"guess", "voice"}}, exchange.ErrSheetMap},
		"twice":         {exchange.Mapping{{exchange.Points, "voice"}, {exchange.Points, "voice"}}, exchange.ErrSheetMap},
		"no partner":    {exchange.Mapping{{exchange.Expectation, "voice"}}, exchange.ErrSheetMap},
		"both scales":   {exchange.Mapping{{exchange.Expectation, "voice"}, {exchange.Perception, "voice"}, {exchange.Standing, "voice"}}, exchange.ErrSheetMap},
		"too wide":      {exchange.Mapping{{}, {}, {}, {exchange.Points, "voice"}}, exchange.ErrSheetMap},
	} {
		if _, err := s.Tally(c.mapping, themes, 3); !isRefusal(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPreviewIsCleanAndShort(t *testing.T) {
	s := sheet(t, "a,b\n1,\u202Ex\n\n2,"+strings.Repeat("y", 1000)+"\n3,z\n")
	rows := s.Preview(2)
	if len(rows) != 2 || rows[0][1] != "x" || len(rows[1][1]) != 280 {
		t.Errorf("the preview is %q", rows)
	}
}

func FuzzReadSheet(f *testing.F) {
	f.Add("voice,pay points\n1,2\n-3,\n")
	f.Add("\uFEFFvoice e;voice p\r\n7;\"3,5\"\r\n")
	f.Add("voice\tpay\n1\t\xe9\n")
	themes := mirror("voice", "pay")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := exchange.ReadSheet(t.Context(), strings.NewReader(text))
		if (s == nil) == (err == nil) {
			t.Fatalf("neither a sheet nor an error, or both: %v, %v", s, err)
		}
		if err != nil {
			return
		}
		if got := len(s.Preview(10)); got != min(s.Rows, 10) {
			t.Fatalf("a preview of %d of %d rows", got, s.Rows)
		}
		mapping := s.Suggest(themes)
		side, err := s.Tally(mapping, themes, 3)
		problems, mapped := s.Check(mapping, themes, 5)
		if (err == nil) != (mapped == nil && problems.Count == 0) {
			t.Fatalf("Tally says %v, Check %v and %+v", err, mapped, problems)
		}
		if err == nil && side.Respondents != s.Rows {
			t.Fatalf("%d respondents in %d rows", side.Respondents, s.Rows)
		}
	})
}
