package bolt

import (
	"encoding/json"
	"errors"

	"exceed/workshop"
	"exceed/workshop/sealed"
)

func (s *Store) hasBox() bool { return s.keys.Public != nil }

// Responses is how many have been accepted; 0 where there is no box.
func (s *Store) Responses() int {
	if !s.hasBox() {
		return 0
	}
	if s.box != nil {
		return s.box.Len()
	}
	return s.sum.Responses
}

// NeedsResume says whether Accept and Reveal need Resume first.
func (s *Store) NeedsResume() bool { return s.hasBox() && s.box == nil && !s.ended() }

// Begin makes the key pair and the empty box and saves the session in the same step. See workshop.Store.
func (s *Store) Begin(session *workshop.Session, passphrase string) (resume string, err error) {
	if s.closed {
		return "", workshop.ErrClosed
	}
	s.settle()
	if s.hasBox() {
		return "", s.Save(session)
	}
	if session.State != workshop.Collect {
		return "", workshop.ErrNotCollecting
	}
	document, err := s.encode(session, nil)
	if err != nil {
		return "", refuseSave(s.path, err)
	}
	k, err := s.newKeys(passphrase)
	if s.Collects() {
		k, err = s.keys.begun(), nil
	}
	if err != nil {
		return "", refuseSave(s.path, err)
	}
	secret := sealed.NewSecret()
	box, err := sealed.NewBox(k.boxPlace(s.id), k.Public, secret, sealed.CapacityFor(session.Setup.Expected))
	if err != nil {
		return "", refuseSave(s.path, err)
	}
	if k.Keyring = s.remember(k.keyringID(s.id), secret); !k.Keyring {
		resume = secret.Code()
	}
	if err := s.begin(box, k, document, summaryOf(session, 0, k)); err != nil {
		if k.Keyring {
			_ = s.options.keyring.Delete(k.keyringID(s.id)) // it opens nothing
		}
		return "", err
	}
	s.keys, s.box, s.document, s.themes = k, box, document, nil
	return resume, nil
}

// begin writes the box four times, so that the file has all the pages that it will ever need, and the rest with the last.
func (s *Store) begin(box *sealed.Box, k keys, document []byte, sum summary) error {
	for range 3 {
		if err := s.put(map[string][]byte{boxValue: s.frameBox(box)}); err != nil {
			_ = s.put(map[string][]byte{boxValue: nil}) // a box without keys is no box
			return err
		}
	}
	err := s.put(map[string][]byte{
		boxValue:     s.frameBox(box),
		keysValue:    s.frameJSON(keysValue, k),
		documentName: frame(s.id, documentName, document),
		summaryValue: s.frameJSON(summaryValue, sum),
	})
	if err != nil {
		_ = s.put(s.everything(nil)) // in case it reached the disk
		return err
	}
	s.sum = sum
	return nil
}

// everything that the file holds, as memory has it, with a framed box (nil for none).
func (s *Store) everything(box []byte) map[string][]byte {
	return map[string][]byte{
		boxValue:     box,
		keysValue:    s.frameJSON(keysValue, s.keys),
		documentName: frame(s.id, documentName, s.document),
		summaryValue: s.frameJSON(summaryValue, s.sum),
	}
}

func (s *Store) newKeys(passphrase string) (k keys, err error) {
	public, private, err := sealed.NewKeys()
	if err != nil {
		return k, err
	}
	k = keys{Public: public, Private: private, Poll: s.keys.Poll}
	if passphrase == "" {
		return k, nil
	}
	defer clear(private)
	k.Protected = true
	k.Private, err = sealed.Wrap(private, passphrase, s.options.cost, s.place("private"))
	return k, err
}

// remember gives the secret to the keyring and makes sure that it can be had back.
func (s *Store) remember(id string, secret sealed.Secret) bool {
	if err := s.options.keyring.Set(id, secret.Code()); err != nil {
		return false
	}
	code, err := s.options.keyring.Get(id)
	return err == nil && code == secret.Code()
}

// Resume takes up collecting after a restart. An empty code asks the keyring again. ErrWrongKey.
func (s *Store) Resume(code string) error {
	switch {
	case s.closed:
		return workshop.ErrClosed
	case !s.hasBox():
		return workshop.ErrNotCollecting
	case s.box != nil:
		return nil
	}
	c, err := s.check()
	if err != nil {
		return refuse(s.path, err)
	}
	if code == "" {
		s.resumeFromKeyring(c.values[boxValue])
	} else {
		s.resume(code, c.values[boxValue])
	}
	if s.box == nil {
		return workshop.ErrWrongKey
	}
	return nil
}

func (s *Store) resumeFromKeyring(value []byte) {
	if code, err := s.options.keyring.Get(s.keys.keyringID(s.id)); err == nil {
		s.resume(code, value)
	}
}

// resume opens the box with a code, if it fits. A crash may have come before the second write of an accept, so the box
// is written twice; what fails now is tried again before the next response.
func (s *Store) resume(code string, value []byte) {
	secret, err := sealed.ParseCode(code)
	if err != nil {
		return
	}
	box, err := sealed.OpenBox(s.keys.boxPlace(s.id), s.keys.Public, secret, value)
	if err != nil {
		return
	}
	s.box, s.stale = box, true
	_ = s.freshen()
}

