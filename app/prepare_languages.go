package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// otherwise says below a theme in which languages it still asks the question that it no longer asks in others, and offers
// one question to all; nil where all readers are asked the same.
func (ui *UI) otherwise(t workshop.Theme, locked bool) fyne.CanvasObject {
	behind, one := ui.inOneTongue(t)
	if len(behind) == 0 {
		return nil
	}
	var names []string
	for _, l := range behind {
		names = append(names, assets.LanguageName(l))
	}
	note := kit.Problem(ui.words.Count("themes.behind", len(names), "languages", strings.Join(names, ", ")))
	if locked {
		return note
	}
	return kit.VStack(kit.XS, note, kit.HStack(0, kit.NewButton(ui.Say("themes.everywhere"), kit.Plain, func() {
		themes := slices.Clone(ui.Session().Themes)
		themes[workshop.ThemeIndex(themes, t.Key)] = one
		ui.setThemes(themes, themeStop("edit", t.Key))
	})))
}

// inOneTongue are the languages in which a sentence of a theme is still that of the session before, or the one that
// ships, though it was changed in another; and the theme with the changed sentence in all of them.
func (ui *UI) inOneTongue(t workshop.Theme) (behind []workshop.Lang, one workshop.Theme) {
	old, asked := ui.Session().AskedBefore(t.Key)
	if !asked {
		shipped := assets.Themes()
		at := workshop.ThemeIndex(shipped, t.Key)
		if at < 0 {
			return nil, t
		}
		old = shipped[at]
	}
	one = t
	for _, pair := range []struct {
		is  *workshop.Text
		was workshop.Text
	}{{&one.Employees, old.Employees}, {&one.Customers, old.Customers}} {
		spoken := slices.DeleteFunc(ui.tongues(), func(l workshop.Lang) bool { return (*pair.is)[l] == "" }) // others read one of these
		changed := slices.DeleteFunc(slices.Clone(spoken), func(l workshop.Lang) bool { return (*pair.is)[l] == pair.was[l] })
		if len(changed) == 0 {
			continue
		}
		all := workshop.Text{}
		for _, l := range spoken {
			all[l] = (*pair.is)[l]
			if !slices.Contains(changed, l) {
				all[l] = (*pair.is)[changed[0]]
				behind = append(behind, l)
			}
		}
		*pair.is = all
	}
	slices.Sort(behind)
	return slices.Compact(behind), one
}

// tongues are all languages, the window's first.
func (ui *UI) tongues() []workshop.Lang {
	own := ui.words.Lang()
	return append([]workshop.Lang{own}, slices.DeleteFunc(assets.Langs(), func(l workshop.Lang) bool { return l == own })...)
}
