package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"exceed/assets"
)

// letters is a list of a to f in a window, with what it was told.
func letters(t *testing.T) (o *Order, win fyne.Window, told *[][2]int) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewLook(assets.FontRegular(), assets.FontSemiBold(), 1, nil))
	told = &[][2]int{}
	var items []Item
	for _, name := range strings.Split("abcdef", "") {
		items = append(items, Item{Text: name})
	}
	o = NewOrder(items, func(from, to int) { *told = append(*told, [2]int{from, to}) })
	win = test.NewTempWindow(t, o)
	win.Resize(fyne.NewSize(300, 700)) // one column
	return o, win, told
}

func spell(o *Order) (text string) {
	for _, item := range o.Items {
		text += item.Text
	}
	return text
}

// dragTo drags the row at a place to the middle of another, over those between.
func dragTo(o *Order, from, to int) {
	row := o.rows[from]
	step := 1
	if to < from {
		step = -1
	}
	for i := from; ; i += step {
		over := o.rows[i]
		middle := over.Position().AddXY(over.Size().Width/2, over.Size().Height/2)
		row.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: middle.Subtract(row.Position())}})
		if i == to {
			break
		}
	}
	row.DragEnd()
}

func TestItemsAreDragged(t *testing.T) {
	o, win, told := letters(t)
	dragTo(o, 1, 4)
	if got := spell(o); got != "acdebf" {
		t.Errorf("b dragged to the fifth place gives %s", got)
	}
	dragTo(o, 3, 0)
	if got := spell(o); got != "eacdbf" {
		t.Errorf("e dragged to the first place gives %s", got)
	}
	dragTo(o, 2, 2)
	if got := spell(o); got != "eacdbf" || len(*told) != 2 || (*told)[0] != [2]int{1, 4} || (*told)[1] != [2]int{3, 0} {
		t.Errorf("%s; told %v, want one word for each drag and none where nothing moved", got, *told)
	}
	if win.Canvas().Focused() != fyne.Focusable(o) {
		t.Error("keys do not go on with what was dragged")
	}
	o.TypedRune('+')
	if got := spell(o); got != "ecadbf" {
		t.Errorf("one up after the drag gives %s", got)
	}
}

func TestWhatIsDraggedOutsideStays(t *testing.T) {
	o, _, told := letters(t)
	o.rows[2].Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(-500, -500)}})
	o.rows[2].DragEnd()
	if got := spell(o); got != "abcdef" || len(*told) != 0 {
		t.Errorf("%s, told %v", got, *told)
	}
}

func TestWhatIsDraggedPastAnEndGoesThere(t *testing.T) {
	o, _, _ := letters(t)
	for _, drag := range []struct {
		row  int
		past float32
		want string
	}{{3, -400, "dabcef"}, {1, 2000, "dbcefa"}} {
		o.rows[drag.row].Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, drag.past)}})
		o.rows[drag.row].DragEnd()
		if got := spell(o); got != drag.want {
			t.Errorf("dragged %g from the row's top gives %s, want %s", drag.past, got, drag.want)
		}
	}
}

func TestALostFocusPutsDownWhatIsDragged(t *testing.T) {
	o, win, told := letters(t)
	row := o.rows[0]
	under := o.rows[2].Position().AddXY(5, 5)
	row.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: under}})
	win.Canvas().Unfocus()
	if got := spell(o); got != "bcadef" || len(*told) != 1 || o.lifted {
		t.Errorf("%s, told %v, lifted %v", got, *told, o.lifted)
	}
	row.DragEnd()
	if len(*told) != 1 {
		t.Error("it was told twice")
	}
}
