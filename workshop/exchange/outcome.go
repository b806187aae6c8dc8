package exchange

import "exceed/workshop"

// This file holds what the group decided, as exceed-results/1 says it.

// undecided is the fate of what nobody has decided on.
const undecided = "undecided"

type resultVoice struct {
	Text      string              `json:"text"`
	Theme     *workshop.ThemeKey  `json:"theme"`
	Suggested []workshop.ThemeKey `json:"suggested"`
	Fate      string              `json:"fate"` // acted_on, parked, declined or undecided; that of the voice it says the same as
	Reason    *string             `json:"reason"`
}

// resultLeftBehind is a theme that does not go on though it divides the team, or the numbers put it first.
type resultLeftBehind struct {
	Theme   workshop.ThemeKey `json:"theme"`
	First   bool              `json:"first"`
	Divides bool              `json:"divides"`
	Reason  *string           `json:"reason"`
}

type resultParked struct {
	Text   string  `json:"text"`
	Fate   string  `json:"fate"`
	Reason *string `json:"reason"`
}

// resultVoices are the voices that nobody hid, in the order that follows from their words; none below the threshold of
// voices, whatever the session holds. Where nothing else is suggested, it is the theme that the writer named.
func resultVoices(s *workshop.Session) []resultVoice {
	voices := []resultVoice{}
	if s.Tally.Employees.Respondents < s.Setup.VoicesThreshold {
		return voices
	}
	for _, v := range s.VoicesToShow() {
		suggested := append([]workshop.ThemeKey{}, v.Suggested...)
		if len(suggested) == 0 && v.Named != "" {
			suggested = append(suggested, v.Named)
		}
		fate, reason := fateOf(s.FateOf(v))
		voices = append(voices, resultVoice{Text: v.Text, Theme: given(v.Theme), Suggested: suggested, Fate: fate, Reason: reason})
	}
	return voices
}

func resultsLeftBehind(s *workshop.Session, c *workshop.Comparison) []resultLeftBehind {
	behind := []resultLeftBehind{}
	for _, l := range s.Priorities.LeftBehind(c) {
		behind = append(behind, resultLeftBehind{l.Theme.Key, l.First, l.Divides, given(l.Reason)})
	}
	return behind
}

// resultDots are the group's dots: counted aloud, or given privately at the kiosk by so many respondents.
type resultDots struct {
	Private     bool                      `json:"private"`
	Respondents *int                      `json:"respondents"`
	Themes      map[workshop.ThemeKey]int `json:"themes"`
}

// resultPulse is what people said on a day of whether they had seen a promise. Suppressed, its figures are null.
type resultPulse struct {
	Date       workshop.Date `json:"date"`
	Suppressed bool          `json:"suppressed"`
	N          *int          `json:"n"`
	Seen       *int          `json:"seen"`
	Partly     *int          `json:"partly"`
	NotYet     *int          `json:"not_yet"`
}

func resultsDots(s *workshop.Session) *resultDots {
	if len(s.Priorities.Dots) == 0 {
		return nil
	}
	dots := &resultDots{Private: s.Priorities.Private, Themes: s.Priorities.Dots}
	for _, p := range s.Polls {
		if dots.Private && p.Kind == workshop.DotsPoll && p.Counted {
			dots.Respondents = &p.Responses
		}
	}
	return dots
}

func resultPulses(s *workshop.Session, promise int) []resultPulse {
	pulses := []resultPulse{}
	for _, p := range s.Pulses() {
		c, asked := p.OfPromise(promise)
		if !asked {
			continue
		}
		r := resultPulse{Date: p.Opened, Suppressed: c.Suppressed}
		if n := c.N(); !c.Suppressed {
			r.N, r.Seen, r.Partly, r.NotYet = &n, &c.Seen, &c.Partly, &c.NotYet
		}
		pulses = append(pulses, r)
	}
	return pulses
}

func resultsParked(s *workshop.Session) []resultParked {
	parked := []resultParked{}
	for _, item := range s.Parking {
		fate, reason := fateOf(item.Fate)
		parked = append(parked, resultParked{item.Text, fate, reason})
	}
	return parked
}

func fateOf(f workshop.Fate) (kind string, reason *string) {
	if f.Kind == workshop.Undecided {
		return undecided, given(f.Reason)
	}
	return string(f.Kind), given(f.Reason)
}

// listed is a list that is never null.
func listed[T any](list []T) []T { return append([]T{}, list...) }
