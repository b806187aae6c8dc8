package app

import (
	"context"
	"sync"
	"sync/atomic"

	"exceed/workshop"
)

// Closing a session writes its file anew where something was changed, and its copy: of a large one that takes longer than
// a window may stand still. So it is done aside, and whatever needs the file waits for it.

// leaveRoom closes the open session, if any.
func (ui *UI) leaveRoom() {
	if ui.room == nil {
		return
	}
	ui.win.Canvas().Unfocus() // what was typed is kept
	ui.projector.hide()
	ui.leaving.wait() // one at a time
	closing := ui.room.Leave()
	ui.room, ui.hints, ui.cards, ui.unread = nil, nil, nil, nil
	clear(ui.last)
	finish := ui.leaving.begin(func() {
		if err := closing(); err != nil {
			ui.Log.Error("closing", "error", err)
		}
	})
	ui.Worker(func(context.Context) error { finish(); return nil }, func(error) {})
}

// leaving is the session that is being closed, if any.
type leaving struct{ finish atomic.Pointer[func()] }

// begin is for the next session: finish closes it, once.
func (l *leaving) begin(closing func()) (finish func()) {
	finish = sync.OnceFunc(closing)
	l.finish.Store(&finish)
	return finish
}

// wait answers once the session is closed. Where nobody has begun to close it yet, it does that itself, so that waiting
// always ends. It may be called on any goroutine.
func (l *leaving) wait() {
	if finish := l.finish.Load(); finish != nil {
		(*finish)()
	}
}

// patient is a library that touches no file before the session that is being closed has left it.
type patient struct {
	workshop.Library
	wait func()
}

// Sessions lists them as they are once that one is closed. See workshop.Library.
func (p patient) Sessions() ([]workshop.Summary, error) {
	p.wait()
	return p.Library.Sessions()
}

// Open may open that very session. See workshop.Library.
func (p patient) Open(path string) (workshop.Store, error) {
	p.wait()
	return p.Library.Open(path)
}

// Delete destroys it for good: closing writes nothing after it. See workshop.Library.
func (p patient) Delete(path string) error {
	p.wait()
	return p.Library.Delete(path)
}

// Restore puts a copy in the place of what is closed. See workshop.Library.
func (p patient) Restore(path string) error {
	p.wait()
	return p.Library.Restore(path)
}
