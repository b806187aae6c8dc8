package workshop

// Interval is a 95 % interval, lower end first. In JSON it is [lower, upper].
type Interval [2]float64

// Histogram counts standings in half steps: −3, −2.5, … 3. Whole standings lie at the even places.
type Histogram [13]int

// ThemeTally is what is kept of one side's answers on one theme. Where it is suppressed everything else is zero.
type ThemeTally struct {
	Suppressed bool      `json:"suppressed,omitempty"`
	N          int       `json:"n,omitempty"`      // standings that are not missing
	Weight     *float64  `json:"weight,omitempty"` // mean normalised points; nil where fewer than the threshold gave points
	Mean       *float64  `json:"mean,omitempty"`   // nil where nobody gave a standing
	SD         *float64  `json:"sd,omitempty"`     // with n − 1; nil where n < 2
	ADM        *float64  `json:"adm,omitempty"`    // mean of |s − mean|
	Below      int       `json:"below,omitempty"`
	AsExpected int       `json:"as_expected,omitempty"`
	Above      int       `json:"above,omitempty"`
	Histogram  Histogram `json:"histogram"`
}

// Share is a weighted share with its jackknife interval; both nil where they cannot be known.
type Share struct {
	Share    *float64  `json:"share"`
	Interval *Interval `json:"interval"`
}

// SideTally is what is kept of one side's answers, by the session's theme order.
type SideTally struct {
	Respondents int          `json:"respondents"`
	Agreed      bool         `json:"agreed,omitempty"`           // one answer agreed aloud: no n, no interval, never suppressed
	Difference  bool         `json:"difference_score,omitempty"` // standings made from E and P
	Themes      []ThemeTally `json:"themes"`
	Kept        Share        `json:"kept"`
	Exceeded    Share        `json:"exceeded"`
}

// BehaviourTally is the team's view of one behaviour.
type BehaviourTally struct {
	Suppressed bool   `json:"suppressed,omitempty"`
	N          int    `json:"n,omitempty"`
	Histogram  [5]int `json:"histogram"` // never … always
}

// Tally is everything that outlives the responses. It holds no row and nothing that was below the threshold.
type Tally struct {
	Threshold      int                            `json:"threshold"`
	Employees      SideTally                      `json:"employees"`
	Customers      *SideTally                     `json:"customers,omitempty"`
	Evidence       Evidence                       `json:"evidence,omitempty"`
	Behaviours     [BehaviourCount]BehaviourTally `json:"behaviours"`
	OneVoice       []*[2]int                      `json:"one_voice"` // by theme order: lowest and highest focus rank; nil where the theme has none
	TopThreeStable *bool                          `json:"top_three_stable"`
	CountedOnly    int                            `json:"counted_only"` // statements whose writers chose not to show them
}
