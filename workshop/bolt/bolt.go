// Package bolt keeps each session in one bbolt file.
//
// # What a file holds
//
// Up to five values, each in a bucket of its own so that the box lies in pages of its own:
//
//	meta      the magic text, the version of this layout, the session's id, the digest of all other values
//	summary   what the home face lists, in clear; no promise where a passphrase guards the file
//	keys      the box's public key and its wrapped private key; after the reveal the wrapped content key
//	document  the session as JSON; after the reveal encrypted under the content key, where there is one
//	box       while collecting: the responses (package sealed), always of one length
//
// The reveal writes a new file and renames it over the old, so that no page of the box outlives it. So does closing a
// revealed file in which something was changed, so that no removed text remains.
//
// # Durability
//
// A method that returns nil has been through fsync. A new response is written with the whole box, and then the box,
// shuffled, is written once more: bbolt alternates between two runs of pages, so the second write overwrites the box as
// it was before. Where it would not, free pages are overwritten with zeros (scrub.go).
//
// # Damage
//
// Before bbolt sees a file, this package walks it with its own bounded reader: every page that bbolt would follow, every
// value's tag and the digest over all. The tags notice damage and values out of place; they are no defence against a
// forger, who can compute them. Encrypted values are authenticated besides.
//
// No child process opens files first, to be the one that crashes: bbolt dies past any recover where it rebuilds a list of
// free pages in a goroutine of its own, follows a page into itself, or takes another page size from a meta page; the reader
// refuses all three, with whatever else it would not follow itself. Of more than 10,000 damaged files, among them forged
// ones with valid check sums, none crashed, hung or was read wrong in the very process that opened them (make faults).
//
// # Copies
//
// A library keeps the last good copy of each of its sessions in the folder snapshots, and none of a box (snapshot.go).
// Restore brings it back (restore.go).
//
// # Compatibility
//
// A newer Exceed opens every older version by the ladder in migrate.go; an older one refuses a newer file.
package bolt

import (
	"os"
	"time"

	"go.etcd.io/bbolt"

	"exceed/workshop/sealed"
)

// magic marks a bbolt file as a session.
const magic = "exceed-session"

// Names of the values, and of their buckets.
const (
	metaBucket   = "meta"
	summaryValue = "summary"
	keysValue    = "keys"
	documentName = "document"
	boxValue     = "box"
)

// names of the values under the digest, in its order.
func names() []string { return []string{boxValue, documentName, keysValue, summaryValue} }

const (
	pageSize    = 4096 // the same on every machine, so that a file can travel
	lockTimeout = time.Second
	fileMode    = 0o600
	folderMode  = 0o700
)

// Option changes how sessions are kept.
type Option func(*options)

type options struct {
	keyring Keyring
	cost    sealed.Cost
	ladder  []migration
	system  system
	library string // the folder whose sessions have snapshots; none elsewhere
}

// system is how a store changes files and folders. Tests let it fail.
type system struct {
	openFile   func(name string, flag int, mode os.FileMode) (*os.File, error)
	update     func(*bbolt.DB, func(*bbolt.Tx) error) error // one durable transaction
	rename     func(from, to string) error
	remove     func(name string) error
	syncFolder func(name string) error // makes the names in a folder durable
}

func realSystem() system {
	return system{os.OpenFile, (*bbolt.DB).Update, os.Rename, os.Remove, syncFolder}
}

// WithKeyring lets a keyring hold the outer keys of boxes. Without one, Begin returns a code to write down.
func WithKeyring(k Keyring) Option { return func(o *options) { o.keyring = k } }

// WithCost sets what a passphrase costs to try, for files made from now on.
func WithCost(c sealed.Cost) Option { return func(o *options) { o.cost = c } }

func newOptions(list []Option) options {
	o := options{
		keyring: noKeyring{}, cost: sealed.DefaultCost(), ladder: migrations(), system: realSystem(),
	}
	for _, option := range list {
		option(&o)
	}
	return o
}
