package app

import (
	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

func (ui *UI) prioritiseFace(Route) fyne.CanvasObject { return kit.Body("prioritise") }
