package app

import "fyne.io/fyne/v2"

func (ui *UI) newSession()        {}
func (ui *UI) rehearse()          {}
func (ui *UI) openFile()          {}
func (ui *UI) importFile()        {}
func (ui *UI) saveCopy()          {}
func (ui *UI) dropped([]fyne.URI) {}
func (ui *UI) OpenPath(string)    {}
