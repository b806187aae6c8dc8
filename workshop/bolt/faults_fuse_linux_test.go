package bolt

import (
	"bufio"
	"context"
	"encoding/gob"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
)

// A file system in memory that writes down what is done to it, and lets chosen operations fail. It is served by a process
// of its own: a process that waits for a page which it has to serve itself would wait for ever.

// What is done to a file system. A note is what the program that is tested says in between.
const (
	opCreate = iota
	opWrite
	opTruncate
	opSync
	opSyncFolder
	opRename
	opRemove
	opFolder
	opNote
)

// operation is one of them.
type operation struct {
	Kind int
	File int    // the number of the file, for create, write, truncate, sync and rename
	Name string // its path below the mount point, for create, rename (from), remove, folder, and sync of a folder
	To   string // for rename
	At   int64  // for write; the size for truncate
	Data []byte // for write, and the text of a note
}

// disk is the file system. Its control file takes commands: "note …", "fail FIRST SECOND" (counted in operations from
// now on; 0 for none), "dead FIRST" (everything from there on fails), "full" (every write from now on), "count" and "dump PATH".
type disk struct {
	mu     sync.Mutex
	log    []operation
	files  int
	count  int
	fail   [2]int
	dead   int
	errno  syscall.Errno
	record bool
}

const controlFile = ".control"

// do counts an operation, lets it fail if it is its turn, and writes it down.
func (d *disk) do(op operation) syscall.Errno {
	d.count++
	if d.count == d.fail[0] || d.count == d.fail[1] || d.dead > 0 && d.count >= d.dead {
		return d.errno
	}
	if d.record {
		d.log = append(d.log, op)
	}
	return 0
}

func (d *disk) command(text string) syscall.Errno {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	switch word {
	case "note":
		d.log = append(d.log, operation{Kind: opNote, Data: []byte(rest)})
	case "record":
		d.record = true
	case "fail", "dead":
		d.count, d.fail, d.dead = 0, [2]int{}, 0
		var errno int
		if word == "fail" {
			fmt.Sscan(rest, &errno, &d.fail[0], &d.fail[1])
		} else {
			fmt.Sscan(rest, &errno, &d.dead)
		}
		d.errno = syscall.Errno(errno)
	case "dump":
		f, err := os.Create(rest)
		if err != nil {
			return syscall.EIO
		}
		defer f.Close()
		if err := gob.NewEncoder(f).Encode(d.log); err != nil {
			return syscall.EIO
		}
		d.log = nil
	}
	return 0
}

type folderNode struct {
	fs.Inode
	disk *disk
}

var (
	_ fs.NodeCreater  = (*folderNode)(nil)
	_ fs.NodeMkdirer  = (*folderNode)(nil)
	_ fs.NodeUnlinker = (*folderNode)(nil)
	_ fs.NodeRmdirer  = (*folderNode)(nil)
	_ fs.NodeRenamer  = (*folderNode)(nil)
	_ fs.NodeFsyncer  = (*folderNode)(nil)
)

func (n *folderNode) path(name string) string { return filepath.Join(n.Path(nil), name) }

func (n *folderNode) Create(ctx context.Context, name string, flags, mode uint32, out *fuse.EntryOut) (*fs.Inode, fs.FileHandle, uint32, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	if name == controlFile {
		return n.NewPersistentInode(ctx, &controlNode{disk: n.disk}, fs.StableAttr{}), nil, fuse.FOPEN_DIRECT_IO, 0
	}
	number := n.disk.files + 1
	if errno := n.disk.do(operation{Kind: opCreate, File: number, Name: n.path(name)}); errno != 0 {
		return nil, nil, 0, errno
	}
	n.disk.files = number
	return n.NewPersistentInode(ctx, &fileNode{disk: n.disk, number: number}, fs.StableAttr{}), nil, 0, 0
}

func (n *folderNode) Mkdir(ctx context.Context, name string, mode uint32, out *fuse.EntryOut) (*fs.Inode, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	if errno := n.disk.do(operation{Kind: opFolder, Name: n.path(name)}); errno != 0 {
		return nil, errno
	}
	return n.NewPersistentInode(ctx, &folderNode{disk: n.disk}, fs.StableAttr{Mode: syscall.S_IFDIR}), 0
}

func (n *folderNode) Unlink(ctx context.Context, name string) syscall.Errno {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	return n.disk.do(operation{Kind: opRemove, Name: n.path(name)})
}

func (n *folderNode) Rmdir(ctx context.Context, name string) syscall.Errno { return 0 }

func (n *folderNode) Rename(ctx context.Context, name string, to fs.InodeEmbedder, toName string, flags uint32) syscall.Errno {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	file, ok := n.GetChild(name).Operations().(*fileNode)
	if !ok {
		return syscall.EINVAL
	}
	return n.disk.do(operation{Kind: opRename, File: file.number, Name: n.path(name), To: to.(*folderNode).path(toName)})
}

func (n *folderNode) Fsync(ctx context.Context, f fs.FileHandle, flags uint32) syscall.Errno {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	return n.disk.do(operation{Kind: opSyncFolder, Name: n.Path(nil)})
}

type fileNode struct {
	fs.Inode
	disk   *disk
	number int
	data   []byte
}

var (
	_ fs.NodeOpener    = (*fileNode)(nil)
	_ fs.NodeReader    = (*fileNode)(nil)
	_ fs.NodeWriter    = (*fileNode)(nil)
	_ fs.NodeSetattrer = (*fileNode)(nil)
	_ fs.NodeGetattrer = (*fileNode)(nil)
	_ fs.NodeFsyncer   = (*fileNode)(nil)
)

func (n *fileNode) Open(context.Context, uint32) (fs.FileHandle, uint32, syscall.Errno) {
	return nil, 0, 0
}

