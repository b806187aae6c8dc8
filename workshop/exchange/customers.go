package exchange

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"exceed/assets"
	"exceed/workshop"
)

// Use is what a column of a sheet tells.
type Use string

// The uses. Expectation and Perception are SERVQUAL's two ratings, 1 to 7, and only count together.
const (
	Ignore      Use = ""
	Points      Use = "points"
	Standing    Use = "standing"
	Expectation Use = "e"
	Perception  Use = "p"
)

// Uses lists the uses, for choosing.
func Uses() []Use { return []Use{Ignore, Points, Standing, Expectation, Perception} }

// Column says what one column tells about one theme.
type Column struct {
	Use   Use
	Theme workshop.ThemeKey
}

// Mapping says what each column of a sheet tells, by place.
type Mapping []Column

// Suggest maps columns by their names: a theme's key or name in any language, with a word for the use, such as
// "reliability_points", "Reliability (expectation)" or "voice p". A theme alone stands for its standing.
func (s *Sheet) Suggest(themes []workshop.Theme) Mapping {
	mapping := make(Mapping, len(s.Header))
	taken, uses := map[Column]bool{}, usesByName()
	for i, name := range s.Header {
		c, ok := columnNamed(words(name), themes, uses)
		if ok && !taken[c] {
			mapping[i], taken[c] = c, true
		}
	}
	return mapping
}

func columnNamed(name []string, themes []workshop.Theme, uses map[string]Use) (Column, bool) {
	best, length := Column{}, 0
	for _, t := range themes {
		names := []string{string(t.Key)}
		for _, lang := range slices.SortedFunc(maps.Keys(t.Name), workshop.Lang.Compare) {
			names = append(names, t.Name[lang])
		}
		for _, n := range names {
			rest, ok := without(name, words(n))
			if use, known := uses[strings.Join(rest, " ")]; ok && known && len(words(n)) > length {
				best, length = Column{use, t.Key}, len(words(n))
			}
		}
	}
	return best, length > 0
}

// usesByName are the uses by what stands beside a theme's name, in any language that ships; a theme alone stands for its
// standing. Where languages differ, the first has it.
func usesByName() map[string]Use {
	names := map[string]Use{"": Standing, "s": Standing}
	for _, use := range Uses()[1:] {
		names[string(use)] = use
	}
	for _, lang := range assets.Langs() {
		said := assets.WordsFor(lang)
		for _, use := range Uses()[1:] {
			for name := range strings.SplitSeq(said.Say("customers.names."+string(use)), ",") {
				name = strings.Join(words(name), " ")
				if _, taken := names[name]; !taken {
					names[name] = use
				}
			}
		}
	}
	return names
}

// words are the lower-case words of a name.
func words(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune(" _-./:()[]'’,\n\u00a0", r) })
}

// without is what is left of words when part, as it stands, is taken out once.
func without(words, part []string) (rest []string, ok bool) {
	for i := 0; len(part) > 0 && i+len(part) <= len(words); i++ {
		if strings.Join(words[i:i+len(part)], " ") == strings.Join(part, " ") {
			return append(append(rest, words[:i]...), words[i+len(part):]...), true
		}
	}
	return nil, false
}

// sources are the columns that one theme is read from, −1 for none.
type sources struct{ points, standing, e, p int }

// sources checks a mapping: known themes, nothing said twice, expectation and perception in pairs and not beside a
// standing, at least one column used.
func (m Mapping) sources(header []string, themes []workshop.Theme) ([]sources, error) {
	from := make([]sources, len(themes))
	for i := range from {
		from[i] = sources{-1, -1, -1, -1}
	}
	used := false
	for i, c := range m {
		if c.Use == Ignore {
			continue
		}
		t := workshop.ThemeIndex(themes, c.Theme)
		if t < 0 || i >= len(header) {
			return nil, ErrSheetMap.With("column", columnName(header, i))
		}
		place := map[Use]*int{Points: &from[t].points, Standing: &from[t].standing, Expectation: &from[t].e, Perception: &from[t].p}[c.Use]
		if place == nil || *place >= 0 {
			return nil, ErrSheetMap.With("column", columnName(header, i))
		}
		*place, used = i, true
	}
	if !used {
		return nil, ErrSheetNone
	}
	for _, f := range from {
		if (f.e >= 0) != (f.p >= 0) || f.e >= 0 && f.standing >= 0 {
			return nil, ErrSheetMap.With("column", columnName(header, max(f.e, f.p)))
		}
	}
	return from, nil
}

