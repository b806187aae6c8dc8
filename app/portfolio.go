package app

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// portfolio is what was read of an organisation's teams. It lasts as long as its face is shown and is kept nowhere.
type portfolio struct {
	workshop.Organisation
	read  map[string]workshop.TeamFigures // by path
	wrong map[string]error                // why the others could not be read; ErrLocked needs a passphrase
	order workshop.PortfolioOrder
}

// portfolioParts are the ways of looking at it.
func portfolioParts() []string { return []string{"teams", "spread", tablePart} }

// openPortfolio reads the sessions that need no passphrase, and shows them beside each other.
func (ui *UI) openPortfolio(o workshop.Organisation) {
	p := &portfolio{Organisation: o, read: map[string]workshop.TeamFigures{}, wrong: map[string]error{}, order: workshop.ByTeam}
	library, today := ui.Library, workshop.DateOf(ui.Clock())
	ui.Work(ui.Say("portfolio.working"), ui.Say("portfolio.working.how"), func() error {
		for _, s := range o.Teams {
			if f, err := readTeam(library, s.Path, "", today); err != nil {
				p.wrong[s.Path] = err
			} else {
				p.read[s.Path] = f
			}
		}
		return nil
	}, func(error) {
		ui.portfolio = p
		ui.Go(Route{Face: FacePortfolio})
	})
}

// readTeam opens a session, takes its figures and closes it. ErrLocked where it needs another passphrase than none;
// ErrWrongKey.
func readTeam(library workshop.Library, path, passphrase string, today workshop.Date) (f workshop.TeamFigures, err error) {
	store, err := library.Open(path)
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if store.Locked() {
		if passphrase == "" {
			return f, workshop.ErrLocked.With("path", path)
		}
		if err := store.Unlock(passphrase); err != nil {
			return f, err
		}
	}
	s, err := store.Load()
	if err != nil {
		return f, err
	}
	if s.Tally == nil {
		return f, workshop.ErrDamaged.With("path", path)
	}
	return s.TeamFigures(today), nil
}

// unlockTeam asks for one session's passphrase, and reads it beside the others.
func (ui *UI) unlockTeam(s workshop.Summary) {
	p := ui.portfolio
	secret := kit.NewSecret(ui.Say("unlock.passphrase"), ui.Say("portfolio.unlock.hint"))
	secret.Max = 200
	open := func() {
		f, err := readTeam(ui.Library, s.Path, secret.Text(), workshop.DateOf(ui.Clock()))
		if err != nil {
			secret.SetProblem(ui.words.Explain(err))
			return
		}
		p.read[s.Path] = f
		delete(p.wrong, s.Path)
		ui.closeCard()
		ui.refill("")
	}
	secret.OnEnter = open
	ui.Card(520, ui.Say("portfolio.unlock.title", "team", s.Team), secret, nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("portfolio.unlock"), kit.Primary, open))
}

// sorted are the teams that could be read, in the chosen order.
func (p *portfolio) sorted() []workshop.TeamFigures {
	teams := make([]workshop.TeamFigures, 0, len(p.read))
	for _, s := range p.Teams {
		if f, ok := p.read[s.Path]; ok {
			teams = append(teams, f)
		}
	}
	slices.SortStableFunc(teams, p.order.Compare)
	return teams
}

// rows are all teams in the chosen order, those that could not be read last.
func (p *portfolio) rows() []workshop.Summary {
	rows := slices.Clone(p.Teams)
	slices.SortStableFunc(rows, func(a, b workshop.Summary) int {
		x, xOK := p.read[a.Path]
		y, yOK := p.read[b.Path]
		switch {
		case xOK && yOK:
			return p.order.Compare(x, y)
		case xOK:
			return -1
		case yOK:
			return 1
		}
		return 0
	})
	return rows
}

