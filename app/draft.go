package app

import (
	"math"
	"strings"

	"exceed/workshop"
)

// draft is one person's response while it is being made. It lives in memory only, and one person's is never handed to
// the next.
type draft struct {
	side            // the team's own expectations
	belief     side // what the person believes of customers
	behaviours [workshop.BehaviourCount]int
	statements [workshop.MaxStatements]statement
}

// side is points and standings by theme. A standing is the place on the scale, 0 far below … 6 far above, −1 for none.
type side struct {
	points   []int
	standing []int
}

// statement is an expectation in own words.
type statement struct {
	text  string
	theme int  // −1 for none
	show  bool // false: only counted
	chose bool // the person has chosen between the two
}

func newDraft(themes int) *draft {
	d := &draft{side: newSide(themes), belief: newSide(themes)}
	for i := range d.behaviours {
		d.behaviours[i] = -1
	}
	for i := range d.statements {
		d.statements[i].theme = -1
	}
	return d
}

func newSide(themes int) side {
	s := side{points: make([]int, themes), standing: make([]int, themes)}
	for i := range s.standing {
		s.standing[i] = -1
	}
	return s
}

// left is how many of the ten points are not yet given.
func (s side) left() int {
	left := workshop.PointsToSpread
	for _, p := range s.points {
		left -= p
	}
	return left
}

// empty says whether nothing was said.
func (s side) empty() bool {
	for i := range s.points {
		if s.points[i] != 0 || s.standing[i] >= 0 {
			return false
		}
	}
	return true
}

func (s side) ratings() workshop.Ratings {
	r := workshop.NoRatings(len(s.points))
	for i, p := range s.points {
		r.Points[i] = float64(p)
	}
	for i, place := range s.standing {
		if place >= 0 {
			r.Standing[i] = float64(place + workshop.MinStanding)
		}
	}
	return r
}

// sideOf is the other way round; places that are no whole numbers are rounded.
func sideOf(r workshop.Ratings, themes int) side {
	s := newSide(themes)
	for i := range min(themes, len(r.Points)) {
		s.points[i] = int(math.Round(r.Points[i]))
	}
	for i := range min(themes, len(r.Standing)) {
		if !math.IsNaN(r.Standing[i]) {
			s.standing[i] = int(math.Round(r.Standing[i])) - workshop.MinStanding
		}
	}
	return s
}

// written are the statements that hold words.
func (d *draft) written() []statement {
	var written []statement
	for _, st := range d.statements {
		if strings.TrimSpace(st.text) != "" {
			written = append(written, st)
		}
	}
	return written
}

// response is what is sealed. private says whether the session asks for beliefs.
func (d *draft) response(themes []workshop.Theme, private bool) workshop.Response {
	r := workshop.Response{Ratings: d.ratings()}
	for i, value := range d.behaviours {
		if f, ok := workshop.FrequencyOf(value); ok {
			r.Behaviours[i] = f
		}
	}
	for _, st := range d.written() {
		said := workshop.Statement{Text: strings.TrimSpace(st.text), Show: st.show}
		if st.theme >= 0 {
			said.Theme = themes[st.theme].Key
		}
		r.Statements = append(r.Statements, said)
	}
	if private && !d.belief.empty() {
		belief := d.belief.ratings()
		r.Belief = &belief
	}
	return r
}
