package stats

import (
	"math"
	"testing"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

// Newcombe 1998 (Statistics in Medicine 17), table I, method 3.
func TestWilsonNewcombe(t *testing.T) {
	for _, c := range []struct {
		successes, n int
		low, high    float64
	}{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
	} {
		v := WilsonInterval(c.successes, c.n)
		near(t, "low", v[0], c.low, 5e-5)
		near(t, "high", v[1], c.high, 5e-5)
		mirrored := WilsonInterval(c.n-c.successes, c.n)
		near(t, "mirrored low", mirrored[0], 1-v[1], 1e-15)
		near(t, "mirrored high", mirrored[1], 1-v[0], 1e-15)
	}
	if v := WilsonInterval(0, 20); v[0] != 0 {
		t.Errorf("nobody of 20 gives the lower end %v", v[0])
	}
	if v := WilsonInterval(20, 20); v[1] != 1 {
		t.Errorf("20 of 20 gives the upper end %v", v[1])
	}
}

// The example of scipy.stats.kendalltau.
func TestKendallTauB(t *testing.T) {
	k := KendallTauB([]float64{12, 2, 1, 12, 2}, []float64{1, 4, 7, 1, 0}, 1e-12)
	near(t, "τ-b", k.TauB, -0.47140452079103173, 1e-15)
	if k.Concordant != 2 || k.Discordant != 6 || k.Tied != 2 || k.Pairs != 10 {
		t.Errorf("counts %+v", k)
	}
	same := KendallTauB([]float64{1, 2, 3}, []float64{1, 2, 3}, 0)
	opposite := KendallTauB([]float64{1, 2, 3}, []float64{3, 2, 1}, 0)
	near(t, "same", same.TauB, 1, 0)
	near(t, "opposite", opposite.TauB, -1, 0)
	for _, flat := range []Kendall{
		KendallTauB(nil, nil, 0), KendallTauB([]float64{1}, []float64{1}, 0),
		KendallTauB([]float64{1, 1 + 1e-13}, []float64{1, 2}, 1e-12),
	} {
		if !math.IsNaN(flat.TauB) {
			t.Errorf("τ-b of an order without any difference: %+v", flat)
		}
	}
}

func spread(values ...float64) (mean float64, s Spread) {
	for _, x := range values {
		mean += x / float64(len(values))
	}
	s = Around(mean)
	for _, x := range values {
		s.Add(x)
	}
	return mean, s
}

// Worked by hand from the definitions: on five answers σ²_EU is (25 − 1)/12 = 2. 4, 4, 5, 5, 4 has variance 0.3 and
// 1, 5, 1, 5, 1, 5 has variance 4.8.
func TestAgreement(t *testing.T) {
	_, s := spread(4, 4, 5, 5, 4)
	near(t, "rwg", RWG(s.SD(), 5), 0.85, 1e-12)
	near(t, "AD_M", s.ADM(), 0.48, 1e-12)
	_, s = spread(1, 5, 1, 5, 1, 5)
	near(t, "rwg of two camps", RWG(s.SD(), 5), -1.4, 1e-12)
	near(t, "AD_M of two camps", s.ADM(), 2, 1e-12)
	near(t, "rwg on seven answers", RWG(2, 7), 0, 1e-15) // σ²_EU = 4
	_, s = spread(1)
	if !math.IsNaN(s.SD()) || s.ADM() != 0 {
		t.Errorf("one value: sd %v, AD_M %v", s.SD(), s.ADM())
	}
}

// A published regression on 415 answers: mean 0.07398 with t = 3.100, so that the standard error is mean/t.
func TestMeanInterval(t *testing.T) {
	const mean, n = 0.07398, 415
	sd := mean / 3.100 * math.Sqrt(n)
	v := MeanInterval(mean, sd, n)
	near(t, "low", v[0], 0.0271, 5e-5)
	near(t, "high", v[1], 0.1209, 5e-5)
}

// Five printed SERVQUAL gaps and their printed unweighted mean.
func TestMeanOfServqualGaps(t *testing.T) {
	var s Sum
	for _, gap := range []float64{-0.65, -1.10, -0.83, -0.70, -1.01} {
		s.Add(gap)
	}
	near(t, "mean gap", s.Float()/5, -0.858, 1e-12)
}

// Student's sleep data (1908) without their pairing: R's t.test(extra ~ group, data = sleep) prints −3.3654832 and
// 0.2054832 at 17.776 degrees of freedom.
func TestWelchStudentsSleep(t *testing.T) {
	mean1, one := spread(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
	mean2, two := spread(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
	v := WelchInterval(mean1, one.SD(), 10, mean2, two.SD(), 10)
	near(t, "low", v[0], -3.3654832, 5e-8)
	near(t, "high", v[1], 0.2054832, 5e-8)
	if v := WelchInterval(1, 0, 5, -1, 0, 7); v != (Interval{2, 2}) {
		t.Errorf("without spread: %v", v)
	}
	low := WelchInterval(1, 0.5, 6, 0, 0, 9) // all spread on one side: its n − 1 degrees
	near(t, "one side without spread", low[1]-1, StudentQuantile(0.975, 5)*0.5/math.Sqrt(6), 1e-14)
}

// The jackknife of a mean is Student's interval of the mean (Efron & Tibshirani 1993, equation 11.6).
func TestJackknifeOfAMean(t *testing.T) {
	for _, values := range [][]float64{
		{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
		{0, 1e-4, 3e-4, 1e-4},
	} {
		mean, s := spread(values...)
		n := float64(len(values))
		leftOut := make([]float64, len(values))
		for i, x := range values {
			leftOut[i] = (mean*n - x) / (n - 1)
		}
		got, want := JackknifeInterval(mean, leftOut), MeanInterval(mean, s.SD(), len(values))
		width := want[1] - want[0]
		near(t, "low", got[0], want[0], 1e-7*width)
		near(t, "high", got[1], want[1], 1e-7*width)
	}
	if v := JackknifeInterval(0.4, []float64{0.4, 0.4, 0.4}); v != (Interval{0.4, 0.4}) {
		t.Errorf("without any difference: %v", v)
	}
}

func TestCut(t *testing.T) {
	if v := Cut(Interval{-4, 5}, -3, 3); v != (Interval{-3, 3}) {
		t.Errorf("cut to %v", v)
	}
	if v := Cut(Interval{-1, 1}, -3, 3); v != (Interval{-1, 1}) {
		t.Errorf("what lies inside was cut to %v", v)
	}
}
