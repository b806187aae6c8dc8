package pdf

import (
	"math"
	"strings"

	"exceed/workshop"
	"exceed/workshop/chart"
)

// leaderPage is page one: the headline, the three promises, the investment and the lines to sign on.
func (b *book) leaderPage() {
	b.y = headRoom - 8
	b.page().Bookmarks = append(b.page().Bookmarks, Bookmark{Title: b.say("pdf.section.leader"), Y: 0})
	b.fit(b.left(), b.y, b.column(), b.name(), bold)
	b.y += body.line()
	b.fit(b.left(), b.y, b.column(), b.say("pdf.leader.kicker", "date", b.words.Date(b.session.Setup.Date)), note)
	b.y += note.line() + 12
	c := chart.Headline(b.figures, b.sheet(200))
	finding := chart.Balance(b.measure, chart.Drawable(b.measure, c.Title), title.size, title.weight, b.column())
	b.y += b.lines(b.left(), b.y, finding, title) + 10
	b.headline()
	b.y += b.lines(b.left(), b.y, b.wrap(c.Badge, label, b.column()), label)
	b.y += b.lines(b.left(), b.y, b.wrap(c.Note, note, b.reading()), note) + 12
	b.promisesInShort()
	b.investmentInShort()
	b.signOff()
}

// numeral is one large figure with what it says below.
type numeral struct {
	figure, says, chance string
	ink                  chart.Ink
}

func (b *book) headline() {
	w, c := b.words, b.figures
	n := chart.Fewest(c)
	var all []numeral
	add := func(share workshop.Share, says string, ink chart.Ink) {
		q := numeral{figure: "–", says: says, ink: ink}
		if share.Share == nil {
			q.chance = chart.UnknownShare(w, c, ink == chart.CustomersInk)
		} else {
			q.figure = w.Percent(*share.Share, n)
		}
		if i := share.Interval; i != nil {
			q.chance = w.Say("chart.range", "from", w.Percent(i[0], n), "to", w.Percent(i[1], n))
		}
		all = append(all, q)
	}
	add(c.Kept.Employees, b.say("pdf.leader.kept"), chart.EmployeesInk)
	add(c.Exceeded.Employees, b.say("pdf.leader.exceeded"), chart.EmployeesInk)
	if c.PredictedKept != nil {
		all = append(all, numeral{w.Percent(*c.PredictedKept, n), b.say("pdf.leader.predicted"), "", chart.LeadersInk})
	}
	if c.Kept.Customers != nil {
		says := b.say("pdf.leader.customers")
		if c.Evidence != workshop.Survey {
			says = b.say("pdf.leader.customers_believed")
		}
		add(*c.Kept.Customers, says, chart.CustomersInk)
	}
	b.numerals(all)
}

// numerals sets large figures beside each other.
func (b *book) numerals(all []numeral) {
	width := (b.column() - gutter*float64(len(all)-1)) / float64(len(all))
	height := 0.0
	for i, q := range all {
		x := b.left() + float64(i)*(width+gutter)
		b.add(chart.Line{From: chart.Point{X: x, Y: b.y}, To: chart.Point{X: x + width, Y: b.y}, Width: 1.5, Ink: q.ink})
		y := b.y + 3
		b.text(x, y, q.figure, style{numeralSize, chart.SemiBold, q.ink, chart.Start})
		y += numeralSize * 1.3
		y += b.lines(x, y, b.wrap(q.says, body, width), body)
		y += b.lines(x, y, b.wrap(q.chance, note, width), note)
		height = max(height, y-b.y)
	}
	b.y += height + 6
}

// promisesInShort are the first three promises that stand, with their owners and dates.
func (b *book) promisesInShort() {
	var rows []row
	for _, p := range b.session.Plan.InFocusOrder(b.session.Priorities.Focus) {
		if p.Status == workshop.Dropped || len(rows) == 3 {
			continue
		}
		r := row{cells: []string{p.What, p.Owner, b.words.Date(p.Due)}, most: 3}
		why := b.why(p.Theme)
		if b.session.Plan.Waits(p) {
			why = strings.TrimSpace(b.say("pdf.plan.waits") + " " + why)
		}
		if !p.Agreed {
			why = strings.TrimSpace(b.say("pdf.plan.not_agreed") + " " + why)
		}
		if why != "" {
			r.notes = []string{chart.Fit(b.measure, chart.Drawable(b.measure, why), note.size, note.weight, b.column())}
		}
		rows = append(rows, r)
	}
	t := b.tabular([]column{
		{head: b.say("pdf.plan.what"), part: 1, heavy: true},
		{head: b.say("pdf.plan.owner"), fits: true},
		{head: b.say("pdf.plan.due"), fits: true},
	}, rows)
	b.subhead(b.say("pdf.leader.promises"), t.start())
	if len(rows) == 0 {
		b.paragraph(b.say("pdf.plan.none"), body, 6)
		return
	}
	t.set()
}

