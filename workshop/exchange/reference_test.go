package exchange_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop/stats"
)

// This file holds exports to a second, slow reading of the same file: maps and sums straight from the definitions.

type answer struct {
	Points   map[string]float64 `json:"points,omitempty"`
	Standing map[string]float64 `json:"standing,omitempty"`
}

type answers []answer

// randomAnswers are those of n people, of whom some say nothing of points, or nothing of some themes.
func randomAnswers(random *rand.Rand, n int) answers {
	people := make(answers, n)
	for i := range people {
		people[i] = answer{map[string]float64{}, map[string]float64{}}
		for t, theme := range assets.Themes() {
			key := string(theme.Key)
			if random.IntN(4) > 0 && (n < 10 || i%9 > 0) {
				people[i].Points[key] = float64(random.IntN(8))
			}
			if random.IntN(12) >= t && (t != 11 || i < 4) {
				people[i].Standing[key] = float64(random.IntN(7) - 3)
			}
		}
	}
	return people
}

const referenceThreshold = 5

// open are the themes that are not suppressed.
func (a answers) open() map[string]bool {
	open := map[string]bool{}
	for _, theme := range assets.Themes() {
		n := 0
		for _, x := range a {
			if _, said := x.Standing[string(theme.Key)]; said {
				n++
			}
		}
		open[string(theme.Key)] = n >= referenceThreshold
	}
	return open
}

func (a answers) weights(open map[string]bool) map[string]float64 {
	weights, n := map[string]float64{}, 0.0
	for _, x := range a {
		sum := 0.0
		for key, p := range x.Points {
			if open[key] {
				sum += p
			}
		}
		if sum == 0 {
			continue
		}
		n++
		for key, p := range x.Points {
			if open[key] {
				weights[key] += p / sum
			}
		}
	}
	for key := range weights {
		weights[key] /= n
	}
	return weights
}

// average is the mean of f over those who gave the theme a standing.
func (a answers) average(key string, f func(float64) float64) float64 {
	sum, n := 0.0, 0.0
	for _, x := range a {
		if s, said := x.Standing[key]; said {
			sum += f(s)
			n++
		}
	}
	return sum / n
}

func (a answers) mean(key string) float64 {
	return a.average(key, func(s float64) float64 { return s })
}

func (a answers) keptShare(open map[string]bool) float64 {
	kept := 0.0
	for key, w := range a.weights(open) {
		kept += w * a.average(key, func(s float64) float64 {
			if s >= 0 {
				return 1
			}
			return 0
		})
	}
	return kept
}

// keptInterval is the jackknife over respondents, one by one.
func (a answers) keptInterval(open map[string]bool) (low, high float64) {
	n := float64(len(a))
	left := make([]float64, len(a))
	mean := 0.0
	for i := range a {
		others := append(append(answers{}, a[:i]...), a[i+1:]...)
		left[i] = others.keptShare(open)
		mean += left[i] / n
	}
	squares := 0.0
	for _, x := range left {
		squares += (x - mean) * (x - mean)
	}
	half := stats.StudentQuantile(0.975, n-1) * math.Sqrt((n-1)/n*squares)
	return max(0, a.keptShare(open)-half), min(1, a.keptShare(open)+half)
}

func TestExportsEqualASlowReference(t *testing.T) {
	for _, n := range []int{6, 40, 5000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			random := rand.New(rand.NewPCG(uint64(n), 1))
			employees, customers := randomAnswers(random, n), randomAnswers(random, n/2+5)
			asText := func(x any) string {
				text, err := json.Marshal(x)
				if err != nil {
					t.Fatal(err)
				}
				return string(text)
			}
			text := written("customers", `{"evidence": "survey", "responses": `+asText(customers)+`}`,
				"session", `{"date": "2026-11-21", "threshold": 5}`, "employees", asText(employees))
			_, tree := exported(t, sessionOf(t, text))

			near := func(what string, got any, want float64) {
				t.Helper()
				if x, ok := got.(float64); !ok || math.Abs(x-want) > 1e-9 {
					t.Errorf("%s is %v, want %v", what, got, want)
				}
			}
			figure := func(path ...any) any {
				var at any = tree
				for _, step := range path {
					switch step := step.(type) {
					case string:
						at = at.(map[string]any)[step]
					case int:
						at = at.([]any)[step]
					}
				}
				return at
			}
			openE, openC := employees.open(), customers.open()
			we, wc := employees.weights(openE), customers.weights(openC)
			hidden := 0
			for i, theme := range assets.Themes() {
				key := string(theme.Key)
				if suppressed := figure("themes", i, "employees", "suppressed"); suppressed != !openE[key] {
					t.Errorf("%s is suppressed: %v", key, suppressed)
				}
				if !openE[key] {
					hidden++
					continue
				}
				near(key+" weight", figure("themes", i, "employees", "weight"), we[key])
				near(key+" mean", figure("themes", i, "employees", "mean"), employees.mean(key))
				if openC[key] {
					near(key+" customers' mean", figure("themes", i, "customers", "mean"), customers.mean(key))
					near(key+" gap", figure("themes", i, "modelling_gap"), employees.mean(key)-customers.mean(key))
					near(key+" focus", figure("themes", i, "focus"), (we[key]+wc[key])/2*max(0, -employees.mean(key)))
				}
			}
			if hidden == 0 {
				t.Error("no theme is suppressed, so suppression is not tested")
			}
			near("kept", figure("kept", "employees", "share"), employees.keptShare(openE))
			near("customers' kept", figure("kept", "customers", "share"), customers.keptShare(openC))
			if n <= 40 { // one by one it takes n times n
				low, high := employees.keptInterval(openE)
				near("kept from", figure("kept", "employees", "interval", 0), low)
				near("kept to", figure("kept", "employees", "interval", 1), high)
			}
			if strings.Contains(fmt.Sprint(tree), "NaN") {
				t.Error("a figure is not a number")
			}
		})
	}
}
