package app

import (
	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

func (ui *UI) customersFace(Route) fyne.CanvasObject { return kit.Body("customers") }

func (ui *UI) importCustomers(string) {}