// freshen overwrites every trace of older boxes, where there may be any.
func (s *Store) freshen() error {
	if !s.stale {
		return nil
	}
	for range 2 {
		sum := s.sum
		sum.Responses = s.box.Len()
		if err := s.putBox(s.box, sum); err != nil {
			return err
		}
	}
	if err := scrub(s.path); err != nil {
		return refuseSave(s.path, err)
	}
	s.stale = false
	return nil
}

func (s *Store) putBox(box *sealed.Box, sum summary) error {
	err := s.put(map[string][]byte{boxValue: s.frameBox(box), summaryValue: s.frameJSON(summaryValue, sum)})
	if err == nil {
		s.sum = sum
	}
	return err
}

// frameBox is the box, shuffled and encrypted anew, behind its tag. It lies in one of two buffers, in turns.
func (s *Store) frameBox(box *sealed.Box) []byte {
	s.buffers[0], s.buffers[1] = s.buffers[1], s.buffers[0]
	b := append(s.buffers[0][:0], make([]byte, tagSize)...)
	s.buffers[0] = box.Write(b)
	return tag(s.id, boxValue, s.buffers[0])
}

// Accept seals a response and returns how many there are now. ErrNotCollecting, ErrNeedResumeCode, ErrBoxFull.
func (s *Store) Accept(r workshop.Response) (count int, err error) {
	switch {
	case s.closed:
		return 0, workshop.ErrClosed
	case s.sum.State != workshop.Collect || !s.hasBox():
		return s.Responses(), workshop.ErrNotCollecting
	case s.box == nil:
		return s.Responses(), workshop.ErrNeedResumeCode
	}
	themes, err := s.questions()
	if err != nil {
		return s.Responses(), err
	}
	payload, err := r.Encode(themes)
	if err != nil {
		return s.Responses(), err
	}
	defer clear(payload)
	if err := s.accept(payload); err != nil {
		return s.Responses(), err
	}
	return s.box.Len(), nil
}

// questions are the themes that responses answer.
func (s *Store) questions() ([]workshop.Theme, error) {
	if s.themes == nil {
		session, err := s.Load()
		if err != nil {
			return nil, err
		}
		s.themes = session.Themes
	}
	return s.themes, nil
}

func (s *Store) accept(payload []byte) error {
	s.settle()
	if err := s.freshen(); err != nil {
		return err
	}
	if s.box.Len() == s.box.Capacity() {
		if err := s.enlarge(); err != nil {
			return err
		}
	}
	if err := s.box.Add(payload); err != nil {
		return refuseSave(s.path, err)
	}
	sum := s.sum
	sum.Responses = s.box.Len()
	first := map[string][]byte{boxValue: s.frameBox(s.box), summaryValue: s.frameJSON(summaryValue, sum)}
	shuffled := make(chan []byte, 1)
	go func() { shuffled <- s.frameBox(s.box) }() // while the disk works
	err := s.put(first)
	again := map[string][]byte{boxValue: <-shuffled}
	s.stale = true
	if err != nil { // it may have reached the disk all the same, until freshen
		return errors.Join(err, s.box.TakeBack())
	}
	s.box.Keep()
	s.sum = sum
	// The response is durable. The second write, while thanks are said, hides which one came last.
	s.second = make(chan error, 1)
	go func(done chan<- error) { done <- s.writeAgain(again) }(s.second)
	return nil
}

// writeAgain is the second write of an Accept. It leaves no older box.
func (s *Store) writeAgain(framed map[string][]byte) error {
	first := s.boxPage()
	if err := s.put(framed); err != nil {
		return err
	}
	places := [2]pageID{first, s.boxPage()}
	if places == s.places || places == [2]pageID{s.places[1], s.places[0]} {
		return nil
	}
	s.places = places
	return scrub(s.path)
}

// settle waits for the second write of the last Accept. If it failed, freshen makes up for it. Whatever uses the file
// or the box settles first.
func (s *Store) settle() {
	if s.second == nil {
		return
	}
	s.stale = <-s.second != nil
	s.second = nil
}

// enlarge moves everything into a new file with a box of twice the capacity. ErrBoxFull.
func (s *Store) enlarge() error {
	box, err := s.box.Doubled()
	if err != nil {
		return workshop.ErrBoxFull.With("count", s.box.Len())
	}
	err = s.rewrite(box)
	s.stale = err != nil
	if !workshop.Kept(err) {
		box.Wipe()
		return err
	}
	s.box.Wipe()
	s.box = box
	return err
}

// rewrite moves everything into a new file that holds this box and the pages that it will need.
func (s *Store) rewrite(box *sealed.Box) error {
	if err := s.replace(s.everything(s.frameBox(box))); err != nil {
		return err
	}
	s.places = [2]pageID{}
	for range 3 {
		if err := s.putBox(box, s.sum); err != nil {
			return err
		}
	}
	return nil
}

// forgetSecret deletes the keyring's secret of a box that is gone. What fails is tried again at the next opening.
func (s *Store) forgetSecret() {
	if !s.keys.Forget || s.unconfirmed || s.options.keyring.Delete(s.keys.keyringID(s.id)) != nil {
		return
	}
	k := s.keys
	k.Forget = false
	text, err := json.Marshal(k)
	if err == nil && s.commit(map[string][]byte{keysValue: text}, s.sum) == nil {
		s.keys = k
	}
}
