package workshop

// EarlierPoint is what a session keeps of an earlier one of its series: only figures that had passed their thresholds,
// and the questions they were answers to. What an older Exceed did not keep reads as unknown. trend_refuse.go says what
// of it is given up once the next session is counted, and why no histogram is among it.
type EarlierPoint struct {
	ID            string                `json:"id"`
	Date          Date                  `json:"date"`
	Kept          Sides                 `json:"kept"`
	Exceeded      Sides                 `json:"exceeded"`
	Evidence      Evidence              `json:"evidence,omitempty"`
	PerceptionGap *float64              `json:"perception_gap"`
	LeadersOrder  *float64              `json:"leaders_order,omitempty"` // τ-b of the order that leaders predicted and the team's
	SayDo         map[Behaviour]float64 `json:"say_do,omitempty"`        // say–do gaps that are known
	Respondents   Respondents           `json:"respondents"`
	Threshold     int                   `json:"threshold,omitempty"` // 0 is not known
	Questions     []Theme               `json:"questions"`
	Means         []ThemeMeans          `json:"means"`
	RoundedTo     RoundedTo             `json:"rounded_to,omitzero"`
}

// ThemeMeans are both sides' means on one theme; nil where suppressed or given up.
type ThemeMeans struct {
	Key       ThemeKey `json:"key"`
	Employees *float64 `json:"employees"`
	Customers *float64 `json:"customers"`
}

// TrendPoint is one session of the series as it is shown and exported. A figure that is not known, that was suppressed, or
// that would single somebody out is nil.
type TrendPoint struct {
	Date          Date                   `json:"date"`
	Kept          Sides                  `json:"kept"`
	Exceeded      Sides                  `json:"exceeded"`
	Evidence      Evidence               `json:"evidence"`
	PerceptionGap *float64               `json:"perception_gap"`
	LeadersOrder  *float64               `json:"tau_b_leaders_employees"`
	SayDo         map[Behaviour]*float64 `json:"say_do_gap"`
	Means         map[ThemeKey]*float64  `json:"employees_mean"` // by the themes of the session that shows the trend; nil where the question was another one
	Respondents   Respondents            `json:"respondents"`
	SameQuestions map[ThemeKey]bool      `json:"same_questions"` // as in the session that shows the trend
	RoundedTo     RoundedTo              `json:"rounded_to"`
}

// Point is what a revealed session hands on to the next of its series.
func (s *Session) Point() EarlierPoint {
	c := s.Compare()
	p := EarlierPoint{
		ID: s.ID, Date: s.Setup.Date, Kept: c.Kept, Exceeded: c.Exceeded, Evidence: c.Evidence,
		PerceptionGap: c.PerceptionGap, Respondents: c.Respondents, Threshold: c.Threshold, Questions: s.Themes,
	}
	if order := c.Order.LeadersEmployees; order != nil {
		p.LeadersOrder = order.TauB
	}
	for _, b := range c.Behaviours {
		if b.SayDoGap == nil {
			continue
		}
		if p.SayDo == nil {
			p.SayDo = map[Behaviour]float64{}
		}
		p.SayDo[b.Key] = *b.SayDoGap
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
	next.Agenda = old.Agenda.fresh()
	next.Customers.Evidence = old.Customers.Evidence
	next.Leaders.Investment.Currency = old.Leaders.Investment.Currency
	next.Earlier = old.series()
	return next, nil
}

// series are the points of the sessions before this one and, once it is revealed, its own, so that none singles anybody
// out beside the others.
func (s *Session) series() []EarlierPoint {
	points := s.Earlier
	if s.State.Revealed() {
		points = append(points[:len(points):len(points)], s.Point())
	}
	return keepApart(points)
}

// Trend is the series with this session last, oldest first.
func (s *Session) Trend() []TrendPoint {
	points := s.series()
	trend := make([]TrendPoint, 0, len(points))
	for _, p := range points {
		t := TrendPoint{
			Date: p.Date, Kept: p.Kept, Exceeded: p.Exceeded, Evidence: p.Evidence,
			PerceptionGap: p.PerceptionGap, LeadersOrder: p.LeadersOrder, SayDo: map[Behaviour]*float64{},
			Means: map[ThemeKey]*float64{}, Respondents: p.Respondents, SameQuestions: map[ThemeKey]bool{}, RoundedTo: p.RoundedTo,
		}
		for _, b := range Behaviours() {
			t.SayDo[b] = nil
			if gap, ok := p.SayDo[b]; ok {
				t.SayDo[b] = &gap
			}
		}
		for _, theme := range s.Themes {
			i := ThemeIndex(p.Questions, theme.Key)
			t.SameQuestions[theme.Key] = i >= 0 && p.Questions[i].SameQuestion(theme)
			t.Means[theme.Key] = nil
			if t.SameQuestions[theme.Key] {
				t.Means[theme.Key] = p.mean(theme.Key)
			}
		}
		trend = append(trend, t)
	}
	return trend
}

// mean is the employees' mean on a theme, nil where there is none.
func (p *EarlierPoint) mean(key ThemeKey) *float64 {
	for _, m := range p.Means {
		if m.Key == key {
			return m.Employees
		}
	}
	return nil
}

// Before is the session before this one of its series; nil for the first.
func (s *Session) Before() *EarlierPoint {
	if len(s.Earlier) == 0 {
		return nil
	}
	return &s.Earlier[len(s.Earlier)-1]
}

// AskedBefore is a theme as the session before asked it; ok is false where it did not.
func (s *Session) AskedBefore(key ThemeKey) (t Theme, ok bool) {
	if before := s.Before(); before != nil {
		if i := ThemeIndex(before.Questions, key); i >= 0 {
			return before.Questions[i], true
		}
	}
	return Theme{}, false
}

// Departures are the themes in which this session asks other questions than the one before it: at each of them the trend
// breaks. All are nil for the first session of a series.
func (s *Session) Departures() (changed, added, left []ThemeKey) {
	before := s.Before()
	if before == nil {
		return nil, nil, nil
	}
	for _, t := range s.Themes {
		switch old, ok := s.AskedBefore(t.Key); {
		case !ok:
			added = append(added, t.Key)
		case !old.SameQuestion(t):
			changed = append(changed, t.Key)
		}
	}
	for _, t := range before.Questions {
		if ThemeIndex(s.Themes, t.Key) < 0 {
			left = append(left, t.Key)
		}
	}
	return changed, added, left
}

// PutBack asks a theme again as the session before asked it, in every language; one that was left out comes last. The
// name of one that is there stays. Refused as by SetThemes; where it was not asked before, nothing changes.
func (s *Session) PutBack(key ThemeKey, responses int) error {
	old, ok := s.AskedBefore(key)
	if !ok {
		return nil
	}
	themes := append([]Theme(nil), s.Themes...)
	if i := ThemeIndex(themes, key); i >= 0 {
		themes[i].Employees, themes[i].Customers = old.Employees, old.Customers
	} else {
		themes = append(themes, old)
	}
	return s.SetThemes(themes, responses)
}
