package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/workshop"
)

// dateField is a day, typed or chosen as so many days after another. Below it stands the day in full.
type dateField struct {
	field   *kit.Field
	content fyne.CanvasObject
	changed func() // at every change by the person; may be nil
}

// newDateField makes a field with a day, or none, and quick choices counted from a day (none where that is the zero
// Date).
func newDateField(ui *UI, label string, day, from workshop.Date) *dateField {
	d := &dateField{field: kit.NewField(label, ui.words.Date(day), day.String())}
	d.field.Max = 10
	d.field.SetPlaceHolder(ui.Say("date.placeholder"))
	d.field.OnChanged = func(text string) {
		typed, _ := readDate(text)
		d.field.SetHint(ui.words.Date(typed))
		d.touched()
	}
	d.field.OnDone = func(string) {
		if _, ok := d.date(); !ok {
			d.field.SetProblem(ui.Say("date.problem"))
		}
	}
	quick := kit.Flow(kit.XS)
	if !from.IsZero() {
		for _, days := range reviewDays() {
			quick.Add(kit.NewButton(ui.words.Count("date.in_days", days), kit.Quiet, func() {
				d.field.SetText(from.AddDays(days).String())
				d.field.SetProblem("")
				d.field.SetHint(ui.words.Date(from.AddDays(days)))
				d.touched()
			}))
		}
	}
	d.content = kit.VStack(0, d.field, quick)
	return d
}

func (d *dateField) touched() {
	if d.changed != nil {
		d.changed()
	}
}

// date is the day; ok is false where the text is none. An empty text is the zero Date.
func (d *dateField) date() (day workshop.Date, ok bool) { return readDate(d.field.Text()) }

// readDate reads 2026-12-21, 21.12.2026 and 21/12/2026.
func readDate(text string) (day workshop.Date, ok bool) {
	text = strings.TrimSpace(text)
	if parts := strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == '/' }); len(parts) == 3 && len(parts[2]) == 4 {
		two := func(s string) string { return strings.Repeat("0", max(0, 2-len(s))) + s }
		text = parts[2] + "-" + two(parts[1]) + "-" + two(parts[0])
	}
	day, err := workshop.ParseDate(text)
	return day, err == nil
}

// cleanText is what a field holds, without the space round it.
func cleanText(f *kit.Field) string { return strings.TrimSpace(f.Text()) }
