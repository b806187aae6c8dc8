package bolt

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// goOnCollecting is what the killed process does: it takes up collecting, or begins it, and accepts for ever. Its code lies
// beside the file, as on the facilitator's sheet of paper.
func goOnCollecting(t *testing.T, folder string) {
	path, paper := filepath.Join(folder, "test.exceed"), filepath.Join(folder, "code")
	store, err := OpenFile(path, cheap())
	if err != nil {
		s := storetest.Ready(0)
		store, err = CreateAt(path, s, cheap())
		must(t, err)
		s.State = workshop.Collect
		code, err := store.Begin(s, playPassphrase)
		must(t, err)
		must(t, os.WriteFile(paper, []byte(code), 0o600))
	} else {
		code, err := os.ReadFile(paper)
		must(t, err)
		must(t, store.Resume(string(code)))
	}
	fmt.Println("done", store.Responses())
	for {
		n, err := store.Accept(storetest.NewResponse(store.Responses()))
		must(t, err)
		fmt.Println("done", n)
	}
}

// killWhileCollecting kills so many processes, each at a random moment of starting, taking up or accepting, and reads the
// file after each.
func killWhileCollecting(t testing.TB, kills int) (lost, unreadable, accepted int) {
	t.Helper()
	parent := ""
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		parent = "/dev/shm" // a killed process leaves what it wrote, synced or not; a disk would only be slower
	}
	folder, err := os.MkdirTemp(parent, "exceed-kill")
	must(t, err)
	defer os.RemoveAll(folder)
	j := newJudge(playPassphrase)
	acknowledged := 0
	for k := range kills {
		cmd := child("go on", folder)
		out, err := cmd.StdoutPipe()
		must(t, err)
		must(t, cmd.Start())
		var timer *time.Timer
		patient := k == 0 // the first lives until it has accepted one, however slow the machine
		if !patient && rand.IntN(4) == 0 {
			timer = time.AfterFunc(time.Duration(rand.IntN(60_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		}
		for lines := bufio.NewScanner(out); lines.Scan(); {
			n := 0
			if _, err := fmt.Sscanf(lines.Text(), "done %d", &n); err == nil {
				acknowledged = n
			}
			if timer == nil && (!patient || n > 0) {
				timer = time.AfterFunc(time.Duration(rand.IntN(12_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
			}
		}
		_ = cmd.Wait() // it was killed

		code, _ := os.ReadFile(filepath.Join(folder, "code"))
		data, _ := os.ReadFile(filepath.Join(folder, "test.exceed"))
		if len(code) == 0 && acknowledged == 0 {
			must(t, os.RemoveAll(folder))
			must(t, os.Mkdir(folder, 0o700))
			continue
		}
		line, err := j.read(data, string(code))
		want := "collect “Front desk 0”" + people("box", 0, acknowledged)
		more := "collect “Front desk 0”" + people("box", 0, acknowledged+1)
		switch {
		case err != nil:
			t.Logf("after %d responses: %v", acknowledged, err)
			unreadable++
		case line != want && line != more:
			t.Logf("holds %s, want %s", line, want)
			lost++
		}
		if acknowledged > 60 || err != nil {
			accepted += acknowledged
			acknowledged = 0
			must(t, os.RemoveAll(folder))
			must(t, os.Mkdir(folder, 0o700))
		}
	}
	return lost, unreadable, accepted + acknowledged
}
