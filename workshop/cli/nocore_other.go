//go:build !unix

package cli

// noCore does nothing where the system writes no core files by itself.
func noCore() {}
