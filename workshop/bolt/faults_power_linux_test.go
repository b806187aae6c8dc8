package bolt

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// note is what the tested program says between operations: what the file must hold from now on. While something is under
// way, it may be either of two; what was acknowledged is one.
type note struct {
	Old, New string
	Code     string // of the box; empty once its secret is destroyed
}

// play is a program run on a recording disk.
type play struct {
	disk    mounted
	library *Library
	store   *Store
	s       *workshop.Session
	keyring Keyring // nil for resume codes
	now     note
	saved   int
	from    int // the first person of this box
	n       int // responses in it
}

// playOn creates a session on a disk, in notes.
func playOn(d mounted, list ...Option) *play {
	p := &play{disk: d, library: NewLibrary(d.folder, append(list, cheap())...), s: storetest.Ready(0)}
	p.s.Setup.Team = "save 0"
	p.now.New = "none"
	p.step(func() { p.now.New = p.line("prepare") }, func() error {
		store, err := p.library.Create(p.s)
		if err == nil {
			p.store = store.(*Store)
		}
		return err
	})
	return p
}

// step does something that makes what expect says out of what the file holds, and notes both before and after.
func (p *play) step(expect func(), do func() error) {
	p.disk.t.Helper()
	p.now.Old = p.now.New
	expect()
	p.note()
	must(p.disk.t, do())
	p.now.Old = p.now.New
	p.note()
}

func (p *play) note() {
	text, err := json.Marshal(p.now)
	must(p.disk.t, err)
	p.disk.tell("note %s", text)
}

// line is what the file holds in a state.
func (p *play) line(state workshop.State) string {
	line := fmt.Sprintf("%s “%s”", state, p.s.Setup.Team)
	switch {
	case state.Revealed():
		line += people("voices", p.from, p.from+p.n)
	case p.now.Code != "":
		line += people("box", p.from, p.from+p.n)
	}
	return line
}

func (p *play) save() {
	p.saved++
	p.s.Setup.Team = fmt.Sprintf("save %d", p.saved)
	p.step(func() { p.now.New = p.line(p.s.State) }, func() error { return p.store.Save(p.s) })
}

func (p *play) move(to workshop.State) {
	p.s.State = to
	p.step(func() { p.now.New = p.line(to) }, func() error { return p.store.Save(p.s) })
}

// begin draws the code in advance, so that the images of a Begin that was not acknowledged can be read, too.
func (p *play) begin() {
	p.disk.t.Helper()
	p.from, p.n = p.from+p.n, 0
	p.s.State = workshop.Collect
	p.now.Old = p.now.New
	resume, err := "", error(nil)
	p.note()
	resume, err = p.store.Begin(p.s, playPassphrase)
	must(p.disk.t, err)
	if kept, ok := p.keyring.(*fakeKeyring); ok {
		resume = kept.secrets[p.s.ID]
	}
	p.now.Code = resume
	p.now.New = p.line(workshop.Collect)
	p.now.Old = p.now.New
	p.note()
}

func (p *play) accept(n int) {
	for range n {
		p.step(func() { p.n++; p.now.New = p.line(workshop.Collect) }, func() error {
			_, err := p.store.Accept(storetest.NewResponse(p.from + p.n - 1))
			return err
		})
	}
}

func (p *play) reveal() {
	p.s.State = workshop.Sealed
	p.step(func() { p.now.New = p.line(workshop.Sealed) }, func() error { return p.store.Save(p.s) })
	p.step(func() { p.now.New = p.line(workshop.Reveal) }, func() error { return p.store.Reveal(playPassphrase, withVoices(p.s)) })
	s, err := p.store.Load()
	must(p.disk.t, err)
	p.s, p.now.Code = s, ""
}

func (p *play) discard() {
	p.s.State = workshop.Prepare
	code := p.now.Code
	p.step(func() {
		p.now.Code = ""
		p.now.New = p.line(workshop.Prepare)
		p.now.Code = code
	}, func() error { return p.store.Discard(p.s) })
	p.now.Code = ""
}

// again closes and opens the file.
func (p *play) again() {
	p.step(func() {}, func() error {
		if err := p.store.Close(); err != nil {
			return err
		}
		store, err := p.library.Open(p.store.path)
		if err != nil {
			return err
		}
		p.store = store.(*Store)
		if p.store.NeedsResume() {
			err = p.store.Resume(p.now.Code)
		}
		if p.store.Locked() {
			err = p.store.Unlock(playPassphrase)
		}
		return err
	})
}

