package workshop

import "testing"

func TestEveryVoiceIsAccountedFor(t *testing.T) {
	s := planning()
	s.Tally = &Tally{CountedOnly: 3}
	s.Voices = append(s.Voices, Voice{ID: 5, Text: "t"})
	must(t, s.MergeVoice(2, 1))
	must(t, s.ChangeVoice(1, func(v *Voice) { v.Fate = Fate{Kind: Declined, Reason: "why"} }))
	must(t, s.ChangeVoice(3, func(v *Voice) { v.Fate = Fate{Kind: ActedOn} }))
	must(t, s.HideVoice(4, true))
	want := FateCount{ActedOn: 1, Declined: 2, Undecided: 1, Hidden: 1, CountedOnly: 3}
	if got := s.CountFates(); got != want || got.All() != len(s.Voices)+3 {
		t.Errorf("counted %+v, %d in all; want %+v", got, got.All(), want)
	}
}

func TestLeftBehind(t *testing.T) {
	yes, no, one, two, focus := true, false, 1, 2, 0.2
	c := &Comparison{Themes: []ThemeFigures{
		{Key: "first", FocusRank: &one, Focus: &focus, Employees: SideFigures{Split: &no}},
		{Key: "split", FocusRank: &two, Focus: &focus, Employees: SideFigures{Split: &yes}},
		{Key: "quiet", Employees: SideFigures{Split: &no}},
		{Key: "spoken", Employees: SideFigures{Split: &no}},
	}}
	p := Priorities{Dropped: map[ThemeKey]string{"split": " later ", "spoken": "it is being repaired", "quiet": " "}}
	if got := p.LeftBehind(c); got != nil {
		t.Errorf("before anything goes on, %v are left behind", got)
	}
	p.Focus = []ThemeKey{"quiet"}
	got := p.LeftBehind(c)
	if len(got) != 3 || !got[0].First || got[0].Divides || got[0].Reason != "" ||
		got[1].First || !got[1].Divides || got[1].Reason != "later" || got[2].Theme.Key != "spoken" {
		t.Errorf("left behind: %+v", got)
	}
	if open := p.Unexplained(c); len(open) != 1 || open[0].Key != "first" {
		t.Errorf("unexplained: %v", open)
	}
	p.Focus = []ThemeKey{"first", "split"}
	if got := p.LeftBehind(c); len(got) != 1 || got[0].Theme.Key != "spoken" {
		t.Errorf("themes that go on are left behind: %+v", got)
	}
}
