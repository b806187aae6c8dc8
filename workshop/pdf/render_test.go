package pdf

import (
	"bytes"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// TestEveryShapeIsDrawn renders a page with each kind of shape and form of mark, and one without: each leaves a trace.
func TestEveryShapeIsDrawn(t *testing.T) {
	s := workshop.NewSession("0", workshop.Setup{Date: workshop.Date{Year: 2026, Month: 11, Day: 21}}, nil)
	o := Options{Words: assets.WordsFor(workshop.English)}
	var err error
	if o.Measure, err = o.measurer(); err != nil {
		t.Fatal(err)
	}
	with := func(shapes ...chart.Shape) []byte {
		t.Helper()
		data, err := render([]*Page{{Figure: chart.Figure{Shapes: shapes}}}, s, o, document{"pdf.title", s.Setup.Date})
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	empty := with()
	at := chart.Point{X: 100, Y: 100}
	for name, shape := range map[string]chart.Shape{
		"line":    chart.Line{From: at, To: chart.Point{X: 200, Y: 100}, Width: 1, Ink: chart.Foreground},
		"box":     chart.Box{Rect: chart.Rect{X: 10, Y: 10, W: 40, H: 20}, Fill: chart.Tint, Edge: chart.Grid, Width: 1},
		"hatched": chart.Box{Rect: chart.Rect{X: 10, Y: 10, W: 40, H: 20}, Edge: chart.CustomersInk, Width: 1, Hatched: true},
		"disc":    chart.Mark{Kind: chart.Disc, At: at, Size: 9, Ink: chart.EmployeesInk},
		"square":  chart.Mark{Kind: chart.Square, At: at, Size: 9, Ink: chart.CustomersInk, Hollow: true},
		"diamond": chart.Mark{Kind: chart.Diamond, At: at, Size: 9, Ink: chart.LeadersInk},
		"path":    chart.Path{Points: []chart.Point{at, {X: 120, Y: 130}, {X: 150, Y: 90}}, Width: 1, Ink: chart.GoodInk, Dashed: true},
		"text":    chart.Text{At: at, Text: "W", Size: 9, Weight: chart.SemiBold, Ink: chart.Foreground, Align: chart.End},
	} {
		if bytes.Equal(with(shape), empty) {
			t.Errorf("a %s leaves no trace", name)
		}
	}
}
