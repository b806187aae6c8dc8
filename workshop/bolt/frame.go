package bolt

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"os"

	"go.etcd.io/bbolt"
)

// Every value is written behind its tag, HMAC-SHA-256 over its place and itself; the digest is the same over all tags.
// Their key follows from the session's id and is no secret. Of the box, which is long, written often, and authenticated
// under the outer key besides, the tag covers the length, the CRC-32C and the last 16 bytes.
const tagSize = sha256.Size

func tagger(id string) hash.Hash { return hmac.New(sha256.New, []byte("exceed/digest/1\x00"+id)) }

// tag fills in the tag of a framed value, whose first tagSize bytes are kept free for it.
func tag(id, name string, framed []byte) []byte {
	h := tagger(id)
	io.WriteString(h, name+"\x00")
	value := framed[tagSize:]
	if name == boxValue {
		short := binary.BigEndian.AppendUint64(nil, uint64(len(value)))
		short = binary.BigEndian.AppendUint32(short, crc32.Checksum(value, crc32.MakeTable(crc32.Castagnoli)))
		value = append(short, value[max(0, len(value)-16):]...)
	}
	h.Write(value)
	h.Sum(framed[:0])
	return framed
}

func frame(id, name string, value []byte) []byte {
	return tag(id, name, append(make([]byte, tagSize, tagSize+len(value)), value...))
}

// unframe is the value behind its tag.
func unframe(id, name string, framed []byte) ([]byte, error) {
	if len(framed) < tagSize {
		return nil, damaged("%s is cut short", name)
	}
	if !bytes.Equal(tag(id, name, bytes.Clone(framed))[:tagSize], framed[:tagSize]) {
		return nil, damaged("%s has another tag", name)
	}
	return framed[tagSize:], nil
}

// digest covers the version, and the tag or the absence of every value.
func digest(id string, version uint32, framed func(name string) []byte) []byte {
	h := tagger(id)
	h.Write(binary.BigEndian.AppendUint32(nil, version))
	for _, name := range names() {
		v := framed(name)
		if len(v) >= tagSize {
			io.WriteString(h, "\x00"+name+"\x00")
			h.Write(v[:tagSize])
		}
	}
	return h.Sum(nil)
}

// contents is what a file holds, verified.
type contents struct {
	id      string
	version uint32
	txid    uint64
	values  map[string][]byte
}

// readMeta reads the meta bucket among the buckets of a file.
func readMeta(im *image, top map[string]leaf) (c contents, sum []byte, err error) {
	b, ok := top[metaBucket]
	if !ok {
		return c, nil, errForeign
	}
	meta, err := im.bucket(b)
	if err != nil {
		return c, nil, err
	}
	if string(meta["magic"]) != magic {
		return c, nil, errForeign
	}
	if len(meta["version"]) != 4 || len(meta["id"]) == 0 {
		return c, nil, damaged("meta is cut short")
	}
	c = contents{id: string(meta["id"]), version: binary.BigEndian.Uint32(meta["version"]), txid: im.txid}
	return c, meta["digest"], nil
}

// readContents reads and verifies everything that a file holds. errForeign, errDamaged, or a contents with a newer
// version and nothing else.
func readContents(path string, newest uint32) (contents, error) {
	file, size, err := openFile(path)
	if err != nil {
		return contents{}, err
	}
	defer file.Close()
	return verify(file, size, newest)
}

// verify is readContents for a file of that size, wherever it lies.
func verify(file io.ReaderAt, size int64, newest uint32) (contents, error) {
	im, top, err := openTop(file, size)
	if err != nil {
		return contents{}, err
	}
	c, sum, err := readMeta(im, top)
	if err != nil || c.version > newest {
		return c, err
	}
	framed := map[string][]byte{}
	c.values = map[string][]byte{}
	for name, b := range top {
		if name == metaBucket {
			continue
		}
		values, err := im.bucket(b)
		if err != nil {
			return c, err
		}
		framed[name] = values[name]
		if c.values[name], err = unframe(c.id, name, values[name]); err != nil {
			return c, err
		}
	}
	if !bytes.Equal(sum, digest(c.id, c.version, func(name string) []byte { return framed[name] })) {
		return c, damaged("the values do not belong together")
	}
	return c, im.checkFree()
}

// readOne reads and verifies one value, without the others.
func readOne(path, name string, newest uint32) (contents, error) {
	file, size, err := openFile(path)
	if err != nil {
		return contents{}, err
	}
	defer file.Close()
	im, top, err := openTop(file, size)
	if err != nil {
		return contents{}, err
	}
	c, _, err := readMeta(im, top)
	if err != nil || c.version > newest {
		return c, err
	}
	values, err := im.bucket(top[name])
	if err != nil {
		return c, err
	}
	value, err := unframe(c.id, name, values[name])
	c.values = map[string][]byte{name: value}
	return c, err
}

// steady reads again what seems damaged: two commits may have come between the reads.
func steady(read func() (contents, error)) (c contents, err error) {
	for range 3 {
		if c, err = read(); !errors.Is(err, errDamaged) {
			break
		}
	}
	return c, err
}

func openFile(path string) (file *os.File, size int64, err error) {
	if file, err = os.Open(path); err != nil {
		return nil, 0, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errForeign
	}
	if err != nil {
		file.Close()
		return nil, 0, err
	}
	return file, info.Size(), nil
}

// openTop opens the newest state of a file and its list of buckets.
func openTop(file io.ReaderAt, size int64) (*image, map[string]leaf, error) {
	im, err := openImage(file, size)
	if err != nil {
		return nil, nil, err
	}
	top, err := im.buckets()
	return im, top, err
}

// write puts framed values (nil removes one) and brings the digest up to date, inside one transaction.
func write(tx *bbolt.Tx, id string, version uint32, framed map[string][]byte) error {
	for name, value := range framed {
		if value == nil {
			if tx.Bucket([]byte(name)) != nil {
				if err := tx.DeleteBucket([]byte(name)); err != nil {
					return err
				}
			}
			continue
		}
		b, err := tx.CreateBucketIfNotExists([]byte(name))
		if err != nil {
			return err
		}
		if err := b.Put([]byte(name), value); err != nil {
			return err
		}
	}
	sum := digest(id, version, func(name string) []byte {
		if b := tx.Bucket([]byte(name)); b != nil {
			return b.Get([]byte(name))
		}
		return nil
	})
	meta, err := tx.CreateBucketIfNotExists([]byte(metaBucket))
	if err != nil {
		return err
	}
	for key, value := range map[string][]byte{
		"magic": []byte(magic), "id": []byte(id), "digest": sum, "version": binary.BigEndian.AppendUint32(nil, version),
	} {
		if bytes.Equal(meta.Get([]byte(key)), value) {
			continue
		}
		if err := meta.Put([]byte(key), value); err != nil {
			return err
		}
	}
	return nil
}
