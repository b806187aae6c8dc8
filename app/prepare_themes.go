package app

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// themesPart lists the mirrored pairs: edit, move, remove, add.
func (ui *UI) themesPart() fyne.CanvasObject {
	s := ui.Session()
	locked := ui.room.Responses() > 0 || s.State != workshop.Prepare && s.State != workshop.Collect
	page := kit.VStack(kit.M)
	if series := ui.seriesNote(locked); series != nil {
		page.Add(series)
	}
	if locked {
		page.Add(kit.Tint(kit.Body(ui.Say("themes.locked"))))
	} else {
		page.Add(kit.Muted(ui.Say("themes.how")))
	}
	for i, t := range s.Themes {
		page.Add(ui.themeCard(i, t, locked))
	}
	if !locked {
		add := kit.NewButton(ui.Say("themes.add"), kit.Plain, func() { ui.editTheme(-1) })
		if len(s.Themes) >= workshop.MaxThemes {
			add.Disable()
		}
		page.Add(kit.HStack(kit.S, add, kit.NewButton(ui.Say("themes.restore"), kit.Quiet, func() { ui.setThemes(assets.Themes(), "") })))
	}
	return page
}

func (ui *UI) themeCard(i int, t workshop.Theme, locked bool) fyne.CanvasObject {
	lang, fallback := ui.words.Lang(), ui.Session().Setup.Language
	pair := kit.Columns(kit.M, []float32{1, 1},
		kit.VStack(kit.XS, kit.HStack(0, kit.NewBadge(ui.Say("side.employees"), kit.ColorEmployees)), kit.Body(t.Employees.In(lang, fallback))),
		kit.VStack(kit.XS, kit.HStack(0, kit.NewBadge(ui.Say("side.customers"), kit.ColorCustomers)), kit.Body(t.Customers.In(lang, fallback))))
	tools := kit.HStack(0)
	if !locked {
		up := kit.NewIconButton("", theme.MoveUpIcon(), func() { ui.moveTheme(i, i-1) })
		down := kit.NewIconButton("", theme.MoveDownIcon(), func() { ui.moveTheme(i, i+1) })
		if i == 0 {
			up.Disable()
		}
		if i == len(ui.Session().Themes)-1 {
			down.Disable()
		}
		edit := kit.NewIconButton("", theme.DocumentCreateIcon(), func() { ui.editTheme(i) })
		drop := kit.NewIconButton("", theme.DeleteIcon(), func() { ui.dropTheme(i) })
		for name, button := range map[string]*kit.Button{"up": up, "down": down, "edit": edit, "drop": drop} {
			if !button.Disabled() {
				ui.stop(themeStop(name, t.Key), button)
			}
		}
		tools.Objects = []fyne.CanvasObject{up, down, edit, drop}
	}
	card := kit.VStack(kit.S, kit.Row(nil, kit.S, kit.Strong(ui.themeTitle(i, t)), tools), pair)
	if departs := ui.departure(t, locked); departs != nil {
		card.Add(departs)
	}
	if otherwise := ui.otherwise(t, locked); otherwise != nil {
		card.Add(otherwise)
	}
	return kit.CardPadded(kit.M, card)
}

// themeStop names a button of a theme's card.
func themeStop(button string, key workshop.ThemeKey) string { return button + " " + string(key) }

// moveTheme swaps a theme with its neighbour. The focus goes along, so that a key may move it on.
func (ui *UI) moveTheme(from, to int) {
	themes := slices.Clone(ui.Session().Themes)
	themes[from], themes[to] = themes[to], themes[from]
	button := "down"
	if to == len(themes)-1 || to < from && to > 0 {
		button = "up"
	}
	ui.setThemes(themes, themeStop(button, themes[to].Key))
}

// dropTheme removes a theme. The focus goes to the one that takes its place.
func (ui *UI) dropTheme(i int) {
	themes := slices.Delete(slices.Clone(ui.Session().Themes), i, i+1)
	focus := ""
	if len(themes) > 0 {
		focus = themeStop("drop", themes[min(i, len(themes)-1)].Key)
	}
	ui.setThemes(themes, focus)
}

// setThemes changes the themes and gives the focus to the control of that name.
func (ui *UI) setThemes(themes []workshop.Theme, focus string) {
	if ui.Change("themes", func(s *workshop.Session) error { return s.SetThemes(themes, ui.room.Responses()) }) {
		ui.refill(focus)
	}
}

// editTheme edits a theme, or adds one (−1), in the window's language. The other languages keep their sentences until
// somebody edits them there; a new theme has the same words in all.
func (ui *UI) editTheme(i int) {
	lang := ui.words.Lang()
	themes := slices.Clone(ui.Session().Themes)
	t := workshop.Theme{Name: workshop.Text{}, Employees: workshop.Text{}, Customers: workshop.Text{}}
	if i >= 0 {
		t = themes[i]
	}
	field := func(key string, text workshop.Text, max int) *kit.Field {
		f := kit.NewArea(ui.Say("themes."+key), ui.Say("themes."+key+".hint"), text.In(lang, ui.Session().Setup.Language), 2)
		f.Max, f.Clean = max, cleanLine
		return f
	}
	name := kit.NewField(ui.Say("themes.name"), "", t.Name.In(lang, ui.Session().Setup.Language))
	name.Max, name.Clean = 40, cleanLine
	employees, customers := field("employees", t.Employees, workshop.MaxSentence), field("customers", t.Customers, workshop.MaxSentence)
	old, asked := ui.Session().AskedBefore(t.Key)
	if asked {
		ui.compareAsTyped(employees, old.Employees, lang)
		ui.compareAsTyped(customers, old.Customers, lang)
	}
	save := func() {
		ok := true
		for _, f := range []*kit.Field{name, employees, customers} {
			if strings.TrimSpace(f.Text()) == "" {
				f.SetProblem(ui.Say("themes.empty"))
				ok = false
			}
		}
		if !ok {
			return
		}
		t.Name = with(t.Name, lang, name.Text())
		fallback := ui.Session().Setup.Language
		t.Employees = asBefore(with(t.Employees, lang, employees.Text()), old.Employees, lang, fallback)
		t.Customers = asBefore(with(t.Customers, lang, customers.Text()), old.Customers, lang, fallback)
		if i >= 0 {
			themes[i] = t
		} else {
			t.Key = freeKey(themes)
			themes = append(themes, t)
		}
		ui.closeCard()
		ui.setThemes(themes, themeStop("edit", t.Key))
	}
	ui.Form(720, ui.Say("themes.edit"), kit.VStack(kit.M, name, employees, customers, kit.Small(ui.Say("themes.language", "language", assets.LanguageName(lang)))),
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("button.save"), kit.Primary, save))
}

// with is a text with one language's sentence replaced. Where the sentence stays the same, so does the text: an
// unchanged question keeps its trend.
func with(t workshop.Text, lang workshop.Lang, sentence string) workshop.Text {
	sentence = strings.TrimSpace(sentence)
	if t.In(lang, lang) == sentence {
		return t
	}
	changed := workshop.Text{}
	maps.Copy(changed, t)
	for _, l := range assets.Langs() {
		if changed[l] == "" {
			changed[l] = sentence
		}
	}
	changed[lang] = sentence
	return changed
}

// freeKey is a key that no theme has yet.
func freeKey(themes []workshop.Theme) workshop.ThemeKey {
	for n := 1; ; n++ {
		key := workshop.ThemeKey(fmt.Sprintf("own-%d", n))
		if workshop.ThemeIndex(themes, key) < 0 {
			return key
		}
	}
}
