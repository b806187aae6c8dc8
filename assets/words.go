package assets

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"exceed/workshop"
)

// Words speaks one language: sentences, dates, numbers and errors. It is safe for concurrent use.
type Words struct {
	lang      workshop.Lang
	localizer func() *i18n.Localizer // reads the language when it is first wanted
	printer   *message.Printer
}

// WordsFor are the words of a language that ships; for others they are English.
func WordsFor(lang workshop.Lang) *Words { return shipped.wordsFor(lang) }

func (l *languages) wordsFor(lang workshop.Lang) *Words {
	lang = l.spoken(lang)
	return &Words{
		lang: lang, printer: message.NewPrinter(language.Make(string(lang))),
		localizer: sync.OnceValue(func() *i18n.Localizer { return i18n.NewLocalizer(l.files[lang].words(), string(lang)) }),
	}
}

// Lang is the language.
func (w *Words) Lang() workshop.Lang { return w.lang }

// Say is the sentence of a key, its {{.name}} places filled from pairs of a name and a value. An unknown key answers
// itself in ⟦ ⟧.
func (w *Words) Say(key string, pairs ...any) string { return w.say(key, nil, pairs) }

// Count is the sentence of a key in the plural form for n, which also fills {{.n}}, grouped as the language does.
func (w *Words) Count(key string, n int, pairs ...any) string {
	return w.say(key, n, append([]any{"n", w.Number(float64(n), 0)}, pairs...))
}

func (w *Words) say(key string, plural any, pairs []any) string {
	data := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		data[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	ask := &i18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: plural}
	text, err := w.localizer().Localize(ask)
	if err != nil && plural != nil { // French has a form of its own for whole millions, which no sentence here needs
		ask.PluralCount = nil
		text, err = w.localizer().Localize(ask)
	}
	if err != nil {
		return "⟦" + key + "⟧"
	}
	return text
}

// Explain is what an error says to a person: a refusal in this language, anything else as it is.
func (w *Words) Explain(err error) string {
	var r *workshop.Refusal
	if !errors.As(err, &r) {
		return err.Error()
	}
	pairs := make([]any, 0, 2*len(r.Args))
	for name, value := range r.Args {
		pairs = append(pairs, name, w.argument(r, name, value))
	}
	return w.Say("error."+r.Code, pairs...)
}

// argument is what a refusal's place is filled with: the names of states and of missing things in this language,
// anything else as it is.
func (w *Words) argument(r *workshop.Refusal, name string, value any) any {
	text, isText := value.(string)
	switch {
	case isText && r.Is(workshop.ErrIllegalMove):
		return w.Say("state." + text)
	case isText && name == "missing" && r.Is(workshop.ErrNotReady):
		return w.list("ready.", text)
	case isText && name == "missing" && r.Is(workshop.ErrNoPromise):
		return w.list("promise.missing.", text)
	case isText && name == "missing" && r.Is(workshop.ErrOpenEnds):
		return w.list("close.missing.", text)
	}
	return value
}

// list says keys that are joined by commas, each in the middle of a sentence.
func (w *Words) list(prefix, keys string) string {
	said := strings.Split(keys, ", ")
	for i, key := range said {
		first, size := utf8.DecodeRuneInString(w.Say(prefix + key))
		said[i] = string(unicode.ToLower(first)) + w.Say(prefix + key)[size:]
	}
	return strings.Join(said, ", ")
}

// Date is a day in full: 21 November 2026.
func (w *Words) Date(d workshop.Date) string {
	if d.IsZero() {
		return ""
	}
	day := strconv.Itoa(d.Day)
	if d.Day == 1 {
		day = w.Say("date.first") // French counts the first otherwise
	}
	return w.Say("date.full", "day", day, "month", w.Month(d.Month), "year", d.Year)
}

// Month is the name of a month.
func (w *Words) Month(m time.Month) string { return w.Say(fmt.Sprintf("date.month.%d", int(m))) }

// Number is x rounded to that many decimals, halves away from zero, grouped and pointed as the language does, with a
// true minus sign; what rounds to zero has none.
func (w *Words) Number(x float64, decimals int) string {
	scale := math.Pow10(decimals)
	x = math.Round(x*scale) / scale
	if x < 0 {
		return "−" + w.printer.Sprint(number.Decimal(-x, number.Scale(decimals)))
	}
	return w.printer.Sprint(number.Decimal(math.Abs(x), number.Scale(decimals)))
}

// Ratio is how many times one amount is another: with one decimal, and below 0.1 with two digits that say something.
func (w *Words) Ratio(x float64) string {
	if x <= 0 || x >= 0.1 {
		return w.Number(x, 1)
	}
	return w.Number(x, min(1-int(math.Floor(math.Log10(x))), 9))
}

// Signed is Number with + before what is more than zero.
func (w *Words) Signed(x float64, decimals int) string {
	text := w.Number(x, decimals)
	if math.Round(x*math.Pow10(decimals)) > 0 {
		return "+" + text
	}
	return text
}

// Percent is a share without decimals where it rests on fewer than 100 respondents, else with one.
func (w *Words) Percent(share float64, n int) string {
	decimals := 0
	if n >= 100 {
		decimals = 1
	}
	return w.Say("number.percent", "n", w.Number(share*100, decimals))
}
