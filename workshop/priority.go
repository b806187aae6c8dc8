package workshop

// MaxFocus is how many themes go on to the plan.
const MaxFocus = 3

// Placement is where the group puts a theme on the map of impact and effort, each 0 … 1.
type Placement struct {
	Impact float64 `json:"impact"`
	Effort float64 `json:"effort"`
}

// Priorities are what the group chose from what the numbers suggested.
type Priorities struct {
	Dots    map[ThemeKey]int       `json:"dots,omitempty"` // counted aloud
	Map     map[ThemeKey]Placement `json:"map,omitempty"`
	Focus   []ThemeKey             `json:"focus,omitempty"`   // at most MaxFocus, first things first
	Dropped map[ThemeKey]string    `json:"dropped,omitempty"` // why a theme that divides the team, or that the numbers put first, does not go on
}
