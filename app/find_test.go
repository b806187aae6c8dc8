package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
)

// This file finds things on a window's canvas as a person would: by what they say.

// objects are all visible objects of a canvas, cards that lie over the face included.
func objects(c fyne.Canvas) []fyne.CanvasObject {
	var found []fyne.CanvasObject
	add := func(s seen) { found = append(found, s.object) }
	walk(c.Content(), fyne.Position{}, seen{}, add)
	for _, over := range c.Overlays().List() {
		walk(over, fyne.Position{}, seen{}, add)
	}
	return found
}

// every finds the visible objects of a type.
func every[T any](c fyne.Canvas) []T {
	var found []T
	for _, o := range objects(c) {
		if x, ok := o.(T); ok && o.Visible() {
			found = append(found, x)
		}
	}
	return found
}

// said is all text on a canvas, one piece a line.
func said(c fyne.Canvas) string {
	var lines []string
	for _, o := range objects(c) {
		switch x := o.(type) {
		case *canvas.Text:
			lines = append(lines, x.Text)
		case *widget.Label:
			lines = append(lines, x.Text)
		case *kit.Text:
			lines = append(lines, x.Text())
		}
	}
	return strings.Join(lines, "\n")
}

// tap presses the button with that text.
func tap(t *testing.T, c fyne.Canvas, text string) {
	t.Helper()
	for _, b := range every[*kit.Button](c) {
		if b.Text == text {
			if b.Disabled() {
				t.Fatalf("%q cannot be pressed", text)
			}
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q among:\n%s", text, said(c))
}

// fieldNamed is the field with that label.
func fieldNamed(t *testing.T, c fyne.Canvas, label string) *kit.Field {
	t.Helper()
	for _, f := range every[*kit.Field](c) {
		if f.Label() == label {
			return f
		}
	}
	t.Fatalf("no field %q among:\n%s", label, said(c))
	return nil
}

// fill replaces what a field holds, as by typing and leaving it.
func fill(t *testing.T, c fyne.Canvas, label, text string) {
	t.Helper()
	f := fieldNamed(t, c, label)
	f.SetText("")
	c.Focus(f.Focusable())
	test.Type(f.Focusable(), text)
	c.Unfocus()
}
