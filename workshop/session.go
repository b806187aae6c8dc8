package workshop

import (
	"encoding/json"
	"slices"
	"strings"
)

// OrganisationKind chooses the wording of the examples.
type OrganisationKind string

// The kinds of organisation.
const (
	Technology OrganisationKind = "technology"
	Public     OrganisationKind = "public"
	Private    OrganisationKind = "private"
	Faith      OrganisationKind = "faith"
	OtherKind  OrganisationKind = "other"
)

// OrganisationKinds lists the kinds.
func OrganisationKinds() []OrganisationKind {
	return []OrganisationKind{Technology, Public, Private, Faith, OtherKind}
}

// Thresholds.
const (
	MinThreshold           = 3
	DefaultThreshold       = 5
	MinVoicesThreshold     = 5
	DefaultVoicesThreshold = 8
)

// Setup is what the coach prepares besides themes and agenda.
type Setup struct {
	Organisation    string           `json:"organisation"`
	Kind            OrganisationKind `json:"kind"`
	Team            string           `json:"team"`
	Facilitator     string           `json:"facilitator"`
	Date            Date             `json:"date"`
	Language        Lang             `json:"language"`
	Expected        int              `json:"expected,omitempty"` // how many people will answer; 0 = not known
	Threshold       int              `json:"threshold"`
	VoicesThreshold int              `json:"voices_threshold"`
	Currency        string           `json:"currency,omitempty"`
	ExitCode        string           `json:"exit_code,omitempty"` // digits that lead out of the kiosk; no key to any answer
}

// Check refuses values out of range; place names them in the message.
func (u Setup) Check(place string) error {
	for name, text := range map[string]string{"organisation": u.Organisation, "team": u.Team, "facilitator": u.Facilitator} {
		if tooLong(text, MaxName) {
			return invalid(place+"."+name, "is longer than %d characters", MaxName)
		}
	}
	switch {
	case !slices.Contains(OrganisationKinds(), u.Kind):
		return invalid(place+".kind", "%q is not technology, public, private, faith or other", string(u.Kind))
	case !u.Language.Valid():
		return invalid(place+".language", "%q is not the two letters of a language, such as en", string(u.Language))
	case u.Threshold < MinThreshold:
		return invalid(place+".threshold", "%d is below %d, the least that keeps people anonymous", u.Threshold, MinThreshold)
	case u.VoicesThreshold < MinVoicesThreshold:
		return invalid(place+".voices_threshold", "%d is below %d, the least that keeps writers anonymous", u.VoicesThreshold, MinVoicesThreshold)
	case u.Expected < 0 || u.Expected > 100000:
		return invalid(place+".expected", "%d is not a number of people", u.Expected)
	}
	return nil
}

// ParkedItem is something that was said and does not belong here now.
type ParkedItem struct {
	Text string `json:"text"`
	Fate Fate   `json:"fate"`
}

// Session is one workshop, whole: everything that is kept except the responses. Change it through its methods; they
// keep its invariants. Stores write it as JSON.
type Session struct {
	ID         string         `json:"id"` // random, 32 hex digits
	State      State          `json:"state"`
	Rehearsal  bool           `json:"rehearsal,omitempty"`
	Imported   bool           `json:"imported,omitempty"` // made from data gathered elsewhere
	Setup      Setup          `json:"setup"`
	Themes     []Theme        `json:"themes"`
	Agenda     Agenda         `json:"agenda,omitempty"`
	Parking    []ParkedItem   `json:"parking,omitempty"`
	Customers  Customers      `json:"customers"`
	Leaders    Leaders        `json:"leaders"`
	Tally      *Tally         `json:"tally,omitempty"`
	Unread     int            `json:"unread,omitempty"` // responses that a forged collector file made unreadable; not counted
	Voices     []Voice        `json:"voices,omitempty"`
	Priorities Priorities     `json:"priorities"`
	Plan       Plan           `json:"plan"`
	Polls      []Poll         `json:"polls,omitempty"`   // oldest first; at most one is open
	Earlier    []EarlierPoint `json:"earlier,omitempty"` // the sessions of the same series before this one, oldest first
}

