package exchange

import (
	"bytes"
	"errors"
	"io"
	"math"
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
