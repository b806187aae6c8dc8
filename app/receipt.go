package app

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"exceed/app/kit"
	"exceed/workshop"
	"exceed/workshop/receipt"
)

// receiptFace verifies the session's file and says line by line what it holds and what it cannot tell.
func (ui *UI) receiptFace(Route) fyne.CanvasObject {
	head := kit.VStack(kit.XS, kit.Title(ui.Say("receipt.title")), kit.Muted(ui.Say("receipt.how")))
	body := container.NewStack()
	ui.verify(body, "")
	foot := kit.HStack(kit.S, layout.NewSpacer(), kit.NewButton(ui.Say("receipt.again"), kit.Primary, func() { ui.verify(body, "") }))
	return kit.Border(head, foot, nil, nil, kit.Inset(kit.M, 0, kit.Flush(kit.Scroll(container.NewVBox(kit.LeftColumn(900, body))))))
}

// verify fills body with the receipt as it is now. Reading a large file takes a while, a passphrase always does; it can be
// cancelled, and is of no use once another face is shown.
func (ui *UI) verify(body *fyne.Container, passphrase string) {
	path, words := ui.room.Store().Path(), ui.words
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		swap(body, kit.Body(ui.Say("receipt.memory")))
		return
	}
	bar, still := ui.working()
	over := false
	var stop func()
	cancel := kit.NewButton(ui.Say("button.cancel"), kit.Plain, func() {
		over = true
		stop()
		still()
		swap(body)
	})
	swap(body, kit.Card(kit.VStack(kit.M, kit.Body(ui.Say("receipt.verifying")), bar, kit.HStack(0, cancel))))
	var found receipt.Receipt
	stop = ui.Worker(func(ctx context.Context) (err error) {
		found, err = ui.Receipt(ctx, path, passphrase, words)
		return err
	}, func(err error) {
		still()
		switch {
		case over:
		case err != nil:
			swap(body, ui.unsound(body, err))
		default:
			swap(body, ui.receiptLines(body, path, found))
		}
	})
}

// unsound says why a file could not be verified, and asks again where only the passphrase was wrong.
func (ui *UI) unsound(body *fyne.Container, err error) fyne.CanvasObject {
	problem := kit.VStack(kit.M, kit.Problem(ui.words.Explain(err)))
	if errors.Is(err, workshop.ErrWrongKey) {
		problem.Add(ui.receiptSecret(body))
	}
	return problem
}

func (ui *UI) receiptLines(body *fyne.Container, path string, r receipt.Receipt) fyne.CanvasObject {
	verdict := kit.NewBadge(ui.Say("receipt.sound"), theme.ColorNameSuccess)
	if !r.OK {
		verdict = kit.NewBadge(ui.Say("receipt.fault"), theme.ColorNameError)
	}
	state := workshop.State(r.State)
	lines := kit.VStack(kit.S,
		kit.Border(nil, nil, kit.Middle(verdict), nil, kit.Inset(0, kit.M, kit.Strong(
			ui.stateWords(state)+" · "+ui.words.Count("receipt.count", r.Responses)))),
		kit.Small(path), kit.Rule())
	unread := false
	for _, f := range r.Findings {
		if f.Code == receipt.Unread {
			unread = true
			continue
		}
		if f.Fault {
			lines.Add(kit.Marked(theme.ErrorIcon(), theme.ColorNameError, kit.Problem(f.Text)))
			continue
		}
		lines.Add(kit.Marked(theme.ConfirmIcon(), theme.ColorNameSuccess, kit.Body(f.Text)))
	}
	lines.Add(kit.Rule())
	lines.Add(kit.Muted(ui.Say("receipt.limits")))
	if !unread {
		return kit.Card(lines)
	}
	return kit.VStack(kit.M, kit.Card(lines), kit.Body(ui.Say("receipt.unread")), ui.receiptSecret(body))
}

// receiptSecret asks for the passphrase that opens the content for verifying. It is kept nowhere.
func (ui *UI) receiptSecret(body *fyne.Container) fyne.CanvasObject {
	secret := kit.NewSecret(ui.Say("receipt.passphrase"), "")
	secret.Max = 200
	verify := func() { ui.verify(body, secret.Text()) }
	secret.OnEnter = verify
	return kit.VStack(kit.S, kit.LeftColumn(420, secret), kit.HStack(0, kit.NewButton(ui.Say("receipt.verify"), kit.Plain, verify)))
}
