//go:build unix

package cli

import "golang.org/x/sys/unix"

// noCore keeps the system from writing the program's memory to disk should it crash: somebody may be typing. Where the
// limit cannot be lowered there is nothing more to do.
func noCore() { _ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}) }
