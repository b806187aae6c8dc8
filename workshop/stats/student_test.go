package stats

import (
	"math"
	"testing"
)

// The 97.5 % column of the t table (NIST/SEMATECH e-Handbook 1.3.6.7.2 prints three decimals; Fisher & Yates 1963, table
// III, and its recomputations more).
func TestStudentQuantilePrintedTables(t *testing.T) {
	for _, c := range []struct{ df, p, want, within float64 }{
		{1, 0.975, 12.7062, 5e-5},
		{2, 0.975, 4.302653, 5e-7},
		{3, 0.975, 3.182446, 5e-7},
		{4, 0.975, 2.776445, 5e-7},
		{5, 0.975, 2.570582, 5e-7},
		{7, 0.975, 2.364624, 5e-7},
		{11, 0.975, 2.200985, 5e-7},
		{19, 0.975, 2.093024, 5e-7},
		{30, 0.975, 2.042272, 5e-7},
		{39, 0.975, 2.022691, 5e-7},
		{60, 0.975, 2.000298, 5e-7},
		{100, 0.975, 1.983972, 5e-7},
		{120, 0.975, 1.979930, 5e-7},
		{1000, 0.975, 1.962339, 5e-7},
		{10, 0.95, 1.812461, 5e-7},
		{10, 0.995, 3.169273, 5e-7},
		{10, 0.999, 4.143700, 5e-7},
		{1e6, 0.975, Z975 + 2.37e-6, 5e-8}, // + (z³ + z)/(4·df), Abramowitz & Stegun 26.7.5,
	} {
		got := StudentQuantile(c.p, c.df)
		if math.Abs(got-c.want) > c.within {
			t.Errorf("t(%v, %v) = %.9f, the table says %v", c.p, c.df, got, c.want)
		}
		if left := StudentQuantile(1-c.p, c.df); math.Abs(left+got) > 1e-9 {
			t.Errorf("t(%v, %v) = %v is not the mirror of %v", 1-c.p, c.df, left, got)
		}
	}
}

// For 1, 2 and 4 degrees of freedom the quantile has a closed form (Shaw 2006, section 2).
func TestStudentQuantileClosedForms(t *testing.T) {
	forms := map[float64]func(p float64) float64{
		1: func(p float64) float64 { return math.Tan(math.Pi * (p - 0.5)) },
		2: func(p float64) float64 { return (2*p - 1) / math.Sqrt(2*p*(1-p)) },
		4: func(p float64) float64 {
			alpha := math.Sqrt(4 * p * (1 - p))
			q := math.Cos(math.Acos(alpha)/3) / alpha
			return 2 * math.Sqrt(q-1)
		},
	}
	for df, form := range forms {
		for _, p := range []float64{0.6, 0.75, 0.9, 0.95, 0.975, 0.99, 0.999, 0.999999} {
			want := form(p)
			if got := StudentQuantile(p, df); math.Abs(got-want) > 1e-12*want/min(1, 1e4*(1-p)) {
				t.Errorf("t(%v, %v) = %.16g, want %.16g", p, df, got, want)
			}
		}
	}
}

// The probability right of the quantile, by integrating the density another way.
func TestStudentQuantileOfRealDegrees(t *testing.T) {
	for _, df := range []float64{1, 1.5, 2.7, 4.4, 9.99, 20.5, 77.25, 300, 4999, 199999} {
		q := StudentQuantile(0.975, df)
		logGamma := func(x float64) float64 { v, _ := math.Lgamma(x); return v }
		constant := math.Exp(logGamma((df+1)/2)-logGamma(df/2)) / math.Sqrt(df*math.Pi)
		density := func(x float64) float64 { return math.Pow(1+x*x/df, -(df+1)/2) }
		const steps = 20000
		h, sum := q/steps, density(0)+density(q)
		for i := 1; i < steps; i++ {
			sum += density(float64(i)*h) * float64(2+2*(i%2))
		}
		if got := 0.5 + constant*sum*h/3; math.Abs(got-0.975) > 1e-9 {
			t.Errorf("df %v: %v lies below the quantile %v", df, got, q)
		}
	}
}

func TestStudentQuantileOutsideItsRange(t *testing.T) {
	for _, c := range [][2]float64{{0, 5}, {1, 5}, {-1, 5}, {math.NaN(), 5}, {0.975, 0}, {0.975, -1}, {0.975, math.NaN()}} {
		if got := StudentQuantile(c[0], c[1]); !math.IsNaN(got) {
			t.Errorf("t(%v, %v) = %v, want NaN", c[0], c[1], got)
		}
	}
	if got := StudentQuantile(0.5, 3); got != 0 {
		t.Errorf("the median is %v", got)
	}
}

func BenchmarkStudentQuantile(b *testing.B) {
	for b.Loop() {
		StudentQuantile(0.975, 9999)
	}
}
