// Package exchange carries sessions in and out of Exceed: data gathered elsewhere as JSON (exceed-data/1) or as a
// spreadsheet of customers, results as JSON (exceed-results/1) and CSV, and dates as iCalendar.
//
// What comes in is all or nothing: one bad value refuses the whole file, and the refusal names its place. Texts are
// cleaned as if they were typed (Clean). What goes out holds no figure and no words below the thresholds, depends on the
// session alone (same session, same bytes), and runs in no spreadsheet as a formula.
//
// The formats are described for people in data.md. They are promises to other programs: a change that those could notice
// gets a new number.
package exchange
