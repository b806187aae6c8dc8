package attack_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"exceed/workshop"
	"exceed/workshop/attack"
	"exceed/workshop/bolt"
	"exceed/workshop/sealed"
	"exceed/workshop/storetest"
)

// ballotOf is the i-th of the 20 ways to spread three dots over four themes, so that each person's ballot is theirs alone.
func ballotOf(i int) workshop.Ballot {
	for a := range 4 {
		for b := a; b < 4; b++ {
			for c := b; c < 4; c++ {
				if i--; i < 0 {
					ballot := make(workshop.Ballot, 4)
					ballot[a]++
					ballot[b]++
					ballot[c]++
					return ballot
				}
			}
		}
	}
	panic("there are 20 ballots")
}

// voter is whose ballot a payload of the box is.
func voter(t testing.TB, payload []byte) int {
	t.Helper()
	r, err := workshop.DecodeResponse(payload, storetest.Ready(0).Themes)
	must(t, err)
	for i := range 20 {
		same := true
		for j, n := range ballotOf(i) {
			same = same && r.Points[j] == float64(n)
		}
		if same {
			return i
		}
	}
	t.Fatal("nobody's ballot")
	return -1
}

// polling is the room of a revealed session with an open poll, and what opens its outer layer.
func polling(t testing.TB) (r *workshop.Room, secret sealed.Secret) {
	t.Helper()
	s := storetest.Ready(0)
	s.ID, s.State = newID(), workshop.Prioritise
	store, err := bolt.CreateAt(filepath.Join(t.TempDir(), "session.exceed"), s, cheap())
	must(t, err)
	t.Cleanup(func() { store.Close() })
	r, err = workshop.Enter(store)
	must(t, err)
	code, err := r.OpenPoll(newID(), workshop.DotsPoll, workshop.Date{}, "")
	must(t, err)
	secret, err = sealed.ParseCode(code)
	must(t, err)
	return r, secret
}

// Who answered a poll last, and in which order, cannot be read from its file by somebody with every key, also where the
// session was saved in between. Control: the same attack on a plain file names the last person.
func TestOrderInAPoll(t *testing.T) {
	for _, n := range []int{5, 20} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			sessions := attack.Size(5, 1000)
			var asked, control attack.Guesses
			attacked := func(session int) {
				r, secret := polling(t)
				path := r.Store().Path()
				for i := range n {
					_, err := r.AcceptBallot(ballotOf(i))
					must(t, err)
					if session%2 == 1 && i%4 == 3 {
						must(t, r.Change("setup", func(s *workshop.Session) error { s.Setup.Team += "."; return nil }))
					}
				}
				box, err := r.Poll()
				must(t, err)
				must(t, r.Store().Save(r.Session()))
				must(t, r.Store().Close()) // and with it the second write of the last ballot
				file, err := os.ReadFile(path + ".poll")
				must(t, err)
				keys := attack.Keys{Session: box.ID(), Secret: secret, Private: privateKey(t, file)}
				all := boxGenerations(t, file, keys, func(payload []byte) []int { return []int{voter(t, payload)} })
				if len(all) == 0 || len(all[0]) != n {
					t.Fatalf("the attack with all keys reads %v of %d ballots", all, n)
				}
				asked.Add(attack.GuessOrder(n, all))
				os.RemoveAll(filepath.Dir(path))
			}
			for session := range sessions {
				attacked(session)
			}
			if sessions < 100 && beyondChance(&asked) { // as in TestOrderInTheFile
				for session := range 4 * sessions {
					attacked(session)
				}
			}
			for range attack.Size(20, 200) {
				control.Add(attack.GuessOrder(n, plainOrder(t, n, false)))
			}
			share, _, _ := control.Last()
			if share < 0.7 {
				t.Errorf("control: the last person is named in %.0f %%", share*100)
			}
			judge(t, fmt.Sprintf("order in a poll's file, all keys, n = %d", n), &asked, fmt.Sprintf("last named %.0f %%", share*100))
		})
	}
}

// A copy of the poll's file after each ballot tells nothing once the poll is counted: its file and the session's hold no
// key to it, whoever knows the passphrase. Control: the resume code opens each copy, as long as somebody has it.
func TestCopiesOfAPoll(t *testing.T) {
	r, secret := polling(t)
	path := r.Store().Path()
	box, err := r.Poll()
	must(t, err)
	var copies [][]byte
	for i := range 5 {
		_, err := r.AcceptBallot(ballotOf(i))
		must(t, err)
		file, err := os.ReadFile(path + ".poll")
		must(t, err)
		copies = append(copies, file)
	}
	private := privateKey(t, copies[4])
	opened := func(secret sealed.Secret) (n int) {
		for _, file := range copies {
			states, err := attack.Values(file, t.TempDir(), func(key []byte) bool { return string(key) == "box" })
			must(t, err)
			for _, values := range states {
				for _, value := range values {
					payloads, err := attack.Keys{Session: box.ID(), Secret: secret, Private: private}.Open(value)
					must(t, err)
					n += len(payloads)
				}
			}
		}
		return n
	}
	if opened(secret) == 0 {
		t.Error("control: the copies do not open with every key")
	}
	must(t, r.CountPoll(""))
	if n := opened(sealed.NewSecret()); n != 0 {
		t.Errorf("%d ballots open without the code", n)
	}
	if _, err := os.Stat(path + ".poll"); !os.IsNotExist(err) {
		t.Errorf("the box is still there: %v", err)
	}
}
