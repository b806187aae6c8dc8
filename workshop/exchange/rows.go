package exchange

import (
	"math"
	"slices"

	"exceed/workshop"
	"exceed/workshop/suggest"
)

// arena hands out short rows of numbers from large blocks: two allocations a response would cost more than the numbers.
type arena struct {
	width int // numbers in a row
	rows  int // rows in the last block
	block []float64
}

const maxRowsPerBlock = 4096

// row is width numbers, each set to x.
func (a *arena) row(x float64) []float64 {
	if len(a.block) < a.width {
		a.rows = min(max(2*a.rows, 16), maxRowsPerBlock)
		a.block = make([]float64, a.rows*a.width)
	}
	row := a.block[:a.width:a.width]
	a.block = a.block[a.width:]
	if x != 0 {
		for i := range row {
			row[i] = x
		}
	}
	return row
}

func (r *reader) employees() error {
	return r.array(MaxResponses, func(int) error {
		var e workshop.Response
		err := r.object(func(name []byte) (known bool, err error) {
			switch string(name) {
			case "points":
				e.Points, err = r.points()
			case "standing":
				e.Standing, err = r.standing()
			case "behaviours":
				err = r.behaviours(func(i int, f workshop.Frequency) { e.Behaviours[i] = f })
			case "voices":
				e.Statements, err = r.voices()
				if len(e.Statements) > 0 && !r.learns {
					r.learns = true
					go suggest.Ready() // Session will ask
				}
			default:
				return false, nil
			}
			return true, err
		})
		r.data.Employees = append(roomFor(r, r.data.Employees), e)
		return err
	})
}

func (r *reader) points() ([]float64, error) {
	row := r.rows.row(0)
	return row, r.numbers(pointsScale, r.themeIndex, func(i int, x float64) { row[i] = x })
}

func (r *reader) standing() ([]float64, error) {
	row := r.rows.row(math.NaN())
	return row, r.numbers(standingScale, r.themeIndex, func(i int, x float64) { row[i] = x })
}

func (r *reader) themeIndex(key []byte) (int, bool) {
	i, known := r.themes[string(key)]
	return i, known
}

func (r *reader) behaviours(set func(i int, f workshop.Frequency)) error {
	index := func(key []byte) (int, bool) {
		i := workshop.Behaviour(key).Index()
		return i, i >= 0
	}
	return r.numbers(frequencyScale, index, func(i int, x float64) {
		if !math.IsNaN(x) {
			f, _ := workshop.FrequencyOf(int(x)) // the scale has checked it
			set(i, f)
		}
	})
}

func (r *reader) voices() ([]workshop.Statement, error) {
	var statements []workshop.Statement
	err := r.array(workshop.MaxStatements, func(int) error {
		var s workshop.Statement
		err := r.object(func(name []byte) (known bool, err error) {
			switch string(name) {
			case "text":
				s.Text, err = r.sentence(workshop.MaxStatement)
			case "theme":
				s.Theme, err = r.theme()
			case "show":
				s.Show, err = r.flag()
			default:
				return false, nil
			}
			return true, err
		})
		if err == nil && s.Text == "" {
			err = r.refuse(ErrMissing, "name", "text")
		}
		statements = append(statements, s)
		return err
	})
	return statements, err
}

func (r *reader) customers() error {
	d := r.data
	err := r.object(func(name []byte) (known bool, err error) {
		switch string(name) {
		case "evidence":
			d.Evidence, err = oneOf(r.scanner, workshop.Survey, workshop.PrivateBelief, workshop.GroupBelief)
		case "responses":
			err = r.array(MaxResponses, func(int) error { return r.customer() })
		default:
			return false, nil
		}
		return true, err
	})
	switch {
	case err != nil:
		return err
	case d.Evidence == workshop.NoEvidence:
		return r.refuse(ErrMissing, "name", "evidence")
	case d.Evidence == workshop.GroupBelief && len(d.Customers) != 1:
		return r.refuse(ErrOneBelief, "found", len(d.Customers))
	}
	return nil
}

func (r *reader) customer() error {
	var c workshop.Ratings
	standing, servqual := false, false
	err := r.object(func(name []byte) (known bool, err error) {
		switch string(name) {
		case "points":
			c.Points, err = r.points()
		case "standing":
			standing = true
			c.Standing, err = r.standing()
		case "servqual":
			servqual = true
			c.Standing, err = r.servqual()
		default:
			return false, nil
		}
		if err == nil && standing && servqual {
			err = r.refuse(ErrTwice)
		}
		return true, err
	})
	r.data.Difference = r.data.Difference || servqual
	r.data.Customers = append(roomFor(r, r.data.Customers), c)
	return err
}

// servqual reads SERVQUAL's expectation and perception, 1 to 7 each, as standings (Parasuraman, Zeithaml & Berry 1988;
// halved to fit −3 … 3, not rounded).
func (r *reader) servqual() ([]float64, error) {
	row := r.rows.row(math.NaN())
	return row, r.object(func(name []byte) (bool, error) {
		i, known := r.themeIndex(name)
		if !known {
			return false, nil
		}
		e, p := math.NaN(), math.NaN()
		err := r.object(func(name []byte) (known bool, err error) {
			switch string(name) {
			case "e":
				e, err = r.number(servqualScale)
			case "p":
				p, err = r.number(servqualScale)
			default:
				return false, nil
			}
			return true, err
		})
		row[i] = Difference(e, p)
		if err == nil {
			err = r.require("e", !math.IsNaN(e), "p", !math.IsNaN(p))
		}
		return true, err
	})
}

// Difference is the standing that SERVQUAL's expectation and perception (1 to 7) stand for: half of what perception
// exceeds expectation by, −3 … 3.
func Difference(expectation, perception float64) float64 { return (perception - expectation) / 2 }

// roomFor makes room for as many rows as the rest of the file will hold if its rows go on being as long, so that they are
// not copied again and again.
func roomFor[T any](r *reader, rows []T) []T {
	const few = 1024
	if len(rows) < cap(rows) || len(rows) < few {
		return rows
	}
	each := r.dec.InputOffset()/int64(len(rows)) + 1
	more := min((r.size-r.dec.InputOffset())/each+few, int64(MaxResponses-len(rows)))
	return slices.Grow(rows, int(more))
}
