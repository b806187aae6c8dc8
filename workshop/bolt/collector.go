package bolt

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"

	"exceed/workshop"
	"exceed/workshop/sealed"
)

// A collector file holds the id and the questions of a session and the public keys of its box. Begin draws the collector's
// own id, so that each copy of the file that is begun is one of its own, and a box with a secret of its own, for that
// laptop's keyring. At the end the secret is handed over, sealed to the session's box, and destroyed. From then on the
// collector's box opens for the session's box only, as long as that collects.

var _ workshop.Collector = (*Store)(nil)

// collectorKeys are what a collector file has of the session's box, and its own.
type collectorKeys struct {
	Public     []byte `json:"public"`
	Merge      []byte `json:"merge"`
	ID         string `json:"id,omitempty"`          // from its beginning on
	HandedOver []byte `json:"handed_over,omitempty"` // once it has ended
}

// begun are the keys of a collector that begins.
func (k keys) begun() keys {
	id := make([]byte, 16)
	_, _ = rand.Read(id) // never fails (crypto/rand)
	c := *k.Collector
	c.ID = hex.EncodeToString(id)
	return keys{Protected: k.Protected, Public: c.Public, Collector: &c}
}

// boxPlace is where the box of a session, or of one of its collectors, belongs.
func (k keys) boxPlace(session string) sealed.Place {
	if k.Collector != nil {
		return sealed.Place{Session: session, Name: boxValue + " " + k.Collector.ID}
	}
	return sealed.Place{Session: session, Name: boxValue}
}

// keyringID is under which the keyring holds the secret of the box.
func (k keys) keyringID(session string) string {
	if k.Collector != nil {
		return session + " " + k.Collector.ID
	}
	return session
}

// Collects says whether this is a collector file.
func (s *Store) Collects() bool { return s.keys.Collector != nil }

// ended says whether this is a collector file that takes no more responses.
func (s *Store) ended() bool { return s.Collects() && s.keys.Collector.HandedOver != nil }

// MakeCollector writes a collector file. See workshop.Collector.
func (s *Store) MakeCollector(ctx context.Context, path string) error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case s.Collects():
		return workshop.ErrCollectorOnly
	case s.sum.State != workshop.Collect || !s.hasBox():
		return workshop.ErrNotCollecting
	case s.box == nil:
		return workshop.ErrNeedResumeCode
	}
	session, err := s.Load()
	if err != nil {
		return err
	}
	merge, err := s.box.MergeKey()
	if err != nil {
		return refuseSave(path, err)
	}
	lent := Store{path: path, options: s.options, id: s.id, keys: keys{
		Protected: s.keys.Protected, Collector: &collectorKeys{Public: s.keys.Public, Merge: merge},
	}}
	framed, err := lent.framed(session.ForCollector(), nil, 0)
	if err != nil {
		return refuseSave(path, err)
	}
	return createNew(ctx, path, s.id, framed, s.options)
}

// end saves the session of a collector that is sealed. It hands the box over and forgets its secret, for good.
func (s *Store) end(session *workshop.Session) error {
	switch {
	case session.State != workshop.Sealed:
		return workshop.ErrCollectorOnly
	case s.ended():
		return nil
	case !s.hasBox():
		return workshop.ErrNotCollecting
	case s.box == nil:
		return workshop.ErrNeedResumeCode
	}
	s.settle()
	if err := s.freshen(); err != nil {
		return err
	}
	document, err := s.encode(session, nil)
	if err != nil {
		return refuseSave(s.path, err)
	}
	k, c := s.keys, *s.keys.Collector
	if c.HandedOver, err = s.box.HandOver(c.Merge); err != nil {
		return refuseSave(s.path, err)
	}
	k.Collector, k.Keyring, k.Forget = &c, false, k.Keyring
	text, err := json.Marshal(k)
	if err != nil {
		return refuseSave(s.path, err)
	}
	sum := summaryOf(session, s.Responses(), k)
	if err := s.commit(map[string][]byte{documentName: document, keysValue: text}, sum); err != nil {
		return err
	}
	s.keys, s.document = k, document
	s.wipeBox()
	s.forgetSecret()
	return nil
}

// Merge takes the responses of a collector file into the box. See workshop.Collector.
func (s *Store) Merge(ctx context.Context, path string) (count int, err error) {
	switch {
	case s.closed:
		return 0, workshop.ErrClosed
	case s.Collects():
		return 0, workshop.ErrCollectorOnly
	case s.sum.State.Revealed():
		return 0, workshop.ErrAlreadyRevealed
	case !s.hasBox():
		return 0, workshop.ErrNotCollecting
	case s.box == nil:
		return s.Responses(), workshop.ErrNeedResumeCode
	}
	s.settle()
	collector, value, err := s.readCollector(path)
	if err != nil {
		return s.Responses(), err
	}
	next, err := s.box.Merged(collector.boxPlace(s.id), collector.Collector.HandedOver, value)
	switch {
	case errors.Is(err, sealed.ErrFull):
		return s.Responses(), workshop.ErrBoxFull.With("count", s.box.Len())
	case err != nil:
		return s.Responses(), refuse(path, damaged("%v", err))
	}
	if ctx.Err() != nil {
		next.Wipe()
		return s.Responses(), ctx.Err()
	}
	before, sum := s.keys, s.sum
	s.keys.Merged = append(slices.Clone(before.Merged), collector.Collector.ID)
	s.sum.Responses = next.Len()
	err = s.replace(s.everything(s.frameBox(next)))
	if !workshop.Kept(err) {
		s.keys, s.sum = before, sum
		next.Wipe()
		return s.Responses(), err
	}
	s.box.Wipe()
	s.box, s.places, s.stale = next, [2]pageID{}, true
	if err == nil {
		_ = s.freshen() // or before the next response
	}
	return s.Responses(), err
}

// readCollector reads a collector file that belongs to this session, has ended and was not merged before.
func (s *Store) readCollector(path string) (k keys, box []byte, err error) {
	c, err := (&Store{path: path, options: s.options}).check()
	if err != nil {
		return k, nil, refuse(path, err)
	}
	if json.Unmarshal(c.values[keysValue], &k) != nil {
		return k, nil, refuse(path, damaged("the keys are not JSON"))
	}
	var asked workshop.Session
	if json.Unmarshal(c.values[documentName], &asked) != nil && k.Collector != nil {
		return k, nil, refuse(path, damaged("the document is no session"))
	}
	mine, err := s.Load()
	if err != nil {
		return k, nil, err
	}
	var refusal *workshop.Refusal
	switch {
	case k.Collector == nil:
		refusal = workshop.ErrNoCollector
	case c.id != s.id || !slices.Equal(k.Collector.Public, s.keys.Public):
		refusal = workshop.ErrOtherSession
	case k.Collector.HandedOver == nil:
		refusal = workshop.ErrCollectorOpen
	case slices.Contains(s.keys.Merged, k.Collector.ID):
		refusal = workshop.ErrAlreadyMerged
	case !mine.AsksTheSame(&asked):
		refusal = workshop.ErrOtherQuestions
	default:
		return k, c.values[boxValue], nil
	}
	return k, nil, refusal.With("path", path)
}
