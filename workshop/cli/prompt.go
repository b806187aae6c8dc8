package cli

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// TerminalPrompt asks for a passphrase at a terminal, without showing what is typed; nil where in is none.
func TerminalPrompt(in *os.File, out io.Writer) func(prompt string) (string, error) {
	fd := int(in.Fd())
	if !term.IsTerminal(fd) {
		return nil
	}
	return func(prompt string) (string, error) {
		fmt.Fprint(out, prompt)
		typed, err := term.ReadPassword(fd)
		fmt.Fprintln(out)
		return string(typed), err
	}
}
