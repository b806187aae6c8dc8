package app

import (
	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

func (ui *UI) collectFace(Route) fyne.CanvasObject { return kit.Body("collect") }
