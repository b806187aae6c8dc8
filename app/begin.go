package app

func (ui *UI) startCollecting() {}
