package chart

import (
	"slices"

	"exceed/workshop"
)

// ImpactEffort shows where the group put each theme on the map of impact and effort, its focus themes filled.
func ImpactEffort(c *workshop.Comparison, chosen workshop.Priorities, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	table := [][]string{{w.Say("chart.table.theme"), w.Say("chart.impact.impact"), w.Say("chart.impact.effort"), w.Say("chart.impact.focus")}}
	s := p.scatterOn(p.Text*0.3, p.Text*1.7, Point{0.5, 0.5}, [4]string{
		w.Say("chart.impact.quick"), w.Say("chart.impact.big"), w.Say("chart.impact.small"), w.Say("chart.impact.leave"),
	}, [4]string{})
	s.text(0, s.Text, w.Say("chart.impact.up"), s.note(Muted, Start))
	s.text(s.plot.Right(), s.plot.Bottom()+s.small*1.3, w.Say("chart.impact.right"), s.note(Muted, End))
	var points []scatterPoint
	var focus []string
	for _, t := range c.Themes {
		isFocus := slices.Contains(chosen.Focus, t.Key)
		if isFocus {
			focus = append(focus, t.Name)
		}
		at, placed := chosen.Map[t.Key]
		if !placed {
			continue
		}
		mark, ink := none, Muted
		if isFocus {
			mark, ink = w.Say("chart.yes"), EmployeesInk
		}
		table = append(table, []string{t.Name, w.Percent(at.Impact, 0), w.Percent(at.Effort, 0), mark})
		r := p.Text * 0.5
		points = append(points, scatterPoint{
			Point{s.plot.X + r + at.Effort*(s.plot.W-2*r), s.data.Bottom() - r - at.Impact*(s.data.H-2*r)}, r, t.Name, ink, !isFocus,
		})
	}
	s.points(points)
	title := w.Say("chart.impact.title_open")
	if len(focus) > 0 {
		title = w.Say("chart.impact.title", "themes", names(w, focus))
	}
	return p.finish(title, "", []string{w.Say("chart.impact.note")}, table)
}
