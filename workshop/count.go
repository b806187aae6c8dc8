package workshop

// NewTally counts the employees' responses beside the customers' side (nil for none).
func NewTally(themes, threshold int, employees []Response, customers *SideTally, evidence Evidence) *Tally {
	panic("to be written")
}

// TallySide counts one side's ratings.
func TallySide(themes, threshold int, ratings []Ratings) *SideTally { panic("to be written") }

// TallyAgreed is the side made of one answer agreed aloud.
func TallyAgreed(themes int, agreed Ratings) *SideTally { panic("to be written") }

// Compare makes every figure of a revealed session from its tally; before the reveal there is none and it returns nil.
func (s *Session) Compare() *Comparison { panic("to be written") }