func (n *fileNode) Read(ctx context.Context, f fs.FileHandle, b []byte, at int64) (fuse.ReadResult, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	size := int64(len(n.data))
	return fuse.ReadResultData(append([]byte(nil), n.data[min(at, size):min(at+int64(len(b)), size)]...)), 0
}

func (n *fileNode) Write(ctx context.Context, f fs.FileHandle, b []byte, at int64) (uint32, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	b = append([]byte(nil), b...)
	if errno := n.disk.do(operation{Kind: opWrite, File: n.number, At: at, Data: b}); errno != 0 {
		return 0, errno
	}
	n.data = writeAt(n.data, b, at)
	return uint32(len(b)), 0
}

func (n *fileNode) Setattr(ctx context.Context, f fs.FileHandle, in *fuse.SetAttrIn, out *fuse.AttrOut) syscall.Errno {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	if size, ok := in.GetSize(); ok {
		if errno := n.disk.do(operation{Kind: opTruncate, File: n.number, At: int64(size)}); errno != 0 {
			return errno
		}
		n.data = resize(n.data, int64(size))
	}
	out.Size = uint64(len(n.data))
	out.Mode = 0o600
	return 0
}

func (n *fileNode) Getattr(ctx context.Context, f fs.FileHandle, out *fuse.AttrOut) syscall.Errno {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	out.Size = uint64(len(n.data))
	out.Mode = 0o600
	return 0
}

func (n *fileNode) Fsync(ctx context.Context, f fs.FileHandle, flags uint32) syscall.Errno {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	return n.disk.do(operation{Kind: opSync, File: n.number})
}

type controlNode struct {
	fs.Inode
	disk *disk
}

func (n *controlNode) Open(context.Context, uint32) (fs.FileHandle, uint32, syscall.Errno) {
	return nil, fuse.FOPEN_DIRECT_IO, 0
}

func (n *controlNode) Setattr(context.Context, fs.FileHandle, *fuse.SetAttrIn, *fuse.AttrOut) syscall.Errno {
	return 0
}

func (n *controlNode) Write(ctx context.Context, f fs.FileHandle, b []byte, at int64) (uint32, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	return uint32(len(b)), n.disk.command(string(b))
}

func (n *controlNode) Read(ctx context.Context, f fs.FileHandle, b []byte, at int64) (fuse.ReadResult, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	if at > 0 {
		return fuse.ReadResultData(nil), 0
	}
	return fuse.ReadResultData(fmt.Append(nil, n.disk.count)), 0
}

func writeAt(data, b []byte, at int64) []byte {
	if end := at + int64(len(b)); end > int64(len(data)) {
		data = resize(data, end)
	}
	copy(data[at:], b)
	return data
}

func resize(data []byte, size int64) []byte {
	if have := int64(len(data)); size > have {
		return append(data, make([]byte, size-have)...)
	}
	return data[:size:size]
}

// TestServeDisk is the process that serves a disk, until its standard input ends.
func TestServeDisk(t *testing.T) {
	mount := os.Getenv("EXCEED_DISK")
	if mount == "" {
		t.Skip("only in a process of its own")
	}
	_, err := fs.Mount(mount, &folderNode{disk: &disk{}}, &fs.Options{
		MountOptions: fuse.MountOptions{DirectMount: true, MaxWrite: 1 << 20, Name: "exceed-faults"},
	})
	if err != nil {
		fmt.Println("no disk:", err)
		return
	}
	fmt.Println("ready")
	_, _ = io.Copy(io.Discard, os.Stdin)
	_ = syscall.Unmount(mount, syscall.MNT_DETACH)
}

// mounted is a disk that is served, and its control file.
type mounted struct {
	t      testing.TB
	folder string
}

// mountDisk serves a disk until the test ends. It skips the test where there is no FUSE.
func mountDisk(t testing.TB) mounted {
	t.Helper()
	folder := t.TempDir()
	cmd := exec.Command(os.Args[0], "-test.run=^TestServeDisk$")
	cmd.Env = append(os.Environ(), "EXCEED_DISK="+folder)
	in, err := cmd.StdinPipe()
	must(t, err)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	t.Cleanup(func() {
		in.Close()
		_ = syscall.Unmount(folder, syscall.MNT_DETACH)
		_ = cmd.Process.Kill() // a file that a failed test left open would keep it
		_ = cmd.Wait()
	})
	line, _ := bufio.NewReader(out).ReadString('\n')
	if strings.TrimSpace(line) != "ready" {
		t.Skip("power cuts and failing disks are tested on a FUSE file system, and there is none here (Linux, /dev/fuse, root): ", line)
	}
	return mounted{t, folder}
}

func (m mounted) tell(format string, args ...any) {
	m.t.Helper()
	f, err := os.OpenFile(filepath.Join(m.folder, controlFile), os.O_CREATE|os.O_WRONLY, 0o600)
	must(m.t, err)
	defer f.Close()
	_, err = fmt.Fprintf(f, format, args...)
	must(m.t, err)
}

// count is the number of operations since the last plan of failures.
func (m mounted) count() (n int) {
	m.t.Helper()
	text, err := os.ReadFile(filepath.Join(m.folder, controlFile))
	must(m.t, err)
	_, err = fmt.Sscan(string(text), &n)
	must(m.t, err)
	return n
}

// log is everything that was done since recording began.
func (m mounted) log() (log []operation) {
	m.t.Helper()
	path := filepath.Join(m.t.TempDir(), "log")
	m.tell("dump %s", path)
	f, err := os.Open(path)
	must(m.t, err)
	defer f.Close()
	must(m.t, gob.NewDecoder(f).Decode(&log))
	return log
}
