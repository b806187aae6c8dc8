package chart

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"exceed/assets"
	"exceed/workshop"
)

// This file holds the phrases that several charts share.

// customersName is what the customers' side is called: belief is named belief.
func customersName(w *assets.Words, e workshop.Evidence) string {
	if believed(e) {
		return w.Say("chart.side.customers_believed")
	}
	return w.Say("chart.side.customers")
}

// Fewest is how many people the smaller side of the headline has, which decides with how many digits both sides' shares
// are said beside each other.
func Fewest(c *workshop.Comparison) int {
	n := c.Respondents.Employees
	if c.Kept.Customers != nil {
		n = min(n, count(c.Respondents.Customers))
	}
	return n
}

func employeesName(w *assets.Words) string { return w.Say("chart.side.employees") }

// Badge says in a few words where the customers' figures come from; empty where there are none.
func Badge(w *assets.Words, c *workshop.Comparison) string {
	badge := ""
	switch c.Evidence {
	case workshop.NoEvidence:
		return ""
	case workshop.Survey:
		badge = w.Count("chart.badge.survey", count(c.Respondents.Customers))
	case workshop.PrivateBelief:
		badge = w.Count("chart.badge.private_belief", count(c.Respondents.Customers))
	case workshop.GroupBelief:
		badge = w.Say("chart.badge.group_belief")
	}
	if c.DifferenceScore {
		badge += " " + w.Say("chart.badge.difference")
	}
	return badge
}

// answered says how many of our people answered.
func answered(w *assets.Words, c *workshop.Comparison) string {
	return w.Count("chart.note.answered", c.Respondents.Employees)
}

// stable answers "would one person change this?" for the order of the first three themes.
func stable(w *assets.Words, c *workshop.Comparison) string {
	switch {
	case c.TopThreeStable == nil:
		return ""
	case *c.TopThreeStable:
		return w.Say("chart.note.stable")
	}
	return w.Say("chart.note.unstable")
}

// gapsTurned answers "would one person change this?" for the side of the line on which each gap lies.
func gapsTurned(w *assets.Words, c *workshop.Comparison) string {
	turned, ok := c.GapsTurned()
	switch {
	case !ok:
		return ""
	case len(turned) == 0:
		return w.Say("chart.gap.one_stable")
	}
	return w.Say("chart.gap.one_turns", "themes", names(w, namesOf(turned)))
}

// splitsTurned answers "would one person change this?" for which themes divide the team.
func splitsTurned(w *assets.Words, c *workshop.Comparison) string {
	turned, ok := c.SplitsTurned()
	switch {
	case !ok:
		return ""
	case len(turned) == 0:
		return w.Say("chart.splits.one_stable")
	}
	return w.Say("chart.splits.one_turns", "themes", names(w, namesOf(turned)))
}

// swing answers "would one person change this?" for the team's means of the behaviours. Which of them has the widest gap
// cannot be answered, as nothing that is kept links one person's nine answers.
func swing(w *assets.Words, c *workshop.Comparison) string {
	steps, ok := c.BehaviourSwing()
	if !ok {
		return ""
	}
	return w.Say("chart.behaviours.one_person", "steps", w.Number(math.Ceil(steps*10-1e-9)/10, 1))
}

func namesOf(themes []workshop.ThemeFigures) []string {
	all := make([]string, len(themes))
	for i, t := range themes {
		all[i] = t.Name
	}
	return all
}

// OfSide is something of one side as the name of a figure: "Our people: kept".
func OfSide(w *assets.Words, side, what string) string {
	return w.Say("chart.table.row", "side", side, "what", startingWith(unicode.ToLower, what))
}

// UnknownShare says why nobody knows how much one side has kept or exceeded: too few answered, or those who did gave no
// points to weigh the themes by.
func UnknownShare(w *assets.Words, c *workshop.Comparison, ofCustomers bool) string {
	if ofCustomers && c.Evidence == workshop.GroupBelief {
		return w.Say("chart.headline.unknown_group")
	}
	answered := slices.ContainsFunc(c.Themes, func(t workshop.ThemeFigures) bool {
		if ofCustomers {
			return t.Customers != nil && t.Customers.Mean != nil
		}
		return t.Employees.Mean != nil
	})
	switch {
	case !answered:
		return w.Say("chart.headline.unknown")
	case ofCustomers && c.Evidence == workshop.Survey:
		return w.Say("chart.headline.unknown_survey")
	}
	return w.Say("chart.headline.unknown_points")
}

// suppressed says why there is no figure.
func suppressed(w *assets.Words, threshold int) string {
	return w.Say("chart.suppressed", "n", threshold)
}

// percent is a share as a percentage, a dash where there is none.
func percent(w *assets.Words, share *float64, n int) string {
	if share == nil {
		return none
	}
	return w.Percent(*share, n)
}

// none stands in tables where there is no figure.
const none = "–"

func signed(w *assets.Words, x *float64) string {
	if x == nil {
		return none
	}
	return w.Signed(*x, 1)
}

func signedInterval(w *assets.Words, i *workshop.Interval) string {
	if i == nil {
		return none
	}
	return w.Say("chart.range", "from", w.Signed(i[0], 1), "to", w.Signed(i[1], 1))
}

func percentInterval(w *assets.Words, i *workshop.Interval, n int) string {
	if i == nil {
		return none
	}
	return w.Say("chart.range", "from", w.Percent(i[0], n), "to", w.Percent(i[1], n))
}

func number(w *assets.Words, n *int) string {
	if n == nil {
		return none
	}
	return w.Number(float64(*n), 0)
}

// short is a name for use in a sentence.
func short(name string) string {
	const most = 40
	if runes := []rune(name); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + ellipsis
	}
	return name
}

// names joins at most three names; more are counted.
func names(w *assets.Words, all []string) string {
	all = slices.Clone(all)
	for i, name := range all {
		all[i] = short(name)
	}
	if len(all) > 3 {
		return w.Count("chart.names.more", len(all)-2, "names", strings.Join(all[:2], ", "))
	}
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	last := len(all) - 1
	return w.Say("chart.names.and", "names", strings.Join(all[:last], ", "), "last", all[last])
}

func count(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// BehaviourName is a behaviour in a few words.
func BehaviourName(w *assets.Words, b workshop.Behaviour) string {
	return w.Say("chart.behaviour." + string(b))
}

// FieldName is the name of a field of the map.
func FieldName(w *assets.Words, f workshop.Field) string { return w.Say("chart.field." + string(f)) }

// StatusName is how a promise fares.
func StatusName(w *assets.Words, s workshop.Status) string {
	if s == workshop.Open {
		return w.Say("chart.status.open")
	}
	return w.Say("chart.status." + string(s))
}
