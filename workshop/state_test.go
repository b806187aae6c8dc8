package workshop

import (
	"errors"
	"fmt"
	"testing"
)

// The whole matrix: from each state to each other, below and at the threshold.
func TestMoves(t *testing.T) {
	const threshold = 5
	legal := map[[2]State]bool{
		{Prepare, Collect}: true, {Collect, Prepare}: true,
		{Collect, Sealed}:    true,
		{Reveal, Prioritise}: true, {Prioritise, Reveal}: true,
		{Prioritise, Planning}: true, {Planning, Prioritise}: true,
		{Planning, Closed}: true, {Closed, Planning}: true,
		{Closed, FollowUp}: true, {FollowUp, Closed}: true,
	}
	states := append(States(), "", "nowhere")
	for _, responses := range []int{0, threshold - 1, threshold, 40} {
		for _, from := range states {
			for _, to := range states {
				var want error
				switch {
				case from == Sealed && to == Collect:
					if responses >= threshold {
						want = ErrEnoughToReveal
					}
				case from == Sealed && to == Reveal:
					if responses < threshold {
						want = ErrBelowThreshold
					}
				case !legal[[2]State{from, to}]:
					want = ErrIllegalMove
				}
				if got := CanMove(from, to, responses, threshold); !errors.Is(got, want) {
					t.Errorf("%q to %q with %d responses: %v, want %v", from, to, responses, got, want)
				}
			}
		}
	}
}

func TestStates(t *testing.T) {
	seen := fmt.Sprint(States())
	if want := "[prepare collect sealed reveal prioritise plan closed follow-up]"; seen != want {
		t.Errorf("states %v, want %v", seen, want)
	}
	for i, s := range States() {
		if s.Index() != i || !s.Valid() {
			t.Errorf("%q stands at %d", s, s.Index())
		}
		if s.Revealed() != (i >= 3) || s.Collecting() != (s == Collect || s == Sealed) {
			t.Errorf("%q: revealed %v, collecting %v", s, s.Revealed(), s.Collecting())
		}
		next, ok := s.Next()
		if ok != (i < len(States())-1) || ok && next.Index() != i+1 {
			t.Errorf("after %q comes %q, %v", s, next, ok)
		}
	}
	if s := State("nowhere"); s.Valid() || s.Revealed() {
		t.Error("a state that is none")
	}
	if _, ok := State("nowhere").Next(); ok {
		t.Error("something follows a state that is none")
	}
}
