package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
	"exceed/workshop/pdf"
)

type edition struct {
	of     sample.Of
	paper  pdf.Paper
	review bool
}

func (e edition) session() *workshop.Session {
	if e.review {
		return reviewed(e.of)
	}
	return sample.Session(e.of)
}

func (e edition) pages(t *testing.T, s *workshop.Session) []*pdf.Page {
	t.Helper()
	lay := func() ([]*pdf.Page, error) { return pdf.Pages(s, options(s, e.paper)) }
	if e.review {
		lay = func() ([]*pdf.Page, error) { return pdf.ReviewPages(s, reviewDay(), options(s, e.paper)) }
	}
	pages, err := lay()
	must(t, err)
	return pages
}

func (e edition) written(t *testing.T, s *workshop.Session) []byte {
	t.Helper()
	if !e.review {
		return written(t, s, options(s, e.paper))
	}
	var out bytes.Buffer
	must(t, pdf.WriteReview(&out, s, reviewDay(), options(s, e.paper)))
	return out.Bytes()
}

var editions = map[string]edition{
	"few":     {sample.Of{People: 4, Seed: 2}, pdf.Letter, false}, // below the threshold
	"tiny":    {sample.Of{People: 5, Themes: 4, Seed: 1}, pdf.A4, false},
	"full":    {sample.Full(workshop.English), pdf.A4, false},
	"french":  {sample.Full(workshop.French), pdf.A4, false},
	"swahili": {sample.Full(workshop.Swahili), pdf.A4, false},
	"letter":  {sample.Of{People: 40, Themes: 16, Customers: 200, Evidence: workshop.Survey, Promises: 40, Voices: 120, Seed: 5, Earlier: true}, pdf.Letter, false},
	"hostile": {sample.Of{People: 40, Themes: 16, Customers: 9, Evidence: workshop.PrivateBelief, Promises: 40, Voices: 120, Hostile: true, Seed: 6}, pdf.A4, false},

	"series": {sample.Of{Seed: 7, Lang: workshop.French, Customers: 30, Evidence: workshop.Survey, Promises: 5, Earlier: true, Longer: 11}, pdf.Letter, false},

	"review":         {sample.Full(workshop.English), pdf.A4, true},
	"review-french":  {sample.Full(workshop.French), pdf.Letter, true},
	"review-swahili": {sample.Of{Lang: workshop.Swahili, Promises: 16, Seed: 7}, pdf.A4, true},
	"review-hostile": {sample.Of{People: 40, Themes: 16, Customers: 9, Evidence: workshop.PrivateBelief, Promises: 40, Voices: 120, Hostile: true, Seed: 6}, pdf.Letter, true},
}

func options(s *workshop.Session, paper pdf.Paper) pdf.Options {
	s.Rehearsal = s.Plan.Promises == nil
	return pdf.Options{Paper: paper, Words: assets.WordsFor(s.Setup.Language)}
}

