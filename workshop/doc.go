// Package workshop is the domain of Exceed: one workshop session, from the questions that a coach prepares to the
// promises that leaders keep, and every figure in between.
//
// # Vocabulary
//
// A session has themes. A theme is one mirrored pair of sentences: what customers expect of us, and what our people
// expect of us. A respondent gives one response: points spread over the themes (what do you expect most?), a standing
// for each theme (compared with what you expect, what you get is far below … far above, −3 … 3), how often leaders show
// nine behaviours, and a few statements in own words. Leaders commit a prediction of the team's answers. At the reveal
// the responses are counted into a tally and cease to exist; a statement whose writer agreed to show it becomes a
// voice. The comparison holds every figure made from the tally. A modelling gap is negative where we ask our people to
// give customers what they themselves do not get. A promise says who does what until when.
//
// # Invariants
//
// No figure is made from fewer respondents than the threshold. Nothing after the reveal depends on the order in which
// responses arrived. A session moves only along its legal moves, and sealing has no way back once there are enough
// responses to reveal. Questions and thresholds do not change after the first response. A promise has an owner, a deed
// and a date.
//
// # Compatibility
//
// The text forms of keys, states, kinds and figures are written into files and exports; they are never renamed. The
// package imports the standard library only, and a test holds it to that.
package workshop
