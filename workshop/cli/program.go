// Package cli is Exceed without a window: the commands that check, archive and script, and the one that opens the
// window. A Program is wired from outside (streams, environment, clock, window), so that tests run it whole.
//
// Exit statuses are a promise: 0 the work is done, 1 it failed (one line on standard error says what, where and what to
// do), 2 the command was called wrongly. A file appears whole or not at all. No result bypasses a threshold.
package cli

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"time"

	"exceed/assets"
	"exceed/workshop"
)

// Exit statuses.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Program is everything that the commands need from outside. All fields are needed but Prompt, Screens, Version and Build.
type Program struct {
	Out, Err io.Writer
	Env      func(name string) string
	Now      func() time.Time
	Random   io.Reader // crypto/rand in the program
	// Prompt asks for a passphrase without showing it; nil where nobody sits at a terminal.
	Prompt func(prompt string) (string, error)
	// Window opens the window on a file (none where it is empty) and returns when the person quits.
	Window func(file string, lang workshop.Lang) error
	// Screens draws the faces of a rehearsal; nil draws none.
	Screens func(lang workshop.Lang) (Painter, error)
	Version string           // of the release
	Build   *debug.BuildInfo // nil where it is not known
}

// Painter draws every face of a session's present state.
type Painter interface {
	Show(room *workshop.Room)
	// WriteState writes pictures named NN-state-face.png into a folder, which it makes, and returns their names.
	WriteState(dir string) ([]string, error)
}

// command is one of the commands. run gets flags that are known and the right number of files.
type command struct {
	name   string
	syntax string
	flags  map[string]bool // by name: whether it takes a value
	files  int
	run    func(p *Program, c call) error
}

// commands lists them as the help does. Every one knows -lang.
func commands() []command {
	return []command{
		{"rehearse", "-out DIR [-participants 12] [-seed 1] [-lang en] [-until STATE]", map[string]bool{
			"out": true, "participants": true, "seed": true, "until": true,
		}, 0, (*Program).rehearse},
		{"import", "DATA.json -out FILE.exceed", map[string]bool{"out": true}, 1, (*Program).importData},
		{"export", "FILE.exceed -out results.json|results.csv", map[string]bool{"out": true}, 1, (*Program).export},
		{"report", "FILE.exceed -out plan.pdf [-review] [-paper A4|Letter] [-lang en]", map[string]bool{"out": true, "paper": true, "review": false}, 1, (*Program).report},
		{"check", "FILE.exceed [-json]", map[string]bool{"json": false}, 1, (*Program).check},
		{"version", "", nil, 0, (*Program).version},
		{"help", "", nil, 0, (*Program).help},
	}
}

// Run runs the program with its arguments (the program's own name not among them) and returns its exit status.
func (p *Program) Run(args []string) int {
	noCore()
	words := assets.WordsFor(systemLang(p.Env))
	c, err := parse(args)
	if lang := workshop.Lang(c.flags["lang"]); assets.Ships(lang) {
		words = assets.WordsFor(lang)
	}
	c.words = words
	if err == nil {
		err = c.command.run(p, c)
	}
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(p.Err, "exceed: "+explain(words, err))
	if isUsage(err) {
		return exitUsage
	}
	return exitFailed
}

// explain is an error on one line, behind the file that it is about.
func explain(words *assets.Words, err error) string {
	text := words.Explain(err)
	var in inFile
	if errors.As(err, &in) {
		text = in.path + ": " + text
	}
	return strings.Join(strings.Fields(text), " ")
}

// inFile is an error about something inside a file.
type inFile struct {
	path string
	err  error
}

func (e inFile) Error() string { return e.path + ": " + e.err.Error() }
func (e inFile) Unwrap() error { return e.err }

// systemLang is the language that the environment asks for, as POSIX orders its variables; English where it does not
// ship.
func systemLang(env func(string) string) workshop.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(name); value != "" {
			lang, _, _ := strings.Cut(value, "_")
			lang, _, _ = strings.Cut(lang, ".")
			if l := workshop.Lang(strings.ToLower(lang)); assets.Ships(l) {
				return l
			}
			break
		}
	}
	return workshop.English
}

func (p *Program) window(c call) error {
	file := ""
	if len(c.files) > 0 {
		file = c.files[0]
		if err := exists(file); err != nil {
			return err
		}
	}
	return p.Window(file, c.words.Lang())
}

func (p *Program) help(c call) error {
	line := func(syntax, what string) { fmt.Fprintf(p.Out, "  exceed %s\n      %s\n", syntax, what) }
	fmt.Fprintln(p.Out, c.words.Say("cli.about"))
	fmt.Fprintln(p.Out)
	line("[FILE]", c.words.Say("cli.window"))
	for _, command := range commands() {
		line(strings.TrimSpace(command.name+" "+command.syntax), c.words.Say("cli."+command.name))
	}
	fmt.Fprintln(p.Out)
	fmt.Fprintln(p.Out, c.words.Say("cli.status", "langs", anyOf(assets.Langs())))
	return nil
}
