package workshop

import (
	"cmp"
	"slices"
)

// Stand is how a promise stands on a day.
type Stand string

// The stands. A promise that was moved is open until its new day is over.
const (
	StandsLate    Stand = "late"
	StandsOpen    Stand = "open"
	StandsDone    Stand = "done"
	StandsDropped Stand = "dropped"
)

// Stands lists the stands in the order in which a review takes them up.
func Stands() []Stand { return []Stand{StandsLate, StandsOpen, StandsDone, StandsDropped} }

// Stands says how the promise stands on a day.
func (p Promise) Stands(today Date) Stand {
	switch {
	case p.Status == Done:
		return StandsDone
	case p.Status == Dropped:
		return StandsDropped
	case p.Late(today):
		return StandsLate
	}
	return StandsOpen
}

// ForReview are the promises as a review takes them up: by how they stand, then by date.
func (p *Plan) ForReview(today Date) []Promise {
	sorted := slices.Clone(p.Promises)
	place := func(q Promise) int { return slices.Index(Stands(), q.Stands(today)) }
	slices.SortStableFunc(sorted, func(a, b Promise) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), a.Due.Time().Compare(b.Due.Time()))
	})
	return sorted
}

// DaysSince is how many days d lies after another; below 0 before it.
func (d Date) DaysSince(other Date) int { return int(d.Time().Sub(other.Time()).Hours()) / 24 }
