package workshop

import (
	"slices"
	"strings"
)

// FateKind is what becomes of a voice or of a parked item.
type FateKind string

// The fates. Undecided is none yet.
const (
	Undecided FateKind = ""
	ActedOn   FateKind = "acted_on"
	Parked    FateKind = "parked"
	Declined  FateKind = "declined"
)

// Fate is what becomes of something that was said. Declining needs a reason.
type Fate struct {
	Kind   FateKind `json:"kind,omitempty"`
	Reason string   `json:"reason,omitempty"`
}

// Check refuses unknown fates, a decline without a reason and a reason that is too long.
func (f Fate) Check() error {
	if tooLong(f.Reason, MaxSentence) {
		return invalid("fate", "is longer than %d characters", MaxSentence)
	}
	switch f.Kind {
	case Undecided, ActedOn, Parked:
		return nil
	case Declined:
		if strings.TrimSpace(f.Reason) == "" {
			return ErrReasonNeeded
		}
		return nil
	}
	return invalid("fate", "%q is unknown", string(f.Kind))
}

// Voice is a statement that its writer agreed to show. Its order among the voices follows from the texts alone
// (VoiceOrder), so it tells nothing of arrival.
type Voice struct {
	ID        int        `json:"id"` // 1 up, in VoiceOrder
	Text      string     `json:"text"`
	Named     ThemeKey   `json:"named,omitempty"`     // the theme that the writer named
	Theme     ThemeKey   `json:"theme,omitempty"`     // the theme it was grouped under
	Suggested []ThemeKey `json:"suggested,omitempty"` // best first
	Hidden    bool       `json:"hidden,omitempty"`
	Into      int        `json:"into,omitempty"` // the voice it was merged into; 0 for none
	Fate      Fate       `json:"fate"`
}

// VoiceCount says what became of a session's voices.
type VoiceCount struct {
	All       int
	Hidden    int
	Merged    int // under another voice, and shown with it
	Ungrouped int // shown, of their own, under no theme
	Undecided int // shown, of their own, without a fate
}

// CountVoices counts the voices.
func (s *Session) CountVoices() VoiceCount {
	n := VoiceCount{All: len(s.Voices)}
	for _, v := range s.Voices {
		switch {
		case v.Hidden:
			n.Hidden++
		case v.Into != 0:
			n.Merged++
		default:
			if v.Theme == "" {
				n.Ungrouped++
			}
			if v.Fate.Kind == Undecided {
				n.Undecided++
			}
		}
	}
	return n
}

// Voice is the voice of an ID; ok is false where there is none.
func (s *Session) Voice(id int) (v Voice, ok bool) {
	i := slices.IndexFunc(s.Voices, func(v Voice) bool { return v.ID == id })
	if i < 0 {
		return Voice{}, false
	}
	return s.Voices[i], true
}

// Under are the voices that were merged into one, by ID.
func (s *Session) Under(id int) []Voice {
	var under []Voice
	for _, v := range s.Voices {
		if v.Into == id {
			under = append(under, v)
		}
	}
	return under
}

// FateOf is what becomes of a voice: its own fate, or that of the voice it was merged into.
func (s *Session) FateOf(v Voice) Fate {
	if head, ok := s.Voice(v.Into); ok {
		return head.Fate
	}
	return v.Fate
}

// HideVoice hides a voice or shows it again. A hidden voice stands alone: what was merged into it stands for itself
// again, so that hiding one never silences another. What is hidden when a Room closes has lost its words: ErrWordsGone.
func (s *Session) HideVoice(id int, hidden bool) error {
	if v, ok := s.Voice(id); ok && !hidden && v.Text == "" {
		return ErrWordsGone
	}
	if err := s.ChangeVoice(id, func(v *Voice) { v.Hidden, v.Into = hidden, 0 }); err != nil {
		return err
	}
	if hidden {
		s.release(id)
	}
	return nil
}

// MergeVoice puts a voice, with those merged into it, under another one that is shown and stands for itself.
func (s *Session) MergeVoice(id, into int) error {
	head, ok := s.Voice(into)
	if !ok || head.Hidden || id == into {
		return invalid("voice.into", "%d cannot take it", into)
	}
	under := s.Under(id)
	s.release(id)
	for _, v := range append(under, Voice{ID: id}) {
		if v.ID == into { // it was under the voice that now goes under it
			continue
		}
		if err := s.ChangeVoice(v.ID, func(v *Voice) { v.Into = into }); err != nil {
			return err
		}
	}
	return nil
}

// UnmergeVoice lets a merged voice stand for itself again, under the theme it had.
func (s *Session) UnmergeVoice(id int) error {
	return s.ChangeVoice(id, func(v *Voice) { v.Into = 0 })
}

// release lets the voices merged into one stand for themselves.
func (s *Session) release(id int) {
	for i := range s.Voices {
		if s.Voices[i].Into == id {
			s.Voices[i].Into = 0
		}
	}
}

// withoutHiddenWords is the session with no words in its hidden voices: itself, where there are none.
func (s *Session) withoutHiddenWords() *Session {
	if !slices.ContainsFunc(s.Voices, func(v Voice) bool { return v.Hidden && v.Text != "" }) {
		return s
	}
	next := *s
	next.Voices = slices.Clone(s.Voices)
	for i := range next.Voices {
		if next.Voices[i].Hidden {
			next.Voices[i].Text, next.Voices[i].Suggested = "", nil
		}
	}
	return &next
}
