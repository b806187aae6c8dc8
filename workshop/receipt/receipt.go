// Package receipt says what a session's file holds and what it cannot tell, each line of it verified on the file
// itself. The window and the command `exceed check` show the same receipt.
package receipt

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/bolt"
)

// Receipt is what a file can and cannot tell.
type Receipt struct {
	OK        bool      `json:"ok"`
	State     string    `json:"state"` // empty where it cannot be read
	Responses int       `json:"responses"`
	Locked    bool      `json:"locked"` // a passphrase guards the file
	Findings  []Finding `json:"findings"`
}

// Finding is one line of a receipt: a code for programs and its sentence for people.
type Finding struct {
	Code  string `json:"code"`
	Text  string `json:"text"`
	Fault bool   `json:"-"` // it should not be so
}

// Unread is the code of the finding that a locked file was not read whole.
const Unread = "content_unread"

// Of inspects the file at path, in the language of words. It takes no lock and writes nothing. A locked file is read
// whole only with its passphrase; an empty one leaves its content unread, and a finding says so. Errors as those of
// bolt.Inspect, and ErrWrongKey; where the context is over first, its error.
func Of(ctx context.Context, path, passphrase string, words *assets.Words) (Receipt, error) {
	in, err := bolt.Inspect(path)
	if err = cmp.Or(err, ctx.Err()); err != nil {
		return Receipt{}, err
	}
	r := Receipt{OK: true, State: string(in.State), Responses: in.Responses, Locked: in.Protected}
	var s *workshop.Session
	if !in.Locked() || passphrase != "" {
		s, err = in.Session(passphrase)
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return Receipt{}, err
		}
	}
	note := func(code string, pairs ...any) {
		r.Findings = append(r.Findings, Finding{Code: code, Text: words.Say("check."+code, pairs...)})
	}
	fault := func(code string, pairs ...any) {
		r.OK = false
		note(code, pairs...)
		r.Findings[len(r.Findings)-1].Fault = true
	}

	note("sound")
	switch {
	case in.State.Revealed() && (in.BoxBytes > 0 || in.BoxKeys):
		fault("responses_left")
	case in.State.Revealed():
		note("no_responses")
	case in.OddBox:
		fault("box_odd", "bytes", in.BoxBytes)
	case in.BoxBytes > 0:
		note("box", "bytes", in.BoxBytes)
	case in.State.Collecting():
		fault("box_missing")
	default:
		note("nobody_yet")
	}
	if in.Poll {
		note("poll_box")
	} else if code, bad, pairs := ofPoll(path, in, s); code != "" {
		if bad {
			fault(code, pairs...)
		} else {
			note(code, pairs...)
		}
	}
	switch {
	case in.Collector && in.Opens:
		fault("collector_opens")
	case in.Collector:
		note("collector")
	}
	if s != nil {
		switch {
		case s.State.Revealed() && holdsSmallCells(s):
			fault("small_cells", "threshold", s.Setup.Threshold, "voices", s.Setup.VoicesThreshold)
		case s.State.Revealed():
			note("thresholds", "threshold", s.Setup.Threshold, "voices", s.Setup.VoicesThreshold)
		case s.Tally != nil || len(s.Voices) > 0:
			fault("too_early")
		}
		if n := s.CountVoices().Hidden; n > 0 {
			if holdsHiddenWords(s) {
				fault("hidden_words")
			} else {
				r.Findings = append(r.Findings, Finding{Code: "hidden_gone", Text: words.Count("check.hidden_gone", n)})
			}
		}
		if s.Unread > 0 {
			r.Findings = append(r.Findings, Finding{Code: "unread", Text: words.Count("check.unread", s.Unread)})
		}
		if s.Rehearsal {
			note("rehearsal")
		}
		if s.Imported {
			note("imported")
		}
	} else {
		note(Unread)
	}
	if in.Unknown {
		fault("unknown_content")
	}
	if r.OK && (in.State.Revealed() || in.BoxBytes > 0) {
		note("cannot_tell")
	}
	if in.State.Revealed() && in.OlderLeft {
		note("older_left")
	}
	if in.SpareLeft {
		note("spare_left")
	}
	switch {
	case in.Protected && in.State.Revealed() && !in.Locked():
		fault("lies_open")
	case in.Protected:
		note("locked")
	default:
		note("unlocked")
	}
	return r, nil
}

// ofPoll says what lies beside a session for its poll; code is empty where there is nothing to say. s is nil where the
// session was not read.
func ofPoll(path string, in *bolt.Inspection, s *workshop.Session) (code string, fault bool, pairs []any) {
	var open workshop.Poll
	if s != nil {
		open, _ = s.OpenedPoll()
	}
	box, err := bolt.InspectPoll(path)
	switch {
	case errors.Is(err, workshop.ErrNotFound) && open.ID == "":
		return "", false, nil
	case errors.Is(err, workshop.ErrNotFound):
		return "poll_missing", false, nil
	case err != nil:
		return "poll_damaged", true, nil
	case box.OddBox || !in.State.Revealed():
		return "poll_odd", true, []any{"bytes", box.BoxBytes}
	case s != nil && box.ID != open.ID:
		return "poll_left", false, nil
	}
	return "poll_open", false, []any{"bytes", box.BoxBytes, "n", box.Responses}
}

// holdsHiddenWords says whether words of a hidden voice are still there.
func holdsHiddenWords(s *workshop.Session) bool {
	return slices.ContainsFunc(s.Voices, func(v workshop.Voice) bool { return v.Hidden && v.Text != "" })
}

// holdsSmallCells says whether a revealed session holds a figure from fewer people than its threshold, anything of a
// suppressed theme, or words below theirs.
func holdsSmallCells(s *workshop.Session) bool {
	if s.Tally == nil || s.Tally.Threshold < workshop.MinThreshold {
		return true
	}
	threshold := s.Tally.Threshold
	for _, side := range []*workshop.SideTally{&s.Tally.Employees, s.Tally.Customers} {
		if side == nil || side.Agreed {
			continue
		}
		for _, t := range side.Themes {
			suppressed := t.Suppressed && t == workshop.ThemeTally{Suppressed: true}
			if !suppressed && (t.Suppressed || t.N < threshold) {
				return true
			}
		}
	}
	for _, b := range s.Tally.Behaviours {
		suppressed := b == workshop.BehaviourTally{Suppressed: true}
		if !suppressed && (b.Suppressed || b.N < threshold) {
			return true
		}
	}
	if slices.ContainsFunc(s.Polls, func(p workshop.Poll) bool { return p.HoldsSmallCells(threshold) }) {
		return true
	}
	return len(s.Voices) > 0 && s.Tally.Employees.Respondents < s.Setup.VoicesThreshold
}
