package receipt_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/receipt"
	"exceed/workshop/sealed"
	"exceed/workshop/storetest"
)

const passphrase = "correct horse battery staple"

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func create(t *testing.T, s *workshop.Session) *bolt.Store {
	t.Helper()
	store, err := bolt.CreateAt(filepath.Join(t.TempDir(), "session.exceed"), s, bolt.WithCost(sealed.Cost{Time: 1, Memory: 64, Threads: 1}))
	must(t, err)
	t.Cleanup(func() { store.Close() })
	return store
}

// want says which codes a file's receipt has, and which not.
func want(t *testing.T, path, passphrase string, ok bool, has, lacks []string) {
	t.Helper()
	r, err := receipt.Of(t.Context(), path, passphrase, assets.WordsFor(workshop.English))
	must(t, err)
	var codes []string
	for _, f := range r.Findings {
		codes = append(codes, f.Code)
	}
	if r.OK != ok {
		t.Errorf("OK is %v with %v", r.OK, codes)
	}
	for _, code := range has {
		if !slices.Contains(codes, code) {
			t.Errorf("%q is missing in %v", code, codes)
		}
	}
	for _, code := range lacks {
		if slices.Contains(codes, code) {
			t.Errorf("%q is among %v", code, codes)
		}
	}
}

func TestReceiptFromPrepareToReveal(t *testing.T) {
	s := storetest.Ready(0)
	s.Setup.VoicesThreshold = workshop.MinVoicesThreshold
	store := create(t, s)
	want(t, store.Path(), "", true, []string{"sound", "nobody_yet"}, []string{"box", "cannot_tell"})
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if r, err := receipt.Of(over, store.Path(), "", assets.WordsFor(workshop.English)); !errors.Is(err, context.Canceled) || len(r.Findings) > 0 {
		t.Errorf("a cancelled receipt: %v, %v", r, err)
	}

	s.State = workshop.Collect
	_, err := store.Begin(s, passphrase)
	must(t, err)
	for i := range 6 {
		_, err := store.Accept(storetest.NewResponse(i))
		must(t, err)
	}
	must(t, store.Save(s))
	want(t, store.Path(), "", true, []string{"sound", "box", "cannot_tell", "locked"}, []string{"box_odd", "no_responses", "unlocked"})

	lent := filepath.Join(t.TempDir(), "collector.exceed")
	must(t, store.MakeCollector(t.Context(), lent))
	want(t, lent, "", true, []string{"sound", "collector"}, []string{"collector_opens", "box"})

	s.State = workshop.Sealed
	must(t, store.Save(s))
	must(t, store.Reveal(passphrase, func(responses []workshop.Response) (*workshop.Session, error) {
		next := s.Clone()
		return next, next.Count(responses)
	}))
	want(t, store.Path(), "", true, []string{"no_responses", "content_unread", "locked"}, []string{"thresholds", "older_left"})
	want(t, store.Path(), passphrase, true, []string{"no_responses", "thresholds", "cannot_tell"}, []string{"content_unread", "hidden_gone"})

	room, err := workshop.Enter(store)
	must(t, err)
	must(t, room.Change("voice_hide", func(s *workshop.Session) error { return s.HideVoice(1, true) }))
	want(t, store.Path(), passphrase, true, []string{"hidden_gone"}, []string{"hidden_words", "older_left"})
}

// What should not be so is a fault: words that are hidden and still there, and figures from too few.
func TestReceiptFindsFaults(t *testing.T) {
	s := storetest.Ready(0)
	s.State, s.Setup.VoicesThreshold = workshop.Sealed, workshop.MinVoicesThreshold
	responses := make([]workshop.Response, 6)
	for i := range responses {
		responses[i] = storetest.NewResponse(i)
	}
	must(t, s.Count(responses))
	hidden := s.Clone()
	hidden.Voices[0].Hidden = true
	want(t, create(t, hidden).Path(), "", false, []string{"hidden_words"}, []string{"hidden_gone", "cannot_tell"})

	few := s.Clone()
	few.Setup.VoicesThreshold = 7
	want(t, create(t, few).Path(), "", false, []string{"small_cells"}, []string{"thresholds"})

	early := s.Clone()
	early.State = workshop.Prepare
	want(t, create(t, early).Path(), "", false, []string{"too_early"}, nil)
}

// The receipt of a session tells of the round at the kiosk beside it, and the box of the round has one of its own.
func TestReceiptOfPolls(t *testing.T) {
	s := storetest.Ready(0)
	s.State = workshop.Sealed
	responses := make([]workshop.Response, 6)
	for i := range responses {
		responses[i] = storetest.NewResponse(i)
	}
	must(t, s.Count(responses))
	s.State = workshop.Prioritise
	store := create(t, s)
	room, err := workshop.Enter(store)
	must(t, err)
	want(t, store.Path(), "", true, []string{"no_responses"}, []string{"poll_open", "poll_missing"})
	_, err = room.OpenPoll(storetest.PollID(0), workshop.DotsPoll, workshop.Date{}, "")
	must(t, err)
	for range 5 {
		_, err := room.AcceptBallot(workshop.Ballot{3, 0, 0, 0})
		must(t, err)
	}
	want(t, store.Path(), "", true, []string{"poll_open", "no_responses", "cannot_tell"}, []string{"poll_left", "small_cells"})
	want(t, store.Path()+".poll", "", true, []string{"poll_box", "box", "unlocked"}, []string{"poll_open", "no_responses"})
	open := room.Session().Clone()
	must(t, room.CountPoll(""))
	want(t, store.Path(), "", true, []string{"thresholds"}, []string{"poll_open", "poll_left", "poll_missing"})

	counted := room.Session().Clone()
	must(t, store.Save(open))
	want(t, store.Path(), "", true, []string{"poll_missing"}, nil)
	for name, spoil := range map[string]func(*workshop.Poll){
		"few":                 func(p *workshop.Poll) { p.Responses = 4 },
		"told before counted": func(p *workshop.Poll) { p.Counted = false },
		"half suppressed":     func(p *workshop.Poll) { p.Counts[0] = workshop.PollCount{Suppressed: true, Dots: 1} },
		"a pulse of one":      func(p *workshop.Poll) { p.Kind, p.Counts[0] = workshop.PulsePoll, workshop.PollCount{Seen: 1} },
	} {
		spoilt := counted.Clone()
		spoil(&spoilt.Polls[0])
		must(t, store.Save(spoilt))
		t.Run(name, func(t *testing.T) { want(t, store.Path(), "", false, []string{"small_cells"}, nil) })
	}

	must(t, store.Save(counted))
	asked := storetest.Ready(9)
	asked.State = workshop.Collect
	_, err = store.BeginPoll(asked, "")
	must(t, err)
	want(t, store.Path(), "", true, []string{"poll_left"}, []string{"poll_open"})
}
