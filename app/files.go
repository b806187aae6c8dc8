package app

import (
	"cmp"
	"context"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/exchange"
)

// cleanLine is what may be typed into a field of one line.
func cleanLine(text string) string {
	return strings.ReplaceAll(exchange.Clean(text, workshop.MaxSentence), "\n", " ")
}

// newID is a random session ID.
func (ui *UI) newID() (string, error) {
	b := make([]byte, 16)
	if _, err := io.ReadFull(ui.Random, b); err != nil {
		return "", err
	}
	return hex.EncodeToString(b), nil
}

// newSession makes a session to prepare and opens it.
func (ui *UI) newSession() {
	id, err := ui.newID()
	if !ui.try(err) {
		return
	}
	s := workshop.NewSession(id, workshop.Setup{Language: ui.words.Lang(), Date: workshop.DateOf(ui.Clock())}, assets.Themes())
	ui.create(s)
}

// create makes a place for a session in the library and opens it.
func (ui *UI) create(s *workshop.Session) {
	if room, err := settled(context.Background(), ui.Library, s); ui.try(err) {
		ui.enter(room)
	}
}

// OpenPath opens the session in a file. A locked one asks for its passphrase first. The session that is open stays so until
// the other is.
func (ui *UI) OpenPath(path string) { ui.openPath(path, ui.enter) }

// openReview opens a session on how its promises stand: one that was only closed goes on to its follow-up.
func (ui *UI) openReview(path string) {
	ui.openPath(path, func(room *workshop.Room) {
		ui.enter(room)
		if room.Session().State == workshop.Closed {
			ui.MoveTo(workshop.FollowUp)
		}
	})
}

// openPath opens the session in a file and hands it to enter.
func (ui *UI) openPath(path string, enter func(*workshop.Room)) {
	if strings.EqualFold(filepath.Ext(path), ".json") {
		ui.importPath(path)
		return
	}
	if ui.room != nil && sameFile(path, ui.room.Store().Path()) {
		ui.closeCard() // it is open
		return
	}
	var locked workshop.Store
	var room *workshop.Room
	ui.WorkOrCancel(ui.Say("work.opening"), func(ctx context.Context) error {
		store, err := ui.Library.Open(path)
		switch {
		case err != nil:
			return err
		case ctx.Err() != nil:
			return errors.Join(ctx.Err(), store.Close())
		case store.Locked():
			locked = store
			return nil
		}
		room, err = entered(ctx, store)
		return err
	}, func(err error) {
		switch {
		case !ui.try(err):
			ui.offerCopy(path, err)
		case locked != nil:
			ui.unlock(locked, "", enter)
		default:
			enter(room)
		}
	})
}

// sameFile says whether two paths lead to one file.
func sameFile(a, b string) bool {
	if a == b {
		return true
	}
	one, errOne := os.Stat(a)
	other, errOther := os.Stat(b)
	return errOne == nil && errOther == nil && os.SameFile(one, other)
}

// entered is the room of a store, which is closed where that fails or nobody waits for it any more.
func entered(ctx context.Context, store workshop.Store) (*workshop.Room, error) {
	room, err := workshop.Enter(store)
	if err = cmp.Or(err, ctx.Err()); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return room, nil
}

// unlock asks for the passphrase of a locked session until it fits or the person gives up. problem is what was wrong with
// the last one.
func (ui *UI) unlock(store workshop.Store, problem string, enter func(*workshop.Room)) {
	secret := kit.NewSecret(ui.Say("unlock.passphrase"), ui.Say("unlock.hint"))
	secret.Max = 200
	tried := false
	open := func() {
		tried = true
		passphrase := secret.Text()
		var room *workshop.Room
		ui.Work(ui.Say("work.unlocking"), ui.Say("begin.working_text"), func() (err error) {
			if err = store.Unlock(passphrase); err == nil {
				room, err = entered(context.Background(), store)
			}
			return err
		}, func(err error) {
			switch {
			case err == nil:
				enter(room)
			case store.Locked():
				ui.unlock(store, ui.words.Explain(err), enter)
			default:
				ui.try(err)
			}
		})
	}
	secret.OnEnter = open
	closed := func() {
		if !tried {
			ui.try(store.Close())
		}
	}
	ui.Card(520, ui.Say("unlock.title"), secret, closed,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard), kit.NewButton(ui.Say("home.open"), kit.Primary, open))
	if problem != "" {
		secret.SetProblem(problem)
	}
}

// openFile asks for a session's file.
func (ui *UI) openFile() {
	ui.chooseFile(ui.Say("file.open"), "open", []string{".exceed"}, ui.OpenPath)
}

// importFile asks for a file of data gathered elsewhere.
func (ui *UI) importFile() {
	ui.chooseFile(ui.Say("file.import"), "import", []string{".json"}, ui.importPath)
}

func (ui *UI) importPath(path string) {
	id, err := ui.newID()
	if !ui.try(err) {
		return
	}
	var room *workshop.Room
	ui.WorkOrCancel(ui.Say("work.reading"), func(ctx context.Context) error {
		s, err := imported(ctx, path, id)
		if err == nil {
			room, err = settled(ctx, ui.Library, s)
		}
		return err
	}, func(err error) {
		if ui.try(err) {
			ui.enter(room)
		}
	})
}

