package app

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"exceed/app/kit"
	"exceed/assets"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestFacesLookAsBefore compares what every look says in every language, and where, with testdata/faces. After a wanted
// change run it with -update and read the difference.
func TestFacesLookAsBefore(t *testing.T) {
	long(t)
	texts := map[string]string{}
	for _, lang := range assets.Langs() {
		s := newStudio(t, lang, fyne.NewSize(1366, 768), 1, "light")
		for _, name := range lookNames() {
			s.show(name)
			if len(every[*container.ThemeOverride](s.ui.win.Canvas())) > 0 {
				t.Errorf("%s has a part with a theme of its own: Fyne would read all fonts again for each, and keep them", name)
			}
			texts[name] += fmt.Sprintf("── %s\n%s", lang, markup(s.ui.win.Canvas()))
		}
	}
	for name, text := range texts {
		path := filepath.Join("testdata", "faces", name+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if line, was, is := firstDifference(string(want), text); line > 0 {
			t.Errorf("%s:%d was %q and is %q", path, line, was, is)
		}
	}
}

// markup says line by line what the top layer of a canvas shows: texts with place and size, controls with what they can.
func markup(c fyne.Canvas) string {
	var b strings.Builder
	walkCanvas(c, func(s seen) {
		indent := strings.Repeat("  ", len(s.path))
		switch o := s.object.(type) {
		case *canvas.Text:
			if strings.TrimSpace(o.Text) != "" && o.TextSize >= legible {
				weight := ""
				if o.TextStyle.Bold {
					weight = " bold"
				}
				fmt.Fprintf(&b, "%s%s %.0f%s %q\n", indent, s.area, o.TextSize, weight, o.Text)
			}
		case *canvas.Image:
			if o.Resource != nil {
				fmt.Fprintf(&b, "%s%s picture\n", indent, s.area)
			}
		default:
			if s.control == s.object {
				fmt.Fprintf(&b, "%s%s %s\n", strings.TrimSuffix(indent, "  "), s.area, controlText(o))
			}
		}
	})
	return b.String()
}

// String is left, top and size, in whole pixels.
func (r rect) String() string {
	return fmt.Sprintf("%.0f,%.0f %.0f×%.0f", r.x, r.y, r.right-r.x, r.bottom-r.y)
}

// controlText is a control's kind and state.
func controlText(o fyne.CanvasObject) string {
	text := strings.TrimPrefix(fmt.Sprintf("%T", o), "*")
	if b, ok := o.(*kit.Button); ok {
		text += []string{"", " primary", " quiet", " danger"}[b.Weight]
		if b.On {
			text += " on"
		}
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		text += " disabled"
	}
	return text
}

func firstDifference(want, got string) (line int, was, is string) {
	wanted, now := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(wanted), len(now)) {
		was, is = "", ""
		if i < len(wanted) {
			was = wanted[i]
		}
		if i < len(now) {
			is = now[i]
		}
		if was != is {
			return i + 1, was, is
		}
	}
	return 0, "", ""
}
