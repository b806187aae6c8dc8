package pdf

import (
	"fmt"

	"exceed/workshop"
)

// Pages lays a revealed session out as pages of shapes. A session that is not yet revealed is workshop.ErrIllegalMove.
// Whatever a text holds, it ends with pages or an error, never a panic.
func Pages(s *workshop.Session, o Options) ([]*Page, error) {
	return lay(s, o, func(b *book) {
		for _, section := range Sections() {
			if o.wants(section) {
				b.set(section)
			}
		}
	})
}

// lay sets a book with its running heads.
func lay(s *workshop.Session, o Options, set func(*book)) (pages []*Page, err error) {
	defer recovered(&err)
	if !s.State.Revealed() || s.Tally == nil {
		return nil, workshop.ErrIllegalMove.With("from", string(s.State), "to", "report")
	}
	measure, err := o.measurer()
	if err != nil {
		return nil, err
	}
	b := &book{words: o.Words, measure: measure, session: s, figures: s.Compare(), unlocked: o.Unlocked, wrapped: map[wrapping][]string{}}
	b.width, b.height = o.Paper.Size()
	for i, t := range s.Themes[:min(len(s.Themes), len(b.figures.Themes))] {
		b.figures.Themes[i].Name = t.Name.In(o.Words.Lang(), s.Setup.Language)
	}
	b.turn()
	set(b)
	b.frame()
	return b.pages, nil
}

func (b *book) set(s Section) {
	switch s {
	case LeaderPage:
		b.leaderPage()
	case Mirror:
		b.mirror()
	case Map:
		b.theMap()
	case Splits:
		b.splits()
	case Plan:
		b.plan()
	case Behaviours:
		b.behaviours()
	case Reviews:
		b.reviews()
	case Voices:
		b.voices()
	case Parked:
		b.parked()
	case Trend:
		b.trend()
	case Method:
		b.method()
	}
}

// recovered turns a panic into an error.
func recovered(err *error) {
	if cause := recover(); cause != nil {
		*err = fmt.Errorf("the PDF could not be set: %v", cause)
	}
}
