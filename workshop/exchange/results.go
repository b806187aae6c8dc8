package exchange

import (
	"encoding/json"
	"io"

	"exceed/workshop"
)

// results is exceed-results/1. Field by field it says what leaves Exceed: nothing gets out because the domain grew.
type results struct {
	Format         string                      `json:"format"`
	Session        resultSession               `json:"session"`
	Respondents    workshop.Respondents        `json:"respondents"`
	Evidence       *workshop.Evidence          `json:"evidence"` // null where there is no customer side
	Difference     bool                        `json:"difference_score"`
	Themes         []workshop.ThemeFigures     `json:"themes"`
	Order          workshop.Orders             `json:"order"`
	Kept           workshop.Sides              `json:"kept"`
	Exceeded       workshop.Sides              `json:"exceeded"`
	PredictedKept  *float64                    `json:"predicted_kept"`
	PerceptionGap  *float64                    `json:"perception_gap"`
	Behaviours     []workshop.BehaviourFigures `json:"behaviours"`
	Investment     workshop.InvestmentFigures  `json:"investment"`
	TopThreeStable *bool                       `json:"top_three_stable"`
	Voices         []resultVoice               `json:"voices"`
	VoiceCount     workshop.FateCount          `json:"voice_count"` // every voice, those not shown too
	Focus          []workshop.ThemeKey         `json:"focus"`       // first things first
	LeftBehind     []resultLeftBehind          `json:"left_behind"`
	Dots           *resultDots                 `json:"dots"` // null where none were given
	Actions        []resultAction              `json:"actions"`
	Contract       []workshop.ContractLine     `json:"contract"`
	Fist           [6]int                      `json:"fist"` // how many hands showed 0 … 5 fingers
	Parked         []resultParked              `json:"parked"`
	Trend          []workshop.TrendPoint       `json:"trend"`
}

type resultSession struct {
	Organisation    string                    `json:"organisation"`
	Kind            workshop.OrganisationKind `json:"kind"`
	Team            string                    `json:"team"`
	Facilitator     string                    `json:"facilitator"`
	Date            workshop.Date             `json:"date"`
	Language        workshop.Lang             `json:"language"`
	Threshold       int                       `json:"threshold"`
	VoicesThreshold int                       `json:"voices_threshold"`
	State           workshop.State            `json:"state"`
	Rehearsal       bool                      `json:"rehearsal"`
	Imported        bool                      `json:"imported"`
}

type resultAction struct {
	Theme     workshop.ThemeKey `json:"theme"`
	Side      workshop.Side     `json:"side"`
	Kind      workshop.Kind     `json:"kind"`
	What      string            `json:"what"`
	Owner     string            `json:"owner"`
	Due       workshop.Date     `json:"due"`
	Measure   string            `json:"measure"`
	From      string            `json:"from"`
	To        string            `json:"to"`
	FirstStep string            `json:"first_step"`
	Hours     float64           `json:"hours"`
	Money     float64           `json:"money"`
	Agreed    bool              `json:"agreed"`
	Waits     bool              `json:"waits"`    // stands behind a promise to employees that is still to be made
	Override  *string           `json:"override"` // why customers come first here
	Status    workshop.Status   `json:"status"`   // open, done, moved or dropped
	Reason    *string           `json:"reason"`
	MovedFrom *workshop.Date    `json:"moved_from"`
	Pulses    []resultPulse     `json:"pulses"` // what the team has seen of it, latest first
}

// WriteResults writes a revealed session as exceed-results/1: indented JSON, numbers with full precision, a suppressed
// figure null. The same session gives the same bytes. ErrNotRevealed.
func WriteResults(w io.Writer, s *workshop.Session) error {
	c, err := comparison(s)
	if err != nil {
		return err
	}
	out := results{
		Format: resultsFormat,
		Session: resultSession{
			Organisation: s.Setup.Organisation, Kind: s.Setup.Kind, Team: s.Setup.Team, Facilitator: s.Setup.Facilitator,
			Date: s.Setup.Date, Language: s.Setup.Language,
			Threshold: s.Setup.Threshold, VoicesThreshold: s.Setup.VoicesThreshold,
			State: s.State, Rehearsal: s.Rehearsal, Imported: s.Imported,
		},
		Respondents: c.Respondents, Evidence: given(c.Evidence), Difference: c.DifferenceScore,
		Themes: c.Themes, Order: c.Order, Kept: c.Kept, Exceeded: c.Exceeded,
		PredictedKept: c.PredictedKept, PerceptionGap: c.PerceptionGap,
		Behaviours: c.Behaviours, Investment: c.Investment, TopThreeStable: c.TopThreeStable,
		Voices: resultVoices(s), VoiceCount: s.CountFates(), Focus: listed(s.Priorities.Focus), LeftBehind: resultsLeftBehind(s, c), Dots: resultsDots(s),
		Actions: resultActions(s), Contract: listed(s.Plan.Contract), Fist: s.Plan.Fist, Parked: resultsParked(s), Trend: s.Trend(),
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

// comparison is every figure of a session that may be exported.
func comparison(s *workshop.Session) (*workshop.Comparison, error) {
	if s.State.Revealed() {
		if c := s.Compare(); c != nil {
			return c, nil
		}
	}
	return nil, ErrNotRevealed
}

func resultActions(s *workshop.Session) []resultAction {
	actions := []resultAction{}
	for _, p := range s.Plan.InFocusOrder(s.Priorities.Focus) {
		a := resultAction{
			Theme: p.Theme, Side: p.Side, Kind: p.Kind, What: p.What, Owner: p.Owner, Due: p.Due,
			Measure: p.Measure, From: p.From, To: p.To, FirstStep: p.FirstStep, Hours: p.Hours, Money: p.Money,
			Agreed: p.Agreed, Waits: s.Plan.Waits(p), Override: given(p.Override), Status: p.Status, Reason: given(p.Reason),
			MovedFrom: given(p.MovedFrom), Pulses: resultPulses(s, p.ID),
		}
		if p.Status == workshop.Open {
			a.Status = "open"
		}
		actions = append(actions, a)
	}
	return actions
}

// given is nil for what is not said.
func given[T comparable](x T) *T {
	var none T
	if x == none {
		return nil
	}
	return &x
}
