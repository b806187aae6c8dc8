package exchange

import (
	"bytes"
	"math"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"exceed/workshop"
)

// scale is which numbers may stand in a place.
type scale struct {
	low, high float64
	whole     bool // nothing between the whole numbers
	gaps      bool // null stands for a missing number
}

// The scales of the formats.
var (
	pointsScale    = scale{low: 0, high: anyAmount}
	standingScale  = scale{low: workshop.MinStanding, high: workshop.MaxStanding, gaps: true}
	servqualScale  = scale{low: 1, high: 7}
	frequencyScale = scale{low: 0, high: 4, whole: true, gaps: true}
	amountScale    = scale{low: 0, high: 1e15}
	hoursScale     = scale{low: 0, high: 1e9}
)

// anyAmount bounds points: none is endless, and their sum over the themes still is a number.
const anyAmount = math.MaxFloat64 / (2 * workshop.MaxThemes)

// read is the number in raw, NaN for a gap. Whatever else raw holds answers the refusal, its place still to be filled in.
func (c scale) read(raw []byte) (float64, *workshop.Refusal) {
	kind := jsontext.Value(raw).Kind()
	if kind == 'n' && c.gaps {
		return math.NaN(), nil
	}
	if kind != '0' {
		return 0, ErrWrongKind.With("want", kindName('0'), "found", kindName(kind))
	}
	x, err := parseNumber(raw)
	if err == nil && c.low <= x && x <= c.high && !(c.whole && x != math.Trunc(x)) {
		return x + 0, nil // and not −0
	}
	return 0, ErrOutOfRange.With("found", string(raw[:min(len(raw), 40)]), "want", c.String())
}

// String is the scale in any language: -3 … 3.
func (c scale) String() string {
	switch {
	case c.high > 1e6:
		return "≥ " + short(c.low)
	case c.whole:
		return short(c.low) + ", " + short(c.low+1) + " … " + short(c.high)
	}
	return short(c.low) + " … " + short(c.high)
}

func parseNumber(raw []byte) (float64, error) {
	if len(raw) == 1 {
		return float64(raw[0] - '0'), nil
	}
	return strconv.ParseFloat(string(raw), 64)
}

func short(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// number reads a number of a scale.
func (s scanner) number(c scale) (float64, error) {
	if kind := s.dec.PeekKind(); kind != '0' && kind != 'n' {
		return 0, s.expect('0')
	}
	raw, err := s.dec.ReadValue()
	if err != nil {
		return 0, syntax(err)
	}
	x, refused := c.read(raw)
	if refused != nil {
		return 0, s.refuse(refused)
	}
	return x, nil
}

// numbers reads an object of numbers of one scale. index knows its names; set gets each number, NaN for a gap. Nearly
// all of a large file is such objects, so each is taken from the decoder as a whole, then cut into its pairs.
func (s scanner) numbers(c scale, index func(name []byte) (int, bool), set func(i int, x float64)) error {
	if err := s.expect('{'); err != nil {
		return err
	}
	raw, err := s.dec.ReadValue()
	if err != nil {
		return syntax(err)
	}
	for rest := []byte(raw[1:]); ; {
		quoted, value, more := cutPair(&rest)
		if !more {
			return nil
		}
		name := quoted[1 : len(quoted)-1]
		if bytes.IndexByte(name, '\\') >= 0 {
			if name, err = jsontext.AppendUnquote(nil, quoted); err != nil {
				return syntax(err)
			}
		}
		i, known := index(name)
		if !known {
			return s.refuseIn(name, ErrUnknownField.With("name", Clean(string(name), workshop.MaxName)))
		}
		x, refused := c.read(value)
		if refused != nil {
			return s.refuseIn(name, refused)
		}
		set(i, x)
	}
}

// refuseIn is refuse for a member of the object that was read last.
func (s scanner) refuseIn(name []byte, r *workshop.Refusal) error {
	at := s.dec.StackPointer().AppendToken(Clean(string(name), workshop.MaxName))
	return r.With("place", place(at), offsetKey, s.dec.InputOffset())
}

// cutPair takes the next name, still quoted, and its value off the inside of a well-formed object. A value that is an
// object, an array or a text comes with what follows it, and ends the cutting.
func cutPair(rest *[]byte) (quoted, value []byte, ok bool) {
	b := skip(*rest, ',')
	if b[0] == '}' {
		return nil, nil, false
	}
	end := 1
	for b[end] != '"' {
		if b[end] == '\\' {
			end++
		}
		end++
	}
	quoted = b[:end+1]
	value = skip(b[end+1:], ':')
	end = 0
	for end < len(value) && !isEnd(value[end]) {
		end++
	}
	*rest = value[end:]
	if kind := value[0]; kind != '{' && kind != '[' && kind != '"' {
		value = value[:end]
	}
	return quoted, value, true
}

// skip drops white space and a mark from the front.
func skip(b []byte, mark byte) []byte {
	for b[0] == mark || isSpace(b[0]) {
		b = b[1:]
	}
	return b
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

func isEnd(c byte) bool { return c == ',' || c == '}' || isSpace(c) }
