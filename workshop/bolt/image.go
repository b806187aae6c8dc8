package bolt

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
)

// This file reads bbolt's pages (format 2) without bbolt, which can crash or hang on a damaged file. The walk is bounded
// by the size of the file: it visits no page twice and reads nothing that lies outside. It takes no lock, so home can list
// a session that is open elsewhere: pages that a meta page leads to are not overwritten before two commits later.

var (
	errForeign = errors.New("not a session file")
	errDamaged = errors.New("damaged")
)

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errDamaged, fmt.Sprintf(format, args...))
}

// What bbolt writes.
const (
	bboltMagic   = 0xED0CDAED
	bboltVersion = 2
	pageHeader   = 16
	metaSize     = 64
	element      = 16
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10
	bucketFlag   = 0x01
	maxDepth     = 8
	maxTxid      = 1 << 48
	maxFile      = 1 << 30
)

var order = binary.NativeEndian // as bbolt writes

type pageID = uint64

// image is one committed state of a bbolt file.
type image struct {
	file     io.ReaderAt
	root     pageID
	freelist pageID
	end      pageID // the first page that was never used
	txid     uint64
	seen     map[pageID]bool
}

// openImage finds the newest valid meta page, as bbolt does.
func openImage(file io.ReaderAt, size int64) (*image, error) {
	images, err := openImages(file, size)
	if err != nil {
		return nil, err
	}
	return images[0], nil
}

// openImages finds the states that bbolt can open, newest first: at least one and at most two.
func openImages(file io.ReaderAt, size int64) ([]*image, error) {
	var images []*image
	ours := false
	for i := range int64(2) {
		page := make([]byte, pageHeader+metaSize)
		if _, err := file.ReadAt(page, i*pageSize); err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		m := page[pageHeader:]
		if order.Uint32(m) != bboltMagic {
			continue
		}
		ours = true
		if order.Uint32(m[4:]) != bboltVersion || checksum(m[:56]) != order.Uint64(m[56:]) {
			continue
		}
		// bbolt takes a meta page for whole here. It would follow one of another page size, and wrap the number of a last
		// transaction; and it writes each one in its place.
		if txid := order.Uint64(m[48:]); order.Uint32(m[8:]) != pageSize || txid > maxTxid || txid%2 != uint64(i) {
			return nil, damaged("meta page %d is none of ours", i)
		}
		images = append(images, &image{
			file: file, root: order.Uint64(m[16:]), freelist: order.Uint64(m[32:]), end: order.Uint64(m[40:]),
			txid: order.Uint64(m[48:]), seen: map[pageID]bool{},
		})
	}
	switch {
	case !ours:
		return nil, errForeign
	case planted(file):
		return nil, damaged("a meta page inside the first page")
	case len(images) == 0:
		return nil, damaged("no meta page is whole")
	}
	slices.SortFunc(images, func(a, b *image) int { return cmp.Compare(b.txid, a.txid) })
	if size > maxFile || images[0].end > uint64(size/pageSize) {
		return nil, damaged("%d pages in %d bytes", images[0].end, size)
	}
	return images, nil
}

// planted says whether there is a meta page where one of a smaller page size would be: bbolt looks there when the first one
// is not whole.
func planted(file io.ReaderAt) bool {
	word := make([]byte, 4)
	for at := int64(1024); at < pageSize; at *= 2 {
		if n, _ := file.ReadAt(word, at+pageHeader); n == len(word) && order.Uint32(word) == bboltMagic {
			return true
		}
	}
	return false
}

// checksum is FNV-1a, which bbolt writes behind what a meta page says.
func checksum(meta []byte) uint64 {
	h := fnv.New64a()
	h.Write(meta)
	return h.Sum64()
}

// page reads a page with what overflows it, once.
func (im *image) page(id pageID, flag uint16) (data []byte, count int, err error) {
	head := make([]byte, pageHeader)
	if id < 2 || id >= im.end {
		return nil, 0, damaged("page %d lies outside", id)
	}
	if err := im.read(head, id); err != nil {
		return nil, 0, err
	}
	length := uint64(order.Uint32(head[12:])) + 1
	if order.Uint64(head) != id || order.Uint16(head[8:])&flag == 0 || order.Uint16(head[8:])&^flag != 0 || length > im.end-id {
		return nil, 0, damaged("page %d has a wrong header", id)
	}
	for i := range length {
		if im.seen[id+i] {
			return nil, 0, damaged("page %d is used twice", id+i)
		}
		im.seen[id+i] = true
	}
	data = make([]byte, length*pageSize)
	if err := im.read(data, id); err != nil {
		return nil, 0, err
	}
	return data, int(order.Uint16(head[10:])), nil
}

// read fills b from the start of a page. What lies behind the end is damage, what cannot be read is not.
func (im *image) read(b []byte, id pageID) error {
	n, err := im.file.ReadAt(b, int64(id)*pageSize)
	switch {
	case n == len(b):
		return nil
	case errors.Is(err, io.EOF):
		return damaged("page %d is cut short", id)
	}
	return err
}

// leaf is what a leaf of a tree holds under one key.
type leaf struct {
	bucket bool
	value  []byte
}

