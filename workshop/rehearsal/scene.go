package rehearsal

import (
	"math"
	"math/rand/v2"

	"exceed/workshop"
)

// topic is what is true of one theme. Means are standings, −3 … 3; pulls are relative and positive.
type topic struct {
	pull         float64 // how much of the team's expectation it draws
	customerPull float64
	employees    float64 // the team's mean standing
	customers    float64
	camps        float64 // how far each half of the team stands from the mean; 0 where the team agrees
}

// casting is where the themes of a scene stand, most expected first: people expect most what they miss most.
var casting = [...]struct{ employees, customers, camps float64 }{
	{-1.5, -0.8, 0},  // model it first
	{-1.3, 0.8, 0},   // at our people's expense
	{1.0, 0.8, 0},    // keep exceeding
	{-0.1, 0.1, 1.9}, // two camps
	{0.9, -0.9, 0},   // carry it over
	{-1.1, -0.7, 0},
	{-1.2, 0.7, 0},
	{0.8, -0.7, 0},
	{0.1, 0.4, 1.8},
	{1.1, 0.9, 0},
	{-1.0, -0.9, 0},
	{-0.9, 0.9, 0},
}

// scene is what is true of the team and its customers, by theme order.
func (r *Rehearsal) scene(themes []workshop.Theme) []topic {
	rnd := r.stream(partScene)
	topics := make([]topic, len(themes))
	for rank, i := range rnd.Perm(len(themes)) {
		cast := casting[rank%len(casting)]
		ownPull := -0.24*float64(rank) + 0.3*rnd.NormFloat64()
		topics[i] = topic{
			pull:         math.Exp(ownPull),
			customerPull: math.Exp(0.3*ownPull + 0.7*rnd.NormFloat64()),
			employees:    cast.employees + 0.2*rnd.NormFloat64(),
			customers:    cast.customers + 0.2*rnd.NormFloat64(),
			camps:        cast.camps,
		}
	}
	return topics
}

// spread gives whole points to themes, each with a chance by its pull.
func spread(rnd *rand.Rand, points int, pulls []float64) []float64 {
	sum := 0.0
	for _, p := range pulls {
		sum += p
	}
	given := make([]float64, len(pulls))
	for range points {
		x, i := rnd.Float64()*sum, 0
		for ; i < len(pulls)-1 && x >= pulls[i]; i++ {
			x -= pulls[i]
		}
		given[i]++
	}
	return given
}

// onScale is the nearest standing.
func onScale(x float64) float64 {
	return math.Round(min(max(x, workshop.MinStanding), workshop.MaxStanding)) + 0 // and not −0
}

// howOften is the nearest frequency to a value 0 … 4.
func howOften(x float64) workshop.Frequency {
	f, _ := workshop.FrequencyOf(int(math.Round(min(max(x, 0), 4))))
	return f
}
