package figure_test

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"exceed/app/figure"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
)

// scene is where charts are looked at: how large a figure is on the face of a small window and on the projector, with
// what size of text.
type scene struct {
	name string
	size fyne.Size
	text float64
}

var scenes = []scene{
	{"face", fyne.NewSize(1110, 390), 16},
	{"projector", fyne.NewSize(1776, 760), 35},
}

// extremes are the sessions that strain a chart, each in the language that it is looked at in.
var extremes = map[string]sample.Of{
	"full":    sample.Full(workshop.English),
	"french":  sample.Full(workshop.French),
	"swahili": sample.Full(workshop.Swahili),
	"tiny":    {People: 5, Themes: 4, Seed: 1, Lang: workshop.French},
	"few":     {People: 4, Seed: 2, Lang: workshop.Swahili},
	"alone":   {People: 12, Promises: 3, Seed: 9}, // no customers
	"belief":  {People: 9, Evidence: workshop.GroupBelief, Promises: 2, Seed: 3, Lang: workshop.French},
	"close":   {People: 6, Customers: 6, Evidence: workshop.Survey, Seed: 11},               // all but all too close to call
	"equal":   {People: 12, Customers: 12, Evidence: workshop.Survey, Seed: 7, Equal: true}, // everybody gets what they expect
	"many":    {People: 40, Themes: 16, Customers: 200, Evidence: workshop.Survey, Promises: 40, Voices: 100, Seed: 5, Earlier: true},
}

// drawings are all charts of a session.
func drawings(s *workshop.Session) map[string]func(chart.Sheet) chart.Chart {
	c := s.Compare()
	return map[string]func(chart.Sheet) chart.Chart{
		"headline":   func(sheet chart.Sheet) chart.Chart { return chart.Headline(c, sheet) },
		"mirror":     func(sheet chart.Sheet) chart.Chart { return chart.Mirror(c, sheet) },
		"gap":        func(sheet chart.Sheet) chart.Chart { return chart.Gap(c, sheet) },
		"map":        func(sheet chart.Sheet) chart.Chart { return chart.Map(c, sheet) },
		"behaviours": func(sheet chart.Sheet) chart.Chart { return chart.Behaviours(c, sheet) },
		"splits":     func(sheet chart.Sheet) chart.Chart { return chart.Splits(c, sheet) },
		"investment": func(sheet chart.Sheet) chart.Chart { return chart.Investment(c.Investment, sheet) },
		"impact":     func(sheet chart.Sheet) chart.Chart { return chart.ImpactEffort(c, s.Priorities, sheet) },
		"trend":      func(sheet chart.Sheet) chart.Chart { return chart.Trend(s.Trend(), sheet) },
		"reviews":    func(sheet chart.Sheet) chart.Chart { return chart.Reviews(s.Setup.Date, s.Plan.Promises, sheet) },
	}
}

// TestPictures writes every chart of every extreme as a picture, light and dark, as small and as large as it is shown,
// where EXCEED_PICTURES names a folder, for looking at them; -run TestPictures/map writes those of one chart. Without a
// folder it draws each chart once.
func TestPictures(t *testing.T) {
	dir := os.Getenv("EXCEED_PICTURES")
	test.NewTempApp(t)
	fonts := sample.Fonts()
	looks := map[string]fyne.Theme{"light": look(theme.VariantLight), "dark": look(theme.VariantDark)}
	for name, of := range extremes {
		s := sample.Session(of)
		words := assets.WordsFor(s.Setup.Language)
		for kind, draw := range drawings(s) {
			t.Run(kind+"/"+name, func(t *testing.T) {
				for _, at := range scenes {
					for variant, look := range looks {
						if dir == "" && (name != "equal" || variant == "dark" || at.name != "face") {
							continue
						}
						sheet := chart.Sheet{Words: words, Measure: fonts, Width: float64(at.size.Width), Height: float64(at.size.Height), Text: at.text}
						img := picture(draw(sheet), at, look)
						if img.Bounds().Dx() < int(at.size.Width) {
							t.Errorf("%s is %v large", kind, img.Bounds())
						}
						if dir != "" {
							write(t, filepath.Join(dir, fmt.Sprintf("%s-%s-%s-%s.png", kind, at.name, name, variant)), img)
						}
					}
				}
			})
		}
	}
}

// picture is a chart between its title and its notes.
func picture(c chart.Chart, at scene, look fyne.Theme) image.Image {
	fyne.CurrentApp().Settings().SetTheme(look)
	f := figure.New(func(fyne.Size) chart.Figure { return c.Figure })
	f.SetMinSize(at.size)
	title := line(c.Title, theme.ColorNameForeground, at.text*1.4)
	notes := line(c.Badge+" "+c.Note, theme.ColorNamePlaceHolder, at.text*0.8)
	back := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	return software.Render(container.NewStack(back, container.NewPadded(container.NewBorder(title, notes, nil, nil, f))), look)
}

func write(t *testing.T, path string, img image.Image) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(file, img), file.Close()); err != nil {
		t.Fatal(err)
	}
}

// line is a line of text that takes no more width than there is.
func line(text string, colour fyne.ThemeColorName, size float64) fyne.CanvasObject {
	words := canvas.NewText(text, theme.Color(colour))
	words.TextSize = float32(size)
	return container.NewHScroll(words)
}
