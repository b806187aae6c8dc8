package app

import "time"

// How long an unfinished response stays: after coverAfter without a sign of the person it is covered, and after
// coverTime more it is thrown away.
const (
	coverAfter = 120 * time.Second
	coverTime  = 60 * time.Second
)

// idle watches over one unfinished response. Its zero value with the three functions set is stopped.
type idle struct {
	after   Timer
	cover   func(left time.Duration) // at first and at every second while covered
	discard func()

	cancel func()
	turn   int // tells a call that was already on its way when it was cancelled
}

// touch is a sign of the person: the time begins anew.
func (i *idle) touch() { i.wait(coverAfter, func() { i.countdown(coverTime) }) }

// stop ends the watch.
func (i *idle) stop() {
	i.turn++
	if i.cancel != nil {
		i.cancel()
		i.cancel = nil
	}
}

func (i *idle) countdown(left time.Duration) {
	if left <= 0 {
		i.stop()
		i.discard()
		return
	}
	i.wait(time.Second, func() { i.countdown(left - time.Second) })
	i.cover(left)
}

func (i *idle) wait(time time.Duration, f func()) {
	i.stop()
	turn := i.turn
	i.cancel = i.after(time, func() {
		if turn == i.turn {
			f()
		}
	})
}
