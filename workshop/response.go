package workshop

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// The scale of a standing.
const (
	MinStanding = -3
	MaxStanding = 3
	// PointsToSpread is what a participant spreads over the themes.
	PointsToSpread = 10
)

// Ratings are one respondent's points and standings for one side, both by the session's theme order. A nil slice says
// nothing at all. Points are any non-negative numbers; a standing is −3 … 3, or NaN where it is missing.
type Ratings struct {
	Points   []float64
	Standing []float64
}

// NoRatings are ratings with every standing missing and no points.
func NoRatings(themes int) Ratings {
	r := Ratings{Points: make([]float64, themes), Standing: make([]float64, themes)}
	for i := range r.Standing {
		r.Standing[i] = math.NaN()
	}
	return r
}

// Check refuses lengths other than themes (or nil), negative or endless points, and standings off the scale.
func (r Ratings) Check(place string, themes int) error {
	if r.Points != nil && len(r.Points) != themes || r.Standing != nil && len(r.Standing) != themes {
		return invalid(place, "does not fit the %d themes", themes)
	}
	for i, p := range r.Points {
		if math.IsNaN(p) || math.IsInf(p, 0) || p < 0 {
			return invalid(fmt.Sprintf("%s.points[%d]", place, i), "%v is not a number from 0 up", p)
		}
	}
	for i, s := range r.Standing {
		if s < MinStanding || s > MaxStanding {
			return invalid(fmt.Sprintf("%s.standing[%d]", place, i), "%v is not between -3 and 3", s)
		}
	}
	return nil
}

// Weighted says whether the respondent gave any points.
func (r Ratings) Weighted() bool {
	for _, p := range r.Points {
		if p > 0 {
			return true
		}
	}
	return false
}

// standing is the standing on a theme; ok is false where it is missing.
func (r Ratings) standing(theme int) (standing float64, ok bool) {
	if r.Standing == nil {
		return 0, false
	}
	standing = r.Standing[theme]
	return standing, !math.IsNaN(standing)
}

type ratingsJSON struct {
	Points   []float64  `json:"points"`
	Standing []*float64 `json:"standing"`
}

