package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"exceed/workshop"
)

// slowly makes the window's worker and timer wait: the work until finish is called, the timer until wait is.
func slowly(ui *UI) (wait func(), finish func() (cancelled bool)) {
	var timers []func()
	ui.Timer = func(_ time.Duration, f func()) (cancel func()) {
		timers = append(timers, f)
		at := len(timers) - 1
		return func() { timers[at] = func() {} }
	}
	var end func() bool
	ui.Worker = func(work func(context.Context) error, done func(error)) (cancel func()) {
		ctx, cancel := context.WithCancel(context.Background())
		end = func() bool {
			stopped := ctx.Err() != nil
			done(work(ctx))
			return stopped
		}
		return cancel
	}
	return func() {
		for _, f := range timers {
			f()
		}
	}, func() bool { return end() }
}

func TestLongWorkSaysSoAndCanBeCancelled(t *testing.T) {
	for _, cancels := range []bool{false, true} {
		ui := testUI(t, workshop.English)
		wait, finish := slowly(ui)
		var done []error
		ui.WorkOrCancel("Reading", func(ctx context.Context) error { return ctx.Err() }, func(err error) { done = append(done, err) })
		if strings.Contains(said(ui.win.Canvas()), "Reading") {
			t.Error("a card flashes up before the work takes long")
		}
		ui.runNamed("new")
		if ui.room != nil {
			t.Fatal("a command ran beside the work")
		}
		if over := ui.win.Canvas().Overlays().Top(); over == nil || over.Size() != ui.win.Canvas().Size() {
			t.Error("the face can be pressed beside the work")
		}
		wait()
		if !strings.Contains(said(ui.win.Canvas()), "Reading") {
			t.Fatal("nothing says that work goes on")
		}
		if cancels {
			tap(t, ui.win.Canvas(), ui.Say("button.cancel"))
			if !strings.Contains(said(ui.win.Canvas()), ui.Say("work.stopping")) {
				t.Error("nothing says that the work stops")
			}
		}
		if stopped := finish(); stopped != cancels {
			t.Errorf("cancelled %v, and the work was told %v", cancels, stopped)
		}
		if len(done) != 1 || errors.Is(done[0], context.Canceled) != cancels || ui.held || ui.win.Canvas().Overlays().Top() != nil {
			t.Errorf("cancelled %v: done with %v, held %v", cancels, done, ui.held)
		}
		if ui.try(done[0]) == cancels || strings.Contains(said(ui.win.Canvas()), context.Canceled.Error()) {
			t.Errorf("cancelled %v: it is said as a problem", cancels)
		}
		if strings.Contains(said(ui.win.Canvas()), "Reading") {
			t.Error("the card stays")
		}
	}
}

func TestQuickWorkShowsNoCard(t *testing.T) {
	ui := testUI(t, workshop.English)
	wait, finish := slowly(ui)
	ui.WorkOrCancel("Reading", func(context.Context) error { return errors.New("no") }, func(error) {})
	finish()
	wait()
	if ui.held || strings.Contains(said(ui.win.Canvas()), "Reading") {
		t.Error("a card came after the work")
	}
}

func TestACancelledExportLeavesNoFile(t *testing.T) {
	for _, cancels := range []bool{false, true} {
		ui := uiIn(t, workshop.English, 12, workshop.Closed)
		ui.Go(Route{Face: FaceReport})
		_, finish := slowly(ui)
		folder := t.TempDir()
		path := filepath.Join(folder, "results.json")
		ui.saveJSON()
		fill(t, ui.win.Canvas(), ui.Say("file.path"), path)
		tap(t, ui.win.Canvas(), ui.Say("button.ok"))
		if cancels {
			tap(t, ui.win.Canvas(), ui.Say("button.cancel"))
		}
		finish()
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		if wrote := len(files) == 1; wrote == cancels {
			t.Errorf("cancelled %v: the folder holds %v", cancels, files)
		}
		if written := strings.Contains(said(ui.win.Canvas()), ui.Say("report.written", "path", path)); written == cancels {
			t.Errorf("cancelled %v: written is said %v", cancels, written)
		}
	}
}

func TestAReceiptIsVerifiedAsideAndCanBeCancelled(t *testing.T) {
	for _, cancels := range []bool{false, true} {
		ui, _ := filed(t, workshop.English, workshop.Planning)
		_, finish := slowly(ui)
		ui.Go(Route{Face: FaceReceipt})
		if !strings.Contains(said(ui.win.Canvas()), ui.Say("receipt.verifying")) {
			t.Fatal("nothing says that the file is being verified")
		}
		if cancels {
			tap(t, ui.win.Canvas(), ui.Say("button.cancel"))
		}
		finish()
		if shown := strings.Contains(said(ui.win.Canvas()), ui.Say("receipt.sound")); shown == cancels {
			t.Errorf("cancelled %v: the receipt is shown %v", cancels, shown)
		}
	}
}

func TestNothingMovesWhereTheSystemWantsNoMotion(t *testing.T) {
	ui := testUI(t, workshop.English)
	wait, _ := slowly(ui)
	ui.App = still{ui.App}
	ui.WorkOrCancel("Reading", func(context.Context) error { return nil }, func(error) {})
	wait()
	if bars := every[*widget.ProgressBarInfinite](ui.win.Canvas()); len(bars) > 0 {
		t.Error("a bar moves")
	}
	if !strings.Contains(said(ui.win.Canvas()), "Reading") {
		t.Error("nothing says that work goes on")
	}
}

// still is an app on a system without motion.
type still struct{ fyne.App }

func (s still) Settings() fyne.Settings { return noMotion{s.App.Settings()} }

type noMotion struct{ fyne.Settings }

func (noMotion) ShowAnimations() bool { return false }
