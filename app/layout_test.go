package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
)

// TestLayout judges every look as a demanding eye would: no text cut, broken inside a word or lying on another, no
// control over another or lower than a finger, nothing beyond the window, one main button. EXCEED_LAYOUT names a folder
// for pictures of what fails.
func TestLayout(t *testing.T) {
	long(t)
	for _, lang := range assets.Langs() {
		rooms := map[string]*workshop.Room{}
		for _, view := range []struct {
			size fyne.Size
			text float64
		}{{fyne.NewSize(1366, 768), 1}, {fyne.NewSize(1366, 768), 1.5}, {fyne.NewSize(1920, 1080), 1}} {
			t.Run(fmt.Sprintf("%s/%.0fx%.0f/%.0f", lang, view.size.Width, view.size.Height, 100*view.text), func(t *testing.T) {
				s := newStudio(t, lang, view.size, view.text, "light")
				s.rooms = rooms
				for _, name := range lookNames() {
					t.Run(name, func(t *testing.T) {
						s.t = t
						s.show(name)
						faults := judge(s.ui.win.Canvas(), !looks()[name].plain)
						for _, fault := range faults {
							t.Error(fault)
						}
						if dir := os.Getenv("EXCEED_LAYOUT"); dir != "" && len(faults) > 0 {
							file := strings.ReplaceAll(strings.TrimPrefix(t.Name(), "TestLayout/"), "/", "-") + ".png"
							if err := writePNG(filepath.Join(dir, file), s.ui.win.Canvas().Capture()); err != nil {
								t.Fatal(err)
							}
						}
					})
				}
			})
		}
	}
}

