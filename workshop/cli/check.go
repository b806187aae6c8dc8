package cli

import (
	"encoding/json"
	"fmt"

	"exceed/workshop"
	"exceed/workshop/bolt"
)

// receipt is what a file can and cannot tell, each line of it verified on the file.
type receipt struct {
	OK        bool      `json:"ok"`
	State     string    `json:"state"` // empty where it cannot be read
	Responses int       `json:"responses"`
	Locked    bool      `json:"locked"` // a passphrase guards the file
	Findings  []finding `json:"findings"`
}

// finding is one line of a receipt: a code for programs and its sentence for people.
type finding struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

func (p *Program) check(c call) error {
	path := c.files[0]
	r, err := p.receipt(c, path)
	if err != nil {
		r = receipt{Findings: []finding{{codeOf(err), c.words.Explain(err)}}}
	}
	if c.flags["json"] == "true" {
		encoder := json.NewEncoder(p.Out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(r); err != nil {
			return err
		}
	} else if err == nil {
		fmt.Fprintln(p.Out, c.words.Count("check.head", r.Responses, "path", path, "state", c.words.Say("state."+r.State)))
		for _, f := range r.Findings {
			fmt.Fprintln(p.Out, "- "+f.Text)
		}
	}
	if err == nil && !r.OK {
		err = errNotSound.With("path", path)
	}
	return err
}

func codeOf(err error) string {
	if r, ok := err.(*workshop.Refusal); ok {
		return r.Code
	}
	return "unreadable"
}

// receipt inspects a file. A locked one is read whole only where the passphrase stands in the environment; nobody is
// asked for it.
func (p *Program) receipt(c call, path string) (receipt, error) {
	in, err := bolt.Inspect(path)
	if err != nil {
		return receipt{}, err
	}
	r := receipt{OK: true, State: string(in.State), Responses: in.Responses, Locked: in.Protected}
	passphrase := p.Env(passphraseVariable)
	var s *workshop.Session
	if !in.Locked() || passphrase != "" {
		if s, err = in.Session(passphrase); err != nil {
			return receipt{}, err
		}
	}
	note := func(code string, pairs ...any) {
		r.Findings = append(r.Findings, finding{code, c.words.Say("check."+code, pairs...)})
	}
	fault := func(code string, pairs ...any) {
		r.OK = false
		note(code, pairs...)
	}

	note("sound")
	switch {
	case in.State.Revealed() && (in.BoxBytes > 0 || in.BoxKeys):
		fault("responses_left")
	case in.State.Revealed():
		note("no_responses")
	case in.BoxBytes > 0:
		note("box", "bytes", in.BoxBytes)
	case in.State.Collecting():
		fault("box_missing")
	default:
		note("nobody_yet")
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
		if s.Rehearsal {
			note("rehearsal")
		}
		if s.Imported {
			note("imported")
		}
	} else {
		note("content_unread")
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
	if in.Protected {
		note("locked")
	} else {
		note("unlocked")
	}
	return r, nil
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
	return len(s.Voices) > 0 && s.Tally.Employees.Respondents < s.Setup.VoicesThreshold
}
