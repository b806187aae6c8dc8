package attack

import (
	"encoding/binary"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// What bbolt writes (format 2).
const (
	page       = 4096
	pageHeader = 16
	element    = 16
	leafFlag   = 0x02
	metaTxid   = pageHeader + 48
)

// Values is every value that a bbolt file of 4,096-byte pages gives away under a key: those of its newest state, those of
// the state before, which one zeroed meta page brings back, and those in any page that looks like a leaf, in use or not.
// A value whose later pages were overwritten since comes with what now stands there. Newest first; values may come twice.
func Values(file []byte, dir string, wanted func(key []byte) bool) ([][][]byte, error) {
	var states [][][]byte
	for _, state := range []func([]byte){func([]byte) {}, zeroNewestMeta} {
		copied := append([]byte(nil), file...)
		state(copied)
		values, err := open(copied, dir, wanted)
		if err != nil {
			continue // one of the two states may be beyond repair
		}
		states = append(states, values)
	}
	for at := 2 * page; at+page <= len(file); at += page {
		if values := leaf(file, at, wanted); len(values) > 0 {
			states = append(states, values)
		}
	}
	return states, nil
}

// zeroNewestMeta makes bbolt open the state before.
func zeroNewestMeta(file []byte) {
	at := 0
	if binary.NativeEndian.Uint64(file[page+metaTxid:]) > binary.NativeEndian.Uint64(file[metaTxid:]) {
		at = page
	}
	clear(file[at : at+page])
}

// open is every wanted value that bbolt itself finds.
func open(file []byte, dir string, wanted func(key []byte) bool) (values [][]byte, err error) {
	path := filepath.Join(dir, "opened")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		return nil, err
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, PageSize: page})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	err = db.View(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(_ []byte, b *bbolt.Bucket) error {
			return b.ForEach(func(key, value []byte) error {
				if wanted(key) {
					values = append(values, append([]byte(nil), value...))
				}
				return nil
			})
		})
	})
	return values, err
}

// leaf is every wanted value of the page at an offset, if that is a leaf.
func leaf(file []byte, at int, wanted func(key []byte) bool) (values [][]byte) {
	order := binary.NativeEndian
	if order.Uint16(file[at+8:]) != leafFlag {
		return nil
	}
	count := int(order.Uint16(file[at+10:]))
	for i := range min(count, (page-pageHeader)/element) {
		e := at + pageHeader + i*element
		pos, ksize, vsize := int(order.Uint32(file[e+4:])), int(order.Uint32(file[e+8:])), int(order.Uint32(file[e+12:]))
		key, value := e+pos, e+pos+ksize
		if pos < 0 || ksize < 0 || vsize < 0 || ksize > page || key+ksize > len(file) || value > len(file) || !wanted(file[key:value]) {
			continue
		}
		values = append(values, file[value:min(value+vsize, len(file))])
	}
	return values
}
