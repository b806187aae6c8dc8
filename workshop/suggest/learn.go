package suggest

import (
	"embed"
	"encoding/json"
	"io/fs"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"exceed/workshop"
)

// words.json holds the labelled word list: by theme, by language, entries parted by commas. sentences.*.txt hold
// labelled sentences: "# theme" before the sentences of that theme, one a line.
//
//go:embed words.json sentences.*.txt
var lessonFiles embed.FS

// The learner: multinomial logistic regression without bias, so that no theme is likelier than another before a word
// is read; steps by AdaGrad (Duchi, Hazan and Singer 2011). Chosen by cross-validation on the labelled sentences.
const (
	rounds   = 3
	step     = 0.3
	shrink   = 6e-3 // L2 penalty
	least    = 0.02 // errors smaller than this teach nothing
	fromList = 0.6  // weight of an entry of the word list; a labelled sentence has 1
)

// lesson says that a text speaks for a theme.
type lesson struct {
	theme  int
	text   string
	weight float32
}

func lists() map[workshop.ThemeKey]map[workshop.Lang]string {
	var lists map[workshop.ThemeKey]map[workshop.Lang]string
	if err := json.Unmarshal([]byte(file("words.json")), &lists); err != nil {
		panic("suggest: words.json cannot be read: " + err.Error()) // a test reads it
	}
	return lists
}

// taught are the languages that there are lessons in.
func taught() (langs []workshop.Lang) {
	files, err := fs.Glob(lessonFiles, "sentences.*.txt")
	if err != nil {
		panic("suggest: " + err.Error()) // the pattern is sound
	}
	for _, name := range files {
		langs = append(langs, workshop.Lang(strings.Split(name, ".")[1]))
	}
	return langs
}

// sentences yields the labelled sentences of a language, each with its theme.
func sentences(lang workshop.Lang) func(yield func(workshop.ThemeKey, string) bool) {
	return func(yield func(workshop.ThemeKey, string) bool) {
		var theme workshop.ThemeKey
		for line := range strings.Lines(file("sentences." + string(lang) + ".txt")) {
			line = strings.TrimSpace(line)
			if key, ok := strings.CutPrefix(line, "# "); ok {
				theme = workshop.ThemeKey(key)
			} else if !yield(theme, line) {
				return
			}
		}
	}
}

func file(name string) string {
	data, err := lessonFiles.ReadFile(name)
	if err != nil {
		panic("suggest: " + err.Error()) // it is embedded
	}
	return string(data)
}

// model tells how much each feature speaks for each theme: weights[feature*themes+theme]. slopes are the sums of
// squared gradients so far, which make its steps smaller the more it has learnt.
type model struct {
	lexicon
	themes          int
	weights, slopes []float32
}

// shipped is what words.json and the labelled sentences teach about the themes that ship, by their order in keys. It is
// learnt once, in about a second, and never changes.
var shipped = sync.OnceValues(learnShipped)

func learnShipped() (*model, []workshop.ThemeKey) {
	lists := lists()
	keys := slices.Sorted(maps.Keys(lists))
	var lessons []lesson
	for _, lang := range taught() {
		for i, key := range keys {
			for entry := range strings.SplitSeq(lists[key][lang], ",") {
				lessons = append(lessons, lesson{i, entry, fromList})
			}
		}
		for key, sentence := range sentences(lang) {
			lessons = append(lessons, lesson{slices.Index(keys, key), sentence, 1})
		}
	}
	m := &model{lexicon: lexicon{number: map[string]int32{}}, themes: len(keys)}
	m.learn(lessons)
	return m, keys
}

// learn is what was shipped about the themes of a session, and what their own sentences add.
func learn(themes []workshop.Theme) *model {
	base, keys := shipped()
	m := &model{
		lexicon: lexicon{maps.Clone(base.number), slices.Clone(base.seen), base.texts}, themes: len(themes),
		weights: make([]float32, len(base.seen)*len(themes)), slopes: make([]float32, len(base.seen)*len(themes)),
	}
	var lessons []lesson
	for i, t := range themes {
		if column := slices.Index(keys, t.Key); column >= 0 {
			for f := range base.seen {
				m.weights[f*m.themes+i] = base.weights[f*base.themes+column]
				m.slopes[f*m.themes+i] = base.slopes[f*base.themes+column]
			}
		}
		for _, lang := range taught() {
			for _, text := range []workshop.Text{t.Name, t.Employees, t.Customers} {
				lessons = append(lessons, lesson{i, text[lang], 1})
			}
		}
	}
	m.learn(lessons)
	return m
}

// learn takes the steps. The conversions keep processors from rounding products and sums at once, so that all of them
// learn the same.
func (m *model) learn(lessons []lesson) {
	texts := m.meet(lessons)
	for _, marks := range texts {
		m.balance(marks, 0)
	}
	grow := len(m.seen)*m.themes - len(m.weights)
	m.weights = append(m.weights, make([]float32, grow)...)
	m.slopes = append(m.slopes, make([]float32, grow)...)
	order := rand.New(rand.NewPCG(1, 2)) // the same in every run
	wrong := make([]float32, m.themes)
	for range rounds {
		for _, i := range order.Perm(len(lessons)) {
			teaches := false
			for t, chance := range chances(m.scores(texts[i])) {
				wrong[t] = chance
				if t == lessons[i].theme {
					wrong[t]--
				}
				if wrong[t] *= lessons[i].weight; wrong[t] < least && wrong[t] > -least {
					wrong[t] = 0
				} else {
					teaches = true
				}
			}
			if teaches {
				m.correct(texts[i], wrong)
			}
		}
	}
}

// correct takes a step for each feature of a text, against how wrong each theme's chance was; 0 teaches nothing.
func (m *model) correct(marks []mark, wrong []float32) {
	for _, mark := range marks {
		at := int(mark.feature) * m.themes
		weights, slopes := m.weights[at:][:len(wrong)], m.slopes[at:][:len(wrong)]
		for t, wrong := range wrong {
			if wrong == 0 {
				continue
			}
			slope := float32(wrong*mark.loud) + float32(shrink*weights[t])
			slopes[t] += float32(slope * slope)
			weights[t] -= float32(step * slope / (1e-3 + root(slopes[t])))
		}
	}
}

// scores are how much a text speaks for each theme.
func (m *model) scores(marks []mark) []float32 {
	scores := make([]float32, m.themes)
	for _, mark := range marks {
		for t, w := range m.weights[int(mark.feature)*m.themes:][:m.themes] {
			scores[t] += float32(mark.loud * w)
		}
	}
	return scores
}

// chances are how likely each theme is; they sum to one.
func chances(scores []float32) []float32 {
	chances := make([]float32, len(scores))
	sum := float32(0)
	for t, s := range scores {
		chances[t] = float32(math.Exp(float64(s)))
		sum += chances[t]
	}
	for t := range chances {
		chances[t] /= sum
	}
	return chances
}
