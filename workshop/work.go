package workshop

import (
	"crypto/sha256"
	"slices"
	"strings"
)

// This file holds what the group does with a revealed session: voices, priorities, plan, follow-up.

// VoicesOf are the statements whose writers agreed to show them, in VoiceOrder, each suggested under the theme that its
// writer named.
func VoicesOf(responses []Response) []Voice {
	var voices []Voice
	for _, r := range responses {
		for _, st := range r.Statements {
			if st.Show {
				voices = append(voices, Voice{Text: st.Text, Named: st.Theme, Theme: st.Theme})
			}
		}
	}
	slices.SortFunc(voices, VoiceOrder)
	for i := range voices {
		voices[i].ID = i + 1
	}
	return voices
}

// VoiceOrder looks shuffled and depends on the voices' own words alone: by the SHA-256 of the text, then the named theme.
// Whoever knows the order knows nothing more than the set.
func VoiceOrder(a, b Voice) int {
	x, y := sha256.Sum256([]byte(a.Text)), sha256.Sum256([]byte(b.Text))
	if d := slices.Compare(x[:], y[:]); d != 0 {
		return d
	}
	return strings.Compare(string(a.Named), string(b.Named))
}

// VoicesToShow are the voices that screen, paper and exports may show: none hidden.
func (s *Session) VoicesToShow() []Voice {
	return slices.DeleteFunc(slices.Clone(s.Voices), func(v Voice) bool { return v.Hidden })
}

// ChangeVoice applies f to one voice and refuses what does not hold together: unknown themes, a merge into itself, into
// nothing or into a voice that is itself merged, a decline without a reason.
func (s *Session) ChangeVoice(id int, f func(*Voice)) error {
	find := func(id int) int { return slices.IndexFunc(s.Voices, func(v Voice) bool { return v.ID == id }) }
	i := find(id)
	if i < 0 {
		return invalid("voice", "%d does not exist", id)
	}
	v := s.Voices[i]
	f(&v)
	if v.Theme != "" && ThemeIndex(s.Themes, v.Theme) < 0 {
		return invalid("voice.theme", "%q is no theme of this session", string(v.Theme))
	}
	if v.Into != 0 {
		j := find(v.Into)
		merged := slices.ContainsFunc(s.Voices, func(w Voice) bool { return w.Into == id })
		if j < 0 || v.Into == id || s.Voices[j].Into != 0 || merged {
			return invalid("voice.into", "%d cannot take it", v.Into)
		}
	}
	if err := v.Fate.Check(); err != nil {
		return err
	}
	s.Voices[i] = v
	return nil
}

// SetPriorities replaces the group's choices; at most MaxFocus themes, each known and once.
func (s *Session) SetPriorities(p Priorities) error {
	if len(p.Focus) > MaxFocus {
		return ErrTooManyFocus
	}
	for i, key := range p.Focus {
		if ThemeIndex(s.Themes, key) < 0 || slices.Contains(p.Focus[:i], key) {
			return invalid("focus", "%q is no theme of this session, or is there twice", string(key))
		}
	}
	for key, at := range p.Map {
		if !(at.Impact >= 0 && at.Impact <= 1 && at.Effort >= 0 && at.Effort <= 1) {
			return invalid("map."+string(key), "lies outside the map")
		}
	}
	for key, n := range p.Dots {
		if n < 0 {
			return invalid("dots."+string(key), "%d is not a number of dots", n)
		}
	}
	for key, why := range p.Dropped {
		if tooLong(why, MaxSentence) {
			return invalid("dropped."+string(key), "is longer than %d characters", MaxSentence)
		}
	}
	s.Priorities = p
	return nil
}

// SetContract replaces the behaviour contract.
func (s *Session) SetContract(lines []ContractLine) error {
	for i, l := range lines {
		if l.Behaviour.Index() < 0 || strings.TrimSpace(l.Leader) == "" || tooLong(l.Leader, MaxName) || tooLong(l.Note, MaxSentence) {
			return invalid("contract", "line %d needs a leader and one of the nine behaviours", i+1)
		}
	}
	s.Plan.Contract = lines
	return nil
}

// SetFist sets how many hands showed 0 … 5 fingers.
func (s *Session) SetFist(fist [6]int) error {
	for fingers, n := range fist {
		if n < 0 {
			return invalid("fist", "%d hands with %d fingers", n, fingers)
		}
	}
	s.Plan.Fist = fist
	return nil
}

// Park adds an item to the parking lot.
func (s *Session) Park(text string) error {
	if strings.TrimSpace(text) == "" || tooLong(text, MaxSentence) {
		return invalid("parking", "needs 1 to %d characters", MaxSentence)
	}
	s.Parking = append(s.Parking, ParkedItem{Text: text})
	return nil
}

// SetParkedFate says what becomes of a parked item. ErrReasonNeeded.
func (s *Session) SetParkedFate(i int, fate Fate) error {
	if i < 0 || i >= len(s.Parking) {
		return invalid("parking", "%d does not exist", i)
	}
	if err := fate.Check(); err != nil {
		return err
	}
	s.Parking[i].Fate = fate
	return nil
}
