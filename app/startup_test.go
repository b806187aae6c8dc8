package app

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/memory"
	"exceed/workshop/rehearsal"
)

// BenchmarkStart measures the time from the start of the process to the first frame on a screen, of Exceed with 500
// sessions stored and of an empty Fyne window, in turn. At most 1.3 times as long is what we want. It looks at the
// memory of a virtual screen, so that the programs are the real ones.
func BenchmarkStart(b *testing.B) {
	for _, tool := range []string{"Xvfb", "gcc"} {
		if _, err := exec.LookPath(tool); err != nil {
			b.Skipf("needs %s to open a real window", tool)
		}
	}
	folder := b.TempDir()
	exceed, empty := filepath.Join(folder, "exceed"), filepath.Join(folder, "empty")
	buildWindow(b, exceed, "..")
	buildWindow(b, empty, "./testdata/empty")
	fillLibrary(b, filepath.Join(folder, "sessions"), 500)
	screen := newVirtualScreen(b, folder)

	var full, bare []time.Duration
	for b.Loop() {
		bare = append(bare, screen.firstFrame(b, empty))
		full = append(full, screen.firstFrame(b, exceed))
	}
	median := func(times []time.Duration) float64 {
		slices.Sort(times)
		return float64(times[len(times)/2].Microseconds()) / 1000
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(full), "ms/exceed")
	b.ReportMetric(median(bare), "ms/empty")
	b.ReportMetric(median(full)/median(bare), "×empty")
}

// buildWindow builds a program with a window of its own.
func buildWindow(b *testing.B, out, of string) {
	b.Helper()
	build := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", out, of)
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if said, err := build.CombinedOutput(); err != nil {
		b.Fatalf("building %s: %v\n%s", of, err, said)
	}
}

// fillLibrary stores sessions in several states, also such as have promises that are due.
func fillLibrary(b *testing.B, folder string, count int) {
	b.Helper()
	library := bolt.NewLibrary(folder)
	var played []*workshop.Room
	for _, state := range []workshop.State{workshop.Closed, workshop.FollowUp, workshop.Prepare, workshop.Planning, workshop.Closed} {
		room, err := rehearsal.New(7, workshop.English, 12, testDay()).Play(context.Background(), memory.NewLibrary(), state, nil)
		if err != nil {
			b.Fatal(err)
		}
		played = append(played, room)
	}
	for i := range count {
		s, err := played[i%len(played)].Store().Load()
		if err != nil {
			b.Fatal(err)
		}
		s.ID, s.Rehearsal = fmt.Sprintf("%032x", i), false
		s.Setup.Organisation, s.Setup.Date = fmt.Sprint("Riverside Clinics ", i), testDay().AddDays(-i)
		store, err := library.Create(s)
		if err != nil {
			b.Fatal(err)
		}
		if err := store.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// virtualScreen is a display whose picture lies in a file.
type virtualScreen struct {
	name, picture, home string
}

const screenWidth, screenHeight = 1366, 768

func newVirtualScreen(b *testing.B, folder string) *virtualScreen {
	b.Helper()
	number, told, err := os.Pipe()
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { number.Close() })
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", screenWidth, screenHeight), "-fbdir", folder, "-nocursor", "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{told}
	if err := server.Start(); err != nil {
		b.Fatal(err)
	}
	told.Close()
	b.Cleanup(func() {
		server.Process.Kill() // only it holds the screen
		server.Wait()
	})
	line, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		b.Fatal("Xvfb did not start: ", err)
	}
	screen := &virtualScreen{":" + strings.TrimSpace(line), filepath.Join(folder, "Xvfb_screen0"), folder}
	for range 100 {
		if _, err := os.Stat(screen.picture); err == nil {
			return screen
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.Fatal("Xvfb shows no picture")
	return nil
}

// firstFrame starts a program and says how long it took until something other than black stood in the middle of the
// screen.
func (s *virtualScreen) firstFrame(b *testing.B, program string) time.Duration {
	b.Helper()
	run := exec.Command(program)
	run.Env = append(os.Environ(), "DISPLAY="+s.name, "LIBGL_ALWAYS_SOFTWARE=1", "WAYLAND_DISPLAY=",
		"EXCEED_HOME="+s.home, "HOME="+s.home, "XDG_CONFIG_HOME="+s.home)
	begun := time.Now()
	if err := run.Start(); err != nil {
		b.Fatal(err)
	}
	for s.dark(b) {
		if time.Since(begun) > time.Minute {
			b.Fatal("no frame within a minute")
		}
		time.Sleep(time.Millisecond)
	}
	took := time.Since(begun)
	run.Process.Kill() // it has nothing to save
	run.Wait()
	for !s.dark(b) { // until the window is gone
		time.Sleep(10 * time.Millisecond)
	}
	return took
}

// dark says whether nothing has been drawn in the middle of the screen: the picture's last rows of pixels, which no
// header precedes, tell.
func (s *virtualScreen) dark(b *testing.B) bool {
	b.Helper()
	file, err := os.Open(s.picture)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		b.Fatal(err)
	}
	const row = screenWidth * 4
	pixels := make([]byte, row)
	if _, err := file.ReadAt(pixels, info.Size()-screenHeight/2*row); err != nil {
		b.Fatal(err)
	}
	middle := pixels[row/3 : row/3*2]
	return bytes.Equal(middle, make([]byte, len(middle)))
}
