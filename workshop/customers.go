package workshop

// Evidence says where the customers' figures come from. Belief is never shown as customer data.
type Evidence string

// The kinds of evidence. NoEvidence means that there is no customer side.
const (
	NoEvidence    Evidence = ""
	Survey        Evidence = "survey"
	PrivateBelief Evidence = "private_belief"
	GroupBelief   Evidence = "group_belief"
)

// Valid says whether e is one of the kinds, NoEvidence included.
func (e Evidence) Valid() bool {
	return e == NoEvidence || e == Survey || e == PrivateBelief || e == GroupBelief
}

// Customers is the customers' side before the reveal. Only the part that Evidence names counts: a survey is tallied when
// it is imported (its rows are not kept), the group's belief is one agreed answer, private beliefs lie in the responses.
type Customers struct {
	Evidence Evidence   `json:"evidence,omitempty"`
	Survey   *SideTally `json:"survey,omitempty"`
	Group    *Ratings   `json:"group,omitempty"`
}
