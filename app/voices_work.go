package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"exceed/app/kit"
	"exceed/workshop"
)

// moveVoice groups a voice under a theme; an empty key takes it out of every group.
func (ui *UI) moveVoice(id int, key workshop.ThemeKey) {
	if v, _ := ui.Session().Voice(id); v.Theme == key {
		return
	}
	if ui.Change("voice_move", func(s *workshop.Session) error {
		return s.ChangeVoice(id, func(v *workshop.Voice) { v.Theme = key })
	}) {
		ui.refill(voiceStop(id))
	}
}

// stepVoice moves a voice to the theme before (−1) or after (1) its own; before the first comes "not grouped".
func (ui *UI) stepVoice(id, by int) {
	s := ui.Session()
	v, _ := s.Voice(id)
	at := workshop.ThemeIndex(s.Themes, v.Theme) + by // not grouped is −1
	switch {
	case at == -1:
		ui.moveVoice(id, "")
	case at >= 0 && at < len(s.Themes):
		ui.moveVoice(id, s.Themes[at].Key)
	}
}

// suggestedFor is the theme that a voice's words suggest while it is under none; empty where there is none to take.
func suggestedFor(s *workshop.Session, v workshop.Voice) workshop.ThemeKey {
	if v.Theme != "" || len(v.Suggested) == 0 || workshop.ThemeIndex(s.Themes, v.Suggested[0]) < 0 {
		return ""
	}
	return v.Suggested[0]
}

// takeSuggestion groups a voice under the theme that its words suggest, and goes on to the next voice that has one, so
// that one key after the other sorts them all.
func (ui *UI) takeSuggestion(id int) {
	s := ui.Session()
	v, _ := s.Voice(id)
	key := suggestedFor(s, v)
	if key == "" {
		return
	}
	next, passed := id, false
	for _, other := range s.Voices { // in the order of the board
		if other.ID == id {
			passed = true
		} else if passed && !other.Hidden && other.Into == 0 && suggestedFor(s, other) != "" {
			next = other.ID
			break
		}
	}
	if ui.Change("voice_move", func(s *workshop.Session) error {
		return s.ChangeVoice(id, func(v *workshop.Voice) { v.Theme = key })
	}) {
		ui.refill(voiceStop(next))
	}
}

// hideVoice hides a voice from the room, the report and the exports, offers the way back, and goes on to the next voice
// on the board, lest the keys still went to a card that nobody sees.
func (ui *UI) hideVoice(id int) {
	next, passed := 0, false
	for _, other := range ui.Session().Voices { // in the order of the board
		if other.ID == id {
			passed = true
		} else if !other.Hidden && other.Into == 0 && (next == 0 || passed) {
			next = other.ID
			if passed {
				break
			}
		}
	}
	if ui.Change("voice_hide", func(s *workshop.Session) error { return s.HideVoice(id, true) }) {
		ui.win.Canvas().Unfocus()
		ui.refill(voiceStop(next))
		ui.OfferUndo(ui.Say("voices.hidden.done"))
	}
}

// showVoice takes hiding back.
func (ui *UI) showVoice(id int) {
	if ui.Change("voice_show", func(s *workshop.Session) error { return s.HideVoice(id, false) }) {
		ui.refill("")
	}
}

// openVoice shows one voice with everything that can become of it.
func (ui *UI) openVoice(id int) {
	s := ui.Session()
	v, ok := s.Voice(id)
	if !ok {
		return
	}
	page := kit.VStack(kit.M, kit.Lead(v.Text))
	for _, under := range s.Under(id) {
		page.Add(ui.mergedRow(under))
	}
	page.Add(kit.Columns(kit.M, []float32{1, 1.6}, ui.voiceTheme(v), ui.voiceMerge(v)))
	if suggested := ui.voiceSuggestions(v); suggested != nil {
		page.Add(suggested)
	}
	page.Add(kit.Rule())
	fate, _ := ui.fateEditor(ui.Say("fate.voice"), v.Fate, func(fate workshop.Fate) bool {
		return ui.Change("voice_fate", func(s *workshop.Session) error {
			return s.ChangeVoice(id, func(v *workshop.Voice) { v.Fate = fate })
		})
	})
	page.Add(fate)
	ui.Card(760, ui.Say("voices.open"), page, func() { ui.refill(voiceStop(id)) },
		kit.NewButton(ui.Say("voices.hide"), kit.Plain, func() {
			ui.closeCard()
			ui.hideVoice(id)
		}),
		kit.NewButton(ui.Say("button.close"), kit.Primary, ui.closeCard))
}

