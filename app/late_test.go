package app

import (
	"strings"
	"testing"

	"exceed/workshop"
)

// TestWindowIsFilledWhenTheDriverAsks makes the window as the program does: empty until the driver has made it, and full
// before it paints, or at the latest when the program begins to run.
func TestWindowIsFilledWhenTheDriverAsks(t *testing.T) {
	deps := testDeps(t, workshop.French)
	deps.Early = true
	for name, ask := range map[string]func(*UI){
		"the driver asks": func(ui *UI) { ui.win.Content().MinSize() },
		"nobody asks":     func(ui *UI) { ui.furnish() },
	} {
		ui := New(deps)
		if _, waits := ui.win.Content().(*late); !waits || ui.shell != nil {
			t.Errorf("%s: the window is filled before it stands", name)
		}
		ask(ui)
		if ui.win.Content() != ui.shell.root {
			t.Fatalf("%s: the window stays empty", name)
		}
		if !strings.Contains(said(ui.win.Canvas()), ui.Say("home.thesis")) {
			t.Errorf("%s: home is not shown", name)
		}
		filled := ui.shell
		ui.furnish()
		if ui.shell != filled {
			t.Errorf("%s: the window is filled twice", name)
		}
	}
}
