package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"exceed/workshop"
)

// refuse says what an error means to a person.
func refuse(path string, err error) error {
	var known *workshop.Refusal
	if err == nil || errors.As(err, &known) {
		return err
	}
	const windowsDiskFull, windowsHandleDiskFull = syscall.Errno(112), syscall.Errno(39)
	onWindows := runtime.GOOS == "windows"
	var refusal *workshop.Refusal
	switch {
	case errors.Is(err, fs.ErrNotExist):
		refusal = workshop.ErrNotFound
	case errors.Is(err, fs.ErrExist):
		refusal = workshop.ErrExists
	case errors.Is(err, errForeign):
		refusal = workshop.ErrForeign
	case errors.Is(err, errDamaged), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrVersionMismatch):
		refusal = workshop.ErrDamaged
	case errors.Is(err, berrors.ErrTimeout):
		refusal = workshop.ErrInUse
	case errors.Is(err, fs.ErrPermission), tells(err, syscall.EROFS), errors.Is(err, berrors.ErrDatabaseReadOnly):
		refusal = workshop.ErrReadOnly
	case tells(err, syscall.ENOSPC), tells(err, syscall.EDQUOT),
		onWindows && (errors.Is(err, windowsDiskFull) || errors.Is(err, windowsHandleDiskFull)):
		refusal = workshop.ErrDiskFull
	default:
		refusal = workshop.ErrNotRead
	}
	return refusal.With("path", path).Because(err)
}

// tells says whether an error is one of the operating system's. bbolt passes some on as text only.
func tells(err error, system syscall.Errno) bool {
	return errors.Is(err, system) || strings.Contains(err.Error(), system.Error())
}

// refuseSave is refuse for writing, where a missing file means a missing folder.
func refuseSave(path string, err error) error {
	refused := refuse(path, err)
	if errors.Is(refused, workshop.ErrNotRead) || errors.Is(err, fs.ErrNotExist) {
		return workshop.ErrNotSaved.With("path", path).Because(err)
	}
	return refused
}

// guard turns a panic of bbolt, and a fault in the memory that it maps, into errDamaged.
func guard(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = damaged("bbolt: %v", p)
		}
	}()
	return f()
}

// openDB opens a file that was verified, and locks it. Where it may not be written it is opened for reading.
func openDB(path string, o options) (*bbolt.DB, error) {
	db, err := openMode(path, o, false)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return openMode(path, o, true)
	}
	return db, err
}

func openMode(path string, o options, readOnly bool) (db *bbolt.DB, err error) {
	var file *os.File
	err = guard(func() error {
		db, err = bbolt.Open(path, fileMode, &bbolt.Options{
			Timeout: lockTimeout, PageSize: pageSize, ReadOnly: readOnly, NoStatistics: true,
			FreelistType: bbolt.FreelistArrayType,
			OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
				file, err = o.system.openFile(name, flag, mode)
				return file, err
			},
		})
		return err
	})
	if err != nil {
		if errors.Is(err, errDamaged) && file != nil {
			file.Close() // and with it the lock
		}
		return nil, err
	}
	// Between opening and locking another Exceed may have renamed a new file over this one.
	mine, err1 := file.Stat()
	there, err2 := os.Stat(path)
	if err1 != nil || err2 != nil || !os.SameFile(mine, there) {
		db.Close()
		return nil, berrors.ErrTimeout
	}
	return db, nil
}

// spare is where the file that replaces path is made.
func spare(path string) string { return path + ".new" }

// create writes a whole file at the spare place of path: in one transaction, so that its txid is freshTxid.
func create(path, id string, framed map[string][]byte, o options) error {
	if err := o.removeSpare(path); err != nil {
		return err
	}
	err := guard(func() error {
		db, err := openMode(spare(path), o, false)
		if err != nil {
			return err
		}
		err = o.system.update(db, func(tx *bbolt.Tx) error { return write(tx, id, newest(o.ladder), framed) })
		return errors.Join(err, db.Close())
	})
	if err != nil {
		_ = o.removeSpare(path)
	}
	return err
}

// removeSpare removes what a failure or a crash may have left at the spare place of path.
func (o options) removeSpare(path string) error {
	if err := o.system.remove(spare(path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// freshTxid is the transaction with which create leaves a file. Later ones leave older states in free pages.
const freshTxid = 2

// errUnconfirmed says that a file has its new name, but that a power cut may still bring the old one back.
var errUnconfirmed = errors.New("the folder has not been synced")

// install puts the file at the spare place over path, durably. errUnconfirmed.
func install(path string, o options) error {
	if err := o.system.rename(spare(path), path); err != nil {
		_ = o.removeSpare(path)
		return err
	}
	if err := o.system.syncFolder(filepath.Dir(path)); err != nil {
		return fmt.Errorf("%w: %w", errUnconfirmed, err)
	}
	return nil
}

// syncFolder makes the names in a folder durable. Windows, and some file systems, cannot and need not.
func syncFolder(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(name)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := folder.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}
