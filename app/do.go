package app

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/fontscan"
)

// This file is the only one that crosses goroutines: work goes out, results come back through fyne.Do.

// every calls f on Fyne's goroutine at each interval until the window closes.
func (ui *UI) every(interval time.Duration, f func()) {
	stop := make(chan struct{})
	ui.App.Lifecycle().SetOnStopped(func() { close(stop) })
	go func() {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for {
			select {
			case <-stop:
				return
			case <-ticker.C:
				fyne.Do(f)
			}
		}
	}()
}

// scanFonts begins to look through the fonts of the system, for which Fyne would else make the first text wait: the scan
// is one for the whole program.
func scanFonts() {
	go fontscan.NewFontMap(silent{}).UseSystemFonts("") // without any, those of the program remain
}

// ahead does work beside that of the window and returns how to wait for it.
func ahead(work func()) (wait func()) {
	var doing sync.WaitGroup
	doing.Go(work)
	return doing.Wait
}

// silent is a logger of fonts that keeps quiet.
type silent struct{}

func (silent) Printf(string, ...any) {}

// Timer calls f on Fyne's goroutine once the time is over, unless it is cancelled before.
type Timer func(wait time.Duration, f func()) (cancel func())

// after is the Timer of real time.
func after(wait time.Duration, f func()) (cancel func()) {
	timer := time.AfterFunc(wait, func() { fyne.Do(f) })
	return func() { timer.Stop() }
}

// never is the Timer of a moment that does not pass.
func never(time.Duration, func()) (cancel func()) { return func() {} }

// Worker does work and then calls done with its error on Fyne's goroutine. The work must heed its context, which cancel
// ends.
type Worker func(work func(context.Context) error, done func(error)) (cancel func())

// background is the Worker that gives each piece of work a goroutine of its own.
func background(work func(context.Context) error, done func(error)) (cancel func()) {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		err := work(ctx)
		fyne.Do(func() {
			cancel()
			done(err)
		})
	}()
	return cancel
}

// backgroundFrom is background once the channel is closed: before the window stands, nothing else keeps it waiting.
func backgroundFrom(shown <-chan struct{}) Worker {
	return func(work func(context.Context) error, done func(error)) (cancel func()) {
		return background(func(ctx context.Context) error {
			<-shown
			return work(ctx)
		}, done)
	}
}

// atOnce is the Worker that does its work where it stands, for windows that nobody sits at.
func atOnce(work func(context.Context) error, done func(error)) (cancel func()) {
	done(work(context.Background()))
	return func() {}
}

// soon does work that needs nothing of the window and then calls then on Fyne's goroutine, unless the work was done at once:
// it says so, and then is not called.
func (ui *UI) soon(work, then func()) (already bool) {
	begun := true
	ui.Worker(func(context.Context) error { work(); return nil }, func(error) {
		if begun {
			already = true
			return
		}
		then()
	})
	begun = false
	return already
}
