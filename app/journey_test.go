package app

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/sealed"
)

// TestJourneys plays the scripts in testdata/journeys in every language, on files of their own. Their commands:
//
//	click NAME          presses the button with that text
//	choose NAME         chooses that option of a choice
//	fill NAME TEXT      replaces what the field of that name holds, and leaves it
//	type TEXT           types into what has the focus
//	key NAME            presses a key or, as Ctrl+Z, a combination of the table of commands
//	tab-to TYPE         presses Tab until a control of that type has the focus
//	see, not-see NAME   looks for text in the window
//	note code           keeps the code that a card shows, as $code
//	reopen              closes the window and opens another on the same files
//	file PATH PREFIX    looks for a file that begins so
//	repeat N … end      does what stands between, indented or not
//
// A NAME is a key of the translations, or a text in quotes; $dir is a folder.
func TestJourneys(t *testing.T) {
	scripts, err := filepath.Glob(filepath.Join("testdata", "journeys", "*.txt"))
	if err != nil || len(scripts) == 0 {
		t.Fatal("there are no journeys", err)
	}
	for _, script := range scripts {
		for _, lang := range assets.Langs() {
			t.Run(filepath.Base(script)+"/"+string(lang), func(t *testing.T) {
				text, err := os.ReadFile(script)
				if err != nil {
					t.Fatal(err)
				}
				j := newTraveller(t, lang, script)
				j.play(strings.Split(string(text), "\n"), 0)
				j.ui.leaveRoom()
			})
		}
	}
}

// traveller is who plays a script: hands and eyes at a window.
type traveller struct {
	t     *testing.T
	lang  workshop.Lang
	deps  Deps
	ui    *UI
	place string // in the script, for messages
	file  string
	notes *strings.Replacer
	dir   string
}

