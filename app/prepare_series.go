package app

import (
	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/workshop"
)

// seriesNote says which series a session to prepare continues and where its questions depart from the session before,
// and offers what was left out; nil for the first of a series.
func (ui *UI) seriesNote(locked bool) fyne.CanvasObject {
	s := ui.Session()
	before := s.Before()
	if before == nil {
		return nil
	}
	changed, added, left := s.Departures()
	lines := kit.VStack(kit.XS, kit.Strong(ui.words.Count("series.continues", len(s.Earlier), "date", ui.words.Date(before.Date))))
	if len(changed)+len(added)+len(left) == 0 {
		lines.Add(kit.Body(ui.Say("series.same")))
	}
	for _, d := range []struct {
		key    string
		themes []workshop.ThemeKey
	}{{"series.changed", changed}, {"series.added", added}, {"series.left", left}} {
		if len(d.themes) > 0 {
			lines.Add(kit.Body(ui.words.Count(d.key, len(d.themes))))
		}
	}
	if len(left) > 0 && !locked {
		row := kit.Flow(kit.S)
		for _, key := range left {
			old, _ := s.AskedBefore(key)
			name := old.Name.In(ui.words.Lang(), s.Setup.Language)
			row.Add(kit.NewButton(ui.Say("series.ask_again", "theme", name), kit.Plain, func() { ui.putBack(key) }))
		}
		lines.Add(kit.Inset(kit.XS, 0, row))
	}
	return kit.Tint(lines)
}

// departure says below a theme how it differs from the session before, and offers to put its old sentences back; nil
// where it does not.
func (ui *UI) departure(t workshop.Theme, locked bool) fyne.CanvasObject {
	s := ui.Session()
	old, asked := s.AskedBefore(t.Key)
	switch {
	case s.Before() == nil || asked && old.SameQuestion(t):
		return nil
	case !asked:
		return kit.HStack(0, kit.NewBadge(ui.Say("series.new"), kit.ColorMuted))
	}
	lang, fallback := ui.words.Lang(), s.Setup.Language
	head := kit.Flow(kit.S, kit.Inset(10, 0, kit.NewBadge(ui.Say("series.breaks"), kit.ColorCustomers)))
	if !locked {
		head.Add(kit.NewButton(ui.Say("series.put_back"), kit.Plain, func() { ui.putBack(t.Key) }))
	}
	was := kit.VStack(2, head)
	for _, pair := range []struct{ was, is workshop.Text }{{old.Employees, t.Employees}, {old.Customers, t.Customers}} {
		if !pair.was.Equal(pair.is) {
			was.Add(kit.Small(ui.Say("series.was", "sentence", pair.was.In(lang, fallback))))
		}
	}
	return was
}

// putBack asks a theme again as the session before did.
func (ui *UI) putBack(key workshop.ThemeKey) {
	if ui.Change("themes", func(s *workshop.Session) error { return s.PutBack(key, ui.room.Responses()) }) {
		ui.refill("")
	}
}

// compareAsTyped says below a field, at every key, that its sentence differs from the one before, and what that costs.
func (ui *UI) compareAsTyped(f *kit.Field, old workshop.Text, lang workshop.Lang) {
	was, hint := old.In(lang, ui.Session().Setup.Language), f.Hint()
	f.OnChanged = func(text string) {
		if text == was {
			f.SetHint(hint)
		} else {
			f.SetHint(ui.Say("series.differs", "sentence", was))
		}
	}
	f.OnChanged(f.Text())
}

// asBefore is the edited text, or the old one in all languages where its sentence is the old one again.
func asBefore(edited, old workshop.Text, lang, fallback workshop.Lang) workshop.Text {
	if len(old) > 0 && edited.In(lang, fallback) == old.In(lang, fallback) {
		return old
	}
	return edited
}
