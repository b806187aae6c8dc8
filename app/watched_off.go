//go:build !smoke

package app

// watched does nothing: only the build that a script plays with tells what it shows.
func (ui *UI) watched(func(string) string) {}
