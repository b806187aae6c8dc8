package chart

import "exceed/workshop"

// Investment shows the hours and the money of 12 months, employees beside customers.
func Investment(v workshop.InvestmentFigures, sheet Sheet) Chart {
	p, w := sheet.pen(), sheet.Words
	hours := func(x float64) string { return w.Count("chart.investment.hours", int(x), "amount", w.Number(x, 0)) }
	money := func(x float64) string {
		if v.Currency == "" {
			return w.Number(x, 0)
		}
		return w.Say("chart.investment.money", "amount", w.Number(x, 0), "currency", v.Currency)
	}
	ours, theirs := employeesName(w), w.Say("chart.side.customers")
	table := [][]string{
		{"", ours, theirs},
		{w.Say("chart.investment.time"), hours(v.Employees.Hours), hours(v.Customers.Hours)},
		{w.Say("chart.investment.cost"), money(v.Employees.Money), money(v.Customers.Money)},
	}
	if v.Employees == (workshop.Effort{}) && v.Customers == (workshop.Effort{}) {
		return p.nothing(w.Say("chart.investment.title_empty"), w.Say("chart.investment.title_empty"), table)
	}
	left := p.widest(p.body(Foreground, Start), ours, theirs) + p.Text*1.2
	values := p.widest(style{p.large, SemiBold, Foreground, Start}, hours(v.Employees.Hours), hours(v.Customers.Hours), money(v.Employees.Money), money(v.Customers.Money)) + p.Text*1.2
	unit := p.Height / 6.4
	y := 0.0
	pair := func(head string, a, b float64, say func(float64) string) {
		p.text(0, y+unit*0.6, head, p.bold(Foreground, Start))
		y += unit
		most := max(a, b, 1e-9)
		for _, row := range []struct {
			name   string
			amount float64
			who    party
		}{{ours, a, employees}, {theirs, b, customers}} {
			mid := y + unit/2
			length := row.amount / most * max(p.Width-left-values, p.Text)
			r := Rect{left, mid - unit*0.34, length, unit * 0.68}
			if row.who.hollow {
				p.fig.Add(Box{Rect: r, Edge: row.who.ink, Width: p.hair * 2, Hatched: true})
			} else {
				p.fill(r, row.who.ink)
			}
			p.block(0, mid, left-p.Text*0.6, row.name, p.body(Foreground, Start), 1)
			p.text(left+length+p.Text*0.5, mid+p.large*middle, say(row.amount), style{p.large, SemiBold, row.who.ink, Start})
			y += unit
		}
		y += unit * 0.4
	}
	pair(w.Say("chart.investment.time"), v.Employees.Hours, v.Customers.Hours, hours)
	pair(w.Say("chart.investment.cost"), v.Employees.Money, v.Customers.Money, money)
	return p.finish(InvestmentTitle(v, sheet), "", []string{w.Say("chart.investment.note")}, table)
}

// InvestmentTitle is the finding on investment: the ratio of hours, else that of money, else that there is none.
func InvestmentTitle(v workshop.InvestmentFigures, sheet Sheet) string {
	w := sheet.Words
	perTen := func(ratio float64) string {
		x := ratio * 10
		if x < 3 && x != 0 {
			return w.Ratio(x)
		}
		return w.Number(x, 0)
	}
	switch {
	case v.HoursRatio != nil:
		return w.Say("chart.investment.title", "hours", perTen(*v.HoursRatio))
	case v.MoneyRatio != nil && v.Currency != "":
		return w.Say("chart.investment.title_money", "amount", perTen(*v.MoneyRatio), "currency", v.Currency)
	case v.Employees == (workshop.Effort{}) && v.Customers == (workshop.Effort{}):
		return w.Say("chart.investment.title_empty")
	}
	return w.Say("chart.investment.title_plain")
}
