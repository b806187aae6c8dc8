package stats

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func TestSumIsExactAndHasNoOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		values := make([]float64, 1+random.IntN(500))
		exact := new(big.Float).SetPrec(300)
		for i := range values {
			values[i] = math.Trunc((random.Float64()-0.5)*126*sumScale) / sumScale
			exact.Add(exact, big.NewFloat(values[i]))
		}
		want, _ := exact.Float64()
		for range 3 {
			var s Sum
			for _, x := range values {
				s.Add(x)
			}
			if got := s.Float(); got != want {
				t.Fatalf("%d values: %v, want %v", len(values), got, want)
			}
			random.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] })
		}
	}
}

func TestSumRoundsOnce(t *testing.T) {
	for name, c := range map[string]struct {
		add  []float64
		want float64
	}{
		"empty":                  {nil, 0},
		"cancels":                {[]float64{63, 0.1, -63, -0.1}, 0},
		"the smallest":           {[]float64{1. / sumScale}, 1. / sumScale},
		"the smallest below":     {[]float64{-1. / sumScale}, -1. / sumScale},
		"half a unit, kept":      {[]float64{63, 63, 63, 63, 63, 63, 63, 63, 63, 1, 1. / sumScale}, 568},
		"beyond 64 bits":         {[]float64{63, 63, 63, 63, 63}, 315},
		"beyond 64 bits, below":  {[]float64{-63, -63, -63, -63, -63}, -315},
		"thirds that make whole": {[]float64{0.5, 0.25, 0.25}, 1},
	} {
		var s Sum
		for _, x := range c.add {
			s.Add(x)
		}
		if got := s.Float(); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
