package app

import (
	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

func (ui *UI) revealFace(Route) fyne.CanvasObject { return kit.Body("reveal") }
