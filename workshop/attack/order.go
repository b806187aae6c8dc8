package attack

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Generation is one state of the responses that a file gives away: the people in it, as they lie there.
type Generation []int

// GuessOrder guesses in which order n people answered, first one first: who is in more of the states came earlier, and
// of two who are in equally many, the one who lies first in the first state that has both. It says nothing about people
// whom no state has; they come at random.
func GuessOrder(n int, states []Generation) []int {
	copies, place := make([]int, n), make([]int, n)
	for i := range place {
		place[i] = n + rand.IntN(1<<20)
	}
	for i := len(states) - 1; i >= 0; i-- {
		for at, person := range states[i] {
			copies[person]++
			place[person] = at
		}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(copies[b], copies[a]), cmp.Compare(place[a], place[b]))
	})
	return order
}

// Tau is Kendall's τ between a guessed order and the true one, in which person i came i-th.
func Tau(order []int) float64 {
	concordant, pairs := 0, 0
	for i := range order {
		for j := range i {
			pairs++
			if order[j] < order[i] {
				concordant++
			}
		}
	}
	return 2*float64(concordant)/float64(pairs) - 1
}

// Guesses sums up guesses about sessions of n people.
type Guesses struct {
	People, Sessions int
	tau              float64
	last             int
}

// Add adds a guessed order.
func (g *Guesses) Add(order []int) {
	g.People = len(order)
	g.Sessions++
	g.tau += Tau(order)
	if order[len(order)-1] == len(order)-1 {
		g.last++
	}
}

// MeanTau is the mean of τ, and its standard error if all orders were equally likely (Kendall 1938).
func (g *Guesses) MeanTau() (mean, standardError float64) {
	n := float64(g.People)
	return g.tau / float64(g.Sessions), math.Sqrt(2 * (2*n + 5) / (9 * n * (n - 1)) / float64(g.Sessions))
}

// Last is the share of sessions whose last person was named, what chance gives, and the standard error of chance.
func (g *Guesses) Last() (share, chance, standardError float64) {
	chance = 1 / float64(g.People)
	return float64(g.last) / float64(g.Sessions), chance, math.Sqrt(chance * (1 - chance) / float64(g.Sessions))
}
