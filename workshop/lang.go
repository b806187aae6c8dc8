package workshop

// Lang is a language that a person reads Exceed in, as an ISO 639-1 code.
type Lang string

// The languages that ship. Adding one is adding one file of words.
const (
	English Lang = "en"
	French  Lang = "fr"
	Swahili Lang = "sw"
)

// Langs lists the languages that ship, English first.
func Langs() []Lang { return []Lang{English, French, Swahili} }

// Valid says whether l ships.
func (l Lang) Valid() bool { return l == English || l == French || l == Swahili }

// Text is one sentence in one or more languages.
type Text map[Lang]string

// In is the sentence in a language, else in the first of the others that has one: fallback, English, French, Swahili.
func (t Text) In(l, fallback Lang) string {
	for _, try := range append([]Lang{l, fallback}, Langs()...) {
		if s := t[try]; s != "" {
			return s
		}
	}
	return ""
}

// Equal says whether two texts hold the same sentences.
func (t Text) Equal(other Text) bool {
	for _, l := range Langs() {
		if t[l] != other[l] {
			return false
		}
	}
	return true
}