// portfolioFace shows the latest session of each team of an organisation.
func (ui *UI) portfolioFace(r Route) fyne.CanvasObject {
	p := ui.portfolio
	if p == nil {
		return ui.homeFace(r)
	}
	back := kit.NewButton(ui.Say("portfolio.back"), kit.Quiet, ui.Home)
	head := kit.Border(nil, nil, nil, container.NewVBox(back),
		kit.VStack(kit.XS, kit.Title(ui.Say("portfolio.title", "organisation", p.Name)), kit.Muted(ui.Say("portfolio.how"))))
	parts := portfolioParts()
	at := max(slices.Index(parts, r.Part), 0)
	var names, orders []string
	for _, part := range parts {
		names = append(names, ui.Say("portfolio.part."+part))
	}
	for _, o := range workshop.PortfolioOrders() {
		orders = append(orders, ui.Say("portfolio.order."+string(o)))
	}
	view := kit.NewChoice(names, at, func(i int) {
		ui.Go(Route{Face: FacePortfolio, Part: parts[i]})
		ui.focusChoice()
	})
	order := kit.NewChoice(orders, slices.Index(workshop.PortfolioOrders(), p.order), func(i int) {
		p.order = workshop.PortfolioOrders()[i]
		ui.refill("order")
	})
	teams := p.sorted()
	said := chart.Portfolio(teams, ui.chartSheet(ui.words, fyne.NewSize(1000, 500), ui.textSize()))
	page := kit.VStack(kit.M)
	scroll := ui.keep(kit.Scroll(page))
	ui.stop("order", order)
	orderBy := kit.Border(nil, nil, kit.Middle(kit.Small(ui.Say("portfolio.order")).Fit()), nil, kit.Inset(0, kit.S, order))
	tools := kit.Columns(kit.M, []float32{1, 2}, view, orderBy)
	if ui.largeText() {
		tools = kit.VStack(kit.S, view, orderBy)
	}
	top := kit.VStack(kit.M, head, tools)
	notes := ui.Say("portfolio.note")
	switch parts[at] {
	case "spread":
		top.Add(kit.Heading(said.Title))
		notes = strings.TrimSpace(said.Note) + " " + notes
		f := ui.figure(func(sheet chart.Sheet) chart.Chart { return chart.Portfolio(teams, sheet) })
		text := ui.textSize()
		f.SetMinSize(fyne.NewSize(30*text, max(12, 4+2.2*float32(len(teams)))*text))
		scroll.Content = f
	case tablePart:
		page.Add(kit.Table(ui.drawable(said.Table)))
	default:
		for _, s := range p.rows() {
			page.Add(ui.portfolioRow(s))
		}
	}
	return kit.Column(1160, kit.Border(top, kit.Small(notes), nil, nil, kit.Inset(kit.M, 0, kit.Flush(scroll))))
}

// portfolioRow is one team: its figures, or why there are none.
func (ui *UI) portfolioRow(s workshop.Summary) fyne.CanvasObject {
	p := ui.portfolio
	f, ok := p.read[s.Path]
	about := joinDots(ui.words.Date(s.Date), ui.words.Count("home.responses", s.Responses))
	if ok && f.Evidence != workshop.NoEvidence {
		about = joinDots(about, chart.OfSide(ui.words, ui.Say("side.customers"), chart.EvidenceName(ui.words, f.Evidence)))
	}
	name := kit.VStack(2, kit.Strong(s.Team), kit.Small(about))
	row := func(button *kit.Button, below fyne.CanvasObject) fyne.CanvasObject {
		head := kit.Border(nil, nil, nil, container.NewVBox(button), name)
		return kit.CardPadded(kit.M, kit.VStack(kit.S, head, below))
	}
	open := kit.NewButton(ui.Say("home.open"), kit.Quiet, func() { ui.OpenPath(s.Path) })
	switch err := p.wrong[s.Path]; {
	case errors.Is(err, workshop.ErrLocked):
		unlock := kit.NewButton(ui.Say("portfolio.unlock"), kit.Plain, func() { ui.unlockTeam(s) })
		return row(unlock, kit.Muted(ui.Say("portfolio.locked")))
	case err != nil:
		return row(open, kit.Problem(ui.words.Explain(err)))
	case f.Suppressed:
		return row(open, kit.VStack(kit.S, kit.Muted(ui.Say("portfolio.suppressed", "n", f.Threshold)),
			kit.Columns(kit.M, []float32{1}, portfolioCell(ui.Say("chart.portfolio.promises"), chart.PromisesText(ui.words, f.Promises), ""))))
	}
	share := func(side *workshop.Share, n int) string {
		if side == nil || side.Share == nil {
			return "–"
		}
		return ui.words.Percent(*side.Share, n)
	}
	sides := func(what string, of workshop.Sides) fyne.CanvasObject {
		customers := ""
		if of.Customers != nil && of.Customers.Share != nil {
			n := 0
			if f.Respondents.Customers != nil {
				n = *f.Respondents.Customers
			}
			customers = chart.OfSide(ui.words, ui.Say("side.customers"), share(of.Customers, n))
		}
		return portfolioCell(what, share(&of.Employees, f.Respondents.Employees), customers)
	}
	gap, focus := "–", "–"
	if f.PerceptionGap != nil {
		gap = chart.PointsText(ui.words, *f.PerceptionGap)
	}
	if f.TopFocus != nil {
		focus = f.TopFocus.Name.In(ui.words.Lang(), s.Language)
	}
	return row(open, kit.Columns(kit.M, []float32{1, 1, 1.1, 1.4, 1.1},
		sides(ui.Say("chart.headline.kept"), f.Kept), sides(ui.Say("chart.headline.exceeded"), f.Exceeded),
		portfolioCell(ui.Say("chart.foresight.gap"), gap, ""), portfolioCell(ui.Say("chart.portfolio.focus"), focus, ""),
		portfolioCell(ui.Say("chart.portfolio.promises"), chart.PromisesText(ui.words, f.Promises), "")))
}

// portfolioCell is a figure with its name, and the other side's below.
func portfolioCell(name, figure, below string) fyne.CanvasObject {
	cell := kit.VStack(0, kit.Small(name), kit.Strong(figure))
	if below != "" {
		cell.Add(kit.Small(below))
	}
	return cell
}
