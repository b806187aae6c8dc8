package cli_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/cli"
	"exceed/workshop/sealed"
)

// TestMain lets scripts start exceed as a program of its own: the real one, but for the window and the pictures.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"exceed":  func() { os.Exit(program().Run(os.Args[1:])) },
		"team":    writeTeam,
		"session": writeSession,
		"damage":  damage,
	})
}

func program() *cli.Program {
	return &cli.Program{
		Out: os.Stdout, Err: os.Stderr, Env: os.Getenv, Random: rand.Reader,
		Now: func() time.Time { return time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC) },
		Window: func(file string, lang workshop.Lang) error {
			fmt.Printf("window on %q in %s\n", file, lang)
			return nil
		},
		Screens: func(workshop.Lang) (cli.Painter, error) { return &painter{}, nil },
		Version: cli.VersionIn("[Details]\nName = \"Exceed\"\nVersion = \"1.0.0\"\n"),
		Build: &debug.BuildInfo{GoVersion: "go1.26.8", Settings: []debug.BuildSetting{
			{Key: "vcs.revision", Value: "0123456789abcdef"},
			{Key: "vcs.modified", Value: "true"},
			{Key: "GOOS", Value: "linux"},
			{Key: "GOARCH", Value: "amd64"},
		}},
	}
}

// painter draws every state as one empty picture.
type painter struct {
	n     int
	state workshop.State
}

func (p *painter) Show(room *workshop.Room) { p.state = room.Session().State }

func (p *painter) WriteState(dir string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	p.n++
	name := fmt.Sprintf("%02d-%s-face.png", p.n, p.state)
	return []string{name}, os.WriteFile(filepath.Join(dir, name), nil, 0o644)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// writeTeam is the script command "team N FILE": data of N employees and N customers who all answer everything; each
// employee says one thing aloud and one in confidence.
func writeTeam() {
	n, err := strconv.Atoi(os.Args[1])
	check(err)
	var b strings.Builder
	b.WriteString(`{"format": "exceed-data/1", "session": {"organisation": "Riverside Clinics", "team": "Front desk", "date": "2026-11-21"},`)
	side := func(voices bool) {
		for i := range n {
			if i > 0 {
				b.WriteString(",")
			}
			fmt.Fprintf(&b, "\n{\"points\": {\"voice\": %d, \"wellbeing\": %d}, \"standing\": {\"voice\": %d, \"wellbeing\": %d}", i%4, 10-i%4, i%7-3, 3-i%5)
			if voices {
				fmt.Fprintf(&b, `, "behaviours": {"coaches": %d}, "voices": [{"text": "Aloud %d.", "show": true}, {"text": "Confided %d.", "show": false}]`, i%5, i, i)
			}
			b.WriteString("}")
		}
	}
	b.WriteString(`"employees": [`)
	side(true)
	b.WriteString(`], "customers": {"evidence": "survey", "responses": [`)
	side(false)
	b.WriteString(`]}, "leaders": {"standing": {"voice": 2}, "behaviours": {"coaches": 4}}, "actions": [
 {"theme": "voice", "side": "employees", "kind": "start", "what": "Ask before deciding", "owner": "The manager", "due": "2027-01-15", "agreed": true}]}`)
	check(os.WriteFile(os.Args[2], []byte(b.String()), 0o644))
}

// writeSession is the script command "session FILE PASSPHRASE STATE": a session under a passphrase with five answers,
// in Collect, Sealed or Reveal.
func writeSession() {
	path, passphrase, until := os.Args[1], os.Args[2], workshop.State(os.Args[3])
	s := workshop.NewSession(strings.Repeat("ab", 16), workshop.Setup{
		Organisation: "Riverside Clinics", Team: "Front desk", Date: workshop.Date{Year: 2026, Month: 11, Day: 21},
		Expected: 5, ExitCode: "2468",
	}, assets.Themes())
	s.Customers.Evidence = workshop.Survey
	store, err := bolt.CreateAt(path, s, bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	check(err)
	room, err := workshop.Enter(store)
	check(err)
	_, err = room.Begin(passphrase)
	check(err)
	for i := range 5 {
		r := workshop.Response{Ratings: workshop.NoRatings(len(s.Themes))}
		r.Points[i], r.Standing[0] = 10, float64(i%3)
		_, err := room.Accept(r)
		check(err)
	}
	if until != workshop.Collect {
		check(room.Move(workshop.Sealed))
	}
	if until == workshop.Reveal {
		check(room.Reveal(passphrase))
	}
	check(room.Close())
}

// damage is the script command "damage FILE": it turns one bit in the middle of the file.
func damage() {
	data, err := os.ReadFile(os.Args[1])
	check(err)
	data[len(data)/2] ^= 1
	for i := 8192; i < len(data); i += 4096 {
		data[i+600] ^= 1
	}
	check(os.WriteFile(os.Args[1], data, 0o644))
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status},
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "en_GB.UTF-8")
			env.Setenv("EXCEED_HOME", filepath.Join(env.WorkDir, "home"))
			return nil
		},
	})
}

// status is the script command "status N program arguments…": the program must end with exit status N, say nothing on
// standard output, and one line on standard error.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program arguments…")
	}
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || strconv.Itoa(exit.ExitCode()) != args[0] {
		ts.Fatalf("want exit status %s: %v", args[0], err)
	}
	if said := ts.ReadFile("stderr"); !strings.HasPrefix(said, "exceed: ") || strings.Count(said, "\n") != 1 {
		ts.Fatalf("standard error is not one line: %q", said)
	}
	if said := ts.ReadFile("stdout"); said != "" && !strings.HasPrefix(said, "sealed 1\n") {
		ts.Fatalf("standard output is not empty: %q", said)
	}
}

func TestRefusalsHaveWords(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, r := range cli.Refusals() {
			if text := assets.WordsFor(lang).Explain(r); strings.Contains(text, "⟦") {
				t.Errorf("%s: %s", lang, text)
			}
		}
	}
}
