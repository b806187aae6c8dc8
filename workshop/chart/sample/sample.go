// Package sample makes revealed sessions for the tests and benchmarks of everything that lays figures out. Tests alone
// import it.
package sample

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/chart"
)

// Of says what a session shall be like. The zero Of is a small session in English without customers or plan.
type Of struct {
	Seed      uint64
	Lang      workshop.Lang
	Themes    int // at most 16; 0 means the twelve that ship
	People    int // 0 means 12
	Customers int // answers of a survey; 0 means none, unless Evidence says otherwise
	Evidence  workshop.Evidence
	Promises  int
	Voices    int // the most statements
	Shuffle   uint64
	Hostile   bool // texts of every kind, as long as they may be
	Earlier   bool // two sessions before this one
	Longer    int  // as many sessions before those, the two oldest with two answers fewer
	Near      bool // the session before had one answer more, so that the two are not compared closely
	Equal     bool // everybody gets just what they expect
}

// Date is the day of every sample.
var date = workshop.Date{Year: 2026, Month: time.November, Day: 21}

// Full is a session with everything that a workshop of twelve people leaves behind.
func Full(lang workshop.Lang) Of {
	return Of{Seed: 7, Lang: lang, People: 12, Customers: 30, Evidence: workshop.Survey, Promises: 5, Voices: 26, Earlier: true}
}

// Session makes the session. Shuffle changes only the order in which its responses arrive.
func Session(of Of) *workshop.Session {
	if of.Lang == "" {
		of.Lang = workshop.English
	}
	if of.People == 0 {
		of.People = 12
	}
	random := rand.New(rand.NewPCG(of.Seed, 1))
	themes := themesFor(of)
	s := workshop.NewSession("0123456789abcdef0123456789abcdef", workshop.Setup{
		Organisation: text(of, "Riverside Clinics"), Team: text(of, "Front desk"), Date: date, Language: of.Lang, Currency: "KES",
	}, themes)
	s.Leaders = leadersFor(random, themes)
	s.Customers.Evidence = of.Evidence
	people := responses(random, of, of.People, len(themes), 0)
	addVoices(people, themes, of)
	shuffle(people, of.Shuffle)
	var customers *workshop.SideTally
	switch of.Evidence {
	case workshop.GroupBelief:
		customers = workshop.TallyAgreed(len(themes), responses(random, of, 1, len(themes), 0.8)[0].Ratings)
	case workshop.Survey, workshop.PrivateBelief:
		ratings := make([]workshop.Ratings, 0, of.Customers)
		for _, r := range responses(random, of, of.Customers, len(themes), 0.8) {
			ratings = append(ratings, r.Ratings)
		}
		customers = workshop.TallySide(len(themes), s.Setup.Threshold, ratings)
	}
	must(s.ImportCounted(people, customers))
	s.Imported = false
	addPlan(s, of)
	if of.Earlier {
		addEarlier(s, of)
	}
	return s
}

func themesFor(of Of) []workshop.Theme {
	themes := assets.Themes()
	if of.Themes > 0 {
		themes = slices.Grow(themes, workshop.MaxThemes)
		for i := len(themes); i < of.Themes; i++ {
			themes = append(themes, workshop.Theme{
				Key:       workshop.ThemeKey(fmt.Sprintf("own-%d", i)),
				Name:      workshop.Text{of.Lang: text(of, fmt.Sprintf("A theme of our own, %d", i))},
				Employees: workshop.Text{of.Lang: text(of, "We get what we need.")},
				Customers: workshop.Text{of.Lang: text(of, "Customers get what they need.")},
			})
		}
		themes = themes[:of.Themes]
	}
	if of.Hostile {
		for i := range themes {
			themes[i].Name = workshop.Text{of.Lang: text(of, themes[i].Name.In(of.Lang, workshop.English))}
		}
	}
	return themes
}

func leadersFor(random *rand.Rand, themes []workshop.Theme) workshop.Leaders {
	l := workshop.Leaders{
		Standing: map[workshop.ThemeKey]float64{}, Behaviours: map[workshop.Behaviour]workshop.Frequency{}, Committed: true,
		Investment: workshop.Investment{
			Currency: "KES", Employees: workshop.Effort{Hours: 40, Money: 120000}, Customers: workshop.Effort{Hours: 220, Money: 940000},
		},
	}
	for _, t := range themes {
		l.Order = append(l.Order, t.Key)
		l.Standing[t.Key] = float64(random.IntN(4) - 1)
	}
	for _, b := range workshop.Behaviours() {
		value := 2 + random.IntN(3)
		if b.LessOf() {
			value = random.IntN(3)
		}
		l.Behaviours[b], _ = workshop.FrequencyOf(value)
	}
	return l
}

