package app

import (
	"context"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/memory"
	"exceed/workshop/receipt"
	"exceed/workshop/rehearsal"
)

// appID names the program to the system; preferences lie under it.
const appID = "exceed.workshop"

// ErrNoDisplay says that no window can open here.
var ErrNoDisplay = &workshop.Refusal{
	Code: "no_display",
	Text: "There is no display here, so no window can open. Try “exceed rehearse -out DIR”, or start it on a desktop.",
}

// Config is what the program hands to the window.
type Config struct {
	Library  workshop.Library
	Clock    func() time.Time
	Random   io.Reader
	Env      func(string) string
	Language workshop.Lang
}

// Start opens the window, on a file where path is not empty, and returns when the person quits. ErrNoDisplay.
func Start(c Config, path string) error {
	if runtime.GOOS == "linux" && c.Env("DISPLAY") == "" && c.Env("WAYLAND_DISPLAY") == "" {
		return ErrNoDisplay
	}
	collect := debug.SetGCPercent(-1) // what the start allocates it keeps: looking for garbage would only delay the first frame
	scanFonts()
	deps := c.deps(fyneapp.NewWithID(appID))
	shown := make(chan struct{})
	deps.Worker, deps.Early = backgroundFrom(shown), true
	ui := New(deps)
	ui.whenShown(func() {
		debug.SetGCPercent(collect)
		close(shown)
	})
	ui.watched(c.Env)
	ui.Run(path)
	return nil
}

// Offscreen draws the faces of sessions in a language and in daylight, with no display and whatever the person's own
// choices on this laptop are.
func Offscreen(c Config, size fyne.Size) *Screens {
	deps := c.deps(fyneapp.NewWithID(appID))
	deps.Prefs, deps.Worker = forgetful{variant: "light"}, atOnce
	return NewScreens(deps, size)
}

func (c Config) deps(a fyne.App) Deps {
	home, _ := os.UserHomeDir() // none is fine: file cards then start empty
	return Deps{
		App: a, Library: c.Library, Clock: c.Clock, Random: c.Random, Language: c.Language, Documents: home,
		Open: func(path string) error {
			absolute, err := filepath.Abs(path)
			if err != nil {
				return err
			}
			return a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(absolute)})
		},
		SaveCopy: saveCopy,
		Receipt:  receipt.Of,
		Rehearse: func(ctx context.Context, people int, lang workshop.Lang, until workshop.State) (*workshop.Room, error) {
			seed := uint64(c.Clock().UnixNano())
			return rehearsal.New(seed, lang, people, workshop.DateOf(c.Clock())).Play(ctx, memory.NewLibrary(), until, nil)
		},
	}
}

// saveCopy writes a session to a new file: a clean copy of its file where it has one, else a file made from the session.
func saveCopy(ctx context.Context, room *workshop.Room, path string) error {
	if copier, ok := room.Store().(workshop.Copier); ok {
		return copier.CopyTo(ctx, path)
	}
	session, err := room.Store().Load() // not the room's own, which remembers hidden words
	if err != nil {
		return err
	}
	store, err := bolt.CreateAt(path, session)
	if err != nil {
		return err
	}
	return store.Close()
}