// restore loses the file and brings back its copy.
func (p *play) restore() {
	must(p.disk.t, p.store.Close())
	saved := p.now.New
	p.step(func() { p.now.New = "none" }, func() error { return removeDurably(p.store.path) })
	p.step(func() { p.now.New = saved }, func() error { return p.library.Restore(p.store.path) })
	store, err := p.library.Open(p.store.path)
	must(p.disk.t, err)
	p.store = store.(*Store)
	if p.store.Locked() {
		must(p.disk.t, p.store.Unlock(playPassphrase))
	}
}

func removeDurably(path string) error {
	if err := os.Remove(path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// tellingKeyring notes the moment from which the secret is gone.
type tellingKeyring struct {
	*fakeKeyring
	play *play
}

func (k tellingKeyring) Delete(id string) error {
	err := k.fakeKeyring.Delete(id)
	k.play.now.Code = ""
	k.play.note()
	return err
}

// plays are the programs of the campaign. Between them they do whatever a store does to files.
func plays() map[string]func(d mounted) {
	return map[string]func(d mounted){
		"a whole workshop": func(d mounted) {
			p := playOn(d)
			p.save()
			p.save()
			p.again()
			p.begin()
			p.accept(4)
			p.save()
			p.accept(5)
			p.again()
			p.accept(3)
			p.reveal()
			p.save()
			p.s.Parking = append(p.s.Parking, workshop.ParkedItem{Text: "Later"})
			p.save()
			p.s.Parking = nil // which removes words, so that the file is written anew
			p.save()
			p.again()
			p.save()
			p.restoreAfterClose()
		},
		"thrown away and begun again": func(d mounted) {
			p := playOn(d)
			p.begin()
			p.accept(3)
			p.move(workshop.Prepare)
			p.discard()
			p.save()
			p.begin()
			p.accept(5)
			p.again()
			p.reveal()
			p.again()
		},
		"more people than expected": func(d mounted) {
			p := playOn(d)
			p.begin()
			p.accept(67)
			p.again()
			p.accept(2)
			p.reveal()
		},
		"a keyring": func(d mounted) {
			keyring := tellingKeyring{fakeKeyring: newFakeKeyring(), play: &play{}}
			p := playOn(d, WithKeyring(keyring))
			p.keyring = keyring.fakeKeyring
			*keyring.play = play{disk: d}
			p.begin()
			keyring.play.now = p.now
			p.accept(6)
			p.s.State = workshop.Sealed
			p.step(func() { p.now.New = p.line(workshop.Sealed) }, func() error { return p.store.Save(p.s) })
			p.step(func() {
				p.now.New = p.line(workshop.Reveal)
				keyring.play.now = p.now
			}, func() error { return p.store.Reveal(playPassphrase, withVoices(p.s)) })
			p.now.Code = ""
			p.again()
		},
		"an older version": func(d mounted) {
			p := playOn(d)
			p.save()
			must(d.t, p.store.Close())
			p.library = NewLibrary(d.folder, cheap(), withLadder(oneStep()))
			store, err := p.library.Open(p.store.path)
			must(d.t, err)
			p.store = store.(*Store)
			p.save()
			p.again()
		},
	}
}

// oneStep is a ladder to a version that does not exist yet.
func oneStep() []migration {
	return []migration{func(*bbolt.Tx, string) error { return nil }}
}

func withLadder(ladder []migration) Option { return func(o *options) { o.ladder = ladder } }

// restoreAfterClose closes first, so that the copy is the newest.
func (p *play) restoreAfterClose() {
	p.again()
	p.restore()
	p.save()
}

// crash is a disk as a power cut may leave it, worked out from what was written down.
type crash struct {
	files map[int]*crashFile
	names map[string]int // durable
	todo  []operation    // on names, not yet durable
}

type crashFile struct {
	data []byte      // durable
	todo []operation // not yet durable
}

func newCrash() *crash { return &crash{files: map[int]*crashFile{}, names: map[string]int{}} }

// apply brings the disk one operation on.
func (c *crash) apply(op operation) {
	switch op.Kind {
	case opCreate:
		c.files[op.File] = &crashFile{data: []byte{}}
		c.todo = append(c.todo, op)
	case opRename, opRemove:
		c.todo = append(c.todo, op)
	case opWrite, opTruncate:
		f := c.files[op.File]
		f.todo = append(f.todo, op)
	case opSync:
		f := c.files[op.File]
		for _, op := range f.todo {
			f.data = applied(f.data, op)
		}
		f.todo = nil
	case opSyncFolder:
		var left []operation
		for _, name := range c.todo {
			if folderOf(name) == op.Name {
				applyName(c.names, name)
			} else {
				left = append(left, name)
			}
		}
		c.todo = left
	}
}

func folderOf(op operation) string {
	name := op.Name
	if op.Kind == opRename {
		name = op.To
	}
	return strings.TrimPrefix(filepath.Dir(name), ".")
}

func applied(data []byte, op operation) []byte {
	if op.Kind == opTruncate {
		return resize(data, op.At)
	}
	return writeAt(data, op.Data, op.At)
}

func applyName(names map[string]int, op operation) {
	switch op.Kind {
	case opCreate:
		names[op.Name] = op.File
	case opRename:
		delete(names, op.Name)
		names[op.To] = op.File
	case opRemove:
		delete(names, op.Name)
	}
}

// pieces are the unsynced operations of a file, its writes torn into sectors of that many bytes; 0 leaves them whole.
func (f *crashFile) pieces(sector int) (list []operation) {
	for _, op := range f.todo {
		if op.Kind != opWrite || sector == 0 {
			list = append(list, op)
			continue
		}
		for at := 0; at < len(op.Data); {
			end := min(len(op.Data), at+sector-int(op.At+int64(at))%sector)
			list = append(list, operation{Kind: opWrite, File: op.File, At: op.At + int64(at), Data: op.Data[at:end]})
			at = end
		}
	}
	return list
}

// image is the disk with those of the undone operations that keep chooses, of n.
func (c *crash) image(sector int, keep func(i, n int) bool, scratch map[string][]byte) map[string][]byte {
	names := maps.Clone(c.names)
	total := len(c.todo)
	pieces := map[int][]operation{}
	for id, f := range c.files {
		pieces[id] = f.pieces(sector)
		total += len(pieces[id])
	}
	i := 0
	for _, op := range c.todo {
		if keep(i, total) {
			applyName(names, op)
		}
		i++
	}
	image := map[string][]byte{}
	for id := 1; id <= len(c.files); id++ {
		f, data, first := c.files[id], []byte(nil), true
		for name, file := range names {
			if file != id {
				continue
			}
			if first {
				data = append(scratch[name][:0], f.data...)
				for k, op := range pieces[id] {
					if keep(i+k, total) {
						data = applied(data, op)
					}
				}
				first = false
			}
			scratch[name], image[name] = data, data
		}
		i += len(pieces[id])
	}
	return image
}

// undone is how many operations a power cut may lose.
func (c *crash) undone() int {
	n := len(c.todo)
	for _, f := range c.files {
		n += len(f.todo)
	}
	return n
}

// powerCuts counts what was found in the images of a log.
type powerCuts struct {
	images, opened, lost, unreadable int
	complaints                       []string
}

func (p *powerCuts) add(q powerCuts) {
	p.images, p.opened, p.lost, p.unreadable = p.images+q.images, p.opened+q.opened, p.lost+q.lost, p.unreadable+q.unreadable
	p.complaints = append(p.complaints, q.complaints...)
}

// cutPower judges images of every prefix of a log: nothing undone is kept, all of it, all but one, only one, random
// subsets, and torn writes; perPrefix of them at most, and each that differs in what it keeps. One image in sample is
// written to a real disk, opened by bbolt, and used.
func cutPower(t testing.TB, log []operation, perPrefix, sample int, random *rand.Rand) (found powerCuts) {
	t.Helper()
	j := newJudge(playPassphrase)
	j.ladder = oneStep()
	c := newCrash()
	now := note{Old: "none", New: "none"}
	scratch := map[string][]byte{}
	folder := t.TempDir()
	for at, op := range log {
		if op.Kind == opNote {
			must(t, json.Unmarshal(op.Data, &now))
		} else {
			c.apply(op)
		}
		trial := func(what string, sector int, keep func(i, n int) bool) {
			image := c.image(sector, keep, scratch)
			found.images++
			for name, data := range image {
				if strings.HasSuffix(name, ".new") {
					continue // it goes at the next opening
				}
				line, err := j.read(data, now.Code)
				switch {
				case err != nil && now.Code == "" && strings.Contains(err.Error(), "no secret"):
					if strings.HasPrefix(now.Old, "prepare") && beginning(log[at:]) {
						continue // Begin has not given its code yet
					}
					found.lost++
				case err != nil:
					found.unreadable++
				case filepath.Dir(name) == snapshotFolder:
					continue
				case line != now.Old && line != now.New:
					err = fmt.Errorf("holds %s, want %s or %s", line, now.Old, now.New)
					found.lost++
				}
				if err != nil && len(found.complaints) < 5 {
					found.complaints = append(found.complaints, fmt.Sprintf("operation %d, %s: %s: %v", at, what, name, err))
				}
			}
			if main := sessionIn(image); main == "" && now.Old != "none" && now.New != "none" {
				found.lost++
				if len(found.complaints) < 5 {
					found.complaints = append(found.complaints, fmt.Sprintf("operation %d, %s: there is no file", at, what))
				}
			} else if main != "" && found.images%sample == 0 {
				found.opened++
				if err := useImage(folder, image, now); err != nil {
					found.unreadable++
					found.complaints = append(found.complaints, fmt.Sprintf("operation %d, %s: used: %v", at, what, err))
				}
			}
		}
		none := func(int, int) bool { return false }
		n := c.undone()
		if n == 0 {
			trial("all is synced", 0, none)
			continue
		}
		budget := perPrefix
		if n < 6 && 1<<n <= budget {
			for set := range 1 << n {
				trial(fmt.Sprintf("set %b", set), 0, func(i, _ int) bool { return set>>i&1 == 1 })
			}
			budget -= 1 << n
		} else {
			trial("none", 0, none)
			trial("all", 0, func(int, int) bool { return true })
			budget -= 2
			for one := 0; one < n && budget > perPrefix/2; one++ {
				trial("all but one", 0, func(i, _ int) bool { return i != one })
				trial("only one", 0, func(i, _ int) bool { return i == one })
				budget -= 2
			}
		}
		for ; budget > 0; budget-- {
			share, seed := random.Float64(), random.Uint64()
			drawn := rand.New(rand.NewPCG(seed, 1))
			sector := []int{512, 4096, 512, 0}[budget%4]
			if sector == 0 && n < 6 {
				sector = 512
			}
			trial("torn", sector, func(int, int) bool { return drawn.Float64() < share })
		}
	}
	return found
}

// beginning says whether the next note is the one that acknowledges a Begin.
func beginning(rest []operation) bool {
	for _, op := range rest {
		var next note
		if op.Kind == opNote && json.Unmarshal(op.Data, &next) == nil && next.Old == next.New {
			return next.Code != ""
		}
	}
	return false
}

func sessionIn(image map[string][]byte) string {
	for name := range image {
		if filepath.Dir(name) == "." && filepath.Ext(name) == Extension {
			return name
		}
	}
	return ""
}

// useImage writes an image to a disk, opens it with the store, saves or accepts, closes, and reads it again.
func useImage(folder string, image map[string][]byte, now note) error {
	defer os.RemoveAll(folder)
	for name, data := range image {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return err
		}
	}
	l := NewLibrary(folder, cheap(), withLadder(oneStep()))
	list, err := l.Sessions()
	if err != nil || len(list) != 1 || list[0].Problem != nil {
		return fmt.Errorf("listed: %+v, %w", list, err)
	}
	if list[0].Path != filepath.Join(folder, sessionIn(image)) {
		return fmt.Errorf("listed: %s", list[0].Path)
	}
	opened, err := l.Open(list[0].Path)
	if err != nil {
		return err
	}
	store := opened.(*Store)
	defer store.Close()
	if store.Locked() {
		if err := store.Unlock(playPassphrase); err != nil {
			return err
		}
	}
	if store.NeedsResume() && now.Code != "" {
		if err := store.Resume(now.Code); err != nil {
			return err
		}
	}
	s, err := store.Load()
	if err != nil {
		return err
	}
	want := store.Responses()
	if s.State == workshop.Collect && !store.NeedsResume() {
		if _, err := store.Accept(storetest.NewResponse(999)); err != nil {
			return err
		}
		want++
	}
	s.Setup.Team += " and on"
	if err := store.Save(s); err != nil {
		return err
	}
	if err := store.Close(); err != nil {
		return err
	}
	again, err := l.Open(store.path)
	if err != nil {
		return err
	}
	defer again.Close()
	if again.Responses() != want {
		return fmt.Errorf("%d responses, want %d", again.Responses(), want)
	}
	return nil
}

// recordPlay runs a program on a recording disk.
func recordPlay(t testing.TB, run func(d mounted)) []operation {
	t.Helper()
	d := mountDisk(t)
	d.tell("record")
	run(d)
	return d.log()
}
