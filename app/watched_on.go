//go:build smoke

package app

import (
	"fmt"
	"os"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// lookAgain is how long the window is left alone between two looks at it.
const lookAgain = 50 * time.Millisecond

// watched writes what can be seen in the window to the file that EXCEED_SCREEN names, whenever it changed: where each
// piece of text has its middle, and the text. The script that plays a session in a real window reads it. No other build
// of the program holds this.
func (ui *UI) watched(env func(string) string) {
	path, last := env("EXCEED_SCREEN"), ""
	var look func()
	look = func() {
		if now := textsIn(ui.win.Canvas()); now != last {
			if os.WriteFile(path+".new", []byte(now), 0o600) == nil && os.Rename(path+".new", path) == nil {
				last = now
			}
		}
		ui.Timer(lookAgain, look)
	}
	ui.whenShown(look)
}

// textsIn lists the texts in sight, one a line: x, y, text. Where a card lies over the face, only the card's.
func textsIn(c fyne.Canvas) string {
	var out strings.Builder
	top := c.Overlays().Top()
	if top == nil {
		top = c.Content()
	}
	see(&out, top, fyne.NewPos(0, 0), c.Size())
	return out.String()
}

// see writes the texts of an object that lie in a part of the window.
func see(out *strings.Builder, o fyne.CanvasObject, from fyne.Position, size fyne.Size) {
	if o == nil || !o.Visible() {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			see(out, child, from, size)
		}
		return
	case *container.Scroll:
		see(out, o.Content, at, o.Size())
		return
	case *canvas.Text:
		middle := at.AddXY(o.Size().Width/2, o.Size().Height/2)
		inside := middle.Subtract(from)
		if o.Text != "" && inside.X >= 0 && inside.Y >= 0 && inside.X <= size.Width && inside.Y <= size.Height {
			fmt.Fprintf(out, "%.0f\t%.0f\t%s\n", middle.X, middle.Y, o.Text)
		}
		return
	}
	if w, ok := o.(fyne.Widget); ok {
		for _, child := range test.WidgetRenderer(w).Objects() {
			see(out, child, from, size)
		}
	}
}
