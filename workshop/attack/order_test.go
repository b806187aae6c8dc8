package attack_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"testing"

	"exceed/workshop/attack"
)

type boxKeys struct {
	Private []byte `json:"private"`
}

func keysOf(t testing.TB, file []byte) (k boxKeys) {
	t.Helper()
	states, err := attack.Values(file, t.TempDir(), func(key []byte) bool { return string(key) == "keys" })
	must(t, err)
	const tag = 32
	must(t, json.Unmarshal(states[0][0][tag:], &k))
	return k
}

// boxGenerations are the states of the box that a sealed file gives away to somebody who has every key; who tells whose
// a payload is.
func boxGenerations(t testing.TB, file []byte, keys attack.Keys, who func(payload []byte) []int) []attack.Generation {
	t.Helper()
	states, err := attack.Values(file, t.TempDir(), func(key []byte) bool { return string(key) == "box" })
	must(t, err)
	var all []attack.Generation
	for _, values := range states {
		for _, value := range values {
			payloads, err := keys.Open(value)
			must(t, err)
			var g attack.Generation
			for _, p := range payloads {
				g = append(g, who(p)...)
			}
			all = append(all, g)
		}
	}
	return all
}

// Who answered last, and in which order, cannot be read from a file: neither while it collects, by somebody with every
// key, nor after the reveal. Controls: the same attack on a plain file names the last person, and, with a reader left open
// while people answered, the whole order.
func TestOrderInTheFile(t *testing.T) {
	for _, n := range []int{5, 8, 20, 40} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			sessions := attack.Size(5, 1000)
			var collecting, revealed, control, open attack.Guesses
			attacked := func(session int) {
				store, s, secret := begun(t, "")
				for i := range n {
					_, err := store.Accept(person(i))
					must(t, err)
					if session%2 == 1 && i%4 == 3 { // settings saved in between
						must(t, store.Save(s))
					}
				}
				must(t, store.Save(s))
				file, err := os.ReadFile(store.Path())
				must(t, err)
				states := boxGenerations(t, file, attack.Keys{Session: s.ID, Secret: secret, Private: privateKey(t, file)}, who)
				if len(states) == 0 || len(states[0]) != n {
					t.Fatalf("the attack with all keys reads %v of %d responses", states, n)
				}
				collecting.Add(attack.GuessOrder(n, states))

				reveal(t, store, s, "")
				if file, err = os.ReadFile(store.Path()); err != nil {
					t.Fatal(err)
				}
				states = []attack.Generation{who(file)}
				if len(states[0]) != n {
					t.Fatalf("the attack reads %d of %d voices", len(states[0]), n)
				}
				revealed.Add(attack.GuessOrder(n, states))
				must(t, store.Close())
				os.Remove(store.Path())
			}
			for session := range sessions {
				attacked(session)
			}
			// Two lucky guesses in five sessions lie beyond any number of standard errors: the short form looks at five times
			// as many sessions before it judges, by the same bound. The campaign judges what it has.
			if sessions < 100 && (beyondChance(&collecting) || beyondChance(&revealed)) {
				for session := range 4 * sessions {
					attacked(session)
				}
			}
			for range attack.Size(20, 200) {
				control.Add(attack.GuessOrder(n, plainOrder(t, n, false)))
				open.Add(attack.GuessOrder(n, plainOrder(t, n, true)))
			}
			share, _, _ := control.Last()
			tau, _ := open.MeanTau()
			if share < 0.7 || tau < 0.7 {
				t.Errorf("control: the last person is named in %.0f %%, τ is %.2f", share*100, tau)
			}
			said := fmt.Sprintf("last named %.0f %%; τ %.2f", share*100, tau)
			judge(t, fmt.Sprintf("order in the file, collecting, all keys, n = %d", n), &collecting, said)
			judge(t, fmt.Sprintf("order in the file, revealed, n = %d", n), &revealed, said)
		})
	}
}

func plainOrder(t testing.TB, n int, reader bool) []attack.Generation {
	t.Helper()
	p := newPlain(t)
	if reader {
		tx, err := p.db.Begin(false)
		must(t, err)
		defer tx.Rollback()
	}
	for i := range n {
		p.accept(t, person(i))
	}
	defer os.Remove(p.path)
	return p.generations(t)
}

// beyondChance says whether guesses tell more than chance does.
func beyondChance(g *attack.Guesses) bool {
	tau, tauError := g.MeanTau()
	share, chance, shareError := g.Last()
	return math.Abs(tau) >= attack.Errors()*tauError || share > chance+attack.Errors()*shareError
}

// judge holds guesses to chance.
func judge(t *testing.T, channel string, g *attack.Guesses, control string) {
	t.Helper()
	tau, tauError := g.MeanTau()
	share, chance, shareError := g.Last()
	if beyondChance(g) {
		t.Errorf("%s: τ %.4f ± %.4f, last named %.3f, chance %.3f ± %.4f", channel, tau, tauError, share, chance, shareError)
	}
	attack.Report(t, attack.Line{
		Channel: channel, Tried: fmt.Sprintf("%d sessions", g.Sessions),
		Result:  fmt.Sprintf("τ %+.4f (s.e. %.4f); last named %.1f %%", tau, tauError, share*100),
		Target:  fmt.Sprintf("|τ| < %.4f; last ≤ %.1f %%", 3*tauError, (chance+3*shareError)*100),
		Control: control,
	})
}
