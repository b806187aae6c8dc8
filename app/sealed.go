package app

import (
	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

func (ui *UI) sealedFace(Route) fyne.CanvasObject { return kit.Body("sealed") }
