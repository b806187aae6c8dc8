package app

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/exchange"
	"exceed/workshop/identify"
)

// statementPage takes one expectation in own words: what, on which theme, and whether the words may be shown.
func (k *kiosk) statementPage(i int) *page {
	st := &k.draft.statements[i]
	field := kit.NewArea(k.say("kiosk.words.label"), "", st.text, 3)
	field.Max = workshop.MaxStatement
	field.Clean = cleanStatement
	warns := kit.Body("")
	warning := kit.Marked(theme.WarningIcon(), theme.ColorNameWarning, warns)
	body := kit.VStack(kit.M)
	say := func() {
		field.SetHint(k.words.Count("kiosk.words.left", charactersLeft(st.text)))
		text := k.warning(st.text)
		warns.SetText(text)
		if hide := text == ""; hide != warning.Hidden {
			warning.Hidden = hide
			body.Refresh() // makes room, or takes it back
		}
	}
	say()
	field.OnChanged = func(text string) {
		st.text = text
		say()
		k.touch()
	}
	field.OnEnter = k.next

	names := []string{k.say("kiosk.words.no_theme")}
	for at := range k.session().Themes {
		names = append(names, k.themeName(at))
	}
	pick := kit.NewPick(k.say("kiosk.words.theme"), "", names, st.theme+1, func(at int) {
		st.theme = at - 1
		k.touch()
	})
	chosen := -1
	if st.chose {
		chosen = 1
		if st.show {
			chosen = 0
		}
	}
	fate := kit.NewChoice([]string{k.say("kiosk.words.show"), k.say("kiosk.words.count")}, chosen, func(at int) {
		st.show, st.chose = at == 0, true
		k.touch()
	})
	fate.Numbered = true
	fate.OnEnter = k.next

	p := &page{
		progress: k.say("kiosk.words.progress", "n", i+1, "of", workshop.MaxStatements),
		back:     true, next: k.say("button.next"), main: field.Focusable(),
		content: body,
	}
	body.Objects = []fyne.CanvasObject{
		headed(small(theme.DocumentCreateIcon()), kit.Title(k.say("kiosk.words.title")), kit.Lead(k.say("kiosk.words.text"))), field, warning,
		kit.Columns(kit.XL, []float32{2, 3}, pick, kit.VStack(6, kit.Strong(k.say("kiosk.words.fate")), fate,
			kit.Small(k.say("kiosk.words.fate_note", "v", k.session().Setup.VoicesThreshold)))),
	}
	p.do = func() {
		st.text = strings.TrimSpace(st.text)
		k.closeGaps()
		k.pages = k.journey()
		if st.text == "" {
			k.show(len(k.pages) - 1)
			return
		}
		k.show(k.at + 1)
	}
	return p
}

// closeGaps moves the statements up into places that were emptied.
func (k *kiosk) closeGaps() {
	written := k.draft.written()
	for i := range k.draft.statements {
		if i < len(written) {
			k.draft.statements[i] = written[i]
		} else {
			k.draft.statements[i] = statement{theme: -1}
		}
	}
}

// cleanStatement is what may enter a statement, within the bytes that a slot of the box holds.
func cleanStatement(text string) string {
	text = exchange.Clean(text, workshop.MaxStatement)
	for len(text) > workshop.MaxStatementBytes {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	return text
}

// charactersLeft is how many more may be typed.
func charactersLeft(text string) int {
	return max(0, min(workshop.MaxStatement-utf8.RuneCountInString(text), workshop.MaxStatementBytes-len(text)))
}

// warning says gently what in a text could tell who wrote it; empty where nothing does.
func (k *kiosk) warning(text string) string {
	hints := identify.Find(text)
	if len(hints) == 0 {
		return ""
	}
	passages := make([]string, 0, len(hints))
	for _, hint := range hints {
		passages = append(passages, k.say("quote", "text", hint.Text))
	}
	return k.say("kiosk.words.warning", "text", strings.Join(passages, ", "))
}
