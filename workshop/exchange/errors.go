package exchange

import "exceed/workshop"

// The refusals of imports and exports. Their place is a line and a JSON pointer, or a row and a column.
var (
	ErrNotJSON      = refusal("data_not_json", "Line {{.line}}, {{.place}}: this is not well-formed JSON ({{.problem}}). Correct it there, or export it again.")
	ErrNotData      = refusal("data_format", "This file says that its format is “{{.found}}”. Exceed imports “exceed-data/1”.")
	ErrUnknownField = refusal("data_unknown", "Line {{.line}}, {{.place}}: “{{.name}}” is unknown here. Correct its spelling or take it out.")
	ErrTwice        = refusal("data_twice", "Line {{.line}}, {{.place}}: this is there twice. Keep one of the two.")
	ErrMissing      = refusal("data_missing", "Line {{.line}}, {{.place}}: “{{.name}}” is missing. Add it.")
	ErrWrongKind    = refusal("data_kind", "Line {{.line}}, {{.place}}: here belongs {{.want}}, not {{.found}}.")
	ErrOutOfRange   = refusal("data_range", "Line {{.line}}, {{.place}}: {{.found}} is not {{.want}}.")
	ErrTooLong      = refusal("data_long", "Line {{.line}}, {{.place}}: the text is longer than {{.limit}} characters. Shorten it.")
	ErrTooMany      = refusal("data_many", "Line {{.line}}, {{.place}}: there are more than {{.limit}} of these. Take some out.")
	ErrOneBelief    = refusal("data_one_belief", "Line {{.line}}, {{.place}}: the group’s belief is exactly one response, not {{.found}}.")
	ErrTooBig       = refusal("data_big", "The file is larger than {{.limit}} MiB. Split it by team, one file each.")
	ErrUnreadable   = refusal("data_unreadable", "The file cannot be read to its end. Check the disk it lies on, and try again.")

	ErrSheetForm  = refusal("sheet_form", "Row {{.row}}: the quotation marks or columns do not add up. Save the sheet as CSV again.")
	ErrSheetEmpty = refusal("sheet_empty", "The sheet needs a row of column names and at least one row of answers under it.")
	ErrSheetCell  = refusal("sheet_cell", "Row {{.row}}, column {{.column}}: “{{.found}}” is not {{.want}}.")
	ErrSheetPair  = refusal("sheet_pair", "Row {{.row}}, column {{.column}}: an expectation and an experience only count together. Fill both or neither.")
	ErrSheetMap   = refusal("sheet_map", "Column {{.column}}: it cannot be used like this, as another column already says the same, or its partner is missing.")
	ErrSheetNone  = refusal("sheet_none", "No column is matched with a theme yet. Match at least one.")
	ErrSheetBig   = refusal("sheet_big", "The sheet is larger than {{.megabytes}} MiB, {{.rows}} rows or {{.columns}} columns. Split it.")

	ErrNotRevealed = refusal("not_revealed", "This session has not been revealed, so it has no results yet. Open it with Exceed and reveal it first.")
)

// Refusals lists every refusal, for the test that each has its words in every language.
func Refusals() []*workshop.Refusal {
	return []*workshop.Refusal{
		ErrNotJSON, ErrNotData, ErrUnknownField, ErrTwice, ErrMissing, ErrWrongKind, ErrOutOfRange, ErrTooLong, ErrTooMany,
		ErrOneBelief, ErrTooBig, ErrUnreadable, ErrSheetForm, ErrSheetEmpty, ErrSheetCell, ErrSheetPair, ErrSheetMap,
		ErrSheetNone, ErrSheetBig, ErrNotRevealed,
	}
}

func refusal(code, text string) *workshop.Refusal { return &workshop.Refusal{Code: code, Text: text} }
