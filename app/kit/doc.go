// Package kit holds the few widgets that every face of Exceed is made of. They present and call back; they know nothing
// of workshops. Lengths are in Fyne's device-independent pixels on a grid of eight. Every control takes part in Tab,
// shows its focus, is at least 44 high and answers Enter and Space alike.
package kit
