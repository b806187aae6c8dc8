package app

import (
	"strings"
	"testing"

	"exceed/app/kit"
	"exceed/assets"
)

// TestNoPredictionIsCommittedWithAnAmountThatCannotBeRead types words for the customers' hours, goes away and back, tries to
// commit, and mends it.
func TestNoPredictionIsCommittedWithAnAmountThatCannotBeRead(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := preparing(t, lang, nil)
		ui.commitLeaders(false)
		investment := Route{Face: FaceLeaders, Part: "investment"}
		ui.Go(investment)
		c := ui.win.Canvas()
		before := ui.Session().Leaders.Investment
		hours := func() *kit.Field { return every[*kit.Field](c)[3] }
		c.Focus(hours().Focusable())
		hours().SetText("")
		for _, r := range "about 200" {
			hours().Focusable().TypedRune(r)
		}
		ui.Go(Route{Face: FaceLeaders, Part: "standing"})
		ui.Go(investment)
		if got := hours().Text(); got != "about 200" {
			t.Errorf("%s: after going away and back the field says %q", lang, got)
		}
		tap(t, c, ui.Say("leaders.commit"))
		if ui.Session().Leaders.Committed {
			t.Fatalf("%s: committed", lang)
		}
		text := said(c)
		for _, want := range []string{
			ui.Say("leaders.amount"),
			ui.Say("leaders.amount.refused", "side", ui.Say("chart.side.customers"), "field", ui.Say("leaders.hours")),
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not said", lang, want)
			}
		}
		if c.Focused() != hours().Focusable() || hours().Text() != "about 200" || ui.Session().Leaders.Investment != before {
			t.Errorf("%s: the focus is on %T, the field says %q, kept is %+v", lang, c.Focused(), hours().Text(), ui.Session().Leaders.Investment)
		}
		hours().SetText("")
		for _, r := range "200" {
			hours().Focusable().TypedRune(r)
		}
		tap(t, c, ui.Say("leaders.commit"))
		tap(t, c, ui.Say("leaders.gaps.yes")) // the rest is left out
		if strings.Contains(said(c), ui.Say("leaders.amount.refused", "side", ui.Say("chart.side.customers"), "field", ui.Say("leaders.hours"))) {
			t.Errorf("%s: the refusal stays", lang)
		}
		if l := ui.Session().Leaders; !l.Committed || l.Investment.Customers.Hours != 200 {
			t.Errorf("%s: once it is mended: %+v", lang, l)
		}
	}
}
