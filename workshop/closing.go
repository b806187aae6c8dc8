package workshop

import (
	"slices"
	"strings"
)

// OpenEnd is something that a session has not settled when it closes: promises, themes, or a number of other things.
type OpenEnd struct {
	Key      string     // of its words, "close." + Key
	Count    int        // how many are open
	Blocks   bool       // the session cannot close over it
	Promises []int      // those that it is about
	Themes   []ThemeKey // those that it is about
}

// OpenEnds lists what the session has not settled, what blocks first; nil when all is settled. The facilitator may close
// over the others, and the report says so.
func (s *Session) OpenEnds() []OpenEnd {
	var ends []OpenEnd
	add := func(e OpenEnd) {
		if e.Count += len(e.Promises) + len(e.Themes); e.Count > 0 {
			ends = append(ends, e)
		}
	}
	promises := func(open func(Promise) bool) (ids []int) {
		for _, p := range s.Plan.Promises {
			if open(p) {
				ids = append(ids, p.ID)
			}
		}
		return ids
	}
	one := func(open bool) int {
		if open {
			return 1
		}
		return 0
	}
	_, hands := s.Plan.FistMean()

	add(OpenEnd{Key: "incomplete", Blocks: true, Promises: promises(func(p Promise) bool { return p.Check("promise", s.Themes) != nil })})
	add(OpenEnd{Key: "waits", Blocks: true, Promises: promises(s.Plan.Waits)})
	add(OpenEnd{Key: "nothing", Count: one(len(s.Plan.Promises)+len(s.Priorities.Focus) == 0)})
	add(OpenEnd{Key: "focus", Themes: s.unpromised()})
	add(OpenEnd{Key: "not_agreed", Promises: promises(func(p Promise) bool { return !p.Agreed && !p.Settled() })})
	add(OpenEnd{Key: "unexplained", Themes: s.unexplained()})
	add(OpenEnd{Key: "contract", Count: one(len(s.Plan.Contract) == 0)})
	add(OpenEnd{Key: "fist", Count: one(hands == 0)})
	add(OpenEnd{Key: "parked", Count: s.undecidedParked()})
	add(OpenEnd{Key: "voices", Count: s.CountVoices().Undecided})
	return ends
}

// unpromised are the themes that go on without a promise.
func (s *Session) unpromised() []ThemeKey {
	return slices.DeleteFunc(slices.Clone(s.Priorities.Focus), func(key ThemeKey) bool {
		return slices.ContainsFunc(s.Plan.Promises, func(p Promise) bool { return p.Theme == key && p.Status != Dropped })
	})
}

// unexplained are the themes that were passed over without a word, once any goes on.
func (s *Session) unexplained() []ThemeKey {
	c := s.Compare()
	if c == nil || len(s.Priorities.Focus) == 0 {
		return nil
	}
	var keys []ThemeKey
	for _, t := range s.Priorities.Unexplained(c) {
		keys = append(keys, t.Key)
	}
	return keys
}

func (s *Session) undecidedParked() (n int) {
	for _, item := range s.Parking {
		if item.Fate.Kind == Undecided {
			n++
		}
	}
	return n
}

// MissingForClose lists what keeps the session from closing, as keys of words ("close." + key); nil when nothing does.
func (s *Session) MissingForClose() []string {
	var keys []string
	for _, e := range s.OpenEnds() {
		if e.Blocks {
			keys = append(keys, e.Key)
		}
	}
	return keys
}

// mayClose refuses what blocks closing. ErrOpenEnds.
func (s *Session) mayClose() error {
	if missing := s.MissingForClose(); missing != nil {
		return ErrOpenEnds.With("missing", strings.Join(missing, ", "))
	}
	return nil
}

// themeNames are names of themes in the session's language, for messages.
func (s *Session) themeNames(keys []ThemeKey) string {
	names := make([]string, len(keys))
	for i, key := range keys {
		theme, _ := s.Theme(key)
		names[i] = theme.Name.In(s.Setup.Language, English)
	}
	return strings.Join(names, ", ")
}
