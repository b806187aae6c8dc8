package app

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"exceed/workshop"
	"exceed/workshop/attack"
	"exceed/workshop/bolt"
	"exceed/workshop/memory"
	"exceed/workshop/rehearsal"
)

const (
	typist     = "EXCEED_ATTACK_TYPIST" // what the typist does; set in its process only
	typistWord = "EXCEED_ATTACK_WORD"   // what it types
)

// The typist is a process of its own: somebody at the kiosk of a session on disk. It types, says so, and waits for its end.
func TestTypist(t *testing.T) {
	does, word := os.Getenv(typist), os.Getenv(typistWord)
	if does == "" {
		t.Skip("only as a process of its own")
	}
	folder, err := bolt.DataDir(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	config := Config{Library: bolt.NewLibrary(folder), Clock: time.Now, Random: rand.Reader, Env: os.Getenv, Language: workshop.English}
	deps := config.deps(fyneapp.NewWithID(appID))
	deps.Worker = atOnce
	b := &bench{t: t, ui: New(deps)}
	played, err := rehearsal.New(7, workshop.English, 12, testDay()).Play(t.Context(), memory.NewLibrary(), workshop.Prepare, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := played.Session().Clone()
	s.Rehearsal, s.Setup.ExitCode = false, "2468"
	b.ui.create(s)
	if _, err := b.ui.room.Begin("correct horse battery staple"); err != nil {
		t.Fatal(err)
	}
	b.ui.win.Resize(fyne.NewSize(1366, 768))
	b.ui.Timer = b.after
	b.ui.openKiosk()
	b.k = b.ui.kiosk
	for people := 0; ; people++ {
		for b.k.draft == nil || !strings.Contains(b.said(), b.k.say("kiosk.points.title")) {
			b.key(fyne.KeyReturn)
		}
		b.givePoints()
		for !strings.Contains(b.said(), b.k.say("kiosk.words.title")) {
			b.key(fyne.KeyReturn)
		}
		b.write(word)
		if does == "leaks" {
			draft := fmt.Sprintf(`{"draft":%q}`, b.k.draft.statements[0].text)
			if err := os.WriteFile(filepath.Join(os.TempDir(), "draft.json"), []byte(draft), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if got := b.k.draft.statements[0].text; !strings.Contains(got, word) {
			t.Fatalf("typed %q, the draft holds %q", word, got)
		}
		if does != "seals" || people == 2 {
			break
		}
		for b.k.draft != nil {
			b.key(fyne.KeyReturn)
			b.pass(time.Second)
		}
	}
	if does == "panics" {
		fmt.Println("typed")
		panic("somewhere in the program")
	}
	fmt.Println("typed")
	time.Sleep(time.Minute)
	os.Exit(1) // the test that waits for it is gone
}

// What people type is in no file that the program can write: sessions, preferences, temporary files, standard output and
// error, crash reports; neither while they type, nor when the program is killed, asked for its stacks or panics then, nor
// after sealing. Control: a program that keeps a draft.
func TestCanaries(t *testing.T) {
	long(t)
	leaks, files, runs := 0, 0, 0
	var control []string
	for _, does := range []string{"types", "seals", "panics", "leaks"} {
		for _, end := range []os.Signal{syscall.SIGKILL, syscall.SIGQUIT} {
			if does == "panics" && end == syscall.SIGQUIT || does == "leaks" && end == syscall.SIGQUIT {
				continue
			}
			for range attack.Size(1, 10) {
				word := fmt.Sprintf("canary%x", time.Now().UnixNano())
				folder := typed(t, does, word, end)
				found, n, err := attack.Find(word, folder)
				if err != nil {
					t.Fatal(err)
				}
				if n < 3 {
					t.Fatalf("%s: only %d files were searched", does, n)
				}
				if does == "leaks" {
					control = found
					continue
				}
				runs, files, leaks = runs+1, files+n, leaks+len(found)
				if len(found) > 0 {
					t.Errorf("%s, ended by %v: %q", does, end, found)
				}
			}
		}
	}
	if len(control) == 0 {
		t.Error("control: the draft of a leaky program is not found")
	}
	attack.Report(t, attack.Line{
		Channel: "canaries in every file", Tried: fmt.Sprintf("%d ends while typing or after sealing, %d files, 8 encodings", runs, files),
		Result: fmt.Sprintf("%d found", leaks), Target: "0", Control: fmt.Sprintf("a leaky draft: %d found", len(control)),
	})
}

// typed lets a typist type, ends it, and returns the folder in which everything lies that it could write.
func typed(t *testing.T, does, word string, end os.Signal) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	env := append(os.Environ(), typist+"="+does, typistWord+"="+word, "GOTRACEBACK=all")
	for name, below := range map[string]string{
		"HOME": "home", "EXCEED_HOME": "exceed", "TMPDIR": "tmp", "XDG_CONFIG_HOME": "home/config", "XDG_CACHE_HOME": "home/cache",
		"XDG_DATA_HOME": "home/data", "XDG_RUNTIME_DIR": "run", "XDG_STATE_HOME": "home/state",
	} {
		path := filepath.Join(folder, below)
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		env = append(env, name+"="+path)
	}
	stderr, err := os.Create(filepath.Join(folder, "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	defer stderr.Close()
	stdout, err := os.Create(filepath.Join(folder, "stdout"))
	if err != nil {
		t.Fatal(err)
	}
	defer stdout.Close()
	cmd := exec.Command(self, "-test.run=^TestTypist$", "-test.timeout=2m")
	cmd.Env, cmd.Dir, cmd.Stderr = env, folder, stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	ready := false
	for lines.Scan() {
		fmt.Fprintln(stdout, lines.Text())
		if ready = ready || lines.Text() == "typed"; ready {
			break
		}
	}
	if !ready {
		_ = cmd.Wait()
		said, _ := os.ReadFile(stdout.Name())
		t.Fatalf("the typist did not get there: %s", said)
	}
	if does != "panics" {
		if err := cmd.Process.Signal(end); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
	}
	for lines.Scan() {
		fmt.Fprintln(stdout, lines.Text())
	}
	_ = cmd.Wait() // it was killed
	return folder
}
