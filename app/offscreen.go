package app

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"

	"exceed/app/kit"
)

// offscreen is a window that is only ever drawn into a picture: the faces of a rehearsal are taken from it, with no
// display at all.
type offscreen struct {
	canvas software.WindowlessCanvas
	title  string
	full   bool
	menu   *fyne.MainMenu
}

// newOffscreen makes a window of that size at scale 1. The program's app must exist.
func newOffscreen(app fyne.App, size fyne.Size) *offscreen {
	if _, real := app.Driver().(desktop.Driver); !real && len(app.Driver().AllWindows()) == 0 {
		app.NewWindow("") // the driver without a display looks for the canvas of every object among its windows
	}
	freshen()
	w := &offscreen{canvas: software.NewCanvas()}
	w.canvas.SetPadded(false)
	w.canvas.Resize(size)
	return w
}

// picture draws the window as it stands.
func (w *offscreen) picture() image.Image {
	settle(w.canvas)
	entries := cut(w.canvas.Content(), 0, 0, w.canvas.Size().Height)
	for _, entry := range entries {
		entry.Hide()
	}
	defer func() {
		for _, entry := range entries {
			entry.Show()
		}
	}()
	return w.canvas.Capture()
}

// cut are the entries that the edge of a scroll runs through, or that lie beyond it. The driver without a display would draw
// their text there all the same: it heeds only the innermost of several clips, and an entry is one.
func cut(o fyne.CanvasObject, from, top, bottom float32) (entries []fyne.CanvasObject) {
	from += o.Position().Y
	switch o := o.(type) {
	case *kit.Field:
		if from < top || from+o.Size().Height > bottom {
			entries = append(entries, o.Focusable().(fyne.CanvasObject))
		}
	case *container.Scroll:
		top, bottom = max(top, from), min(bottom, from+o.Size().Height)
	}
	for _, inside := range kit.Inside(o) {
		entries = append(entries, cut(inside, from, top, bottom)...)
	}
	return entries
}

// freshen tells Fyne what time it is, which off-screen it else learns only as it draws: what was made more than a minute
// after the last picture would count as old by then, and be forgotten between its layout and its drawing. Whatever stands
// from before is to be made anew after it.
func freshen() { software.NewCanvas().Capture() }

// settle lays a window out until it rests, as the real driver does from frame to frame: wrapped text knows its height
// only once it has a width.
func settle(c software.WindowlessCanvas) {
	size := c.Size()
	c.Resize(size.AddWidthHeight(1, 1))
	c.Resize(size)
	c.Content().Refresh()
	for _, over := range c.Overlays().List() {
		over.Refresh()
	}
}

func (w *offscreen) Title() string                                { return w.title }
func (w *offscreen) SetTitle(title string)                        { w.title = title }
func (w *offscreen) FullScreen() bool                             { return w.full }
func (w *offscreen) SetFullScreen(full bool)                      { w.full = full }
func (w *offscreen) Resize(size fyne.Size)                        { w.canvas.Resize(size) }
func (w *offscreen) RequestFocus()                                {}
func (w *offscreen) FixedSize() bool                              { return true }
func (w *offscreen) SetFixedSize(bool)                            {}
func (w *offscreen) CenterOnScreen()                              {}
func (w *offscreen) Padded() bool                                 { return false }
func (w *offscreen) SetPadded(padded bool)                        { w.canvas.SetPadded(padded) }
func (w *offscreen) Icon() fyne.Resource                          { return nil }
func (w *offscreen) SetIcon(fyne.Resource)                        {}
func (w *offscreen) SetMaster()                                   {}
func (w *offscreen) MainMenu() *fyne.MainMenu                     { return w.menu }
func (w *offscreen) SetMainMenu(menu *fyne.MainMenu)              { w.menu = menu }
func (w *offscreen) SetOnClosed(func())                           {}
func (w *offscreen) SetCloseIntercept(func())                     {}
func (w *offscreen) SetOnDropped(func(fyne.Position, []fyne.URI)) {}
func (w *offscreen) Show()                                        {}
func (w *offscreen) Hide()                                        {}
func (w *offscreen) Close()                                       {}
func (w *offscreen) ShowAndRun()                                  {}
func (w *offscreen) Content() fyne.CanvasObject                   { return w.canvas.Content() }
func (w *offscreen) SetContent(content fyne.CanvasObject)         { w.canvas.SetContent(content) }
func (w *offscreen) Canvas() fyne.Canvas                          { return w.canvas }
func (w *offscreen) Clipboard() fyne.Clipboard                    { return noClipboard{} }

// noClipboard is the clipboard of a window that nobody sits at: always empty.
type noClipboard struct{}

func (noClipboard) Content() string   { return "" }
func (noClipboard) SetContent(string) {}
