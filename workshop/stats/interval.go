package stats

import (
	"math"
	"slices"
)

// Z975 is the normal quantile of a 95 % interval.
const Z975 = 1.959963984540054

// Interval is a 95 % interval, lower end first.
type Interval = [2]float64

// Cut is the interval without what lies outside lowest … highest.
func Cut(v Interval, lowest, highest float64) Interval {
	return Interval{min(max(v[0], lowest), highest), min(max(v[1], lowest), highest)}
}

// MeanInterval is Student's interval of a mean of n ≥ 2 values: mean ± t(0.975, n−1)·sd/√n, sd with n − 1.
func MeanInterval(mean, sd float64, n int) Interval {
	half := StudentQuantile(0.975, float64(n-1)) * sd / math.Sqrt(float64(n))
	return Interval{mean - half, mean + half}
}

// WelchInterval is Welch's interval of the difference of two means, first − second, each of at least 2 values, with the
// degrees of freedom of Welch and Satterthwaite (Welch 1947). Without any spread it is the difference alone.
func WelchInterval(mean1, sd1 float64, n1 int, mean2, sd2 float64, n2 int) Interval {
	v1, v2 := sd1*sd1/float64(n1), sd2*sd2/float64(n2)
	difference := mean1 - mean2
	if v1+v2 == 0 {
		return Interval{difference, difference}
	}
	q := v1 / (v1 + v2) // as a share, so that tiny variances do not vanish when squared
	df := 1 / (q*q/float64(n1-1) + (1-q)*(1-q)/float64(n2-1))
	half := StudentQuantile(0.975, df) * math.Sqrt(v1+v2)
	return Interval{difference - half, difference + half}
}

// WilsonInterval is Wilson's score interval of a share of n ≥ 1, without a correction for continuity (Wilson 1927;
// Newcombe 1998, method 3). It lies within 0 … 1.
func WilsonInterval(successes, n int) Interval {
	x, m := float64(successes), float64(n)
	middle := 2*x + Z975*Z975
	half := Z975 * math.Sqrt(Z975*Z975+4*x*(m-x)/m)
	below := 2 * (m + Z975*Z975)
	v := Cut(Interval{(middle - half) / below, (middle + half) / below}, 0, 1)
	if successes == 0 {
		v[0] = 0 // exactly; rounding may leave a trace
	}
	if successes == n {
		v[1] = 1
	}
	return v
}

// JackknifeInterval is the interval of an estimate from the estimates that leave out one respondent each, at least two,
// all between −64 and 64: θ ± t(0.975, n−1)·√((n−1)/n·Σ(θ₍ᵢ₎ − mean θ₍·₎)²) (Efron & Tibshirani 1993, chapter 11).
func JackknifeInterval(estimate float64, leftOut []float64) Interval {
	lowest, highest := slices.Min(leftOut), slices.Max(leftOut)
	if lowest == highest {
		return Interval{estimate, estimate}
	}
	n := float64(len(leftOut))
	var sum Sum
	for _, x := range leftOut {
		sum.Add(x)
	}
	mean := sum.Float() / n
	// One respondent of many changes little: squares are summed in units of their range's power of two.
	_, exponent := math.Frexp(highest - lowest)
	unit := math.Ldexp(1, -exponent)
	var squares Sum
	for _, x := range leftOut {
		d := (x - mean) * unit
		squares.Add(d * d)
	}
	half := StudentQuantile(0.975, n-1) * math.Sqrt((n-1)/n*squares.Float()) / unit
	return Interval{estimate - half, estimate + half}
}
