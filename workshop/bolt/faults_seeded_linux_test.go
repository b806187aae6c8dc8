package bolt

import (
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"exceed/workshop"
	"exceed/workshop/storetest"
)

// A campaign that finds nothing proves something only if it finds what is there. Each of these tests makes a mistake on
// purpose and shows that it is noticed.

func cuts(t *testing.T, log []operation) powerCuts {
	t.Helper()
	return cutPower(t, log, 12, 1<<30, rand.New(rand.NewPCG(1, 1)))
}

func accepting(d mounted) {
	p := playOn(d)
	p.begin()
	p.accept(6)
	p.save()
}

// One sync is left out: the last before a response is thanked for.
func TestCampaignNoticesADroppedSync(t *testing.T) {
	log := recordPlay(t, accepting)
	if found := cuts(t, log); found.lost+found.unreadable > 0 {
		t.Fatalf("control: %+v", found)
	}
	thanked, last, wrong := 0, -1, []operation(nil)
	for i, op := range log {
		var n note
		switch {
		case op.Kind == opSync:
			last = i
		case op.Kind == opNote && json.Unmarshal(op.Data, &n) == nil && n.Old == n.New && strings.HasSuffix(n.New, " 003"):
			thanked = last
		}
	}
	for i, op := range log {
		if i != thanked {
			wrong = append(wrong, op)
		}
	}
	if len(wrong) != len(log)-1 {
		t.Fatal("no sync was left out")
	}
	if found := cuts(t, wrong); found.lost+found.unreadable == 0 { // which of them depends on where the pages fell
		t.Errorf("not noticed: %+v", found)
	}
}

// The new file gets its name before it is synced.
func TestCampaignNoticesARenameBeforeTheSync(t *testing.T) {
	log := recordPlay(t, func(d mounted) {
		p := playOn(d)
		p.save()
		p.begin()
		p.accept(5)
		p.reveal()
	})
	var wrong []operation
	moved := 0
	for _, op := range log {
		if op.Kind == opRename && filepath.Dir(op.Name) == "." {
			for i := len(wrong) - 1; i >= 0; i-- { // to before the first sync of this file
				if wrong[i].Kind == opCreate && wrong[i].File == op.File {
					for k := i; k < len(wrong); k++ {
						if wrong[k].Kind == opSync && wrong[k].File == op.File {
							wrong = append(wrong[:k:k], wrong[k+1:]...) // none of the new file is synced before
							k--
						}
					}
					moved++
					break
				}
			}
			wrong = append(wrong, op)
			continue
		}
		if op.Kind == opSyncFolder { // and the file only after its name
			wrong = append(wrong, op)
			continue
		}
		wrong = append(wrong, op)
	}
	if moved == 0 {
		t.Fatal("no rename was moved")
	}
	if found := cuts(t, wrong); found.lost+found.unreadable == 0 {
		t.Errorf("not noticed: %+v", found)
	}
}

// lyingKeyring keeps what it should delete.
type lyingKeyring struct{ *fakeKeyring }

func (lyingKeyring) Delete(string) error { return nil }

// The key of the box outlives the reveal: a copy from collecting then opens with it and the passphrase.
func TestCampaignNoticesAKeptKey(t *testing.T) {
	opens := func(k Keyring, secrets map[string]string) bool {
		store, s, _ := collecting(t, 5, playPassphrase, WithKeyring(k))
		copied := raw(t, store)
		must(t, store.Reveal(playPassphrase, withVoices(s)))
		must(t, store.Close())
		line, err := newJudge(playPassphrase).read(copied, secrets[s.ID])
		return err == nil && strings.HasSuffix(line, people("box", 0, 5))
	}
	honest, lying := newFakeKeyring(), newFakeKeyring()
	if opens(honest, honest.secrets) {
		t.Error("a copy from collecting opens after the reveal")
	}
	if !opens(lyingKeyring{lying}, lying.secrets) {
		t.Error("a key that was kept is not noticed")
	}
}

// Every second transaction of an Accept is skipped: then the box as it was before is left in the file.
func TestCampaignNoticesASingleWrite(t *testing.T) {
	left := func(skip bool) int {
		store, _, _ := collecting(t, 5, "")
		store.settle()
		older := boxPages(t, raw(t, store))
		writes := 0
		update := store.options.system.update
		store.options.system.update = func(db *bbolt.DB, change func(*bbolt.Tx) error) error {
			if writes++; skip && writes == 2 {
				return nil
			}
			return update(db, change)
		}
		_, err := store.Accept(storetest.NewResponse(5))
		must(t, err)
		now := raw(t, store)
		store.options.system.update = update
		return remaining(older, now)
	}
	if n := left(false); n > 0 {
		t.Errorf("control: %d pages of the older box are left", n)
	}
	if n := left(true); n == 0 {
		t.Error("a single write is not noticed")
	}
}

// A folder that does not sync: the reveal is done, says so, and keeps the key until the name is durable.
func TestRevealWithoutTheFolder(t *testing.T) {
	broken := false
	keyring := newFakeKeyring()
	store, s, _ := collecting(t, 5, playPassphrase, WithKeyring(keyring), func(o *options) {
		o.system.syncFolder = func(name string) error {
			if broken {
				return errNoAnswer
			}
			return syncFolder(name)
		}
	})
	broken = true
	wantErr(t, "reveal", store.Reveal(playPassphrase, withVoices(s)), workshop.ErrUnconfirmed)
	if len(keyring.secrets) != 1 {
		t.Error("the key is gone, although a power cut may bring the box back")
	}
	next, err := store.Load()
	must(t, err)
	if next.State != workshop.Reveal || len(next.Voices) != 5 || store.Responses() != 0 {
		t.Errorf("the session is in %s with %d voices", next.State, len(next.Voices))
	}
	wantErr(t, "a second reveal", store.Reveal(playPassphrase, withVoices(s)), workshop.ErrAlreadyRevealed)
	wantErr(t, "saving the session of before", store.Save(s), workshop.ErrAlreadyRevealed)
	wantErr(t, "saving", store.Save(next), workshop.ErrNotSaved)
	broken = false
	must(t, store.Save(next))
	must(t, store.Close())
	store, err = OpenFile(store.path, cheap(), WithKeyring(keyring))
	must(t, err)
	defer store.Close()
	if len(keyring.secrets) != 0 || store.keys.Forget {
		t.Error("the key outlives the reveal")
	}
}
