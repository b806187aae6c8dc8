package kit

import "fyne.io/fyne/v2"

// newspaper puts objects into two columns, the first filled first, or into one where two would be too narrow for a
// name of some length. All rows are equally high.
type newspaper struct {
	gap    float32
	narrow bool // as of the last layout
}

// Layout is Fyne's.
func (n *newspaper) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least, height := n.cell(objects)
	name := 9 * fyne.CurrentApp().Settings().Theme().Size(SizeBody)
	width := (size.Width - 2*n.gap) / 2
	n.narrow = width < least+name
	rows := (len(objects) + 1) / 2
	if n.narrow {
		rows, width = len(objects), size.Width
	}
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i/rows)*(width+2*n.gap), float32(i%rows)*(height+n.gap)))
		o.Resize(fyne.NewSize(width, height))
	}
}

// cell is the least width and the height of all of them.
func (n *newspaper) cell(objects []fyne.CanvasObject) (width, height float32) {
	for _, o := range objects {
		size := o.MinSize()
		width, height = max(width, size.Width), max(height, size.Height)
	}
	return width, height
}

// MinSize is Fyne's.
func (n *newspaper) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width, height := n.cell(objects)
	rows := (len(objects) + 1) / 2
	if n.narrow {
		rows = len(objects)
	}
	return fyne.NewSize(width, max(0, float32(rows)*(height+n.gap)-n.gap))
}
