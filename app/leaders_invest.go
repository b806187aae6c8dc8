package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/workshop"
)

// investedAmount is one of the four amounts that leaders invested in the last twelve months.
type investedAmount struct {
	side  workshop.Side
	money bool // else hours
}

func investedAmounts() []investedAmount {
	return []investedAmount{
		{workshop.EmployeeSide, false}, {workshop.EmployeeSide, true}, {workshop.CustomerSide, false}, {workshop.CustomerSide, true},
	}
}

// of is where an investment keeps the amount.
func (a investedAmount) of(v *workshop.Investment) *float64 {
	effort := &v.Employees
	if a.side == workshop.CustomerSide {
		effort = &v.Customers
	}
	if a.money {
		return &effort.Money
	}
	return &effort.Hours
}

func (a investedAmount) label(ui *UI) string {
	if a.money {
		return ui.Say("leaders.money")
	}
	return ui.Say("leaders.hours")
}

func (a investedAmount) sideName(ui *UI) string { return ui.Say("chart.side." + string(a.side)) }

func (a investedAmount) stop() string {
	if a.money {
		return "money " + string(a.side)
	}
	return "hours " + string(a.side)
}

// leadersInvestment takes the hours and the money of the last twelve months on both sides.
func (ui *UI) leadersInvestment() fyne.CanvasObject {
	v := ui.Session().Leaders.Investment
	currency := kit.NewField(ui.Say("leaders.currency"), "", v.Currency)
	if v.Currency == "" {
		currency.SetText(ui.Session().Setup.Currency)
	}
	currency.Max, currency.Clean = 8, cleanLine
	currency.OnDone = func(text string) {
		ui.setLeaders(func(l *workshop.Leaders) { l.Investment.Currency = text })
	}
	columns := map[workshop.Side]*fyne.Container{}
	for side, ink := range map[workshop.Side]fyne.ThemeColorName{workshop.EmployeeSide: kit.ColorEmployees, workshop.CustomerSide: kit.ColorCustomers} {
		columns[side] = kit.VStack(kit.M, container.NewHBox(kit.NewBadge(ui.Say("chart.side."+string(side)), ink)))
	}
	for _, a := range investedAmounts() {
		columns[a.side].Add(ui.amountField(a, currency))
	}
	return kit.VStack(kit.M, kit.Lead(ui.Say("leaders.investment")), kit.Muted(ui.Say("leaders.investment_note")),
		kit.LeftColumn(220, currency),
		kit.Columns(kit.L, []float32{1, 1}, kit.Card(columns[workshop.EmployeeSide]), kit.Card(columns[workshop.CustomerSide])))
}

// amountField takes one amount. What cannot be read stays in it, also when the face is built anew, until it is mended.
func (ui *UI) amountField(a investedAmount, currency *kit.Field) *kit.Field {
	v := ui.Session().Leaders.Investment
	text, unread := ui.unread[a]
	if x := *a.of(&v); !unread && x != 0 {
		text = ui.amount(x)
	}
	field := kit.NewField(a.label(ui), "", text)
	field.Max = 24
	if unread {
		field.SetProblem(ui.Say("leaders.amount"))
	}
	field.OnDone = func(text string) {
		x, ok := parseAmount(text)
		if !ok {
			if ui.unread == nil {
				ui.unread = map[investedAmount]string{}
			}
			ui.unread[a] = text
			field.SetProblem(ui.Say("leaders.amount"))
			return
		}
		delete(ui.unread, a)
		if ui.setLeaders(func(l *workshop.Leaders) {
			*a.of(&l.Investment) = x
			l.Investment.Currency = currency.Text()
		}) && x != 0 {
			field.SetText(ui.amount(x))
		}
	}
	ui.stop(a.stop(), field.Focusable())
	return field
}

// refusedAmount says which amount cannot be read, and goes to it; false where all can.
func (ui *UI) refusedAmount() bool {
	for _, a := range investedAmounts() {
		if _, unread := ui.unread[a]; unread {
			ui.Problem(ui.Say("leaders.amount.refused", "side", a.sideName(ui), "field", a.label(ui)))
			ui.focusOn(a.stop())
			return true
		}
	}
	return false
}
