package identify

import (
	"strings"
	"testing"
)

func TestFindsWhatIdentifies(t *testing.T) {
	for text, want := range map[string]Kind{
		"Write to amina.k@example.org, please":                Mail,
		"écrivez à jean (at) exemple.fr":                      Mail,
		"see www.example.org/me":                              Mail,
		"ask @juma_tz about it":                               Mail,
		"Call me on +254 712 345 678":                         Number,
		"nipigie 0712-345-678":                                Number,
		"staff no. EMP-10422":                                 Number,
		"I wish Mrs Otieno would listen":                      Name,
		"que Madame Dubois réponde":                           Name,
		"Bwana Juma atusikilize":                              Name,
		"Dr. Mwangi never has time":                           Name,
		"we need what Grace Wanjiru had":                      Name,
		"my manager Peter should ask us":                      Name,
		"anaitwa Asha":                                        Name,
		"as the only woman in the team I expect respect":      Role,
		"En tant que seule infirmière, j’attends du soutien":  Role,
		"Je suis le chauffeur du service":                     Role,
		"Je suis comptable ici":                               Role,
		"Kama mhasibu nahitaji muda":                          Role,
		"mimi ni dereva wa idara":                             Role,
		"I am the night guard":                                Role,
		"As a receptionist I hear the complaints":             Role,
		"Nikiwa mwanamke pekee hapa, naomba kusikilizwa":      Role,
		"my role is accountant, so pay on time":               Role,
		"the sole cleaner here is me, as the sole cleaner … ": Role,
	} {
		found := false
		for _, hint := range Find(text) {
			found = found || hint.Kind == want
		}
		if !found {
			t.Errorf("%q: no hint of kind %s, only %v", text, want, Find(text))
		}
	}
}

func TestSaysAPassageOnce(t *testing.T) {
	if hints := Find("Que Madame Dubois réponde"); len(hints) != 1 || hints[0].Text != "Madame Dubois" {
		t.Errorf("%v, want the one name", hints)
	}
}

func TestLeavesOrdinaryTextAlone(t *testing.T) {
	for _, text := range []string{
		"", "Answer our questions within two days.", "Pay us on the 28th of every month, as promised in 2025.",
		"We need 12 laptops and 3 chairs.", "The meeting on Monday March 3 was cancelled again.",
		"Que les réunions ne soient plus annulées.", "Nous voulons être écoutés. Chaque lundi, une heure.",
		"Tunataka kusikilizwa kabla ya maamuzi.", "Kila Jumatatu tupewe ratiba.", "Dites-nous pourquoi. Merci !",
		"I expect that my ideas are heard.",
	} {
		if hints := Find(text); len(hints) > 0 {
			t.Errorf("%q: hints %v where nothing identifies", text, hints)
		}
	}
}

func TestBoundsItsWork(t *testing.T) {
	if n := len(Find(strings.Repeat("Mrs Otieno 0712345678 ", 1_000_000))); n == 0 || n > 100 {
		t.Errorf("%d hints in a huge text", n)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Mr X, a@b.cd, +254 712 345 678, as the only one")
	f.Fuzz(func(t *testing.T, text string) {
		for _, hint := range Find(text) {
			if !strings.Contains(text, hint.Text) {
				t.Errorf("%q is not in the text", hint.Text)
			}
		}
	})
}

// What a pattern is said to need, every text has that it matches.
func TestNeedsHideNoMatch(t *testing.T) {
	spared := 0
	for _, lang := range taught(t) {
		telling, harmless := statements(t, "seen."+lang+".txt")
		for _, l := range append(telling, harmless...) {
			f := fold(l.text)
			for _, r := range rules() {
				text := f.lower
				if r.capitals {
					text = f.text
				}
				matches := r.pattern.MatchString(text)
				if matches && !r.mayMatch(f.lower) {
					t.Errorf("%s matches %q, which has none of %q", r.pattern, l.text, r.needs)
				} else if !matches && !r.mayMatch(f.lower) {
					spared++
				}
			}
		}
	}
	if spared == 0 {
		t.Error("spared no text any pattern")
	}
}
