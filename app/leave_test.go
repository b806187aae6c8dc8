package app

import (
	"context"
	"errors"
	"os"
	"testing"

	"exceed/workshop"
	"exceed/workshop/bolt"
)

// left is a window on home that has just left a session in a file, with a change in it. Its worker does nothing until
// finish is called.
func left(t *testing.T) (ui *UI, path string, finish func()) {
	t.Helper()
	ui, _ = cheap(t)
	ui = opened(t, ui, rehearsed(t, workshop.English, 12, workshop.Planning).Session())
	path = ui.room.Store().Path()
	if !ui.Change("park", func(s *workshop.Session) error { return s.Park("The canteen") }) {
		t.Fatal("nothing was changed")
	}
	var waiting []func()
	ui.Worker = func(work func(context.Context) error, done func(error)) (cancel func()) {
		waiting = append(waiting, func() { done(work(context.Background())) })
		return func() {}
	}
	ui.Home()
	if ui.room != nil || ui.route.Face != FaceHome {
		t.Fatal("the window does not stand on home")
	}
	if _, err := bolt.OpenFile(path); !errors.Is(err, workshop.ErrInUse) {
		t.Fatalf("the file was closed while the window stood still: %v", err)
	}
	ui.Worker = atOnce
	return ui, path, func() {
		for _, f := range waiting {
			f()
		}
	}
}

// parked is the last thing parked in a file that nobody has open.
func parked(t *testing.T, path string) string {
	t.Helper()
	store, err := bolt.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Load()
	if err = errors.Join(err, store.Close()); err != nil {
		t.Fatal(err)
	}
	return s.Parking[len(s.Parking)-1].Text
}

func TestASessionIsClosedAside(t *testing.T) {
	_, path, finish := left(t)
	finish()
	if got := parked(t, path); got != "The canteen" {
		t.Errorf("%q was kept", got)
	}
	if _, err := os.Stat(path + ".new"); err == nil {
		t.Error("something is left beside the file")
	}
}

func TestASessionOpensAtOnceAfterItWasLeft(t *testing.T) {
	ui, path, finish := left(t)
	ui.OpenPath(path)
	if ui.room == nil || ui.Session().Parking[len(ui.Session().Parking)-1].Text != "The canteen" {
		t.Fatalf("it does not open as it was left: %s", said(ui.win.Canvas()))
	}
	finish() // the worker comes late
	if !ui.Change("park", func(s *workshop.Session) error { return s.Park("The car park") }) {
		t.Error("closing it late closed it again")
	}
	ui.leaveRoom()
	if got := parked(t, path); got != "The car park" {
		t.Errorf("%q was kept", got)
	}
}

func TestQuittingWaitsForTheFile(t *testing.T) {
	for _, leave := range []bool{true, false} {
		ui, path, _ := left(t)
		if !leave { // it is quit with the session open
			ui.OpenPath(path)
			ui.Worker = func(func(context.Context) error, func(error)) (cancel func()) { return func() {} }
		}
		ui.quit()
		if got := parked(t, path); got != "The canteen" {
			t.Errorf("%q was kept", got)
		}
	}
}

func TestWhatIsDeletedStaysDeleted(t *testing.T) {
	ui, path, finish := left(t)
	if err := ui.Library.Delete(path); err != nil {
		t.Fatal(err)
	}
	finish()
	if list, err := ui.Library.Sessions(); err != nil || len(list) > 0 {
		t.Errorf("closing it late brought back %v, %v", list, err)
	}
}

// TestLeavingKeepsTheTimeOfTheMoment: what the agenda keeps does not depend on when the file is closed.
func TestLeavingKeepsTheTimeOfTheMoment(t *testing.T) {
	ui, path, at := played(t, workshop.Reveal)
	at(20)
	took := int(ui.pace.used().Minutes())
	_, finish := slowly(ui)
	ui.leaveRoom()
	at(55)
	finish()
	ui.Worker = atOnce
	ui.OpenPath(path)
	if step, _ := ui.Session().Agenda.Step(workshop.Reveal); took < 10 || step.Took < took || step.Took > took+1 { // whole minutes
		t.Errorf("after %d minutes the agenda keeps %v", took, step.Took)
	}
}
