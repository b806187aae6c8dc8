package workshop

// FateCount accounts for every voice that the responses held: for those shown, what becomes of them, and how many are
// not shown. A merged voice counts for itself, with the fate of the voice it was merged into (Session.FateOf).
type FateCount struct {
	ActedOn     int `json:"acted_on"`
	Parked      int `json:"parked"`
	Declined    int `json:"declined"`
	Undecided   int `json:"undecided"`
	Hidden      int `json:"hidden"`       // by the facilitator, because they might identify somebody
	CountedOnly int `json:"counted_only"` // as their writers chose
}

// All is the sum of the counts.
func (n FateCount) All() int {
	return n.ActedOn + n.Parked + n.Declined + n.Undecided + n.Hidden + n.CountedOnly
}

// CountFates counts the voices by what becomes of them.
func (s *Session) CountFates() FateCount {
	var n FateCount
	if s.Tally != nil {
		n.CountedOnly = s.Tally.CountedOnly
	}
	for _, v := range s.Voices {
		if v.Hidden {
			n.Hidden++
			continue
		}
		switch s.FateOf(v).Kind {
		case ActedOn:
			n.ActedOn++
		case Parked:
			n.Parked++
		case Declined:
			n.Declined++
		default:
			n.Undecided++
		}
	}
	return n
}
