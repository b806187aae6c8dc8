package app

import "fyne.io/fyne/v2"

// kiosk is the participants' full-screen journey.
type kiosk struct{}

func (k *kiosk) typedKey(*fyne.KeyEvent) {}
