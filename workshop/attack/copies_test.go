package attack_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"exceed/workshop"
	"exceed/workshop/attack"
	"exceed/workshop/bolt"
	"exceed/workshop/sealed"
)

// A sync or a backup may copy the file after each response. After the reveal the passphrase opens the private key in every
// copy, but no copy's box: its outer key is gone. Nor do two boxes share a block. Controls: the same attack reads every
// copy where somebody kept the outer key, and finds the blocks of a box that was not encrypted anew.
func TestCopiesBetweenEntries(t *testing.T) {
	sessions, n := attack.Size(1, 25), attack.Size(5, 20)
	opened, kept, blocks, repeated, copies := 0, 0, 0, 0, 0
	for range sessions {
		store, s, secret := begun(t, passphrase)
		var boxes [][]byte
		var files [][]byte
		for i := range n {
			_, err := store.Accept(person(i))
			must(t, err)
			must(t, store.Save(s)) // waits for the second write
			file, err := os.ReadFile(store.Path())
			must(t, err)
			files = append(files, file)
			boxes = append(boxes, box(t, file))
		}
		reveal(t, store, s, passphrase)
		must(t, store.Close())
		for i, file := range files {
			copies++
			private, err := sealed.Unwrap(keysOf(t, file).Private, passphrase, sealed.Place{Session: s.ID, Name: "private"})
			must(t, err)
			if err := goOn(t, file, ""); !errors.Is(err, workshop.ErrNeedResumeCode) && !errors.Is(err, workshop.ErrWrongKey) {
				t.Errorf("the program itself goes on with a copy: %v", err)
			}
			keys := attack.Keys{Session: s.ID, Private: private}
			for _, guess := range []sealed.Secret{{}, sealed.Secret(private[:16]), sealed.Secret(private[16:])} {
				keys.Secret = guess
				payloads, err := keys.Open(boxes[i])
				must(t, err)
				opened += len(payloads)
			}
			for _, skip := range []int{0, 32, 44, 60} { // slots that lie open
				payloads, err := keys.Slots(boxes[i][skip:])
				must(t, err)
				opened += len(payloads)
			}
			keys.Secret = secret
			payloads, err := keys.Open(boxes[i])
			must(t, err)
			kept += len(payloads)
		}
		if want := n * (n + 1) / 2; kept%want != 0 || kept == 0 {
			t.Errorf("control: with the outer key the copies give %d responses, want %d", kept, want)
		}
		blocks += equalBlocks(boxes)
		repeated += equalBlocks([][]byte{boxes[0], append([]byte("shifted"), boxes[0]...)})
	}
	if opened > 0 || blocks > 0 {
		t.Errorf("%d responses open, %d blocks are equal", opened, blocks)
	}
	if repeated == 0 {
		t.Error("control: the blocks of one box are not found in itself")
	}
	attack.Report(t, attack.Line{
		Channel: "copies between entries, passphrase known", Tried: fmt.Sprintf("%d copies of %d sessions", copies, sessions),
		Result: fmt.Sprintf("%d decryptions, %d equal blocks of 16 bytes at any offset", opened, blocks), Target: "0, 0",
		Control: fmt.Sprintf("outer key kept: %d responses read; same box: %d blocks", kept, repeated),
	})
}

// goOn lets the program itself take up collecting on a copy, and answer.
func goOn(t *testing.T, file []byte, code string) error {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.exceed")
	must(t, os.WriteFile(path, file, 0o600))
	store, err := bolt.OpenFile(path, cheap())
	if err != nil {
		return err
	}
	defer store.Close()
	if err := store.Resume(code); err != nil {
		return err
	}
	_, err = store.Accept(person(0))
	return err
}

// box is the value of the box in a file.
func box(t testing.TB, file []byte) []byte {
	t.Helper()
	states, err := attack.Values(file, t.TempDir(), func(key []byte) bool { return string(key) == "box" })
	must(t, err)
	return states[0][0]
}

// equalBlocks counts the blocks of 16 bytes of each box that stand anywhere in a later one.
func equalBlocks(boxes [][]byte) int {
	seen := map[[16]byte]bool{}
	equal := 0
	for _, b := range boxes {
		for at := 0; at+16 <= len(b); at++ {
			if seen[[16]byte(b[at:])] {
				equal++
			}
		}
		for at := 0; at+16 <= len(b); at += 16 {
			seen[[16]byte(b[at:])] = true
		}
	}
	return equal
}
