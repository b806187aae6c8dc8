package bolt

import (
	"go.etcd.io/bbolt"
)

// migration takes a file from one version to the next, inside one transaction. It changes buckets and framed values;
// the version and the digest follow by themselves.
type migration func(tx *bbolt.Tx, id string) error

// migrations is the ladder: the i-th takes version i+1 to version i+2. There is only version 1 as yet.
func migrations() []migration { return nil }

// newest is the version that a ladder leads to.
func newest(ladder []migration) uint32 { return uint32(len(ladder)) + 1 }

// migrate climbs the ladder from a version to the newest, all or nothing.
func migrate(db *bbolt.DB, id string, from uint32, o options) error {
	return o.system.update(db, func(tx *bbolt.Tx) error {
		for _, step := range o.ladder[from-1:] {
			if err := step(tx, id); err != nil {
				return err
			}
		}
		return write(tx, id, newest(o.ladder), nil)
	})
}
