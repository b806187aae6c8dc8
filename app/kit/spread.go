package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Item is one line of a Spread: a pictogram (an SVG, filled shapes only; nil for none), a name, and what the name means
// (may be empty).
type Item struct {
	Icon []byte
	Text string
	Note string
}

// Spread shares a number of points out over items; the sum never exceeds Total. It is one stop of Tab: up and down go
// from item to item, digits set the item's points, + and − (or right and left) change them, Enter goes on.
type Spread struct {
	widget.BaseWidget
	Heard
	Items     []Item
	Values    []int
	Total     int
	Large     bool // larger names, for the kiosk
	OnChanged func()
	OnRefused func() // when more was asked for than remains
	OnMoved   func() // when another item is the one that digits go to
	OnEnter   func()

	at      int
	focused bool
	rows    []*spreadRow
}

// NewSpread makes a spread; values has one entry an item and is the caller's to read afterwards.
func NewSpread(items []Item, values []int, total int) *Spread {
	s := &Spread{Items: items, Values: values, Total: total}
	s.ExtendBaseWidget(s)
	return s
}

// Left is how many points are not yet given.
func (s *Spread) Left() int {
	left := s.Total
	for _, v := range s.Values {
		left -= v
	}
	return left
}

// Set gives an item points, cut to what there is, as the person would.
func (s *Spread) Set(i, points int) {
	if i < 0 || i >= len(s.Values) {
		return
	}
	most := s.Values[i] + s.Left()
	cut := max(0, min(points, most))
	if points > most && s.OnRefused != nil {
		defer s.OnRefused()
	}
	if cut == s.Values[i] {
		return
	}
	s.Values[i] = cut
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged()
	}
}

// At is the item that digits go to.
func (s *Spread) At() int { return s.at }

func (s *Spread) move(to int) {
	s.at = max(0, min(to, len(s.Items)-1))
	s.Refresh()
	s.showRow()
	if s.OnMoved != nil {
		s.OnMoved()
	}
}

func (s *Spread) showRow() {
	if s.at < len(s.rows) {
		partIntoSight(s, func() (top, bottom float32) {
			row := s.rows[s.at]
			return row.Position().Y, row.Position().Y + row.Size().Height
		})
	}
}

// FocusGained shows the focus.
func (s *Spread) FocusGained() { s.focused = true; s.Refresh(); s.showRow() }

// FocusLost hides it.
func (s *Spread) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune sets by digit and changes by + and −.
func (s *Spread) TypedRune(r rune) {
	n, is := Digit(r)
	switch {
	case r == '+':
		s.Set(s.at, s.Values[s.at]+1)
	case r == '-' || r == '−':
		s.Set(s.at, s.Values[s.at]-1)
	case is:
		s.Set(s.at, n)
	}
}

// TypedKey moves between the items and goes on by Enter.
func (s *Spread) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		s.move(s.at - 1)
	case fyne.KeyDown:
		s.move(s.at + 1)
	case fyne.KeyHome:
		s.move(0)
	case fyne.KeyEnd:
		s.move(len(s.Items) - 1)
	case fyne.KeyRight:
		s.Set(s.at, s.Values[s.at]+1)
	case fyne.KeyLeft:
		s.Set(s.at, s.Values[s.at]-1)
	case fyne.KeyBackspace, fyne.KeyDelete:
		s.Set(s.at, 0)
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.OnEnter != nil {
			s.OnEnter()
		}
	default:
		Forward(s, e)
	}
}

// Buttons are the two tiles of an item, for tests that click.
func (s *Spread) Buttons(i int) (less, more fyne.Tappable) {
	s.MinSize() // makes the rows
	return s.rows[i].less, s.rows[i].more
}

// CreateRenderer is Fyne's.
func (s *Spread) CreateRenderer() fyne.WidgetRenderer {
	for i := len(s.rows); i < len(s.Items); i++ { // a renderer made anew shows the same rows
		s.rows = append(s.rows, newSpreadRow(s, i))
	}
	return renderRows(S, s.rows)
}

// spreadRow is one item: pictogram, name, −, points, +.
type spreadRow struct {
	widget.BaseWidget
	spread     *Spread
	at         int
	box        *canvas.Rectangle
	points     *Text
	less, more *Tile
}

func newSpreadRow(s *Spread, i int) *spreadRow {
	row := &spreadRow{spread: s, at: i, box: canvas.NewRectangle(color.Transparent), points: Heading("0").Centred()}
	step := func(by int) func() {
		return func() {
			takeFocus(s)
			s.Set(i, s.Values[i]+by)
			s.move(i)
		}
	}
	row.less, row.more = stepTile(theme.ContentRemoveIcon(), step(-1)), stepTile(theme.ContentAddIcon(), step(1))
	row.ExtendBaseWidget(row)
	return row
}

// Tapped makes the item the one that digits go to.
func (row *spreadRow) Tapped(*fyne.PointEvent) {
	takeFocus(row.spread)
	row.spread.move(row.at)
}

func (row *spreadRow) dress() {
	s := row.spread
	value := s.Values[row.at]
	if points := strconv.Itoa(value); points != row.points.Label.Text {
		row.points.SetText(points)
		defer row.Refresh()
	}
	dressRow(row, row.box, value > 0, s.focused && s.at == row.at)
	able(row.less, value > 0)
	able(row.more, s.Left() > 0)
}

func able(tile *Tile, yes bool) {
	if yes == !tile.Disabled() {
		return
	}
	if yes {
		tile.Enable()
	} else {
		tile.Disable()
	}
}

// CreateRenderer is Fyne's.
func (row *spreadRow) CreateRenderer() fyne.WidgetRenderer {
	item := row.spread.Items[row.at]
	text := Body(item.Text)
	if row.spread.Large {
		text = Lead(item.Text)
	}
	var words fyne.CanvasObject = text
	if item.Note != "" {
		words = VStack(0, text, Muted(item.Note))
	}
	name := container.New(centredText{}, words)
	var left fyne.CanvasObject
	if item.Icon != nil {
		left = Inset(0, XS, Middle(NewPictogram(item.Icon, 28, theme.ColorNamePrimary)))
	}
	right := HStack(XS, row.less, Middle(Least(44, 0, row.points)), row.more)
	return widget.NewSimpleRenderer(container.NewStack(row.box,
		Pad(6, Border(nil, nil, left, Middle(right), Inset(0, S, name)))))
}

// centredText puts wrapping text in the middle of the height, as wide as there is room.
type centredText struct{}

func (centredText) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, (size.Height-height)/2))
		o.Resize(fyne.NewSize(size.Width, height))
	}
}

func (centredText) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}
