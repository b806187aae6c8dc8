package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
)

// page is one page of the journey.
type page struct {
	progress string // "Theme 3 of 12"; empty for none
	content  fyne.CanvasObject
	middle   bool                    // the content stands in the middle of the screen
	fixed    bool                    // the content scrolls by itself
	main     fyne.Focusable          // what has the focus at first and takes stray keys; nil: the button that goes on
	next     string                  // the button that goes on; empty for none
	ready    func() (problem string) // nil: always ready
	do       func()                  // what the button does; nil: the next page
	problem  *kit.Text               // where a problem is said
	back     bool                    // there is a way back
	escape   func()                  // what Esc does; nil: asks to leave
}

// kioskWidth is as wide as a page's content gets.
const kioskWidth float32 = 1160

// frame is a page with its progress above and its buttons below.
func (k *kiosk) frame(p *page) fyne.CanvasObject {
	top := kit.VStack(kit.S)
	if p.progress != "" {
		top.Add(k.bar())
		top.Add(kit.Inset(kit.S, kit.XL, kit.Column(kioskWidth, kit.Muted(p.progress))))
	}
	foot := container.NewStack()
	if p.next != "" || p.back {
		row := kit.Border(nil, nil, nil, nil, kit.Inset(kit.S, kit.M, container.New(centred{kioskWidth, 0.5}, p.problem)))
		var left, right fyne.CanvasObject
		if p.back {
			left = k.large(k.say("button.back"), kit.Plain, k.back)
		}
		if p.back && p.progress != "" { // by mouse as by Esc
			left = kit.HStack(kit.M, left, k.large(k.say("kiosk.stop.button"), kit.Quiet, k.escape))
		}
		if p.next != "" {
			next := k.large(p.next, kit.Primary, k.next)
			right = next
			if p.main == nil {
				p.main = next
			}
		}
		row = kit.Border(nil, nil, left, right, row)
		foot.Add(kit.Inset(kit.M, kit.XL, kit.Column(kioskWidth, row)))
	}
	if p.fixed {
		content := kit.Inset(kit.S, kit.XL, kit.Column(kioskWidth, p.content))
		return container.NewStack(newMotion(k.touch), kit.Border(top, foot, nil, nil, content))
	}
	content := kit.Column(kioskWidth, p.content)
	if p.middle {
		content = container.New(inTheMiddle(900), p.content)
	}
	return container.NewStack(newMotion(k.touch), kit.Border(top, foot, nil, nil, container.NewVScroll(kit.Inset(kit.S, kit.XL, content))))
}

// headed is a page's title, and what belongs to it, beside a pictogram that says the same without words.
func headed(picture *kit.Icon, words ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Border(nil, nil, container.NewVBox(picture), nil, kit.Inset(0, kit.M, kit.VStack(kit.S, words...)))
}

// sign is the pictogram of a page in the middle of the screen.
func sign(icon fyne.Resource) fyne.CanvasObject {
	return kit.Middle(kit.NewIcon(icon, 72, theme.ColorNamePrimary))
}

// small is the pictogram beside a title.
func small(icon fyne.Resource) *kit.Icon { return kit.NewIcon(icon, 40, theme.ColorNamePrimary) }

// large is a button of the kiosk's size.
func (k *kiosk) large(text string, weight kit.Weight, tap func()) *kit.Button {
	b := kit.NewButton(text, weight, tap)
	b.Large = true
	return b
}

// bar shows how far the person has come.
func (k *kiosk) bar() fyne.CanvasObject {
	done, rest := canvas.NewRectangle(k.ui.color(theme.ColorNamePrimary)), canvas.NewRectangle(k.ui.color(kit.ColorLine))
	share := float32(k.at+1) / float32(len(k.pages))
	return kit.Least(0, 6, kit.Columns(0, []float32{share, 1.0001 - share}, done, rest))
}

// motion hears the mouse move over the background.
type motion struct {
	widget.BaseWidget
	moved func()
}

func newMotion(moved func()) *motion {
	m := &motion{moved: moved}
	m.ExtendBaseWidget(m)
	return m
}

func (m *motion) MouseIn(*desktop.MouseEvent)    { m.moved() }
func (m *motion) MouseMoved(*desktop.MouseEvent) { m.moved() }
func (m *motion) MouseOut()                      {}

func (m *motion) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(m.Theme().Color(theme.ColorNameBackground, fyne.CurrentApp().Settings().ThemeVariant())))
}

// centred keeps its one object at most so wide, in the middle of the width, with a share of the free height above it.
type centred struct{ width, above float32 }

func inTheMiddle(width float32) centred { return centred{width, 0.5} }

func (c centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		width := min(size.Width, c.width)
		o.Resize(fyne.NewSize(width, o.Size().Height)) // wrapped text knows its height only once it has a width
		height := o.MinSize().Height
		o.Move(fyne.NewPos((size.Width-width)/2, max(0, (size.Height-height)*c.above)))
		o.Resize(fyne.NewSize(width, height))
	}
}

func (centred) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return container.NewStack(objects...).MinSize()
}
