package app

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/workshop"
)

// investmentLine sets what the plan spends on our people beside what it spends on customers, and beside last year.
func (ui *UI) investmentLine() fyne.CanvasObject {
	s := ui.Session()
	plan := s.Plan.Investment()
	hours, money := plan.Ratios()
	then := s.Leaders.Investment
	thenHours, thenMoney := then.Ratios()
	lines := kit.VStack(kit.XS, kit.Strong(ui.Say("invest.plan",
		"employees", ui.effortOrNone(plan.Employees), "customers", ui.effortOrNone(plan.Customers))))
	ratio := func(key string, now, before *float64) {
		switch {
		case now != nil && before != nil:
			lines.Add(kit.Small(ui.Say("invest."+key+".both", "now", ui.words.Ratio(*now), "before", ui.words.Ratio(*before))))
		case now != nil:
			lines.Add(kit.Small(ui.Say("invest."+key+".now", "now", ui.words.Ratio(*now))))
		case before != nil && !ui.largeText():
			lines.Add(kit.Small(ui.Say("invest."+key+".before", "before", ui.words.Ratio(*before))))
		}
	}
	ratio("hours", hours, thenHours)
	ratio("money", money, thenMoney)
	return lines
}

// effortOrNone is time and money in words, "nothing" where there is none.
func (ui *UI) effortOrNone(e workshop.Effort) string {
	if text := ui.effortWords(e); text != "" {
		return text
	}
	return ui.Say("invest.nothing")
}

// effortWords is time and money in words; empty where there is none.
func (ui *UI) effortWords(e workshop.Effort) string {
	var parts []string
	if e.Hours > 0 {
		parts = append(parts, ui.words.Count("chart.investment.hours", int(math.Ceil(e.Hours)), "amount", ui.amount(e.Hours)))
	}
	if e.Money > 0 {
		currency := ui.Session().Leaders.Investment.Currency
		if currency == "" {
			currency = ui.Session().Setup.Currency
		}
		parts = append(parts, strings.TrimSpace(ui.Say("chart.investment.money", "amount", ui.amount(e.Money), "currency", currency)))
	}
	return strings.Join(parts, ", ")
}

// amount is a number with as many decimals as it needs, at most two.
func (ui *UI) amount(x float64) string {
	for decimals := range 2 {
		if scaled := x * math.Pow10(decimals); scaled == math.Trunc(scaled) {
			return ui.words.Number(x, decimals)
		}
	}
	return ui.words.Number(x, 2)
}

// parseAmount reads an amount from 0 up as people write it: 1,500 or 1 500 or 1500,50. An empty text is 0.
func parseAmount(text string) (amount float64, ok bool) {
	text = strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u00a0', '\u202f', '\'', '’':
			return -1
		}
		return r
	}, text)
	if text == "" {
		return 0, true
	}
	at := strings.LastIndexAny(text, ".,")
	if at >= 0 {
		whole, decimals := strings.NewReplacer(".", "", ",", "").Replace(text[:at]), text[at+1:]
		same := strings.Count(text, text[at:at+1]) > 1
		if len(decimals) == 3 && whole != "0" || same { // 1,500 and 1.500.000 group, they have no decimals
			text = whole + decimals
		} else {
			text = whole + "." + decimals
		}
	}
	amount, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(amount) || math.IsInf(amount, 0) || amount < 0 {
		return 0, false
	}
	return amount, true
}
