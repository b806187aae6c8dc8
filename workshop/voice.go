package workshop

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

// Check refuses unknown fates and a decline without a reason.
func (f Fate) Check() error {
	switch f.Kind {
	case Undecided, ActedOn, Parked:
		return nil
	case Declined:
		if f.Reason == "" {
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
