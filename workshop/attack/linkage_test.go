package attack_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"exceed/workshop"
	"exceed/workshop/attack"
	"exceed/workshop/stats"
	"exceed/workshop/storetest"
)

// stranger is a person whose answers have nothing to do with one another, so that whatever links them is a leak.
func stranger(i, themes int) workshop.Response {
	r := person(i)
	for t := range themes {
		r.Points[t], r.Standing[t] = 0, float64(rand.IntN(7)-3)
	}
	r.Points[rand.IntN(themes)] = workshop.PointsToSpread
	for b := range r.Behaviours {
		r.Behaviours[b] = workshop.Frequency(1 + rand.IntN(5))
	}
	return r
}

// Somebody who knows who wrote each voice looks in a revealed session for what else its writer answered: in every list of
// numbers that has one for each person, and in the histograms spread out. Control: the same session with its rows.
func TestLinkageAcrossQuestions(t *testing.T) {
	const n = 20
	sessions := attack.Size(60, 1000)
	var leaked, control sum
	for range sessions {
		s := storetest.Ready(0)
		s.State, s.Setup.VoicesThreshold = workshop.Sealed, workshop.MinVoicesThreshold
		responses := make([]workshop.Response, n)
		for i := range responses {
			responses[i] = stranger(i, len(s.Themes))
		}
		next := s.Clone()
		must(t, next.Count(responses))
		document, err := json.Marshal(next)
		must(t, err)
		writers := who(document)
		if len(writers) != n {
			t.Fatalf("the attack reads %d of %d voices", len(writers), n)
		}
		leaked.add(linked(t, document, writers, responses))

		rows := make([][]float64, n)
		for i, w := range writers {
			rows[i] = responses[w].Standing
		}
		withRows, err := json.Marshal(map[string]any{"session": next, "rows": rows})
		must(t, err)
		control.add(linked(t, withRows, writers, responses))
	}
	mean, standardError := leaked.mean()
	with, _ := control.mean()
	if math.Abs(mean) >= attack.Errors()*standardError {
		t.Errorf("τ %.4f ± %.4f", mean, standardError)
	}
	if with < 0.5 {
		t.Errorf("control: with rows τ is %.3f", with)
	}
	attack.Report(t, attack.Line{
		Channel: "one person's answers across questions", Tried: fmt.Sprintf("%d sessions of %d", sessions, n),
		Result: fmt.Sprintf("τ %+.4f (s.e. %.4f)", mean, standardError), Target: fmt.Sprintf("|τ| < %.4f", 3*standardError),
		Control: fmt.Sprintf("with rows τ %.2f", with),
	})
}

// linked is the mean τ, over the themes, between what writers answered and the list of the document that looks most like
// their answers: the attacker may choose the best of the lists, but not among signs, and not by the answers, so the list
// is the first of the document that has one number for each writer; without any, the histograms spread out.
func linked(t *testing.T, document []byte, writers []int, responses []workshop.Response) float64 {
	t.Helper()
	var tree any
	must(t, json.Unmarshal(document, &tree))
	lists := perPerson(tree, len(writers))
	total, themes := 0.0, len(responses[0].Standing)
	for theme := range themes {
		truth := make([]float64, len(writers))
		for i, w := range writers {
			truth[i] = responses[w].Standing[theme]
		}
		guess := spread(tree, theme, len(writers))
		if len(lists) > theme {
			guess = lists[theme]
		}
		if tau := stats.KendallTauB(guess, truth, 0).TauB; !math.IsNaN(tau) {
			total += tau
		}
	}
	return total / float64(themes)
}

// perPerson are the columns of every list in the document that has n numbers, or n lists of numbers.
func perPerson(tree any, n int) (columns [][]float64) {
	switch v := tree.(type) {
	case map[string]any:
		for _, child := range v {
			columns = append(columns, perPerson(child, n)...)
		}
	case []any:
		if own := column(v); len(v) == n && own != nil {
			columns = append(columns, own)
		}
		if rows := table(v); len(v) == n && rows != nil {
			columns = append(columns, rows...)
		}
		for _, child := range v {
			columns = append(columns, perPerson(child, n)...)
		}
	}
	return columns
}

func column(list []any) (numbers []float64) {
	for _, x := range list {
		number, ok := x.(float64)
		if !ok {
			return nil
		}
		numbers = append(numbers, number)
	}
	return numbers
}

func table(list []any) (columns [][]float64) {
	for _, x := range list {
		row, ok := x.([]any)
		numbers := column(row)
		if !ok || numbers == nil || columns != nil && len(columns) != len(numbers) {
			return nil
		}
		if columns == nil {
			columns = make([][]float64, len(numbers))
		}
		for i, number := range numbers {
			columns[i] = append(columns[i], number)
		}
	}
	return columns
}

// spread is a theme's histogram as a list of n answers.
func spread(tree any, theme, n int) (answers []float64) {
	root := tree.(map[string]any)
	if s, ok := root["session"].(map[string]any); ok {
		root = s
	}
	tally := root["tally"].(map[string]any)["employees"].(map[string]any)["themes"].([]any)[theme].(map[string]any)
	for place, count := range tally["histogram"].([]any) {
		for range int(count.(float64)) {
			answers = append(answers, float64(place))
		}
	}
	return answers[:n]
}

// sum gathers figures for their mean.
type sum struct{ n, sum, squares float64 }

func (s *sum) add(x float64) { s.n, s.sum, s.squares = s.n+1, s.sum+x, s.squares+x*x }

func (s *sum) mean() (mean, standardError float64) {
	mean = s.sum / s.n
	return mean, math.Sqrt((s.squares/s.n - mean*mean) / s.n)
}
