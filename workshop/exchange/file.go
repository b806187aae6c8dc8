package exchange

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
)

// WriteFile writes a file whole or not at all: beside its place, through to the disk, then under its name.
// ErrDiskFull, ErrReadOnly, ErrNotSaved, or the error of write.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), ".exceed-*.tmp")
	if err != nil {
		return RefuseWrite(path, err)
	}
	defer func() {
		if err != nil {
			err = RefuseWrite(path, err)
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

// RefuseWrite says what an error of writing means to a person.
func RefuseWrite(path string, err error) error {
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
