package bolt

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"

	"exceed/workshop"
	"exceed/workshop/sealed"
)

// Inspection is what a file holds, for a receipt. Making one takes no lock and writes nothing.
type Inspection struct {
	State     workshop.State
	Responses int
	Protected bool
	BoxBytes  int  // length of the sealed box; 0 where there is none
	BoxKeys   bool // keys of a box are there
	OddBox    bool // the box has a length that tells something of what is in it
	Collector bool // a collector file
	Poll      bool // no session but the box of a session's poll
	Opens     bool // the file holds what opens the box's responses, wrapped or not
	Unknown   bool // there is a value, or a field in the document, that this Exceed does not know
	OlderLeft bool // the file may hold pages of its own past, which go when Exceed closes it
	SpareLeft bool // a crash left a file beside it

	ID string // the session's, or the poll's

	document []byte
	content  []byte // the wrapped content key
	path     string
}

// Inspect reads and verifies every value of a file. ErrNotFound, ErrForeign, ErrDamaged, ErrNewer.
func Inspect(path string) (*Inspection, error) {
	c, err := (&Store{path: path, options: newOptions(nil)}).check()
	if err != nil {
		return nil, refuse(path, err)
	}
	var k keys
	var sum summary
	if json.Unmarshal(c.values[keysValue], &k) != nil || json.Unmarshal(c.values[summaryValue], &sum) != nil {
		return nil, refuse(path, damaged("keys or summary are not JSON"))
	}
	in := &Inspection{
		State: sum.State, Responses: sum.Responses, Protected: k.Protected,
		BoxBytes: len(c.values[boxValue]), BoxKeys: k.Public != nil || k.Private != nil,
		OddBox:    c.values[boxValue] != nil && !sealed.ValueLength(len(c.values[boxValue])),
		Collector: k.Collector != nil, Opens: k.Private != nil,
		OlderLeft: c.txid != freshTxid,
		ID:        c.id, Poll: k.Poll, document: c.values[documentName], content: k.Content, path: path,
	}
	for name := range c.values {
		switch name {
		case boxValue, documentName, keysValue, summaryValue:
		default:
			in.Unknown = true
		}
	}
	if _, err := os.Lstat(spare(path)); !errors.Is(err, fs.ErrNotExist) {
		in.SpareLeft = true
	}
	return in, nil
}

// InspectPoll is Inspect for the box of the session's poll. ErrNotFound where there is none.
func InspectPoll(path string) (*Inspection, error) {
	in, err := Inspect(pollPath(path))
	if err == nil && !in.Poll {
		err = workshop.ErrForeign.With("path", pollPath(path))
	}
	return in, err
}

// Locked says whether Session needs the passphrase.
func (in *Inspection) Locked() bool { return in.content != nil }

// Session reads the document, and sets Unknown where it holds more than a session's fields. The passphrase is for a
// locked file. ErrWrongKey, ErrDamaged.
func (in *Inspection) Session(passphrase string) (*workshop.Session, error) {
	text := in.document
	if in.Locked() {
		at := func(name string) sealed.Place { return sealed.Place{Session: in.ID, Name: name} }
		key, err := sealed.Unwrap(in.content, passphrase, at("content"))
		if errors.Is(err, sealed.ErrKey) {
			return nil, workshop.ErrWrongKey
		}
		if err == nil {
			text, err = sealed.Decrypt(key, in.document, at(documentName))
		}
		if err != nil {
			return nil, refuse(in.path, damaged("the document does not open"))
		}
	}
	var s workshop.Session
	if err := json.Unmarshal(text, &s); err != nil || s.ID != in.ID || s.State != in.State {
		return nil, refuse(in.path, damaged("the document is not this session (%v)", err))
	}
	strict := json.NewDecoder(bytes.NewReader(text))
	strict.DisallowUnknownFields()
	if err := strict.Decode(new(workshop.Session)); err != nil {
		in.Unknown = true
	}
	return &s, nil
}