// responses skew their ten points to a few themes and stand lower on the first of them; lift raises every standing.
func responses(random *rand.Rand, of Of, n, themes int, lift float64) []workshop.Response {
	all := make([]workshop.Response, n)
	for i := range all {
		r := workshop.Response{Ratings: workshop.NoRatings(themes)}
		for range workshop.PointsToSpread {
			r.Points[int(float64(themes)*random.Float64()*random.Float64())]++
		}
		for t := range r.Standing {
			mean := -1.3 + 2.4*math.Mod(float64(t)*0.37, 1) + lift
			if t%5 == 2 { // a theme that splits
				mean += float64(2 * (i%2*2 - 1))
			}
			r.Standing[t] = min(max(math.Round(mean+random.NormFloat64()*0.9), workshop.MinStanding), workshop.MaxStanding)
			if t == themes-1 && i > 3 || random.IntN(12) == 0 { // the last theme falls below the threshold
				r.Standing[t] = math.NaN()
			}
			if of.Equal {
				r.Standing[t] = 0
			}
		}
		for b := range r.Behaviours {
			r.Behaviours[b], _ = workshop.FrequencyOf(min(max(1+b%3+random.IntN(3)-1, 0), 4))
		}
		all[i] = r
	}
	return all
}

func addVoices(people []workshop.Response, themes []workshop.Theme, of Of) {
	lines := []string{
		"When the system is down, nobody tells us how long it will take.",
		"Ask us before the rota changes, not after. We have children to fetch, and we would rather swap among ourselves than be told the evening before.",
		"i would like to hear once a month what I did well",
		"The new chairs are a real help, thank you.",
		"PLEASE REPAIR THE PRINTER AT DESK TWO",
		"More time with my lead: our talks are the first thing to be cancelled.",
		"We promise patients a call back within the hour, and wait for days ourselves.",
	}
	for i := range of.Voices {
		line := text(of, lines[i%len(lines)])
		if i >= len(lines) && !of.Hostile {
			line += fmt.Sprintf(" (%d)", i/len(lines)+1)
		}
		r := &people[(i/workshop.MaxStatements)%len(people)]
		st := workshop.Statement{Text: line, Show: i%6 != 5}
		if i%4 != 3 {
			st.Theme = themes[(i/3)%len(themes)].Key
		}
		r.Statements = append(r.Statements, st)
	}
}

func shuffle(people []workshop.Response, seed uint64) {
	if seed != 0 {
		rand.New(rand.NewPCG(seed, 2)).Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
	}
}

func addPlan(s *workshop.Session, of Of) {
	c := s.Compare()
	ranked := slices.Clone(c.Themes)
	slices.SortStableFunc(ranked, func(a, b workshop.ThemeFigures) int { return rank(a) - rank(b) })
	s.Priorities.Map = map[workshop.ThemeKey]workshop.Placement{}
	for i, t := range ranked[:min(len(ranked), 6)] {
		if i < workshop.MaxFocus {
			s.Priorities.Focus = append(s.Priorities.Focus, t.Key)
		}
		s.Priorities.Map[t.Key] = workshop.Placement{Impact: 0.9 - 0.13*float64(i), Effort: math.Mod(0.2+0.37*float64(i), 1)}
	}
	focus := s.Priorities.Focus
	deeds := []string{
		"Answer every call for help within the hour, and say when it will take longer",
		"Talk about the rota with those whom it concerns before it changes",
		"Give every new colleague a partner for the first four weeks",
		"Keep each team member’s monthly talk, whatever else comes up",
		"Pass on to patients when the doctor is late, before they ask",
	}
	for i := range of.Promises {
		side := workshop.EmployeeSide
		if i%5 == 4 {
			side = workshop.CustomerSide
		}
		p := workshop.Promise{
			Theme: focus[i%len(focus)], Side: side, Kind: workshop.Kinds()[i%4], What: text(of, deeds[i%len(deeds)]),
			Owner: text(of, []string{"Amina", "Joseph", "Grace", "Pierre"}[i%4]), Due: date.AddDays(20 + 17*(i%6)), Hours: float64(4 + i), Money: float64(i * 1500),
			Measure: text(of, "Calls answered within the hour"), From: "4 of 10", To: "9 of 10",
			FirstStep: text(of, "Agree who answers on Mondays"), Agreed: i%7 != 3,
		}
		if side == workshop.CustomerSide {
			p.Override = text(of, "It was promised to patients in spring")
		}
		_, err := s.SetPromise(p)
		must(err)
	}
	if of.Promises > 0 {
		must(s.SetContract([]workshop.ContractLine{
			{Leader: text(of, "Grace"), Behaviour: workshop.CancelsMeetings, Note: text(of, "If I must, I propose a new time the same day")},
			{Leader: text(of, "Pierre"), Behaviour: workshop.AsksInput},
		}))
		must(s.SetFist([6]int{0, 0, 1, 3, 5, 3}))
		must(s.Park(text(of, "Parking places for night shifts")))
		must(s.Park(text(of, "The canteen’s opening hours")))
		s.Parking[0].Fate = workshop.Fate{Kind: workshop.Declined, Reason: text(of, "the building is rented until 2028")}
	}
	for i := range s.Voices {
		switch i % 5 {
		case 0:
			s.Voices[i].Fate = workshop.Fate{Kind: workshop.ActedOn}
		case 1:
			s.Voices[i].Fate = workshop.Fate{Kind: workshop.Declined, Reason: text(of, "we tried that in March")}
		case 2:
			s.Voices[i].Fate = workshop.Fate{Kind: workshop.Parked}
		case 3:
			if i%10 == 3 {
				s.Voices[i].Hidden = true
			}
		}
	}
	s.State = workshop.Closed
}

