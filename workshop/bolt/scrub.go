package bolt

import (
	"os"

	"go.etcd.io/bbolt"
)

// boxPage is the first page of the box in the file; 0 where there is none.
func (s *Store) boxPage() (id pageID) {
	_ = guard(func() error {
		return s.db.View(func(tx *bbolt.Tx) error {
			if b := tx.Bucket([]byte(boxValue)); b != nil {
				id = pageID(b.Root())
			}
			return nil
		})
	})
	return id
}

// scrub overwrites every free page with zeros. Usually the second write of an Accept overwrites the box as it was
// before, because the two writes go where the two of the Accept before went. Saving settings in between can shift that;
// then the older box would stay where it is. A page is free when neither of the two states that bbolt can open, the
// newest and the one before, leads to it.
func scrub(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	images, err := openImages(file, info.Size())
	if err != nil {
		return err
	}
	used := map[pageID]bool{}
	end := images[0].end
	for i, im := range images {
		if err := im.walk(); err != nil && i == 0 {
			return err
		}
		for id := range im.seen {
			used[id] = true
		}
		end = max(end, im.end)
	}
	zeros := make([]byte, pageSize)
	for id := pageID(2); id < end; id++ {
		if used[id] {
			continue
		}
		if _, err := file.WriteAt(zeros, int64(id)*pageSize); err != nil {
			return err
		}
	}
	return file.Sync()
}
