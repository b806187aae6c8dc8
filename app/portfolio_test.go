package app

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"exceed/app/kit"
	"exceed/assets"
	"exceed/workshop"
	"exceed/workshop/bolt"
	"exceed/workshop/chart"
	"exceed/workshop/chart/sample"
)

// fillTeams puts a revealed session of each of n teams of one organisation into the library. The fourth has too few
// answers.
func fillTeams(ui *UI, n int) {
	for i := range n {
		of := sample.Full(ui.words.Lang())
		of.Seed, of.People, of.Earlier = uint64(i+1), 6+i, false
		if i == 3 {
			of.People = 4
		}
		s := sample.Session(of)
		s.ID, s.Setup.Team = fmt.Sprintf("%032x", i), teamName(i)
		store, err := ui.Library.Create(s)
		if err != nil {
			panic(err)
		}
		if err := store.Close(); err != nil {
			panic(err)
		}
	}
}

func teamName(i int) string {
	return []string{"Front desk", "Triage", "Night shift", "Pharmacy", "Day surgery", "Kitchen", "Porters", "Laboratory", "Home care", "Radiology", "Records", "Gardens"}[i]
}

// inPortfolio is a window with the portfolio of n teams open.
func inPortfolio(t testing.TB, lang workshop.Lang, n int) *UI {
	t.Helper()
	ui := New(testDeps(t, lang))
	fillTeams(ui, n)
	ui.Reload()
	return ui
}

func (ui *UI) compare(t *testing.T, n int) {
	t.Helper()
	tap(t, ui.win.Canvas(), ui.words.Count("home.portfolio", n, "organisation", "Riverside Clinics"))
}

func TestHomeLeadsToThePortfolioOfTwoTeams(t *testing.T) {
	for _, lang := range assets.Langs() {
		ui := inPortfolio(t, lang, 1)
		if text := ui.words.Count("home.portfolio", 1, "organisation", "Riverside Clinics"); strings.Contains(said(ui.win.Canvas()), text) {
			t.Errorf("%s: one team is compared with itself", lang)
		}
		ui = inPortfolio(t, lang, 5)
		ui.compare(t, 5)
		text := said(ui.win.Canvas())
		for i := range 5 {
			if !strings.Contains(text, teamName(i)) {
				t.Errorf("%s: %s is missing", lang, teamName(i))
			}
		}
		kept := ui.portfolio.sorted()[1].Kept.Employees
		for _, want := range []string{ui.Say("portfolio.suppressed", "n", 5), ui.Say("portfolio.note"), ui.words.Percent(*kept.Share, 6)} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing", lang, want)
			}
		}
		if strings.Contains(text, "⟦") {
			t.Errorf("%s: words are missing: %s", lang, text)
		}
	}
}

func TestPortfolioOfTwelve(t *testing.T) {
	ui := inPortfolio(t, workshop.English, 12)
	ui.compare(t, 12)
	for _, part := range portfolioParts() {
		ui.Go(Route{Face: FacePortfolio, Part: part})
		text := said(ui.win.Canvas())
		for i := range 12 {
			if !strings.Contains(text, teamName(i)) {
				t.Errorf("%s: %s is missing", part, teamName(i))
			}
		}
	}
	table := said(ui.win.Canvas())
	for _, cell := range slices.Concat(chart.Portfolio(ui.portfolio.sorted(), ui.chartSheet(ui.words, fyne.NewSize(900, 400), 14)).Table...) {
		if !strings.Contains(table, cell) {
			t.Errorf("the table lacks %q", cell)
		}
	}
	order := every[*kit.Choice](ui.win.Canvas())[1]
	order.Choose(slices.Index(workshop.PortfolioOrders(), workshop.ByKept))
	teams := ui.portfolio.sorted()
	if !teams[11].Suppressed || *teams[0].Kept.Employees.Share > *teams[10].Kept.Employees.Share {
		t.Error("the teams are not in the order of what is kept, those without a figure last")
	}
	if text := said(ui.win.Canvas()); strings.Index(text, teams[0].Team) > strings.Index(text, teams[1].Team) {
		t.Error("the face keeps another order")
	}
}