// NewSession is a session to prepare: id is random, setup may still be empty but for language and thresholds.
func NewSession(id string, setup Setup, themes []Theme) *Session {
	if setup.Threshold == 0 {
		setup.Threshold = DefaultThreshold
	}
	if setup.VoicesThreshold == 0 {
		setup.VoicesThreshold = DefaultVoicesThreshold
	}
	if setup.Kind == "" {
		setup.Kind = OtherKind
	}
	if setup.Language == "" {
		setup.Language = English
	}
	return &Session{ID: id, State: Prepare, Setup: setup, Themes: slices.Clone(themes), Agenda: AgendaOf(120)}
}

// Clone is a deep copy.
func (s *Session) Clone() *Session {
	data, err := json.Marshal(s)
	if err != nil {
		panic("workshop: a session that cannot be written: " + err.Error()) // every field has a text form
	}
	var c Session
	if err := json.Unmarshal(data, &c); err != nil {
		panic("workshop: a session that cannot be read back: " + err.Error())
	}
	return &c
}

// Theme is the theme of a key; ok is false where there is none.
func (s *Session) Theme(key ThemeKey) (t Theme, ok bool) {
	if i := ThemeIndex(s.Themes, key); i >= 0 {
		return s.Themes[i], true
	}
	return Theme{}, false
}

// SetSetup replaces the setup. Once responses exist, thresholds stay as they are. A survey that was tallied under
// another threshold is dropped: it must be imported again.
func (s *Session) SetSetup(u Setup, responses int) error {
	if err := u.Check("setup"); err != nil {
		return err
	}
	changed := u.Threshold != s.Setup.Threshold || u.VoicesThreshold != s.Setup.VoicesThreshold
	if changed && (responses > 0 || s.State.Revealed()) {
		return ErrQuestionsLocked
	}
	if u.Threshold != s.Setup.Threshold {
		s.Customers.Survey = nil
	}
	s.Setup = u
	return nil
}

// SetThemes replaces the themes, before the first response. Answers on themes by place (the customers' side) are
// dropped, as they no longer fit; the leaders' prediction keeps what still has a theme.
func (s *Session) SetThemes(themes []Theme, responses int) error {
	if responses > 0 || s.State.Revealed() || s.State == Sealed {
		return ErrQuestionsLocked
	}
	if err := CheckThemes(themes); err != nil {
		return err
	}
	if len(themes) > MaxThemes {
		return invalid("themes", "%d are more than %d", len(themes), MaxThemes)
	}
	sameKeys := slices.EqualFunc(themes, s.Themes, func(a, b Theme) bool { return a.Key == b.Key })
	s.Themes = slices.Clone(themes)
	if sameKeys {
		return nil
	}
	s.Customers.Survey, s.Customers.Group = nil, nil
	s.Leaders.Order = slices.DeleteFunc(slices.Clone(s.Leaders.Order), func(k ThemeKey) bool { return ThemeIndex(themes, k) < 0 })
	for key := range s.Leaders.Standing {
		if ThemeIndex(themes, key) < 0 {
			delete(s.Leaders.Standing, key)
		}
	}
	s.Leaders.Committed = false
	return nil
}

// SetLeaders replaces the leaders' prediction, before the reveal.
func (s *Session) SetLeaders(l Leaders) error {
	if s.State.Revealed() {
		return ErrAlreadyRevealed
	}
	if err := l.Check(s.Themes); err != nil {
		return err
	}
	s.Leaders = l
	return nil
}

// SetCustomers replaces the customers' side, before the reveal. The evidence cannot turn to or from private belief once
// people have answered, as they were or were not asked.
func (s *Session) SetCustomers(c Customers, responses int) error {
	switch {
	case s.State.Revealed():
		return ErrAlreadyRevealed
	case !c.Evidence.Valid():
		return invalid("customers.evidence", "%q is not survey, private_belief or group_belief", string(c.Evidence))
	case responses > 0 && (c.Evidence == PrivateBelief) != (s.Customers.Evidence == PrivateBelief):
		return ErrQuestionsLocked
	case c.Survey != nil && len(c.Survey.Themes) != len(s.Themes):
		return invalid("customers.survey", "does not fit the %d themes", len(s.Themes))
	}
	if c.Group != nil {
		if err := c.Group.Check("customers.group", len(s.Themes)); err != nil {
			return err
		}
	}
	s.Customers = c
	return nil
}

