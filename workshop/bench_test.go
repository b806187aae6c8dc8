package workshop

import (
	"math/rand/v2"
	"testing"
)

// The jackknives leave out every respondent and must not be quadratic: BenchmarkTally100k may take at most 11 times
// BenchmarkTally10k, and that at most 40 ms.

func BenchmarkTally10k(b *testing.B)  { benchmarkTally(b, 10_000) }
func BenchmarkTally100k(b *testing.B) { benchmarkTally(b, 100_000) }

func benchmarkTally(b *testing.B, n int) {
	random := rand.New(rand.NewPCG(7, 1))
	responses := randomResponses(random, n, 12, 0.1)
	customers := TallySide(12, 5, ratingsIn(randomResponses(random, 200, 12, 0.1)))
	b.ReportAllocs()
	for b.Loop() {
		NewTally(12, 5, responses, customers, Survey)
	}
}

func BenchmarkCompare(b *testing.B) {
	s := randomSession(rand.New(rand.NewPCG(3, 1)), 40, 60, 12)
	b.ReportAllocs()
	for b.Loop() {
		s.Compare()
	}
}