func rank(t workshop.ThemeFigures) int {
	if t.FocusRank == nil {
		return math.MaxInt
	}
	return *t.FocusRank
}

// addEarlier puts two sessions before this one, or more; all but the latest with another question.
func addEarlier(s *workshop.Session, of Of) {
	now := s.Point()
	shifts := append(slices.Repeat([]float64{-0.2}, of.Longer), -0.2, -0.1)
	for i, shift := range shifts {
		p := now
		p.ID, p.Date = fmt.Sprintf("%032d", i), workshop.Date{Year: date.Year - len(shifts) + i, Month: time.November, Day: 20}
		move := func(sh workshop.Share) workshop.Share {
			if sh.Share != nil {
				sh.Share = new(min(max(*sh.Share+shift, 0), 1))
				if sh.Interval != nil {
					sh.Interval = &workshop.Interval{max(sh.Interval[0]+shift, 0), min(sh.Interval[1]+shift, 1)}
				}
			}
			return sh
		}
		p.Kept.Employees, p.Exceeded.Employees = move(p.Kept.Employees), move(p.Exceeded.Employees)
		p.Questions, p.Means, p.SayDo = slices.Clone(p.Questions), slices.Clone(p.Means), maps.Clone(p.SayDo)
		for k := range p.Means {
			if m := p.Means[k].Employees; m != nil {
				p.Means[k].Employees = new(min(max(*m+shift*float64(k-2), workshop.MinStanding), workshop.MaxStanding))
			}
		}
		for k, b := range workshop.Behaviours() {
			if gap, ok := p.SayDo[b]; ok {
				p.SayDo[b] = min(max(gap-shift*float64(6-k), -4), 4)
			}
		}
		if p.PerceptionGap != nil {
			p.PerceptionGap = new(*p.PerceptionGap - shift)
		}
		if i <= of.Longer {
			p.Questions[0].Employees = workshop.Text{workshop.English: "Another question."}
		}
		switch {
		case of.Near && i == of.Longer+1:
			p.Respondents.Employees++
		case i < min(of.Longer, 2):
			p.Respondents.Employees -= 2
		}
		s.Earlier = append(s.Earlier, p)
	}
}

// hostile is what texts may hold at worst: beyond the basic plane, right to left, marks upon marks, no spaces, controls.
const hostile = "😀👩‍👩‍👧 漢字かな עברית عربي é̂̃̈ \u202e\u200bx\tȸʥ ﷽ A\u0301\u0301 "

// text is the plain text, or in a hostile session one of 280 characters.
func text(of Of, plain string) string {
	if !of.Hostile {
		return plain
	}
	limit := workshop.MaxName
	if strings.Contains(plain, " ") {
		limit = workshop.MaxSentence
	}
	long := []rune(plain + " " + hostile + strings.Repeat("Unbreakable", 9) + " " + strings.Repeat(plain+" ", 12))
	return string(long[:min(limit, len(long))])
}

func must(err error) {
	if err != nil {
		panic("sample: " + err.Error())
	}
}

// Fonts are the fonts that ship.
func Fonts() *chart.Fonts {
	fonts, err := chart.NewFonts(assets.FontRegular(), assets.FontSemiBold())
	must(err)
	return fonts
}
