package exchange

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Limits of a sheet.
const (
	MaxSheetBytes = MaxDataBytes
	MaxColumns    = 200
	maxCellRunes  = 280 // how much of a cell is shown
	maxPreview    = 200
)

// Sheet is a table that was exported from a spreadsheet or a survey tool: one row of names, then one row a response.
type Sheet struct {
	Header    []string
	Rows      int  // responses; empty rows do not count
	Delimiter rune // ',', ';' or a tab
	text      string
}

// ReadSheet reads a sheet in CSV and finds its delimiter. UTF-8, with or without a mark, is expected; text that is none is
// taken for Windows-1252, as older spreadsheets write it. ErrSheetEmpty, ErrSheetForm, ErrSheetBig, ErrUnreadable; the
// context's error once it is over.
func ReadSheet(ctx context.Context, r io.Reader) (*Sheet, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxSheetBytes+1))
	if err != nil {
		return nil, ErrUnreadable.Because(err)
	}
	if len(raw) > MaxSheetBytes {
		return nil, tooBig()
	}
	raw = bytes.TrimPrefix(raw, []byte(byteOrderMark))
	if !utf8.Valid(raw) {
		if raw, err = charmap.Windows1252.NewDecoder().Bytes(raw); err != nil {
			return nil, ErrUnreadable.Because(err)
		}
	}
	s := &Sheet{text: string(raw)}
	s.Delimiter = delimiterOf(s.text)
	err = s.each(func(_ int, cells []string) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if s.Header == nil {
			if len(cells) > MaxColumns {
				return tooBig()
			}
			for _, name := range cells {
				s.Header = append(s.Header, strings.TrimSpace(Clean(name, maxCellRunes)))
			}
			return nil
		}
		if s.Rows++; s.Rows > MaxResponses {
			return tooBig()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if s.Rows == 0 {
		return nil, ErrSheetEmpty
	}
	return s, nil
}

func tooBig() error {
	return ErrSheetBig.With("megabytes", MaxSheetBytes>>20, "rows", MaxResponses, "columns", MaxColumns)
}

// delimiterOf is the delimiter that parts the row of names into the most cells; a comma where none does.
func delimiterOf(text string) rune {
	best, most := ',', 1
	for _, d := range []rune{',', ';', '\t'} {
		if cells, err := csvReader(text, d).Read(); err == nil && len(cells) > most {
			best, most = d, len(cells)
		}
	}
	return best
}

func csvReader(text string, delimiter rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.ReuseRecord, r.FieldsPerRecord = delimiter, true, 0
	return r
}

// each calls f for the row of names and for every row that is not empty, with its number as a spreadsheet counts
// (the names are row 1). The cells are valid until f returns.
func (s *Sheet) each(f func(row int, cells []string) error) error {
	r := csvReader(s.text, s.Delimiter)
	for row := 1; ; row++ {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return ErrSheetForm.With("row", row).Because(err)
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		if err := f(row, cells); err != nil {
			return err
		}
	}
}

// errEnough ends a walk over the rows early.
var errEnough = errors.New("enough rows")

// Preview is up to n rows of answers, cleaned for showing.
func (s *Sheet) Preview(n int) [][]string {
	n = min(n, maxPreview)
	var rows [][]string
	names := true
	err := s.each(func(_ int, cells []string) error {
		switch {
		case names:
			names = false
			return nil
		case len(rows) == n:
			return errEnough
		}
		shown := make([]string, len(cells))
		for i, cell := range cells {
			shown[i] = Clean(cell, maxCellRunes)
		}
		rows = append(rows, shown)
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil // cannot be: ReadSheet has walked them all
	}
	return rows
}
