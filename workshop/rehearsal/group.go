package rehearsal

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"exceed/workshop"
)

// readVoices is the facilitator alone with the voices: hides what tells its writer, puts under a theme what names none,
// and merges two that say alike: here the first two under one theme.
func (r *Rehearsal) readVoices(s *workshop.Session) error {
	known := map[string]saying{}
	for _, said := range corpus() {
		known[said.Text.In(r.lang, workshop.English)] = said
	}
	first := map[workshop.ThemeKey]int{}
	merged := false
	for _, v := range s.Voices {
		said := known[v.Text]
		theme, into := v.Theme, 0
		if theme == "" && workshop.ThemeIndex(s.Themes, said.Theme) >= 0 {
			theme = said.Theme
		}
		if !said.Identifies && theme != "" {
			if first[theme] == 0 {
				first[theme] = v.ID
			} else if !merged {
				into, merged = first[theme], true
			}
		}
		err := s.ChangeVoice(v.ID, func(v *workshop.Voice) { v.Theme, v.Hidden, v.Into = theme, said.Identifies, into })
		if err != nil {
			return err
		}
	}
	return nil
}

// decideFates gives each voice its fate: acted on where its theme goes on, else parked or declined with a reason.
func (r *Rehearsal) decideFates(s *workshop.Session) error {
	rnd, reasons := r.stream(partVoices), lines().Declined
	for _, v := range s.Voices {
		fate := workshop.Fate{Kind: workshop.Parked}
		switch declined := rnd.Float64() < 0.2; {
		case slices.Contains(s.Priorities.Focus, v.Theme):
			fate.Kind = workshop.ActedOn
		case declined:
			fate = workshop.Fate{Kind: workshop.Declined, Reason: r.say(reasons[rnd.IntN(len(reasons))])}
		}
		if err := s.ChangeVoice(v.ID, func(v *workshop.Voice) { v.Fate = fate }); err != nil {
			return err
		}
	}
	return nil
}

// ranked are the themes in the order that the figures suggest; those without a rank follow in the session's order.
func ranked(s *workshop.Session) []workshop.ThemeFigures {
	figures := slices.Clone(s.Compare().Themes)
	rank := func(t workshop.ThemeFigures) int {
		if t.FocusRank == nil {
			return len(figures) + 1
		}
		return *t.FocusRank
	}
	slices.SortStableFunc(figures, func(a, b workshop.ThemeFigures) int { return cmp.Compare(rank(a), rank(b)) })
	return figures
}

// priorities are the group's choices: it mostly follows the figures, and may put something else in place of the third.
func (r *Rehearsal) priorities(s *workshop.Session) workshop.Priorities {
	rnd, figures := r.stream(partPriorities), ranked(s)
	third := 2 + rnd.IntN(3)
	if third >= len(figures) {
		third = len(figures) - 1
	}
	figures[2], figures[third] = figures[third], figures[2]

	p := workshop.Priorities{
		Map:     map[workshop.ThemeKey]workshop.Placement{},
		Dropped: map[workshop.ThemeKey]string{},
	}
	for i, t := range figures {
		goesOn := i < workshop.MaxFocus
		switch {
		case goesOn:
			p.Focus = append(p.Focus, t.Key)
		case t.Divides():
			p.Dropped[t.Key] = r.say(lines().Split)
		case t.FocusRank != nil && *t.FocusRank <= workshop.MaxFocus:
			p.Dropped[t.Key] = r.say(lines().LeftOut)
		}
		if i < 6 {
			p.Map[t.Key] = place(rnd, goesOn)
		}
	}
	return p
}

// place is where the group puts a theme; what goes on has more impact. Both figures are whole hundredths.
func place(rnd *rand.Rand, goesOn bool) workshop.Placement {
	least := 15
	if goesOn {
		least = 55
	}
	return workshop.Placement{Impact: float64(least+rnd.IntN(40)) / 100, Effort: float64(15+rnd.IntN(70)) / 100}
}

func (r *Rehearsal) say(t workshop.Text) string { return t.In(r.lang, workshop.English) }
