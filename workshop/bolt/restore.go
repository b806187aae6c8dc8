package bolt

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"exceed/workshop"
)

// Restore puts the last good copy of a session in the place of a file that is damaged or gone; the copy stays. A box in
// the damaged file is lost, and with it the secret of its outer layer. ErrNotFound where there is no copy; ErrExists where
// the file is sound; ErrInUse, ErrNewer, ErrDamaged, and ErrNotSaved with its kin.
func (l *Library) Restore(path string) error {
	o := newOptions(l.list)
	if !o.keepsSnapshots(path) {
		return workshop.ErrNotFound.With("path", snapshotPath(path))
	}
	c, err := (&Store{path: snapshotPath(path), options: o}).check()
	if err != nil {
		return refuse(snapshotPath(path), err)
	}
	if err := replaceable(path, o); err != nil {
		return err
	}
	var k keys
	if json.Unmarshal(c.values[keysValue], &k) != nil {
		return refuse(snapshotPath(path), damaged("keys are not JSON"))
	}
	k.Forget = true // the secret of a box that the damaged file may have held
	if c.values[keysValue], err = json.Marshal(k); err != nil {
		return refuse(path, err)
	}
	if err := create(path, c.id, c.framed(), o); err != nil {
		return refuseSave(path, err)
	}
	switch err := install(path, o); {
	case errors.Is(err, errUnconfirmed):
		return workshop.ErrUnconfirmed.With("path", path).Because(err)
	case err != nil:
		return refuseSave(path, err)
	}
	return nil
}

// replaceable says why a file must not be replaced by its copy: nil where it cannot be read.
func replaceable(path string, o options) error {
	_, err := (&Store{path: path, options: o}).check()
	err = refuse(path, err)
	switch {
	case err == nil:
		return workshop.ErrExists.With("path", path)
	case errors.Is(err, workshop.ErrNotFound):
		return nil
	case errors.Is(err, workshop.ErrDamaged), errors.Is(err, workshop.ErrForeign), errors.Is(err, workshop.ErrNotRead):
	default:
		return err
	}
	// Another Exceed that opened the file before it was damaged still holds bbolt's lock. Reading the meta pages is all that
	// bbolt does here.
	var file *os.File
	err = guard(func() error {
		db, err := bbolt.Open(path, fileMode, &bbolt.Options{
			ReadOnly: true, Timeout: lockTimeout, PageSize: pageSize, NoStatistics: true,
			OpenFile: func(name string, flag int, mode os.FileMode) (_ *os.File, err error) {
				file, err = o.system.openFile(filepath.Clean(name), flag, mode)
				return file, err
			},
		})
		if err == nil {
			err = db.Close()
		}
		return err
	})
	if errors.Is(err, errDamaged) && file != nil {
		file.Close() // bbolt panicked and left it open
	}
	if refused := refuse(path, err); errors.Is(refused, workshop.ErrInUse) {
		return refused
	}
	return nil
}
