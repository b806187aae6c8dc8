// Package pdf sets the leader's PDF of a revealed session: page one for a leader with a minute, then everything that
// stands behind it.
//
// It works in two steps. Laying out makes pages of the neutral shapes of package chart, so that the same pages are
// paper here and thumbnails on screen. Rendering turns them into a PDF with gofpdf, which no other package imports.
//
// # Invariants
//
// Same session and options, same bytes: no clock, no user, no path, no order of arrival. Text never leaves a page and
// never covers other text; a row of a table stays whole, and a heading stays with what follows it. Whatever runes a
// text holds, the PDF is made: those that the font lacks are drawn as □. It holds only what may be shown: voices whose
// writers agreed and that nobody hid, and no figure from fewer people than the threshold.
package pdf