// tree reads the whole tree under a page into leaves. from and below bound its keys; nil is no bound.
func (im *image) tree(id pageID, depth int, from, below []byte, leaves map[string]leaf) error {
	if depth > maxDepth {
		return damaged("too deep at page %d", id)
	}
	data, count, err := im.page(id, branchPage|leafPage)
	if err != nil {
		return err
	}
	switch order.Uint16(data[8:]) {
	case leafPage:
		return readLeaf(data, count, from, below, leaves)
	case branchPage:
		return im.branch(data, count, depth, from, below, leaves)
	}
	return damaged("page %d is of two kinds", id)
}

func (im *image) branch(data []byte, count, depth int, from, below []byte, leaves map[string]leaf) error {
	if count == 0 || pageHeader+count*element > len(data) {
		return damaged("a branch of %d", count)
	}
	keys := make([][]byte, count, count+1)
	for i := range keys {
		at := pageHeader + i*element
		key, err := cut(data, at, order.Uint32(data[at:]), order.Uint32(data[at+4:]))
		if err != nil {
			return err
		}
		if len(key) == 0 || i > 0 && bytes.Compare(keys[i-1], key) >= 0 || outside(key, from, below) {
			return damaged("keys out of order")
		}
		keys[i] = key
	}
	keys = append(keys, below)
	for i := range count {
		child := order.Uint64(data[pageHeader+i*element+8:])
		if err := im.tree(child, depth+1, keys[i], keys[i+1], leaves); err != nil {
			return err
		}
	}
	return nil
}

func readLeaf(data []byte, count int, from, below []byte, leaves map[string]leaf) error {
	if pageHeader+count*element > len(data) {
		return damaged("a leaf of %d", count)
	}
	var last []byte
	for i := range count {
		at := pageHeader + i*element
		flags, pos, keySize, size := order.Uint32(data[at:]), order.Uint32(data[at+4:]), order.Uint32(data[at+8:]), order.Uint32(data[at+12:])
		key, err := cut(data, at, pos, keySize)
		if err != nil {
			return err
		}
		value, err := cut(data, at+int(pos), keySize, size)
		if err != nil {
			return err
		}
		if flags&^bucketFlag != 0 || len(key) == 0 || last != nil && bytes.Compare(last, key) >= 0 || outside(key, from, below) {
			return damaged("keys out of order")
		}
		last = key
		leaves[string(key)] = leaf{bucket: flags == bucketFlag, value: value}
	}
	return nil
}

func outside(key, from, below []byte) bool {
	return from != nil && bytes.Compare(key, from) < 0 || below != nil && bytes.Compare(key, below) >= 0
}

// cut is data[at+pos:][:size], which must lie inside.
func cut(data []byte, at int, pos, size uint32) ([]byte, error) {
	start := uint64(at) + uint64(pos)
	if start+uint64(size) > uint64(len(data)) {
		return nil, damaged("a value lies outside its page")
	}
	return data[start:][:size:size], nil
}

// buckets lists the buckets of the file.
func (im *image) buckets() (map[string]leaf, error) {
	top := map[string]leaf{}
	if err := im.tree(im.root, 0, nil, nil, top); err != nil {
		return nil, err
	}
	for name, l := range top {
		if !l.bucket {
			return nil, damaged("%q is no bucket", name)
		}
	}
	return top, nil
}

// bucket reads what one bucket holds: in pages of its own, or inline.
func (im *image) bucket(b leaf) (map[string][]byte, error) {
	const bucketHeader = 16 // root page, sequence
	if len(b.value) < bucketHeader {
		return nil, damaged("a bucket without a header")
	}
	leaves := map[string]leaf{}
	var err error
	if root := order.Uint64(b.value); root != 0 {
		err = im.tree(root, 0, nil, nil, leaves)
	} else if inline := b.value[bucketHeader:]; len(inline) < pageHeader || order.Uint16(inline[8:]) != leafPage {
		err = damaged("an inline bucket without a page")
	} else {
		err = readLeaf(inline, int(order.Uint16(inline[10:])), nil, nil, leaves)
	}
	if err != nil {
		return nil, err
	}
	values := make(map[string][]byte, len(leaves))
	for key, l := range leaves {
		if l.bucket {
			return nil, damaged("a bucket in a bucket")
		}
		values[key] = l.value
	}
	return values, nil
}

// walk reads everything, so that seen holds every page in use.
func (im *image) walk() error {
	top, err := im.buckets()
	if err != nil {
		return err
	}
	for _, b := range top {
		if _, err := im.bucket(b); err != nil {
			return err
		}
	}
	return im.checkFree()
}

// checkFree reads the list of free pages after everything else was read: no page may be both used and free.
func (im *image) checkFree() error {
	data, count, err := im.page(im.freelist, freelistPage)
	if err != nil {
		return err
	}
	const many = 0xffff // the count is the first entry
	list := data[pageHeader:]
	n := uint64(count)
	if count == many {
		n, list = order.Uint64(list), list[8:]
	}
	if n > uint64(len(list)/8) {
		return damaged("%d free pages on the list", n)
	}
	last := pageID(1)
	for i := range n {
		id := order.Uint64(list[8*i:])
		if id <= last || id >= im.end || im.seen[id] {
			return damaged("page %d cannot be free", id)
		}
		last = id
	}
	return nil
}
