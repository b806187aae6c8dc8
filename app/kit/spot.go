package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// Spot is where a control is among those of a part of the window, so that the focus finds it again, or the one next to it,
// once that part was built anew.
type Spot struct {
	name string // what the control says
	nth  int    // of those that say so
	at   int    // of all
}

// SpotOf is where a control is; false where it is not there.
func SpotOf(in fyne.CanvasObject, control fyne.Focusable) (s Spot, found bool) {
	if control == nil {
		return s, false
	}
	s.name = nameOf(control)
	for at, stop := range stops(in) {
		switch {
		case stop == control:
			s.at = at
			return s, true
		case nameOf(stop) == s.name:
			s.nth++
		}
	}
	return s, false
}

// In is the control that says the same; else the one in its place, or the last, and same is false; nil where there is none.
func (s Spot) In(in fyne.CanvasObject) (control fyne.Focusable, same bool) {
	all, nth := stops(in), s.nth
	for _, stop := range all {
		if nameOf(stop) != s.name {
			continue
		}
		if nth == 0 {
			return stop, true
		}
		nth--
	}
	if len(all) == 0 {
		return nil, false
	}
	return all[min(s.at, len(all)-1)], false
}

// stops are the controls inside that can have the focus now, in the order in which Tab goes through them.
func stops(o fyne.CanvasObject) (all []fyne.Focusable) {
	if o == nil || !o.Visible() {
		return nil
	}
	stop, can := o.(fyne.Focusable)
	if outer, ok := o.(interface{ Focusable() fyne.Focusable }); ok {
		stop, can = outer.Focusable(), true
	}
	if able, ok := stop.(fyne.Disableable); can && !(ok && able.Disabled()) {
		all = append(all, stop)
	}
	for _, inside := range Inside(o) {
		all = append(all, stops(inside)...)
	}
	return all
}

// nameOf is what a control says of itself, and what kind it is of.
func nameOf(control fyne.Focusable) string {
	says := ""
	switch c := control.(type) {
	case *Button:
		says = c.Text
		if c.Icon != nil {
			says += c.Icon.Name()
		}
	case *entry:
		says = c.field.label
	case *pickSelect:
		says = c.pick.label
	case *Check:
		says = c.text
	}
	return fmt.Sprintf("%T %s", control, says)
}