func written(t testing.TB, s *workshop.Session, o pdf.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Write(&out, s, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestTextsStayOnThePageAndApart(t *testing.T) {
	fonts := sample.Fonts()
	for name, e := range editions {
		pages := e.pages(t, e.session())
		if len(pages) < 3 && !e.review {
			t.Errorf("%s has %d pages; want every section", name, len(pages))
		}
		for i, p := range pages {
			where := fmt.Sprintf("%s, page %d", name, i+1)
			sheet := chart.Rect{X: 50, Y: 30, W: p.Figure.Width - 100, H: p.Figure.Height - 60}
			var boxes []chart.Rect
			texts := p.Figure.Texts()
			for _, text := range texts {
				r := text.Box(fonts)
				r.Y, r.H = text.At.Y-0.74*text.Size, 0.94*text.Size
				if !r.Inside(sheet) {
					t.Errorf("%s: %q leaves the page: %.0f", where, text.Text, r)
				}
				for k, other := range boxes {
					if r.Overlaps(other) {
						t.Errorf("%s: %q %.0f covers %q %.0f", where, text.Text, r, texts[k].Text, other)
					}
				}
				if strings.Contains(text.Text, "⟦") || strings.Contains(text.Text, "<no value>") || strings.Contains(text.Text, "□key") {
					t.Errorf("%s: %q lacks its words", where, text.Text)
				}
				boxes = append(boxes, r)
			}
		}
	}
}

func TestNoHeadingIsParted(t *testing.T) {
	for name, e := range editions {
		for i, p := range e.pages(t, e.session()) {
			lowest, heading, texts := 0.0, 0.0, p.Figure.Texts()
			for _, text := range texts {
				if text.At.Y > p.Figure.Height-50 {
					continue // the running foot
				}
				lowest = max(lowest, text.At.Y)
				if text.Weight == chart.SemiBold && text.Size >= 10 { // those of a table’s groups too
					heading = max(heading, text.At.Y)
				}
			}
			if heading > 0 && lowest < heading+8 {
				t.Errorf("%s, page %d ends with a heading", name, i+1)
			}
			if lowest == 0 || len(texts) < 6 {
				t.Errorf("%s, page %d is all but empty", name, i+1)
			}
		}
	}
}

// TestPagesAreFilledAndNothingIsCut: charts take the room that the end of a page would leave empty, so that only what
// must stand together leaves some; no text of ordinary length is cut, and no date is parted.
func TestPagesAreFilledAndNothingIsCut(t *testing.T) {
	for name, e := range editions {
		if e.of.Hostile || name == "few" { // of few people there is little to say
			continue
		}
		s := sample.Session(e.of)
		o := options(s, e.paper)
		pages, err := pdf.Pages(s, o)
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]bool{}
		for i, p := range pages {
			lowest := 0.0
			for _, text := range p.Figure.Texts() {
				said[text.Text] = true
				if text.At.Y < p.Figure.Height-50 { // above the running foot
					lowest = max(lowest, text.At.Y)
				}
				if strings.HasSuffix(text.Text, "…") {
					t.Errorf("%s, page %d: %q is cut", name, i+1, text.Text)
				}
			}
			if i < len(pages)-1 && lowest < 0.64*p.Figure.Height {
				t.Errorf("%s, page %d ends at %.0f of %.0f points", name, i+1, lowest, p.Figure.Height)
			}
		}
		for _, promise := range s.Plan.Promises {
			if date := o.Words.Date(promise.Due); !said[date] {
				t.Errorf("%s: %q stands on no line", name, date)
			}
		}
	}
}

// TestSmallTextIsNoWiderThanAnEyeFollows: of a line that starts at the margin an eye must find the next one.
func TestSmallTextIsNoWiderThanAnEyeFollows(t *testing.T) {
	fonts := sample.Fonts()
	for name, e := range editions {
		for i, p := range e.pages(t, e.session()) {
			for _, text := range p.Figure.Texts() {
				inside := text.At.Y > 66 && text.At.Y < p.Figure.Height-50 // of the running head and foot
				if r := text.Box(fonts); inside && text.Size < 10 && text.Weight == chart.Regular && r.X < 52 && r.W > 431 {
					t.Errorf("%s, page %d: %q is %.0f points wide", name, i+1, text.Text, r.W)
				}
			}
		}
	}
}

// TestAChangeAndADateStayOnTheirLines: what a promise is to change from and to, and the day of the pulse before, are read
// in one piece.
func TestAChangeAndADateStayOnTheirLines(t *testing.T) {
	for name, e := range editions {
		if e.of.Hostile || e.of.Promises == 0 {
			continue
		}
		s := e.session()
		o := options(s, e.paper)
		want := []string{o.Words.Say("chart.range", "from", s.Plan.Promises[0].From, "to", s.Plan.Promises[0].To)}
		if e.review {
			want = append(want, o.Words.Date(s.Pulses()[1].Opened))
		}
		for _, text := range want {
			whole := false
			for _, p := range e.pages(t, s) {
				for _, line := range p.Figure.Texts() {
					whole = whole || strings.Contains(line.Text, strings.ReplaceAll(text, " ", "\u00a0"))
				}
			}
			if !whole {
				t.Errorf("%s: %q is parted", name, text)
			}
		}
	}
}

func TestPageOneHoldsTheLinesToSign(t *testing.T) {
	for name, e := range editions {
		s := e.session()
		o, pages := options(s, e.paper), e.pages(t, s)
		page, found := pages[0], false
		if e.review {
			page = pages[len(pages)-1]
		}
		for _, text := range page.Figure.Texts() {
			found = found || text.Text == o.Words.Say("pdf.leader.sign")
		}
		if !found {
			t.Errorf("%s: the lines to sign on are not on page one, of a review on its last", name)
		}
	}
}

// TestPageOneIsCalmlyFull: with few promises the investment takes the room that they leave.
func TestPageOneIsCalmlyFull(t *testing.T) {
	for promises := range 4 {
		of := sample.Full(workshop.English)
		of.Promises = promises
		e := edition{of, pdf.A4, false}
		page := e.pages(t, e.session())[0].Figure
		last, sign := 0.0, 0.0
		for _, text := range page.Texts() {
			switch {
			case text.Text == assets.WordsFor(workshop.English).Say("pdf.leader.sign"):
				sign = text.At.Y
			case sign == 0:
				last = max(last, text.At.Y)
			}
		}
		if empty := sign - last; empty > page.Height/6 {
			t.Errorf("%d promises leave %.0f of %.0f empty", promises, empty, page.Height)
		}
	}
}

// TestManyPromisesAreNumbered: the list for the reviews has the numbers of the marks above it.
func TestManyPromisesAreNumbered(t *testing.T) {
	for _, promises := range []int{5, 20} {
		of := sample.Full(workshop.English)
		of.Promises = promises
		e := edition{of, pdf.A4, false}
		numbers := map[string]int{}
		for _, page := range e.pages(t, e.session()) {
			for _, text := range page.Figure.Texts() {
				if number, _, ok := strings.Cut(text.Text, ". "); ok && len(number) < 3 {
					numbers[number]++
				}
			}
		}
		for i := 1; i <= 20; i++ {
			if want := promises > 12; (numbers[strconv.Itoa(i)] == 1) != want {
				t.Errorf("%d promises: the list has number %d %d times", promises, i, numbers[strconv.Itoa(i)])
			}
		}
	}
}

func TestPageOneShowsTheFiguresOfTheComparison(t *testing.T) {
	s := sample.Session(sample.Full(workshop.French))
	c, o := s.Compare(), options(s, pdf.A4)
	pages, err := pdf.Pages(s, o)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, text := range pages[0].Figure.Texts() {
		shown[text.Text] = true
	}
	for what, want := range map[string]string{
		"kept": o.Words.Percent(*c.Kept.Employees.Share, 12), "exceeded": o.Words.Percent(*c.Exceeded.Employees.Share, 12),
		"predicted": o.Words.Percent(*c.PredictedKept, 12), "customers": o.Words.Percent(*c.Kept.Customers.Share, 30),
	} {
		if !shown[want] {
			t.Errorf("page one lacks %s: %s", what, want)
		}
	}
}

func TestSameBytesForAnyOrderOfArrival(t *testing.T) {
	of := sample.Full(workshop.English)
	first := sample.Session(of)
	want := written(t, first, options(first, pdf.A4))
	for shuffle := uint64(1); shuffle < 6; shuffle++ {
		of.Shuffle = shuffle
		s := sample.Session(of)
		if !bytes.Equal(written(t, s, options(s, pdf.A4)), want) {
			t.Fatalf("shuffle %d gives other bytes", shuffle)
		}
	}
	of.Shuffle, of.Seed = 0, of.Seed+1
	if s := sample.Session(of); bytes.Equal(written(t, s, options(s, pdf.A4)), want) {
		t.Error("other answers give the same bytes")
	}
}

func TestSizeAndMetadata(t *testing.T) {
	for name, e := range editions {
		s := e.session()
		data := e.written(t, s)
		if len(data) > 300<<10 {
			t.Errorf("%s takes %d bytes; want at most 300 KB", name, len(data))
		}
		day := "(D:20261121000000)"
		if e.review {
			day = "(D:20261231000000)"
		}
		for _, want := range []string{"/Lang (" + string(s.Setup.Language) + ")", day, "/Outlines"} {
			if !bytes.Contains(data, []byte(want)) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		for _, never := range []string{"/Author", "/Creator", "/Keywords", "/Subject"} {
			if bytes.Contains(data, []byte(never)) {
				t.Errorf("%s holds %s", name, never)
			}
		}
	}
}

func TestBeforeTheRevealThereIsNoPDF(t *testing.T) {
	s := workshop.NewSession("0", workshop.Setup{}, assets.Themes())
	var out bytes.Buffer
	err := pdf.Write(&out, s, options(s, pdf.A4))
	if !errors.Is(err, workshop.ErrIllegalMove) || out.Len() != 0 {
		t.Errorf("wrote %d bytes and answered %v; want a refusal and nothing", out.Len(), err)
	}
}

func TestHiddenVoicesAreNotPrinted(t *testing.T) {
	s := sample.Session(sample.Full(workshop.English))
	s.Voices[0].Text, s.Voices[0].Hidden, s.Voices[0].Into = "Zebra", false, 0
	has := func() bool {
		pages, err := pdf.Pages(s, options(s, pdf.A4))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			for _, text := range p.Figure.Texts() {
				if strings.Contains(text.Text, "Zebra") {
					return true
				}
			}
		}
		return false
	}
	if !has() {
		t.Fatal("a voice is not printed")
	}
	s.Voices[0].Hidden = true
	if has() {
		t.Error("a hidden voice is printed")
	}
}

func TestSectionsCanBeChosen(t *testing.T) {
	s := sample.Session(sample.Full(workshop.English))
	for _, section := range pdf.Sections() {
		o := options(s, pdf.A4)
		o.Sections = []pdf.Section{section}
		pages, err := pdf.Pages(s, o)
		if err != nil {
			t.Fatal(err)
		}
		marks := 0
		for _, p := range pages {
			marks += len(p.Bookmarks)
		}
		if marks != 1 {
			t.Errorf("%s alone has %d bookmarks", section, marks)
		}
	}
}

// TestOtherProgramsReadThem checks the files with qpdf and reads them with pdftotext, where these are installed. Where
// EXCEED_PICTURES names a folder, the PDFs stay there.
func TestOtherProgramsReadThem(t *testing.T) {
	dir := os.Getenv("EXCEED_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	for name, e := range editions {
		s := e.session()
		path := filepath.Join(dir, name+".pdf")
		if err := os.WriteFile(path, e.written(t, s), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := exec.LookPath("qpdf"); err == nil {
			if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", name, err, out)
			}
		}
		if _, err := exec.LookPath("pdftotext"); err == nil {
			out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			want := assets.WordsFor(s.Setup.Language).Say("pdf.section.method")
			if e.review {
				want = assets.WordsFor(s.Setup.Language).Say("pdf.review.next")
			}
			if !strings.Contains(string(out), want) {
				t.Errorf("%s: its text lacks %q", name, want)
			}
		}
	}
}

func TestNoOtherPackageImportsGofpdf(t *testing.T) {
	imported := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return nil // another package's business
		}
		for _, i := range file.Imports {
			if strings.Contains(i.Path.Value, "gofpdf") {
				imported++
				if dir, _ := filepath.Abs(filepath.Dir(path)); filepath.Base(dir) != "pdf" {
					t.Errorf("%s imports %s", path, i.Path.Value)
				}
			}
		}
		return nil
	})
	if err != nil || imported == 0 {
		t.Errorf("found %d imports and %v; want those of this package", imported, err)
	}
}

// TestAnyTextIsPrinted writes texts of every kind in every place that a person can write in; FuzzText looks for worse.
func TestAnyTextIsPrinted(t *testing.T) {
	base := sample.Session(sample.Of{People: 9, Themes: 4, Promises: 2, Voices: 9, Seed: 3})
	for _, text := range []string{"", "plain", "😀", "\x00\xff", "עברית", strings.Repeat("W", 300), "a\u0301\u0301\u0301", "(\\)", "\U0010FFFF"} {
		s := base.Clone()
		s.Setup.Organisation, s.Setup.Team = text, text
		s.Themes[0].Name = workshop.Text{workshop.English: text}
		s.Plan.Promises[0].What, s.Plan.Promises[0].Owner = text, text
		s.Voices[0].Text = text
		if data := written(t, s, options(s, pdf.A4)); !bytes.HasSuffix(data, []byte("%%EOF\n")) {
			t.Errorf("%q: wrote %d bytes without an end", text, len(data))
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	of := sample.Full(workshop.English)
	of.Promises, of.Voices = 18, 50 // twelve pages
	s := sample.Session(of)
	o := options(s, pdf.A4)
	pages, err := pdf.Pages(s, o)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := pdf.Write(&out, s, o); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(pages)), "pages")
}
