package bolt

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"exceed/workshop"
	"exceed/workshop/sealed"
)

// What a file holds is put into one line, so that a campaign can compare it with what it must hold:
//
//	none                               there is no file
//	prepare “save 3”                   settings, no box
//	collect “save 3” box 0 1 2         the people whose responses come out of the box
//	reveal “save 3” voices 0 1 2       the people whose voices the session holds
//
// Whatever cannot be read is an error.

// playPassphrase guards the sessions of the campaigns.
const playPassphrase = "passphrase"

// judge reads files as the store does: the bounded reader, the box by its code, responses by the passphrase. It remembers
// what equal values say, as most crash images hold the same few.
type judge struct {
	passphrase string
	ladder     []migration
	mu         sync.Mutex
	said       map[[sha256.Size]byte]string
}

func newJudge(passphrase string) *judge {
	return &judge{passphrase: passphrase, said: map[[sha256.Size]byte]string{}}
}

// read says what a file holds; code opens its box. nil is no file.
func (j *judge) read(file []byte, code string) (string, error) {
	if file == nil {
		return "none", nil
	}
	return j.readAt(bytes.NewReader(file), int64(len(file)), code)
}

func (j *judge) readAt(file io.ReaderAt, size int64, code string) (string, error) {
	c, err := verify(file, size, newest(j.ladder))
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintf(h, "%s %q\n", c.id, code)
	for _, name := range slices.Sorted(maps.Keys(c.values)) {
		fmt.Fprintf(h, "%s %d\n", name, len(c.values[name]))
		h.Write(c.values[name])
	}
	key := [sha256.Size]byte(h.Sum(nil))
	j.mu.Lock()
	line, ok := j.said[key]
	j.mu.Unlock()
	if ok {
		return line, nil
	}
	if line, err = j.say(c, code); err != nil {
		return "", err
	}
	j.mu.Lock()
	j.said[key] = line
	j.mu.Unlock()
	return line, nil
}

func (j *judge) say(c contents, code string) (string, error) {
	var k keys
	if err := json.Unmarshal(c.values[keysValue], &k); err != nil {
		return "", err
	}
	place := func(name string) sealed.Place { return sealed.Place{Session: c.id, Name: name} }
	document := c.values[documentName]
	if k.Content != nil {
		key, err := sealed.Unwrap(k.Content, j.passphrase, place("content"))
		if err != nil {
			return "", err
		}
		if document, err = sealed.Decrypt(key, document, place(documentName)); err != nil {
			return "", err
		}
	}
	var s workshop.Session
	if err := json.Unmarshal(document, &s); err != nil {
		return "", err
	}
	var sum summary
	if err := json.Unmarshal(c.values[summaryValue], &sum); err != nil || sum.State != s.State {
		return "", fmt.Errorf("the summary says %s, the session %s (%v)", sum.State, s.State, err)
	}
	line := fmt.Sprintf("%s “%s”", s.State, s.Setup.Team)
	if k.Public != nil {
		people, err := j.box(c, k, s.Themes, code)
		if err != nil {
			return "", err
		}
		if sum.Responses != len(people) {
			return "", fmt.Errorf("the summary counts %d of %d", sum.Responses, len(people))
		}
		line += " box" + strings.Join(people, "")
	}
	if s.State.Revealed() {
		var people []string
		for _, v := range s.Voices {
			people = append(people, person(v.Text))
		}
		slices.Sort(people)
		line += " voices" + strings.Join(people, "")
	}
	return line, nil
}

func (j *judge) box(c contents, k keys, themes []workshop.Theme, code string) (people []string, err error) {
	place := func(name string) sealed.Place { return sealed.Place{Session: c.id, Name: name} }
	secret, err := sealed.ParseCode(code)
	if err != nil {
		return nil, errors.New("there is a box, and no secret for it")
	}
	box, err := sealed.OpenBox(place(boxValue), k.Public, secret, c.values[boxValue])
	if err != nil {
		return nil, err
	}
	private := k.Private
	if k.Protected {
		if private, err = sealed.Unwrap(k.Private, j.passphrase, place("private")); err != nil {
			return nil, err
		}
	}
	payloads, err := box.Unseal(private)
	if err != nil {
		return nil, err
	}
	for _, payload := range payloads {
		r, err := workshop.DecodeResponse(payload, themes)
		if err != nil {
			return nil, err
		}
		people = append(people, person(r.Statements[0].Text))
	}
	slices.Sort(people)
	return people, nil
}

// person is the number in a statement of storetest.
func person(statement string) string {
	digits := strings.TrimPrefix(statement, "Statement of person ")
	number, _, _ := strings.Cut(digits, ":")
	return " " + number
}

// people is the end of a line that names them all from one to below another.
func people(word string, from, to int) string {
	line := " " + word
	for i := from; i < to; i++ {
		line += fmt.Sprintf(" %03d", i)
	}
	return line
}

// withVoices is a session after the reveal, as the campaigns count it: a voice for every response.
func withVoices(s *workshop.Session) func([]workshop.Response) (*workshop.Session, error) {
	return func(responses []workshop.Response) (*workshop.Session, error) {
		next := s.Clone()
		next.State = workshop.Reveal
		for i, r := range responses {
			next.Voices = append(next.Voices, workshop.Voice{ID: i + 1, Text: r.Statements[0].Text})
		}
		return next, nil
	}
}