// MarshalJSON writes a missing standing as null.
func (r Ratings) MarshalJSON() ([]byte, error) {
	out := ratingsJSON{Points: r.Points}
	if r.Standing != nil {
		out.Standing = make([]*float64, len(r.Standing))
	}
	for i := range r.Standing {
		if !math.IsNaN(r.Standing[i]) {
			out.Standing[i] = &r.Standing[i]
		}
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads null as a missing standing.
func (r *Ratings) UnmarshalJSON(data []byte) error {
	var in ratingsJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*r = Ratings{Points: in.Points}
	if in.Standing != nil {
		r.Standing = make([]float64, len(in.Standing))
	}
	for i, s := range in.Standing {
		r.Standing[i] = math.NaN()
		if s != nil {
			r.Standing[i] = *s
		}
	}
	return nil
}

// Statement is an expectation in the respondent's own words. Show is the writer's choice between "show my words" and
// "only count it". Theme is empty where the writer named none.
type Statement struct {
	Text  string
	Theme ThemeKey
	Show  bool
}

// Check refuses texts that are empty or too long. Texts reach it clean (see the exchange package's limits).
func (s Statement) Check(place string) error {
	switch {
	case !utf8.ValidString(s.Text):
		return invalid(place, "is not UTF-8")
	case strings.TrimSpace(s.Text) == "":
		return invalid(place, "is empty")
	case utf8.RuneCountInString(s.Text) > MaxStatement:
		return invalid(place, "is longer than %d characters", MaxStatement)
	}
	return nil
}

// Response is everything one employee answers. It names nobody, and it holds no language and no time. Belief is what
// the respondent thinks that customers expect and get; nil unless the session asks it.
type Response struct {
	Ratings
	Behaviours [BehaviourCount]Frequency // in the order of Behaviours
	Statements []Statement
	Belief     *Ratings
}

// Check refuses a response that does not fit the themes or breaks a limit; place names it in the message.
func (r Response) Check(place string, themes []Theme) error {
	if err := r.Ratings.Check(place, len(themes)); err != nil {
		return err
	}
	if r.Belief != nil {
		if err := r.Belief.Check(place+".belief", len(themes)); err != nil {
			return err
		}
	}
	for i, f := range r.Behaviours {
		if f > Always {
			return invalid(fmt.Sprintf("%s.behaviours.%s", place, Behaviours()[i]), "%d is not a frequency", f)
		}
	}
	if len(r.Statements) > MaxStatements {
		return invalid(place+".voices", "has more than %d statements", MaxStatements)
	}
	for i, s := range r.Statements {
		at := fmt.Sprintf("%s.voices[%d]", place, i)
		if err := s.Check(at); err != nil {
			return err
		}
		if s.Theme != "" && ThemeIndex(themes, s.Theme) < 0 {
			return invalid(at+".theme", "%q is no theme of this session", string(s.Theme))
		}
	}
	return nil
}

// Complete says whether a participant may seal the response: only the ten points are a must.
func (r Response) Complete() bool {
	sum := 0.0
	for _, p := range r.Points {
		sum += p
	}
	return sum == PointsToSpread
}

const responseVersion = 1

// Encode is the response as bytes for one slot of the box: whole points, whole standings, at most 16 themes, so that
// 1,900 bytes always hold it. Other numbers are refused.
func (r Response) Encode(themes []Theme) ([]byte, error) {
	if len(themes) > MaxThemes {
		return nil, invalid("response", "has more than %d themes", MaxThemes)
	}
	if err := r.Check("response", themes); err != nil {
		return nil, err
	}
	b := []byte{responseVersion}
	b, err := appendRatings(b, &r.Ratings, len(themes))
	if err != nil {
		return nil, err
	}
	for _, f := range r.Behaviours {
		b = append(b, byte(f))
	}
	b = append(b, byte(len(r.Statements)))
	for i, s := range r.Statements {
		if len(s.Text) > MaxStatementBytes {
			return nil, invalid(fmt.Sprintf("response.voices[%d]", i), "is longer than %d bytes", MaxStatementBytes)
		}
		show := byte(0)
		if s.Show {
			show = 1
		}
		b = append(b, byte(ThemeIndex(themes, s.Theme)+1), show)
		b = binary.AppendUvarint(b, uint64(len(s.Text)))
		b = append(b, s.Text...)
	}
	return appendRatings(b, r.Belief, len(themes))
}

// DecodeResponse reads what Encode wrote for the same themes; anything else is an error, never a wrong response.
func DecodeResponse(b []byte, themes []Theme) (Response, error) {
	var r Response
	d := decoder{rest: b}
	if d.byte() != responseVersion {
		return r, invalid("response", "has an unknown form")
	}
	if own := d.ratings(len(themes)); own != nil {
		r.Ratings = *own
	}
	for i := range r.Behaviours {
		r.Behaviours[i] = Frequency(d.byte())
	}
	for range min(int(d.byte()), MaxStatements+1) {
		theme, show := int(d.byte())-1, d.byte() == 1
		s := Statement{Text: string(d.take(d.length())), Show: show}
		if theme >= len(themes) {
			d.broken = true
		} else if theme >= 0 {
			s.Theme = themes[theme].Key
		}
		r.Statements = append(r.Statements, s)
	}
	r.Belief = d.ratings(len(themes))
	if d.broken || len(d.rest) != 0 {
		return Response{}, invalid("response", "is cut short or too long")
	}
	if again, err := r.Encode(themes); err != nil || !bytes.Equal(again, b) {
		return Response{}, invalid("response", "is not as it was written")
	}
	return r, nil
}

const missingStanding = 0x7f

func appendRatings(b []byte, r *Ratings, themes int) ([]byte, error) {
	if r == nil {
		return append(b, 0), nil
	}
	b = append(b, 1)
	for i := range themes {
		p, s := 0.0, math.NaN()
		if r.Points != nil {
			p = r.Points[i]
		}
		if r.Standing != nil {
			s = r.Standing[i]
		}
		if p != math.Trunc(p) || p > 100 || !math.IsNaN(s) && s != math.Trunc(s) {
			return nil, invalid("response", "points and standings must be whole numbers here")
		}
		code := byte(missingStanding)
		if !math.IsNaN(s) {
			code = byte(int8(s))
		}
		b = append(b, byte(p), code)
	}
	return b, nil
}

type decoder struct {
	rest   []byte
	broken bool
}

func (d *decoder) take(n int) []byte {
	if n < 0 || n > len(d.rest) {
		d.broken = true
		return nil
	}
	taken := d.rest[:n]
	d.rest = d.rest[n:]
	return taken
}

func (d *decoder) byte() byte {
	if b := d.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (d *decoder) length() int {
	n, size := binary.Uvarint(d.rest)
	if size <= 0 || n > MaxStatementBytes {
		d.broken = true
		return 0
	}
	d.rest = d.rest[size:]
	return int(n)
}

func (d *decoder) ratings(themes int) *Ratings {
	if d.byte() == 0 {
		return nil
	}
	r := NoRatings(themes)
	for i := range themes {
		r.Points[i] = float64(d.byte())
		if code := d.byte(); code != missingStanding {
			r.Standing[i] = float64(int8(code))
		}
	}
	return &r
}
