package app

import (
	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

func (ui *UI) reportFace(Route) fyne.CanvasObject { return kit.Body("report") }
