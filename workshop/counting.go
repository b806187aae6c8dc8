package workshop

// NewTally counts the employees' responses beside the customers' side (nil for none, whatever the evidence). A
// threshold below MinThreshold counts as MinThreshold. No order of the responses changes a bit of it. It takes time in
// proportion to responses and themes, and memory of two numbers a response.
func NewTally(themes, threshold int, employees []Response, customers *SideTally, evidence Evidence) *Tally {
	threshold = max(threshold, MinThreshold)
	team := newSide(themes, threshold, each(len(employees), func(i int) *Ratings { return &employees[i].Ratings }))
	kept, voice := newShares(team), newOneVoice(team, customers)
	team.leaveEachOut(kept.leftOut, voice.leftOut)

	tally := &Tally{Threshold: threshold, Employees: *team.tally(kept), Customers: customers}
	tally.OneVoice, tally.TopThreeStable = voice.of()
	tally.Behaviours = countBehaviours(employees, threshold)
	if customers != nil {
		tally.Evidence = evidence
	}
	if len(employees) >= threshold {
		tally.CountedOnly = countHidden(employees)
	}
	return tally
}

// TallySide counts one side's ratings; the threshold is taken as in NewTally.
func TallySide(themes, threshold int, ratings []Ratings) *SideTally {
	s := newSide(themes, max(threshold, MinThreshold), each(len(ratings), func(i int) *Ratings { return &ratings[i] }))
	kept := newShares(s)
	s.leaveEachOut(kept.leftOut)
	return s.tally(kept)
}

// TallyAgreed is the side made of one answer agreed aloud: no respondents, no n, no intervals, nothing suppressed. A
// theme without a standing has no mean, and nobody said that it is kept: it adds nothing to kept and exceeded. Without
// points there are no weights; without weights or any standing, neither kept nor exceeded.
func TallyAgreed(themes int, agreed Ratings) *SideTally {
	s := &SideTally{Agreed: true, Themes: make([]ThemeTally, themes)}
	weights := make([]float64, themes)
	weighted := normalise(agreed.Points, upTo(themes), weights)
	said, kept, exceeded := false, 0.0, 0.0
	for t := range s.Themes {
		if weighted {
			s.Themes[t].Weight = &weights[t]
		}
		standing, ok := agreed.standing(t)
		if !ok {
			continue
		}
		said = true
		s.Themes[t].Mean = &standing
		if standing >= 0 {
			kept += weights[t]
		}
		if standing > 0 {
			exceeded += weights[t]
		}
	}
	if said && weighted {
		s.Kept.Share, s.Exceeded.Share = &kept, &exceeded
	}
	return s
}

func countBehaviours(responses []Response, threshold int) (tallies [BehaviourCount]BehaviourTally) {
	for i := range responses {
		for b, f := range responses[i].Behaviours {
			if value, ok := f.Value(); ok {
				tallies[b].N++
				tallies[b].Histogram[value]++
			}
		}
	}
	for b := range tallies {
		if tallies[b].N < threshold {
			tallies[b] = BehaviourTally{Suppressed: true}
		}
	}
	return tallies
}

// countHidden is how many statements their writers chose not to show.
func countHidden(responses []Response) int {
	hidden := 0
	for i := range responses {
		for _, st := range responses[i].Statements {
			if !st.Show {
				hidden++
			}
		}
	}
	return hidden
}