func TestAnEarlierSessionOfATeamIsNotCompared(t *testing.T) {
	ui := inPortfolio(t, workshop.English, 2)
	s := sample.Session(sample.Full(workshop.English))
	s.ID, s.Setup.Team, s.Setup.Date = "older", teamName(0), s.Setup.Date.AddDays(-365)
	store, err := ui.Library.Create(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	ui.Reload()
	ui.compare(t, 2)
	if n := ui.portfolio.sorted()[0].Respondents.Employees; n != 6 {
		t.Errorf("the session of %d answers is shown, not the latest", n)
	}
}

const teamPassphrase = "over the river"

// lockedTeam puts a revealed session of the team Triage behind a passphrase into the library, and closes it.
func lockedTeam(t *testing.T, ui *UI) (path string) {
	t.Helper()
	locked := rehearsed(t, workshop.English, 8, workshop.Sealed).Session()
	locked.Rehearsal, locked.State, locked.Setup.Team = false, workshop.Prepare, "Triage"
	room, err := workshop.Enter(must(ui.Library.Create(locked)))
	if err != nil {
		t.Fatal(err)
	}
	must(room.Begin(teamPassphrase))
	for range 6 {
		r := workshop.Response{Ratings: workshop.NoRatings(len(locked.Themes))}
		r.Points[0] = 10
		for k := range r.Standing {
			r.Standing[k] = 1
		}
		must(room.Accept(r))
	}
	for _, err := range []error{room.Move(workshop.Sealed), room.Reveal(teamPassphrase), room.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return room.Store().Path()
}

// A locked session tells nothing before its passphrase, is read with it, and nothing of it is left afterwards: neither in
// the window nor in the file's open part.
func TestALockedTeamIsUnlockedForThisFaceOnly(t *testing.T) {
	deps := testDeps(t, workshop.English)
	folder := t.TempDir()
	deps.Library = bolt.NewLibrary(folder)
	ui := New(deps)
	fillTeams(ui, 1)
	path := lockedTeam(t, ui)
	ui.Reload()
	ui.compare(t, 2)
	if len(ui.portfolio.sorted()) != 1 || !strings.Contains(said(ui.win.Canvas()), ui.Say("portfolio.locked")) {
		t.Fatalf("the locked session is not offered to be unlocked:\n%s", said(ui.win.Canvas()))
	}
	tap(t, ui.win.Canvas(), ui.Say("portfolio.unlock"))
	secret := fieldNamed(t, ui.win.Canvas(), ui.Say("unlock.passphrase"))
	secret.SetText("wrong passphrase")
	secret.OnEnter()
	if !strings.Contains(said(ui.win.Canvas()), ui.words.Explain(workshop.ErrWrongKey)) || len(ui.portfolio.sorted()) != 1 {
		t.Fatal("a wrong passphrase is not refused")
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	secret.SetText(teamPassphrase)
	secret.OnEnter()
	teams := ui.portfolio.sorted()
	if len(teams) != 2 || teams[1].Team != "Triage" || *teams[1].Kept.Employees.Share != 1 {
		t.Fatalf("unlocked, the teams are %+v", teams)
	}
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(before) != len(after) {
		t.Error("the file was changed by reading it")
	}
	sum := bolt.Summarise(path)
	if !sum.Protected || len(sum.Due) > 0 {
		t.Errorf("the open part of the file says %+v", sum)
	}
	pressKey(ui, fyne.KeyEscape)
	if ui.route.Face != FaceHome || ui.portfolio != nil {
		t.Fatalf("Esc leads to %s, and the portfolio is kept: %v", ui.route.Face, ui.portfolio != nil)
	}
	ui.compare(t, 2)
	if len(ui.portfolio.sorted()) != 1 {
		t.Error("it is still unlocked at the next visit")
	}
}

// TestFollowingALockedSessionSaysWhatLiesOpen: the next session's file carries figures of it and has no passphrase yet.
func TestFollowingALockedSessionSaysWhatLiesOpen(t *testing.T) {
	deps := testDeps(t, workshop.English)
	deps.Library = bolt.NewLibrary(t.TempDir())
	ui := New(deps)
	ui.OpenPath(lockedTeam(t, ui))
	secret := fieldNamed(t, ui.win.Canvas(), ui.Say("unlock.passphrase"))
	secret.SetText(teamPassphrase)
	secret.OnEnter()
	ui.follow()
	if len(ui.Session().Earlier) != 1 || !strings.Contains(said(ui.win.Canvas()), ui.Say("follow.open")) {
		t.Errorf("nothing says so:\n%s", said(ui.win.Canvas()))
	}
	ui = onFollowUp(t, workshop.English)
	ui.follow()
	if strings.Contains(said(ui.win.Canvas()), ui.Say("follow.open")) {
		t.Error("it is said of a session that was open anyway")
	}
}
