package cli

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

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

// writeFile writes a file whole or not at all: beside its place, through to the disk, then under its name.
func writeFile(path string, write func(io.Writer) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), ".exceed-*.tmp")
	if err != nil {
		return refuseWrite(path, err)
	}
	defer func() {
		if err != nil {
			err = refuseWrite(path, err)
			file.Close()           // already closed where all but the name worked
			os.Remove(file.Name()) // what cannot be removed has no name that anyone looks for
		}
	}()
	buffered := bufio.NewWriter(file)
	if err := write(buffered); err != nil {
		return err
	}
	err = errors.Join(buffered.Flush(), file.Chmod(0o644), file.Sync(), file.Close())
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// refuseWrite says what an error of writing means to a person.
func refuseWrite(path string, err error) error {
	var known *workshop.Refusal
	if errors.As(err, &known) {
		return err
	}
	const windowsDiskFull = syscall.Errno(112)
	switch {
	case errors.Is(err, syscall.ENOSPC), runtime.GOOS == "windows" && errors.Is(err, windowsDiskFull):
		return workshop.ErrDiskFull.With("path", path).Because(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return workshop.ErrReadOnly.With("path", path).Because(err)
	}
	return workshop.ErrNotSaved.With("path", path).Because(err)
}
