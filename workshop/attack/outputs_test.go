package attack_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/attack"
	"exceed/workshop/exchange"
	"exceed/workshop/memory"
	"exceed/workshop/pdf"
	"exceed/workshop/rehearsal"
	"exceed/workshop/storetest"
)

// outputs is everything that leaves a session: PDF, JSON, CSV, and what the file itself holds.
func outputs(t testing.TB, s *workshop.Session) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"PDF": func(b *bytes.Buffer) error {
			return pdf.Write(b, s, pdf.Options{Words: assets.WordsFor(workshop.English)})
		},
		"JSON": func(b *bytes.Buffer) error { return exchange.WriteResults(b, s) },
		"CSV":  func(b *bytes.Buffer) error { return exchange.WriteResultsCSV(b, s) },
		"file": func(b *bytes.Buffer) error { return json.NewEncoder(b).Encode(s) },
	} {
		var b bytes.Buffer
		must(t, write(&b))
		all[name] = b.Bytes()
	}
	return all
}

// differ names the outputs that are not the same, sorted.
func differ(a, b map[string][]byte) (names []string) {
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// people are a rehearsed group's session, ready to count, and its answers.
func people(t testing.TB, n int) (*workshop.Session, []workshop.Response) {
	t.Helper()
	cast := rehearsal.New(11, workshop.English, n, workshop.Date{Year: 2026, Month: time.November, Day: 21})
	room, err := cast.Play(t.Context(), memory.NewLibrary(), workshop.Prepare, nil)
	must(t, err)
	s := room.Session().Clone()
	s.State = workshop.Sealed
	return s, cast.Responses(s.Themes)
}

// counted is the session with its answers counted.
func counted(t testing.TB, s *workshop.Session, responses []workshop.Response) *workshop.Session {
	t.Helper()
	next := s.Clone()
	must(t, next.Count(responses))
	return next
}

// However people come, what leaves the session is the same to the last byte; a few times through a real file. Control: a
// program that lists voices as they came.
func TestPermutedArrivals(t *testing.T) {
	s, responses := people(t, 14)
	arrivals, throughFiles := attack.Size(8, 200), attack.Size(2, 20)
	want := outputs(t, counted(t, s, responses))
	var off, named int
	for i := range arrivals + throughFiles {
		order := rand.Perm(len(responses))
		came := make([]workshop.Response, len(responses))
		for at, who := range order {
			came[at] = responses[who]
		}
		var got *workshop.Session
		if i < arrivals {
			got = counted(t, s, came)
		} else {
			got = throughFile(t, s, came)
		}
		off += len(differ(want, outputs(t, got)))

		naive := got.Clone()
		place := map[string]int{}
		for at, r := range came {
			for _, st := range r.Statements {
				place[st.Text] = at
			}
		}
		slices.SortStableFunc(naive.Voices, func(a, b workshop.Voice) int { return place[a.Text] - place[b.Text] })
		for v := range naive.Voices {
			naive.Voices[v].ID = v + 1
		}
		if len(differ(want, outputs(t, naive))) > 0 {
			named++
		}
	}
	if off > 0 || named < arrivals/2 {
		t.Errorf("%d outputs differ; control: %d of %d differ", off, named, arrivals+throughFiles)
	}
	attack.Report(t, attack.Line{
		Channel: "permuted arrivals", Tried: fmt.Sprintf("%d orders, %d of them through a file", arrivals+throughFiles, throughFiles),
		Result: fmt.Sprintf("%d of %d outputs differ (PDF, JSON, CSV, file)", off, 4*(arrivals+throughFiles)), Target: "0",
		Control: fmt.Sprintf("voices as they came: %d sessions differ", named),
	})
}

// throughFile collects and reveals in a file.
func throughFile(t testing.TB, s *workshop.Session, came []workshop.Response) *workshop.Session {
	t.Helper()
	store, own, _ := begun(t, "")
	next := s.Clone()
	next.ID, next.State = own.ID, workshop.Collect
	must(t, store.Save(next))
	for _, r := range came {
		_, err := store.Accept(r)
		must(t, err)
	}
	got := reveal(t, store, next, "")
	must(t, store.Close())
	got.ID = s.ID
	return got
}

// Nothing that comes from fewer people than a threshold makes a difference anywhere: not the answers of k − 1 people on
// one theme or one behaviour, nor how many they are, nor the words of v − 1 people. With k − 1 people nothing leaves the
// session at all. Controls: the same changes by k and v people show.
func TestNothingBelowTheThresholds(t *testing.T) {
	s, all := people(t, 14)
	k, v := s.Setup.Threshold, s.Setup.VoicesThreshold
	changed, shown, tried := 0, 0, 0
	compare := func(what string, a, b *workshop.Session, below bool) {
		names := differ(outputs(t, a), outputs(t, b))
		tried++
		if !below {
			shown += len(names)
			if len(names) == 0 {
				t.Errorf("control: %s makes no difference", what)
			}
			return
		}
		changed += len(names)
		if len(names) > 0 {
			t.Errorf("%s makes a difference to %v", what, names)
		}
	}
	for range attack.Size(3, 40) {
		theme, behaviour := rand.IntN(len(s.Themes)), rand.IntN(workshop.BehaviourCount)
		for _, people := range []int{k - 1, k} {
			one, other := counted(t, s, onTheme(all, theme, people)), counted(t, s, onTheme(all, theme, people-1))
			compare(fmt.Sprintf("a theme with %d and %d answers", people, people-1), one, other, people < k)
			one, other = counted(t, s, onBehaviour(all, behaviour, people)), counted(t, s, onBehaviour(all, behaviour, people-1))
			compare(fmt.Sprintf("a behaviour with %d and %d answers", people, people-1), one, other, people < k)
		}
		for _, people := range []int{v - 1, v} {
			one, other := counted(t, s, inWords(all[:people])), counted(t, s, inWords(all[:people]))
			compare(fmt.Sprintf("other words of %d people", people), one, other, people < v)
		}
	}
	tooFew := s.Clone()
	if err := tooFew.Count(all[:k-1]); err == nil || tooFew.Tally != nil || tooFew.Voices != nil {
		t.Errorf("%d people are counted: %v", k-1, err)
	}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"PDF": func(b *bytes.Buffer) error {
			return pdf.Write(b, tooFew, pdf.Options{Words: assets.WordsFor(workshop.English)})
		},
		"JSON": func(b *bytes.Buffer) error { return exchange.WriteResults(b, tooFew) },
		"CSV":  func(b *bytes.Buffer) error { return exchange.WriteResultsCSV(b, tooFew) },
	} {
		var b bytes.Buffer
		if err := write(&b); err == nil || b.Len() > 0 {
			t.Errorf("%d people: the %s holds %d bytes, %v", k-1, name, b.Len(), err)
		}
	}
	attack.Report(t, attack.Line{
		Channel: "thresholds, in PDF, JSON, CSV and file", Tried: fmt.Sprintf("%d pairs of sessions", tried),
		Result: fmt.Sprintf("%d outputs change below %d answers or %d writers", changed, k, v), Target: "0",
		Control: fmt.Sprintf("at %d and %d: %d outputs change", k, v, shown),
	})
}

// onTheme are the answers with only so many standings on a theme, drawn anew.
func onTheme(all []workshop.Response, theme, people int) []workshop.Response {
	responses := slices.Clone(all)
	for i := range responses {
		standing := slices.Clone(responses[i].Standing)
		standing[theme] = math.NaN()
		if i < people {
			standing[theme] = float64(rand.IntN(7) - 3)
		}
		responses[i].Standing = standing
	}
	return responses
}

// onBehaviour are the answers with only so many people on a behaviour, drawn anew.
func onBehaviour(all []workshop.Response, behaviour, people int) []workshop.Response {
	responses := slices.Clone(all)
	for i := range responses {
		responses[i].Behaviours[behaviour] = workshop.NotSaid
		if i < people {
			responses[i].Behaviours[behaviour] = workshop.Frequency(1 + rand.IntN(5))
		}
	}
	return responses
}

// inWords are the answers with one statement each, in words drawn anew.
func inWords(all []workshop.Response) []workshop.Response {
	responses := slices.Clone(all)
	for i := range responses {
		responses[i].Statements = []workshop.Statement{{Text: storetest.Statement(rand.IntN(1000)) + fmt.Sprint(rand.Uint64()), Show: true}}
	}
	return responses
}
