package rehearsal

import (
	_ "embed"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"sync"

	"exceed/workshop"
)

//go:embed voices.json
var voicesJSON []byte

//go:embed script.json
var scriptJSON []byte

// saying is something that a simulated person may write.
type saying struct {
	Theme      workshop.ThemeKey `json:"theme"`
	Text       workshop.Text     `json:"text"`
	Glad       bool              `json:"glad"`       // said by those who get what they expect
	Identifies bool              `json:"identifies"` // tells who wrote it; the facilitator hides it
}

// script is what the group says and writes on its sheets, in some languages; in others they are English.
type script struct {
	Team     workshop.Text   `json:"team"`
	Currency workshop.Text   `json:"currency"` // a code
	Owners   []workshop.Text `json:"owners"`   // roles, not people
	Parking  []workshop.Text `json:"parking"`
	Declined []workshop.Text `json:"declined"`
	Split    workshop.Text   `json:"split"`
	LeftOut  workshop.Text   `json:"left_out"`
	Moved    workshop.Text   `json:"moved"`
}

var corpus = sync.OnceValue(func() []saying { return read[[]saying]("voices.json", voicesJSON) })

var lines = sync.OnceValue(func() script { return read[script]("script.json", scriptJSON) })

func read[T any](name string, data []byte) (value T) {
	if err := json.Unmarshal(data, &value); err != nil {
		panic("rehearsal: " + name + " cannot be read: " + err.Error()) // a test reads both
	}
	return value
}

// deck is the corpus shuffled; what is written is taken out of it.
type deck struct {
	rnd  *rand.Rand
	lang workshop.Lang
	left []saying
}

// newDeck puts a saying that tells its writer on top, so that the facilitator always has something to hide.
func (r *Rehearsal) newDeck() *deck {
	d := &deck{rnd: r.stream(partWords), lang: r.lang, left: slices.Clone(corpus())}
	d.rnd.Shuffle(len(d.left), func(i, j int) { d.left[i], d.left[j] = d.left[j], d.left[i] })
	i := slices.IndexFunc(d.left, func(s saying) bool { return s.Identifies })
	d.left[0], d.left[i] = d.left[i], d.left[0]
	return d
}

// write is what one person writes, none to three statements, on what the person expects most where the deck has such.
func (d *deck) write(own workshop.Ratings, themes []workshop.Theme) []workshop.Statement {
	count, x := 0, d.rnd.Float64()
	for _, upTo := range [workshop.MaxStatements]float64{0.2, 0.6, 0.88} {
		if x >= upTo {
			count++
		}
	}
	var written []workshop.Statement
	for range min(count, len(d.left)) {
		i := 0
		if !d.left[0].Identifies {
			i = max(0, slices.IndexFunc(d.left, func(s saying) bool { return fits(s, own, themes) }))
		}
		s := d.left[i]
		d.left = slices.Delete(d.left, i, i+1)
		st := workshop.Statement{Text: s.Text.In(d.lang, workshop.English), Show: s.Identifies || d.rnd.Float64() < 0.85}
		if d.rnd.Float64() < 0.65 && workshop.ThemeIndex(themes, s.Theme) >= 0 {
			st.Theme = s.Theme
		}
		written = append(written, st)
	}
	return written
}

// fits says whether a person with these answers might say it.
func fits(s saying, own workshop.Ratings, themes []workshop.Theme) bool {
	i := workshop.ThemeIndex(themes, s.Theme)
	if i < 0 {
		return s.Theme == ""
	}
	return own.Points[i] > 0 && s.Glad == (own.Standing[i] > 0)
}
