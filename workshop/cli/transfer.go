package cli

import (
	"context"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"exceed/workshop/bolt"
	"exceed/workshop/exchange"
)

// importMemory is how much memory an import takes before it collects garbage at every turn, in bytes. The largest file
// needs about as much for what it holds.
const importMemory = 120 << 20

func (p *Program) importData(c call) error {
	out, err := c.out(".exceed")
	if err != nil {
		return err
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(importMemory))
	file, err := os.Open(c.files[0])
	if err != nil {
		return errNoFile.With("path", c.files[0]).Because(err)
	}
	defer file.Close()
	data, err := exchange.ReadData(context.Background(), file)
	if err != nil {
		return inFile{c.files[0], err}
	}
	id, err := p.newID()
	if err != nil {
		return err
	}
	session, err := data.Session(context.Background(), id)
	if err != nil {
		return inFile{c.files[0], err}
	}
	store, err := bolt.CreateAt(out, session)
	if err != nil {
		return err
	}
	return store.Close()
}

// newID is 32 random hex digits.
func (p *Program) newID() (string, error) {
	var b [16]byte
	_, err := io.ReadFull(p.Random, b[:])
	return hex.EncodeToString(b[:]), err
}

func (p *Program) export(c call) error {
	out, err := c.out(".json", ".csv")
	if err != nil {
		return err
	}
	s, _, err := p.session(c, c.files[0])
	if err != nil {
		return err
	}
	write := exchange.WriteResults
	if strings.HasSuffix(strings.ToLower(out), ".csv") {
		write = exchange.WriteResultsCSV
	}
	return exchange.WriteFile(out, func(w io.Writer) error { return write(w, s) })
}
