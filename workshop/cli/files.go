package cli

import (
	"os"
	"path/filepath"

	"exceed/workshop"
	"exceed/workshop/bolt"
)

// exists refuses a file that is not there.
func exists(path string) error {
	if _, err := os.Stat(path); err != nil {
		return workshop.ErrNotFound.With("path", path).Because(err)
	}
	return nil
}

// session reads the session in a file, asking for its passphrase where it is locked, and says whether one guards it. It
// takes no lock and changes nothing.
func (p *Program) session(c call, path string) (s *workshop.Session, protected bool, err error) {
	in, err := bolt.Inspect(path)
	if err != nil {
		return nil, false, err
	}
	passphrase := ""
	if in.Locked() {
		if passphrase, err = p.passphrase(c, path); err != nil {
			return nil, false, err
		}
	}
	s, err = in.Session(passphrase)
	return s, in.Protected, err
}

// passphraseVariable holds the passphrase of a locked file for scripts.
const passphraseVariable = "EXCEED_PASSPHRASE"

func (p *Program) passphrase(c call, path string) (string, error) {
	if given := p.Env(passphraseVariable); given != "" {
		return given, nil
	}
	if p.Prompt == nil {
		return "", workshop.ErrLocked.With("path", path)
	}
	return p.Prompt(c.words.Say("cli.passphrase", "path", filepath.Base(path)))
}
