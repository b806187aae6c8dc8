package exchange

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"exceed/workshop"
)

// scanner reads JSON value by value and refuses what is not expected, naming the place.
type scanner struct {
	dec *jsontext.Decoder
}

// refuse fills in the place of the value that was read last.
func (s scanner) refuse(r *workshop.Refusal, pairs ...any) error {
	return r.With(append(pairs, "place", place(s.dec.StackPointer()), offsetKey, s.dec.InputOffset())...)
}

// offsetKey is where a refusal keeps its byte offset until locate turns it into a line.
const offsetKey = "offset"

// maxPlace is how much of a place is told, in characters.
const maxPlace = 200

func place(p jsontext.Pointer) string {
	if p == "" {
		return "/"
	}
	return Clean(string(p), maxPlace)
}

// syntax is the refusal of an error of the decoder.
func syntax(err error) error {
	var bad *jsontext.SyntacticError
	if !errors.As(err, &bad) {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return ErrNotJSON.With("place", "/", "problem", "unexpected end", offsetKey, int64(math.MaxInt64)).Because(err)
		}
		return ErrUnreadable.Because(err)
	}
	at := []any{"place", place(bad.JSONPointer), offsetKey, bad.ByteOffset}
	if errors.Is(err, jsontext.ErrDuplicateName) {
		return ErrTwice.With(at...).Because(err)
	}
	return ErrNotJSON.With(append(at, "problem", strings.TrimPrefix(bad.Err.Error(), "jsontext: "))...).Because(err)
}

// expect refuses a next value of another kind.
func (s scanner) expect(kind jsontext.Kind) error {
	got := s.dec.PeekKind()
	if got == kind || kind == 't' && got == 'f' {
		return nil
	}
	if got == 0 || got == '}' || got == ']' {
		_, err := s.dec.ReadToken()
		return syntax(err)
	}
	if err := s.dec.SkipValue(); err != nil {
		return syntax(err)
	}
	return s.refuse(ErrWrongKind, "want", kindName(kind), "found", kindName(got))
}

func kindName(kind jsontext.Kind) string {
	switch kind {
	case '{':
		return "{…}"
	case '[':
		return "[…]"
	case '"':
		return "\"…\""
	case '0':
		return "0…9"
	case 'n':
		return "null"
	}
	return "true/false"
}

// object reads an object and calls field for each of its names, with the decoder before the value; name is valid until
// the value is read. A field that answers known = false is refused by its name.
func (s scanner) object(field func(name []byte) (known bool, err error)) error {
	if err := s.open('{'); err != nil {
		return err
	}
	for s.dec.PeekKind() != '}' {
		raw, err := s.dec.ReadValue()
		if err != nil {
			return syntax(err)
		}
		name := raw[1 : len(raw)-1]
		if bytes.IndexByte(name, '\\') >= 0 {
			if name, err = jsontext.AppendUnquote(nil, raw); err != nil {
				return syntax(err)
			}
		}
		known, err := field(name)
		if err != nil {
			return err
		}
		if !known {
			return s.refuse(ErrUnknownField, "name", Clean(s.dec.StackPointer().LastToken(), workshop.MaxName))
		}
	}
	return s.shut()
}

// require refuses the object that was read last unless all is there; the pairs are a name and whether it is there.
func (s scanner) require(pairs ...any) error {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == false {
			return s.refuse(ErrMissing, "name", pairs[i])
		}
	}
	return nil
}

// array reads an array and calls item for each of at most limit items.
func (s scanner) array(limit int, item func(i int) error) error {
	if err := s.open('['); err != nil {
		return err
	}
	for i := 0; s.dec.PeekKind() != ']'; i++ {
		if i == limit {
			return s.refuse(ErrTooMany, "limit", limit)
		}
		if err := item(i); err != nil {
			return err
		}
	}
	return s.shut()
}

func (s scanner) open(kind jsontext.Kind) error {
	if err := s.expect(kind); err != nil {
		return err
	}
	return s.shut()
}

func (s scanner) shut() error {
	if _, err := s.dec.ReadToken(); err != nil {
		return syntax(err)
	}
	return nil
}

// text reads a text of at most limit characters, clean and without white space around it.
func (s scanner) text(limit int) (string, error) {
	if err := s.expect('"'); err != nil {
		return "", err
	}
	token, err := s.dec.ReadToken()
	if err != nil {
		return "", syntax(err)
	}
	raw := token.String()
	if utf8.RuneCountInString(raw) > bytesPerRune*limit {
		return "", s.refuse(ErrTooLong, "limit", limit)
	}
	text := strings.TrimSpace(Clean(raw, len(raw)))
	if utf8.RuneCountInString(text) > limit {
		return "", s.refuse(ErrTooLong, "limit", limit)
	}
	return text, nil
}

// scale is which numbers may stand in a place.
type scale struct {
	low, high float64
	whole     bool // nothing between the whole numbers
	gaps      bool // null stands for a missing number
}

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
		return x, nil
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

// flag reads true or false.
func (s scanner) flag() (bool, error) {
	if err := s.expect('t'); err != nil {
		return false, err
	}
	token, err := s.dec.ReadToken()
	if err != nil {
		return false, syntax(err)
	}
	return token.Bool(), nil
}

// oneOf reads a text that must be one of some.
func oneOf[T ~string](s scanner, choices ...T) (T, error) {
	text, err := s.text(workshop.MaxName)
	if err != nil {
		return "", err
	}
	names := make([]string, len(choices))
	for i, c := range choices {
		if text == string(c) {
			return c, nil
		}
		names[i] = string(c)
	}
	return "", s.refuse(ErrOutOfRange, "found", "“"+text+"”", "want", strings.Join(names, " | "))
}
