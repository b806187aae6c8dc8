package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
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

// after calls f on Fyne's goroutine once the time is over, unless it is cancelled before.
func after(wait time.Duration, f func()) (cancel func()) {
	timer := time.AfterFunc(wait, func() { fyne.Do(f) })
	return func() { timer.Stop() }
}

// worker does work and then calls done with its error.
type worker func(work func(context.Context) error, done func(error)) (cancel func())

// background runs work on a goroutine of its own and done with its error on Fyne's. The work must heed its context,
// which cancel ends.
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
