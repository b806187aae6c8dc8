package suggest

// leastVoice is what a language counts at least that a statement seems not to be in: people mix them.
const leastVoice = 0.15

// score is how much each theme speaks from a text, by the themes' order.
func (b *book) score(text string) []float64 {
	written := words(text)
	total := make([]float64, b.themes)
	read := make([]reading, len(b.pages))
	seen := 0.0
	for i, p := range b.pages {
		read[i] = p.read(written, b.themes)
		seen = max(seen, read[i].familiar)
	}
	for _, r := range read {
		voice := leastVoice
		if seen > 0 {
			voice = max(voice, r.familiar/seen*r.familiar/seen)
		}
		for t, score := range r.scores {
			total[t] += voice * score
		}
	}
	return total
}

// reading is a text read in one language.
type reading struct {
	scores   []float64
	familiar float64 // how many of the words the language knows
}

func (p *page) read(written []string, themes int) reading {
	r := reading{scores: make([]float64, themes)}
	keys := make([]string, len(written))
	said := map[string]bool{}
	for i, word := range written {
		plain := fold(word)
		keys[i] = p.stem(word)
		if p.common[plain] {
			r.familiar++
			if p.weights[keys[i]] == nil {
				continue
			}
		}
		weights, known := p.weights[keys[i]]
		share := 1.0
		if !known {
			near, ok := p.near(plain)
			if !ok {
				continue
			}
			keys[i] = p.stem(near)
			weights, share = p.weights[keys[i]], misspelt
		}
		if !p.common[plain] {
			r.familiar += share
		}
		if said[keys[i]] {
			continue
		}
		said[keys[i]] = true
		for t, w := range weights {
			r.scores[t] += share * w
		}
	}
	for i, key := range keys {
		for _, ph := range p.phrases[key] {
			if ph.follows(keys[i+1:]) {
				for t, w := range ph.weights {
					r.scores[t] += w
				}
			}
		}
	}
	return r
}

// follows says whether the rest of a phrase comes next, with at most one other word between each two of its own.
func (ph phrase) follows(keys []string) bool {
	at := 0
	for _, want := range ph.rest {
		switch {
		case at < len(keys) && keys[at] == want:
			at++
		case at+1 < len(keys) && keys[at+1] == want:
			at += 2
		default:
			return false
		}
	}
	return true
}
