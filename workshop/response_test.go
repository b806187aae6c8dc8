package workshop

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
)

// fullResponse answers everything, with texts of that many bytes.
func fullResponse(themes []Theme, bytes int) Response {
	own, belief := NoRatings(len(themes)), NoRatings(len(themes))
	own.Points[0], belief.Points[len(themes)-1] = PointsToSpread, PointsToSpread
	for t := range themes {
		own.Standing[t], belief.Standing[t] = float64(t%7-3), float64(3-t%7)
	}
	r := Response{Ratings: own, Belief: &belief}
	for b := range r.Behaviours {
		r.Behaviours[b] = Frequency(b % 6)
	}
	for i := range MaxStatements {
		text := strings.Repeat("é", bytes/2)
		r.Statements = append(r.Statements, Statement{Text: text, Theme: themes[len(themes)-1-i].Key, Show: i%2 == 0})
	}
	return r
}

func TestLargestResponseFitsASlot(t *testing.T) {
	themes := testThemes(MaxThemes)
	b, err := fullResponse(themes, MaxStatementBytes).Encode(themes)
	if err != nil {
		t.Fatal(err)
	}
	if len(b) > 1900 {
		t.Errorf("the largest response takes %d bytes", len(b))
	}
}

func TestResponseRoundTrip(t *testing.T) {
	themes := testThemes(5)
	half := fullResponse(themes, 20)
	half.Standing[2], half.Belief, half.Statements = math.NaN(), nil, nil
	nobodys := Response{Ratings: NoRatings(5)}
	for name, r := range map[string]Response{
		"full": fullResponse(themes, MaxStatementBytes), "without belief": half, "empty": nobodys,
		"no theme named": {Ratings: NoRatings(5), Statements: []Statement{{Text: "Ask us."}}},
	} {
		b, err := r.Encode(themes)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		back, err := DecodeResponse(b, themes)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !sameResponse(r, back) {
			t.Errorf("%s: wrote %+v, read %+v", name, r, back)
		}
		for cut := range b {
			if _, err := DecodeResponse(b[:cut], themes); err == nil {
				t.Errorf("%s: cut to %d of %d bytes it is read", name, cut, len(b))
			}
		}
		if _, err := DecodeResponse(append(b, 0), themes); err == nil {
			t.Errorf("%s: with a byte too many it is read", name)
		}
	}
	silent, err := Response{}.Encode(themes) // nil ratings are read back as ratings that say nothing
	if err != nil {
		t.Fatal(err)
	}
	if back, err := DecodeResponse(silent, themes); err != nil || !sameResponse(back, nobodys) {
		t.Errorf("nothing said: %+v, %v", back, err)
	}
}

// sameResponse compares with NaN equal to NaN.
func sameResponse(a, b Response) bool {
	x, errA := json.Marshal([]any{a.Ratings, a.Belief})
	y, errB := json.Marshal([]any{b.Ratings, b.Belief})
	return errA == nil && errB == nil && bytes.Equal(x, y) && a.Behaviours == b.Behaviours && reflect.DeepEqual(a.Statements, b.Statements)
}

func TestEncodeRefuses(t *testing.T) {
	themes := testThemes(4)
	for name, change := range map[string]func(*Response){
		"part of a point":     func(r *Response) { r.Points[0] = 0.5 },
		"too many points":     func(r *Response) { r.Points[0] = 101 },
		"half a standing":     func(r *Response) { r.Standing[0] = 0.5 },
		"a standing too high": func(r *Response) { r.Standing[0] = 4 },
		"points below 0":      func(r *Response) { r.Points[0] = -1 },
		"points without end":  func(r *Response) { r.Points[0] = math.Inf(1) },
		"points too short":    func(r *Response) { r.Points = r.Points[:3] },
		"belief too short":    func(r *Response) { r.Belief.Standing = r.Belief.Standing[:3] },
		"unknown frequency":   func(r *Response) { r.Behaviours[0] = Always + 1 },
		"unknown theme":       func(r *Response) { r.Statements[0].Theme = "nowhere" },
		"an empty text":       func(r *Response) { r.Statements[0].Text = " \n" },
		"a broken text":       func(r *Response) { r.Statements[0].Text = "\xff" },
		"a text too long":     func(r *Response) { r.Statements[0].Text = strings.Repeat("a", MaxStatement+1) },
		"a text of too many bytes": func(r *Response) {
			r.Statements[0].Text = strings.Repeat("語", MaxStatementBytes/3+1)
		},
		"four texts": func(r *Response) { r.Statements = append(r.Statements, Statement{Text: "more"}) },
	} {
		r := fullResponse(themes, 20)
		if _, err := r.Encode(themes); err != nil {
			t.Fatal(err)
		}
		change(&r)
		if _, err := r.Encode(themes); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	many := testThemes(MaxThemes + 1)
	if _, err := fullResponse(many, 20).Encode(many); !errors.Is(err, ErrInvalid) {
		t.Errorf("too many themes: %v", err)
	}
}

func TestComplete(t *testing.T) {
	for _, c := range []struct {
		points []float64
		want   bool
	}{{nil, false}, {[]float64{9, 0}, false}, {[]float64{4, 6}, true}, {[]float64{10, 1}, false}} {
		if got := (Response{Ratings: Ratings{Points: c.points}}).Complete(); got != c.want {
			t.Errorf("%v: complete = %v", c.points, got)
		}
	}
	if !rate([]float64{0, 1}, nil).Weighted() || rate([]float64{0, 0}, nil).Weighted() || (Ratings{}).Weighted() {
		t.Error("weighted does not follow the points")
	}
}

func TestRatingsKeepWhatIsMissing(t *testing.T) {
	for want, r := range map[string]Ratings{
		`{"points":[1,0],"standing":[null,-1.5]}`: rate([]float64{1, 0}, []float64{math.NaN(), -1.5}),
		`{"points":null,"standing":null}`:         {},
	} {
		b, err := json.Marshal(r)
		if err != nil || string(b) != want {
			t.Errorf("%+v is written %s, %v", r, b, err)
		}
		var back Ratings
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		if again, _ := json.Marshal(back); string(again) != want {
			t.Errorf("%s comes back as %s", want, again)
		}
		if (back.Points == nil) != (r.Points == nil) || (back.Standing == nil) != (r.Standing == nil) {
			t.Errorf("%s comes back as %+v", want, back)
		}
	}
}

// Whatever the bytes: an error, or a response that is written to the very same bytes.
func FuzzDecodeResponse(f *testing.F) {
	themes := testThemes(5)
	for _, r := range []Response{{}, fullResponse(themes, 20)} {
		b, err := r.Encode(themes)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := DecodeResponse(b, themes)
		if err != nil {
			if !errors.Is(err, ErrInvalid) {
				t.Fatalf("an error of another kind: %v", err)
			}
			return
		}
		if err := r.Check("response", themes); err != nil {
			t.Fatalf("a response that breaks the rules was read: %v", err)
		}
		again, err := r.Encode(themes)
		if err != nil || !bytes.Equal(again, b) {
			t.Fatalf("%x is written %x, %v", b, again, err)
		}
	})
}
