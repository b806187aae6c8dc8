package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/exchange"
	"exceed/workshop/pdf"
	"exceed/workshop/rehearsal"
)

func (p *Program) rehearse(c call) (err error) {
	dir, err := c.out()
	if err != nil {
		return err
	}
	participants, err := c.whole("participants", 12, 1, rehearsal.MaxParticipants)
	if err != nil {
		return err
	}
	seed, err := c.whole("seed", 1, 0, 1<<63)
	if err != nil {
		return err
	}
	until, err := choice(c, "until", workshop.FollowUp, workshop.States()...)
	if err != nil {
		return err
	}
	lang, err := choice(c, "lang", workshop.English, assets.Langs()...)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return exchange.RefuseWrite(dir, err)
	}
	var painter Painter
	if p.Screens != nil {
		if painter, err = p.Screens(lang); err != nil {
			return err
		}
	}

	cast := rehearsal.New(seed, lang, int(participants), p.today())
	sealed := func(n int) { fmt.Fprintf(p.Out, "sealed %d\n", n) }
	room, err := cast.Play(context.Background(), oneFile{path: filepath.Join(dir, "session.exceed")}, workshop.Prepare, sealed)
	if room == nil {
		return err
	}
	defer func() { err = errors.Join(err, room.Close()) }()
	for err == nil {
		if err = paint(painter, room, filepath.Join(dir, "screens")); err != nil {
			return err
		}
		next, ok := room.Session().State.Next()
		if !ok || next.Index() > until.Index() {
			break
		}
		err = cast.Advance(context.Background(), room, next, sealed)
	}
	if room.Session().State.Collecting() && cast.Resume != "" {
		fmt.Fprintf(p.Out, "resume %s\n", cast.Resume)
	}
	if err != nil {
		return err
	}
	return leave(room.Session(), dir)
}

// leave writes what the session's state allows: results from the reveal on, the report once there is a plan.
func leave(s *workshop.Session, dir string) error {
	if !s.State.Revealed() {
		return nil
	}
	err := exchange.WriteFile(filepath.Join(dir, "results.json"), func(w io.Writer) error { return exchange.WriteResults(w, s) })
	if err != nil || s.State.Index() < workshop.Planning.Index() {
		return err
	}
	return writeReport(filepath.Join(dir, "plan.pdf"), s, pdf.Options{Words: assets.WordsFor(s.Setup.Language), Unlocked: true})
}

func paint(painter Painter, room *workshop.Room, dir string) error {
	if painter == nil {
		return nil
	}
	painter.Show(room)
	if _, err := painter.WriteState(dir); err != nil {
		return exchange.RefuseWrite(dir, err)
	}
	return nil
}

// today is the day of the clock, or that of SOURCE_DATE_EPOCH, so that a rehearsal can be repeated to the last byte on
// another day.
func (p *Program) today() workshop.Date {
	if seconds, err := strconv.ParseInt(p.Env("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return workshop.DateOf(time.Unix(seconds, 0).UTC())
	}
	return workshop.DateOf(p.Now())
}

// oneFile is the library of a rehearsal, which makes one session and asks for nothing else.
type oneFile struct {
	workshop.Library
	path string
}

// Create makes the session in its file. ErrExists.
func (f oneFile) Create(s *workshop.Session) (workshop.Store, error) { return bolt.CreateAt(f.path, s) }
