//go:build unix

package cli

import (
	"testing"

	"golang.org/x/sys/unix"
)

func TestNoCoreIsWrittenWhenTheProgramCrashes(t *testing.T) {
	var before, after unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &before); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = unix.Setrlimit(unix.RLIMIT_CORE, &before) })
	noCore()
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &after); err != nil {
		t.Fatal(err)
	}
	if after.Cur != 0 {
		t.Errorf("a core file of up to %d bytes may be written", after.Cur)
	}
}
