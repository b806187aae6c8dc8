// Package chart lays every chart of a session out once, as lines, boxes, marks, paths and measured text in a neutral
// form. Screen and paper draw that form and decide nothing themselves, so both show the same figure in the same words.
//
// # Vocabulary
//
// A Figure is a sheet of shapes, origin top left, y downwards, in points on paper and in device-independent pixels on
// screen. An Ink is what a shape means (employees, customers, leaders …); a Palette turns inks into colours, in
// palette.go and nowhere else. A Chart is a figure with its finding as a sentence, what is to be known about its
// certainty, and its twin as a table.
//
// # Invariants
//
// The kinds of Shape are closed: a renderer that handles Line, Box, Mark, Path and Text handles them all. Each side
// has its own mark besides its own colour (employees a disc, customers a hollow square, leaders a diamond), so that
// black and white is enough. A suppressed figure is said in words and never drawn as zero. Belief is named belief. No
// number is shown with more digits than its n carries. Same input, same shapes in the same order.
package chart
