package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"exceed/workshop"
)

// voices prints what people wrote and agreed to show, by theme and then by text, each with its fate.
func (b *book) voices() {
	shown := b.session.VoicesToShow()
	if len(shown) == 0 {
		b.section(b.say("pdf.section.voices"), b.say("pdf.voices.none"), 30)
		b.paragraph(b.say("pdf.voices.why_none", "n", b.session.Setup.VoicesThreshold), body, 6)
		if b.session.CountFates().All() > 0 {
			b.paragraph(b.voiceCounts(), body, 6)
		}
		return
	}
	heads := b.headsOf(shown)
	shown = sortedVoices(shown, heads)
	var rows []row
	for _, theme := range b.session.Themes {
		rows = append(rows, b.voicesOf(theme.Key, b.themeName(theme.Key), shown, heads)...)
	}
	rows = append(rows, b.voicesOf("", b.say("pdf.voices.other"), shown, heads)...)
	t := b.tabular([]column{{head: b.say("pdf.parked.item"), part: 0.72}, {head: b.say("pdf.voices.fate"), part: 0.28}}, rows)
	counts := b.voiceCounts()
	b.section(b.say("pdf.section.voices"), b.words.Count("pdf.voices.title", len(shown)), 60+t.start())
	b.paragraph(counts, body, 4)
	b.paragraph(b.say("pdf.voices.note"), note, 6)
	t.set()
}

// voicesOf are the rows of one theme under its name; none where it has no voice.
func (b *book) voicesOf(key workshop.ThemeKey, name string, shown []workshop.Voice, heads map[int]workshop.Voice) []row {
	rows := []row{{group: name}}
	for _, v := range shown {
		of := heads[v.ID]
		if of.Theme != key {
			continue
		}
		fate := b.fate(b.session.FateOf(v))
		if of.ID != v.ID {
			fate = b.say("pdf.fate.merged", "fate", fate)
		}
		rows = append(rows, row{cells: []string{b.say("pdf.voices.quote", "text", Normal(v.Text)), fate}})
	}
	if len(rows) == 1 {
		return nil
	}
	return rows
}

// noBreak is a space at which no line ends.
const noBreak = "\u00a0"

// voiceCounts accounts for every voice: what becomes of those shown, and how many are not shown.
func (b *book) voiceCounts() string {
	n, w := b.session.CountFates(), b.words
	var parts []string
	add := func(key string, n int) {
		if n > 0 {
			parts = append(parts, strings.Replace(w.Count(key, n), " ", noBreak, 1))
		}
	}
	add("pdf.voices.acted_on", n.ActedOn)
	add("pdf.voices.parked", n.Parked)
	add("pdf.voices.declined", n.Declined)
	add("pdf.voices.undecided", n.Undecided)
	add("pdf.voices.hidden", n.Hidden)
	add("pdf.voices.counted_only", n.CountedOnly)
	return w.Count("pdf.voices.account", n.All(), "parts", strings.Join(parts, noBreak+"· "))
}

// headsOf finds the voice that each was merged into, or the voice itself, by its ID.
func (b *book) headsOf(voices []workshop.Voice) map[int]workshop.Voice {
	heads := make(map[int]workshop.Voice, len(voices))
	for _, v := range voices {
		heads[v.ID] = v
	}
	for _, v := range voices {
		if into, ok := b.session.Voice(v.Into); ok {
			heads[v.ID] = into
		}
	}
	return heads
}

// sortedVoices is the order of print: by text alone, which tells nothing of arrival; merged voices follow their head.
func sortedVoices(voices []workshop.Voice, heads map[int]workshop.Voice) []workshop.Voice {
	texts := make(map[int]string, len(voices))
	for _, v := range voices {
		texts[v.ID] = strings.ToLower(Normal(v.Text))
	}
	sorted := slices.Clone(voices)
	slices.SortFunc(sorted, func(a, b workshop.Voice) int {
		x, y := heads[a.ID].ID, heads[b.ID].ID
		return cmp.Or(
			strings.Compare(texts[x], texts[y]), cmp.Compare(x, y),
			boolFirst(a.ID == x, b.ID == y), strings.Compare(texts[a.ID], texts[b.ID]), cmp.Compare(a.ID, b.ID))
	})
	return sorted
}

func boolFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// Normal is a statement as it is printed: spaces and the habit of writing in capitals or without any, which might tell
// its writer, are evened out.
func Normal(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	letters, small := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if !unicode.IsUpper(r) {
				small++
			}
		}
	}
	if letters > 6 && small == 0 {
		text = strings.ToLower(text)
	}
	for i, r := range text {
		if unicode.IsLetter(r) {
			return text[:i] + string(unicode.ToUpper(r)) + text[i+len(string(r)):]
		}
	}
	return text
}

// fate says what becomes of a voice or of a parked item.
func (b *book) fate(f workshop.Fate) string {
	if f.Kind == workshop.Undecided {
		return b.say("pdf.fate.undecided")
	}
	text := b.say("pdf.fate." + string(f.Kind))
	if f.Reason != "" {
		text = b.say("pdf.fate.because", "fate", text, "reason", f.Reason)
	}
	return text
}

// parked prints the parking lot.
func (b *book) parked() {
	items := b.session.Parking
	if len(items) == 0 {
		return
	}
	rows := make([]row, len(items))
	for i, item := range items {
		rows[i] = row{cells: []string{item.Text, b.fate(item.Fate)}}
	}
	t := b.tabular([]column{{head: b.say("pdf.parked.item"), part: 0.72}, {head: b.say("pdf.voices.fate"), part: 0.28}}, rows)
	b.section(b.say("pdf.section.parked"), b.words.Count("pdf.parked.title", len(items)), t.start())
	t.set()
}