// Missing lists what keeps collecting from starting, as keys of words ("ready." + key); nil when all is there.
func (s *Session) Missing() []string {
	var missing []string
	need := func(ok bool, key string) {
		if !ok {
			missing = append(missing, key)
		}
	}
	need(strings.TrimSpace(s.Setup.Organisation) != "", "organisation")
	need(strings.TrimSpace(s.Setup.Team) != "", "team")
	need(!s.Setup.Date.IsZero(), "date")
	need(s.Setup.Expected > 0, "expected")
	need(s.Setup.Expected == 0 || s.Setup.Expected >= s.Setup.Threshold, "expected_threshold")
	need(len(s.Themes) >= MinThemes && len(s.Themes) <= MaxThemes && CheckThemes(s.Themes) == nil, "themes")
	need(s.Customers.Evidence != NoEvidence, "customers")
	need(s.Setup.ExitCode != "", "exit_code")
	return missing
}

// MissingForReveal lists what the reveal would lack, as keys of words; the facilitator may go on without.
func (s *Session) MissingForReveal() []string {
	var missing []string
	if !s.Leaders.Committed {
		missing = append(missing, "leaders")
	}
	if s.Customers.Evidence == Survey && s.Customers.Survey == nil || s.Customers.Evidence == GroupBelief && s.Customers.Group == nil {
		missing = append(missing, "customers_answers")
	}
	return missing
}

// Move takes the session one step on or back, as CanMove allows. To Collect it needs everything of Missing; to Reveal
// leads only Count; to Planning a word on what the priorities pass over; to Closed nothing of MissingForClose.
// With a poll open it stays where that may be.
func (s *Session) Move(to State, responses int) error {
	if to == Reveal && s.State == Sealed {
		return ErrIllegalMove.With("from", string(s.State), "to", string(to))
	}
	if err := CanMove(s.State, to, responses, s.Setup.Threshold); err != nil {
		return err
	}
	if p, open := s.OpenedPoll(); open && !p.Kind.during(to) {
		return ErrPollOpen
	}
	if s.State == Prepare && to == Collect {
		if missing := s.Missing(); missing != nil {
			return ErrNotReady.With("missing", strings.Join(missing, ", "), "keys", missing)
		}
	}
	if s.State == Prioritise && to == Planning {
		if keys := s.unexplained(); keys != nil {
			return ErrUnexplained.With("themes", s.themeNames(keys))
		}
	}
	if s.State == Planning && to == Closed {
		if err := s.mayClose(); err != nil {
			return err
		}
	}
	s.State = to
	return nil
}

// Count turns the responses of a sealed session into its tally and its voices and reveals it. The responses are not
// kept. With fewer than the threshold it refuses and changes nothing.
func (s *Session) Count(responses []Response) error {
	if s.State.Revealed() {
		return ErrAlreadyRevealed
	}
	if s.State != Sealed {
		return ErrIllegalMove.With("from", string(s.State), "to", string(Reveal))
	}
	if len(responses) < s.Setup.Threshold {
		return ErrBelowThreshold.With("count", len(responses), "threshold", s.Setup.Threshold)
	}
	s.count(responses, s.customerTally(responses))
	return nil
}

// ImportCounted reveals a session from data gathered elsewhere, whatever its number of responses: what is below the
// threshold is suppressed and not kept. customers is nil where there are none.
func (s *Session) ImportCounted(responses []Response, customers *SideTally) error {
	if s.State != Prepare {
		return ErrIllegalMove.With("from", string(s.State), "to", string(Reveal))
	}
	s.Imported = true
	s.count(responses, customers)
	return nil
}

func (s *Session) count(responses []Response, customers *SideTally) {
	s.Tally = NewTally(len(s.Themes), s.Setup.Threshold, responses, customers, s.Customers.Evidence)
	s.Voices = nil
	if len(responses) >= s.Setup.VoicesThreshold {
		s.Voices = VoicesOf(responses)
	}
	s.Customers.Survey, s.Customers.Group = nil, nil // they live on in the tally
	s.State = Reveal
	if n := len(s.Earlier); n > 0 {
		s.Earlier = s.series()[:n:n]
	}
}

func (s *Session) customerTally(responses []Response) *SideTally {
	switch s.Customers.Evidence {
	case Survey:
		return s.Customers.Survey
	case GroupBelief:
		if s.Customers.Group != nil {
			return TallyAgreed(len(s.Themes), *s.Customers.Group)
		}
	case PrivateBelief:
		beliefs := make([]Ratings, 0, len(responses))
		for _, r := range responses {
			if r.Belief != nil {
				beliefs = append(beliefs, *r.Belief)
			}
		}
		return TallySide(len(s.Themes), s.Setup.Threshold, beliefs)
	}
	return nil
}
