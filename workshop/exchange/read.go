package exchange

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"exceed/workshop"
)

// ReadData reads a file of exceed-data/1, all or nothing, up to MaxDataBytes and MaxResponses a side. Members may come in
// any order; themes left out are those that ship, and a date must be there. Where r can seek, its text is never in
// memory as a whole. Every error is a refusal of this package or of the domain that names the place, or the context's.
func ReadData(ctx context.Context, r io.Reader) (*Data, error) {
	source, err := seekable(r)
	if err != nil {
		return nil, err
	}
	source = heeding{source, ctx}
	size, err := source.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, ErrUnreadable.Because(err)
	}
	if size > MaxDataBytes {
		return nil, ErrTooBig.With("limit", MaxDataBytes>>20)
	}
	in := &reader{data: &Data{}, size: size}
	if err := in.file(source); err != nil {
		return nil, locate(err, source)
	}
	return in.data, nil
}

// heeding is a text that ends with an error once its context is over.
type heeding struct {
	io.ReadSeeker
	ctx context.Context
}

func (h heeding) Read(p []byte) (int, error) {
	if h.ctx.Err() != nil {
		return 0, h.ctx.Err()
	}
	return h.ReadSeeker.Read(p)
}

// seekable is r itself, or all of it in memory where it cannot seek.
func seekable(r io.Reader) (io.ReadSeeker, error) {
	if s, ok := r.(io.ReadSeeker); ok {
		if _, err := s.Seek(0, io.SeekStart); err == nil {
			return s, nil
		}
	}
	all, err := io.ReadAll(io.LimitReader(r, MaxDataBytes+1))
	if err != nil {
		return nil, ErrUnreadable.Because(err)
	}
	return bytes.NewReader(all), nil
}

// locate turns the byte offset of a refusal into its line.
func locate(err error, source io.ReadSeeker) error {
	var r *workshop.Refusal
	if !errors.As(err, &r) || r.Args[offsetKey] == nil {
		return err
	}
	offset, _ := r.Args[offsetKey].(int64)
	line := 1
	if _, err := source.Seek(0, io.SeekStart); err == nil {
		lines := bufio.NewReader(io.LimitReader(source, offset))
		for {
			part, err := lines.ReadSlice('\n')
			if bytes.HasSuffix(part, []byte("\n")) {
				line++
			}
			if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
				break
			}
		}
	}
	located := r.With("line", line)
	delete(located.Args, offsetKey)
	return located
}

// reader reads one file. Answers refer to themes by key, and the themes may come after them: what needs the themes
// before they are known is passed over and read in a second go.
type reader struct {
	scanner
	data   *Data
	themes map[string]int // the place of each key; nil until they are known
	rows   arena
	size   int64           // of the file, in bytes
	done   map[string]bool // members of the file that have been read
	learns bool            // how to suggest themes, beside the reading
}

// byteOrderMark is what some editors put before UTF-8.
const byteOrderMark = "\uFEFF"

func (r *reader) file(source io.ReadSeeker) error {
	r.done = map[string]bool{}
	again, err := r.pass(source)
	if err != nil {
		return err
	}
	if err := r.require("format", r.done["format"], "session", r.done["session"]); err != nil {
		return err
	}
	if r.themes == nil {
		r.data.Themes = shippedThemes()
		r.index()
	}
	if again {
		if _, err := r.pass(source); err != nil {
			return err
		}
	}
	if err := r.require("employees", r.done["employees"]); err != nil {
		return err
	}
	return r.data.finish()
}

// pass reads every member that can be read and has not been; again says that some could not.
func (r *reader) pass(source io.ReadSeeker) (again bool, err error) {
	if _, err := source.Seek(0, io.SeekStart); err != nil {
		return false, ErrUnreadable.Because(err)
	}
	text := bufio.NewReaderSize(source, 1<<16)
	if mark, _ := text.Peek(len(byteOrderMark)); string(mark) == byteOrderMark {
		_, _ = text.Discard(len(mark)) // just peeked at
	}
	r.dec = jsontext.NewDecoder(text)
	err = r.object(func(name []byte) (bool, error) {
		member := string(name)
		read, needsThemes, known := r.member(member)
		if known && r.done[member] || needsThemes && r.themes == nil {
			again = again || !r.done[member]
			if err := r.dec.SkipValue(); err != nil {
				return true, syntax(err)
			}
			return true, nil
		}
		if !known {
			return false, nil
		}
		r.done[member] = true
		return true, read()
	})
	if err != nil {
		return false, err
	}
	if _, err := r.dec.ReadToken(); !errors.Is(err, io.EOF) {
		return false, ErrNotJSON.With("place", "/", "problem", "more after the end", offsetKey, r.dec.InputOffset())
	}
	return again, nil
}

func (r *reader) member(name string) (read func() error, needsThemes, known bool) {
	switch name {
	case "format":
		return r.format, false, true
	case "session":
		return r.session, false, true
	case "themes":
		return r.themeList, false, true
	case "employees":
		return r.employees, true, true
	case "customers":
		return r.customers, true, true
	case "leaders":
		return r.leaders, true, true
	case "actions":
		return r.actions, true, true
	}
	return nil, false, false
}

func (r *reader) format() error {
	found, err := r.text(workshop.MaxName)
	if err == nil && found != dataFormat {
		return ErrNotData.With("found", found)
	}
	return err
}

// index makes the keys known to what refers to them.
func (r *reader) index() {
	r.themes = make(map[string]int, len(r.data.Themes))
	for i, t := range r.data.Themes {
		r.themes[string(t.Key)] = i
	}
	r.rows = arena{width: len(r.data.Themes)}
}
