// Package stats holds the small-sample statistics behind Exceed's figures: pure functions over numbers, each with the
// source of its formula. Intervals are 95 % intervals, lower end first. Every result is the same, to the last bit, for
// any order of the values, so that no figure can tell who answered first.
package stats

import (
	"math"
	"math/bits"
)

// Sum adds numbers between −64 and 64 (both excluded) exactly after rounding each to 2⁻⁵⁷: in fixed point with 128 bits,
// so that the order of the values cannot change a bit. The zero Sum is empty. Up to 2⁶⁴ values fit.
type Sum struct{ high, low uint64 }

const sumScale = 1 << 57

// Add adds x.
func (s *Sum) Add(x float64) {
	fixed := int64(x * sumScale)
	var carry uint64
	s.low, carry = bits.Add64(s.low, uint64(fixed), 0)
	s.high += uint64(fixed>>63) + carry // fixed>>63 spreads the sign over the upper half
}

// Float is the sum, rounded once.
func (s Sum) Float() float64 {
	high, low, sign := s.high, s.low, 1.0
	if int64(high) < 0 {
		var borrow uint64
		low, borrow = bits.Sub64(0, low, 0)
		high, _ = bits.Sub64(0, high, borrow)
		sign = -1
	}
	if high == 0 {
		return sign * float64(low) / sumScale
	}
	// Keep the top 64 bits and fold what is cut off into the last one, so that rounding happens once.
	shift := bits.Len64(high)
	top := high<<(64-shift) | low>>shift
	if low<<(64-shift) != 0 {
		top |= 1
	}
	return sign * math.Ldexp(float64(top), shift) / sumScale
}
