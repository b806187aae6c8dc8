package stats

import "math"

// StudentQuantile is the value below which Student's t with df > 0 degrees of freedom, not necessarily whole, lies with
// probability p, 0 < p < 1; NaN for other arguments. Its relative error is near 1e-13 for df of 1 to a million and tails
// down to 1e-6.
//
// The upper tail is convex right of 0 and the normal quantile lies left of t's, so Newton's method from there walks up
// to the quantile and never past it.
func StudentQuantile(p, df float64) float64 {
	switch {
	case !(p > 0 && p < 1 && df > 0):
		return math.NaN()
	case p == 0.5:
		return 0
	case p < 0.5:
		return -StudentQuantile(1-p, df)
	}
	tail := 1 - p
	t := math.Sqrt2 * math.Erfinv(1-2*tail)
	for range 200 {
		step := (studentTail(t, df) - tail) / studentDensity(t, df)
		t += step
		if step <= 1e-15*t {
			break
		}
	}
	return t
}

// studentDensity is the density of Student's t: Γ((ν+1)/2)/(Γ(ν/2)√(νπ))·(1+t²/ν)^(−(ν+1)/2).
func studentDensity(t, df float64) float64 {
	return halfGammaRatio(df/2) / math.Sqrt(df*math.Pi) * math.Exp(-(df+1)/2*math.Log1p(t*t/df))
}

// studentTail is the probability above t > 0: ½·I_x(ν/2, ½) with x = ν/(ν+t²) (Abramowitz & Stegun 26.7.1). Where the
// fraction for that converges slowly it is ½ − ½·I_{1−x}(½, ν/2).
func studentTail(t, df float64) float64 {
	a := df / 2
	x, y := df/(df+t*t), t*t/(df+t*t)
	// x^a·y^½/B(a, ½), with B(a, ½) = √π·Γ(a)/Γ(a+½)
	front := math.Exp(-a*math.Log1p(t*t/df)) * math.Sqrt(y) * halfGammaRatio(a) / math.Sqrt(math.Pi)
	if x < (a+1)/(a+2.5) {
		return front * betaFraction(x, a, 0.5) / a / 2
	}
	return 0.5 - front*betaFraction(y, 0.5, a)
}

// betaFraction is the continued fraction of the regularised incomplete beta function (Abramowitz & Stegun 26.5.8), by
// Lentz's method: I_x(a, b) = x^a(1−x)^b/(a·B(a, b)) times it.
func betaFraction(x, a, b float64) float64 {
	const tiny = 1e-300
	away := func(v float64) float64 {
		if math.Abs(v) < tiny {
			return tiny
		}
		return v
	}
	c, d := 1.0, 1/away(1-(a+b)*x/(a+1))
	value := d
	for m := 1.0; m < 100000; m++ {
		even := m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m))
		d, c = 1/away(1+even*d), away(1+even/c)
		value *= d * c
		odd := -(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1))
		d, c = 1/away(1+odd*d), away(1+odd/c)
		value *= d * c
		if math.Abs(d*c-1) < 1e-16 {
			break
		}
	}
	return value
}

// halfGammaRatio is Γ(a+½)/Γ(a) for a > 0 without the cancellation of two large logarithms: Stirling's series of both
// (Abramowitz & Stegun 6.1.40) with the large parts taken together, after raising a by the recurrence to where the
// series is exact to the last bit.
func halfGammaRatio(a float64) float64 {
	raised := 1.0
	for ; a < 20; a++ {
		raised *= a / (a + 0.5)
	}
	series := func(x float64) float64 {
		xx := x * x
		return (1./12 - (1./360-(1./1260-1./1680/xx)/xx)/xx) / x
	}
	return raised * math.Sqrt(a) * math.Exp(a*math.Log1p(1/(2*a))-0.5+series(a+0.5)-series(a))
}
