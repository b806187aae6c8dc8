package kit

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Order is a list that the person puts in order. Items are dragged, or moved by their arrows. It is one stop of Tab: up and
// down go from item to item; Space or Enter lifts the item, then up and down move it, and Space or Enter puts it down; + and
// − move it at once.
type Order struct {
	widget.BaseWidget
	Items     []Item
	OnChanged func(from, to int) // an item went to another place; those between closed up

	at      int
	lifted  bool
	from    int // where the item that is dragged came from; −1 while none is
	focused bool
	rows    []*orderRow
}

// NewOrder makes a list.
func NewOrder(items []Item, changed func(from, to int)) *Order {
	o := &Order{Items: items, OnChanged: changed, from: -1}
	o.ExtendBaseWidget(o)
	return o
}

// Shift takes the item at a place one up (−1) or down (1), as the person would.
func (o *Order) Shift(from, by int) {
	if o.put(from, from+by) && o.OnChanged != nil {
		o.OnChanged(from, from+by)
	}
}

// put takes an item to another place, where both are places and differ.
func (o *Order) put(from, to int) bool {
	if from == to || from < 0 || from >= len(o.Items) || to < 0 || to >= len(o.Items) {
		return false
	}
	item := o.Items[from]
	o.Items = slices.Insert(slices.Delete(o.Items, from, from+1), to, item)
	o.at = to
	o.Refresh()
	o.showRow()
	return true
}

// drag takes the lifted item to the place under a point of the list, or nearest above or below it in that column: the mouse
// may have left the list on the way.
func (o *Order) drag(from int, under fyne.Position) {
	if o.from < 0 {
		takeFocus(o)
		o.from, o.at, o.lifted = from, from, true
		o.Refresh()
	}
	nearest, least := o.at, float32(math.MaxFloat32)
	for to, row := range o.rows {
		at, size := row.Position(), row.Size()
		away := max(at.Y-under.Y, under.Y-at.Y-size.Height, 0)
		if under.X >= at.X && under.X < at.X+size.Width && away < least {
			nearest, least = to, away
		}
	}
	o.put(o.at, nearest)
}

// drop puts down what was dragged.
func (o *Order) drop() {
	from := o.from
	o.from, o.lifted = -1, false
	o.Refresh()
	if from >= 0 && from != o.at && o.OnChanged != nil {
		o.OnChanged(from, o.at)
	}
}

func (o *Order) showRow() {
	if o.at < len(o.rows) {
		partIntoSight(o, func() (top, bottom float32) {
			row := o.rows[o.at]
			return row.Position().Y, row.Position().Y + row.Size().Height
		})
	}
}

// Tiles are the two arrows of a place, for tests that click.
func (o *Order) Tiles(i int) (up, down fyne.Tappable) {
	o.MinSize() // makes the rows
	return o.rows[i].up, o.rows[i].down
}

// FocusGained shows the focus.
func (o *Order) FocusGained() { o.focused = true; o.Refresh(); o.showRow() }

// FocusLost hides it and puts down what was lifted.
func (o *Order) FocusLost() {
	o.focused = false
	o.drop()
}

// TypedRune moves by + and −.
func (o *Order) TypedRune(r rune) {
	switch r {
	case '+':
		o.Shift(o.at, -1)
	case '-', '−':
		o.Shift(o.at, 1)
	}
}

// TypedKey goes from item to item, or moves the lifted one.
func (o *Order) TypedKey(e *fyne.KeyEvent) {
	by := 0
	switch e.Name {
	case fyne.KeyUp:
		by = -1
	case fyne.KeyDown:
		by = 1
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		o.lifted = !o.lifted
		o.Refresh()
		return
	default:
		Forward(o, e)
		return
	}
	if o.lifted {
		o.Shift(o.at, by)
		return
	}
	o.at = max(0, min(o.at+by, len(o.Items)-1))
	o.Refresh()
	o.showRow()
}

// CreateRenderer is Fyne's.
func (o *Order) CreateRenderer() fyne.WidgetRenderer {
	for i := len(o.rows); i < len(o.Items); i++ { // a renderer made anew shows the same rows
		o.rows = append(o.rows, newOrderRow(o, i))
	}
	return renderRows(XS, o.rows)
}

// orderRow is one place: its number, pictogram, name, and two arrows.
type orderRow struct {
	widget.BaseWidget
	order    *Order
	at       int
	box      *canvas.Rectangle
	name     *Text
	icon     *fyne.Container
	of       string // the item whose icon stands there
	up, down *Tile
}

func newOrderRow(o *Order, i int) *orderRow {
	row := &orderRow{order: o, at: i, box: canvas.NewRectangle(color.Transparent), name: Body(""), icon: container.NewStack()}
	move := func(by int) func() {
		return func() {
			takeFocus(o)
			o.Shift(i, by)
		}
	}
	row.up, row.down = NewTile("", Plain, move(-1)), NewTile("", Plain, move(1))
	row.up.Icon, row.down.Icon = theme.MoveUpIcon(), theme.MoveDownIcon()
	able(row.up, i > 0)
	able(row.down, i < len(o.Items)-1)
	row.ExtendBaseWidget(row)
	return row
}

// Tapped makes the item the one that keys move.
func (row *orderRow) Tapped(*fyne.PointEvent) {
	takeFocus(row.order)
	row.order.at = row.at
	row.order.Refresh()
}

// Dragged takes the item along.
func (row *orderRow) Dragged(e *fyne.DragEvent) {
	row.order.drag(row.at, row.Position().Add(e.Position))
}

// DragEnd leaves it where it is.
func (row *orderRow) DragEnd() { row.order.drop() }

// Cursor is the hand.
func (row *orderRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (row *orderRow) dress() {
	o := row.order
	item := o.Items[row.at]
	row.name.SetText(item.Text)
	if row.of != item.Text {
		row.of, row.icon.Objects = item.Text, nil
		if item.Icon != nil {
			row.icon.Objects = []fyne.CanvasObject{NewPictogram(item.Icon, 24, theme.ColorNamePrimary)}
		}
		row.icon.Refresh()
	}
	here := o.focused && o.at == row.at
	dressRow(row, row.box, here && o.lifted, here)
}

// CreateRenderer is Fyne's.
func (row *orderRow) CreateRenderer() fyne.WidgetRenderer {
	number := Heading(strconv.Itoa(row.at + 1)).Centred().Fit()
	two := fyne.MeasureText("00", row.Theme().Size(SizeHeading), fyne.TextStyle{Bold: true}).Width
	left := HStack(S, Middle(Least(max(36, two), 0, number)), Middle(row.icon))
	right := HStack(XS, row.up, row.down)
	return widget.NewSimpleRenderer(container.NewStack(row.box,
		Pad(XS, Border(nil, nil, left, Middle(right), Inset(0, S, container.New(centredText{}, row.name))))))
}
