package stats

import "math"

// Kendall compares two orders of the same things, pair by pair.
type Kendall struct {
	TauB       float64 // −1 opposite … 1 the same; NaN where one order has only ties
	Concordant int     // pairs that both put the same way round
	Discordant int
	Tied       int // pairs that are tied in at least one order
	Pairs      int
}

// KendallTauB is Kendall's τ-b of the values of two orders (Kendall 1945): (C − D)/√((P − ties in x)(P − ties in y)).
// Values that differ by no more than tolerance are tied. x and y have one length.
func KendallTauB(x, y []float64, tolerance float64) Kendall {
	var k Kendall
	tiedX, tiedY := 0, 0
	for i := range x {
		for j := range i {
			a, b := sign(x[i]-x[j], tolerance), sign(y[i]-y[j], tolerance)
			k.Pairs++
			switch {
			case a*b > 0:
				k.Concordant++
			case a*b < 0:
				k.Discordant++
			default:
				k.Tied++
			}
			if a == 0 {
				tiedX++
			}
			if b == 0 {
				tiedY++
			}
		}
	}
	k.TauB = math.NaN()
	if untied := float64(k.Pairs-tiedX) * float64(k.Pairs-tiedY); untied > 0 {
		k.TauB = float64(k.Concordant-k.Discordant) / math.Sqrt(untied)
	}
	return k
}

func sign(difference, tolerance float64) int {
	switch {
	case difference > tolerance:
		return 1
	case difference < -tolerance:
		return -1
	}
	return 0
}
