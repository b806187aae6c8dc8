// Exceed is a workshop on one laptop: what our people expect of us beside what customers expect, and a plan that leaders
// sign. See README.md for people, package cli for the commands, package app for the window.
package main

import (
	"crypto/rand"
	_ "embed"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"exceed/app"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/cli"
	"exceed/workshop/memory"
)

// description is what the packager is told of the program; the version stands there once.
//
//go:embed FyneApp.toml
var description string

// keyringPatience is how long the system's keyring may take to answer.
const keyringPatience = 2 * time.Second

// screenSize is that of a rehearsal's pictures, in pixels: the smallest laptop that a workshop is held on.
func screenSize() fyne.Size { return fyne.NewSize(1366, 768) }

func main() {
	build, _ := debug.ReadBuildInfo()
	config := func(library workshop.Library, lang workshop.Lang) app.Config {
		return app.Config{Library: library, Clock: time.Now, Random: rand.Reader, Env: os.Getenv, Language: lang}
	}
	program := cli.Program{
		Out: os.Stdout, Err: os.Stderr, Env: os.Getenv, Now: time.Now, Random: rand.Reader,
		Version: cli.VersionIn(description), Build: build,
		Prompt: cli.TerminalPrompt(os.Stdin, os.Stderr),
		Window: func(file string, lang workshop.Lang) error {
			folder, err := bolt.DataDir(os.Getenv)
			if err != nil {
				return err
			}
			library := bolt.NewLibrary(folder, bolt.WithKeyring(bolt.SystemKeyring(keyringPatience)))
			return app.Start(config(library, lang), file)
		},
		Screens: func(lang workshop.Lang) (cli.Painter, error) {
			return app.Offscreen(config(memory.NewLibrary(), lang), screenSize()), nil
		},
	}
	os.Exit(program.Run(os.Args[1:]))
}
