package workshop

// EarlierPoint is what a session keeps of an earlier one of its series: only figures that had passed their thresholds,
// and the questions they were answers to.
type EarlierPoint struct {
	ID            string       `json:"id"`
	Date          Date         `json:"date"`
	Kept          Sides        `json:"kept"`
	Exceeded      Sides        `json:"exceeded"`
	Evidence      Evidence     `json:"evidence,omitempty"`
	PerceptionGap *float64     `json:"perception_gap"`
	Respondents   Respondents  `json:"respondents"`
	Questions     []Theme      `json:"questions"`
	Means         []ThemeMeans `json:"means"`
}

// ThemeMeans are both sides' means on one theme; nil where suppressed.
type ThemeMeans struct {
	Key       ThemeKey `json:"key"`
	Employees *float64 `json:"employees"`
	Customers *float64 `json:"customers"`
}

// TrendPoint is one session of the series as it is shown and exported.
type TrendPoint struct {
	Date          Date              `json:"date"`
	Kept          Sides             `json:"kept"`
	Exceeded      Sides             `json:"exceeded"`
	Evidence      Evidence          `json:"evidence"`
	Respondents   Respondents       `json:"respondents"`
	SameQuestions map[ThemeKey]bool `json:"same_questions"` // as in the session that shows the trend
}

// Point is what a revealed session hands on to the next of its series.
func (s *Session) Point() EarlierPoint {
	c := s.Compare()
	p := EarlierPoint{
		ID: s.ID, Date: s.Setup.Date, Kept: c.Kept, Exceeded: c.Exceeded, Evidence: c.Evidence,
		PerceptionGap: c.PerceptionGap, Respondents: c.Respondents, Questions: s.Themes,
	}
	for _, t := range c.Themes {
		m := ThemeMeans{Key: t.Key, Employees: t.Employees.Mean}
		if t.Customers != nil {
			m.Customers = t.Customers.Mean
		}
		p.Means = append(p.Means, m)
	}
	return p
}

// Follow is a session to prepare that asks the same questions as s, a revealed one, and continues its series.
func (s *Session) Follow(id string, date Date) (*Session, error) {
	if !s.State.Revealed() {
		return nil, ErrIllegalMove.With("from", string(s.State), "to", "next")
	}
	old := s.Clone()
	next := NewSession(id, old.Setup, old.Themes)
	next.Setup.Date = date
	next.Rehearsal = old.Rehearsal // practice never turns into a real session
	next.Agenda = old.Agenda
	next.Customers.Evidence = old.Customers.Evidence
	next.Leaders.Investment.Currency = old.Leaders.Investment.Currency
	next.Earlier = append(old.Earlier, old.Point())
	return next, nil
}

// Trend is the series with this session last, oldest first.
func (s *Session) Trend() []TrendPoint {
	points := s.Earlier
	if s.State.Revealed() {
		points = append(points[:len(points):len(points)], s.Point())
	}
	trend := make([]TrendPoint, 0, len(points))
	for _, p := range points {
		same := map[ThemeKey]bool{}
		for _, t := range s.Themes {
			i := ThemeIndex(p.Questions, t.Key)
			same[t.Key] = i >= 0 && p.Questions[i].SameQuestion(t)
		}
		trend = append(trend, TrendPoint{
			Date: p.Date, Kept: p.Kept, Exceeded: p.Exceeded, Evidence: p.Evidence,
			Respondents: p.Respondents, SameQuestions: same,
		})
	}
	return trend
}
