package pdf

import (
	"strings"
	"testing"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart/sample"
)

// FuzzText sets and prints any text as a line, a paragraph, a heading and a row of a table. Whole books take a thousand
// times as long, so that nothing is laid out here but the text, with one printer for many of them; TestAnyTextIsPrinted
// writes whole ones. Its corpus is in testdata/fuzz.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "plain", "😀", "\x00\xff", "עברית", strings.Repeat("W", 300), "a\u0301\u0301\u0301", "(\\)", "\U0010FFFF"} {
		f.Add(seed)
	}
	fonts := sample.Fonts()
	words := assets.WordsFor(workshop.English)
	width, height := A4.Size()
	var p *printer
	printed := 0
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 600 { // twice what a text may have
			t.Skip()
		}
		b := &book{words: words, measure: fonts, width: width, height: height, wrapped: map[wrapping][]string{}}
		b.turn()
		b.fit(b.left(), b.y, 90, text, bold)
		b.y += 20
		b.section(words.Say("pdf.section.plan"), text, 0)
		b.paragraph(Normal(text), body, 6)
		table := b.tabular([]column{{head: text, part: 1}, {head: text, fits: true}}, []row{{group: text}, {cells: []string{text, text}, notes: []string{text}}})
		table.set()
		for _, page := range b.pages {
			for _, line := range page.Figure.Texts() {
				if r := line.Box(fonts); r.X < b.left()-1 || r.Right() > b.right()+1 && len([]rune(line.Text)) > 1 {
					t.Errorf("%q leaves the page: %v", line.Text, r)
				}
			}
		}
		if printed%500 == 0 { // what is printed stays in memory
			p = newPrinter(A4, fonts)
		}
		printed++
		for _, page := range b.pages {
			p.page(page)
		}
		p.SetTitle(onlyPrintable(text), true)
		if err := p.Error(); err != nil {
			t.Fatal(err)
		}
	})
}