// why says in a line what the numbers say about a theme; empty where they say nothing.
func (b *book) why(key workshop.ThemeKey) string {
	i := workshop.ThemeIndex(b.session.Themes, key)
	if i < 0 || i >= len(b.figures.Themes) {
		return ""
	}
	t := b.figures.Themes[i]
	switch {
	case t.Employees.Mean == nil:
		return t.Name
	case t.Customers == nil || t.Customers.Mean == nil:
		return b.say("pdf.leader.why", "theme", t.Name, "employees", b.words.Signed(*t.Employees.Mean, 1))
	}
	return b.say("pdf.leader.why_both", "theme", t.Name, "employees", b.words.Signed(*t.Employees.Mean, 1), "customers", b.words.Signed(*t.Customers.Mean, 1))
}

// investmentInShort sets what the page still has room for above the lines to sign on. Where few promises leave much, it
// stands further below them and its bars are broader.
func (b *book) investmentInShort() {
	if b.room() < signHeight+40 {
		return
	}
	height := 122.0
	if spare := b.room() - signHeight - 40 - height - 2*(body.line()+4); spare > 0 {
		b.y += min(spare*0.2, 40)
		height += min(spare*0.55, 120)
	}
	c := chart.Investment(b.figures.Investment, b.sheet(height))
	b.subhead(c.Title, 0)
	spent := b.figures.Investment
	if (spent.Employees != workshop.Effort{} || spent.Customers != workshop.Effort{}) && b.room() > height+signHeight+40 {
		b.page().Figure.Place(c.Figure, b.left(), b.y)
		b.y += height + 6
	}
	if b.session.Plan.Investment() != (workshop.Investment{}) && b.room() > signHeight+30 {
		b.paragraph(b.adds(), body, 4)
	}
	if mean, hands := b.session.Plan.FistMean(); hands > 0 && b.room() > signHeight+15 {
		b.paragraph(b.words.Count("pdf.leader.fist", hands, "mean", b.words.Number(mean, 1)), body, 4)
	}
}

// adds says what the promises cost.
func (b *book) adds() string {
	v := b.session.Plan.Investment()
	hours := func(x float64) string {
		return b.words.Count("chart.investment.hours", int(math.Round(x)), "amount", b.words.Number(x, 0))
	}
	return b.say("pdf.leader.adds", "hours", hours(v.Employees.Hours), "money", b.amount(v.Employees.Money),
		"customer_hours", hours(v.Customers.Hours), "customer_money", b.amount(v.Customers.Money))
}

// amount is money in the session's currency.
func (b *book) amount(x float64) string {
	currency := b.figures.Investment.Currency
	if currency == "" {
		currency = b.session.Setup.Currency
	}
	if currency == "" {
		return b.words.Number(x, 0)
	}
	return b.say("chart.investment.money", "amount", b.words.Number(x, 0), "currency", currency)
}

// signHeight is the room for the lines to sign on.
const signHeight = 72

// signOff sets lines to sign on at the foot of the page.
func (b *book) signOff() {
	b.need(signHeight)
	b.y = b.bottom() - signHeight + 6
	b.text(b.left(), b.y, b.say("pdf.leader.sign"), label)
	y := b.bottom() - note.line() - 4
	width := (b.column() - 2*gutter) / 3
	for i, who := range []string{b.say("pdf.leader.sign_leader"), b.say("pdf.leader.sign_team"), b.say("pdf.leader.sign_facilitator")} {
		x := b.left() + float64(i)*(width+gutter)
		b.add(chart.Line{From: chart.Point{X: x, Y: y}, To: chart.Point{X: x + width, Y: y}, Width: 0.5, Ink: chart.Foreground})
		b.fit(x, y+3, width, who, note)
	}
	b.y = b.bottom()
}
