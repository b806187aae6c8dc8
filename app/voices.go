package app

import (
	"fyne.io/fyne/v2"

	"exceed/app/kit"
)

func (ui *UI) voicesFace(Route) fyne.CanvasObject { return kit.Body("voices") }
