package cli_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"exceed/workshop"
	"exceed/workshop/bolt"
)

// A response that was called sealed is in the file, whenever the program is killed.
func TestKilledWhilePeopleAnswer(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for kill := 1; kill <= 12; kill++ {
		dir := t.TempDir()
		// By the name of its first argument the test binary plays the program; see TestMain.
		cmd := &exec.Cmd{Path: self, Args: []string{"exceed", "rehearse", "-out", dir, "-until", "collect"}, Stderr: os.Stderr}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for lines := bufio.NewScanner(out); lines.Scan() && lines.Text() != fmt.Sprintf("sealed %d", kill); {
		}
		if err := cmd.Process.Kill(); err != nil && err != os.ErrProcessDone {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed, so it failed
		in, err := bolt.Inspect(filepath.Join(dir, "session.exceed"))
		if err != nil {
			t.Fatalf("killed at %d: %v", kill, err)
		}
		if in.Responses < kill || in.State != workshop.Collect {
			t.Errorf("killed at %d: %d responses in state %s", kill, in.Responses, in.State)
		}
	}
}