func newTraveller(t *testing.T, lang workshop.Lang, file string) *traveller {
	j := &traveller{t: t, lang: lang, file: filepath.Base(file), dir: t.TempDir()}
	j.notes = strings.NewReplacer("$dir", j.dir)
	j.deps = testDeps(t, lang)
	j.deps.Library = bolt.NewLibrary(filepath.Join(j.dir, "sessions"), bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	j.open()
	return j
}

// open shows a new window on the files.
func (j *traveller) open() {
	j.ui = New(j.deps)
	j.ui.win.Resize(fyne.NewSize(1366, 768))
}

func (j *traveller) canvas() fyne.Canvas { return j.ui.win.Canvas() }

func (j *traveller) fatal(format string, args ...any) {
	j.t.Helper()
	j.t.Fatalf("%s: %s; the window says:\n%s", j.place, fmt.Sprintf(format, args...), strings.Join(j.texts(), "\n"))
}

// play plays lines, the first of which is line offset+1 of the script.
func (j *traveller) play(lines []string, offset int) {
	for i := 0; i < len(lines); i++ {
		words := splitWords(lines[i])
		if len(words) == 0 {
			continue
		}
		j.place = fmt.Sprintf("%s:%d", j.file, offset+i+1)
		if words[0] != "repeat" {
			j.do(words[0], words[1:])
			continue
		}
		times, err := strconv.Atoi(words[1])
		if err != nil {
			j.fatal("how often is %q?", words[1])
		}
		end := matchingEnd(lines, i)
		for range times {
			j.play(lines[i+1:end], offset+i+1)
		}
		i = end
	}
}

func matchingEnd(lines []string, from int) int {
	depth := 0
	for i := from; i < len(lines); i++ {
		switch command, _, _ := strings.Cut(strings.TrimSpace(lines[i]), " "); command {
		case "repeat":
			depth++
		case "end":
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(lines)
}

// splitWords splits a line at spaces outside quotes; # begins a comment. Quotes stay.
func splitWords(line string) []string {
	if strings.HasPrefix(strings.TrimSpace(line), "#") {
		return nil
	}
	return regexp.MustCompile(`"[^"]*"|\S+`).FindAllString(line, -1)
}

// text is what a NAME or a TEXT stands for.
func (j *traveller) text(word string) string {
	if plain, quoted := strings.CutPrefix(word, `"`); quoted {
		return j.notes.Replace(strings.TrimSuffix(plain, `"`))
	}
	if j.ui.kiosk != nil {
		return j.ui.kiosk.say(word)
	}
	return j.ui.Say(word)
}

func (j *traveller) do(command string, args []string) {
	j.t.Helper()
	settle(j.canvas().(software.WindowlessCanvas))
	switch command {
	case "click":
		j.click(j.text(args[0]))
	case "choose":
		j.choose(j.text(args[0]))
	case "fill":
		j.fill(j.text(args[0]), j.text(args[1]))
	case "type":
		for _, r := range j.text(args[0]) {
			j.rune(r)
		}
	case "key":
		j.key(args[0])
	case "tab-to":
		j.tabTo(args[0])
	case "see":
		if want := j.text(args[0]); !strings.Contains(strings.Join(j.texts(), "\n"), want) {
			j.fatal("there is no %q", want)
		}
	case "not-see":
		if not := j.text(args[0]); strings.Contains(strings.Join(j.texts(), "\n"), not) {
			j.fatal("there is %q", not)
		}
	case "note":
		code := regexp.MustCompile(`[0-9A-Z]{4}(-\s*[0-9A-Z]{4}){3,}`).FindString(strings.Join(j.texts(), "\n"))
		if code == "" {
			j.fatal("there is no code")
		}
		j.notes = strings.NewReplacer("$dir", j.dir, "$code", strings.ReplaceAll(code, "\n", ""))
	case "reopen":
		j.canvas().Unfocus()
		j.ui.leaveRoom()
		j.ui.win.Close()
		j.open()
	case "file":
		if data, err := os.ReadFile(j.text(args[0])); err != nil || !bytes.HasPrefix(data, []byte(j.text(args[1]))) {
			j.fatal("%s holds %d bytes (%v)", j.text(args[0]), len(data), err)
		}
	default:
		j.fatal("nobody knows how to %q", command)
	}
}

// seenOf finds the objects of the top layer of a type.
func seenOf[T any](j *traveller) []T {
	var found []T
	walkCanvas(j.canvas(), func(s seen) {
		if o, ok := s.object.(T); ok {
			found = append(found, o)
		}
	})
	return found
}

// texts are all that the window says, labels whole.
func (j *traveller) texts() []string {
	var all []string
	for _, o := range objects(j.canvas()) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *canvas.Text:
			all = append(all, o.Text)
		}
	}
	return all
}

func (j *traveller) click(text string) {
	j.t.Helper()
	for _, b := range seenOf[*kit.Button](j) {
		if b.Text == text && !b.Disabled() {
			test.Tap(b)
			return
		}
	}
	j.fatal("no button %q can be pressed", text)
}

func (j *traveller) choose(text string) {
	j.t.Helper()
	for _, c := range seenOf[*kit.Choice](j) {
		for i, option := range c.Options {
			if option == text {
				c.Choose(i)
				return
			}
		}
	}
	j.fatal("there is no option %q", text)
}

func (j *traveller) fill(label, text string) {
	j.t.Helper()
	for _, f := range seenOf[*kit.Field](j) {
		if f.Label() == label {
			f.SetText("")
			j.canvas().Focus(f.Focusable())
			test.Type(f.Focusable(), text)
			j.canvas().Unfocus()
			return
		}
	}
	j.fatal("there is no field %q", label)
}

func (j *traveller) rune(r rune) {
	if focused := j.canvas().Focused(); focused != nil {
		focused.TypedRune(r)
	} else if handle := j.canvas().OnTypedRune(); handle != nil {
		handle(r)
	}
}

// key presses a key as the desktop driver hands it on.
func (j *traveller) key(name string) {
	j.t.Helper()
	if strings.HasPrefix(name, "Ctrl+") {
		for _, c := range commands() {
			if c.keyText() == name {
				j.ui.run(c)
				return
			}
		}
		j.fatal("no command has the key %q", name)
	}
	names := map[string]fyne.KeyName{"Enter": fyne.KeyReturn, "PageDown": fyne.KeyPageDown, "PageUp": fyne.KeyPageUp}
	e := &fyne.KeyEvent{Name: fyne.KeyName(name)}
	if other, ok := names[name]; ok {
		e.Name = other
	}
	focused := j.canvas().Focused()
	if keyable, ok := focused.(desktop.Keyable); ok {
		keyable.KeyDown(e)
		keyable.KeyUp(e)
	}
	tabbable, ok := focused.(fyne.Tabbable)
	switch {
	case e.Name == fyne.KeyTab && !(ok && tabbable.AcceptsTab()):
		j.canvas().FocusNext()
	case focused != nil:
		focused.TypedKey(e)
	case j.canvas().OnTypedKey() != nil:
		j.canvas().OnTypedKey()(e)
	}
}

func (j *traveller) tabTo(kind string) {
	j.t.Helper()
	for range 60 {
		j.canvas().FocusNext()
		if strings.HasSuffix(fmt.Sprintf("%T", j.canvas().Focused()), "."+kind) {
			return
		}
	}
	j.fatal("Tab reaches no %s", kind)
}
