package app

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// trendView is one way of laying this session beside those before it. Its words are "trend.view." + key.
type trendView struct {
	key string
	lay func(*workshop.Session, chart.Sheet) chart.Chart
}

// trendViews lists them; a route's Step says which.
func trendViews() []trendView {
	return []trendView{
		{"sides", func(s *workshop.Session, sheet chart.Sheet) chart.Chart { return chart.Trend(s.Trend(), sheet) }},
		{"themes", func(s *workshop.Session, sheet chart.Sheet) chart.Chart {
			return chart.ThemesSince(s.Trend(), s.Compare(), sheet)
		}},
		{"foresight", func(s *workshop.Session, sheet chart.Sheet) chart.Chart { return chart.Foresight(s.Trend(), sheet) }},
		{"behaviours", func(s *workshop.Session, sheet chart.Sheet) chart.Chart { return chart.SayDoSince(s.Trend(), sheet) }},
	}
}

// trendFace shows the series that the session continues. The room sees it once the facilitator has released it, and
// only while this face is shown.
func (ui *UI) trendFace(r Route) fyne.CanvasObject {
	s := ui.Session()
	head := kit.VStack(kit.XS, kit.Title(ui.Say("trend.title")), kit.Muted(ui.Say("trend.how")))
	if len(s.Trend()) < 2 {
		var foot fyne.CanvasObject
		if s.State == workshop.FollowUp {
			next := kit.NewButton(ui.Say("follow.next"), kit.Primary, ui.follow)
			foot = kit.Row(nil, kit.M, kit.Small(ui.Say("follow.next.how")), next)
		}
		return kit.Border(head, foot, nil, nil, kit.Inset(kit.M, 0, kit.Flush(kit.Scroll(ui.trendFirst()))))
	}
	names := make([]string, 0, len(trendViews()))
	for _, v := range trendViews() {
		names = append(names, ui.Say("trend.view."+v.key))
	}
	strip := kit.NewChoice(names, r.Step, func(step int) {
		ui.Go(Route{Face: FaceTrend, Step: step, Part: ui.route.Part})
		ui.focusChoice()
	})
	view := trendViews()[r.Step]
	said := view.lay(s, ui.chartSheet(ui.words, fyne.NewSize(1000, 500), ui.textSize()))
	body := ui.chartOrTable(r, said, func(sheet chart.Sheet) chart.Chart { return view.lay(s, sheet) })
	note := kit.Small(strings.TrimSpace(said.Note))
	if ui.largeText() { // so that the chart keeps its room
		return kit.Border(kit.VStack(kit.M, kit.Title(ui.Say("trend.title")), strip), ui.trendFoot(r), nil, nil,
			kit.Inset(kit.M, 0, kit.Scroll(kit.VStack(kit.M, kit.Heading(said.Title), body, note))))
	}
	top := kit.VStack(kit.M, head, strip, kit.Heading(said.Title))
	return kit.Border(top, kit.VStack(kit.M, note, ui.trendFoot(r)), nil, nil, kit.Inset(kit.M, 0, kit.Scroll(body)))
}

// trendFoot turns to the table, and says and rules what the room sees.
func (ui *UI) trendFoot(r Route) fyne.CanvasObject {
	release := kit.NewButton(ui.Say("trend.release"), kit.Plain, func() { ui.projector.releaseTrend(true) })
	if ui.projector.trend {
		release = kit.NewButton(ui.Say("trend.withdraw"), kit.Plain, func() { ui.projector.releaseTrend(false) })
	}
	tools := kit.Flow(kit.S, ui.turnButton(r), kit.NewButton(ui.Say("reveal.projector"), kit.Plain, ui.projector.toggle), release)
	tools.Add(ui.roomBadge(ui.projector.trend))
	return tools
}

// trendFirst is what the first session of a series has to say: where the line starts, what will come, and how.
func (ui *UI) trendFirst() fyne.CanvasObject {
	s := ui.Session()
	c := s.Compare()
	if c == nil {
		return kit.Muted(ui.Say("reveal.nothing"))
	}
	n := c.Respondents.Employees
	tile := func(name, figure string) fyne.CanvasObject {
		return kit.CardPadded(kit.M, kit.VStack(kit.XS, kit.Small(name), kit.Display(figure).Fit()))
	}
	share := func(x *float64) string {
		if x == nil {
			return "–"
		}
		return ui.words.Percent(*x, n)
	}
	gap := "–"
	if c.PerceptionGap != nil {
		gap = chart.PointsText(ui.words, *c.PerceptionGap)
	}
	tiles := kit.Columns(kit.M, []float32{1, 1, 1},
		tile(chart.OfSide(ui.words, ui.Say("side.employees"), ui.Say("chart.headline.kept")), share(c.Kept.Employees.Share)),
		tile(chart.OfSide(ui.words, ui.Say("side.employees"), ui.Say("chart.headline.exceeded")), share(c.Exceeded.Employees.Share)),
		tile(ui.Say("chart.foresight.gap"), gap))
	next := make([]fyne.CanvasObject, 0, 3)
	for i := 1; i <= 3; i++ {
		next = append(next, kit.VStack(kit.XS, kit.Strong(ui.Say(fmt.Sprintf("trend.first.%d", i))), kit.Muted(ui.Say(fmt.Sprintf("trend.first.%d.how", i)))))
	}
	come := kit.VStack(kit.M, kit.Heading(ui.Say("trend.first.come")), kit.Columns(kit.L, []float32{1, 1, 1}, next...))
	how := kit.VStack(kit.S, kit.Strong(ui.Say("trend.first.start")), kit.Body(ui.Say("trend.first.start.how", "date", ui.words.Date(s.Setup.Date.AddDays(365)))))
	return kit.VStack(kit.L,
		kit.VStack(kit.M, kit.Heading(ui.Say("trend.first.title")), kit.Body(ui.words.Count("trend.first.from", n)), tiles), kit.Card(come), kit.Tint(how))
}
