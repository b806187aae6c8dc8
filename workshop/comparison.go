package workshop

// Field is where a theme stands on the map of both sides.
type Field string

// The four fields.
const (
	ModelFirst    Field = "model_first"
	AtOurExpense  Field = "at_our_expense"
	CarryOver     Field = "carry_over"
	KeepExceeding Field = "keep_exceeding"
)

// SideFigures are the figures of one side on one theme. Where Suppressed all others are nil.
type SideFigures struct {
	Suppressed   bool       `json:"suppressed"`
	N            *int       `json:"n"`
	Weight       *float64   `json:"weight"`
	Mean         *float64   `json:"mean"`
	Interval     *Interval  `json:"interval"`
	Below        *float64   `json:"below"`
	AsExpected   *float64   `json:"as_expected"`
	Above        *float64   `json:"above"`
	Kept         *float64   `json:"kept"`
	KeptInterval *Interval  `json:"kept_interval"`
	RWG          *float64   `json:"rwg"`
	ADM          *float64   `json:"adm"`
	Split        *bool      `json:"split"`
	Histogram    *Histogram `json:"histogram"`
}

// ThemeFigures are all figures on one theme. Customers is nil where there is no customer side.
type ThemeFigures struct {
	Key                  ThemeKey     `json:"key"`
	Name                 string       `json:"name"`
	Employees            SideFigures  `json:"employees"`
	Customers            *SideFigures `json:"customers"`
	ModellingGap         *float64     `json:"modelling_gap"`
	ModellingGapInterval *Interval    `json:"modelling_gap_interval"`
	Field                *Field       `json:"field"`
	Clear                *bool        `json:"clear"`
	Focus                *float64     `json:"focus"`
	FocusRank            *int         `json:"focus_rank"`
	OneVoice             *[2]int      `json:"one_voice"`
	LeadersStanding      *float64     `json:"leaders_standing"`
	LeadersRank          *int         `json:"leaders_rank"`
}

// RankOrder is Kendall's τ-b of two orders of the themes; TauB is nil where it is undefined.
type RankOrder struct {
	TauB       *float64 `json:"tau_b"`
	Concordant int      `json:"concordant"`
	Discordant int      `json:"discordant"`
	Tied       int      `json:"tied"`
	Pairs      int      `json:"pairs"`
}

// Orders are the rank orders that are compared; nil where a side has none.
type Orders struct {
	EmployeesCustomers *RankOrder `json:"employees_customers"`
	LeadersEmployees   *RankOrder `json:"leaders_employees"`
}

// Sides is a share of each side; Customers is nil where there is no customer side.
type Sides struct {
	Employees Share  `json:"employees"`
	Customers *Share `json:"customers"`
}

// BehaviourFigures are the figures on one behaviour.
type BehaviourFigures struct {
	Key        Behaviour `json:"key"`
	LessOf     bool      `json:"less_of"`
	Suppressed bool      `json:"suppressed"`
	N          *int      `json:"n"`
	Mean       *float64  `json:"mean"`
	Histogram  *[5]int   `json:"histogram"`
	Leaders    *int      `json:"leaders"`
	SayDoGap   *float64  `json:"say_do_gap"`
}

// InvestmentFigures are the amounts of each side and employees over customers.
type InvestmentFigures struct {
	Investment
	HoursRatio *float64 `json:"hours_ratio"`
	MoneyRatio *float64 `json:"money_ratio"`
}

// Respondents counts the responses of each side; Customers is nil for an agreed answer or no customer side.
type Respondents struct {
	Employees int  `json:"employees"`
	Customers *int `json:"customers"`
}

// Comparison is every figure of a session; screen, paper and exports read it and compute nothing. Definitions and
// sources stand with the functions that fill it.
type Comparison struct {
	Threshold       int                `json:"threshold"`
	Respondents     Respondents        `json:"respondents"`
	Evidence        Evidence           `json:"evidence"`
	DifferenceScore bool               `json:"difference_score"` // the customers' standings were made from E and P
	Themes          []ThemeFigures     `json:"themes"`
	Order           Orders             `json:"order"`
	Kept            Sides              `json:"kept"`
	Exceeded        Sides              `json:"exceeded"`
	PredictedKept   *float64           `json:"predicted_kept"`
	PerceptionGap   *float64           `json:"perception_gap"`
	Behaviours      []BehaviourFigures `json:"behaviours"`
	Investment      InvestmentFigures  `json:"investment"`
	TopThreeStable  *bool              `json:"top_three_stable"`
}