// TestLayoutOfTextTwiceTheSize leaves nothing out of reach. The session's name in the frame may be shortened, and the main
// button may lie further down in a scroll.
func TestLayoutOfTextTwiceTheSize(t *testing.T) {
	long(t)
	s := newStudio(t, workshop.English, fyne.NewSize(1366, 768), 2, "light")
	for _, name := range lookNames() {
		s.show(name)
		for _, fault := range judge(s.ui.win.Canvas(), false) {
			if shortened := s.ui.room != nil && strings.HasPrefix(fault, fmt.Sprintf("%q is shown as", sessionName(s.ui, s.ui.Session()))); shortened || strings.HasSuffix(fault, "is not in sight") {
				continue
			}
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// judge lists what is wrong with the layout of a canvas' top layer.
func judge(c fyne.Canvas, main bool) []string {
	j := &layoutJudge{}
	walkCanvas(c, j.look)
	j.compare()
	switch {
	case len(j.mains) > 1:
		j.fault("%d main buttons: %s", len(j.mains), strings.Join(j.mains, ", "))
	case main && len(j.mains) == 0:
		j.fault("no main button")
	}
	return j.faults
}

type layoutJudge struct {
	faults   []string
	texts    []seenText
	controls []seen
	mains    []string
}

type seenText struct {
	seen
	text string
	ink  rect
}

func (j *layoutJudge) fault(format string, args ...any) {
	j.faults = append(j.faults, fmt.Sprintf(format, args...))
}

// legible is the least size of text that is there to be read; a small picture of a page has less.
const legible float32 = 9

// slack is how far something may stick out before anybody sees it.
const slack float32 = 1.5

func (j *layoutJudge) look(s seen) {
	if s.control == s.object {
		j.control(s)
	}
	if isEntry(s.control) {
		return // what is typed scrolls inside its field
	}
	switch o := s.object.(type) {
	case *canvas.Text:
		if strings.TrimSpace(o.Text) != "" && o.TextSize >= legible {
			j.text(s, o)
		}
	case *widget.Label:
		j.label(s, o)
	case *container.Scroll:
		if least := min(88, o.Content.MinSize().Height); o.Direction != container.ScrollHorizontalOnly && s.area.bottom-s.area.y < least-slack {
			j.fault("a scroll shows only %.0f of %.0f", s.area.bottom-s.area.y, o.Content.MinSize().Height)
		}
	}
}

func isEntry(o fyne.CanvasObject) bool {
	if o == nil {
		return false
	}
	_, ok := o.(interface{ SelectedText() string })
	return ok
}

func (j *layoutJudge) text(s seen, o *canvas.Text) {
	in := ink(o, s.area)
	if s.widget != nil {
		frame := s.frame()
		if !(rect{in.x, in.y + 3, in.right, in.bottom - 3}).within(frame.grown(slack, slack)) {
			j.fault("%q sticks out of its %T: %v of %v", o.Text, s.widget, in, frame)
		}
	}
	if !sideways(s.scroll) && (in.x < s.clip.x-slack || in.right > s.clip.right+slack) {
		j.fault("%q is cut at the side", o.Text)
	}
	if s.scroll == nil && (in.y < s.clip.y-slack || in.bottom-3 > s.clip.bottom+slack) {
		j.fault("%q lies outside the window", o.Text)
	}
	if visible := in.cut(s.clip); !visible.empty() {
		height := in.bottom - in.y
		j.texts = append(j.texts, seenText{s, o.Text, visible.cut(in.grown(0, -0.18*height))})
	}
}

// sideways says whether a scroll moves to the sides, too.
func sideways(scroll *container.Scroll) bool {
	return scroll != nil && scroll.Direction == container.ScrollBoth
}

// frame is where the innermost widget of the program's own was put.
func (s seen) frame() rect {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.widget)
	return rectOf(at, s.widget.Size())
}

// label finds words that were broken or dropped.
func (j *layoutJudge) label(s seen, label *widget.Label) {
	var lines []string
	walk(label, fyne.Position{}, seen{}, func(part seen) {
		if text, ok := part.object.(*canvas.Text); ok {
			lines = append(lines, text.Text)
		}
	})
	rest := label.Text
	for i, line := range lines {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(rest, line) {
			j.fault("%q is shown as %q", label.Text, strings.Join(lines, " | "))
			return
		}
		rest = rest[len(line):]
		next, _ := utf8.DecodeRuneInString(rest)
		last, _ := utf8.DecodeLastRuneInString(line)
		if i < len(lines)-1 && rest != "" && !unicode.IsSpace(next) && !strings.ContainsRune("-–—/·", last) {
			j.fault("a word is broken: %q", line+"|"+lines[i+1])
			return
		}
	}
	if strings.TrimSpace(rest) != "" {
		j.fault("%q lost %q", label.Text, rest)
	}
}

func (j *layoutJudge) control(s seen) {
	if b, ok := s.object.(*kit.Button); ok && (b.Weight == kit.Primary || b.Weight == kit.Danger && s.card) {
		j.mains = append(j.mains, b.Text)
		if !s.area.within(s.clip.grown(slack, slack)) {
			j.fault("the main button %q is not in sight", b.Text)
		}
	}
	if height := s.area.bottom - s.area.y; height < kit.Target-slack && (len(s.path) < 2 || !isEntry(s.path[len(s.path)-2])) {
		j.fault("%T %s is only %.0f high", s.object, nameOf(s.object), height)
	}
	if s.area.x < s.clip.x-slack || s.area.right > s.clip.right+slack {
		j.fault("%T %s is cut at the side", s.object, nameOf(s.object))
	}
	if s.scroll == nil && (s.area.y < s.clip.y-slack || s.area.bottom > s.clip.bottom+slack) {
		j.fault("%T %s lies outside the window", s.object, nameOf(s.object))
	}
	if visible := s.area.cut(s.clip); !visible.empty() {
		s.area = visible
		j.controls = append(j.controls, s)
	}
}

// compare finds what lies on something else.
func (j *layoutJudge) compare() {
	for i, a := range j.texts {
		for _, b := range j.texts[i+1:] {
			if onMap(a, b) {
				continue
			}
			if both := a.ink.cut(b.ink).grown(-slack/2, -slack/2); !both.empty() {
				j.fault("%q and %q lie on each other", a.text, b.text)
			}
		}
		for _, b := range j.controls {
			if inside(a.path, b.object) {
				continue
			}
			if both := a.ink.cut(b.area).grown(-slack/2, -slack/2); !both.empty() {
				j.fault("%q lies on %T %s", a.text, b.object, nameOf(b.object))
			}
		}
	}
	for i, a := range j.controls {
		for _, b := range j.controls[i+1:] {
			if inside(a.path, b.object) || inside(b.path, a.object) {
				continue
			}
			if both := a.area.cut(b.area).grown(-slack/2, -slack/2); !both.empty() {
				j.fault("%T %s lies on %T %s", a.object, nameOf(a.object), b.object, nameOf(b.object))
			}
		}
	}
}

// onMap says whether two texts are themes' numbers on the map of impact and effort: the group puts them where it wants, on
// each other too.
func onMap(a, b seenText) bool {
	_, drawn := a.widget.(*impactMap)
	return drawn && a.widget == b.widget && len(a.text) <= 2 && len(b.text) <= 2
}

func inside(path []fyne.CanvasObject, o fyne.CanvasObject) bool {
	for _, round := range path {
		if round == o {
			return true
		}
	}
	return false
}

// nameOf is what a control says, for messages.
func nameOf(o fyne.CanvasObject) string {
	name := ""
	walk(o, fyne.Position{}, seen{}, func(s seen) {
		if text, ok := s.object.(*canvas.Text); ok && name == "" {
			name = text.Text
		}
	})
	return fmt.Sprintf("%q", name)
}