func columnName(header []string, i int) string {
	if i < len(header) && header[i] != "" {
		return "“" + header[i] + "”"
	}
	return strconv.Itoa(i + 1)
}

// Tally counts the customers of a sheet, all or nothing; the first bad cell is refused by row and column. An empty cell
// is missing. The tally is marked as difference scores where a column is an expectation.
func (s *Sheet) Tally(m Mapping, themes []workshop.Theme, threshold int) (*workshop.SideTally, error) {
	problems := Problems{limit: 1}
	side, err := s.tally(m, themes, threshold, &problems)
	if err == nil && len(problems.Found) > 0 {
		err = problems.Found[0]
	}
	if err != nil {
		return nil, err
	}
	return side, nil
}

// Problems are the bad cells of a sheet, each naming its row and column.
type Problems struct {
	Found []error // the first of them
	Count int
	limit int
}

// Check lists what Tally would refuse, up to limit of the bad cells.
func (s *Sheet) Check(m Mapping, themes []workshop.Theme, limit int) (Problems, error) {
	problems := Problems{limit: limit}
	_, err := s.tally(m, themes, workshop.MinThreshold, &problems)
	return problems, err
}

func (p *Problems) add(err error) {
	if p.Count++; len(p.Found) < p.limit {
		p.Found = append(p.Found, err)
	}
}

func (s *Sheet) tally(m Mapping, themes []workshop.Theme, threshold int, problems *Problems) (*workshop.SideTally, error) {
	from, err := m.sources(s.Header, themes)
	if err != nil {
		return nil, err
	}
	reader := cellReader{sheet: s, problems: problems}
	rows := arena{width: len(themes)}
	ratings := make([]workshop.Ratings, 0, s.Rows)
	names, difference := true, false
	err = s.each(func(row int, cells []string) error {
		if names {
			names = false
			return nil
		}
		reader.row, reader.cells = row, cells
		r := workshop.Ratings{Points: rows.row(0), Standing: rows.row(math.NaN())}
		for t, f := range from {
			if x := reader.number(f.points, pointsScale); !math.IsNaN(x) {
				r.Points[t] = x
			}
			r.Standing[t] = reader.number(f.standing, standingScale)
			if f.e >= 0 {
				difference = true
				r.Standing[t] = reader.pair(f.e, f.p)
			}
		}
		ratings = append(ratings, r)
		return nil
	})
	if err != nil || len(problems.Found) > 0 {
		return nil, err
	}
	side := workshop.TallySide(len(themes), threshold, ratings)
	side.Difference = difference
	return side, nil
}

// cellReader reads numbers out of one row.
type cellReader struct {
	sheet    *Sheet
	problems *Problems
	row      int
	cells    []string
}

// number is the number in a column; NaN where the cell is empty, there is no such column, or the cell is a problem.
func (r *cellReader) number(column int, c scale) float64 {
	if column < 0 {
		return math.NaN()
	}
	text := strings.TrimSpace(r.cells[column])
	if text == "" {
		return math.NaN()
	}
	plain := strings.Replace(text, "−", "-", 1)
	if r.sheet.Delimiter != ',' && strings.Count(plain, ",") == 1 && !strings.Contains(plain, ".") {
		plain = strings.Replace(plain, ",", ".", 1)
	}
	x, err := strconv.ParseFloat(plain, 64)
	if err != nil || !(c.low <= x && x <= c.high) {
		r.problems.add(ErrSheetCell.With("row", r.row, "column", columnName(r.sheet.Header, column), "found", Clean(text, 40), "want", c.String()))
		return math.NaN()
	}
	return x + 0 // and not −0
}

func (r *cellReader) pair(expectation, perception int) float64 {
	before := r.problems.Count
	e, p := r.number(expectation, servqualScale), r.number(perception, servqualScale)
	if math.IsNaN(e) != math.IsNaN(p) && r.problems.Count == before {
		lacking := expectation
		if math.IsNaN(p) {
			lacking = perception
		}
		r.problems.add(ErrSheetPair.With("row", r.row, "column", columnName(r.sheet.Header, lacking)))
	}
	return Difference(e, p)
}
