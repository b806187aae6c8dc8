package app

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
)

// door is what leads out of the kiosk: the facilitator's code. From the third wrong try on it waits before the next, each
// time twice as long as before, but never for good; going away from its page and coming back does not shorten the wait.
type door struct {
	after  Timer
	wrong  int           // tries in a row
	left   time.Duration // until the next try
	passed func()        // a second of the wait is over; nil where nobody looks
}

const (
	freeTries = 3                // wrong ones without a wait, the last of which begins the first
	firstWait = 5 * time.Second  // and twice as long each time
	mostWait  = 80 * time.Second // less than the kiosk takes to cover itself
)

// refuse counts a wrong try.
func (d *door) refuse() {
	if d.wrong++; d.wrong < freeTries {
		return
	}
	d.left = firstWait
	for range d.wrong - freeTries {
		d.left = min(2*d.left, mostWait)
	}
	d.wait()
}

func (d *door) wait() {
	d.after(time.Second, func() {
		if d.left -= time.Second; d.left > 0 {
			d.wait()
		}
		if d.passed != nil {
			d.passed()
		}
	})
}

// askCode asks for the code that leads out of the kiosk.
func (k *kiosk) askCode() {
	field := kit.NewSecret(k.say("kiosk.code.label"), k.say("kiosk.code.hint"))
	field.Max, field.Clean = 64, figures
	var leave *kit.Button
	try := func() {
		switch {
		case k.door.left > 0:
			return
		case field.Text() == k.session().Setup.ExitCode:
			k.leave()
			return
		}
		k.door.refuse()
		field.SetText("")
		field.SetProblem(k.say("kiosk.code.wrong"))
		k.door.passed()
		k.ui.win.Canvas().Focus(field.Focusable())
	}
	field.OnEnter = try
	leave = k.large(k.say("kiosk.code.leave"), kit.Primary, try)
	wait := func() {
		if k.door.left > 0 {
			leave.Disable()
			field.SetProblem(k.words.Count("kiosk.code.wait", int(k.door.left/time.Second)))
			return
		}
		if leave.Disabled() {
			leave.Enable()
			field.SetProblem("")
		}
	}
	k.door.passed = wait
	wait()
	k.open(&page{
		middle: true, main: field.Focusable(),
		escape: k.handOver,
		content: container.New(inTheMiddle(480), kit.VStack(kit.L,
			headed(small(theme.LoginIcon()), kit.Title(k.say("kiosk.code.title"))), field,
			kit.Border(nil, nil, k.large(k.say("button.back"), kit.Plain, k.handOver), leave))),
	})
	k.idle.touch()
}

// figures are the figures of the keys that wrote a text, so that the code can be typed on a French keyboard without Shift.
func figures(text string) string {
	return strings.Map(func(r rune) rune {
		if n, is := kit.Digit(r); is {
			return rune('0' + n)
		}
		return r
	}, text)
}
