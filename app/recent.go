package app

import (
	"os"
	"path/filepath"

	"exceed/app/kit"
	"exceed/workshop"
)

// recentCard lists the sessions that were open last, newest first, and opens them. Those whose file is gone are left out.
func (ui *UI) recentCard() {
	known := map[string]workshop.Summary{}
	sessions, err := ui.Library.Sessions()
	if err != nil {
		ui.Log.Error("reading the library", "error", err) // the files can be opened all the same
	}
	for _, s := range sessions {
		known[s.Path] = s
	}
	list := kit.VStack(kit.S)
	for _, path := range ui.prefs.recent() {
		s, found := known[path]
		if _, err := os.Stat(path); err != nil && !found {
			continue
		}
		name := filepath.Base(path)
		if found {
			name = joinDots(summaryName(ui, s), ui.words.Date(s.Date))
		}
		open := kit.NewButton(name, kit.Plain, func() {
			ui.closeCard()
			ui.OpenPath(path)
		})
		open.Left = true
		list.Add(open)
	}
	if len(list.Objects) == 0 {
		list.Add(kit.Muted(ui.Say("recent.none")))
	}
	ui.Card(640, ui.Say("recent.title"), list, nil, kit.NewButton(ui.Say("button.close"), kit.Plain, ui.closeCard))
}
