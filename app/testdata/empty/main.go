// Empty opens a Fyne window with nothing in it: what the start of Exceed is measured against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	window := app.NewWithID("exceed.empty").NewWindow("Empty")
	window.Resize(fyne.NewSize(1280, 720))
	window.ShowAndRun()
}