// mergedRow shows a voice that was merged into the open one, and lets it stand for itself again.
func (ui *UI) mergedRow(v workshop.Voice) fyne.CanvasObject {
	apart := kit.NewButton(ui.Say("voices.unmerge"), kit.Plain, func() {
		if ui.Change("voice_unmerge", func(s *workshop.Session) error { return s.UnmergeVoice(v.ID) }) {
			ui.openVoice(v.Into)
		}
	})
	return kit.Row(nil, 12, kit.Muted("+  "+v.Text), apart)
}

// voiceTheme picks the theme of a voice.
func (ui *UI) voiceTheme(v workshop.Voice) fyne.CanvasObject {
	themes := ui.Session().Themes
	names := []string{ui.Say("voices.ungrouped")}
	for _, t := range themes {
		names = append(names, ui.themeName(t.Key))
	}
	return kit.NewPick(ui.Say("voices.theme"), "", names, workshop.ThemeIndex(themes, v.Theme)+1, func(i int) {
		var key workshop.ThemeKey
		if i > 0 {
			key = themes[i-1].Key
		}
		ui.Change("voice_move", func(s *workshop.Session) error {
			return s.ChangeVoice(v.ID, func(v *workshop.Voice) { v.Theme = key })
		})
	})
}

// voiceMerge picks the voice that this one goes under; those of the same theme come first.
func (ui *UI) voiceMerge(v workshop.Voice) fyne.CanvasObject {
	var others []workshop.Voice
	for _, other := range ui.Session().Voices {
		if other.ID != v.ID && !other.Hidden && other.Into == 0 {
			others = append(others, other)
		}
	}
	slices.SortStableFunc(others, func(a, b workshop.Voice) int {
		switch near, far := a.Theme == v.Theme, b.Theme == v.Theme; {
		case near == far:
			return 0
		case near:
			return -1
		}
		return 1
	})
	var names []string
	for _, other := range others {
		name := shorten(other.Text, 48)
		for slices.Contains(names, name) { // a pick tells its options apart by their texts
			name += " ·"
		}
		names = append(names, name)
	}
	chosen := -1
	merge := kit.NewButton(ui.Say("voices.merge.do"), kit.Plain, func() {
		if ui.Change("voice_merge", func(s *workshop.Session) error { return s.MergeVoice(v.ID, others[chosen].ID) }) {
			ui.closeCard()
			ui.refill(voiceStop(others[chosen].ID))
			ui.OfferUndo(ui.Say("voices.merged"))
		}
	})
	merge.Disable() // until there is something to merge with
	pick := kit.NewPick(ui.Say("voices.merge"), ui.Say("voices.merge.pick"), names, -1, func(i int) {
		if chosen = i; i >= 0 {
			merge.Enable()
		}
	})
	return kit.Border(nil, nil, nil, container.NewVBox(layout.NewSpacer(), merge), kit.Inset(0, kit.S, pick))
}

// voiceSuggestions offers the themes that the words themselves suggest, at most three; nil where there are none.
func (ui *UI) voiceSuggestions(v workshop.Voice) fyne.CanvasObject {
	row := kit.Flow(kit.S)
	for _, key := range v.Suggested {
		if key != v.Theme && workshop.ThemeIndex(ui.Session().Themes, key) >= 0 && len(row.Objects) < 3 {
			row.Add(kit.NewButton(ui.themeName(key), kit.Plain, func() {
				ui.closeCard()
				ui.moveVoice(v.ID, key)
			}))
		}
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return kit.VStack(kit.XS, kit.Small(ui.Say("voices.suggested")), row)
}
