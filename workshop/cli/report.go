package cli

import (
	"io"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/exchange"
	"exceed/workshop/pdf"
)

func (p *Program) report(c call) error {
	out, err := c.out(".pdf")
	if err != nil {
		return err
	}
	paper, err := choice(c, "paper", pdf.A4, pdf.Papers()...)
	if err != nil {
		return err
	}
	s, protected, err := p.session(c, c.files[0])
	if err != nil {
		return err
	}
	lang, err := choice(c, "lang", s.Setup.Language, assets.Langs()...)
	if err != nil {
		return err
	}
	options := pdf.Options{Paper: paper, Words: assets.WordsFor(lang), Unlocked: !protected}
	if c.flags["review"] != "true" {
		return writeReport(out, s, options)
	}
	if !s.State.Revealed() {
		return exchange.ErrNotRevealed
	}
	today := workshop.DateOf(p.Now())
	return exchange.WriteFile(out, func(w io.Writer) error { return pdf.WriteReview(w, s, today, options) })
}

func writeReport(path string, s *workshop.Session, options pdf.Options) error {
	if !s.State.Revealed() {
		return exchange.ErrNotRevealed
	}
	return exchange.WriteFile(path, func(w io.Writer) error { return pdf.Write(w, s, options) })
}