// settled gives a session a place in a library, or leaves none where nobody waits for it any more.
func settled(ctx context.Context, library workshop.Library, s *workshop.Session) (*workshop.Room, error) {
	store, err := library.Create(s)
	if err != nil {
		return nil, err
	}
	path := store.Path()
	room, err := entered(ctx, store)
	if err != nil {
		return nil, errors.Join(err, library.Delete(path))
	}
	return room, nil
}

// imported is the session that a file of data gathered elsewhere makes.
func imported(ctx context.Context, path, id string) (*workshop.Session, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, workshop.ErrNotFound.With("path", path).Because(err)
	}
	defer file.Close()
	data, err := exchange.ReadData(ctx, file)
	if err != nil {
		return nil, err
	}
	return data.Session(ctx, id)
}

// saveCopy writes a copy of the open session to a file that the person names. While responses are in the box there is
// no copy: two of them would tell who came between.
func (ui *UI) saveCopy() {
	if s := ui.Session(); s.State.Collecting() || !s.State.Revealed() && ui.room.Responses() > 0 {
		ui.Problem(ui.Say("error.no_copy"))
		return
	}
	ui.nameFile(ui.Say("file.copy"), "copy", "session.exceed", func(path string) {
		room := ui.room
		ui.WorkOrCancel(ui.Say("work.copying"), func(ctx context.Context) error { return ui.SaveCopy(ctx, room, path) },
			ui.noticeUnless(ui.Say("file.copied", "path", path)))
	})
}

// noticeUnless says what has been done, unless something went wrong.
func (ui *UI) noticeUnless(text string) func(error) {
	return func(err error) {
		if ui.try(err) {
			ui.Notice(text)
		}
	}
}

// dropped opens what was dropped on the window.
func (ui *UI) dropped(uris []fyne.URI) {
	if ui.kiosk != nil || len(uris) == 0 {
		return
	}
	path := uris[0].Path()
	ui.OpenPath(path)
}

// chooseFile asks for a file that exists: by typing its path, or by looking through folders. The folder is remembered
// by purpose.
func (ui *UI) chooseFile(title, purpose string, extensions []string, chosen func(path string)) {
	ui.filePath(title, purpose, "", func(from string, use func(string)) {
		d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			if err == nil && file != nil {
				file.Close() // only its path is wanted
				use(file.URI().Path())
			}
		}, ui.win)
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
		ui.browse(d, from)
	}, chosen)
}

// nameFile asks for a file to write, offering a name.
func (ui *UI) nameFile(title, purpose, name string, chosen func(path string)) {
	ui.filePath(title, purpose, name, func(from string, use func(string)) {
		d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
			if err == nil && folder != nil {
				use(filepath.Join(folder.Path(), name))
			}
		}, ui.win)
		ui.browse(d, from)
	}, chosen)
}

// browse shows the folder that a path lies in, if there is one.
func (ui *UI) browse(d *dialog.FileDialog, from string) {
	if at, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(from))); from != "" && err == nil {
		d.SetLocation(at)
	}
	d.SetView(dialog.ListView) // tiles break names anywhere; whoever switches to them keeps them
	size := ui.win.Canvas().Size()
	d.Show() // before it is sized: a file dialog that never stood has no least size to keep to
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.85))
}

// folder is where files of a purpose were last; the person's documents at first.
func (ui *UI) folder(purpose string) string {
	return cmp.Or(ui.prefs.folder(purpose), ui.Documents)
}

// filePath asks for a path. browse looks for another from the one in the field; what it finds is chosen at once where a file
// that exists is asked for (no name), and otherwise goes into the field.
func (ui *UI) filePath(title, purpose, name string, browse func(from string, use func(string)), chosen func(string)) {
	folder, start := ui.folder(purpose), ""
	if folder != "" {
		start = filepath.Join(folder, name)
	}
	if name == "" && start != "" {
		start += string(filepath.Separator)
	}
	field := kit.NewField(ui.Say("file.path"), ui.Say("file.path.hint"), start)
	field.Max = 1000
	field.ToEnd()
	done := func() {
		path := strings.TrimSpace(field.Text())
		if path == "" || strings.HasSuffix(path, string(filepath.Separator)) {
			field.SetProblem(ui.Say("file.path.problem"))
			return
		}
		ui.prefs.setFolder(purpose, filepath.Dir(path))
		ui.closeCard()
		chosen(path)
	}
	field.OnEnter = done
	ui.Card(680, title, field, nil,
		kit.NewButton(ui.Say("button.cancel"), kit.Plain, ui.closeCard),
		kit.NewButton(ui.Say("file.browse"), kit.Plain, func() {
			browse(strings.TrimSpace(field.Text()), func(path string) {
				field.SetText(path)
				if name == "" {
					done()
				}
			})
		}),
		kit.NewButton(ui.Say("button.ok"), kit.Primary, done))
}
